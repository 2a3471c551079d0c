"""Reads the facts that the program must tell, each with its source, and says where an answer departs.

A new fact is a new row of a table beside this file:

- `[[tie]]`, one tie of the Iran sample: its ends, kind, days and page. Every question that shows ties must
  show it: the ties of the province, the dossier of the country, who signed and, of an office, its sheet.
- `[[fact]]`, anything else: what to `ask` with which parameters (`given`), or a type of record; rows that
  the answer must hold (`right`), each once; rows that it must not (`wrong`); how many there are (`total`).

A value stands for a cell that equals it, or for a list that holds it; a list stands for a list of just these.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
IRAN = "iran"
"""The store of the shipped Iran sample; others are named by the home country of the world list."""

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Fact:
    """What is true, who says so, and what the program must answer.

    `page` is the address of a page that each right row must name among its sources; `line` is a line of the
    list that the store is made of, as it stands there.
    """

    says: str
    source: str
    ask: str
    of: str = IRAN
    given: Row = field(default_factory=dict)
    right: Sequence[Row] = ()
    wrong: Sequence[Row] = ()
    total: int | None = None
    page: str | None = None
    line: str | None = None

    def __post_init__(self) -> None:
        """Refuse a fact without a source, or one that nothing could break."""
        assert self.source, self.says
        assert self.right or self.wrong or self.total is not None, self.says

    def __str__(self) -> str:
        """Name the fact in the output of pytest."""
        return f"{self.of}: {self.says} ({self.ask})"

    def list_departures(self, rows: Sequence[Row], pages: Mapping[str, str | None]) -> list[str]:
        """Say where rows depart from the fact; nothing where they tell it. `pages`: address by source."""
        said = []
        if self.total is not None and len(rows) != self.total:
            said.append(f"{len(rows)} rows instead of {self.total}")
        for wanted in self.right:
            found = [row for row in rows if fits(row, wanted)]
            if len(found) != 1:
                said.append(f"{len(found)} rows instead of one with {dict(wanted)}")
            elif self.page is not None and self.page not in (pages.get(s) for s in found[0]["sources"] or ()):
                said.append(f"{self.page} is no source of the row with {dict(wanted)}")
        said += [f"a row with {dict(row)}" for row in self.wrong if any(fits(one, row) for one in rows)]
        return said


def fits(row: Row, wanted: Row) -> bool:
    """Say whether a row holds all wanted values; a column that it lacks is an error of the fact."""
    return all(_fits(row[name], value) for name, value in wanted.items())


def _fits(cell: Any, value: Any) -> bool:
    if isinstance(cell, tuple | list):
        return sorted(cell) == sorted(value) if isinstance(value, list) else value in cell
    if isinstance(cell, date) and isinstance(value, str):
        return cell.isoformat() == value
    return bool((cell or "") == value) if isinstance(value, str) else bool(cell == value)


def read_facts() -> Iterator[Fact]:
    """Yield the facts of every table; a tie once for each question that shows it."""
    for path in sorted(FOLDER.glob("*.toml")):
        tables = tomllib.loads(path.read_text("utf-8"))
        assert tables.keys() <= {"tie", "fact"}, f"{path.name} has other tables"
        for row in tables.get("tie", ()):
            yield from _read_tie(**row)
        for row in tables.get("fact", ()):
            yield Fact(**row)


def _read_tie(
    says: str,
    source: str,
    page: str,
    country: str,
    province: str,
    target: str,
    kind: str,
    since: str,
    until: str = "",
    stage: str = "",
    sectors: Sequence[str] = (),
    governor: str = "",
    holder: str = "",
) -> Iterator[Fact]:
    """Read a tie; `governor` and `holder` are those who certainly signed, where the pages tell."""
    ends = {"province": province, "target": target}
    days = {"since": since, "until": until, "certainty": "certain"}
    told = {"sectors": list(sectors)} if sectors else {}
    of_both = {"province": province, "country": country}
    signed = {"governor_answer": "certain", "governor_names": [governor]} if governor else {}
    held = {"holder_answer": "certain", "holder_names": [holder]} if holder else {}
    asked: list[tuple[str, Row, Row]] = [
        ("report province_ties", of_both, {**ends, **days, **told, "kind": kind, "stage": stage}),
        (
            "report country_dossier",
            {"country": country},
            {**ends, **days, **told, "part": "tie", "what": kind, "standing": stage or "unknown"},
        ),
        ("report who_signed", of_both, {**ends, "kind": kind, "since": since, **told, **signed, **held}),
    ]
    if target.startswith("counterpart:"):
        shown = {"province": province, "kind": kind, "stage": stage, **days, **told}
        if holder:
            shown["holder_names"] = [holder]
        asked.append(("report counterpart_sheet", {"counterpart": target}, shown))
    for question, given, right in asked:
        yield Fact(says, source, question, given=given, right=[right], page=page)
