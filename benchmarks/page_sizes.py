"""Measures pages of graphs of four sizes: writing, bytes, nodes, until it is ready, and a choice on it.

Run with the Python of graphmap and its tests: `python -m benchmarks.page_sizes [NAME ...]`,
where a name is one of GRAPHS (all of them take two minutes). Seconds are those that a processor worked, of
Python or of the main thread of Chromium: a busy machine tells nearly the same as a quiet one. The wish for
4,000 ties is 1 MB, 8,000 nodes, 1 s and 0.2 s; for 5,000 provinces 2 MB and 12,000 nodes. Bytes and nodes
beyond that end it; seconds are figures to read.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize

from graphmap.schema import Contents
from graphmap.views.page import render_map
from tests.servers.chromium import start_browser
from tests.views.graphs import look_at, make_many, make_wide, read_iran

GRAPHS: Mapping[str, Callable[[], Contents]] = {
    "iran": read_iran,
    "4000-ties": lambda: make_many(4000),
    "500-provinces": lambda: make_wide(500, 40, 8),
    "5000-provinces": lambda: make_wide(5000, 160, 4),
}
"""What is measured."""

BUDGETS: Mapping[str, tuple[float, int]] = {
    "iran": (0.5, 8_000),
    "4000-ties": (1, 8_000),
    "500-provinces": (1, 8_000),
    "5000-provinces": (2, 12_000),
}
"""How many MB and nodes each may have: beyond that the script ends with a message."""

SCREENS: tuple[ViewportSize, ...] = ({"width": 1280, "height": 800}, {"width": 390, "height": 844})
"""A laptop and a phone."""

DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
CHOOSE = """(hash) => new Promise((done) => {
    addEventListener("hashchange", () => requestAnimationFrame(() => setTimeout(done)), { once: true });
    location.hash = hash;
})"""


def open_once(browser: Browser, page: Path, screen: ViewportSize, choices: list[str]) -> list[float]:
    """Open a page; return its nodes, its height in screens, seconds until it is ready and of each choice."""
    context = browser.new_context(viewport=screen, offline=True)
    try:
        opened = context.new_page()
        client = context.new_cdp_session(opened)
        client.send("Performance.enable", {"timeDomain": "threadTicks"})

        def read_seconds() -> float:
            told = client.send("Performance.getMetrics")["metrics"]
            return float(next(one["value"] for one in told if one["name"] == "TaskDuration"))

        opened.goto(page.as_uri())
        opened.wait_for_function("() => document.documentElement.classList.contains('scripted')")
        opened.evaluate(DRAWN)
        seconds = [read_seconds()]
        nodes = opened.evaluate("() => document.querySelectorAll('*').length")
        screens = opened.evaluate("() => document.documentElement.scrollHeight / innerHeight")
        for choice in choices:
            opened.evaluate(CHOOSE, choice)
            seconds.append(read_seconds())
        steps = [after - before for before, after in pairwise(seconds)]
        return [nodes, screens, seconds[0], *steps]
    finally:
        context.close()


def main(*names: str) -> None:
    """Make each page, open it on both screens, choose a country and a province of it, and print."""
    print(f"{'graph':16} {'written s':>9} {'MB':>6} {'nodes':>7} {'screens':>8} {'ready s':>8} choices s")
    with tempfile.TemporaryDirectory() as folder, start_browser() as browser:
        for name in names or GRAPHS:
            contents = GRAPHS[name]()
            begun = time.process_time()
            page = look_at(contents)
            text = render_map(page)
            written = time.process_time() - begun
            path = Path(folder) / "page.html"
            path.write_text(text, "utf-8")
            choices = [f"country={one}" for one in page.countries[:2]]
            choices.append(f"province={page.ties[0].province}")
            for screen in SCREENS:
                nodes, screens, ready, *chosen = open_once(browser, path, screen, choices)
                said = " ".join(f"{one:.2f}" for one in chosen)
                size = len(text.encode()) / 1e6
                print(
                    f"{name:16} {written:9.1f} {size:6.2f} {nodes:7.0f} {screens:8.1f} {ready:8.2f} {said}",
                    flush=True,
                )
                most, many = BUDGETS[name]
                if size > most or nodes > many:
                    sys.exit(f"{name} is beyond its budget of {most:g} MB and {many} nodes")


if __name__ == "__main__":
    main(*sys.argv[1:])
