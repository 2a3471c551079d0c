"""A small graph, made by hand, that the store's tests share."""

from __future__ import annotations

from datetime import date

from graphmap.schema import (
    DECLARED,
    City,
    Counterpart,
    Country,
    In,
    Province,
    Record,
    Region,
    Represents,
    Tie,
    validated,
)

SOURCES = ("source:1",)

TURKEY = validated(Country, id="TUR", name="Türkiye", name_fa="ترکیه", aliases=["Turkey"], sources=SOURCES)
NORTH = validated(Province, id="HM-01", name="North", population=3_000_000, lat=38.5, sources=SOURCES)
SOUTH = validated(Province, id="HM-02", name="South", sources=SOURCES)
TOWN = validated(City, id="city:hom:town", name="Town", sources=SOURCES)
KONYA_REGION = validated(Region, id="TR-42", name="Konya", sources=SOURCES)
KONYA = validated(City, id="city:tur:konya", name="Konya", lat=37.87, lon=32.49, sources=SOURCES)
GOVERNOR = validated(
    Counterpart, id="counterpart:konya", name="Governor of Konya", kind="governor", sources=SOURCES
)
PLACES: tuple[Record, ...] = (
    TURKEY,
    NORTH,
    SOUTH,
    TOWN,
    KONYA_REGION,
    KONYA,
    GOVERNOR,
    *(
        validated(In, from_id=start, to_id=target, sources=SOURCES)
        for start, target in (
            ("HM-01", "HOM"),
            ("HM-02", "HOM"),
            ("city:hom:town", "HM-01"),
            ("TR-42", "TUR"),
            ("city:tur:konya", "TR-42"),
        )
    ),
    validated(Represents, from_id="counterpart:konya", to_id="TR-42", sources=SOURCES),
)
TIES: tuple[Record, ...] = (
    validated(
        Tie,
        id="tie:province",
        from_id="HM-02",
        to_id="counterpart:konya",
        kind="memorandum",
        sectors=["trade", "tourism"],
        since="2019-05",
        until="..",
        attested=["2024-01-01"],
        stage="in_force",
        sources=SOURCES,
    ),
    validated(
        Tie,
        id="tie:town",
        from_id="city:hom:town",
        to_id="city:tur:konya",
        kind="sister_city",
        since="2001?",
        sources=SOURCES,
    ),
)
GRAPH = (*PLACES, *TIES)


def list_days() -> list[str]:
    """Return the derived properties that are days."""
    blank = (cls.holding({"id": "x", "name": "x"}) for cls in DECLARED.values())
    derived = (record.derive() | record.settle_alone() for record in blank)
    return sorted({name for found in derived for name, value in found.items() if isinstance(value, date)})
