"""What a store keeps of what it held: edits, what was believed on a day, undo, removal; on every engine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from graphmap.errors import Faults, StoreError
from graphmap.schema import Batch, City, Contents, Country, In, Province, Source, Tie, validated
from graphmap.store import create_store
from graphmap.store.engine import Engine
from tests.store.conftest import HOME_BATCH, Bench
from tests.store.records import GRAPH, SOURCES

FIRST_DAY = date(2026, 2, 8)


class DayClock:
    """A clock that stands still until it is told to move on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 2, 8, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def next_day(self) -> date:
        self.now += timedelta(days=1)
        return self.now.date()


@pytest.fixture
def clock() -> DayClock:
    return DayClock()


@pytest.fixture
def store(bench: Bench, clock: DayClock) -> Iterator[Engine]:
    """Yield a store whose graph was written on the day after it was made."""
    opened, _ = create_store(bench.new_url(), HOME_BATCH, clock=clock)
    clock.next_day()
    opened.apply(Batch.of(GRAPH), "a tester", "to begin with")
    with opened:
        yield opened


RENAMED = validated(City, id="city:tur:konya", name="Konya (city)", lat=None, population=7)


def test_a_first_import_keeps_nothing_more_than_itself(store: Engine) -> None:
    assert store.rows("MATCH (b:Before) RETURN count(b)").rows == ((0,),)


def test_edits_of_a_record_say_what_each_changeset_did_to_it(store: Engine) -> None:
    store.apply(Batch.of([RENAMED]), "a tester", "corrected")
    changed, created = store.changes("city:tur:konya")
    assert (changed.changeset, changed.action, changed.fields()) == (
        "changeset:000003",
        "changed",
        ("name", "lat", "population"),
    )
    assert changed.before == created.after
    assert changed.before is not None
    assert (changed.before.values()["lat"], changed.record.values()["population"]) == (37.87, 7)
    assert (created.changeset, created.action) == ("changeset:000002", "created")


def test_edits_of_a_changeset_hold_though_later_ones_came(store: Engine) -> None:
    before = store.changes("changeset:000002")
    assert len(before) == len(GRAPH)
    store.apply(Batch.of([RENAMED]), "a tester", "corrected")
    store.apply(Batch((), removals=("tie:town",)), "a tester", "not true")
    assert store.changes("changeset:000002") == before
    assert [(edit.record.id, edit.action) for edit in store.changes("changeset:000004")] == [
        ("tie:town", "removed")
    ]


@pytest.mark.parametrize("identity", ["changeset:000099", "nobody:knows"])
def test_edits_of_what_never_was_are_refused(store: Engine, identity: str) -> None:
    with pytest.raises(StoreError, match=identity):
        store.changes(identity)


def test_a_day_shows_what_the_store_held_when_it_ended(store: Engine, clock: DayClock) -> None:
    first = clock.now.date()
    held = store.contents()
    second = clock.next_day()
    store.apply(Batch.of([RENAMED, validated(Tie, id="tie:town", stage="suspended")]), "a tester", "news")
    store.apply(Batch((), removals=("tie:province",)), "a tester", "not true")
    held_then = store.contents()
    clock.next_day()
    store.apply(Batch.of([validated(City, id="city:tur:konya", name="Konya")]), "a tester", "as it was")
    assert store.contents(believed_on=first) == held
    assert store.contents(believed_on=second) == held_then
    assert store.contents(believed_on=clock.now.date()) == store.contents()
    assert store.snapshot(believed_on=first).ties.ids == ("tie:province", "tie:town")
    assert len(store.contents(believed_on=FIRST_DAY).nodes) == 2


def test_a_day_before_the_first_changeset_is_said_to_be_empty(store: Engine) -> None:
    with pytest.raises(StoreError, match="held nothing on 2026-02-07; its first changeset is of 2026-02-08"):
        store.contents(believed_on=date(2026, 2, 7))


def test_an_undone_changeset_leaves_what_was_before_it(store: Engine) -> None:
    held = store.contents()
    coast = validated(City, id="city:hom:coast", name="Coast", sources=SOURCES)
    into = validated(In, from_id="city:hom:coast", to_id="HM-01", sources=SOURCES)
    written = store.apply(
        Batch((*Batch.of([RENAMED, coast, into]).entries,), removals=("tie:town",)), "a tester", "much"
    )
    undone = store.undo(str(written.id), "a tester", "a mistake")
    assert store.contents() == held
    assert (undone.id, undone.undoes, undone.reason) == (
        "changeset:000004",
        "changeset:000003",
        "undo of changeset:000003: a mistake",
    )
    assert (undone.created, undone.changed, undone.removed) == (1, 1, 2)


def test_a_finer_place_is_undone_to_the_coarser_one(store: Engine) -> None:
    coast = validated(City, id="city:hom:coast", name="Coast", sources=SOURCES)
    store.apply(
        Batch.of([coast, validated(In, from_id="city:hom:coast", to_id="HOM", sources=SOURCES)]), "a", "b"
    )
    held = store.contents()
    store.apply(Batch.of([validated(In, from_id="city:hom:coast", to_id="HM-02", sources=SOURCES)]), "a", "b")
    store.undo("changeset:000004", "a tester")
    assert store.contents() == held


def test_an_undo_is_undone_to_what_was_before_it(store: Engine) -> None:
    store.apply(Batch.of([RENAMED]), "a tester", "corrected")
    held = store.contents()
    store.undo("changeset:000003", "a tester")
    with pytest.raises(StoreError, match="was undone already, by changeset:000004"):
        store.undo("changeset:000003", "a tester")
    store.undo("changeset:000004", "a tester")
    assert store.contents() == held


def test_a_changeset_on_which_later_ones_rest_is_not_undone(store: Engine) -> None:
    france = validated(Country, id="FRA", name="France", sources=SOURCES)
    store.apply(Batch.of([france]), "a tester", "one more")
    tie = validated(Tie, id="tie:fra", from_id="HM-01", to_id="FRA", kind="trade", sources=SOURCES)
    store.apply(Batch.of([tie]), "ann", "a tie to it")
    store.apply(Batch.of([validated(Country, id="FRA", iso2="FR")]), "bob", "its code")
    before = (store.contents(), store.changesets())
    with pytest.raises(
        StoreError, match=r"changeset:000005 .*bob: its code.*; changeset:000004 .*ann"
    ) as told:
        store.undo("changeset:000003", "a tester")
    assert "changeset:000002" not in str(told.value)
    assert (store.contents(), store.changesets()) == before
    store.undo("changeset:000005", "a tester")
    store.undo("changeset:000004", "a tester")
    store.undo("changeset:000003", "a tester")
    assert "FRA" not in store.contents().nodes


def test_each_later_change_of_what_a_changeset_wrote_is_named(store: Engine) -> None:
    store.apply(Batch.of([validated(Country, id="FRA", name="France", sources=SOURCES)]), "a tester", "one")
    for code in ("FR", "FX"):
        store.apply(Batch.of([validated(Country, id="FRA", iso2=code)]), "a tester", f"code {code}")
    with pytest.raises(StoreError, match=r"changeset:000005 .*code FX.*; changeset:000004 .*code FR"):
        store.undo("changeset:000003", "a tester")


def test_what_needs_a_removed_node_is_not_brought_back_before_it(store: Engine) -> None:
    store.apply(Batch((), removals=("tie:town",)), "a tester", "not true")
    store.apply(Batch((), removals=("city:tur:konya",)), "a tester", "no such town")
    with pytest.raises(StoreError, match=r"rest on it: changeset:000004"):
        store.undo("changeset:000003", "a tester")


def test_a_second_place_in_the_meantime_is_told(store: Engine) -> None:
    place = next(r for r in store.contents().records("IN") if getattr(r, "from_id", "") == "city:tur:konya")
    store.apply(Batch((), removals=(str(place.id),)), "a tester", "not there")
    elsewhere = validated(In, from_id="city:tur:konya", to_id="TUR", sources=SOURCES)
    store.apply(Batch.of([elsewhere]), "a tester", "somewhere")
    with pytest.raises(StoreError, match=r"rest on it: changeset:000004"):
        store.undo("changeset:000003", "a tester")


def test_the_first_changeset_is_not_undone(store: Engine) -> None:
    store.undo("changeset:000002", "a tester")
    with pytest.raises(Faults, match="is the home country, which stays"):
        store.undo("changeset:000001", "a tester")


def test_a_changeset_that_is_not_there_is_not_undone(store: Engine) -> None:
    with pytest.raises(StoreError, match="there is no changeset changeset:000099"):
        store.undo("changeset:000099", "a tester")


def remove(store: Engine, *ids: str, with_ties: bool = False) -> None:
    store.apply(Batch((), removals=ids, with_ties=with_ties), "a tester", "not true")


def test_a_place_goes_with_its_ties_only_if_that_is_said(store: Engine) -> None:
    before = store.contents()
    with pytest.raises(
        Faults,
        match=r"'city:tur:konya' is at an end of 1 relationship that would stay: tie:town; .*--with-ties",
    ):
        remove(store, "city:tur:konya")
    assert store.contents() == before
    remove(store, "city:tur:konya", with_ties=True)
    held = store.contents()
    assert set(before.nodes) - set(held.nodes) == {"city:tur:konya"}
    gone = {r.id: (r.stored_as, r.from_id) for r in before.relationships.values()}
    for identity in held.relationships:
        del gone[identity]
    assert set(gone.values()) == {("IN", "city:tur:konya"), ("TIED_TO", "city:hom:town")}


def test_a_place_without_ties_takes_the_row_that_places_it_along(store: Engine) -> None:
    remove(store, "tie:town")
    remove(store, "city:tur:konya")
    assert "city:tur:konya" not in {r.from_id for r in store.contents().relationships.values()}


def test_a_source_that_is_still_cited_stays(store: Engine) -> None:
    store.apply(Batch.of([validated(Source, id="source:2", name="Another")]), "a tester", "one more")
    store.apply(Batch.of([validated(Province, id="HM-01", sources=["source:2"])]), "a tester", "better")
    with pytest.raises(Faults, match="'source:2' is a source of 1 record that would stay: HM-01"):
        remove(store, "source:2")
    store.apply(Batch.of([validated(Province, id="HM-01", sources=["source:1"])]), "a tester", "worse")
    remove(store, "source:2")
    assert "source:2" not in store.contents().nodes


@pytest.mark.parametrize(
    ("identity", "said"),
    [
        ("HOM", "is the home country"),
        ("nobody:knows", "is not the id of anything"),
        ("changeset:000001", "is a changeset"),
    ],
)
def test_what_cannot_be_removed_is_refused(store: Engine, identity: str, said: str) -> None:
    with pytest.raises(Faults, match=said):
        remove(store, identity, "tie:town")
    assert "tie:town" in store.contents().relationships


def test_a_batch_that_writes_what_leads_to_a_removed_node_is_refused(store: Engine) -> None:
    tie = validated(Tie, from_id="HM-01", to_id="city:tur:konya", kind="trade", sources=SOURCES)
    batch = Batch(Batch.of([tie]).entries, removals=("city:tur:konya",), with_ties=True)
    with pytest.raises(Faults, match="is not the id of any node"):
        store.apply(batch, "a tester", "both at once")


def test_a_note_tells_what_lies_in_nothing_after_a_removal(store: Engine) -> None:
    difference = store.difference(Batch((), removals=("TR-42",), with_ties=True))
    assert (
        "city:tur:konya lies in nothing now (it was TR-42), so it counts for no country" in difference.notes
    )


def test_what_is_kept_is_no_record_of_the_graph(store: Engine) -> None:
    store.apply(Batch.of([RENAMED]), "a tester", "corrected")
    contents = store.contents()
    assert isinstance(contents, Contents)
    assert {record.stored_as for record in contents}.isdisjoint({"Before", "Store"})
    assert store.rows("MATCH (n) WHERE n.recorded = 'changeset:000003' RETURN n.id").rows == (
        ("city:tur:konya",),
    )
