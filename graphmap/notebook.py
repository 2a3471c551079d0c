"""For a notebook: a function a question, made from its declaration; `graphmap` itself offers them all.

```python
import graphmap

with graphmap.open_store("graph.kgl", read_only=True) as store:
    answer = graphmap.rivals(store, country="Turkey", as_of="2026-02-08")
answer.findings, answer.to_pandas(), answer.as_dicts(), answer.as_json(), answer.ties()
```

Every analysis and report has one, named as it is. `help(rivals)` tells the parameters and columns. Without
`as_of` it looks at today, as the command line does; `as_of="all"` is the whole history.
`quick_network(store.snapshot())` draws the network of all ties in the notebook.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphmap.errors import QuestionError
from graphmap.files import read_named_text
from graphmap.question.declaration import Question, name_argument
from graphmap.questions.answer import Answer
from graphmap.questions.ask import ask
from graphmap.questions.catalogue import list_captions, load_question
from graphmap.store.contract import Store
from graphmap.store.session import Session

if TYPE_CHECKING:
    from graphmap.schema import Batch

Asking = Callable[..., Answer]
"""Takes a store or session and, by keyword, what the question can be asked for."""

TODAY = "today"
"""Stands for the day on which a question is asked."""


def __getattr__(name: str) -> Callable[..., Any]:
    """Make the function of a question."""
    if name == "quick_network":
        from graphmap.views.quick_network import quick_network

        return quick_network
    try:
        return make_function(load_question(name))
    except QuestionError as error:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}: {error}") from error


def __dir__() -> list[str]:
    """Name every question."""
    return sorted({"ask", "quick_network", "read_files", *(caption.name for caption in list_captions())})


def read_files(store: Store, *paths: str | Path, mapping: str | None = None, encoding: str = "") -> Batch:
    """Read files for a store, as `graphmap import` does: native ones, a filled sheet, or through a mapping.

    Nothing is written: `store.difference(batch)` says what would change, `store.apply(batch, by, reason)`
    writes it. `batch.notes` tell what was left out. Raises Faults with everything wrong in the files.
    """
    files = tuple(map(Path, paths))
    if mapping is not None:
        from graphmap.exchange.mapping import read_mapped

        return read_mapped(files, mapping, store.known(), None, encoding)
    from graphmap.exchange.followthemoney import are_entities, read_entities
    from graphmap.exchange.native import read_batch
    from graphmap.exchange.office_sheet import find_filled_sheets, read_filled_sheets

    if are_entities(files):
        return read_entities(files, store.known())
    if language := find_filled_sheets(files):
        return read_filled_sheets(files, language, store.known())
    return read_batch(files, store.contents, None, encoding, lambda: store.known().directory)


def make_function(question: Question) -> Asking:
    """Make a function that asks a question, with its parameters as keywords and its help as docstring."""
    called = {name_argument(name): name for name in question.asked}
    files = {name for name, parameter in question.asked.items() if parameter.type == "file"}

    def answer(store: Store | Session, **given: Any) -> Answer:
        asked = {called.get(name, name): value for name, value in given.items()}
        for name in asked.keys() & files:
            asked[name] = _read_given(asked[name])
        if asked.setdefault("as_of", TODAY) == TODAY:
            asked["as_of"] = date.today()
        return ask(store, question, asked)

    answer.__name__ = answer.__qualname__ = question.name
    answer.__doc__ = describe_question(question)
    positional, keyword = inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY
    parameters = [inspect.Parameter("store", positional, annotation=Store | Session)]
    for name, parameter in zip(called, question.asked.values(), strict=True):
        usual = TODAY if name == "as_of" else parameter.default
        default = inspect.Parameter.empty if parameter.required else usual
        parameters.append(inspect.Parameter(name, keyword, default=default))
    answer.__signature__ = inspect.Signature(parameters, return_annotation=Answer)  # type: ignore[attr-defined]
    return answer


def _read_given(value: Any) -> Any:
    """Return the text of a file given by its path, or of a table of pandas; else what is given.

    A text of its own has lines, or a sign =, which no path here has.
    """
    if callable(write := getattr(value, "to_csv", None)):
        return write(index=False)
    if isinstance(value, Path) or (isinstance(value, str) and value.strip() and not {"\n", "="} & {*value}):
        return read_named_text(Path(value))
    return value


def _call_argument(name: str, value: str | None) -> str:
    return name_argument(name) if value is None else f"{name_argument(name)}={value!r}"


def describe_question(question: Question) -> str:
    """Describe a question, its parameters and columns in plain text."""
    lines = [f"{question.caption}.", "", question.describe("en", _call_argument), "", "Parameters:"]
    lines += [f"    {name_argument(name)}: {parameter.help}" for name, parameter in question.asked.items()]
    lines += ["", "Columns:"]
    lines += [f"    {name}: {column.help}" for name, column in question.columns.items()]
    return "\n".join(lines)
