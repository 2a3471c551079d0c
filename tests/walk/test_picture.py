"""A picture joins all ties and loses none; a group stands for what lies in it and is not shown itself."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from graphmap.exchange.samples import read_sample
from graphmap.store import create_store
from graphmap.walk.picture import (
    Shown,
    begin_picture,
    count_inside,
    find_tops,
    join_lines,
    list_members,
    list_ties_between,
)
from graphmap.walk.web import Web, weave

DAY = date(2026, 2, 8)


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Web:
    """Return the neighbours of the Iran sample."""
    made, _ = create_store(tmp_path_factory.mktemp("picture") / "iran.kgl", read_sample("iran"), by="test")
    with made:
        return weave(made.snapshot())


def count_ties(web: Web, shown: Shown) -> int:
    """Return how many ties the lines of a picture hold."""
    return sum(line.count for line in join_lines(web, shown, DAY) if line.type == "TIED_TO")


def test_a_country_begins_with_all_ties_into_it(web: Web) -> None:
    row = web.find("IRQ")
    shown, left_out = begin_picture(web, [row])
    tops, ties = find_tops(web), web.snapshot.ties
    into = int(np.count_nonzero((tops[ties.start] == row) ^ (tops[ties.target] == row)))
    lines = [line for line in join_lines(web, shown, DAY) if row in (line.start, line.end)]
    assert left_out == 0
    assert sum(line.count for line in lines if line.type == "TIED_TO") == into > 20


def test_a_country_does_not_lie_where_its_consulates_lie(web: Web) -> None:
    shown, _ = begin_picture(web, [web.find("IRQ")])
    assert {line.type for line in join_lines(web, shown, DAY)} == {"TIED_TO", "BORDERS", "TRADES_WITH"}
    opened = Shown((*shown.nodes, *list_members(web, shown, web.find("IRQ"))), shown.closed)
    assert any(line.type == "IN" for line in join_lines(web, opened, DAY))


def test_opening_a_group_keeps_every_tie(web: Web) -> None:
    shown, _ = begin_picture(web, [web.find("IRQ")])
    members = list_members(web, shown, web.find("IRQ"))
    opened = Shown((*shown.nodes, *members), shown.closed)
    assert members
    assert count_ties(web, opened) == count_ties(web, shown)
    inside, before = count_inside(web, opened), count_inside(web, shown)
    assert inside.get(web.find("IRQ"), 0) == before[web.find("IRQ")] - len(members)


def test_the_ties_behind_a_line_are_as_many_as_it_says(web: Web) -> None:
    shown, _ = begin_picture(web, [web.find("IRQ")])
    lines = join_lines(web, shown, DAY)
    for line in lines:
        if line.type == "TIED_TO":
            both = [one for one in lines if {one.start, one.end} == {line.start, line.end}]
            tied = sum(one.count for one in both if one.type == "TIED_TO")
            assert len(list_ties_between(lines, (line.start, line.end), "TIED_TO")) == tied
