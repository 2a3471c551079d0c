"""Reads ties that do not exist, as a person writes them: one in a line, or many in a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from graphmap.analysis.given import GivenFile
from graphmap.analysis.trying import make_tie
from graphmap.errors import GraphmapError, QuestionError
from graphmap.question.declaration import Parameter
from graphmap.schema import Tie
from graphmap.store.columns import NOTHING
from graphmap.store.snapshot import Snapshot

ABROAD = ("Country", "Region", "City", "Counterpart", "Mission")
"""What a province may be tied to."""

TRIED: Mapping[str, Parameter] = {
    "kind": Parameter(type="TIED_TO.kind", help="Kind of tie.", help_fa="نوع رابطه."),
    "sectors": Parameter(type="TIED_TO.sectors", many=True, help="Its sectors.", help_fa="حوزه‌های آن."),
    "since": Parameter(type="TIED_TO.since", help="Since when; today if left out.", help_fa="آغاز آن."),
}
"""The fields of a tie that is tried; its ends are read as names."""

COLUMNS = {"province": "استان", "target": "طرف خارجی", "kind": "نوع", "sectors": "حوزه", "since": "از تاریخ"}
"""The columns of a table of such ties, each by either name."""

NEEDED = ("province", "target", "kind")
MARK = ";"


def read_tried(snapshot: Snapshot, tie: str | None, file: str | None, day: date | None) -> tuple[Tie, ...]:
    """Return the ties of a line and of a table; without a start they begin on the day.

    Raises Faults for all that is wrong in them, QuestionError where nothing is given.
    """
    if tie is None and file is None:
        raise QuestionError(
            "trial needs a tie or a file of ties; right would be "
            '--tie "PROVINCE;TARGET;KIND;SECTORS;SINCE", such as "Khuzestan;Iraq;memorandum;trade;1405/10"'
        )
    found: list[Tie] = []
    if tie is not None:
        parts = [part.strip() for part in tie.split(MARK)]
        if not len(NEEDED) <= len(parts) <= len(COLUMNS):
            raise QuestionError(f"tie: {tie!r} has {len(parts)} parts; right would be {MARK.join(COLUMNS)}")
        line = GivenFile(snapshot, tie, "tie")
        found += _read(line, [(None, dict(zip(COLUMNS, [*parts, "", ""], strict=False)))], day)
        line.check()
    if file is not None:
        table = GivenFile(snapshot, file, "file")
        found += _read(table, table.read_rows(COLUMNS, NEEDED), day)
        table.check()
    return tuple({one.identity: one for one in found}.values())


def is_at_home(snapshot: Snapshot, place: int) -> bool:
    """Say whether a place (a row) lies in the home country."""
    home = snapshot.row(snapshot.home)
    return place == home or int(snapshot.countries[place]) == home


def _read(
    given: GivenFile, rows: Iterable[tuple[int | None, dict[str, str]]], day: date | None
) -> Iterator[Tie]:
    ids = given.snapshot.places.ids
    for line, row in rows:
        before = len(given.faults)
        province = given.find_row("Province", row["province"], "province", line)
        target = given.find_row(ABROAD, row["target"], "target", line)
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
        try:
            yield make_tie(ids[province], ids[target], read["kind"], tuple(read.get("sectors", ())), since)
        except GraphmapError as error:
            given.keep(str(error), line=line)
