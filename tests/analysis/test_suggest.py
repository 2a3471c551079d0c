"""Suggestions: by hand on small graphs, tried against plain counting, and on the municipal sample."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from statistics import mean

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmap.analysis import Suggestions, evaluate_suggestions, find_suggest
from graphmap.analysis.evaluation import evaluate_hidden, evaluate_later, measure_first, measure_ranking
from graphmap.analysis.scoring import SCORES, Score, score_pairs
from graphmap.errors import GraphmapError
from graphmap.language import CODES, load_language
from graphmap.schema import Borders, City, Country, Mission, Record, SentBy, Source, validated
from graphmap.store.snapshot import Snapshot, build_snapshot
from tests.analysis.graphs import SOURCE, make_node, make_small_world, make_snapshot, make_tie, put_in
from tests.examples import examples
from tests.municipal import hold_municipal

DAY = date(2026, 6, 1)
HELD = {"A": ("TUR", "FRA", "IRQ"), "B": ("TUR", "FRA"), "C": ("TUR", "ARM"), "D": ()}


def make_field(*more: Record, relations: str = "full") -> Snapshot:
    """Build a world in which A, B and C have ties with some countries, D with none."""
    records: list[Record] = [make_node(Country, code) for code in ("IRQ",)]
    records.append(make_node(Country, "ARM", relations=relations))
    records += [
        make_tie(f"{one}-{code}", one, code, kind="memorandum", since="2025")
        for one, codes in HELD.items()
        for code in codes
    ]
    return make_snapshot([*make_small_world(), *records, *more])


def list_pairs(found: Suggestions) -> list[tuple[str, str]]:
    """Return province and target of each."""
    return [(one.province.id, one.target.id) for one in found]


def test_what_like_provinces_have_comes_first_with_each_factor() -> None:
    found = find_suggest(make_field(), province="B", as_of=DAY)
    assert list_pairs(found) == [("B", "IRQ"), ("B", "ARM")]
    iraq, armenia = found
    # A shares Türkiye (three have it) and France (two), C Türkiye alone.
    assert iraq.scores["alike"] == pytest.approx(1 / np.log(3) + 1 / np.log(2))
    assert armenia.scores["alike"] == pytest.approx(1 / np.log(3))
    assert [(one.id, count) for one, count in iraq.like] == [("A", 2)]
    assert (iraq.scores["attachment"], iraq.scores["popularity"], iraq.own) == (2, 1, 2)
    assert (iraq.ties, armenia.ties) == (("A-IRQ",), ("C-ARM",))
    assert iraq.absence.answer == "cannot tell"


def test_who_has_no_tie_at_all_is_told_what_most_have() -> None:
    found = find_suggest(make_field(), province="D", top=2)
    assert list_pairs(found) == [("D", "TUR"), ("D", "FRA")]
    assert [one.id for one in found[0].others] == ["A", "B", "C"]
    assert "3 other provinces have or had ties there: A, B and C" in found[0].sentence(load_language("en"))
    on_a_day = find_suggest(make_field(), province="D", top=2, as_of=DAY)[0].sentence(load_language("en"))
    assert "3 other provinces have ties there that hold or may: A, B and C" in on_a_day


def test_nothing_is_suggested_that_a_province_has_or_prepares() -> None:
    proposed = make_tie("p", "B", "IRQ", kind="memorandum", stage="proposed", since="2026")
    met = make_tie("v", "B", "ARM", kind="visit", since="2026-05-01")
    found = find_suggest(make_field(proposed, met), province="B", as_of=DAY)
    assert list_pairs(found) == [("B", "ARM")]
    assert found[0].reasons == ("contact",)
    assert found[0].ties == ("v", "C-ARM")
    assert "in contact" in found[0].sentence(load_language("en"))


def test_no_country_without_diplomatic_relations_is_suggested_and_that_is_said() -> None:
    found = find_suggest(make_field(relations="none"), as_of=DAY)
    assert "ARM" not in {target for _, target in list_pairs(found)}
    assert [one.id for one in found.barred] == ["ARM"]
    assert any("diplomatic relations: ARM" in line for line in found.remarks(load_language("en")))
    limited = find_suggest(make_field(relations="limited"), as_of=DAY)
    assert ("B", "ARM") in list_pairs(limited)


def test_a_border_and_a_mission_speak_for_a_country_that_no_province_has() -> None:
    border = validated(Borders, from_id="D", to_id="IRN", km=10, sources=(SOURCE,))
    consulate = [
        make_node(Mission, "irn:consulate", kind="consulate", status="open"),
        validated(SentBy, from_id="irn:consulate", to_id="IRN", sources=(SOURCE,)),
        put_in("irn:consulate", "d:town"),
    ]
    town = [make_node(City, "d:town"), put_in("d:town", "D")]
    found = find_suggest(
        make_field(make_node(Country, "IRN"), border, *town, *consulate), province="D", country="IRN"
    )
    assert [(one.reasons, one.others, one.ties) for one in found] == [(("border", "mission"), (), ())]
    assert found[0].sources == (SOURCE,)
    assert "no" in found[0].sentence(load_language("en"))


def test_a_mission_at_home_says_nothing_of_where_its_country_lies() -> None:
    mission = [
        make_node(Mission, "tur:embassy", kind="embassy", lat=35.0, lon=51.0),
        validated(SentBy, from_id="tur:embassy", to_id="TUR", sources=(SOURCE,)),
    ]
    found = find_suggest(make_field(*mission), province="D")
    assert {one.km for one in found} == {None}


def test_one_country_is_ranked_by_what_is_known_of_all() -> None:
    whole = find_suggest(make_field(), province="B")
    narrow = find_suggest(make_field(), province="B", country="ARM")
    assert list_pairs(narrow) == [("B", "ARM")]
    assert narrow[0].scores == next(one for one in whole if one.target.id == "ARM").scores


def test_what_ranks_nothing_is_refused() -> None:
    with pytest.raises(GraphmapError, match="right would be one of alike"):
        find_suggest(make_field(), by="luck")  # type: ignore[arg-type]
    with pytest.raises(GraphmapError, match="top: 0"):
        find_suggest(make_field(), top=0)


# ------------------------------------------------------------------------- evaluation


def test_the_worked_ranking_is_told() -> None:
    ranked, right = np.array([0.9, 0.8, 0.7, 0.4, 0.2]), np.array([1, 0, 1, 0, 0], bool)
    assert measure_ranking(ranked, right, 2) == (5 / 6, 0.5)
    assert measure_ranking(ranked, right, 3)[1] == pytest.approx(2 / 3)


RANKED = st.lists(st.tuples(st.integers(0, 3), st.booleans()), min_size=1, max_size=6)


@settings(max_examples=examples(40))
@given(RANKED, st.integers(1, 4))
def test_equal_scores_count_as_every_order_of_them_does_on_average(
    ranked: list[tuple[int, bool]], best: int
) -> None:
    scores, right = np.array([float(one) for one, _ in ranked]), np.array([hit for _, hit in ranked])
    pos, neg = scores[right], scores[~right]
    auc, share = measure_ranking(scores, right, best)
    if len(pos) and len(neg):
        assert auc == pytest.approx(mean((p > n) + 0.5 * (p == n) for p in pos for n in neg))
    else:
        assert np.isnan(auc)
    first = min(best, len(ranked))
    orders = [
        order for order in permutations(ranked) if [one for one, _ in order] == sorted(scores, reverse=True)
    ]
    expected = mean(sum(hit for _, hit in order[:first]) / first for order in orders)
    assert share == pytest.approx(expected)
    everyone = np.ones((1, len(ranked)), np.bool_)
    assert measure_first(scores[None], right[None], everyone, best) == pytest.approx(expected)


TABLES = st.lists(st.lists(st.booleans(), min_size=4, max_size=4), min_size=3, max_size=5)


@settings(max_examples=examples(30))
@given(TABLES)
def test_scores_are_those_counted_pair_by_pair(table: list[list[bool]]) -> None:
    held = np.array(table)
    km = np.arange(held.size, dtype=float).reshape(held.shape) + 1
    found = score_pairs(held, km)
    sets = [{column for column, is_held in enumerate(row) if is_held} for row in table]
    holders = [sum(column in one for one in sets) for column in range(4)]
    for row, column in np.argwhere(~held).tolist():
        alike = sum(
            1 / np.log(holders[shared]) for other in sets if column in other for shared in sets[row] & other
        )
        assert found["alike"][row, column] == pytest.approx(alike)
        attachment = len(sets[row]) * holders[column]
        assert found["attachment"][row, column] == attachment
        assert found["gravity"][row, column] == pytest.approx(attachment / km[row, column])
        assert found["popularity"][row, column] == holders[column]


def test_the_same_seed_hides_the_same_pairs_and_another_others() -> None:
    held = np.random.default_rng(0).random((8, 9)) < 0.4
    km = np.ones(held.shape)
    one, same, other = (evaluate_hidden(held, km, 3, 20, seed) for seed in (1, 1, 2))
    assert one == same
    assert one is not None
    assert other is not None
    assert one.hits != other.hits
    assert (one.pairs, one.hidden) == (held.sum(), round(0.2 * held.sum()))
    assert one.candidates == held.size - one.pairs + one.hidden
    # All distances are equal: that ranks nothing, and hits as chance does.
    assert one.hits["nearness"].auc == (0.5, 0.0)
    assert one.hits["nearness"].best[0] == pytest.approx(one.base_rate)


def test_a_score_that_knows_the_hidden_pairs_finds_them_all() -> None:
    held = np.zeros((6, 6), np.bool_)
    held[:3, :3] = held[3:, 3:] = True
    found = evaluate_hidden(held, np.where(held, 1.0, 2.0), 1, 30, 1)
    assert found is not None
    assert found.hits["nearness"].auc == (1.0, 0.0)


def test_few_pairs_tell_nothing() -> None:
    assert evaluate_hidden(np.eye(3, dtype=bool), np.ones((3, 3)), 5) is None
    assert evaluate_suggestions(make_field()) == (None, None)
    said = find_suggest(make_field()).remarks(load_language("en"))
    assert any("cannot be told" in line for line in said)


def test_later_ties_are_hidden_and_those_that_straddle_the_day_are_left_out() -> None:
    held = np.ones((3, 5), np.bool_)
    held[0, 0] = False
    first = np.array([f"20{10 + place:02}-01-01" for place in range(15)], "datetime64[D]").reshape(3, 5)
    latest = first.copy()
    latest[1, 1] = np.datetime64("9999-12-31")
    found = evaluate_later(held, first, latest, np.ones((3, 5)), 2)
    assert found is not None
    # Of fourteen dated pairs the last fifth begins with 2022; one that began nobody knows when is neither.
    assert (found.since, found.hidden, found.pairs) == (date(2022, 1, 1), 3, 13)
    assert found.candidates == 4
    assert (found.repeats, found.seed) == (1, None)
    # What was tried once has no spread.
    said = " ".join(found.sentences("alike", load_language("en")))
    assert "tried once" in said
    assert "±" not in said


@pytest.fixture(scope="module")
def municipal() -> Snapshot:
    """Return the lists of the Iran sample."""
    return build_snapshot(hold_municipal())


def test_the_municipal_sample_is_as_the_method_says(municipal: Snapshot) -> None:
    """Of 84 pairs a fifth is hidden 100 times: each figure lies within its spread, and none is good."""
    hidden, later = evaluate_suggestions(municipal)
    assert later is None
    assert hidden is not None
    assert (hidden.pairs, hidden.hidden, hidden.candidates) == (84, 17, 581)
    assert round(hidden.base_rate, 3) == 0.029
    said: dict[Score, tuple[float, float]] = {
        "popularity": (0.58, 0.14),
        "attachment": (0.63, 0.26),
        "alike": (0.62, 0.24),
        "nearness": (0.59, 0.09),
        "gravity": (0.61, 0.15),
    }
    assert said.keys() == set(SCORES)
    for name, (auc, best) in said.items():
        hits = hidden.hits[name]
        assert abs(hits.auc[0] - auc) < 0.07
        assert 0.05 < hits.auc[1] < 0.09
        assert abs(hits.best[0] - best) <= hits.best[1]
    # Nothing clearly beats "big provinces meet popular countries".
    attachment = hidden.hits["attachment"].auc
    assert all(hits.auc[0] < attachment[0] + attachment[1] for hits in hidden.hits.values())


def test_a_suggestion_for_qom_is_said_with_how_often_such_are_right(municipal: Snapshot) -> None:
    found = find_suggest(municipal, province="Qom", repeats=10)
    assert [one.target.name for one in found][:2] == ["Tajikistan", "Russia"]
    assert (len(found), found.total) == (5, 5)
    russia = found[1]
    assert russia.km is not None
    assert russia.km > 500
    for code in CODES:
        remarks = " ".join(found.remarks(load_language(code)))
        assert ("10 times" in remarks) == (code == "en")
    assert found.as_json()["whole"]["evaluation"]["hidden"]["repeats"] == 10


def test_no_trade_or_mission_is_said_to_be_missing_unless_a_source_lists_all() -> None:
    names = ("border", "mission", "trade")
    silent = find_suggest(make_field(), province="B", country="ARM")[0]
    assert [silent.cells()[name] for name in names] == [None, None, None]
    claims = ("TRADES_WITH:B", "Mission", "BORDERS")
    listed = validated(Source, id="list", name="List", covers=claims, retrieved=date(2026, 1, 1), grade="C")
    told = find_suggest(make_field(listed), province="B", country="ARM", as_of=DAY)[0]
    assert [told.cells()[name] for name in names] == [False, False, False]
    assert told.untold == ()
