"""Write a graph as GEXF for Gephi: a timeline moves over the days of each tie, places lie where they are."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from xml.etree.ElementTree import Element, ElementTree

from graphmap.exchange.export import build_network
from graphmap.schema import Contents
from graphmap.writing import written_file


def write_gexf(contents: Contents, path: Path, overwrite: bool = False, tied_only: bool = False) -> Path:
    """Write the graph as GEXF: what GraphML holds (`write_graphml`), with a spell of days for what lasts.

    A spell runs from the first day on which an edge may have held to the last; without an end it is open, and
    an edge without a known day is always there. `start_latest` and `end_earliest`, between which it surely
    held, are attributes. Places with coordinates have a position. The same graph gives the same bytes. A file
    that is there is refused, or kept as NAME.before if `overwrite`. Raises WritingRefused.
    """
    import networkx
    from networkx.readwrite.gexf import GEXFWriter

    graph = build_network(contents)
    if tied_only:
        graph.remove_nodes_from(list(networkx.isolates(graph)))
    graph.graph["mode"] = "dynamic"
    for _, data in graph.nodes(data=True):
        if "lat" in data and "lon" in data:
            data["viz"] = {"position": {"x": data["lon"], "y": data["lat"], "z": 0.0}}
    for *_, key, data in graph.edges(keys=True, data=True):
        data["id"] = key
        start, end = data.pop("start", None), data.pop("end", None)
        if start or end:
            # The model's end is the first day that no longer counts, that of GEXF the last that does.
            last = end and (date.fromisoformat(end) - timedelta(days=1)).isoformat()
            data["spells"] = [(start, last)]
    # Kinds of edges are known from this version on.
    writer = GEXFWriter(version="1.3")
    writer.add_graph(graph)
    # On which day it was written is no part of the graph.
    writer.xml.find("meta").attrib.clear()
    writer.graph_element.set("timeformat", "date")
    # The schema of GEXF knows no name of a graph.
    writer.graph_element.attrib.pop("name", None)
    _tell_apart(writer.graph_element)
    writer.indent(writer.xml)
    with written_file(path, overwrite, make_folder=True) as opened:
        ElementTree(writer.xml).write(opened, encoding="utf-8", xml_declaration=True)
    return path


def _tell_apart(graph: Element) -> None:
    """Give edges between the same two nodes a kind each: of one kind, Gephi makes one edge of them."""
    between: Counter[tuple[str, str]] = Counter()
    for edge in graph.iter("edge"):
        ends = (edge.get("source", ""), edge.get("target", ""))
        between[ends] += 1
        if between[ends] > 1:
            edge.set("kind", str(between[ends]))
