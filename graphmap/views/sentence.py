"""The sentence: what is the matter, in words, for nothing chosen and for every choice that a page allows."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from markupsafe import Markup

from graphmap.analysis.absence import Absence
from graphmap.language import Language
from graphmap.scales import PRESUMED_YEARS
from graphmap.views.elements import element
from graphmap.views.page_data import PageData, ShownMission, ShownTie
from graphmap.views.panel import Panel, Scene
from graphmap.views.wording import say, say_choice

MOST = 3
"""How many countries the opening sentence names as most courted."""

MOST_PAIRS = 500
"""How many pairs of a province and a country get sentences of their own at most."""

NO_BORDER, BORDER_UNRECORDED, NO_BORDER_DATA, SOME_BORDERS = range(4)
"""What is known of the land borders of a place; a number, since messages in Persian know no English word."""

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
        absence = page.absences.judge("ties", page.home.id)
        return [one.words("sentence-none"), *_say_absence(absence, one, brief=True)]
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
        lines += _say_gaps(page, one, gaps)
    return lines + _say_doubt(page, one, ties)


def _say_country(page: PageData, one: Language, country: str, ties: list[ShownTie], sector: str) -> list[str]:
    tied = {tie.province for tie in ties}
    bordering = page.find_border_provinces(country)
    name = page.places[country].name
    border = _find_border_state(page, bordering, country)
    if ties:
        held = sum(province in tied for province in bordering)
        counts = {"ties": len(ties), "provinces": len(tied), "borders": len(bordering), "with": held}
        names = one.list_names([_name(page, one, province) for province in bordering[:1]] or [""])
        lines = [say(one, "sentence-country", country=name, border=border, name=names, **counts)]
    else:
        lines = [say(one, "sentence-country-none", country=name, border=border, borders=len(bordering))]
        lines += _say_absence(page.absences.judge("ties", country), one)
    without = [_name(page, one, province) for province in bordering if province not in tied]
    if without and ties:
        if len(bordering) > 1:
            lines.append(one.words("sentence-border-list", names=one.list_names(without)))
        lines += _say_absence(page.absences.judge("ties", country), one, brief=True)
    if sector:
        return lines + _say_doubt(page, one, ties)
    found = [finding.in_language(one.code) for finding in page.findings.get(country, ())]
    return lines + (found or _say_doubt(page, one, ties)) + _say_missions(page, one, country)


def _say_province(page: PageData, one: Language, province: str, ties: list[ShownTie]) -> list[str]:
    countries = {tie.country for tie in ties}
    bordering = page.find_border_countries(province)
    name = page.places[province].name
    border = _find_border_state(page, bordering, province)
    absence = page.absences.judge("ties", province)
    if not ties:
        said = say(one, "sentence-province-none", province=name, border=border, borders=len(bordering))
        return [said, *_say_absence(absence, one)]
    alone = sum(_is_alone(page, country) for country in countries)
    held = sum(country in countries for country in bordering)
    counts = {
        "ties": len(ties),
        "countries": len(countries),
        "alone": alone,
        "borders": len(bordering),
        "with": held,
    }
    lines = [say(one, "sentence-province", province=name, border=border, **counts)]
    if held < len(bordering):
        lines += _say_absence(absence, one, brief=True)
    if alone:
        lines += _say_alone(page, one, [country for country in countries if _is_alone(page, country)])
    lines += [finding.in_language(one.code) for finding in page.findings.get(province, ())]
    return lines + _say_doubt(page, one, ties)


def _say_pair(page: PageData, one: Language, country: str, province: str, ties: list[ShownTie]) -> list[str]:
    names = {"province": page.places[province].name, "country": page.places[country].name}
    borders = (province, country) in page.borders
    if not ties:
        lines = [say(one, "sentence-pair-none", **names)]
        if borders:
            lines.append(one.words("sentence-border-none"))
        return lines + _say_absence(page.absences.judge("ties", province, country), one)
    counted = Counter(tie.target for tie in ties)
    targets = one.list_names([_name(page, one, target) for target in counted])
    lines = [say(one, "sentence-pair", **names, ties=len(ties), targets=targets)]
    if borders:
        lines.append(one.words("sentence-border"))
    return lines + _say_doubt(page, one, ties)


def _say_doubt(page: PageData, one: Language, ties: list[ShownTie]) -> list[str]:
    undated = sum(not tie.since for tie in ties)
    lines = [one.words("sentence-undated", others=len(ties) - undated, count=undated)] if undated else []
    for certainty in ("presumed", "possible") if page.as_of else ("possible",):
        if count := sum(tie.certainty == certainty for tie in ties):
            others = len(ties) - count
            lines.append(one.words(f"sentence-{certainty}", count=count, others=others, years=PRESUMED_YEARS))
    return lines


def _say_missions(page: PageData, one: Language, country: str) -> list[str]:
    def list_missions(sender: str, host: str) -> str:
        found = [mission for mission in page.missions if (mission.sender, mission.host) == (sender, host)]
        return _list_by_status(page, one, found[:LISTED])

    there, here = list_missions(page.home.id, country), list_missions(country, page.home.id)
    named = {"home": page.home.name, "country": page.places[country].name}
    absent = [] if there and here else _say_absence(page.absences.judge("missions", country), one)
    if not there and not here:
        return [say(one, "sentence-missions-none", **named), *absent]
    return [
        say(one, f"sentence-missions-{way}", **named, names=names)
        if names
        else say(one, f"sentence-missions-{way}-none", **named)
        for way, names in (("there", there), ("here", here))
    ] + absent


def _list_by_status(page: PageData, one: Language, missions: list[ShownMission]) -> str:
    """List missions, those of one status together, with it and how old the knowledge of it is."""
    groups: dict[tuple[str, date | None], list[str]] = {}
    for mission in missions:
        kind = say_choice(one, "Mission", "kind", mission.kind)
        city = page.places.get(mission.city or mission.host)
        message = "sentence-mission-roving" if mission.roving else "sentence-mission"
        said = say(one, message, kind=kind, city=city.name if city else mission.host)
        groups.setdefault((mission.status, mission.status_on), []).append(said)
    clauses = []
    for (status, day), names in groups.items():
        told = one.words(f"sentence-mission-{status}")
        if day is not None and (page.as_of is None or day <= page.as_of):
            years = 0 if page.as_of is None else (page.as_of - day).days // 365
            told = one.words("sentence-mission-on", status=told, day=day, years=years)
        clauses.append(one.words("sentence-mission-status", names=one.list_names(names), status=told))
    return one.words("clause-mark").join(clauses)


def _say_absence(absence: Absence, one: Language, brief: bool = False) -> list[str]:
    """Say on what a negative sentence rests, (not in brief) its sources' notes, and what could break it."""
    notes = () if brief else absence.list_notes(one)
    return [absence.sentence(one), *notes, *absence.list_asides(one)]


def _say_gaps(page: PageData, one: Language, gaps: list[tuple[str, str]]) -> list[str]:
    """Say on what it rests that some borders have no tie, and which ties could be across one of them."""
    found = [page.absences.judge("ties", *pair) for pair in gaps]
    weakest = next((absence for absence in found if absence.answer == "cannot tell"), found[0])
    asides = {aside.id: aside for absence in found for aside in absence.asides}
    return _say_absence(replace(weakest, asides=tuple(asides.values())), one, brief=True)


def _find_border_state(page: PageData, bordering: list[str], place: str) -> int:
    """Say what is known of the land borders of a place, as the messages number it (words/en.ftl)."""
    if bordering:
        return SOME_BORDERS
    if page.absences.judge("borders", place).answer == "none recorded":
        return NO_BORDER
    return BORDER_UNRECORDED if page.borders else NO_BORDER_DATA


def _is_alone(page: PageData, country: str) -> bool:
    return len({tie.province for tie in page.find_ties(country)}) == 1


def _say_alone(page: PageData, one: Language, countries: list[str]) -> list[str]:
    """Say what could break that a province is alone in some countries."""
    found = {country: page.absences.judge("ties", country) for country in countries}
    lines = []
    if untold := [country for country, absence in found.items() if absence.answer == "cannot tell"]:
        lines.append(one.words("sentence-alone-cannot-tell", count=len(untold)))
    asides = {
        country
        for country, absence in found.items()
        if any(aside.why == "province" for aside in absence.asides)
    }
    if asides:
        names = [_name(page, one, country) for country in countries if country in asides]
        lines.append(one.words("sentence-alone-aside", count=len(names), names=one.list_names(names)))
    return lines


def _name(page: PageData, one: Language, place: str) -> str:
    return page.places[place].name.in_language(one.code)
