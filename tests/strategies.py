"""Hypothesis strategies derived from the schema: values of each kind, records, whole valid graphs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from hypothesis import strategies as st

from graphmap.bounds import find_bounds
from graphmap.errors import DateError
from graphmap.schema import (
    NODES,
    RELATIONSHIPS,
    Batch,
    Body,
    Borders,
    Changeset,
    City,
    Column,
    Counterpart,
    Country,
    In,
    Lasting,
    Mission,
    Province,
    Record,
    Region,
    Relationship,
    Represents,
    SentBy,
    Source,
    Tie,
    TradesWith,
    validated,
)
from graphmap.schema.apart import APART
from graphmap.schema.claims import CLAIMS
from graphmap.schema.kinds import (
    DAY,
    LATITUDE,
    LONGITUDE,
    NUMBER,
    PERCENT,
    PERIOD,
    PERSIAN_TEXT,
    TEXT,
    TEXTS,
    UNCERTAIN_DATE,
    UNCERTAIN_DATES,
    WHOLE,
    YEAR,
    YES_NO,
    ValueRefused,
)

HOME = "HOM"
"""The home country of every drawn graph."""

HOSTILE_TEXTS = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "‮evil‬",
    'O\'Brien \\ "quoted" `ticks`',
    "آذربایجان شرقی",
    "می‌خواهم",
    "null",
    "0",
    "𐎠𐎼𐎹",
)


def texts() -> st.SearchStrategy[str]:
    """Draw texts that a field may hold: any script, hostile ones among them."""
    letters = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp"))
    return st.one_of(st.sampled_from(HOSTILE_TEXTS), st.text(letters, min_size=1, max_size=12).filter(_holds))


def _holds(text: str) -> bool:
    try:
        return bool(TEXT.read(text))
    except ValueRefused:
        return False


def _floats(low: float, high: float) -> st.SearchStrategy[float]:
    return st.floats(low, high, allow_nan=False, allow_subnormal=False)


def uncertain_dates() -> st.SearchStrategy[str]:
    """Draw date texts as a file may give them."""
    years = st.integers(1950, 2030)
    return st.one_of(
        years.map(str),
        st.tuples(years, st.integers(1, 12)).map(lambda found: f"{found[0]}-{found[1]:02d}"),
        st.dates(date(1950, 1, 1), date(2030, 1, 1)).map(str),
        years.map(lambda year: f"{year}?"),
        st.integers(1340, 1409).map(str),
        st.sampled_from(["", "..", "201X"]),
    )


KIND_VALUES: dict[str, st.SearchStrategy[Any]] = {
    TEXT.name: texts(),
    PERSIAN_TEXT.name: st.text("آبپتچیکمن \u200c1", min_size=1, max_size=12).map("م".__add__),
    TEXTS.name: st.lists(texts().filter(lambda text: "|" not in text), max_size=3),
    YES_NO.name: st.booleans(),
    DAY.name: st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    UNCERTAIN_DATES.name: st.lists(
        st.dates(date(1990, 1, 1), date(2020, 1, 1)).map(str) | st.sampled_from(["1999", "2005-03", "1390"]),
        max_size=2,
    ),
    UNCERTAIN_DATE.name: uncertain_dates(),
    PERIOD.name: st.sampled_from(["1402", "2023-05", "1402-01..1402-05"]),
    CLAIMS.name: st.lists(
        st.sampled_from(["TIED_TO", "TIED_TO.sister_city:TUR", "Mission:*", "BORDERS"]), max_size=2
    ),
    APART.name: st.lists(
        st.sampled_from(["a:1", "a:2; 2026-11-27; Ann; two; not one"]), max_size=2, unique=True
    ),
    WHOLE.name: st.integers(0, 10**12),
    YEAR.name: st.integers(1500, 9999),
    NUMBER.name: _floats(0, 1e15),
    LATITUDE.name: _floats(-90, 90),
    LONGITUDE.name: _floats(-180, 180),
    PERCENT.name: _floats(0, 100),
}


def values_of(column: Column) -> st.SearchStrategy[Any]:
    """Draw values of one field."""
    kind = column.kind
    if kind.choices:
        one = st.sampled_from(sorted(kind.choices))
        return st.lists(one, max_size=3) if kind.many else one
    return KIND_VALUES.get(kind.name, st.from_regex(r"[A-Za-z0-9:._-]{1,12}", fullmatch=True))


@st.composite
def records_of(draw: st.DrawFn, /, cls: type[Record], sources: Sequence[str] = (), **fixed: Any) -> Record:
    """Draw a whole record with some fields fixed: its required fields, and any of the others."""
    given: dict[str, Any] = dict(fixed)
    if sources and "sources" in cls.model_fields:
        given["sources"] = draw(st.lists(st.sampled_from(sources), min_size=1, max_size=2, unique=True))
    for column in cls.columns():
        if column.name in given or column.name in {"id", "home", "from_id", "to_id"}:
            continue
        if column.required or draw(st.booleans()):
            given[column.name] = draw(values_of(column))
    if issubclass(cls, Lasting) and not _agree(given):
        given.pop("until", None)
        given.pop("attested", None)
    if given.get("stage") == "ended" and given.get("until"):
        # Whoever says so must say it after that day.
        given["stage"] = "suspended"
    if cls is Mission and not _agree({"since": given.get("opened"), "until": given.get("closed")}):
        given.pop("closed", None)
    if cls is TradesWith and (given.get("year") is None) == (given.get("period") is None):
        given |= {"year": 2020, "period": None}
    return validated(cls, **given)


def _agree(given: dict[str, Any]) -> bool:
    try:
        find_bounds(given.get("since") or "", given.get("until") or "", given.get("attested") or ())
    except DateError:
        return False
    return True


IDS = {
    Country: ("AAA", "BBB", "CCC"),
    Province: ("HM-01", "HM-02", "HM-03"),
    Region: ("wd:Q1", "wd:Q2"),
    City: ("city:hom:a", "city:hom:b", "city:aaa:c", "city:bbb:d"),
    Counterpart: ("counterpart:1", "counterpart:2"),
    Body: ("body:hom:1",),
    Mission: ("mission:1", "mission:2"),
    Source: ("source:1", "source:2"),
}
"""The ids that drawn graphs use; of any other label one node is drawn."""


@st.composite
def graphs(draw: st.DrawFn, ties: int = 8) -> tuple[Record, ...]:
    """Draw a valid graph with every label and type: home and other countries, provinces, cities, ties."""
    sources = IDS[Source]
    nodes: list[Record] = [draw(records_of(Source, id=identity)) for identity in sources]
    nodes.append(draw(records_of(Country, sources, id=HOME, home=True)))
    for cls in NODES.values():
        if cls not in (Source, Changeset):
            ids = IDS.get(cls, (f"{cls.stored_as.lower()}:1",))
            nodes += [draw(records_of(cls, sources, id=identity)) for identity in ids]
    held: dict[str, Record] = {}
    for kind in RELATIONSHIPS.values():
        for start, target in draw(_pairs(kind, nodes, ties if kind is Tie else 3)):
            record = draw(records_of(kind, sources, from_id=start, to_id=target))
            held.setdefault(str(record.id), record)
    return (*nodes, *held.values())


def _pairs(
    kind: type[Relationship], nodes: Iterable[Record], most: int
) -> st.SearchStrategy[Sequence[tuple[str, str]]]:
    """Draw pairs of ids that a relationship of this type may join."""
    allowed = [
        (str(start.id), str(target.id))
        for start in nodes
        for target in nodes
        if (start.stored_as, target.stored_as) in kind.ends and _fits(kind, start, target)
    ]
    if not kind.single:
        unique = (lambda pair: tuple(sorted(pair))) if kind is Borders else None
        drawn = st.lists(st.sampled_from(allowed), max_size=most, unique_by=unique)
        return drawn.map(tuple)
    by_start: dict[str, list[tuple[str, str]]] = {}
    for pair in allowed:
        by_start.setdefault(pair[0], []).append(pair)
    chosen = st.tuples(*(st.sampled_from(pairs) for pairs in by_start.values()))
    if kind in (In, Represents):
        return chosen
    return chosen.flatmap(lambda pairs: st.lists(st.sampled_from(pairs), unique=True, max_size=most))


def _fits(kind: type[Relationship], start: Record, target: Record) -> bool:
    """Say whether two nodes fit: home lies in home, abroad abroad, and a tie leads from home abroad."""
    if start.id == target.id:
        return False
    if kind is Tie:
        return is_home(start) and not is_home(target)
    if kind is In and isinstance(start, Region) and isinstance(target, Region):
        return False
    if kind is SentBy:
        # So that a tie with it leads abroad; one of home's own posts would lie at home.
        return not is_home(target)
    return kind not in (In, Represents) or is_home(start) == is_home(target)


def is_home(node: Record) -> bool:
    """Say whether a drawn node lies at home."""
    return isinstance(node, Province | Body) or node.id == HOME or str(node.id).startswith("city:hom:")


def batches(ties: int = 8) -> st.SearchStrategy[Batch]:
    """Draw a batch that holds a whole valid graph."""
    return graphs(ties).map(Batch.of)


HELD_TOGETHER = (
    *("sources", "home", "since", "until", "attested"),
    *("opened", "closed", "year", "period"),
)
"""Fields that must agree with others, so that a drawn change leaves them alone."""


@st.composite
def changes_of(draw: st.DrawFn, records: Sequence[Record]) -> Batch:
    """Draw a batch that changes some fields of some records of a graph, clears others, and adds nothing."""
    changed = []
    for record in draw(st.lists(st.sampled_from(records), max_size=6, unique_by=lambda r: r.id)):
        cls = type(record)
        given: dict[str, Any] = {"id": record.id}
        if isinstance(record, Relationship):
            given |= {"from_id": record.from_id, "to_id": record.to_id}
        for column in cls.columns():
            free = column.name not in {*given, *HELD_TOGETHER}
            if free and draw(st.integers(0, 3)) == 0:
                clear = not column.required and draw(st.booleans())
                given[column.name] = None if clear else draw(values_of(column).filter(lambda v: v != "ended"))
        changed.append(validated(cls, **given))
    return Batch.of(changed)
