"""The contest matrix: what its cells, heads and folds say, of both samples and of large graphs."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import pytest

from graphmap.exchange.samples import read_sample
from graphmap.language import load_language
from graphmap.scales import VERDICTS
from graphmap.views.drawn import gather_drawn
from graphmap.views.matrix import MOST_ROWS, choose_look, list_courted
from graphmap.views.page import render_fragment
from graphmap.views.page_data import PageData
from graphmap.views.wording import choose_wording
from tests.views.graphs import fill, look_at, make_many, read_iran


@cache
def read_invented() -> PageData:
    """Return what a page shows of the invented sample."""
    return look_at(fill([entry.record for entry in read_sample("invented").entries]))


def list_cells(drawn: str) -> dict[tuple[str, str], tuple[str, str]]:
    """Return class and text of each cell by the ids of its row and column."""
    columns = re.findall(r'<th scope="col" data-c="([^"]*)"', drawn)
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for row in re.findall(r"<tr>(<th scope=\"row\" data-p=.*?)</tr>", drawn.split("<tbody>")[1], re.S):
        (province,) = re.findall(r'data-p="([^"]*)"', row)
        cells = re.findall(r'<td(?: class="([^"]*)")?>(?:<b>([^<]*)</b>)?</td>', row)
        assert len(cells) == len(columns)
        found |= {(province, column): cell for column, cell in zip(columns, cells, strict=True)}
    return found


def test_the_columns_are_the_countries_that_two_provinces_court_most_rival_pairs_first() -> None:
    page = look_at(read_iran())
    drawn = render_fragment("matrix", page, "en")
    columns = re.findall(r'<th scope="col" data-c="([^"]*)"', drawn)
    assert columns == list_courted(page)
    courted = {country: {tie.province for tie in page.find_ties(country)} for country in page.countries}
    assert set(columns) == {country for country, found in courted.items() if len(found) > 1}
    pairs = [int(count.replace("·", "0")) for count in re.findall(r'data-pairs="[^"]*">([^<]*)', drawn)]
    assert pairs == sorted(pairs, reverse=True)
    many = re.findall(r'data-many="([^"]*)">([^<]*)', drawn)
    assert many == [(country, str(len(courted[country]))) for country in columns]


@pytest.mark.parametrize("name", ["iran", "invented"])
def test_a_cell_shows_its_verdict_its_ties_and_its_border(name: str) -> None:
    page = look_at(read_iran()) if name == "iran" else read_invented()
    english = load_language("en")
    for (province, country), (classes, text) in list_cells(render_fragment("matrix", page, "en")).items():
        ties = page.find_ties(country, province)
        assert ("touch" in classes) == ((province, country) in page.borders)
        assert text.split(" ")[-1] == (str(len(ties)) if ties else "")
        verdict = page.find_verdict(province, country)
        if verdict in {"certain", "presumed"} and ties:
            assert f"fill-{verdict}" in classes
            assert text.startswith(english.words(f"mark-{verdict}"))


def test_the_invented_sample_shows_what_the_real_one_has_no_case_of() -> None:
    looks = {
        classes.split(" ")[0]
        for classes, _ in list_cells(render_fragment("matrix", read_invented(), "en")).values()
    }
    assert {"fill-certain", "fill-presumed", "fill-possible", "fill-contact"} <= looks
    assert choose_look("complementary", 1, 0, False) == "complementary"
    assert choose_look("joint", 1, 0, False) == "joint"


def test_where_all_of_a_country_are_possible_its_cells_are_plain_and_events_alone_are_a_ring() -> None:
    assert choose_look("possible", 1, 0, True) == "plain"
    assert choose_look("possible", 1, 0, False) == "possible"
    assert choose_look("in contact", 0, 2, False) == "contact"
    assert choose_look("in contact", 3, 2, False) == "plain"
    assert choose_look("none", 0, 0, False) is None


def test_what_is_folded_is_counted_and_can_be_opened() -> None:
    page = look_at(read_iran())
    drawn = render_fragment("matrix", page, "en")
    sole = {tie.country for tie in page.ties} - set(list_courted(page))
    assert f"{len(sole)} countries with one province" in drawn
    for country in sole:
        assert f'data-choose-country="{country}"' in drawn
    assert drawn.count("<details") == 3


def test_heads_are_turned_from_thirteen_columns_on() -> None:
    assert 'class="matrix turned"' in render_fragment("matrix", look_at(read_iran()), "en")
    assert 'class="matrix"' in render_fragment("matrix", read_invented(), "en")


def test_many_provinces_are_ranked_and_paged_and_never_all_drawn() -> None:
    page = look_at(make_many(800))
    drawn = render_fragment("matrix", page, "en")
    assert drawn.count('<th scope="row" data-p=') <= MOST_ROWS


def test_the_script_has_for_each_cell_what_python_drew() -> None:
    page = look_at(read_iran())
    drawn = gather_drawn(page, choose_wording("en"))
    place = drawn["levels"].index("country") * len(drawn["sectors"])
    for cell in drawn["cells"]:
        province, country = drawn["provinces"][cell.province], drawn["countries"][cell.country]
        for number, sector in enumerate(drawn["sectors"]):
            asked = sector or None
            assert cell.ties[number] == len(page.find_ties(country, province, asked))
            verdict = VERDICTS[int(cell.verdicts[place + number])]
            assert verdict == page.find_verdict(province, country, asked)


def test_at_a_finer_level_a_cell_is_never_stronger_than_at_a_coarser_one() -> None:
    page = look_at(read_iran())
    drawn = gather_drawn(page, choose_wording("en"))
    many = len(drawn["sectors"])
    rivals = {VERDICTS.index("presumed"), VERDICTS.index("certain")}
    for cell in drawn["cells"]:
        for sector in range(many):
            by_level = [int(cell.verdicts[level * many + sector]) for level in range(len(drawn["levels"]))]
            for finer, coarser in pairwise(by_level):
                assert finer not in rivals or coarser in rivals
