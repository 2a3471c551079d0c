"""The sentence: what is the matter, in words, for nothing chosen and for every choice that a page allows."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from graphmap.language import Language
from graphmap.views.elements import element
from graphmap.views.page_data import PageData, ShownMission, ShownTie
from graphmap.views.panel import Panel, Scene
from graphmap.views.wording import say, say_choice

MOST = 3
"""How many countries the opening sentence names as most courted."""

MOST_PAIRS = 500
"""How many pairs of a province and a country get sentences of their own at most."""

LISTED = 6
"""How many names a sentence lists before it stops."""


def make_sentence_panel(scene: Scene) -> Panel:
    """Say what is the matter for what is chosen when the page opens, in its first language."""
    page, choice = scene.page, scene.page.choice
    chosen = choice.country or "", choice.province or "", choice.sector or ""
    main, *more = write_sentences(page, scene.wording.languages[0], *chosen)
    return Panel(
        name="sentence",
        heading=scene.wording.say("sentence-heading"),
        drawing=Markup("\n").join(
            [
                element("p", {"data-sentence": True, "aria-live": "polite"}, main),
                element("div", {"data-more": True}, *(element("p", None, line) for line in more)),
            ]
        ),
        follows=("lang", "country", "province", "sector"),
    )


def list_choices(page: PageData) -> list[tuple[str, str, str]]:
    """Return the (country, province, sector) choices that get sentences of their own; blank is none."""
    pairs = {(tie.country, tie.province) for tie in page.ties} | {(c, p) for p, c in page.borders}
    if len(pairs) > MOST_PAIRS:
        pairs = set()  # the page's script then counts the ties of a pair and says no more
    choices = [("", "", ""), *((country, "", "") for country in page.countries)]
    choices += [("", province, "") for province in page.provinces]
    choices += [(country, province, "") for country, province in sorted(pairs)]
    choices += [("", "", sector) for sector in page.sectors]
    choices += sorted({(tie.country, "", sector) for tie in page.ties for sector in tie.sectors})
    choices += sorted({("", tie.province, sector) for tie in page.ties for sector in tie.sectors})
    return choices


def write_sentences(
    page: PageData, one: Language, country: str = "", province: str = "", sector: str = ""
) -> list[str]:
    """Write the sentences for a choice, the main one first."""
    ties = page.find_ties(country or None, province or None, sector or None)
    if country and province:
        lines = _say_pair(page, one, country, province, ties)
    elif country:
        lines = _say_country(page, one, country, ties, sector)
    elif province:
        lines = _say_province(page, one, province, ties)
    else:
        lines = _say_all(page, one, ties, sector)
    if sector:
        name = say_choice(one, "TIED_TO", "sectors", sector)
        lines[0] = one.words("sentence-in-sector", sector=name, sentence=lines[0])
    return lines


def _say_all(page: PageData, one: Language, ties: list[ShownTie], sector: str) -> list[str]:
    if not ties:
        return [one.words("sentence-none")]
    courting = {
        country: {tie.province for tie in page.find_ties(country, None, sector or None)}
        for country in {tie.country for tie in ties}
    }
    ranked = sorted(courting, key=lambda country: (-len(courting[country]), page.countries.index(country)))
    lines = [
        one.words(
            "sentence-all",
            ties=len(ties),
            provinces=len({tie.province for tie in ties}),
            countries=len(courting),
            shared=sum(len(found) > 1 for found in courting.values()),
        )
    ]
    most = [
        say(one, "sentence-counted", name=page.places[country].name, count=len(courting[country]))
        for country in ranked[:MOST]
        if len(courting[country]) > 1
    ]
    if most:
        lines.append(one.words("sentence-most", names=one.list_names(most)))
    gaps = [pair for pair in page.borders if not page.find_ties(pair[1], pair[0])]
    if gaps and not sector:
        names = [f"{_name(page, one, province)} – {_name(page, one, country)}" for province, country in gaps]
        lines.append(one.words("sentence-gap", count=len(gaps), names=one.list_names(names[:MOST])))
    return lines + _say_doubt(page, one, ties)


def _say_country(page: PageData, one: Language, country: str, ties: list[ShownTie], sector: str) -> list[str]:
    tied = {tie.province for tie in ties}
    bordering = page.find_border_provinces(country)
    name = page.places[country].name
    if ties:
        held = sum(province in tied for province in bordering)
        counts = {"ties": len(ties), "provinces": len(tied), "borders": len(bordering), "with": held}
        lines = [say(one, "sentence-country", country=name, **counts)]
    else:
        lines = [say(one, "sentence-country-none", country=name, borders=len(bordering))]
    without = [_name(page, one, province) for province in bordering if province not in tied]
    if without and ties:
        lines.append(one.words("sentence-border-list", names=one.list_names(without)))
    if sector:
        return lines + _say_doubt(page, one, ties)
    found = [finding.in_language(one.code) for finding in page.findings.get(country, ())]
    return lines + (found or _say_doubt(page, one, ties)) + _say_missions(page, one, country)


def _say_province(page: PageData, one: Language, province: str, ties: list[ShownTie]) -> list[str]:
    countries = {tie.country for tie in ties}
    bordering = page.find_border_countries(province)
    name = page.places[province].name
    if not ties:
        return [say(one, "sentence-province-none", province=name, borders=len(bordering))]
    alone = sum(len({tie.province for tie in page.find_ties(country)}) == 1 for country in countries)
    held = sum(country in countries for country in bordering)
    counts = {
        "ties": len(ties),
        "countries": len(countries),
        "alone": alone,
        "borders": len(bordering),
        "with": held,
    }
    lines = [say(one, "sentence-province", province=name, **counts)]
    lines += [finding.in_language(one.code) for finding in page.findings.get(province, ())]
    return lines + _say_doubt(page, one, ties)


def _say_pair(page: PageData, one: Language, country: str, province: str, ties: list[ShownTie]) -> list[str]:
    names = {"province": page.places[province].name, "country": page.places[country].name}
    borders = (province, country) in page.borders
    if not ties:
        lines = [say(one, "sentence-pair-none", **names)]
        return [*lines, one.words("sentence-border-none")] if borders else lines
    counted = Counter(tie.target for tie in ties)
    targets = one.list_names([_name(page, one, target) for target in counted])
    lines = [say(one, "sentence-pair", **names, ties=len(ties), targets=targets)]
    if borders:
        lines.append(one.words("sentence-border"))
    return lines + _say_doubt(page, one, ties)


def _say_doubt(page: PageData, one: Language, ties: list[ShownTie]) -> list[str]:
    undated = sum(not tie.since for tie in ties)
    possible = sum(tie.certainty == "possible" for tie in ties)
    lines = []
    if undated:
        message = "sentence-undated" if page.as_of else "sentence-undated-history"
        lines.append(one.words(message, others=len(ties) - undated, count=undated))
    if possible and possible != undated:
        lines.append(one.words("sentence-possible", count=possible))
    return lines


def _say_missions(page: PageData, one: Language, country: str) -> list[str]:
    def list_missions(sender: str, host: str) -> str:
        found = [mission for mission in page.missions if (mission.sender, mission.host) == (sender, host)]
        return (
            one.list_names([_say_mission(page, one, mission) for mission in found[:LISTED]]) if found else ""
        )

    there, here = list_missions(page.home.id, country), list_missions(country, page.home.id)
    named = {"home": page.home.name, "country": page.places[country].name}
    if not there and not here:
        return [say(one, "sentence-missions-none", **named)]
    return [
        say(one, f"sentence-missions-{way}", **named, names=names)
        if names
        else say(one, f"sentence-missions-{way}-none", **named)
        for way, names in (("there", there), ("here", here))
    ]


def _say_mission(page: PageData, one: Language, mission: ShownMission) -> str:
    kind = say_choice(one, "Mission", "kind", mission.kind)
    city = page.places.get(mission.city or mission.host)
    said = say(one, "sentence-mission", kind=kind, city=city.name if city else mission.host)
    shut = mission.status if mission.status in ("closed", "suspended") else ""
    return one.words(f"sentence-mission-{shut}", mission=said) if shut else said


def _name(page: PageData, one: Language, place: str) -> str:
    return page.places[place].name.in_language(one.code)
