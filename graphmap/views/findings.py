"""The findings, a line each: who competes with whom, who overlaps, what borders have no tie, who is alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from markupsafe import Markup

from graphmap.analysis.findings import list_sectors
from graphmap.language import Language
from graphmap.scales import RIVALRY, Verdict, name_message
from graphmap.text import Name
from graphmap.views.elements import element
from graphmap.views.marks import draw_verdict_mark
from graphmap.views.page_data import PageData
from graphmap.views.pairs import ShownPair
from graphmap.views.panel import Panel, Scene
from graphmap.views.state import CHOSEN_KEYS
from graphmap.views.wording import Wording

FindingName = Literal["rivalry", "overlap", "gaps", "alone"]
FINDINGS: tuple[FindingName, ...] = get_args(FindingName)
"""The tabs of the panel, in their order."""

HEADS = ("provinces", "sectors", "met", "since", "ties")
"""The columns of rival pairs after verdict and country, as their heads are called."""

FIRST_LINES = 5
"""How many lines stand there before all are asked for."""

MOST_SECTORS = 3
"""How many sectors a line names before it says how many more there are."""


def make_findings_panel(scene: Scene) -> Panel:
    """Show the first findings of each kind; the script of the page shows the others and those of a choice."""
    page, wording = scene.page, scene.wording
    lists = {
        "rivalry": (_draw_pair(page, wording, pair) for pair in list_rivals(page)),
        "overlap": _draw_overlaps(page, wording),
        "gaps": _draw_gaps(page, wording),
        "alone": _draw_contacts(page, wording),
    }
    counts = count_findings(page)
    tabs = [_draw_tab(wording, name, counts[name], name == FINDINGS[0]) for name in FINDINGS]
    return Panel(
        name="findings",
        heading=wording.say("findings-heading"),
        drawing=element("div", {"role": "tablist", "class": "tabs needs-script"}, *tabs)
        + Markup("").join(_draw_list(wording, name, counts[name], lists[name]) for name in FINDINGS),
        follows=CHOSEN_KEYS,
        notes=(wording.say("findings-order"),),
    )


def count_findings(page: PageData) -> dict[FindingName, int]:
    """Return how many findings there are of each kind."""
    return {
        "rivalry": len(list_rivals(page)),
        "overlap": page.overlaps.total,
        "gaps": len(page.gaps),
        "alone": len(page.sole_contacts),
    }


def list_rivals(page: PageData) -> list[ShownPair]:
    """Return the pairs that are certain or presumed rivals, of each two in a country the strongest.

    Where there is none, those that possibly are.
    """
    first: dict[tuple[tuple[str, str], str], ShownPair] = {}
    for pair in page.pairs.listed:
        first.setdefault((pair.provinces, pair.country), pair)
    strong = [pair for pair in first.values() if pair.verdict in RIVALRY]
    return strong or [pair for pair in first.values() if pair.verdict == "possible"]


def _draw_tab(wording: Wording, name: FindingName, count: int, selected: bool) -> Markup:
    number = element("span", {"class": "count", "data-count": True}, wording.number(count))
    marks = {"role": "tab", "id": f"tab-{name}", "aria-controls": f"findings-{name}", "data-tab": name}
    chosen = {"aria-selected": str(selected).lower(), "tabindex": 0 if selected else -1}
    said = wording.say(f"findings-{name}")
    return element("button", {"type": "button", **marks, **chosen}, said, " ", number)


def _draw_list(wording: Wording, name: FindingName, count: int, lines: Iterable[Markup]) -> Markup:
    drawn = [line for line, _ in zip(lines, range(FIRST_LINES), strict=False)]
    empty = element(
        "p", {"class": "quiet", "data-none": True, "hidden": bool(drawn)}, wording.say("findings-none")
    )
    head = element(
        "h3",
        None,
        wording.say(f"findings-{name}"),
        " ",
        element("span", {"class": "count"}, wording.number(count)),
    )
    marks = {"id": f"findings-{name}", "data-finding": name, "aria-labelledby": f"tab-{name}"}
    return element(
        "div",
        {"class": "finding", **marks},
        head,
        _draw_heads(wording) if name == "rivalry" else None,
        element("ol", {"class": f"lines of-{name}"}, *(element("li", None, line) for line in drawn)),
        empty,
        element("div", {"class": "more needs-script", "data-tools": True}),
    )


def _draw_heads(wording: Wording) -> Markup:
    """Draw what the columns of the list are, for the eye: a line is read out whole."""
    heads = ("", "findings-verdict", "page-country", *map("findings-{}".format, HEADS))
    return element(
        "div",
        {"class": "line-heads", "aria-hidden": "true"},
        *(element("span", None, wording.say(one) if one else None) for one in heads),
    )


def draw_line(*parts: tuple[str, Markup | str]) -> Markup:
    """Draw one line of its parts, each with the class by which the style sheet places it."""
    spans = [element("span", {"class": f"f-{name}"}, part) for name, part in parts]
    return element("div", {"class": "line"}, Markup(" ").join(spans))


def _draw_pair(page: PageData, wording: Wording, pair: ShownPair) -> Markup:
    one, other = (wording.name(page.places[place].name) for place in pair.provinces)
    met = (
        wording.say("findings-same-country")
        if pair.target == pair.country
        else wording.name(page.places[pair.target].name)
    )
    return draw_line(
        ("verdict", _draw_verdict(wording, pair.verdict)),
        ("country", wording.name(page.places[pair.country].name)),
        ("pair", one + " × " + other),
        ("sectors", wording.each(lambda said: say_sectors(pair.sectors, said))),
        ("met", met),
        ("since", wording.each(lambda said: say_since(pair, said))),
        ("ties", wording.say("findings-count", count=len(pair.ties))),
    )


def _draw_verdict(wording: Wording, verdict: Verdict) -> Markup:
    return (draw_verdict_mark(verdict) or Markup("")) + wording.say(name_message("certainty", verdict))


def say_sectors(sectors: tuple[str, ...], one: Language) -> str:
    """Say the sectors in common: the first few, and how many more there are."""
    if len(sectors) <= MOST_SECTORS + 1:
        return list_sectors(sectors, one) if sectors else one.words("unknown")
    named = [list_sectors((word,), one) for word in sectors[:MOST_SECTORS]]
    listed = one.words("list-mark").join(named)
    return one.words("and-more", listed=listed, more=len(sectors) - MOST_SECTORS)


def say_since(pair: ShownPair, one: Language) -> str:
    """Say since when both are there, or by which day at the latest."""
    if pair.since is not None:
        return one.date_text(pair.since, "since")
    if pair.since_latest is None:
        return one.words("date-unknown")
    return one.words("pair-listed" if pair.listed else "pair-since-latest", day=pair.since_latest)


def _draw_overlaps(page: PageData, wording: Wording) -> Iterator[Markup]:
    for overlap in page.overlaps:
        one, other = (wording.name(place.called) for place in overlap.provinces)
        names = tuple(target.place.called for target in overlap.shared)
        yield draw_line(
            ("pair", one + " × " + other),
            ("shared", wording.say("findings-shared", shared=len(overlap.shared), of=overlap.union)),
            ("sectors", _say_places(names, wording)),
        )


def _say_places(names: tuple[Name, ...], wording: Wording) -> Markup:
    """Name places: the first few, and how many more there are."""

    def say(one: Language) -> str:
        said = [one.name(name) for name in names]
        if len(said) <= FIRST_LINES:
            return one.list_names(said)
        listed = one.words("list-mark").join(said[:FIRST_LINES])
        return one.words("and-more", listed=listed, more=len(said) - FIRST_LINES)

    return wording.each(say)


def _draw_gaps(page: PageData, wording: Wording) -> Iterator[Markup]:
    for gap in page.gaps:
        province, country = (wording.name(page.places[place].name) for place in (gap.province, gap.country))
        answer = wording.say(name_message("absence", gap.absence.answer))
        yield draw_line(("pair", province + " – " + country), ("sectors", answer))


def _draw_contacts(page: PageData, wording: Wording) -> Iterator[Markup]:
    for contact in page.sole_contacts:
        yield draw_line(
            ("country", wording.name(contact.target.called)),
            ("pair", wording.name(contact.province.called)),
            ("sectors", wording.say(name_message("absence", contact.absence.answer))),
            ("ties", wording.say("findings-count", count=len(contact.ties))),
        )
