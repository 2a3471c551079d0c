"""Opening and making stores: what is absent, held, damaged, foreign or away is said in one sentence."""

from __future__ import annotations

import random
import shutil
import socket
import sqlite3
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import kglite
import neo4j
import pytest

from graphmap.errors import AccessDenied, GraphmapError, StoreAbsent, StoreDamaged, StoreError, StoreHeld
from graphmap.schema import Batch, Country, validated
from graphmap.store import create_store, open_store
from graphmap.store.embedded import EmbeddedStore
from graphmap.store.engine import Engine
from tests.servers.neo4j_server import Neo4jServer
from tests.store.conftest import HOME_BATCH, SOURCE, Bench, TickingClock
from tests.store.records import GRAPH, SOURCES


def make(url: str) -> None:
    create_store(url, HOME_BATCH, clock=TickingClock())[0].close()


def refuse(error: type[GraphmapError], said: str, do: Callable[[], Engine]) -> None:
    """Check that something raises one error whose text is one line that says this, and no password."""
    with pytest.raises(error, match=said) as caught:
        do().close()
    assert "\n" not in str(caught.value)


# ---------------------------------------------------------------------------- files


@pytest.mark.parametrize("read_only", [False, True])
def test_a_store_that_is_not_there_names_the_command_that_makes_it(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "graph.kgl"
    refuse(StoreAbsent, "graphmap init --home CODE", lambda: open_store(path, read_only))
    assert list(tmp_path.iterdir()) == []


def test_a_store_in_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    refuse(StoreAbsent, "there is no folder", lambda: create_store(tmp_path / "no" / "g.kgl", HOME_BATCH)[0])


def test_who_comes_second_takes_nothing_of_who_makes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "graph.kgl"
    first = EmbeddedStore(path, read_only=False, clock=TickingClock(), create=True)
    lies = sorted(path.name for path in tmp_path.iterdir())
    refuse(StoreHeld, "is being written to", lambda: create_store(path, HOME_BATCH)[0])
    assert sorted(path.name for path in tmp_path.iterdir()) == lies
    first.create(HOME_BATCH, "HOM", "a tester")
    first.close()
    with open_store(path, read_only=True) as store:
        assert store.home().id == "HOM"


def test_a_store_made_a_moment_before_by_another_is_not_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "graph.kgl"
    open_to_write = EmbeddedStore._open_to_write

    def come_late(self: EmbeddedStore) -> kglite.Session:
        monkeypatch.undo()
        make(str(path))
        return open_to_write(self)

    monkeypatch.setattr(EmbeddedStore, "_open_to_write", come_late)
    other = validated(Country, id="AAA", name="Other", home=True, sources=["source:1"])
    batch = Batch.of([SOURCE, other])
    refuse(StoreError, "the store of another home country", lambda: create_store(path, batch)[0])
    with open_store(path, read_only=True) as store:
        assert store.home().id == "HOM"


def write_text(path: Path) -> None:
    path.write_text("A letter to a friend, and no graph.\n", encoding="utf-8")


def write_noise(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(10_000))


def write_nothing(path: Path) -> None:
    path.write_bytes(b"")


def write_sqlite(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.commit()
    connection.close()


def write_head_and_noise(path: Path) -> None:
    make(str(path))
    path.write_bytes(path.read_bytes()[:8] + random.Random(2).randbytes(10_000))


def make_folder(path: Path) -> None:
    path.mkdir()


def make_graph_of_another(path: Path) -> None:
    session = kglite.open_session(str(path), durable="full")
    session.execute("CREATE (:Person {id: 1, name: 'Ada'})")
    session.close()


FOREIGN = (
    write_text,
    write_noise,
    write_nothing,
    write_sqlite,
    write_head_and_noise,
    make_folder,
    make_graph_of_another,
)


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("write", FOREIGN)
def test_a_foreign_file_is_refused_and_left_as_it_is(
    tmp_path: Path, write: Callable[[Path], None], read_only: bool
) -> None:
    path = tmp_path / "graph.kgl"
    write(path)
    before = path.read_bytes() if path.is_file() else None
    refuse(StoreDamaged, "graph.kgl", lambda: open_store(path, read_only))
    refuse(StoreDamaged, "graph.kgl", lambda: create_store(path, HOME_BATCH)[0])
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize("read_only", [False, True])
def test_a_store_cut_short_or_with_a_wrong_bit_is_refused(tmp_path: Path, read_only: bool) -> None:
    whole = tmp_path / "whole.kgl"
    make(str(whole))
    data = whole.read_bytes()
    choose = random.Random(3)
    damaged = [data[: choose.randrange(4, len(data))] for _ in range(30)]
    for _ in range(60):
        changed = bytearray(data)
        changed[choose.randrange(4, len(data))] ^= 1 << choose.randrange(8)
        damaged.append(bytes(changed))
    for number, content in enumerate(damaged):
        path = tmp_path / f"{number}.kgl"
        path.write_bytes(content)
        with pytest.raises(StoreDamaged, match=f"{number}.kgl is not a whole graphmap store"):
            open_store(path, read_only)


HOLD = textwrap.dedent(
    """
    import sys
    from graphmap.store import open_store
    with open_store(sys.argv[1]) as store:
        print("held", flush=True)
        sys.stdin.read()
    """
)


@contextmanager
def held_by_another(url: str) -> Iterator[subprocess.Popen[str]]:
    """Keep a store open for writing in another process."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, url], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdin is not None
    assert holder.stdout is not None
    try:
        assert holder.stdout.readline() == "held\n"
        yield holder
    finally:
        holder.stdin.close()
        holder.wait(timeout=60)
        holder.stdout.close()


def test_a_store_that_another_process_writes_to_names_that_process(tmp_path: Path) -> None:
    url = str(tmp_path / "graph.kgl")
    make(url)
    with held_by_another(url) as holder:
        refuse(StoreHeld, f"being written to by process {holder.pid} since 20", lambda: open_store(url))
        refuse(StoreHeld, f"process {holder.pid}", lambda: create_store(url, HOME_BATCH)[0])
        with open_store(url, read_only=True) as reader:
            assert reader.home().id == "HOM"
    open_store(url).close()


def test_a_reader_sees_each_write_when_it_opens_the_store(tmp_path: Path) -> None:
    url = str(tmp_path / "graph.kgl")
    with create_store(url, HOME_BATCH, clock=TickingClock())[0] as writer:
        with open_store(url, read_only=True) as reader:
            writer.apply(Batch.of(GRAPH), "a tester", "while another reads")
            assert len(reader.changesets()) == 1
        with open_store(url, read_only=True) as reader:
            assert reader.contents() == writer.contents()


@pytest.mark.parametrize("read_only", [False, True])
def test_what_an_older_graphmap_left_in_a_log_is_found_and_kept(tmp_path: Path, read_only: bool) -> None:
    lived, killed = tmp_path / "lived", tmp_path / "killed"
    for folder in (lived, killed):
        folder.mkdir()
    make(str(lived / "graph.kgl"))
    # It laid each commit in a log, and then wrote the file.
    session = kglite.open_session(str(lived / "graph.kgl"), durable="full")
    session.execute("MATCH (c:Country) SET c.note = 'from the log'")
    for path in lived.glob("graph.kgl*"):
        shutil.copy(path, killed)
    session.close()
    for opens in (read_only, not read_only):
        with open_store(killed / "graph.kgl", opens) as store:
            assert store.rows("MATCH (c:Country) RETURN c.note").rows == (("from the log",),)
    kept = kglite.open_session(str(killed / "graph.kgl")).execute("MATCH (c:Country) RETURN c.note AS note")
    assert [row["note"] for row in kept] == ["from the log"]


def test_threads_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    with create_store(tmp_path / "graph.kgl", HOME_BATCH, clock=TickingClock())[0] as store:
        write_from_threads([store] * 4)
        assert len(store.changesets()) == 1 + 4 * 5
        assert len(store.contents().records("Country")) == 1 + 4 * 5


def write_from_threads(stores: list[Engine]) -> None:
    """Write five countries from each of several threads, one store a thread."""
    errors: list[BaseException] = []

    def write(number: int, store: Engine) -> None:
        try:
            for place in range(5):
                country = validated(
                    Country, id=f"X{chr(65 + number)}{chr(65 + place)}", name="X", sources=SOURCES
                )
                store.apply(Batch.of([country]), f"thread {number}", "together")
        except BaseException as error:  # noqa: BLE001 (looked at below)
            errors.append(error)

    threads = [threading.Thread(target=write, args=pair) for pair in enumerate(stores)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []


# ---------------------------------------------------------------------------- servers


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://localhost:7687", "http:// is no kind of store"),
        ("postgres://user:secret@localhost/x", "postgres:// is no kind of store"),
        ("bolt://", "names no host"),
        ("bolt://localhost:what", "not well formed"),
        ("neo4j://[::1", "not well formed"),
    ],
)
def test_an_address_that_cannot_be_is_explained(url: str, said: str) -> None:
    refuse(StoreError, said, lambda: open_store(url))


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_that_is_away_is_named_without_the_password(free_port: int, scheme: str) -> None:
    url = f"{scheme}://ann:open-sesame@127.0.0.1:{free_port}"
    with pytest.raises(StoreError, match=f"127.0.0.1:{free_port} does not answer") as caught:
        open_store(url)
    assert "sesame" not in str(caught.value)


def test_a_server_that_speaks_something_else_is_explained() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            connection, _ = listener.accept()
            connection.recv(100)
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            connection.close()

        thread = threading.Thread(target=answer)
        thread.start()
        refuse(StoreError, "127.0.0.1", lambda: open_store(f"bolt://127.0.0.1:{listener.getsockname()[1]}"))
        thread.join()


def test_a_wrong_password_is_refused_in_one_sentence(neo4j_server: Neo4jServer) -> None:
    url = f"bolt://neo4j:wrong-password@127.0.0.1:{neo4j_server.port}"
    with pytest.raises(AccessDenied, match="refused the user name or password") as caught:
        open_store(url)
    assert "wrong-password" not in str(caught.value)
    refuse(AccessDenied, "GRAPHMAP_USER and GRAPHMAP_PASSWORD", lambda: open_store(neo4j_server.address))


def test_user_and_password_come_from_the_environment(
    neo4j_url: str, neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(neo4j_url)
    monkeypatch.setenv("GRAPHMAP_USER", neo4j_server.user)
    monkeypatch.setenv("GRAPHMAP_PASSWORD", neo4j_server.password)
    with open_store(neo4j_server.address) as store:
        assert store.home().id == "HOM"
        assert store.url == neo4j_server.address


def test_an_empty_server_names_the_command_that_makes_a_store(neo4j_url: str) -> None:
    refuse(StoreAbsent, "graphmap init --home CODE", lambda: open_store(neo4j_url))


def test_a_server_with_the_data_of_another_is_left_as_it_is(
    neo4j_url: str, neo4j_server: Neo4jServer
) -> None:
    auth = (neo4j_server.user, neo4j_server.password)
    with neo4j.GraphDatabase.driver(neo4j_server.address, auth=auth) as driver:
        driver.execute_query("CREATE (:Person {name: 'Ada'})-[:KNOWS]->(:Country {name: 'France'})")
        refuse(StoreDamaged, "not graphmap's", lambda: open_store(neo4j_url))
        refuse(StoreDamaged, "not graphmap's", lambda: create_store(neo4j_url, HOME_BATCH)[0])
        count = driver.execute_query("MATCH (n) RETURN count(n) AS nodes").records[0]["nodes"]
    assert count == 2


def test_a_database_that_is_not_there_is_named(neo4j_url: str) -> None:
    refuse(StoreError, "no database nowhere", lambda: open_store(f"{neo4j_url}/nowhere"))


def test_clients_that_write_to_one_server_at_once_lose_nothing(neo4j_url: str) -> None:
    make(neo4j_url)
    stores = [open_store(neo4j_url) for _ in range(4)]
    write_from_threads(stores)
    assert len(stores[0].changesets()) == 1 + 4 * 5
    assert len(stores[0].contents().records("Country")) == 1 + 4 * 5
    for store in stores:
        store.close()


def test_two_that_write_the_same_at_once_write_it_once(neo4j_url: str) -> None:
    make(neo4j_url)
    stores = [open_store(neo4j_url) for _ in range(4)]
    threads = [
        threading.Thread(target=store.apply, args=(Batch.of(GRAPH), "a tester", "together"))
        for store in stores
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(stores[0].changesets()) == 2
    for store in stores:
        store.close()


def test_opening_a_file_does_not_load_the_driver_of_the_server(embedded_bench: Bench) -> None:
    url = embedded_bench.new_url()
    make(url)
    program = (
        "import sys; from graphmap.store import open_store; "
        "open_store(sys.argv[1]).close(); print('neo4j' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, url], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("False\n", "")


def test_a_write_leaves_it_as_it_was_who_may_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "graph.kgl"
    make(str(path))
    path.chmod(0o600)
    with open_store(path) as store:
        store.apply(Batch.of([SOURCE.model_copy(update={"id": "another"})]), "a test", "a test")
    assert path.stat().st_mode & 0o777 == 0o600
