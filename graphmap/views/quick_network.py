"""The quick network for notebooks and mail: pyvis builds it, our own page shows it with its script."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphmap.analysis.scope import Scope, select_ties
from graphmap.errors import ViewError
from graphmap.language import Language, isolate
from graphmap.store.snapshot import Level, Snapshot
from graphmap.text import clean_name
from graphmap.views.dress import read_static, render_page, write_facts
from graphmap.views.page import write_text
from graphmap.views.wording import Wanted, choose_wording

if TYPE_CHECKING:
    from graphmap.store.contract import Store

HOME, ABROAD, LINE = "#0b5585", "#a83f08", "#9aa8b4"
"""Colours of provinces, targets and lines, as in the style sheet, which a canvas does not read."""

STILL_FROM = 600
"""Number of nodes from which fewer steps are spent on making the drawing lie still."""


def make_quick_network(
    store: Store, path: Path, level: Level = "country", as_of: date | None = None, lang: Wanted = "both"
) -> None:
    """Write the quick network of a store to a file; in one language, English where both are wanted."""
    write_quick_network(store.snapshot(), path, level, as_of, "fa" if lang == "fa" else "en")


def write_quick_network(
    snapshot: Snapshot, path: Path, level: Level = "country", as_of: date | None = None, lang: str = "en"
) -> None:
    """Write provinces, their targets at a level and the ties between them as one page; ViewError."""
    write_text(render_quick_network(snapshot, level, as_of, lang), path)


def render_quick_network(
    snapshot: Snapshot, level: Level = "country", as_of: date | None = None, lang: str = "en"
) -> str:
    """Render the page: the network that pyvis makes, and the same as a table for those who cannot see it."""
    one = choose_wording("fa" if lang == "fa" else "en").languages[0]
    lines = count_ties(snapshot, level, as_of)
    nodes, edges, options = _build_network(snapshot, one, lines)
    home = _name(snapshot, one, snapshot.row(snapshot.home))
    script = f"{read_vis_script()}\n{read_static('quick.js')}"
    return render_page(
        "quick.html.j2",
        script,
        first=one,
        title=one.words("quick-heading", home=home),
        note=one.words("quick-note"),
        invented=one.words("page-invented") if snapshot.is_invented else "",
        list_heading=one.words("quick-list"),
        headings=[one.words(key) for key in ("evidence-province", "evidence-target", "quick-ties")],
        rows=[
            (_name(snapshot, one, province), _name(snapshot, one, target), one.number(count))
            for (province, target), count in sorted(lines.items(), key=lambda line: (-line[1], line[0]))
        ],
        facts=write_facts({"nodes": nodes, "edges": edges, "options": options}),
    )


@cache
def read_vis_script() -> str:
    """Return the vis-network script that ships with pyvis, the newest; ViewError where it is missing."""
    folder = files("pyvis") / "templates" / "lib"
    found = sorted(
        (part for part in folder.iterdir() if part.name.startswith("vis-")),
        key=lambda part: [
            int(number) for number in part.name.removeprefix("vis-").split(".") if number.isdigit()
        ],
    )
    for part in reversed(found):
        script = part / "vis-network.min.js"
        if script.is_file():
            return script.read_text(encoding="utf-8").replace("</script", "<\\/script")
    raise ViewError(
        "pyvis came without its vis-network script; install it again: pip install --force-reinstall pyvis"
    )


def count_ties(snapshot: Snapshot, level: Level, as_of: date | None) -> Counter[tuple[int, int]]:
    """Count the ties that the analyses count, by the rows of their province and target."""
    selection = select_ties(snapshot, Scope(level, as_of=as_of))
    return Counter(zip(selection.province.tolist(), selection.target.tolist(), strict=True))


def _build_network(
    snapshot: Snapshot, one: Language, lines: Counter[tuple[int, int]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, Any]]:
    from pyvis.network import Network

    network = Network(directed=False)
    degree: Counter[int] = Counter()
    for (province, target), count in lines.items():
        degree[province] += count
        degree[target] += count
    provinces = {province for province, _ in lines}
    for row in sorted(degree):
        name = _name(snapshot, one, row)
        network.add_node(
            row,
            label=name,
            title=f"{isolate(name)} ({one.number(degree[row])})",
            shape="square" if row in provinces else "dot",
            color=HOME if row in provinces else ABROAD,
            value=degree[row],
        )
    for (province, target), count in sorted(lines.items()):
        network.add_edge(
            province, target, value=count, title=one.words("count-ties", count=count), color=LINE
        )
    network.set_options(json.dumps(_choose_options(len(degree))))
    nodes, edges, _, _, _, options = network.get_network_data()
    return nodes, edges, json.loads(options)


def _choose_options(nodes: int) -> dict[str, Any]:
    steps = 1000 if nodes < STILL_FROM else 150
    return {
        "layout": {"randomSeed": 7, "improvedLayout": nodes < STILL_FROM},
        "physics": {"solver": "forceAtlas2Based", "stabilization": {"iterations": steps}},
        "nodes": {
            "font": {
                "face": "Vazirmatn",
                "size": 15,
                "color": "#16212c",
                "strokeWidth": 3,
                "strokeColor": "#ffffff",
            },
            "scaling": {"min": 8, "max": 30},
        },
        "edges": {"smooth": False, "scaling": {"min": 1, "max": 8}},
        "interaction": {"hover": True, "tooltipDelay": 100},
    }


def _name(snapshot: Snapshot, one: Language, row: int) -> str:
    places = snapshot.places
    return clean_name(one.name(places.names[row], places.names_fa[row]))
