"""Groups of provinces that share targets: by hand, by brute force, on a day, by joint acts, in words."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmap.analysis import Findings, Group, find_groups
from graphmap.analysis import groups as module
from graphmap.analysis.concepts import find_concepts, list_bits
from graphmap.analysis.largest import find_largest
from graphmap.errors import GraphmapError
from graphmap.language import load_language
from graphmap.schema import Country, Province, Record
from graphmap.store.snapshot import Snapshot
from tests.analysis.graphs import make_node, make_small_world, make_snapshot, make_tie, put_in

DAY = date(2024, 6, 1)
COUNTRIES = ("TUR", "FRA", "IRQ", "AZE")


def make_world(*ties: Record) -> Snapshot:
    """Build the small world with a fifth province and two more countries."""
    more = [make_node(Province, "E"), put_in("E", "QZA")]
    more += [make_node(Country, code) for code in ("IRQ", "AZE")]
    return make_snapshot([*make_small_world(), *more, *ties])


def hold(held: dict[str, tuple[str, ...]], **given: object) -> list[Record]:
    """Make a tie of each province with each of its countries."""
    return [
        make_tie(f"{one}-{code}", one, code, kind="memorandum", **given)
        for one, codes in held.items()
        for code in codes
    ]


def tell(found: Findings[Group]) -> list[tuple[str, str]]:
    """Return provinces and targets of each group as two texts."""
    return [
        ("".join(one.id for one in group.provinces), " ".join(sorted(t.place.id for t in group.targets)))
        for group in found
    ]


HELD = {
    "A": ("TUR", "FRA", "IRQ"),
    "B": ("TUR", "FRA", "IRQ"),
    "C": ("TUR", "FRA", "IRQ"),
    "D": ("TUR", "FRA"),
    "E": ("IRQ", "AZE"),
}


def test_groups_are_those_found_by_hand_the_largest_first() -> None:
    """A, B and C share three (9), A to D two (8); TUR or FRA alone is no group, and IRQ is shared by four."""
    assert tell(find_groups(make_world(*hold(HELD)))) == [("ABC", "FRA IRQ TUR"), ("ABCD", "FRA TUR")]
    every = find_groups(make_world(*hold(HELD)), min_provinces=2, min_shared=1)
    assert tell(every) == [("ABC", "FRA IRQ TUR"), ("ABCD", "FRA TUR"), ("ABCE", "IRQ")]


def test_the_rest_is_counted_and_one_province_may_be_asked_for() -> None:
    world = make_world(*hold(HELD))
    cut = find_groups(world, limit=1)
    assert (tell(cut), cut.total) == ([("ABC", "FRA IRQ TUR")], 2)
    of_one = find_groups(world, province="D")
    assert (tell(of_one), of_one.total) == ([("ABCD", "FRA TUR")], 1)


@st.composite
def tables(draw: st.DrawFn) -> list[int]:
    """Draw a table of up to six rows and five columns, as bits."""
    return draw(st.lists(st.integers(0, 31), max_size=6))


@given(tables(), st.integers(1, 3))
def test_concepts_are_what_brute_force_finds_each_once(rows: list[int], least: int) -> None:
    wanted = set()
    for size in range(least, len(rows) + 1):
        for some in combinations(range(len(rows)), size):
            columns = 31
            for row in some:
                columns &= rows[row]
            whole = sum(1 << row for row, held in enumerate(rows) if held & columns == columns)
            wanted.add((whole, columns))
    found = list(find_concepts(rows, 5, least))
    assert len(found) == len(set(found))
    assert set(found) == wanted


@given(
    st.lists(st.tuples(st.sampled_from("ABCDE"), st.sampled_from(COUNTRIES)), max_size=18, unique=True),
    st.integers(2, 3),
    st.integers(1, 2),
)
def test_groups_are_the_largest_of_all_sets_of_provinces(
    ends: list[tuple[str, str]], members: int, shared: int
) -> None:
    held = {one: frozenset(code for other, code in ends if other == one) for one in "ABCDE"}
    wanted = set()
    for size in range(members, 6):
        for some in combinations("ABCDE", size):
            common = frozenset.intersection(*(held[one] for one in some))
            whole = "".join(one for one in "ABCDE" if common <= held[one])
            if len(common) >= shared and whole == "".join(some):
                wanted.add((whole, " ".join(sorted(common))))
    world = make_world(*(make_tie(f"t{n}", a, b) for n, (a, b) in enumerate(ends)))
    found = find_groups(world, min_provinces=members, min_shared=shared, limit=None)
    assert len(found) == len(wanted)
    assert set(tell(found)) == wanted
    sizes = [len(group.provinces) * len(group.targets) for group in found]
    assert sizes == sorted(sizes, reverse=True)
    ends_of = {f"t{n}": end for n, end in enumerate(ends)}
    for group in found:
        rests_on = {ends_of[tie] for tie in group.ties}
        assert rests_on == {(one.id, t.place.id) for one in group.provinces for t in group.targets}


def test_a_target_is_shared_as_surely_as_the_least_sure_of_them() -> None:
    """A's tie with FRA has no day at all, B's ones go on by presumption; the others are certain."""
    kept = {"since": "2020", "until": "2030"}
    ties = hold({"C": ("TUR", "FRA"), "A": ("TUR",)}, **kept)
    ties += hold({"A": ("FRA",)}) + hold({"B": ("TUR", "FRA")}, since="2022-06-01")
    (group,) = find_groups(make_world(*ties), as_of=DAY)
    assert {target.place.id: target.certainty for target in group.targets} == {
        "TUR": "presumed",
        "FRA": "possible",
    }
    assert not find_groups(make_world(*ties), as_of=date(2031, 1, 1))


def test_a_visit_and_a_proposal_make_no_group() -> None:
    ties = hold({"A": ("TUR", "FRA"), "B": ("TUR", "FRA"), "C": ("TUR",)})
    assert not find_groups(make_world(*ties, make_tie("v", "C", "FRA", kind="visit", since="2020-01-01")))
    assert not find_groups(make_world(*ties, make_tie("p", "C", "FRA", kind="memorandum", stage="proposed")))


def test_what_all_have_by_their_joint_acts_alone_is_told() -> None:
    """One act binds A, B and C to FRA and TUR; C has a memorandum of its own with TUR beside."""
    ties = hold(dict.fromkeys("ABC", ("FRA", "TUR")), document="act-1")
    (group,) = find_groups(make_world(*ties, make_tie("own", "C", "TUR", kind="memorandum")))
    assert [place.id for place in group.joint] == ["FRA"]
    assert "only by joint acts of all of them: FRA" in group.sentence(load_language("en"))
    of_two = hold({"A": ("FRA", "TUR"), "B": ("FRA", "TUR")}, document="act-1")
    (group,) = find_groups(make_world(*of_two, *hold({"C": ("FRA", "TUR")})))
    assert group.joint == ()


def test_the_sentence_says_it_in_both_languages() -> None:
    (group, _) = find_groups(make_world(*hold(HELD)))
    assert (
        group.sentence(load_language("en"))
        == "A, B and C all deal with the same 3 countries: FRA, IRQ and TUR."
    )
    told = group.sentence(load_language("fa")).replace("\u2068", "").replace("\u2069", "")
    assert told == "A، B و C همگی با ۳ کشور مشترک رابطه دارند: FRA، IRQ و TUR."


def test_json_names_provinces_targets_and_ties() -> None:
    answer = find_groups(make_world(*hold(HELD)), limit=1).as_json()
    (group,) = answer["findings"]
    assert group["provinces"] == ["A", "B", "C"]
    assert [target["id"] for target in group["targets"]] == ["FRA", "IRQ", "TUR"]
    assert len(group["ties"]) == 9
    assert answer["total"] == 2


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"min_provinces": 1}, "min_provinces: 1 would make no group; right would be 2 or more"),
        ({"min_shared": 0}, "min_shared: 0 would make no group; right would be 1 or more"),
        ({"province": "TUR"}, "'TUR' is not a known province"),
    ],
)
def test_an_option_that_makes_no_sense_is_refused(options: dict[str, object], message: str) -> None:
    with pytest.raises(GraphmapError, match=message):
        find_groups(make_world(), **options)  # type: ignore[arg-type]


def test_too_many_groups_to_tell_apart_are_refused_and_narrowing_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "MOST_CONCEPTS", 1)
    with pytest.raises(GraphmapError, match="more than 1 groups share targets here; name a country"):
        find_groups(make_world(*hold(HELD)), limit=None)
    monkeypatch.setattr(module, "MOST_WORK", 1)
    with pytest.raises(GraphmapError, match="more than 1 groups share targets here; name a country"):
        find_groups(make_world(*hold(HELD)), limit=1)


@given(tables(), st.integers(1, 3), st.integers(1, 2), st.integers(1, 4))
def test_the_largest_of_too_many_are_those_of_all(
    rows: list[int], least: int, columns: int, limit: int
) -> None:
    def size(concept: tuple[int, int]) -> int:
        return concept[0].bit_count() * concept[1].bit_count()

    every = [one for one in find_concepts(rows, 5, least) if one[1].bit_count() >= columns]
    last = min(sorted(map(size, every), reverse=True)[:limit], default=0)
    found = find_largest(rows, 5, (least, columns), limit, 10**6)
    assert sorted(found) == sorted(one for one in every if size(one) >= last)


def test_of_too_many_groups_the_first_are_told_and_how_many_were_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of four sets of three provinces or more, two share two countries; three are looked at one by one."""
    world = make_world(*hold(HELD))
    every = find_groups(world, limit=2)
    assert (every.counted_all, every.remarks(load_language("en")), "whole" in every.as_json()) == (
        True,
        (),
        False,
    )
    monkeypatch.setattr(module, "MOST_CONCEPTS", 3)
    found = find_groups(world, limit=1)
    assert (found[0], found.total) == (every[0], 1)
    assert found.remarks(load_language("en")) == (
        "There are more groups than the 1 that were counted; those listed are the largest of all.",
    )
    assert found.as_json()["whole"] == {"counted_all": False}
    assert tell(find_groups(world, limit=1, province="D")) == [("ABCD", "FRA TUR")]


def test_bits_are_listed_from_the_lowest() -> None:
    assert list(list_bits(0)) == []
    assert list(list_bits(0b10110)) == [1, 2, 4]
