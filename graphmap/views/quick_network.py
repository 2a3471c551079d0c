"""The quick network for notebooks and mail: pyvis builds it, our own page shows it with its script."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Any, TypedDict

from graphmap.analysis.scope import Scope, select_ties
from graphmap.errors import ViewError
from graphmap.language import Code, Language, isolate
from graphmap.scales import Level
from graphmap.store.snapshot import Snapshot
from graphmap.text import Name, clean_name
from graphmap.views.dress import read_static, render_page, write_facts
from graphmap.views.page import say_as_of
from graphmap.views.tokens import COLOURS
from graphmap.views.wording import Wanted, choose_wording, say
from graphmap.writing import write_text


class QuickLabels(TypedDict):
    """Names in one language: of nodes, what a pointer on one shows, and of lines, in the network's order."""

    nodes: tuple[str, ...]
    titles: tuple[str, ...]
    edges: tuple[str, ...]


class QuickFacts(TypedDict):
    """What the page carries for its script: nodes, lines and options as vis-network takes them, and names."""

    languages: tuple[Code, ...]
    titles: tuple[str, ...]
    labels: tuple[QuickLabels, ...]
    nodes: tuple[dict[str, Any], ...]
    edges: tuple[dict[str, Any], ...]
    options: dict[str, Any]


STILL_FROM = 600
"""Number of nodes from which fewer steps are spent on making the drawing lie still."""


def write_quick_network(
    snapshot: Snapshot,
    path: Path,
    level: Level = "country",
    as_of: date | None = None,
    lang: Wanted = "both",
    overwrite: bool = False,
) -> None:
    """Write provinces, their targets at a level and the ties between them as one page; WritingRefused."""
    write_text(render_quick_network(snapshot, level, as_of, lang), path, overwrite)


def render_quick_network(
    snapshot: Snapshot, level: Level = "country", as_of: date | None = None, lang: Wanted = "both"
) -> str:
    """Render the page: the network that pyvis makes, and the same as a table for those who cannot see it."""
    wording = choose_wording(lang)
    first = wording.languages[0]
    lines = count_ties(snapshot, level, as_of)
    names = {row: _name(snapshot, row) for row in {snapshot.row(snapshot.home), *chain(*lines)}}
    nodes, edges, options = _build_network(lines)
    home = names[snapshot.row(snapshot.home)]
    titles = [say(one, "quick-heading", home=home) for one in wording.languages]
    script = f"{read_vis_script()}\n{read_static('quick.js')}"
    return render_page(
        "quick.html.j2",
        script,
        wording=wording,
        first=first,
        title=titles[0],
        home=home,
        as_of=say_as_of(as_of, wording),
        invented=snapshot.is_invented,
        rows=[
            (wording.name(names[province]), wording.name(names[target]), wording.number(count))
            for (province, target), count in sorted(lines.items(), key=lambda line: (-line[1], line[0]))
        ],
        facts=write_facts(
            QuickFacts(
                languages=wording.codes,
                titles=tuple(titles),
                labels=tuple(_label_network(one, names, lines) for one in wording.languages),
                nodes=tuple(nodes),
                edges=tuple(edges),
                options=options,
            )
        ),
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
    lines: Counter[tuple[int, int]],
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, Any]]:
    """Build the network by pyvis: who is joined, how often, drawn how; names come apart, by language."""
    from pyvis.network import Network

    network = Network(directed=False)
    degree = _count_degree(lines)
    provinces = {province for province, _ in lines}
    for row in sorted(degree):
        network.add_node(
            row,
            label=str(row),
            shape="square" if row in provinces else "dot",
            color=COLOURS["home" if row in provinces else "abroad"],
            value=degree[row],
        )
    for (province, target), count in sorted(lines.items()):
        network.add_edge(province, target, value=count, color=COLOURS["line"])
    network.set_options(json.dumps(_choose_options(len(degree))))
    nodes, edges, _, _, _, options = network.get_network_data()
    return nodes, edges, json.loads(options)


def _count_degree(lines: Counter[tuple[int, int]]) -> Counter[int]:
    degree: Counter[int] = Counter()
    for (province, target), count in lines.items():
        degree[province] += count
        degree[target] += count
    return degree


def _label_network(one: Language, names: Mapping[int, Name], lines: Counter[tuple[int, int]]) -> QuickLabels:
    """Name nodes and lines in one language, in the order in which the network has them."""
    degree = _count_degree(lines)
    called = {row: names[row].in_language(one.code) for row in sorted(degree)}
    return QuickLabels(
        nodes=tuple(called.values()),
        titles=tuple(f"{isolate(name)} ({one.number(degree[row])})" for row, name in called.items()),
        edges=tuple(one.words("count-ties", count=count) for _, count in sorted(lines.items())),
    )


def _choose_options(nodes: int) -> dict[str, Any]:
    steps = 1000 if nodes < STILL_FROM else 150
    return {
        "layout": {"randomSeed": 7, "improvedLayout": nodes < STILL_FROM},
        "physics": {
            "solver": "forceAtlas2Based",
            "forceAtlas2Based": {"springLength": 130, "avoidOverlap": 0.5},
            "stabilization": {"iterations": steps},
        },
        "nodes": {
            "font": {
                "face": "Vazirmatn",
                "size": 16,
                "color": COLOURS["ink"],
                "strokeWidth": 5,
                "strokeColor": COLOURS["paper"],
            },
            "scaling": {"min": 6, "max": 16},
        },
        "edges": {"smooth": False, "scaling": {"min": 1, "max": 8}},
        "interaction": {"hover": True, "tooltipDelay": 100},
    }


def _name(snapshot: Snapshot, row: int) -> Name:
    english, persian = snapshot.places.names[row], snapshot.places.names_fa[row]
    return Name(clean_name(english), clean_name(persian or english))
