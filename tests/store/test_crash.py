"""A process killed while it writes loses nothing that was acknowledged and leaves nothing half there."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Self

import pytest

from graphmap.store import is_server, open_store
from graphmap.store.engine import Engine
from tests.servers.neo4j_server import Neo4jServer
from tests.store.conftest import Bench
from tests.store.records import GRAPH
from tests.store.writer import CITIES_A_CHANGESET, make_records

KILLS = int(os.environ.get("GRAPHMAP_KILLS", "30"))
"""How many processes are killed on each engine; `make kills` kills 200."""
SERVER_KILLS = KILLS // 15 if KILLS > 30 else 1
"""How often a server itself is killed (`make kills`: 13 times): it starts again as slowly as 20 writers."""
WINDOW = 0.03
"""Seconds after a changeset, or the begin of a server's commit, in which a process is killed at random."""
PROJECT = Path(__file__).parent.parent.parent


class Writers:
    """Starts one process after another that writes to a store."""

    def __init__(self, url: str, folder: Path) -> None:
        self._folder = folder
        self.file = None if is_server(url) else Path(url)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.store.writer", url],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
            cwd=PROJECT,
        )

    def start(self, run: int) -> Writer:
        """Return a process that writes; the one before has ended."""
        said, commits = self._folder / f"{run}.txt", self._folder / f"{run}.commits"
        for path in (said, commits):
            path.touch()
        assert self._process.stdin
        self._process.stdin.write(f"{run}\t{said}\t{commits}\n")
        return Writer(int(self._read()), said, commits, self)

    def wait(self) -> None:
        """Return when the process started last has ended."""
        assert self._read() == "ended"

    def _read(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate(timeout=60)


class Writer:
    """A process that writes to a store, and what it said."""

    def __init__(self, number: int, said: Path, commits: Path, writers: Writers) -> None:
        self._number = number
        self._said = said
        self._commits = commits
        self._writers = writers

    def wait_until_it_writes(self) -> None:
        """Return when the first changeset is acknowledged."""
        limit = time.monotonic() + 60
        while not self._said.read_bytes().count(b"\n"):
            os.kill(self._number, 0)  # fails where it has ended by itself
            assert time.monotonic() < limit
            time.sleep(0.002)

    def wait_until_it_commits(self) -> None:
        """Return as soon as a commit is about to be sent to its server."""
        limit = time.monotonic() + 60
        before = self._commits.stat().st_size
        while time.monotonic() < limit:
            os.kill(self._number, 0)  # fails where it has ended by itself
            if self._commits.stat().st_size > before:
                return
            time.sleep(0.0002)
        raise AssertionError("it commits no more")

    def stop_while_it_writes(self) -> None:
        """Stop it where a new file lies beside its own and has not taken its place."""
        limit = time.monotonic() + 60
        while time.monotonic() < limit:
            if self.writes_file():
                os.kill(self._number, signal.SIGSTOP)
                time.sleep(0.001)
                if self.writes_file():
                    return
                os.kill(self._number, signal.SIGCONT)
        raise AssertionError("it writes no file")

    def writes_file(self) -> bool:
        """Say whether a new file lies beside its own and has not taken its place."""
        file = self._writers.file
        return file is not None and any(file.parent.glob(f"{file.name}.tmp.*"))

    def kill(self) -> None:
        """Kill it as a power cut would."""
        os.kill(self._number, signal.SIGKILL)
        self._writers.wait()

    def acknowledged(self) -> int:
        """Return how many changesets were acknowledged; a line that is cut short was not."""
        return self._said.read_bytes().count(b"\n")


def check_whole(store: Engine, runs: dict[int, int], applied: dict[int, int]) -> None:
    """Check that the acknowledged changesets of each run, and at most one more, are there and whole."""
    counts: dict[int, int] = {}
    for changeset in store.changesets():
        if (changeset.by or "").startswith("run "):
            counts[int(str(changeset.by)[4:])] = counts.get(int(str(changeset.by)[4:]), 0) + 1
            assert changeset.created == 3 * CITIES_A_CHANGESET
    for run, acknowledged in runs.items():
        assert acknowledged <= counts.get(run, 0) <= acknowledged + 1
        # What an earlier look found is still there, and nothing of a killed process came later.
        assert applied.setdefault(run, counts.get(run, 0)) == counts.get(run, 0)
    contents = store.contents()
    expected = {
        str(record.id): record.values()
        for run, count in counts.items()
        for number in range(count)
        for record in make_records(run, number)[1:]
    }
    first = {str(record.id) for record in GRAPH} | {"source:1", "HOM"}
    found = {str(record.id): record.values() for record in contents if record.id not in first}
    assert found == expected
    last = max((run, count - 1) for run, count in counts.items())
    assert contents.nodes["city:hom:town"].note == f"{last[0]} {last[1]}"
    bounds = store.rows("MATCH ()-[t:TIED_TO]->(:Country) WHERE t.since_latest IS NOT NULL RETURN count(t)")
    assert bounds.rows == ((sum(counts.values()) * CITIES_A_CHANGESET,),)


def test_killing_the_process_that_writes_tears_nothing(bench: Bench, tmp_path: Path) -> None:
    url = bench.new_url()
    Bench(bench.name, lambda: url).make_store(*GRAPH).close()
    choose = random.Random(4)
    runs: dict[int, int] = {}
    applied: dict[int, int] = {}
    within = 0
    with Writers(url, tmp_path) as writers:
        for run in range(KILLS):
            writer = writers.start(run)
            writer.wait_until_it_writes()
            if bench.name == "embedded" and run % 2:
                writer.stop_while_it_writes()
            else:
                if bench.name == "neo4j":
                    writer.wait_until_it_commits()
                time.sleep(choose.uniform(0, WINDOW))
            writer.kill()
            runs[run] = writer.acknowledged()
            within += writer.writes_file()
            if run % 3 == 2 or run == KILLS - 1:
                # Who opens it first settles what the killed process left: readers and writers find the same.
                for read_only in (run % 2 == 0, run % 2 == 1):
                    with open_store(url, read_only) as opened:
                        check_whole(opened, runs, applied)
                assert not writer.writes_file(), "what a killed process left stays beside the store"
    assert sum(runs.values()) >= KILLS
    if bench.name == "embedded":
        assert within >= KILLS // 5, "the kills missed the time in which a file is written"
    print(f"{bench.name}: {KILLS} killed, {within} while a file was written, {sum(runs.values())} kept")  # noqa: T201


@pytest.mark.xdist_group("neo4j_server")
def test_killing_the_server_tears_nothing(spare_neo4j: Neo4jServer, tmp_path: Path) -> None:
    server = spare_neo4j
    bench = Bench("neo4j", lambda: server.url)
    bench.make_store(*GRAPH).close()
    choose = random.Random(5)
    runs: dict[int, int] = {}
    applied: dict[int, int] = {}
    with Writers(server.url, tmp_path) as writers:
        for run in range(SERVER_KILLS):
            writer = writers.start(run)
            writer.wait_until_it_writes()
            time.sleep(choose.uniform(0, 0.5))
            server.kill()
            assert not server.is_running()
            writers.wait()
            runs[run] = writer.acknowledged()
            server.start()
            with open_store(server.url) as opened:
                check_whole(opened, runs, applied)
