"""The quick network for notebooks and mail: pyvis builds it, our own page shows it with its script."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Any, TypedDict

from graphmap.analysis.scope import Scope, select_ties
from graphmap.direction import isolate
from graphmap.errors import ViewError
from graphmap.language import Code, Language
from graphmap.scales import Level
from graphmap.store.snapshot import Snapshot
from graphmap.text import Name, clean_name
from graphmap.views.dress import read_static, render_page, write_facts
from graphmap.views.elements import element
from graphmap.views.labels import LINE, measure_name
from graphmap.views.layout import NodeBox, place_nodes, spread_nodes
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


MOST_NODES = 2_000
"""With more nodes than these the drawing says what to use instead."""

PUSHED = 250
"""Up to so many nodes names are kept apart from each other; of more the drawing shows where they crowd."""

FRAME = (1240.0, 700.0)
"""Size of a drawing in which every name can be read; more nodes get more room and are drawn smaller."""

FIT = 70
"""How many nodes have room in it."""

NAME = 16.0
"""Size of a name in the drawing's units."""


@dataclass(frozen=True)
class QuickNetwork:
    """The quick network as a notebook shows it: a page in a frame of its own that reaches nothing else."""

    html: str

    def _repr_html_(self) -> str:
        """Return it as Jupyter displays it."""
        frame = {"sandbox": "allow-scripts", "srcdoc": self.html, "width": "100%", "height": "760"}
        return str(element("iframe", {**frame, "referrerpolicy": "no-referrer", "frameborder": "0"}))


def quick_network(
    snapshot: Snapshot, level: Level = "country", as_of: date | None = None, lang: Wanted = "both"
) -> QuickNetwork:
    """Return the network of provinces and their targets, which displays itself in a notebook.

    With more than 2,000 nodes it says in a sentence what to use instead.
    """
    try:
        return QuickNetwork(render_quick_network(snapshot, level, as_of, lang))
    except TooManyNodes as error:
        return QuickNetwork(str(element("p", None, str(error))))


class TooManyNodes(ViewError):
    """A network has more nodes than one drawing can show."""


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
    """Render the page: the network that pyvis makes, and the same as a table for those who cannot see it.

    Raises TooManyNodes, a ViewError, for more nodes than 2,000.
    """
    wording = choose_wording(lang)
    first = wording.languages[0]
    lines = count_ties(snapshot, level, as_of)
    names = {row: _name(snapshot, row) for row in {snapshot.row(snapshot.home), *chain(*lines)}}
    if len(count := set(chain(*lines))) > MOST_NODES:
        raise TooManyNodes(
            f"this network has {len(count):,} nodes, and with more than {MOST_NODES:,} one drawing cannot be "
            "read: use graphmap map for the page of it, graphmap serve to explore it, graphmap export --to "
            "graphml for Gephi, or a coarser --level"
        )
    nodes, edges, options = _build_network(lines, names)
    home = names[snapshot.row(snapshot.home)]
    titles = [say(one, "quick-heading", home=home) for one in wording.languages]
    script = f"{read_vis_script()}\n{read_static('quick.js')}"
    return render_page(
        "quick.html.j2",
        script,
        read_static("quick.css"),
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
    lines: Counter[tuple[int, int]], names: Mapping[int, Name]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, Any]]:
    """Build the network by pyvis: who is joined, how often, drawn how; names come apart, by language."""
    from pyvis.network import Network

    network = Network(directed=False)
    degree = _count_degree(lines)
    provinces = {province for province, _ in lines}
    places = _place_nodes(lines, names)
    for row in sorted(degree):
        x, y = places[row]
        network.add_node(
            row,
            label=str(row),
            shape="square" if row in provinces else "dot",
            color=COLOURS["home" if row in provinces else "abroad"],
            value=degree[row],
            x=x,
            y=y,
        )
    for (province, target), count in sorted(lines.items()):
        network.add_edge(province, target, value=count, color=COLOURS["line"])
    network.set_options(json.dumps(_choose_options()))
    nodes, edges, _, _, _, options = network.get_network_data()
    return nodes, edges, json.loads(options)


def _place_nodes(
    lines: Counter[tuple[int, int]], names: Mapping[int, Name]
) -> dict[int, tuple[float, float]]:
    """Return where each node lies: found here, so that the drawing is there at once and stays."""
    rows = sorted(set(chain(*lines)))
    if not rows:
        return {}
    at = {row: place for place, row in enumerate(rows)}
    boxes = [NodeBox(measure_name(names[row], NAME) / 2 + 4, 18, 18 + NAME * LINE) for row in rows]
    ends = [(at[province], at[target]) for province, target in sorted(lines)]
    scale = max(1.0, (len(rows) / FIT) ** 0.5)
    width, height = FRAME[0] * scale, FRAME[1] * scale
    if len(rows) <= PUSHED:
        points = place_nodes(tuple(boxes), tuple(ends), width, height).points
    else:
        points = spread_nodes(boxes, ends, width, height)
    return dict(zip(rows, points, strict=True))


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


def _choose_options() -> dict[str, Any]:
    return {
        "layout": {"improvedLayout": False},
        "physics": False,
        "nodes": {
            "font": {
                "face": "Vazirmatn",
                "size": NAME,
                "color": COLOURS["ink"],
                "strokeWidth": 5,
                "strokeColor": COLOURS["paper"],
            },
            # A name is drawn however small it is, so that it can be read as soon as one comes nearer.
            "scaling": {"min": 6, "max": 16, "label": {"enabled": False, "drawThreshold": 1}},
        },
        "edges": {"smooth": False, "scaling": {"min": 1, "max": 8}},
        "interaction": {"hover": True, "tooltipDelay": 100},
    }


def _name(snapshot: Snapshot, row: int) -> Name:
    english, persian = snapshot.places.names[row], snapshot.places.names_fa[row]
    return Name(clean_name(english), clean_name(persian or english))
