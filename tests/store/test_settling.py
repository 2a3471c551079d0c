"""Whatever is written, removed, undone or restored: what records tell of each other is as if derived anew."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import strategies as st

from graphmap.dates import LAST_DAY
from graphmap.errors import DateError, Faults, StoreError
from graphmap.schema import Batch, Contents, Governs, In, Record, Relationship, Source, Tie, validated
from graphmap.store import restore_store, settling
from graphmap.store.engine import Engine
from graphmap.store.statements import read_day
from tests.reports.cases import make_records, make_world
from tests.store.conftest import Bench, on_each_engine

STEPS = 6
GOVERNORS = tuple(make_records({"Governor": [{"id": name} for name in ("g1", "g2", "g3")]}))
DAYS = ["2001", "2003-05-01", "2005", "2008-01-01", "2010", "2012-07"]


@st.composite
def draw_tie(draw: st.DrawFn) -> Record:
    """Draw a tie or another version of one: few ends, few acts, so that they tell of each other."""
    given: dict[str, Any] = {
        "since": draw(st.sampled_from([None, *DAYS])),
        "attested": draw(st.sampled_from([None, ["2014-02-01"]])),
        "document": draw(st.sampled_from([None, "act-1", "act-2"])),
        "stage": draw(st.sampled_from([None, "ended", "proposed"])),
    }
    return validated(
        Tie,
        id=draw(st.sampled_from([f"t{number}" for number in range(6)])),
        from_id=draw(st.sampled_from(["A", "B", "a:town"])),
        to_id=draw(st.sampled_from(["TUR", "tur:port"])),
        kind=draw(st.sampled_from(["memorandum", "visit"])),
        sources=draw(st.sampled_from([["s"], ["s2"], ["s", "s2"]])),
        **given,
    )


@st.composite
def draw_term(draw: st.DrawFn) -> Record:
    """Draw a term or another version of one."""
    return validated(
        Governs,
        id=draw(st.sampled_from(["r1", "r2", "r3"])),
        from_id=draw(st.sampled_from(["g1", "g2", "g3"])),
        to_id=draw(st.sampled_from(["A", "B"])),
        since=draw(st.sampled_from([None, *DAYS])),
        attested=draw(st.sampled_from([None, ["2004-01-01"], ["2009-01-01"]])),
        sources=["s"],
    )


RECORDS = st.lists(
    st.one_of(
        draw_tie(),
        draw_tie(),
        draw_term(),
        st.builds(
            lambda name, day: validated(Source, id=name, retrieved=day),
            st.sampled_from(["s", "s2"]),
            st.sampled_from([None, date(2013, 1, 1), date(2020, 1, 1)]),
        ),
        st.builds(
            lambda where: validated(In, id="in:a:town", from_id="a:town", to_id=where, sources=["s"]),
            st.sampled_from(["A", "B", "C", "HOM"]),
        ),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda record: record.identity,
)


def expect_settled(contents: Contents) -> dict[str, dict[str, Any]]:
    """Derive from all records, plainly, what each tie and term is told by the others."""
    ties = [record for record in contents.records("TIED_TO") if isinstance(record, Tie)]
    terms = [record for record in contents.records("GOVERNS") if isinstance(record, Governs)]
    lies = {r.start: r.target for r in contents.records("IN") if isinstance(r, Relationship)}
    provinces = {"A", "B", "C"}
    own = {record.identity: record.derive() for record in (*ties, *terms)}
    found: dict[str, dict[str, Any]] = {}
    for tie in ties:
        mine = own[tie.identity]
        act = [one for one in ties if tie.document and one.document == tie.document]
        met = [
            one
            for one in ties
            if (one.start, one.target) == (tie.start, tie.target)
            and own[one.identity]["nature"] == "event"
            and one.target != "TUR"
        ]
        signs = [own[one.identity]["sign"] for one in (tie, *act, *met)]
        until = {"counts_until": mine["counts_until"], "contact_until": mine["contact_until"]}
        if mine["said_ended"]:
            told = [contents.nodes[one].derive()["tells_from"] for one in tie.sources or ()]
            unless = mine["until_earliest"] if tie.attested else LAST_DAY
            until = dict.fromkeys(until, max(unless if day == LAST_DAY else day for day in told))
        homes = {
            home
            for one in act
            for home in [one.start if one.start in provinces else lies.get(one.start)]
            if home in provinces and own[one.identity]["nature"] == "commitment"
        }
        together = sorted(homes) if len(homes) > 1 and mine["nature"] == "commitment" else None
        found[tie.identity] = {"last_sign": max(signs), "parties": together, **until}
    for term in terms:
        days = own[term.identity]
        first, until = days["since_earliest"], days["until_latest"]
        for other in terms:
            theirs = own[other.identity]
            if (
                other.start != term.start
                and other.target == term.target
                and theirs["since_latest"] < theirs["until_earliest"]
                and days["since_latest"] < days["until_earliest"]
            ):
                if theirs["until_earliest"] <= days["since_latest"]:
                    first = max(first, theirs["until_earliest"])
                if theirs["since_latest"] >= days["until_earliest"]:
                    until = min(until, theirs["since_latest"])
        # Where another began no one knows when, it makes room for none.
        last = LAST_DAY if until == LAST_DAY - timedelta(days=1) else until
        found[term.identity] = {"counts_from": first, "counts_until": last}
    return found


def read_settled(store: Engine) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for name, properties in (
        ("TIED_TO", ("last_sign", "parties", "counts_until", "contact_until")),
        ("GOVERNS", ("counts_from", "counts_until")),
    ):
        columns = ", ".join(f"r.{one} AS {one}" for one in properties)
        for row in store.rows(f"MATCH ()-[r:{name}]->() RETURN r.id AS id, {columns}").as_dicts():
            identity = row.pop("id")
            found[identity] = {
                one: read_day(one, day) if one != "parties" else day for one, day in row.items()
            }
    return found


def change(store: Engine, data: st.DataObject) -> None:
    """Write, remove or undo something drawn; raises where that may not be."""
    what = data.draw(st.sampled_from(["write", "write", "write", "remove", "undo"]))
    if what == "write":
        store.apply(Batch.of(data.draw(RECORDS)), "a tester", "drawn")
    elif what == "remove":
        ids = data.draw(st.lists(st.sampled_from(["t0", "t1", "t2", "r1", "a:town"]), min_size=1, max_size=2))
        store.apply(Batch((), removals=tuple(ids), with_ties=True), "a tester", "drawn")
    else:
        chosen = data.draw(st.sampled_from([c.identity for c in store.changesets()]))
        store.undo(chosen, "a tester")


def test_the_end_that_a_stage_tells_is_read_as_it_is_stored(embedded_bench: Bench) -> None:
    given = {"from_id": "A", "to_id": "TUR", "kind": "memorandum", "stage": "ended", "sources": ["s", "s2"]}
    ties = [
        validated(Tie, id="attested", since="2001", attested=["2014-02-01"], **given),
        validated(Tie, id="bare", since="2002", document="act", **given),
    ]
    sources = [validated(Source, id="s", retrieved=date(2013, 1, 1)), validated(Source, id="s2", name="Two")]
    with make_world(embedded_bench.new_url()) as store:
        store.apply(Batch.of([*sources, *ties]), "a tester", "ended")
        stored, held = read_settled(store), store.snapshot().ties
        told = {one: held.counts_until.day(held.find(one)) for one in ("attested", "bare")}
    assert told == {one: stored[one]["counts_until"] for one in told}
    assert told == {"attested": date(2014, 2, 2), "bare": LAST_DAY}


def test_what_a_write_does_not_touch_is_not_settled_by_what_was_read_for_others(
    embedded_bench: Bench,
) -> None:
    def tie(identity: str, start: str, act: str | None, day: str) -> Record:
        given = {"id": identity, "from_id": start, "to_id": "tur:port", "kind": "memorandum", "since": day}
        return validated(Tie, **given, document=act, sources=["s"])

    # Writing the first reads the second, of its act, and for that the third, between the same ends, of which
    # only the fourth, by their act, tells more.
    first, second = tie("t1", "A", "act-1", "2001"), tie("t2", "B", "act-1", "2002")
    third, fourth = tie("t3", "B", "act-2", "2003"), tie("t4", "C", "act-2", "2012")
    with make_world(embedded_bench.new_url()) as store:
        store.apply(Batch.of([first, second, third, fourth]), "a tester", "four")
        store.apply(Batch.of([tie("t1", "A", "act-1", "2005")]), "a tester", "a later start")
        found = read_settled(store)
    assert [found[one]["last_sign"].year for one in ("t1", "t2", "t3", "t4")] == [2005, 2005, 2012, 2012]


def test_a_term_makes_room_for_none_that_began_no_one_knows_when(embedded_bench: Bench) -> None:
    first = {"id": "r1", "from_id": "g1", "since": "2015-01-01", "attested": ["2019-01-01"]}
    now = {"id": "r2", "from_id": "g2", "until": ".."}
    terms = [validated(Governs, to_id="A", sources=["s"], **given) for given in (first, now)]
    with make_world(embedded_bench.new_url()) as store:
        store.apply(Batch.of([*GOVERNORS, *terms]), "a tester", "terms")
        found = store.rows("MATCH ()-[g:GOVERNS]->() RETURN g.id AS id, g.counts_until AS day ORDER BY id")
    assert found.rows == (("r1", None), ("r2", None))  # no far day is stored


def test_a_write_of_many_ties_reads_what_tells_and_what_was_told(
    embedded_bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settling, "MANY", 0)

    def tie(identity: str, start: str, kind: str, day: str, act: str | None = None) -> Record:
        given = {"id": identity, "from_id": start, "to_id": "tur:port", "kind": kind, "since": day}
        return validated(Tie, **given, document=act, sources=["s"])

    def read_years() -> dict[str, int]:
        return {one: told["last_sign"].year for one, told in read_settled(store).items()}

    first, visit = tie("t1", "A", "memorandum", "2001"), tie("visit", "A", "visit", "2005")
    second, third = (tie(f"t{n}", start, "memorandum", f"201{n}", "act") for n, start in ((2, "B"), (3, "C")))
    with make_world(embedded_bench.new_url()) as store:
        store.apply(Batch.of([first, visit, second, third]), "a tester", "four")
        assert read_years() == {"t1": 2005, "visit": 2005, "t2": 2013, "t3": 2013}
        store.apply(Batch((), removals=("visit", "t3")), "a tester", "what told is gone")
        assert read_years() == {"t1": 2001, "t2": 2012}


@on_each_engine(embedded=8, neo4j=3)
def test_what_is_settled_is_as_if_derived_anew_after_every_write(bench: Bench, data: st.DataObject) -> None:
    # Ways of a small and of a large write alike.
    many, settling.MANY = settling.MANY, data.draw(st.sampled_from([0, settling.MANY]))
    try:
        with make_world(bench.new_url()) as store:
            store.apply(Batch.of(GOVERNORS), "a tester", "governors")
            for _ in range(STEPS):
                with suppress(Faults, StoreError, DateError):
                    change(store, data)
                assert read_settled(store) == expect_settled(store.contents())
            expected = read_settled(store)
            ties = store.snapshot().ties
            told = {one: ties.counts_until.day(row) for row, one in enumerate(ties.ids)}
            assert told == {one: expected[one]["counts_until"] for one in ties.ids}
            with TemporaryDirectory() as folder:
                store.backup(path := Path(folder) / "graph.zip")
                store.close()
                with restore_store(bench.new_url(), path) as restored:
                    assert read_settled(restored) == expected
    finally:
        settling.MANY = many
