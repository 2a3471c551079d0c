"""The parts of the start, each worked out by itself: those that take long come while the others are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from graphmap.language import Language
from graphmap.web.against import find_kept_turns
from graphmap.web.decisions import ask_on, find_decisions, is_decided, link, list_gaps
from graphmap.web.linking import open_served_templates
from graphmap.web.overview import draw_contested, list_counts, list_known, list_without
from graphmap.web.sharing import Held

MOST_NAMED = 8
"""How many provinces without a tie are named."""

Told = dict[str, Any]


def _ask_targets(day: date) -> dict[str, str]:
    return {"by": "target", **ask_on(day)}


def _tell_decisions(held: Held, day: date, language: Language) -> Told:
    turns = find_kept_turns(held, day)
    return {
        "as_of": language.words("page-as-of", day=day),
        "decisions": find_decisions(held, day, language, turns).shown,
        "presumed": held.ask("entanglement", ask_on(day), language.code).say_presumption(language),
        "against": "" if turns is not None else link("/against", language),
    }


def _tell_counts(held: Held, day: date, language: Language) -> Told:
    found, targets = find_decisions(held, day, language), held.ask("rivals", _ask_targets(day), language.code)
    return {"counts": list_counts(held, found, targets, day, language)}


def _tell_contested(held: Held, day: date, language: Language) -> Told:
    targets = held.ask("rivals", _ask_targets(day), language.code)
    return {"contested": list(draw_contested(held, targets, day, language))}


def _tell_data(held: Held, day: date, language: Language) -> Told:
    snapshot, counted = held.snapshot, held.ask("rivals", _ask_targets(day), language.code).counted
    without = list_without(held, language)
    return {
        "data": [
            language.words("serve-held", ties=len(snapshot.ties.ids), sources=len(snapshot.sources.ids)),
            *([counted.sentence(language)] if counted is not None else []),
        ],
        "known": list_known(held, day, language),
        "without": len(without),
        "without_names": language.list_some(without, MOST_NAMED),
    }


def _tell_gaps(held: Held, day: date, language: Language) -> Told:
    return {"gaps": list(list_gaps(held.ask("gaps", ask_on(day), language.code), language))}


Tell = Callable[[Held, date, Language], Told]
PARTS: Mapping[str, Tell] = {
    "decisions": _tell_decisions,
    "counts": _tell_counts,
    "contested": _tell_contested,
    "data": _tell_data,
    "gaps": _tell_gaps,
}
"""The parts in the order in which they are worked out: first what the committee comes for."""


def list_waiting(held: Held, day: date) -> tuple[str, ...]:
    """List the parts that are not worked out yet."""
    decided = is_decided(held, day)
    known = decided and held.is_answered("rivals", _ask_targets(day))
    ready = {
        "decisions": decided,
        "gaps": held.is_answered("gaps", ask_on(day)),
        **dict.fromkeys(("counts", "contested", "data"), known),
    }
    return tuple(name for name in PARTS if not ready[name])


def tell_parts(held: Held, day: date, language: Language, waiting: tuple[str, ...] = ()) -> Told:
    """Return what the templates of the parts need, of those that are not waited for."""
    told: Told = {}
    for name, tell in PARTS.items():
        told |= {} if name in waiting else tell(held, day, language)
    return told


def draw_part(name: str, held: Held, day: date, language: Language) -> str:
    """Draw one part, as it stands in the page."""
    template = open_served_templates().get_template(f"start_{name}.html.j2")
    return template.render(first=language, **PARTS[name](held, day, language))
