"""Times what readers of `graphmap serve` wait for, in a real Chromium and twenty at once.

Run with the Python of graphmap and its tests: `python -m benchmarks.serve [ties] [provinces]`; without a
number it serves the Iran sample. `--neo4j ADDRESS` serves from a server, which is filled where it is empty;
`--json FILE` writes the figures. Each line has the seconds that one waits, those that a processor worked for
the server meanwhile (a busy machine tells nearly the same of these as a quiet one), the memory that it then
held, and the wish. Figures to read, not a test.

The *first view* is told from the moment when the server says where it is, nothing made ahead: a browser opens
the start, until its findings (what needs a decision) are painted; told beside it are when the search and the
list of questions are, and when all of it is there, the numbers and counts below as well. The first choice is
a click on the first finding, until matrix and map of it are painted. Then the server is left alone until all
that it makes ahead is there.
"""

from __future__ import annotations

import argparse
import contextlib
import html
import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Page

from benchmarks.serving import Opened, Serving, choose_first, choose_on_page, open_start, serve
from benchmarks.world import hold_world, write_world
from graphmap.errors import StoreAbsent
from graphmap.exchange.samples import read_sample
from graphmap.schema import Batch
from graphmap.store import create_store, open_store
from tests.servers.chromium import start_browser

SLOW = "RETURN reduce(x = 0, i IN range(1, 30000) | x + reduce(y = 0, j IN range(1, 30000) | y + j % 7)) AS x"
READERS = 20
MOST_IDLE = 300.0
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

BURDENS = {
    "": (),
    ", a slow query beside": (f"/api/cypher?query={quote(SLOW)}",),
    f", {len(HEAVY)} long questions beside": HEAVY,
}
"""What readers have beside them: nothing, a query that takes as long as one may, questions that take long."""

AHEAD = ("/?lang=en", "/?lang=fa", "/map?lang=en", "/map?lang=fa", "/against?lang=fa")
"""What a server makes ahead; at last what the script of a large page reads."""

WRITE = """
import sys
from graphmap.schema import Batch, Country, validated
from graphmap.store import open_store
with open_store(sys.argv[1]) as store:
    source = store.snapshot().sources.ids[0]
    given = dict(id="ATA", name="Antarctica", sources=(source,))
    store.apply(Batch.of([validated(Country, **given)]), "a", "b")
"""
"""Writes one country more, in a process of its own."""

Row = dict[str, Any]


def list_places(address: str) -> tuple[list[str], list[str]]:
    """Return the countries and provinces that have ties."""
    with open_store(address, read_only=True) as store:
        snapshot = store.snapshot()
    ids, ties = snapshot.places.ids, snapshot.ties
    abroad = (ids[row] for row in ties.country.tolist() if row >= 0 and ids[row] != snapshot.home)
    provinces = (ids[row] for row in ties.province.tolist() if row >= 0)
    return list(dict.fromkeys(abroad)), list(dict.fromkeys(provinces))


def mix_pages(countries: list[str], provinces: list[str]) -> list[str]:
    """Return what twenty readers look at, each something else."""
    return [
        *(f"/map?lang=fa&country={one}" for one in countries[:6]),
        *(f"/map?lang=en&province={one}" for one in provinces[:5]),
        *(f"/country/{one}?lang=fa" for one in countries[6:9]),
        *(f"/province/{one}?lang=en" for one in provinces[6:8]),
        f"/evidence?lang=fa&country={countries[0]}",
        f"/search?lang=en&q={quote('rivals ' + countries[1])}",
        f"/canvas?lang=en&start={countries[2]}",
        "/?lang=fa",
    ]


class Measures:
    """Rows of what was measured, printed as they come."""

    def __init__(self, serving: Serving) -> None:
        """Measure of a server."""
        self._serving, self.rows = serving, list[Row]()

    def take(self, what: str, wish: float | None, work: Callable[[], float]) -> None:
        """Measure one thing; `work` returns the seconds that one waited."""
        before = self._serving.count_seconds()
        waited = work()
        row = {
            "what": what,
            "seconds": round(waited, 3),
            "processor": round(self._serving.count_seconds() - before, 2),
            "megabytes": round(self._serving.count_bytes() / 2**20),
            "wish": wish,
        }
        self.rows.append(row)
        said = f"(wish {wish:g})" if wish is not None else ""
        numbers = f"{row['seconds']:8.2f} s {row['processor']:8.2f} s {row['megabytes']:7} MB"
        print(f"{what:52} {numbers}  {said}", flush=True)

    def open_first(self, page: Page, wish: float) -> None:
        """Measure the first view of the start, of which its parts come one after the other."""
        opened: list[Opened] = []

        def open_whole() -> float:
            opened.append(open_start(page, self._serving.base))
            return opened[0].whole

        self.take("first view: all of the start", None, open_whole)
        parts = (("findings", opened[0].findings, wish), ("search", opened[0].search, None))
        for what, waited, wished in parts:
            self.rows.append({**self.rows[-1], "what": what, "seconds": round(waited, 3), "wish": wished})
            said = "" if wished is None else f"  (wish {wished:g})"
            print(f"    of it: {what:45} {waited:8.2f} s{said}", flush=True)


def measure(address: str, wish: float, choice: float) -> list[Row]:
    """Measure what readers of a store wait for."""
    begun = time.perf_counter()
    countries, provinces = list_places(address)
    print(f"the snapshot, read in another process: {time.perf_counter() - begun:.1f} s")
    begun = time.perf_counter()
    with start_browser() as browser, serve(address) as serving:
        measures, page = Measures(serving), browser.new_page(viewport={"width": 1280, "height": 800})
        took = time.perf_counter() - begun
        measures.take("the server says where it is", None, lambda: took)
        measures.open_first(page, wish)
        measures.take("first choice: matrix and map", None, lambda: choose_first(page))
        measures.take("all that is made ahead, in both languages", None, lambda: _wait_for_all(serving))
        measures.take("the start again, another reader", 1.0, lambda: open_start(page, serving.base).whole)
        measures.take("a choice from the start", None, lambda: choose_first(page))
        few, mixed = countries[:5], mix_pages(countries, provinces)[:3]
        measures.take("a choice on the page", choice, lambda: choose_on_page(page, serving.base, few))
        measures.take("a choice by its address", choice, lambda: max(map(serving.read, mixed)))
        page.close()
        for place, (what, burden) in enumerate(BURDENS.items(), start=1):
            # Each time pages that nobody has looked at yet.
            mixed = mix_pages(countries[9 * place :], provinces[9 * place :])
            _read_beside(measures, serving, what, burden, mixed)
        _wait_until_idle(serving)
        subprocess.run((sys.executable, "-c", WRITE, address), check=True)
        measures.take("what another process wrote is there", None, lambda: serving.read("/country/ATA", True))
        measures.take("the start after it", None, lambda: serving.read("/?lang=en"))
        return measures.rows


def _wait_for_all(serving: Serving) -> float:
    begun = time.perf_counter()
    for one in AHEAD:
        serving.read(one)
        for asked in re.findall(r'data-from="([^"]+)"', serving.body):
            serving.read(html.unescape(asked))
    return time.perf_counter() - begun


def _wait_until_idle(serving: Serving) -> None:
    """Wait until the server has done what nobody waits for any more, for some minutes at most."""
    limit, before = time.perf_counter() + MOST_IDLE, -1.0
    while time.perf_counter() < limit and serving.count_seconds() - before > 0.1:
        before = serving.count_seconds()
        time.sleep(2)


def _read_beside(
    measures: Measures, serving: Serving, what: str, burden: Iterable[str], mixed: list[str]
) -> None:
    """Let readers read at once, while what burdens the server is asked by others who are not waited for."""
    for one in burden:
        threading.Thread(target=_read_unless_closed, args=(serving, one), daemon=True).start()
    time.sleep(0.5 if burden else 0)
    measures.take(f"{READERS} readers{what}: the last page", None, lambda: serving.read_at_once(mixed))
    measures.take(f"{READERS} readers{what}: the longest request", 2.0, lambda: serving.longest)


def _read_unless_closed(serving: Serving, address: str) -> None:
    """Read a page that nobody waits for: the server may be closed before it answers."""
    with contextlib.suppress(OSError, http.client.HTTPException):
        serving.read(address, counted=False)


def main() -> None:
    """Serve a store, print how long readers waited, and write it."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("ties", type=int, nargs="?", default=0)
    reader.add_argument("provinces", type=int, nargs="?")
    reader.add_argument("--neo4j", metavar="ADDRESS")
    reader.add_argument("--json", type=Path, metavar="FILE")
    given = reader.parse_args()
    print(f"load of the machine before: {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        address = given.neo4j or str(Path(folder) / "graph.kgl")
        if given.neo4j:
            try:
                open_store(address, read_only=True).close()
            except StoreAbsent:
                write_world(address, given.ties, given.provinces)
        elif given.ties:
            Path(address).write_bytes(hold_world(given.ties, given.provinces).read_bytes())
        else:
            create_store(address, Batch.of([one.record for one in read_sample("iran").entries]))[0].close()
        rows = measure(address, 3.0 if given.ties else 1.0, 0.5 if given.ties >= 200_000 else 0.2)
    if given.json:
        told = {"ties": given.ties, "provinces": given.provinces, "load": os.getloadavg(), "rows": rows}
        given.json.write_text(json.dumps(told, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
