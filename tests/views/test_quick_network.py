"""The quick network counts just the ties that the analyses count."""

from __future__ import annotations

from datetime import date

from graphmap.schema import Country, Province, Record, Source, Tie, validated
from graphmap.store.snapshot import build_snapshot
from graphmap.views.quick_network import count_ties
from tests.views.graphs import fill

SOURCE = ("source:x",)


def make_tie(document: str, **given: str) -> Record:
    return validated(
        Tie,
        from_id="ZZ-1",
        to_id="TUR",
        kind="agreement",
        document=document,
        sources=SOURCE,
        **given,
    )


def test_a_tie_that_its_stage_or_its_date_says_has_ended_is_not_drawn() -> None:
    contents = fill(
        [
            validated(Source, id="source:x", name="A list"),
            validated(Country, id="ZZX", name="Home", home=True, sources=SOURCE),
            validated(Country, id="TUR", name="Türkiye", sources=SOURCE),
            validated(Province, id="ZZ-1", name="A province", sources=SOURCE),
            make_tie("1", since="2020", until=".."),
            make_tie("2", since="2020", until="2022-01-01"),
            make_tie("3", since="2020", until="..", stage="ended"),
            make_tie("4", since="2020", until="", stage="ended"),
        ]
    )
    snapshot = build_snapshot(contents)
    line = (snapshot.row("ZZ-1"), snapshot.row("TUR"))
    # The third is called ended and open at once: which of the two is wrong is not known.
    assert count_ties(snapshot, "country", date(2026, 1, 1)) == {line: 2}
    assert count_ties(snapshot, "country", None) == {line: 4}
    assert count_ties(snapshot, "city", None) == {}
