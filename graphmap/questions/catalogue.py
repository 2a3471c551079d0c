"""The list of everything that can be asked: analyses by their modules, reports and checks by their files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graphmap.question.head import ANALYSES, REPORTS
from graphmap.scales import SEVERITIES

if TYPE_CHECKING:
    from graphmap.question.declaration import Question

ANALYSIS, REPORT, CHECK = "analysis", "report", "check"

_ORDER = (None, *SEVERITIES)


@dataclass(frozen=True, slots=True)
class Caption:
    """What the head of a question says at first sight, read without loading what answers it."""

    name: str
    kind: str
    caption: str
    caption_fa: str
    description: str
    description_fa: str
    severity: str | None = None

    @property
    def is_analysis(self) -> bool:
        """Return whether an analysis answers, and no report."""
        return self.kind == ANALYSIS

    def caption_in(self, code: str) -> str:
        """Return its caption in a language."""
        return self.caption_fa if code == "fa" else self.caption


def list_captions() -> tuple[Caption, ...]:
    """Return every analysis, then every report, then every check (errors first), each by name."""
    return (*list_analysis_captions(), *list_report_captions())


@cache
def list_analysis_captions() -> tuple[Caption, ...]:
    """Return every analysis, by name."""
    return tuple(Caption(name, ANALYSIS, *_read_words(head)) for name, head in ANALYSES.list_heads())


@cache
def find_analysis_caption(name: str) -> Caption | None:
    """Return the analysis of a name, None where there is none; the others are not looked at."""
    head = ANALYSES.find_head(name)
    return None if head is None else Caption(name, ANALYSIS, *_read_words(head))


@cache
def list_report_captions() -> tuple[Caption, ...]:
    """Return every report, then every check (errors first), each by name."""
    reports = [
        Caption(name, head.get("kind", REPORT), *_read_words(head), head.get("severity"))
        for name, head in REPORTS.list_heads()
    ]
    return tuple(sorted(reports, key=lambda report: (_ORDER.index(report.severity), report.name)))


def _read_words(head: dict[str, str]) -> tuple[str, str, str, str]:
    caption, caption_fa, description, description_fa = (
        head.get(key, "") for key in ("caption", "caption_fa", "description", "description_fa")
    )
    return caption, caption_fa, description, description_fa


def load_question(name: str) -> Question:
    """Return the question of a name, as the command line calls it: "rivals", "report border_gaps".

    A report may be named alone, too: no two questions have one name. QuestionError with the nearest for any
    other.
    """
    kind, _, alone = name.rpartition(" ")
    if not kind and find_analysis_caption(alone) is not None:
        from graphmap.analysis.loader import load_analysis

        return load_analysis(alone)
    if kind in {"", REPORT} and alone in {caption.name for caption in list_report_captions()}:
        from graphmap.reports.loader import load_report

        return load_report(alone)
    from graphmap.errors import QuestionError
    from graphmap.text import find_nearest

    near = ", ".join(known for known, _ in find_nearest(alone, sorted({one.name for one in list_captions()})))
    raise QuestionError(f"{name!r} cannot be asked; the nearest are {near}")


def list_questions() -> tuple[Question, ...]:
    """Return everything that can be asked, loaded and checked: analyses, then reports, then checks."""
    from graphmap.analysis.loader import list_analyses
    from graphmap.reports.loader import list_reports

    return (*list_analyses(), *list_reports())
