"""Graphs that the tests of pages look at: the Iran sample, and a small one with names that mean harm."""

from __future__ import annotations

from datetime import date
from functools import cache

from graphmap.exchange.samples import read_sample
from graphmap.scales import PRESUMED_YEARS, Level
from graphmap.schema import (
    Borders,
    City,
    Contents,
    Country,
    In,
    Mission,
    Named,
    Province,
    Record,
    Region,
    Relationship,
    SentBy,
    Source,
    Tie,
    validated,
)
from graphmap.store.snapshot import build_snapshot
from graphmap.views import Choice, PageData, gather_page_data

DAY = date(2026, 11, 24)

HOSTILE = (
    "</script><script>document.title='broken'</script>",
    '"><img src=x onerror=document.title=1>',
    "Qom\u202etxt.\u2066exe",
    "=HYPERLINK(1)",
    "'-alert(1)-'",
    "{{ 7*7 }} {% raw %}",
    "\u2028&lt;b&gt;",
)


def fill(records: list[Record]) -> Contents:
    """Make the contents of a store from records."""
    nodes = {record.id or "": record for record in records if isinstance(record, Named)}
    relationships = {record.id or "": record for record in records if isinstance(record, Relationship)}
    return Contents(nodes, relationships)


@cache
def read_iran() -> Contents:
    """Return the Iran sample as a store would hold it."""
    return fill([entry.record for entry in read_sample("iran").entries])


def make_hostile(home: str = "ZZX", placed: bool = True) -> Contents:
    """Make a graph in which every name is hostile; its home country has no shapes."""
    source = ("source:x",)

    def place(number: int) -> dict[str, float]:
        return {"lat": 30.0 + number, "lon": 50.0 + number} if placed else {}

    records: list[Record] = [
        validated(
            Source, id="source:x", name=HOSTILE[0], publisher=HOSTILE[1], url="javascript:alert(1)", grade="C"
        ),
        validated(Country, id=home, name=HOSTILE[5], home=True, sources=source),
        validated(Country, id="TUR", name=HOSTILE[1], name_fa=f"{HOSTILE[0]} آ", sources=source),
        validated(Country, id="IRQ", name=HOSTILE[2], sources=source),
        validated(Region, id="TR-42", name=HOSTILE[4], sources=source),
        validated(In, from_id="TR-42", to_id="TUR", sources=source),
        validated(Mission, id="m:1", name=HOSTILE[1], kind="embassy", sources=source, lat=39.9, lon=32.8),
        validated(SentBy, from_id="m:1", to_id=home, sources=source),
    ]
    for number in range(3):
        province, city = f"ZZ-{number}", f"city:{number}"
        records += [
            validated(Province, id=province, name=HOSTILE[number], sources=source, **place(number)),
            validated(In, from_id=province, to_id=home, sources=source),
            validated(City, id=city, name=HOSTILE[number + 3], sources=source),
            validated(In, from_id=city, to_id="TUR" if number else "IRQ", sources=source),
            validated(
                Tie,
                from_id=province,
                to_id="TUR",
                kind="agreement",
                since="2019?",
                sectors=("trade",),
                sources=source,
            ),
            validated(
                Tie,
                from_id=province,
                to_id=city,
                kind="sister_city",
                since="2020-02",
                until="..",
                sources=source,
            ),
            validated(Borders, from_id=province, to_id="TR-42", sources=source),
        ]
    return fill(records)


def look_at(
    contents: Contents,
    as_of: date | None = DAY,
    level: Level = "country",
    choice: Choice | None = None,
    presume: int = PRESUMED_YEARS,
    believed_on: date | None = None,
) -> PageData:
    """Gather what a page shows of a graph."""
    snapshot = build_snapshot(contents)
    return gather_page_data(snapshot, as_of, level, choice, presume=presume, believed_on=believed_on)


def make_many(ties: int) -> Contents:
    """Make a graph of many ties between 20 provinces and cities of 6 countries."""
    source = ("source:x",)
    countries = ("TUR", "IRQ", "AFG", "PAK", "ARM", "AZE")
    records: list[Record] = [
        validated(Source, id="source:x", name="A list", grade="C"),
        validated(Country, id="ZZX", name="Home", home=True, sources=source),
        *(validated(Country, id=country, name=f"Country {country}", sources=source) for country in countries),
    ]
    for number in range(20):
        province = f"ZZ-{number}"
        records.append(
            validated(Province, id=province, name=f"Province {number}", lat=30, lon=50, sources=source)
        )
        records.append(validated(In, from_id=province, to_id="ZZX", sources=source))
    for number in range(ties // 4):
        city = f"city:{number}"
        records.append(
            validated(City, id=city, name=f"City {number}", lat=40, lon=number / 10, sources=source)
        )
        records.append(validated(In, from_id=city, to_id=countries[number % 6], sources=source))
    for number in range(ties):
        start, target = f"ZZ-{number * 7 % 20}", f"city:{number % (ties // 4)}"
        given = {"kind": "memorandum", "since": "2020", "document": str(number)}
        records.append(validated(Tie, from_id=start, to_id=target, sources=source, **given))
    return fill(records)


def make_wide(provinces: int, countries: int, each: int) -> Contents:
    """Make a graph of many provinces, each with ties with some of many countries, in four sectors."""
    source = ("source:x",)
    sectors = ("trade", "tourism", "culture", "education")
    codes = [f"Q{first}{second}" for first in "ABCDEFGHIJ" for second in "ABCDEFGHIJKLMNOP"][:countries]
    records: list[Record] = [
        validated(Source, id="source:x", name="A list", grade="C"),
        validated(Country, id="ZZX", name="Home", home=True, sources=source),
        *(validated(Country, id=code, name=f"Country {code}", sources=source) for code in codes),
    ]
    for number in range(provinces):
        province = f"ZZ-{number}"
        where = {"lat": 30 + number % 50 / 10, "lon": 50 + number // 50 / 10}
        records.append(validated(Province, id=province, name=f"Province {number}", sources=source, **where))
        records.append(validated(In, from_id=province, to_id="ZZX", sources=source))
        for step in range(each):
            target = codes[(number * 7 + step) % len(codes)]
            given = {
                "kind": "memorandum",
                "since": f"{2000 + number % 26}",
                "document": f"{number}-{step}",
                "sectors": (sectors[(number + step) % 4],),
            }
            records.append(validated(Tie, from_id=province, to_id=target, sources=source, **given))
    return fill(records)
