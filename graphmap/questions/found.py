"""What a question found: rows with their evidence, what is unknown, what was counted, in one shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from graphmap.analysis.findings import Findings
from graphmap.analysis.scope import Counted
from graphmap.language import Language
from graphmap.plain import plain_value, plain_values
from graphmap.question.declaration import Column, Question
from graphmap.questions.saying import Names, say_row

if TYPE_CHECKING:
    from graphmap.analysis.absence import Absence


@dataclass(frozen=True)
class Found:
    """What a question found: a row a finding of an analysis, or those that a report gave.

    `parameters` are all that was asked for, the day among them (`as_of`, None: the whole history). `total` is
    how many rows there are, which a limit may cut. `names` has English and Persian names by id;
    `is_invented` says whether any source of the store is made up. `findings` are those of an analysis;
    `absence` says what can be said where a country was asked about and an analysis found nothing there.
    `home` is the id of the home country, `addresses` are where sources stand on the web, `sources` the ids of
    all on which the rows rest.
    """

    question: Question
    parameters: Mapping[str, Any]
    rows: tuple[tuple[Any, ...], ...]
    total: int
    findings: Findings[Any] | None = None
    names: Names = field(default_factory=dict)
    is_invented: bool = False
    absence: Absence | None = None
    home: str = ""
    addresses: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()

    @cached_property
    def columns(self) -> Mapping[str, Column]:
        """Return the columns of its rows, which may depend on what was asked for."""
        return self.question.columns_with(self.parameters)

    @property
    def as_of(self) -> date | None:
        """Return the day that was looked at, None for the whole history: of an analysis what it says."""
        day: date | None = (
            self.parameters.get("as_of") if self.findings is None else self.findings.scope.as_of
        )
        return day

    @property
    def believed_on(self) -> date | None:
        """Return the day whose knowledge was asked, None for what the store holds now."""
        day: date | None = self.parameters.get("believed_on")
        return day

    @property
    def counted(self) -> Counted | None:
        """Return what was counted and left out; None where nothing tells (a report)."""
        return None if self.findings is None else self.findings.counted

    def as_dicts(self) -> list[dict[str, Any]]:
        """Return each row as a mapping by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def say_absence(self, language: Language) -> tuple[str, ...]:
        """Say what can be said where nothing was found, in a language; nothing where something was."""
        declared = self.question.nothing_in(language.code)
        told = (declared,) if declared and not self.rows else ()
        if self.absence is None:
            return told
        country = language.name(self.names[self.parameters["country"]])
        said = language.words("absence-of-findings", country=country)
        notes, asides = self.absence.list_notes(language), self.absence.list_asides(language)
        return (*told, *(() if told else (said,)), self.absence.sentence(language), *notes, *asides)

    def say_presumption(self, language: Language) -> str:
        """Say for how long what has no known end is presumed to go on; nothing where nothing is presumed."""
        years = self.parameters.get("presume")
        text = getattr(self.question, "text", None)
        if self.as_of is None or not years or (text is not None and "$presume" not in text):
            return ""
        return language.words("told-presumed", years=years)

    def ties_by_row(self) -> tuple[tuple[str, ...], ...]:
        """Return the ids of the ties that each row rests on."""
        return tuple(_list_ties(row) for row in self.as_dicts())

    def ties(self) -> tuple[str, ...]:
        """Return the ids of the ties that the rows rest on, each once, in their order."""
        return tuple(dict.fromkeys(tie for ties in self.ties_by_row() for tie in ties))

    def sentences(self, language: Language) -> tuple[str, ...]:
        """Say each row in a language."""
        if self.findings is not None:
            return tuple(finding.sentence(language) for finding in self.findings)
        return tuple(say_row(row, self.columns, self.names, language) for row in self.as_dicts())

    def list_unknown(self) -> list[dict[str, Any]]:
        """Return what the data do not say, as JSON holds it: of how many ties, or in how many rows, what."""
        if self.findings is not None:
            return [doubt.as_json() for doubt in self.findings.unknown]
        return [
            {"what": name, "rows": count, "of": len(self.rows)}
            for place, (name, column) in enumerate(self.columns.items())
            if (count := sum(column.is_unknown(row[place]) for row in self.rows))
        ]

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it; every answer has this shape."""
        if self.findings is not None:
            said = self.findings.as_json()
        else:
            said = {
                "as_of": plain_value(self.as_of),
                "level": self.parameters.get("level"),
                "rows": [plain_values(row) for row in self.as_dicts()],
                "ties": list(self.ties()),
                "unknown": self.list_unknown(),
                "scope": None,
                "counted": None,
                "total": self.total,
            }
        if self.absence is not None:
            said["absence"] = self.absence.as_json()
        return {"question": self.question.name, **said, "scope": plain_values(self.parameters)}


def _list_ties(row: Mapping[str, Any]) -> tuple[str, ...]:
    return (row["tie"],) if "tie" in row else tuple(row.get("ties") or ())
