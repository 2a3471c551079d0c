"""A session reads a store once for each of its states; no copy is believed that does not fit its store."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmap.errors import StoreAbsent, StoreDamaged
from graphmap.schema import Batch, Country, validated
from graphmap.store import open_store
from graphmap.store.engine import Engine
from graphmap.store.session import MOST_DAYS, Session, open_session
from graphmap.store.snapshot_copy import identify, load_copy, place_copy, save_copy
from tests.examples import examples
from tests.store.conftest import MOMENT, Bench
from tests.store.records import GRAPH, SOURCES

Copied = tuple[Path, bytes]
"""A store, and the bytes of the copy beside it."""

FRANCE = validated(Country, id="FRA", name="France", sources=SOURCES)


@pytest.fixture
def path(embedded_bench: Bench) -> Path:
    """Return the path of a store that nobody has open."""
    with embedded_bench.make_store(*GRAPH) as store:
        return Path(store.url)


@pytest.fixture(scope="session")
def copied(embedded_bench: Bench) -> Copied:
    """Return a store with a copy beside it, and the bytes of the copy."""
    with embedded_bench.make_store(*GRAPH) as store:
        path = Path(store.url)
    with open_session(path) as session:
        session.snapshot()
    return path, place_copy(path).read_bytes()


def test_a_session_keeps_its_snapshot_until_the_store_changes(bench: Bench) -> None:
    with bench.make_store(*GRAPH) as store, Session(store) as session:
        first = session.snapshot()
        assert session.snapshot() is first
        store.apply(Batch.of([FRANCE]), "a tester", "one more")
        assert "FRA" in session.snapshot().places
        assert "FRA" not in first.places
    with pytest.raises(Exception, match="closed"):
        store.home()


def test_a_session_that_opened_a_file_sees_what_is_written_to_it_later(path: Path) -> None:
    with open_session(path) as session:
        first = session.snapshot()
        assert session.snapshot() is first
        assert session.store.home().id == "HOM"
        with open_store(path) as store:
            store.apply(Batch.of([FRANCE]), "a tester", "one more")
        assert "FRA" in session.snapshot().places
        assert "FRA" in session.store.contents().nodes


def test_a_pinned_session_keeps_to_the_state_of_its_file(path: Path) -> None:
    with open_session(path) as session:
        before = session.state()
        with session.pin() as pinned:
            with open_store(path) as store:
                store.apply(Batch.of([FRANCE]), "a tester", "one more")
            assert session.state() != before
            assert "FRA" not in pinned.snapshot().places
            assert "FRA" not in pinned.store.contents().nodes
        with session.pin() as renewed:
            assert "FRA" in renewed.snapshot().places


def test_the_knowledge_of_few_days_is_kept(bench: Bench) -> None:
    day = MOMENT.date()
    with bench.make_store(*GRAPH) as store, Session(store) as session:
        first, second = session.snapshot(day), session.snapshot(day + timedelta(1))
        for later in range(2, MOST_DAYS):
            session.snapshot(day + timedelta(later))
        assert session.snapshot(day) is first
        session.snapshot(day + timedelta(MOST_DAYS))
        assert session.snapshot(day) is first
        assert session.snapshot(day + timedelta(1)) is not second


def test_what_was_held_on_a_day_is_made_a_store_once_and_gone_when_the_session_closes(bench: Bench) -> None:
    day = MOMENT.date()
    with bench.make_store(*GRAPH) as store:
        with Session(store) as session:
            assert session.store_held() is store
            made = session.store_held(day)
            assert isinstance(made, Engine)
            assert session.store_held(day) is made
            assert made.contents().nodes.keys() == store.contents(believed_on=day).nodes.keys()
            path = Path(made.url)
            store.apply(Batch.of([FRANCE]), "a tester", "one more")
            again = session.store_held(day)
            assert isinstance(again, Engine)
            assert "FRA" in again.contents().nodes
            assert not path.exists() or path == Path(again.url)
            path = Path(again.url)
        assert not path.exists()
        assert store.home().id == "HOM"


def test_a_second_session_needs_no_engine(path: Path) -> None:
    with open_session(path) as session:
        first = session.snapshot()
    program = (
        "import sys; from graphmap.store.session import open_session; "
        "s = open_session(sys.argv[1]).snapshot(); "
        "print(s.home, len(s.ties), *sorted({'kglite', 'pydantic', 'neo4j', 'scipy'} & set(sys.modules)))"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == [first.home, str(len(first.ties))]


def test_a_copy_holds_what_was_read(copied: Copied) -> None:
    path, _ = copied
    with open_store(path, read_only=True) as store:
        assert load_copy(path, identify(path) or "") == store.snapshot()


def test_a_copy_of_another_state_is_not_believed(path: Path) -> None:
    with open_session(path) as session:
        session.snapshot()
    old = place_copy(path).read_bytes()
    with open_store(path) as store:
        store.apply(Batch.of([FRANCE]), "a tester", "one more")
    assert load_copy(path, identify(path) or "") is None
    with open_session(path) as session:
        assert "FRA" in session.snapshot().places
    assert place_copy(path).read_bytes() != old


def test_a_copy_of_another_store_is_not_believed(path: Path, copied: Copied) -> None:
    with open_store(path) as store:
        store.apply(Batch.of([FRANCE]), "a tester", "another")
    place_copy(path).write_bytes(copied[1])
    assert load_copy(path, identify(path) or "") is None


def test_a_copy_made_by_other_code_is_not_believed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_session(path) as session:
        session.snapshot()
    assert load_copy(path, identify(path) or "") is not None
    monkeypatch.setattr("graphmap.store.snapshot_copy.identify_code", lambda: "other")
    assert load_copy(path, identify(path) or "") is None


@settings(deadline=None, max_examples=examples(150))
@given(st.data())
def test_a_copy_with_any_byte_changed_is_not_believed(copied: Copied, data: st.DataObject) -> None:
    path, whole = copied
    place, bits = data.draw(st.integers(0, len(whole) - 1)), data.draw(st.integers(1, 255))
    broken = bytearray(whole)
    broken[place] ^= bits
    try:
        place_copy(path).write_bytes(broken)
        assert load_copy(path, identify(path) or "") is None
    finally:
        place_copy(path).write_bytes(whole)


@settings(deadline=None, max_examples=examples(60))
@given(st.data())
def test_a_copy_cut_short_or_drawn_out_is_not_believed(copied: Copied, data: st.DataObject) -> None:
    path, whole = copied
    other = data.draw(
        st.one_of(
            st.integers(0, len(whole) - 1).map(lambda end: whole[:end]),
            st.binary(min_size=1, max_size=40).map(lambda more: whole + more),
            st.binary(max_size=60),
            st.binary(max_size=60).map(lambda more: whole[:26] + more),
        )
    )
    try:
        place_copy(path).write_bytes(other)
        assert load_copy(path, identify(path) or "") is None
    finally:
        place_copy(path).write_bytes(whole)


def test_a_copy_that_cannot_be_written_is_no_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    before = sorted(path.parent.iterdir())
    with open_session(path) as session:
        assert session.snapshot().home == "HOM"
    assert sorted(path.parent.iterdir()) == before


def test_a_copy_is_no_more_readable_than_its_store(path: Path) -> None:
    path.chmod(0o600)
    with open_session(path) as session:
        session.snapshot()
    assert place_copy(path).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("what", ["a file", "a link", "a folder"])
def test_what_is_not_a_copy_is_left_alone(path: Path, tmp_path: Path, what: str) -> None:
    place, target = place_copy(path), tmp_path / "target"
    target.write_text("mine")
    if what == "a file":
        place.write_text("mine")
    elif what == "a link":
        place.symlink_to(target)
    else:
        place.mkdir()
    with open_session(path) as session:
        snapshot = session.snapshot()
    assert not save_copy(path, identify(path) or "", snapshot)
    assert place.is_dir() or place.read_text() == "mine"


def test_a_session_of_what_is_no_store_says_so_as_opening_it_does(tmp_path: Path) -> None:
    with pytest.raises(StoreAbsent), open_session(tmp_path / "absent.kgl") as session:
        session.snapshot()
    with pytest.raises(StoreDamaged), open_session(tmp_path) as session:
        session.snapshot()


def test_a_session_tells_what_was_held_on_a_day(bench: Bench) -> None:
    with bench.make_store(*GRAPH) as store, Session(store) as session:
        day = MOMENT.date()
        held = session.snapshot(believed_on=day)
        assert held == store.snapshot(day)
        assert session.snapshot(believed_on=day) is held
        assert session.directory().find("Country", "Turkey") == "TUR"
        store._clock = lambda: MOMENT + timedelta(days=2)
        store.apply(Batch.of([FRANCE]), "a tester", "later")
        assert "FRA" in session.snapshot().places
        assert "FRA" not in session.snapshot(believed_on=day).places
        assert "FRA" in session.snapshot(believed_on=day + timedelta(days=2)).places
