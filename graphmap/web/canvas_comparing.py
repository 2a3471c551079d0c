"""What the canvas compares: what some things reach, by which of them do; and what a picture rests on."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from graphmap.scales import VERDICTS
from graphmap.text import clean_name
from graphmap.walk.picture import Shown, close_groups, join_lines, list_reached
from graphmap.walk.web import Web
from graphmap.web.canvas_answers import tell_picture, tops_of
from graphmap.web.sharing import Held

MOST_REACHED = 60
MOST_SOURCES = 12


def tell_compared(held: Held, web: Web, compared: tuple[int, ...], day: date) -> dict[str, Any]:
    """Tell what some nodes reach by ties of theirs and of what lies in them, and which of them reach it."""
    reach: dict[int, list[int]] = {}
    for node in compared:
        for other in list_reached(web, tops_of(held, web), node):
            if other not in compared:
                reach.setdefault(other, []).append(node)
    ranked = sorted(reach, key=lambda row: (-len(reach[row]), web.ids[row]))
    kept = ranked[:MOST_REACHED]
    nodes = (*compared, *kept)
    shown = Shown(nodes, close_groups(web, nodes))
    return {
        **tell_picture(held, web, shown, day),
        "reached": [{"id": web.ids[row], "by": [web.ids[one] for one in reach[row]]} for row in kept],
        "left_out": len(ranked) - len(kept),
        "verdicts": list_verdicts(held, {web.ids[row] for row in compared}, day),
    }


def list_verdicts(held: Held, compared: set[str], day: date) -> list[dict[str, str]]:
    """Return the strongest verdict of each two of some provinces in each country, where there is one."""
    directory = held.snapshot.directory
    found: dict[tuple[str, str, str], str] = {}
    answer = held.ask("rivals", {"as_of": day.isoformat(), "by": "pair"}, "en")
    for pair in answer.findings or ():
        one, other = (place.id for place in pair.provinces)
        country = directory.country(pair.target.id)
        if {one, other} <= compared and country is not None:
            key = (country, one, other)
            found[key] = max(found.get(key, "none"), pair.verdict, key=VERDICTS.index)
    return [
        {"country": country, "one": one, "other": other, "verdict": verdict}
        for (country, one, other), verdict in sorted(found.items())
        if verdict != "none"
    ]


def tell_sources(held: Held, web: Web, shown: Shown, day: date) -> dict[str, Any]:
    """Tell the sources of the ties of a picture, those of the most ties first, and how many there are."""
    ties, sources = web.snapshot.ties, web.snapshot.sources
    rows = {tie for line in join_lines(web, shown, day) for tie in line.ties}
    counted = Counter(source for row in rows for source in ties.sources[row])
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))

    def tell(identity: str, count: int) -> dict[str, Any]:
        name, row = held.everything.name(identity), sources.find(identity)
        return {
            "id": identity,
            "name": clean_name(name.en),
            "name_fa": clean_name(name.in_language("fa")),
            "grade": (sources.grades[row] or "") if row >= 0 else "",
            "ties": count,
        }

    return {
        "sources": [tell(identity, count) for identity, count in ranked[:MOST_SOURCES]],
        "total": len(ranked),
    }
