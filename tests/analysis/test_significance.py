"""More than chance: which pairs are tested, what joint acts leave out, by which null, in which words."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import numpy as np
import pytest

from graphmap.analysis import Overlap, chance, find_overlaps
from graphmap.analysis.chance import adjust_for_many, fit_model
from graphmap.analysis.overlaps import Overlaps
from graphmap.analysis.scope import Scope, select_ties
from graphmap.analysis.sharing import Pairs, SharingTable
from graphmap.analysis.significance import FEW_UNITS, judge_pairs
from graphmap.errors import GraphmapError
from graphmap.language import CODES, load_language
from graphmap.question.declaration import Question
from graphmap.questions.catalogue import load_question
from graphmap.scales import SIGNIFICANCES
from graphmap.schema import Country, Province, Record, Source, validated
from graphmap.store.snapshot import Snapshot
from tests.analysis.graphs import (
    SOURCE,
    count_shared,
    make_node,
    make_small_world,
    make_snapshot,
    make_tie,
    put_in,
)

EN, FA = load_language("en"), load_language("fa")
Held = dict[str, str]
"""By province the countries it deals with, a letter each."""

ALIKE: Held = {"A": "abc", "B": "abc", "C": "def", "D": "def"}
"""Methods 2: four provinces of three countries, six countries of two; the first two share all."""


def make_world(held: Held, documents: dict[str, str] | None = None) -> Snapshot:
    """Build provinces with their ties; `documents` names the act of a tie (`A-a`)."""
    countries = sorted({country for some in held.values() for country in some})
    records: list[Record] = [validated(Source, id=SOURCE, name="Test"), make_node(Country, "QZA", home=True)]
    records += [make_node(Country, f"Q{letter.upper()}Q") for letter in countries]
    for province, some in held.items():
        records += [make_node(Province, province), put_in(province, "QZA")]
        for letter in some:
            name = f"{province}-{letter}"
            given = {"document": (documents or {})[name]} if name in (documents or {}) else {}
            records.append(make_tie(name, province, f"Q{letter.upper()}Q", kind="memorandum", **given))
    return make_snapshot(records)


def find(snapshot: Snapshot, **asked: Any) -> Overlaps:
    """Find overlaps and test them."""
    return find_overlaps(snapshot, **{"significance": "yes", "draws": 4000, **asked})


def say(pair: Overlap, code: str = "en") -> str:
    """Return a sentence without marks of direction."""
    return pair.sentence(load_language(code)).replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize("null", ["fixed degrees", "configuration model"])
def test_a_graph_without_a_tie_has_nothing_to_test(null: Any) -> None:
    found = find_overlaps(make_snapshot(make_small_world()), significance=null, draws=10)
    assert (len(found), found.total) == (0, 0)
    assert found.remarks(EN)[0].startswith("0 pairs tested")


def test_what_is_not_asked_is_not_told() -> None:
    found = find_overlaps(make_world(ALIKE))
    assert found.tests is None
    assert found.remarks(EN) == ()
    assert all(pair.chance is None for pair in found)
    assert "whole" not in found.as_json()
    assert "chance" not in found.as_json()["findings"][0]


@pytest.mark.parametrize(
    ("null", "p", "near"), [("fixed degrees", 20 / 1860, 0.006), ("configuration model", 0.1694, 5e-5)]
)
def test_two_nulls_give_two_answers_and_each_is_named(null: str, p: float, near: float) -> None:
    first, second = find(make_world(ALIKE), significance=null, draws=None if null[0] == "c" else 4000)
    for pair in (first, second):
        assert pair.chance is not None
        assert pair.chance.p == pytest.approx(p, abs=near)
        assert pair.chance.expected == pytest.approx(1.0 if null == "fixed degrees" else 1.5, abs=0.05)
    found = find(make_world(ALIKE), significance=null)
    assert found.tests is not None
    assert (found.tests.null, found.tests.pairs) == (null, 6)
    assert null in found.remarks(EN)[0]
    assert found.as_json()["whole"]["tests"]["null"] == null


def test_every_pair_is_tested_though_few_are_listed() -> None:
    """Six pairs: two that share three have p about .01, four that share nothing 1; so q is thrice p."""
    found = find(make_world(ALIKE), limit=1)
    (pair,) = found
    assert found.tests is not None
    assert pair.chance is not None
    assert (found.tests.pairs, sum(found.tests.words.values())) == (6, 6)
    assert pair.chance.q == pytest.approx(3 * pair.chance.p, rel=0.3)
    only = find(make_world(ALIKE), province="C", min_shared=3)
    assert [one.provinces[0].id for one in only] == ["C"]
    assert only.tests == found.tests


def test_the_word_follows_p_and_q_and_what_could_come_out_at_all() -> None:
    found = find(make_world(ALIKE))
    assert [pair.chance and pair.chance.word for pair in found] == ["above chance"] * 2
    lone = find(make_world({"A": "a", "B": "a", "C": "ab"}), min_shared=1)
    assert {pair.chance and pair.chance.word for pair in lone} == {"too few ties to tell"}
    model = find(make_world(ALIKE), significance="configuration model", draws=None)
    assert {pair.chance and pair.chance.word for pair in model} == {"too few ties to tell"}


def test_one_pair_among_many_leans_and_is_not_above_chance() -> None:
    held = {"A": "abc", "B": "abc", **{chr(67 + n): "defghijkl"[n : n + 3] for n in range(7)}}
    found = find(make_world(held), draws=20_000)
    words = {tuple(one.id for one in pair.provinces): pair.chance and pair.chance.word for pair in found}
    assert found.tests is not None
    assert (words["A", "B"], found.tests.pairs) == ("leaning", 36)
    assert all(pair.chance and pair.chance.p < 0.05 <= pair.chance.q for pair in found[:1])
    alone = find(make_world(held), draws=100)
    assert {pair.chance and pair.chance.word for pair in alone} <= {"leaning", "as expected"}
    assert "720 would" in alone.remarks(EN)[-1]
    assert len(found.remarks(EN)) == 2


def test_what_two_share_by_a_joint_act_alone_is_no_pattern() -> None:
    acts = {"A-a": "pact", "B-a": "pact", "A-b": "pact", "B-b": "other"}
    apart, joint = find(make_world(ALIKE)), find(make_world(ALIKE, acts))
    assert [pair.chance and pair.chance.tested for pair in apart] == [3, 3]
    by_names = {pair.provinces[0].id: pair for pair in joint}
    a, c = by_names["A"].chance, by_names["C"].chance
    assert a is not None
    assert c is not None
    # Both rest at a on the pact alone; at b the second has a document of its own, the first has none.
    assert (a.tested, c.tested) == (1, 3)
    assert a.p > 0.5
    assert "2 of them by joint acts of the two alone, which the test leaves out" in say(by_names["A"])
    assert "joint" not in say(by_names["C"])


def test_an_own_tie_beside_the_joint_act_counts_and_so_does_an_act_with_others() -> None:
    acts = {"A-a": "pact", "B-a": "pact", "A-b": "own", "C-d": "own"}
    assert {pair.chance and pair.chance.tested for pair in find(make_world(ALIKE, acts))} == {2, 3}


@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_seed_tells_the_same(seed: int) -> None:
    one, same = (find(make_world(ALIKE), seed=seed) for _ in range(2))
    assert one == same
    assert one.tests == same.tests
    other = find(make_world(ALIKE), seed=seed + 1)
    assert one[0].chance != other[0].chance


def test_from_two_hundred_provinces_on_the_model_answers() -> None:
    held = {f"P{n:03}": "abc"[n % 3] + "defg"[n % 4] for n in range(FEW_UNITS)}
    for count, null in ((FEW_UNITS, "configuration model"), (FEW_UNITS - 1, "fixed degrees")):
        some = dict(list(held.items())[:count])
        found = find(make_world(some), draws=100, limit=1)
        assert found.tests is not None
        assert found.tests.null == null
        assert found.tests.pairs == count * (count - 1) // 2
        assert sum(found.tests.words.values()) == found.tests.pairs


def test_the_model_counts_words_over_all_pairs_as_one_by_one() -> None:
    held = {f"P{n:02}": "".join(sorted({"abcdefghij"[n * k % 10] for k in (1, 3, 4, 7)})) for n in range(24)}
    selection = select_ties(make_world(held), Scope("country"))
    table = SharingTable(selection)
    pairs = Pairs.join(table.each_part(1))
    tested = judge_pairs(table, pairs, "configuration model")
    model = fit_model(table.sizes, table.holders, int(pairs.shared.max()))
    everyone = np.array(list(combinations(range(24), 2))).T
    counts = count_shared(table.fill())[everyone[0], everyone[1]]
    judged = model.judge(everyone[0], everyone[1], counts)
    q = adjust_for_many(judged.p)
    words = [
        "too few ties to tell"
        if least >= 0.05
        else "above chance"
        if q_ < 0.05
        else "leaning"
        if p < 0.05
        else "as expected"
        for p, q_, least in zip(judged.p, q, judged.least, strict=True)
    ]
    assert {word: tested.tests.words.get(word, 0) for word in SIGNIFICANCES} == {
        word: words.count(word) for word in SIGNIFICANCES
    }
    place = {pair: number for number, pair in enumerate(zip(*everyone.tolist(), strict=True))}
    for number, pair in enumerate(zip(pairs.one.tolist(), pairs.other.tolist(), strict=True)):
        chance_of = tested.find_chance(number)
        assert chance_of.word == words[place[pair]]
        assert chance_of.q == pytest.approx(q[place[pair]])


def test_it_is_told_in_both_languages() -> None:
    found = find(make_world(ALIKE))
    assert "that is above chance, which lets" in say(found[0])
    for code, word in (("en", "above chance"), ("fa", "بیش از حد تصادف")):
        assert word in say(found[0], code)
        remarks = " ".join(found.remarks(load_language(code)))
        assert "4,000" in remarks or "۴٬۰۰۰" in remarks
        assert word in remarks
    assert len({say(found[0], code) for code in CODES}) == len(CODES)


def test_columns_stand_only_where_it_is_asked() -> None:
    question: Question = load_question("overlaps")
    own = {"expected", "significance", "tested", "p", "q"}
    assert not own & set(question.columns_with({"significance": "no"}))
    assert own <= set(question.columns_with({"significance": "yes"}))
    cells = find(make_world(ALIKE))[0].cells()
    assert set(cells) == set(question.columns_with({"significance": "yes"}))


def test_a_table_that_the_model_does_not_fit_is_refused_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(chance, "STEPS", 500)
    held = {"A": "abc", "B": "abd", "C": "a", "D": "b"}
    with pytest.raises(GraphmapError, match="ask for fixed degrees"):
        find(make_world(held), significance="configuration model", draws=None)
