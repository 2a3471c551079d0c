"""What a committee lays down for a plan: weights, capacities, who must or must not lead, its own points.

Weights and rules stand in one TOML file, each part of it at will:

    [points]               # what gives a province points, see graphmap/analysis/leading.py
    tie = 10
    border = 20

    [capacity]             # where it differs from that of all
    Tehran = 5

    [rules]
    border_provinces_lead = true    # each border province leads something, where that can be

    [[must]]               # this province leads there; a tie's id does for both
    province = "Kermanshah"
    country = "Iraq"

    [[never]]
    province = "Qom"
    country = "Russia"

    [[current]]            # who leads now: of two that are worth as much, it goes on
    province = "Isfahan"
    country = "China"

The committee's own points are a CSV of province, country and points, and stand in place of all others.
"""

from __future__ import annotations

import csv
import io
import math
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from graphmap.analysis.leading import Weights
from graphmap.errors import Fault, Faults, GraphmapError, Place
from graphmap.scales import Level
from graphmap.store.columns import NOTHING
from graphmap.store.snapshot import Snapshot
from graphmap.text import ascii_digits, find_nearest

Pair = tuple[int, int]
"""A province and a target, both rows of places."""

LABELS: Mapping[Level, str] = {
    "country": "Country",
    "region": "Region",
    "city": "City",
    "counterpart": "Counterpart",
}
"""What a target of each level is called in the model."""

PARTS = ("points", "capacity", "rules", "must", "never", "current")
COLUMNS = {"province": "استان", "country": "کشور", "points": "امتیاز"}
"""The columns of the committee's own points, each by either name."""
MOST_POINTS = 10_000
"""No single thing is worth more: sums of larger points would not be exact."""


@dataclass(frozen=True)
class Rules:
    """What was laid down; pairs are rows of places."""

    weights: Weights = field(default_factory=Weights)
    capacity: Mapping[int, int] = field(default_factory=dict)
    border_provinces_lead: bool = False
    must: Mapping[int, int] = field(default_factory=dict)
    never: frozenset[Pair] = frozenset()
    current: Mapping[int, int] = field(default_factory=dict)


class _Reader:
    """Finds names and gathers faults, all of a file at once."""

    def __init__(self, snapshot: Snapshot, level: Level, text: str, name: str) -> None:
        self.snapshot, self.level, self.text = snapshot, level, text
        self.file = getattr(text, "name", name)
        self.faults: list[Fault] = []

    def blame(
        self, problem: str, right: str, column: str | None = None, value: Any = None, line: int | None = None
    ) -> None:
        shown = None if value is None else str(value)
        self.faults.append(Fault(problem, right, Place(self.file, line), column, shown))

    def find_row(self, label: str, name: Any, column: str, line: int | None = None) -> int:
        """Return the row of a place, NOTHING where there is none of the name: a fault."""
        if not isinstance(name, str) or not name.strip():
            self.blame("is no name", f"the name or code of a {label.lower()}", column, name, line)
            return NOTHING
        try:
            if label == "Country":
                return self.snapshot.row(self.snapshot.find_foreign_country(name))
            return self.snapshot.row(self.snapshot.directory.find(label, name))
        except GraphmapError as error:
            self.faults.append(Fault(str(error), "", Place(self.file, line), column))
            return NOTHING

    def check(self) -> None:
        """Raise all that was found."""
        if self.faults:
            raise Faults(self.faults)


def read_rules(snapshot: Snapshot, level: Level, text: str | None) -> Rules:
    """Read rules from the text of a TOML file; Faults names all that is wrong."""
    if text is None:
        return Rules()
    reader = _Reader(snapshot, level, text, "rules")
    try:
        held = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reader.blame(f"is no TOML: {error}", "a file as docs/plan.md shows it")
        reader.check()
    for part in held.keys() - set(PARTS):
        reader.blame("is no part of the rules", _offer(part, PARTS), value=part)
    rules = Rules(
        weights=_read_weights(reader, _take(reader, held, "points", dict)),
        capacity=_read_capacity(reader, _take(reader, held, "capacity", dict)),
        border_provinces_lead=_read_switch(reader, _take(reader, held, "rules", dict)),
        must=dict(_read_pairs(reader, held, "must", alone=True)),
        never=frozenset((province, target) for target, province in _read_pairs(reader, held, "never")),
        current=dict(_read_pairs(reader, held, "current", alone=True)),
    )
    for target, province in rules.must.items():
        if (province, target) in rules.never:
            places = snapshot.places
            pair = f"{places.names[province]}, {places.names[target]}"
            reader.blame("must and must never lead there", "one of the two", "must", pair)
    reader.check()
    return rules


def read_points(snapshot: Snapshot, level: Level, text: str | None) -> dict[Pair, float] | None:
    """Read the committee's own points from the text of a CSV file; Faults names all that is wrong."""
    if text is None:
        return None
    reader = _Reader(snapshot, level, text, "points")
    said = text.removeprefix("\ufeff")
    first = said.partition("\n")[0]
    # A spreadsheet separates by what its language does not need for numbers.
    mark = max(",;\t", key=first.count)
    rows = csv.DictReader(io.StringIO(said), restkey="more", delimiter=mark)
    english = {persian: name for name, persian in COLUMNS.items()}
    heads = [english.get(head.strip(), head.strip()) for head in rows.fieldnames or ()]
    if missing := [column for column in COLUMNS if column not in heads]:
        reader.blame(f"has no column {missing[0]}", f"the columns {', '.join(COLUMNS)}", line=1)
        reader.check()
    rows.fieldnames = heads
    found: dict[Pair, float] = {}
    for row in rows:
        if not any(str(cell or "").strip() for cell in row.values()):
            continue
        line = rows.line_num
        province = reader.find_row("Province", row["province"], "province", line)
        target = reader.find_row(LABELS[level], row["country"], "country", line)
        points = _read_number(ascii_digits(str(row["points"] or "")).replace("٫", ".").strip())
        if points is None:
            right = f"a number from 0 to {MOST_POINTS}"
            reader.blame("is no number of points", right, "points", row["points"] or "", line)
        elif NOTHING not in (province, target):
            if (province, target) in found:
                reader.blame("stands there twice", "one line for each province and country", line=line)
            found[province, target] = points
    reader.check()
    return found


def _read_number(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) and 0 <= number <= MOST_POINTS else None


def _offer(word: str, known: tuple[str, ...]) -> str:
    return "one of " + ", ".join([near for near, _ in find_nearest(word, known)] or known)


def _take(reader: _Reader, held: dict[str, Any], part: str, kind: type) -> Any:
    value = held.get(part, kind())
    if not isinstance(value, kind):
        reader.blame(f"[{part}] is not what it should be", "as docs/plan.md shows it", part)
        return kind()
    return value


def _read_weights(reader: _Reader, given: dict[str, Any]) -> Weights:
    known = tuple(one.name for one in fields(Weights))
    read: dict[str, float] = {}
    for name, value in given.items():
        number = None if isinstance(value, bool) else _read_number(value)
        if name not in known:
            reader.blame("gives no points", _offer(name, known), "points", name)
        elif number is None:
            reader.blame("is no number of points", f"a number from 0 to {MOST_POINTS}", name, value)
        else:
            read[name] = number
    return Weights(**read)


def _read_capacity(reader: _Reader, given: dict[str, Any]) -> dict[int, int]:
    read = {}
    for name, value in given.items():
        province = reader.find_row("Province", name, "capacity")
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            reader.blame(
                "is no number of countries", "a whole number, 0 or more", f"capacity of {name}", value
            )
        elif province != NOTHING:
            read[province] = value
    return read


def _read_switch(reader: _Reader, given: dict[str, Any]) -> bool:
    name = "border_provinces_lead"
    for other in given.keys() - {name}:
        reader.blame("is no rule", name, "rules", other)
    if not isinstance(given.get(name, False), bool):
        reader.blame("is not yes or no", "true or false", name, given[name])
    return given.get(name) is True


def _read_pairs(
    reader: _Reader, held: dict[str, Any], part: str, alone: bool = False
) -> Iterator[tuple[int, int]]:
    """Yield target and province of each entry; where one may stand `alone`, a second one is a fault."""
    seen: dict[int, int] = {}
    for number, entry in enumerate(_take(reader, held, part, list), 1):
        where = f"{part}, entry {number}"
        if not isinstance(entry, dict):
            reader.blame("is no pair", "province and country", where, entry)
            continue
        for other in entry.keys() - {"province", "country", "tie"}:
            reader.blame("is no part of an entry", "province, country or tie", where, other)
        province, target = (
            _read_tie(reader, entry, where) if "tie" in entry else _read_pair(reader, entry, where)
        )
        if NOTHING in (province, target):
            continue
        if alone and seen.get(target, province) != province:
            name = reader.snapshot.places.names[target]
            reader.blame("has two leads", "one province for each country", where, name)
        seen[target] = province
        yield target, province


def _read_pair(reader: _Reader, entry: Mapping[str, Any], where: str) -> Pair:
    find: Callable[[str, str], int] = lambda label, key: reader.find_row(  # noqa: E731
        label, entry.get(key), f"{where}, {key}"
    )
    return find("Province", "province"), find(LABELS[reader.level], "country")


def _read_tie(reader: _Reader, entry: Mapping[str, Any], where: str) -> Pair:
    """Return the province and target of a tie that is pinned."""
    ties, name = reader.snapshot.ties, str(entry["tie"])
    row = ties.find(name)
    if row == NOTHING:
        reader.blame("is no tie of this graph", "the id of a tie", f"{where}, tie", name)
        return NOTHING, NOTHING
    pair = int(ties.province[row]), int(reader.snapshot.targets(reader.level)[row])
    if NOTHING in pair:
        reader.blame("leads from no province to such a target", "a tie that counts", f"{where}, tie", name)
    return pair
