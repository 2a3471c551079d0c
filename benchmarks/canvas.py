"""Frames of the canvas while a large made-up picture is panned and zoomed, and the time of an addition.

`python -m benchmarks.canvas [NODES] [LINES]`; 5,000 and 20,000 are what the canvas must bear.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from graphmap.exchange.samples import read_sample
from graphmap.store import create_store
from tests.servers.chromium import start_browser
from tests.web.serving import serve_store

FILL = """([nodes, lines]) => {
    const { board, stage } = window.graphmapCanvas;
    const held = new Map(), places = new Map(), rows = Math.ceil(Math.sqrt(nodes / 3));
    for (let at = 0; at < nodes; at += 1) {
        const id = `n${at}`;
        const label = ["Province", "City", "Region", "Counterpart"][at % 4];
        held.set(id, { id, label, name: `Name ${at}`, name_fa: "", twice: false, home: at % 4 < 2,
            above: "", top: "", region: "", closed: false, inside: 0, said: `Name ${at}`, width: 110 });
        places.set(id, { x: Math.floor(at / rows) * 130, y: (at % rows) * 50 });
    }
    const tied = Array.from({ length: lines }, (_, at) => ({ start: `n${(at * 7) % nodes}`,
        end: `n${(at * 7 + 1 + ((at * 131) % 400)) % nodes}`, type: at % 3 ? "TIED_TO" : "IN",
        count: 1, holds: true, kinds: {}, sectors: {} }));
    const start = performance.now();
    board.commit("made up", { ...board.picture, nodes: held, places, lines: tied });
    stage.fit();
    return new Promise((done) => {
        const ready = () => stage.front || nodes + lines < 700;
        const wait = () => (ready() ? done(performance.now() - start) : requestAnimationFrame(wait));
        requestAnimationFrame(wait);
    });
}"""
ADD = """(count) => {
    const { board } = window.graphmapCanvas;
    const { picture } = board;
    const [id] = picture.nodes.keys();
    const nodes = new Map(picture.nodes), lines = [...picture.lines];
    for (let at = 0; at < count; at += 1) {
        const name = `Added ${at}`;
        const fresh = { ...picture.nodes.get(id), id: `added${at}`, name, said: name };
        nodes.set(fresh.id, fresh);
        lines.push({ ...picture.lines[0], start: fresh.id, end: id });
    }
    const start = performance.now();
    board.add("added", { ...picture, nodes, lines }, id, [...nodes.keys()].slice(-count));
    return performance.now() - start;
}"""
"""Adds nodes beside another as an answer of the server would, without the way to it; returns milliseconds."""
FEW, ADDED = 300, 25
"""To how many nodes and lines so many are added: what one step adds at most."""
GESTURE = """(kind) => new Promise((done) => {
    const { stage } = window.graphmapCanvas;
    const times = [];
    let before = performance.now();
    const step = (now) => {
        times.push(now - before);
        before = now;
        if (times.length > 90) { done(times.slice(1)); return; }
        if (kind === "pan") stage.pan(times.length % 60 < 30 ? 6 : -6, 2);
        else stage.zoom(times.length % 40 < 20 ? 1.03 : 1 / 1.03);
        requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
})"""


def measure(nodes: int, lines: int) -> dict[str, float]:
    """Return milliseconds until the picture stands, then frames a second and their 95th percentile."""
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "iran.kgl"
        made, _ = create_store(store, read_sample("iran"), by="benchmark")
        made.close()
        with serve_store(store) as client, start_browser() as browser:
            page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
            page.goto(f"{str(client.base_url).rstrip('/')}/canvas?start=IRQ&lang=en")
            page.wait_for_function("() => document.documentElement.dataset.canvas === 'ready'")
            found["ready_ms"] = page.evaluate(FILL, [nodes, lines])
            for kind in ("pan", "zoom"):
                times: list[Any] = sorted(page.evaluate(GESTURE, kind))
                found[f"{kind}_fps"] = 1_000 / statistics.mean(times)
                found[f"{kind}_p95_ms"] = times[int(len(times) * 0.95)]
            page.evaluate(FILL, [FEW, FEW])
            found["addition_ms"] = page.evaluate(ADD, ADDED)
    return found


if __name__ == "__main__":
    asked = [int(one) for one in sys.argv[1:]]
    for name, value in measure(*(asked or [5_000, 20_000])).items():
        print(f"{name:12} {value:8.1f}")
