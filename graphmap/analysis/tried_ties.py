"""Reads ties that do not exist, as a person writes them: one in a line, or many in a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from graphmap.analysis.findings import PlaceName, name_place
from graphmap.analysis.given import GivenFile
from graphmap.analysis.trying import make_tie
from graphmap.errors import GraphmapError, QuestionError
from graphmap.question.declaration import Parameter
from graphmap.schema import Tie
from graphmap.store.columns import NOTHING
from graphmap.store.snapshot import Snapshot
from graphmap.text import Name

if TYPE_CHECKING:
    from graphmap.language import Language

ABROAD = ("Country", "Region", "City", "Counterpart", "Mission")
"""What a province may be tied to."""

TRIED: Mapping[str, Parameter] = {
    "kind": Parameter(type="TIED_TO.kind", help="Kind of tie.", help_fa="نوع رابطه."),
    "sectors": Parameter(type="TIED_TO.sectors", many=True, help="Its sectors.", help_fa="حوزه‌های آن."),
    "since": Parameter(type="TIED_TO.since", help="Since when; today if left out.", help_fa="آغاز آن."),
    "document": Parameter(
        type="TIED_TO.document",
        help="The act of several provinces that it is a part of.",
        help_fa="سند چند استان که این رابطه جزئی از آن است.",
    ),
}
"""The fields of a tie that is tried; its ends are read as names. Ties of one document are one act."""

COLUMNS = {
    "province": "استان",
    "target": "طرف خارجی",
    "kind": "نوع",
    "sectors": "حوزه",
    "since": "از تاریخ",
    "document": "سند",
}
"""The columns of a table of such ties, each by either name."""

NEEDED = ("province", "target", "kind")
MARK = ";"


@dataclass(frozen=True, slots=True)
class Taken:
    """A name of a place and of others that lie in it, taken for the place that holds them all."""

    name: str
    label: str
    place: PlaceName
    others: tuple[str, ...]

    def sentence(self, language: Language) -> str:
        """Say for what it was taken, and by which ids what lies in it is named."""
        place, others = self.place.in_language(language), language.list_names(self.others)
        given = {
            "name": language.name(Name(self.name)),
            "label": language.words(f"label-{self.label.casefold()}"),
        }
        return language.words("trial-taken", place=place, id=self.place.id, others=others, **given)


def read_tried(
    snapshot: Snapshot, tie: str | None, file: str | None, day: date | None
) -> tuple[tuple[Tie, ...], tuple[Taken, ...]]:
    """Return the ties of a line and of a table, and what names were taken for.

    Ties without a start begin on the day.
    A name of a region and of a city in it is that of the region: a governor signs with a governor.

    Raises Faults for all that is wrong in them, QuestionError where nothing is given.
    """
    if tie is None and file is None:
        raise QuestionError(
            "trial needs a tie or a file of ties; right would be a tie as PROVINCE;TARGET;KIND;"
            f"SECTORS;SINCE;DOCUMENT, such as {_make_example(snapshot, day)}"
        )
    found: list[Tie] = []
    taken: list[Taken] = []
    if tie is not None:
        parts = [part.strip() for part in tie.split(MARK)]
        if not len(NEEDED) <= len(parts) <= len(COLUMNS):
            raise QuestionError(f"tie: {tie!r} has {len(parts)} parts; right would be {MARK.join(COLUMNS)}")
        line = GivenFile(snapshot, tie, "tie")
        found += _read(line, [(None, dict(zip(COLUMNS, [*parts, "", "", ""], strict=False)))], day, taken)
        line.check()
    if file is not None:
        table = GivenFile(snapshot, file, "file")
        found += _read(table, table.read_rows(COLUMNS, NEEDED), day, taken)
        table.check()
    return tuple({one.identity: one for one in found}.values()), tuple(dict.fromkeys(taken))


def _make_example(snapshot: Snapshot, day: date | None) -> str:
    """Return a line of a tie that would be read, of a province and a country of the store itself."""
    ties, places = snapshot.ties, snapshot.places
    tied = (
        (int(a), int(b)) for a, b in zip(ties.province, ties.country, strict=True) if NOTHING not in (a, b)
    )
    abroad = (int(row) for row in snapshot.rows_of("Country") if not is_at_home(snapshot, int(row)))
    some = next(tied, None) or next(zip(snapshot.rows_of("Province"), abroad, strict=False), ())
    names = (places.names[row] for row in some)
    return MARK.join([*names, "memorandum", "trade", *([] if day is None else [day.isoformat()])])


def is_at_home(snapshot: Snapshot, place: int) -> bool:
    """Say whether a place (a row) lies in the home country."""
    home = snapshot.row(snapshot.home)
    return place == home or int(snapshot.countries[place]) == home


def _read(
    given: GivenFile, rows: Iterable[tuple[int | None, dict[str, str]]], day: date | None, taken: list[Taken]
) -> Iterator[Tie]:
    ids = given.snapshot.places.ids
    for line, row in rows:
        before = len(given.faults)
        province = given.find_row("Province", row["province"], "province", line)
        target = _find_target(given, row["target"], line, taken)
        if target != NOTHING and is_at_home(given.snapshot, target):
            given.blame(
                "lies at home", "a place abroad, a counterpart or a mission", "target", row["target"], line
            )
        read = {}
        for name, parameter in TRIED.items():
            if row[name]:
                try:
                    read[name] = parameter.read(name, row[name])
                except QuestionError as error:
                    given.keep(str(error).removeprefix(f"{name}: "), name, line)
        if not row["kind"]:
            given.blame("is no kind of tie", "one of the kinds of tie of docs/model.md", "kind", "", line)
        if not row["since"] and day is None:
            given.blame(
                "is no start", "since when it would hold, where no day is asked about", "since", "", line
            )
        if len(given.faults) > before:
            continue
        since = read.get("since") or (day.isoformat() if day else "")
        sectors, act = tuple(read.get("sectors", ())), read.get("document")
        try:
            yield make_tie(ids[province], ids[target], read["kind"], sectors, since, act)
        except GraphmapError as error:
            given.keep(str(error), line=line)


def _find_target(given: GivenFile, name: str, line: int | None, taken: list[Taken]) -> int:
    """Return the row of what a name is taken for; NOTHING where it is none or unclear, which is a fault."""
    held = take_name(given.snapshot, name)
    if held is not None:
        taken.append(held)
        return given.snapshot.row(held.place.id)
    return given.find_row(ABROAD, name, "target", line)


def take_name(snapshot: Snapshot, name: str) -> Taken | None:
    """Return what a name of several is taken for: the one of them that holds all others; else None."""
    borne = snapshot.directory.candidates(ABROAD, name) if name.strip() else ()
    rows = {snapshot.row(one): one for one in borne}
    if len(rows) < 2:
        return None
    holding = set.intersection(*({*snapshot.places.climb(row)} for row in rows)) & rows.keys()
    if len(holding) != 1:
        return None
    (row,) = holding
    others = tuple(one for at, one in rows.items() if at != row)
    label = snapshot.directory[rows[row]].label
    return Taken(name.strip(), label, name_place(snapshot, row), others)
