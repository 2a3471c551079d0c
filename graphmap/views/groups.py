"""Groups: three provinces or more that share two countries or more, as a table of dots, the largest first."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from graphmap.analysis import groups
from graphmap.text import sort_key
from graphmap.views.elements import element, join_markup
from graphmap.views.page_data import PageData
from graphmap.views.panel import NOTHING_SAID, Panel, Scene, name_heading
from graphmap.views.wording import Wording

MOST_GROUPS, MOST_ROWS = 12, 20
"""How many groups and provinces a page shows."""


@dataclass(frozen=True)
class Group:
    """Provinces that all have a tie with each of some countries: no other has, and with no other country."""

    provinces: frozenset[str]
    countries: frozenset[str]


def ask_groups(page: PageData, limit: int | None) -> groups.Groups:
    """Ask the analysis for the groups of a page, the largest first."""
    return groups.find_groups(page.snapshot, "country", as_of=page.as_of, presume=page.presume, limit=limit)


def find_groups(page: PageData, limit: int | None = None) -> list[Group]:
    """Return the groups of the analysis, the largest first."""
    return [_take(group) for group in ask_groups(page, limit)]


def _take(group: groups.Group) -> Group:
    return Group(
        frozenset(province.id for province in group.provinces),
        frozenset(target.place.id for target in group.targets),
    )


def make_groups_panel(scene: Scene) -> Panel:
    """Show the groups; the panel is hidden where there is none."""
    page, wording = scene.page, scene.wording
    found = ask_groups(page, MOST_GROUPS)
    shown = [_take(group) for group in found]
    told = {"shown": len(shown), "all": found.total}
    return Panel(
        name="groups",
        heading=wording.say("groups-heading"),
        lead=wording.say("groups-shown" if found.counted_all else "groups-shown-of-more", **told),
        drawing=_frame(_draw_table(page, wording, shown)) if shown else NOTHING_SAID,
        follows=("lang",),
        empty=wording.say("groups-none"),
        is_empty=not found,
        hidden=not found,
    )


def _frame(table: Markup) -> Markup:
    """Put the table in what scrolls it, which the keyboard can reach, for nothing in it can be."""
    named = {"role": "group", "aria-labelledby": name_heading("groups"), "tabindex": "0"}
    return element("div", {"class": "scroll", **named}, table)


def _draw_table(page: PageData, wording: Wording, shown: list[Group]) -> Markup:
    """Draw a column a group, over it the countries, a row a province with a dot where it is of the group."""
    often = {
        province: sum(province in group.provinces for group in shown)
        for province in frozenset().union(*(group.provinces for group in shown))
    }
    rows = sorted(often, key=lambda one: (-often[one], page.places[one].name.en))[:MOST_ROWS]
    heads = [
        element(
            "th",
            {"scope": "col"},
            element("b", None, wording.number(len(group.countries))),
            _name_countries(page, wording, group),
        )
        for group in shown
    ]
    body = [
        element(
            "tr",
            None,
            element("th", {"scope": "row"}, wording.name(page.places[province].name)),
            *(_draw_dot(wording, province, group, rows) for group in shown),
        )
        for province in rows
    ]
    return element(
        "table",
        {"class": "groups", "aria-labelledby": name_heading("groups")},
        element(
            "thead",
            None,
            element("tr", None, element("th", {"scope": "col"}, wording.say("groups-province")), *heads),
        ),
        element("tbody", None, *body),
    )


def _name_countries(page: PageData, wording: Wording, group: Group) -> Markup:
    parts = []
    for one in wording.languages:
        names = sorted(
            (page.places[country].name.in_language(one.code) for country in group.countries),
            key=lambda name: sort_key(name, one.code),
        )
        parts.append(element("span", wording.mark(one), one.words("list-mark").join(names)))
    return join_markup(parts)


def _draw_dot(wording: Wording, province: str, group: Group, rows: list[str]) -> Markup:
    """Draw a cell: a dot for a member, and the line that joins the first member to the last."""
    members = [place for place, one in enumerate(rows) if one in group.provinces]
    place = rows.index(province)
    inside = members[0] <= place <= members[-1] if members else False
    classes = ["member"] if province in group.provinces else []
    classes += ["joined"] if inside else []
    classes += ["from"] if inside and place == members[0] else []
    classes += ["to"] if inside and place == members[-1] else []
    word = element("span", {"class": "vh"}, wording.say("yes")) if province in group.provinces else None
    return element("td", {"class": " ".join(classes) or None}, word)
