"""Times what readers of `graphmap serve` wait for: the first view, a choice, twenty at once, a slow query.

Run with the Python that graphmap is installed in: `python -m benchmarks.serve [ties] [readers]`; without
a number it serves the Iran sample. Each line is the longest that anybody waited, in seconds, with what is
wished beside it. Figures to read, not a test.
"""

from __future__ import annotations

import http.client
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from benchmarks.world import hold_world
from graphmap.exchange.samples import read_sample
from graphmap.schema import Batch, Country, validated
from graphmap.store import create_store, open_store

SLOW = "RETURN reduce(x = 0, i IN range(1, 30000) | x + reduce(y = 0, j IN range(1, 30000) | y + j % 7)) AS x"
READERS = 20
HEAVY = (
    *(
        "/reports/overturn?as_of=all",
        "/reports/entanglement",
        "/reports/plan",
        "/reports/overlaps?level=city",
    ),
    "/reports/province_ties",
)
"""Questions that take long at size, all asked at once."""

longest: list[float] = [0.0]
"""Seconds of the longest single request since it was set to 0, whether it brought the page or was to wait."""


def read(port: int, address: str) -> float:
    """Ask for a page as a reader does, again while it is worked out; return the seconds until it is there."""
    start = time.perf_counter()
    while True:
        asked = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        connection.request("GET", address)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        longest[0] = max(longest[0], time.perf_counter() - asked)
        if answer.status not in (202, 503) or answer.headers["Retry-After"] is None:
            break
        time.sleep(0.1)
    if answer.status != 200 and "cypher" not in address:
        raise RuntimeError(f"{address}: {answer.status}")
    return time.perf_counter() - start


@contextmanager
def serve(path: Path) -> Iterator[int]:
    """Yield the port of a server of a store, in a process of its own."""
    command = [sys.executable, "-m", "graphmap", "serve", "--port", "0", "--no-browser", "--allow-cypher"]
    process = subprocess.Popen(
        [*command, "--store", str(path)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        assert process.stdout is not None
        said = next(line for line in process.stdout if "http://" in line)
        found = re.search(r":(\d+)/", said)
        assert found is not None
        yield int(found[1])
    finally:
        process.terminate()
        process.wait(20)


def list_choices(path: Path, readers: int) -> list[str]:
    """Return addresses of pages in which one country or province is chosen."""
    with open_store(path, read_only=True) as store:
        snapshot = store.snapshot()
    ids, ties = snapshot.places.ids, snapshot.ties
    abroad = (ids[row] for row in ties.country.tolist() if row >= 0 and ids[row] != snapshot.home)
    countries = list(dict.fromkeys(abroad))[:readers]
    provinces = list(dict.fromkeys(ids[row] for row in ties.province.tolist() if row >= 0))[:readers]
    return [f"/map?lang=fa&country={one}" for one in countries] + [
        f"/map?lang=fa&province={one}" for one in provinces
    ]


def read_at_once(port: int, addresses: list[str]) -> float:
    """Let each address be read by a reader of its own, all at once; return the longest wait."""
    with ThreadPoolExecutor(len(addresses)) as pool:
        return max(pool.map(lambda one: read(port, one), addresses))


def write_one(path: Path) -> None:
    """Write one country more, as another process does."""
    with open_store(path) as store:
        source = store.snapshot().sources.ids[0]
        store.apply(Batch.of([validated(Country, id="ATA", name="Antarctica", sources=(source,))]), "a", "b")


def measure(path: Path, wish: float, readers: int) -> Iterator[tuple[str, float, float]]:
    """Yield what was waited for, how long, and what is wished."""
    choices = list_choices(path, readers)
    with serve(path) as port:
        yield "the start, asked for at once", read(port, "/"), 1.0
        yield "all panels, asked for after it", read(port, "/map?lang=fa"), wish
        yield "the same again", read(port, "/map?lang=fa"), 0.2
        yield "a choice", read(port, choices[0]), 0.2
        yield f"{readers} readers, a choice each", read_at_once(port, choices[:readers]), 2.0
        slow = threading.Thread(target=read, args=(port, f"/api/cypher?query={quote(SLOW)}"), daemon=True)
        slow.start()
        yield f"{readers} readers beside a slow query", read_at_once(port, choices[-readers:]), 2.0
        longest[0] = 0.0
        for address in HEAVY:
            threading.Thread(target=read, args=(port, address), daemon=True).start()
        time.sleep(0.5)
        yield (
            f"{readers} readers beside {len(HEAVY)} long questions",
            read_at_once(port, choices[:readers]),
            2.0,
        )
        yield "the longest request among these", longest[0], 2.0
        write_one(path)
        yield "the start after a write", read(port, "/"), 2.0


def main(ties: int = 0, readers: int = READERS) -> None:
    """Serve a store and print how long readers waited."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.kgl"
        if ties:
            path.write_bytes(hold_world(ties).read_bytes())
        else:
            create_store(path, Batch.of([one.record for one in read_sample("iran").entries]))[0].close()
        for what, seconds, wish in measure(path, 3.0 if ties else 1.0, readers):
            print(f"{what:36} {seconds:7.2f} s  (wish {wish:.1f})", flush=True)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
