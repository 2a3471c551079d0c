"""What lies where: the ties that lead into a place, found by where they lead to."""

from __future__ import annotations

from graphmap.analysis.where import Where
from graphmap.schema import City, Country, Region
from graphmap.store.snapshot import Snapshot
from tests.analysis.graphs import make_node, make_snapshot, put_in


def make_places() -> Snapshot:
    """Make Iraq with the region North, in it the part Erbil with a city; a city of no known region."""
    return make_snapshot(
        [
            make_node(Country, "IRN", home=True),
            *(make_node(Country, one) for one in ("IRQ", "TUR")),
            *(make_node(Region, one) for one in ("north", "erbil", "south")),
            *(make_node(City, one) for one in ("city", "lost")),
            *(put_in(*ends) for ends in (("north", "IRQ"), ("erbil", "north"), ("south", "IRQ"))),
            *(put_in(*ends) for ends in (("city", "erbil"), ("lost", "IRQ"))),
        ]
    )


def test_a_place_holds_what_lies_in_it_and_the_region_that_holds_it_whole() -> None:
    snapshot = make_places()
    where, row = Where(snapshot.places), snapshot.row
    ties = {row(one): [number] for number, one in enumerate(("city", "lost", "north", "IRQ", "erbil", "TUR"))}
    assert where.choose(ties, row("IRQ")) == [0, 1, 2, 3, 4]
    assert where.choose(ties, row("north")) == [0, 2, 4]
    # The whole north is in touch with Erbil, a part of it; its country is not: that may mean the south.
    assert where.choose(ties, row("erbil")) == [0, 2, 4]
    assert where.choose(ties, row("south")) == []


def test_a_city_of_no_known_region_may_lie_in_any() -> None:
    snapshot = make_places()
    where, row = Where(snapshot.places), snapshot.row
    assert where.may_hold(row("lost"), row("south"))
    assert not where.may_hold(row("city"), row("south"))
    assert not where.may_hold(row("lost"), row("IRQ"))
    assert where.may_lie_in(row("lost"), row("south"))
    assert where.may_lie_in(row("city"), row("north"))
    assert not where.may_lie_in(row("city"), row("south"))
