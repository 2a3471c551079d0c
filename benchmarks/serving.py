"""Parts of `benchmarks.serve`: a server in a process of its own, what it costs, readers and a browser."""

from __future__ import annotations

import http.client
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

from playwright.sync_api import Error, Page

MOST = 60_000
"""After how many milliseconds a reader whose page has not come asks for it again, as people do."""

SHOWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
CHOOSE = """(country) => new Promise((done) => {
    const choices = document.querySelector("select[data-state=country]");
    const begun = performance.now();
    choices.value = country;
    choices.dispatchEvent(new Event("change", { bubbles: true }));
    requestAnimationFrame(() => setTimeout(() => done((performance.now() - begun) / 1000)));
})"""


@dataclass
class Serving:
    """A server of a store that runs: its port, its process, and the longest single request since a reset."""

    port: int
    process: int
    longest: float = 0.0
    refused: int = 0
    body: str = field(default="", repr=False)

    @property
    def base(self) -> str:
        """Return its address."""
        return f"http://127.0.0.1:{self.port}"

    def count_seconds(self) -> float:
        """Return how many seconds a processor has worked for it, for the process of its engine too."""
        told = [_read_stat(one) for one in (self.process, *_list_children(self.process))]
        return sum(sum(map(int, one[11:15])) for one in told) / os.sysconf("SC_CLK_TCK")

    def count_bytes(self) -> int:
        """Return how much memory it holds, the process of its engine too."""
        pages = [int(_read_stat(one)[21]) for one in (self.process, *_list_children(self.process))]
        return sum(pages) * os.sysconf("SC_PAGE_SIZE")

    def read(self, address: str, until_there: bool = False, counted: bool = True) -> float:
        """Ask for a page as a reader does, again while it is worked out; return the seconds that took.

        With `until_there`, ask again while there is no such page. What is not `counted` burdens the server
        and is nobody's wait.
        """
        start = time.perf_counter()
        while True:
            asked = time.perf_counter()
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
            connection.request("GET", address)
            answer = connection.getresponse()
            body = answer.read().decode("utf-8", "replace")
            connection.close()
            if counted:
                self.longest = max(self.longest, time.perf_counter() - asked)
            is_working = answer.status in (202, 503) and answer.headers["Retry-After"] == "1"
            if not is_working and not (until_there and answer.status == 404):
                break
            time.sleep(0.1)
        if answer.status != 200 and "cypher" not in address:
            said = re.search(r'role="alert">([^<]*)', body)
            print(f"{address}: {answer.status} {said[1] if said else body[:200]}", file=sys.stderr)
            self.refused += 1
        self.body = body
        return time.perf_counter() - start

    def read_at_once(self, addresses: list[str]) -> float:
        """Let each address be read by a reader of its own, all at once; return the longest wait."""
        self.longest = 0.0
        with ThreadPoolExecutor(len(addresses)) as pool:
            return max(pool.map(self.read, addresses))


@contextmanager
def serve(address: str) -> Iterator[Serving]:
    """Yield a server of a store, in a process of its own, as soon as it says where it is."""
    command = [sys.executable, "-m", "graphmap", "serve", "--port", "0", "--no-browser", "--allow-cypher"]
    process = subprocess.Popen(
        [*command, "--store", address], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        assert process.stdout is not None
        said = next(line for line in process.stdout if "http://" in line)
        found = re.search(r":(\d+)/", said)
        assert found is not None
        yield Serving(int(found[1]), process.pid)
    finally:
        process.terminate()
        process.wait(60)


class Opened(NamedTuple):
    """After how many seconds the start showed its search, its findings, and all that it has."""

    search: float
    findings: float
    whole: float


def open_start(page: Page, base: str) -> Opened:
    """Open the start in a browser and wait until all of it is painted."""
    begun, seconds = time.perf_counter(), list[float]()
    page.goto(f"{base}/?lang=en", wait_until="commit")
    for drawn in ("main input[type=search]", ".decisions li", "main:not(:has([data-waiting]))"):
        page.wait_for_selector(drawn, state="attached", timeout=5 * MOST)
        page.evaluate(SHOWN)
        seconds.append(time.perf_counter() - begun)
    return Opened(*seconds)


def choose_first(page: Page) -> float:
    """Follow the first pair of rivals of the start; return the seconds until its matrix and map are shown.

    By its address: the script of the start may be writing its lines anew at the moment of a click.
    """
    address = page.locator(".decisions a.said[href^='/map']").first.get_attribute("href")
    begun = time.perf_counter()
    _open_until_shown(page, urljoin(page.url, address), "[data-panel=matrix] table", "[data-panel=map] svg")
    page.evaluate(SHOWN)
    return time.perf_counter() - begun


def choose_on_page(page: Page, base: str, countries: list[str]) -> float:
    """Choose countries on the page of all panels, its facts at hand; return the seconds of the longest."""
    _open_until_shown(page, f"{base}/map?lang=en", "html.scripted")
    page.evaluate(SHOWN)
    return max(float(page.evaluate(CHOOSE, country)) for country in countries)


def _open_until_shown(page: Page, address: str, *drawn: str) -> None:
    """Open a page and wait until all that is `drawn` is there."""
    while True:
        page.goto(address, wait_until="commit")
        try:
            for one in drawn:
                page.wait_for_selector(one, state="attached", timeout=MOST)
        except Error:
            print(f"{address} did not come within {MOST / 1000:g} s: asked again", file=sys.stderr)
        else:
            return


def _read_stat(process: int) -> list[str]:
    """Return what Linux tells of a process, from its state on."""
    return Path(f"/proc/{process}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()


def _list_children(process: int) -> list[int]:
    told = Path(f"/proc/{process}/task").glob("*/children")
    return [int(child) for one in told for child in one.read_text("ascii").split()]
