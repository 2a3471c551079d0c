"""The twin cities of Iran's provinces: every count is counted again from the file, in plain Python."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest

from graphmap.analysis import find_overlaps, find_rivals, find_sole_contacts
from graphmap.language import load_language
from graphmap.scales import Level
from graphmap.store.snapshot import Snapshot
from tests.analysis.graphs import LISTED_ON, make_real_snapshot, read_real_rows

COUNTED: dict[Level, tuple[int, int, int]] = {
    "counterpart": (0, 0, 0),
    "city": (17, 6, 3),
    "region": (19, 6, 3),
    "country": (76, 29, 14),
}


@pytest.fixture(scope="module")
def snapshot(data_folder: Path) -> Snapshot:
    return make_real_snapshot(data_folder)


@pytest.fixture(scope="module")
def rows(data_folder: Path) -> list[dict[str, str]]:
    return read_real_rows(data_folder)


def find_target(row: dict[str, str], level: Level) -> str | None:
    """Return the name of a row's target at a level."""
    if level == "country":
        return row["foreign_country"]
    if level == "region":
        return row["foreign_ne_fid"] or None
    return f"{row['foreign_city']}, {row['foreign_country']}" if level == "city" else None


def collect_targets(rows: list[dict[str, str]], level: Level) -> dict[str, set[str]]:
    targets: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if target := find_target(row, level):
            targets[row["province_iso"]].add(target)
    return targets


def test_the_list_holds_101_ties_of_18_provinces(rows: list[dict[str, str]]) -> None:
    assert (len(rows), len({row["province_iso"] for row in rows})) == (101, 18)


@pytest.mark.parametrize("level", COUNTED)
def test_pairs_are_as_many_as_counted_by_hand(
    snapshot: Snapshot, rows: list[dict[str, str]], level: Level
) -> None:
    targets = collect_targets(rows, level)
    pairs = list(combinations(sorted(targets), 2))
    for least, count in enumerate(COUNTED[level], start=1):
        again = {(a, b) for a, b in pairs if len(targets[a] & targets[b]) >= least}
        found = find_overlaps(snapshot, level, min_shared=least, limit=None)
        assert {(o.provinces[0].id, o.provinces[1].id) for o in found} == again
        assert len(found) == found.total == count


@pytest.mark.parametrize("level", ["city", "region", "country"])
def test_every_pair_has_the_numbers_of_its_sets(
    snapshot: Snapshot, rows: list[dict[str, str]], level: Level
) -> None:
    targets = collect_targets(rows, level)
    for overlap in find_overlaps(snapshot, level, min_shared=1, limit=None):
        one, other = (targets[province.id] for province in overlap.provinces)
        assert overlap.union == len(one | other)
        assert overlap.jaccard == len(one & other) / len(one | other)
        assert overlap.smaller_share == len(one & other) / min(len(one), len(other))
        ids = {province.id for province in overlap.provinces}
        ties = [r for r in rows if r["province_iso"] in ids and find_target(r, level) in one & other]
        assert len(overlap.ties) == overlap.municipal == len(ties)


def test_qom_and_razavi_khorasan_share_four_cities(snapshot: Snapshot) -> None:
    found = find_overlaps(snapshot, "city", province="Qom")
    (pair,) = (one for one in found if {p.name for p in one.provinces} == {"Qom", "Razavi Khorasan"})
    names = [(target.place.name, target.provinces) for target in pair.shared]
    assert names == [("Karachi", 2), ("Santiago de Compostela", 2), ("Karbala", 3), ("Konya", 4)]


def test_rival_targets_and_their_numbers_are_those_of_the_file(
    snapshot: Snapshot, rows: list[dict[str, str]]
) -> None:
    ties: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        ties[row["foreign_country"]][row["province_iso"]] += 1
    rivals = find_rivals(snapshot, "country", by="target")
    assert {r.target.name for r in rivals} == {name for name, held in ties.items() if len(held) > 1}
    for rivalry in rivals:
        held = ties[rivalry.target.name]
        assert {province.id for province in rivalry.provinces} == set(held)
        squares = sum(count**2 for count in held.values())
        assert rivalry.effective_provinces == pytest.approx(held.total() ** 2 / squares)
    effective = {r.target.name: (len(r.provinces), round(r.effective_provinces or 0, 2)) for r in rivals}
    assert {
        name: effective[name] for name in ("Turkey", "China", "Iraq", "Russia", "Tajikistan", "Pakistan")
    } == {
        "Turkey": (10, 8.05),
        "China": (8, 7.36),
        "Iraq": (6, 3.33),
        "Russia": (5, 4.5),
        "Tajikistan": (5, 4.5),
        "Pakistan": (4, 3.57),
    }
    assert [rivalry.target.name for rivalry in rivals[:3]] == ["Turkey", "China", "Iraq"]


def test_seventeen_of_thirty_six_countries_hang_on_one_province(snapshot: Snapshot) -> None:
    assert (
        len(find_sole_contacts(snapshot, "country")),
        len(find_rivals(snapshot, "country", by="target")),
    ) == (17, 19)
    assert len(find_rivals(snapshot, "city", by="target")) == 21


def test_every_rivalry_is_possible_only_for_no_tie_names_its_sector(snapshot: Snapshot) -> None:
    rivals = find_rivals(snapshot, "country", by="target")
    pairs = {tuple(p.id for p in pair.provinces) for rivalry in rivals for pair in rivalry.pairs}
    assert {rivalry.verdict for rivalry in rivals} == {"possible"}
    assert len(pairs) == 76
    assert sum(len(rivalry.pairs) for rivalry in rivals) == 133
    said = rivals[0].sentence(load_language("en"))
    assert said.startswith("Turkey: 10 provinces, 13 ties; possible rivalry, since no tie names its sector;")
    assert rivals[0].pairs[0].shares is None


def test_no_percentage_is_made_of_ties_without_sector_and_date(snapshot: Snapshot) -> None:
    for as_of in (None, LISTED_ON, date(2026, 11, 24)):
        for rivalry in find_rivals(snapshot, "country", as_of=as_of, by="target"):
            assert rivalry.crowding is None
            assert all(pair.shares is None and pair.rivalry_range is None for pair in rivalry.pairs)


def test_sharing_is_certain_on_the_day_of_the_list_and_possible_after(snapshot: Snapshot) -> None:
    on, after = (find_overlaps(snapshot, "city", as_of=LISTED_ON + timedelta(days)) for days in (0, 1))
    assert all(overlap.certain == len(overlap.shared) for overlap in on)
    assert all(overlap.certain == 0 for overlap in after)
    assert len(on) == len(after) == 6


def test_a_country_may_be_named_in_any_spelling(snapshot: Snapshot) -> None:
    (turkey,) = find_rivals(snapshot, "country", country="turkey", by="target")
    assert len(turkey.provinces) == 10
    (again,) = find_rivals(snapshot, "country", country=turkey.target.id, by="target").as_json()["findings"]
    assert again["provinces"] == [province.id for province in turkey.provinces]
