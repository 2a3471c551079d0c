"""What a committee lays down for a plan: weights, capacities, who must or must not lead, its own points.

Weights and rules stand in one TOML file, each part of it at will:

    [points]               # what gives a province points, see graphmap/analysis/leading.py
    tie = 10
    border = 20

    [capacity]             # where it differs from that of all
    Tehran = 5

    [rules]
    border_provinces_lead = true    # each border province leads something, where that can be
    provinces_a_sector = 3          # of a country: the others act through the one that leads there
    sectors_a_province = 3          # in a country

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

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from graphmap.analysis.conduct import Limits
from graphmap.analysis.division import HUNDREDTHS
from graphmap.analysis.given import RULES_PARTS, GivenFile, offer, read_number
from graphmap.analysis.leading import Weights
from graphmap.analysis.urgency import take_convention
from graphmap.scales import Level
from graphmap.store.columns import NOTHING
from graphmap.store.snapshot import Snapshot
from graphmap.text import ascii_digits

Pair = tuple[int, int]
"""A province and a target, both rows of places."""

Where = tuple[str, int]
"""A part of the file and the number of an entry there."""

LABELS: Mapping[Level, str] = {
    "country": "Country",
    "region": "Region",
    "city": "City",
    "counterpart": "Counterpart",
}
"""What a target of each level is called in the model."""

COLUMNS = {"province": "استان", "country": "کشور", "points": "امتیاز"}
"""The columns of the committee's own points, each by either name."""
GUIDE = "docs/plan.md"
"""What shows how such a file looks."""

LIMITS = tuple(one.name for one in fields(Limits))
"""The rules of conduct."""

MOST_POINTS = 10_000
"""No single thing is worth more: sums of larger points would not be exact."""

CLOSE = 1e-6
"""So near to a whole number is what stands for it."""


@dataclass(frozen=True)
class Rules:
    """What was laid down; pairs are rows of places."""

    weights: Weights = field(default_factory=Weights)
    capacity: Mapping[int, int] = field(default_factory=dict)
    border_provinces_lead: bool = False
    limits: Limits = field(default_factory=Limits)
    must: Mapping[int, int] = field(default_factory=dict)
    never: frozenset[Pair] = frozenset()
    current: Mapping[int, int] = field(default_factory=dict)


def read_rules(snapshot: Snapshot, level: Level, text: str | None) -> Rules:
    """Read rules from the text of a TOML file; Faults names all that is wrong."""
    if text is None:
        return Rules()
    reader = GivenFile(snapshot, text, "rules")
    held = reader.read_toml(RULES_PARTS, GUIDE)
    rules = Rules(
        weights=_read_weights(reader, reader.take(held, "points", dict)),
        capacity=_read_capacity(reader, reader.take(held, "capacity", dict)),
        border_provinces_lead=_read_switch(reader, reader.take(held, "rules", dict)),
        limits=_read_limits(reader, reader.take(held, "rules", dict)),
        must=dict(_read_pairs(reader, level, held, "must", alone=True)),
        never=frozenset((province, target) for target, province in _read_pairs(reader, level, held, "never")),
        current=dict(_read_pairs(reader, level, held, "current", alone=True)),
    )
    for target, province in rules.must.items():
        if (province, target) in rules.never:
            places = snapshot.places
            pair = f"{places.names[province]}, {places.names[target]}"
            reader.blame(
                "must and must never lead there", "one of the two", "must", pair, reader.line("must")
            )
    take_convention(reader, held)  # which the pipeline reads from the same file: its faults are told at once
    reader.check()
    return rules


def read_points(snapshot: Snapshot, level: Level, text: str | None) -> dict[Pair, float] | None:
    """Read the committee's own points from the text of a CSV file; Faults names all that is wrong."""
    if text is None:
        return None
    reader = GivenFile(snapshot, text, "points")
    found: dict[Pair, float] = {}
    lines: dict[Pair, int] = {}
    for line, row in reader.read_rows(COLUMNS):
        province = reader.find_row("Province", row["province"], "province", line)
        target = reader.find_row(LABELS[level], row["country"], "country", line)
        points = _read_number(reader, row["points"], "points", line)
        if points is not None and NOTHING not in (province, target):
            if first := lines.get((province, target)):
                pair, right = f"{row['province']}, {row['country']}", "one line for each province and country"
                reader.blame(f"stands there twice, in line {first} too", right, value=pair, line=line)
            found[province, target] = points
            lines.setdefault((province, target), line)
    reader.check()
    return found


def _read_number(reader: GivenFile, value: Any, column: str, line: int | None) -> float | None:
    """Return a number of points; None, and a fault, for what is none or is finer than points are counted."""
    plain = ascii_digits(value).replace("٫", ".") if isinstance(value, str) else value
    number = read_number(plain, MOST_POINTS)
    if number is None:
        reader.blame("is no number of points", f"a number from 0 to {MOST_POINTS}", column, value, line)
    elif abs(number * HUNDREDTHS - round(number * HUNDREDTHS)) > CLOSE:
        right = "two decimals at most: points are counted in hundredths"
        reader.blame("has more than two decimals", right, column, value, line)
        return None
    return number


def _read_weights(reader: GivenFile, given: dict[str, Any]) -> Weights:
    known = tuple(one.name for one in fields(Weights))
    read: dict[str, float] = {}
    for name, value in given.items():
        line = reader.line("points", name)
        if name not in known:
            reader.blame("gives no points", offer(name, known), "points", name, line)
        elif (number := _read_number(reader, value, f"points.{name}", line)) is not None:
            read[name] = number
    return Weights(**read)


def _read_capacity(reader: GivenFile, given: dict[str, Any]) -> dict[int, int]:
    read = {}
    for name, value in given.items():
        line = reader.line("capacity", name)
        province = reader.find_row("Province", name, "capacity", line)
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            right = "a whole number, 0 or more"
            reader.blame("is no number of countries", right, f"capacity.{name}", value, line)
        elif province != NOTHING:
            read[province] = value
    return read


def _read_switch(reader: GivenFile, given: dict[str, Any]) -> bool:
    name = "border_provinces_lead"
    for other in given.keys() - {name, *LIMITS}:
        reader.blame("is no rule", offer(other, (name, *LIMITS)), "rules", other, reader.line("rules", other))
    if not isinstance(given.get(name, False), bool):
        line = reader.line("rules", name)
        reader.blame("is not yes or no", "true or false", f"rules.{name}", given[name], line)
    return given.get(name) is True


def _read_limits(reader: GivenFile, given: dict[str, Any]) -> Limits:
    read: dict[str, int] = {}
    for name in LIMITS:
        value = given.get(name, 1)
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            line = reader.line("rules", name)
            reader.blame("is no limit", "a whole number, 1 or more", f"rules.{name}", value, line)
        elif name in given:
            read[name] = value
    return Limits(**read)


def _read_pairs(
    reader: GivenFile, level: Level, held: dict[str, Any], part: str, alone: bool = False
) -> Iterator[tuple[int, int]]:
    """Yield target and province of each entry; where one may stand `alone`, a second one is a fault."""
    seen: dict[int, int] = {}
    for number, entry in enumerate(reader.take(held, part, list), 1):
        line = reader.line(part, number)
        if not isinstance(entry, dict):
            reader.blame("is no pair", "province and country", part, entry, line)
            continue
        for other in entry.keys() - {"province", "country", "tie"}:
            right = "province, country or tie"
            reader.blame("is no part of an entry", right, part, other, reader.line(part, number, other))
        read = _read_tie if "tie" in entry else _read_pair
        province, target = read(reader, level, entry, (part, number))
        if NOTHING in (province, target):
            continue
        if alone and seen.get(target, province) != province:
            name = reader.snapshot.places.names[target]
            reader.blame("has two leads", "one province for each country", part, name, line)
        seen[target] = province
        yield target, province


def _read_pair(reader: GivenFile, level: Level, entry: Mapping[str, Any], where: Where) -> Pair:
    part, number = where
    find: Callable[[str, str], int] = lambda label, key: reader.find_row(  # noqa: E731
        label, entry.get(key), f"{part}.{key}", reader.line(part, number, key)
    )
    return find("Province", "province"), find(LABELS[level], "country")


def _read_tie(reader: GivenFile, level: Level, entry: Mapping[str, Any], where: Where) -> Pair:
    """Return the province and target of a tie that is pinned."""
    ties, name = reader.snapshot.ties, str(entry["tie"])
    row, column, line = ties.find(name), f"{where[0]}.tie", reader.line(*where, "tie")
    if row == NOTHING:
        reader.blame("is no tie of this graph", "the id of a tie", column, name, line)
        return NOTHING, NOTHING
    pair = int(ties.province[row]), int(reader.snapshot.targets(level)[row])
    if NOTHING in pair:
        reader.blame("leads from no province to such a target", "a tie that counts", column, name, line)
    return pair
