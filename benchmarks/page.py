"""Measures what a browser lays out when it opens a page of 5,000 ties, beside the same page laid out whole.

Run with the Python that graphmap and its tests are installed in: `python -m benchmarks.page [ties] [runs]`.
The peer is the same file with `content-visibility: visible` for all that it holds: there the browser lays out
every row of evidence before anything is seen. The least of a few runs counts. Figures to read, not a test.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize

from graphmap.exchange.samples import read_sample
from graphmap.schema import Batch, Country, Province, Record, Tie, validated
from graphmap.schema.relationships import STAGE, TIE_KIND
from graphmap.schema.sectors import SECTORS
from graphmap.store import create_store
from graphmap.views import make_map
from tests.servers.chromium import start_browser

PEER = "every row at once"
PAGES = {
    PEER: "*{content-visibility:visible !important}",
    "only what is shown": "x{content-visibility:visible !important}",
}
"""The pages that are opened, and the rule that each has beside its own."""

WINDOW: ViewportSize = {"width": 1280, "height": 720}
"""The window of a small laptop: the rows of evidence begin three screens down."""

METRICS = ("LayoutDuration", "RecalcStyleDuration")
"""What Chromium says it took to find the styles and places of all it drew, in seconds."""


def make_ties(records: list[Record], ties: int) -> Iterator[Record]:
    """Make ties between the provinces of home and all other countries."""
    draw = random.Random(7)
    provinces = [one.identity for one in records if isinstance(one, Province)]
    countries = [one.identity for one in records if isinstance(one, Country) and not one.home]
    source = next(one.identity for one in records if one.stored_as == "Source")
    made: dict[str, Record] = {}
    while len(made) < ties:
        tie = validated(
            Tie,
            from_id=draw.choice(provinces),
            to_id=draw.choice(countries),
            kind=draw.choice(list(TIE_KIND.choices)),
            sectors=draw.sample(list(SECTORS), draw.randrange(3)),
            stage=draw.choice(list(STAGE.choices)),
            since=f"{draw.randrange(1990, 2026)}",
            sources=[source],
        )
        made[tie.identity] = tie
    yield from made.values()


def make_page(folder: Path, ties: int) -> Path:
    """Write the page of a sample with so many ties more."""
    records = [entry.record for entry in read_sample("iran").entries]
    store, _ = create_store(folder / "graph.kgl", Batch.of([*records, *make_ties(records, ties)]))
    with store:
        make_map(store.snapshot(), folder / "page.html")
    return folder / "page.html"


def open_once(browser: Browser, page: Path) -> tuple[float, ...]:
    """Open a page from disk; return the seconds of each metric."""
    # The policy of the page would refuse the rule of the peer.
    context = browser.new_context(viewport=WINDOW, offline=True, bypass_csp=True)
    try:
        opened = context.new_page()
        client = context.new_cdp_session(opened)
        client.send("Performance.enable")
        opened.goto(page.as_uri())
        opened.wait_for_function("() => document.documentElement.classList.contains('scripted')")
        opened.evaluate(
            "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )
        told = {one["name"]: one["value"] for one in client.send("Performance.getMetrics")["metrics"]}
        return tuple(told[name] for name in METRICS)
    finally:
        context.close()


def main(ties: int = 5000, runs: int = 3) -> None:
    """Make the page, open it with and without the rule in turn, and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = make_page(folder, ties).read_text("utf-8")
        pages: dict[str, Path] = {}
        for number, (called, rule) in enumerate(PAGES.items()):
            pages[called] = folder / f"{number}.html"
            pages[called].write_text(whole.replace("</style>", f"{rule}</style>", 1), "utf-8")
        least: dict[str, tuple[float, ...]] = {}
        with start_browser() as browser:
            for _ in range(runs):
                for called, page in pages.items():
                    seconds = open_once(browser, page)
                    known = least.get(called, seconds)
                    least[called] = tuple(map(min, known, seconds))
    print(f"{ties} ties, {len(whole) / 1e6:.1f} MB\n{'browser seconds':24} layout  styles  layout as ratio")
    for called, (layout, styles) in least.items():
        print(f"{called:24} {layout:6.3f}  {styles:6.3f}  {layout / least[PEER][0]:.2f} x {PEER}")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
