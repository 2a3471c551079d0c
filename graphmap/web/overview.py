"""What the start shows at a glance: numbers that ask for a decision, counted squares, what the data lack."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from markupsafe import Markup

from graphmap.analysis.findings import PlaceName
from graphmap.analysis.scope import Scope, Selection, select_ties
from graphmap.language import Language
from graphmap.questions.answer import Answer
from graphmap.scales import RIVALRY
from graphmap.text import sort_key
from graphmap.views.elements import element
from graphmap.views.legends import draw_sign
from graphmap.views.marks import draw_mark
from graphmap.web.decisions import (
    Decisions,
    find_rivals_at,
    link,
    list_ends,
    list_open_borders,
    read_name,
)
from graphmap.web.sharing import Held

MOST_SQUARES = 16
"""More provinces than these are counted, not drawn."""

SQUARE, APART = 12, 16
"""Side of a square, and how far one begins from the next, in pixels."""

MOST_CONTESTED = 8
"""How many countries are drawn."""

WIDE = 200
"""Length of a bar in pixels, where there is room."""

FEW = 3
"""How many names stand below a number."""


@dataclass(frozen=True)
class Count:
    """A number that asks for a decision: its mark, what it counts, by name some of it, and the list."""

    count: int
    said: str
    detail: str
    address: str
    mark: Markup | None = None


@dataclass(frozen=True)
class Contested:
    """A country where provinces compete: how many are there, how many pairs are rivals, and the squares."""

    name: str
    address: str
    provinces: int
    pairs: int
    squares: Markup


@dataclass(frozen=True)
class Known:
    """How much of what counts is recorded: of so many ties, so many say it; and that as a bar."""

    said: str
    count: int
    total: int

    @property
    def bar(self) -> Markup:
        """Draw it: the full part from where the language begins; the numbers stand beside it."""
        frame = {"x": 0.7, "y": 0.7, "width": WIDE - 1.4, "height": SQUARE - 1.4}
        full = {"class": "full", "width": WIDE * self.count / self.total, "height": SQUARE}
        shape = {"class": "known-bar", "viewBox": f"0 0 {WIDE} {SQUARE}", "aria-hidden": "true"}
        shape["preserveAspectRatio"] = "none"
        return element("svg", shape, element("rect", full), element("rect", frame))


def select_present(held: Held, day: date) -> Selection:
    """Select what counts on a day toward countries, and what stands beside it; found once and kept."""

    def make() -> Selection:
        return select_ties(held.snapshot, Scope("country", as_of=day), beside=True)

    return held.keep(f"what counts on {day}", make)


def list_counts(held: Held, found: Decisions, targets: Answer, day: date, language: Language) -> list[Count]:
    """List the numbers: rivals, what is being prepared, what ends, borders without a tie."""
    rivals = [
        f"{target.in_language(language)} {language.number(pairs)}"
        for pairs, _, target in rank_contested(targets)
        if pairs
    ]
    prepared, beside = count_prepared(held, day)
    gaps, ends = list_open_borders(held, day), list_ends(held, day)
    say = language.words

    def some(names: list[str], most: int) -> str:
        return language.list_some(names, most) if names else ""

    return [
        Count(
            found.rivals,
            say("serve-count-rivals"),
            some(rivals, FEW + 1),
            link("/reports/rivals", language, by="target"),
            draw_mark("presumed"),
        ),
        Count(
            prepared,
            say("serve-count-prepared"),
            say("serve-count-beside", count=beside) if prepared else "",
            link("/reports/pipeline", language),
            draw_mark("contact"),
        ),
        Count(
            found.ends,
            say("serve-count-ends"),
            some([_say_end(row, language) for row in ends], FEW - 1),
            link("/reports/expiring", language),
            draw_mark("presumed") if ends else None,
        ),
        Count(
            found.gaps,
            say("serve-count-gaps"),
            some([_say_border(row, language) for row in gaps], FEW - 1),
            link("/reports/border_gaps", language),
            draw_sign(element("path", {"d": "M2 2h12L2 14z", "fill": "var(--abroad)"})),
        ),
    ]


def count_prepared(held: Held, day: date) -> tuple[int, int]:
    """Return how many ties are being prepared, and how many of them where another province is already."""
    selection = select_present(held, day)
    prepared = held.snapshot.ties.preparing[selection.ties] & ~selection.present
    there = defaultdict(set)
    for target, province in zip(
        selection.target[selection.present].tolist(),
        selection.province[selection.present].tolist(),
        strict=True,
    ):
        there[target].add(province)
    beside = sum(
        bool(there[target] - {province})
        for target, province in zip(
            selection.target[prepared].tolist(), selection.province[prepared].tolist(), strict=True
        )
    )
    return int(np.count_nonzero(prepared)), beside


def _say_end(row: Mapping[str, Any], language: Language) -> str:
    home, target = (read_name(row, name, language) for name in ("home_name", "target_name"))
    return language.words("serve-end", home=home, target=target, day=row["first_end"])


def _say_border(row: Mapping[str, Any], language: Language) -> str:
    return " – ".join(read_name(row, name, language) for name in ("province_name", "target_name"))


def rank_contested(targets: Answer) -> list[tuple[int, int, PlaceName]]:
    """Return of each country how many pairs are rivals and how many provinces are there, the most first."""
    found = [
        (sum(dict(one.verdicts).get(verdict, 0) for verdict in RIVALRY), len(one.provinces), one.target)
        for one in targets.findings or ()
    ]
    return sorted(found, key=lambda item: (-item[0], -item[1], item[2]))


def draw_contested(held: Held, targets: Answer, day: date, language: Language) -> Iterator[Contested]:
    """Draw the countries where most pairs are rivals, a square for each province that is there."""
    rivals = find_rivals_at(held, day)
    for count, provinces, target in rank_contested(targets)[:MOST_CONTESTED]:
        full = None if rivals is None else len(rivals.get(target.id, ()))
        squares = Markup("") if full is None else draw_squares(full, provinces, language)
        address = link(f"/country/{target.id}", language)
        yield Contested(target.in_language(language), address, provinces, count, squares)


def draw_squares(full: int, count: int, language: Language) -> Markup:
    """Draw a square for each province, the first of them full; too many are drawn in their proportion."""
    drawn = min(count, MOST_SQUARES)
    filled = full if count <= MOST_SQUARES else round(full * drawn / count)
    squares = [
        element(
            "rect",
            {
                "class": "full" if place < filled else None,
                "x": place * APART + 1,
                "y": 1,
                "width": SQUARE,
                "height": SQUARE,
            },
        )
        for place in range(drawn)
    ]
    said = language.words("serve-squares", full=full, count=count)
    shape = {"class": "squares", "viewBox": f"0 0 {MOST_SQUARES * APART} {SQUARE + 2}"}
    return element("svg", {**shape, "role": "img", "aria-label": said}, *squares)


def list_known(held: Held, day: date, language: Language) -> list[Known]:
    """List how many of the ties that count on a day say when they began and end, and in which sectors."""
    selection = select_present(held, day)
    here, doubts = selection.present, selection.doubts
    total = int(np.count_nonzero(here))
    lacking = {
        "start": doubts["start"] | doubts["dates"],
        "sectors": doubts["sectors"],
        "end": doubts["end"] | doubts["dates"],
    }
    return [
        Known(language.words(f"serve-known-{name}"), int(np.count_nonzero(here & ~which)), total)
        for name, which in lacking.items()
        if total
    ]


def list_without(held: Held, language: Language) -> list[str]:
    """List the provinces of which no tie is recorded, of any day, in the order of the language."""
    snapshot = held.snapshot
    places = snapshot.places
    with_tie = set(snapshot.ties.province.tolist())
    names = [
        snapshot.directory.name(places.ids[row]).in_language(language.code)
        for row in snapshot.rows_of("Province")
        if row not in with_tie
    ]
    return sorted(names, key=lambda name: sort_key(name, language.code))
