"""What asking a question gives: what was found, and how a notebook takes and shows it."""

from __future__ import annotations

from typing import Any

from graphmap.language import Language, load_language
from graphmap.questions.found import Found
from graphmap.questions.framing import draw_answer, make_frame


class Answer(Found):
    """The answer to a question: what it found, as a person or a notebook takes it."""

    def to_pandas(self) -> Any:
        """Return the rows as a DataFrame of pandas, typed by their columns.

        Days are datetime64, whole numbers Int64, so that what is not known is <NA> and never 0; lists are
        tuples. `attrs` tell the question, what was asked for and how many rows there are. Raises
        GraphmapError where pandas is not installed.
        """
        return make_frame(self)

    def to_html(self, language: str | Language = "en", rows: int = 50) -> str:
        """Return the first rows as a piece of HTML, in a language: what a notebook shows."""
        return draw_answer(self, load_language(language) if isinstance(language, str) else language, rows)

    def _repr_html_(self) -> str:
        return self.to_html()
