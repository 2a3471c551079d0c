"""The sentence: what is the matter with what is chosen, in words, made when it is asked for; rivalry first.

The script of a page says the same from the same messages (frontend/src/sentence.ts); a test holds the two to
one text. A list of lines: the first is the headline, the last what it rests on.
"""

from __future__ import annotations

from markupsafe import Markup

from graphmap.analysis.pairs import say_verdict
from graphmap.language import Language
from graphmap.scales import RIVALRY
from graphmap.views.basis import say_basis
from graphmap.views.elements import element
from graphmap.views.grounds import (
    find_border_state,
    find_ground,
    say_absence_between,
    say_alone,
    say_gaps,
    say_missions,
)
from graphmap.views.marks import draw_verdict_mark
from graphmap.views.page_data import Choice, PageData
from graphmap.views.panel import Panel, Scene
from graphmap.views.sentence_parts import MOST_LINES, Line, Teller, say_counted
from graphmap.views.state import CHOSEN_KEYS
from graphmap.views.wording import say, say_choice


def make_sentence_panel(scene: Scene) -> Panel:
    """Say what is the matter for what is chosen when the page opens, in its first language."""
    main, *more = write_lines(scene.page, scene.wording.languages[0], scene.page.choice)
    return Panel(
        name="sentence",
        heading=scene.wording.say("sentence-heading"),
        drawing=Markup("\n").join(
            [
                element("p", {"data-sentence": True, "aria-live": "polite"}, *_draw(main)),
                element("div", {"data-more": True}, *(element("p", None, *_draw(line)) for line in more)),
            ]
        ),
        follows=CHOSEN_KEYS,
    )


def _draw(line: Line) -> list[Markup | str]:
    if isinstance(line, str):
        return [line]
    return [draw_verdict_mark(line[1]) or "", line[0]]


def write_sentences(page: PageData, one: Language, choice: Choice | None = None) -> list[str]:
    """Write the lines for a choice, the headline first, in words alone."""
    return [line if isinstance(line, str) else line[0] for line in write_lines(page, one, choice)]


def write_lines(page: PageData, one: Language, choice: Choice | None = None) -> list[Line]:
    """Write the lines for a choice, the headline first, each with the verdict that it tells."""
    choice = choice or Choice()
    teller = _ChoiceTeller(page, one, choice)
    if choice.province and choice.other:
        lines = teller.say_two(choice.province, choice.other)
    elif choice.country and choice.province:
        lines = teller.say_cell(choice.province, choice.country)
    elif choice.country:
        lines = teller.say_country(choice.country)
    elif choice.province:
        lines = teller.say_province(choice.province)
    else:
        lines = teller.say_all()
    if choice.sector:
        sector = say_choice(one, "TIED_TO", "sectors", choice.sector)
        first = lines[0]
        said = one.words(
            "sentence-in-sector", sector=sector, sentence=first if isinstance(first, str) else first[0]
        )
        lines[0] = said if isinstance(first, str) else (said, first[1])
    return [*lines, *say_basis(page, teller.chosen, one)]


class _ChoiceTeller(Teller):
    """Says the lines of one choice in one language."""

    def say_all(self) -> list[Line]:
        ties, counts = self.chosen.ties, self.pairs.count_verdicts()
        if not ties:
            ground = find_ground(self.page, self.one, self.page.home.id)
            return [self.one.words("sentence-none"), *ground.say(brief=True)]
        lines: list[Line] = []
        for verdict in self.list_classes(counts):
            by_country = {
                country: count
                for country in self.page.countries
                if (table := self.pairs.tables.get(country)) and (count := table.verdicts.get(verdict, 0))
            }
            ranked = sorted(by_country, key=lambda country: -by_country[country])
            names = [say_counted(self.one, self.name(country), by_country[country]) for country in ranked]
            said = self.one.words(
                f"sentence-rivals-{verdict}", count=counts[verdict], names=self.list_up(names)
            )
            lines.append((said, verdict))
        lines += self.say_rest(counts)
        courting: dict[str, set[str]] = {}
        for tie in ties:
            courting.setdefault(tie.country, set()).add(tie.province)
        lines.append(
            self.one.words(
                "sentence-all",
                ties=len(ties),
                provinces=len({tie.province for tie in ties}),
                countries=len(courting),
                shared=sum(len(found) > 1 for found in courting.values()),
            )
        )
        return lines + ([] if self.choice.sector else say_gaps(self.page, self.one))

    def say_country(self, country: str) -> list[Line]:
        counts, name = self.pairs.count_verdicts(country), self.page.places[country].name
        lines: list[Line] = []
        for verdict in self.list_classes(counts):
            provinces = self.list_provinces(country, verdict)
            said = say(
                self.one,
                f"sentence-country-{verdict}",
                country=name,
                provinces=len(provinces),
                pairs=counts[verdict],
                names=self.list_names(provinces),
            )
            lines.append((said, verdict))
        lines += [*self.say_meetings(country), *self.say_joint(), *self.say_rest(counts)]
        ties = self.chosen.ties
        tied, bordering = {tie.province for tie in ties}, self.page.find_border_provinces(country)
        border = find_border_state(self.page, bordering, country)
        without = [province for province in bordering if province not in tied]
        ground = find_ground(self.page, self.one, country)
        if ties:
            first = self.name(bordering[0]) if bordering else ""
            numbers = {"borders": len(bordering), "with": len(bordering) - len(without)}
            counted = {"ties": len(ties), "provinces": len(tied), **numbers}
            lines.append(
                say(self.one, "sentence-country", country=name, border=border, name=first, **counted)
            )
            if len(bordering) > 1 and without:
                lines.append(self.one.words("sentence-border-list", names=self.list_names(without)))
            if without:
                lines += ground.say(brief=True)
        else:
            none = {"border": border, "borders": len(bordering)}
            lines.append(say(self.one, "sentence-country-none", country=name, **none))
            lines += ground.say()
        return lines + ([] if self.choice.sector else say_missions(self.page, self.one, country))

    def say_province(self, province: str) -> list[Line]:
        counts, name = self.pairs.count_verdicts(province=province), self.page.places[province].name
        lines: list[Line] = []
        for verdict in self.list_classes(counts):
            where = {
                country: [other for other, found in table.list_others(province).items() if found == verdict]
                for country in self.page.countries
                if (table := self.pairs.tables.get(country))
            }
            rivals = {other for others in where.values() for other in others}
            names = [
                self.one.words("sentence-where", place=self.name(country), names=self.list_names(others))
                for country, others in where.items()
                if others
            ]
            numbers = {"rivals": len(rivals), "pairs": counts[verdict]}
            said = self.list_up(names)
            told = say(self.one, f"sentence-province-{verdict}", province=name, names=said, **numbers)
            lines.append((told, verdict))
        lines += [*self.say_joint(), *self.say_rest(counts)]
        ties = self.chosen.ties
        bordering = self.page.find_border_countries(province)
        border = find_border_state(self.page, bordering, province)
        ground = find_ground(self.page, self.one, province)
        if not ties:
            none = {"border": border, "borders": len(bordering)}
            said = say(self.one, "sentence-province-none", province=name, **none)
            return [*lines, said, *ground.say()]
        countries = {tie.country for tie in ties}
        alone = [
            country
            for country in self.page.countries
            if country in countries
            and len({tie.province for tie in self.page.find_ties(country, None, self.choice.sector)}) == 1
        ]
        held = sum(country in countries for country in bordering)
        numbers = {"ties": len(ties), "countries": len(countries), "alone": len(alone)}
        numbers |= {"borders": len(bordering), "with": held}
        lines.append(say(self.one, "sentence-province", province=name, border=border, **numbers))
        if held < len(bordering):
            lines += ground.say(brief=True)
        return lines + (say_alone(self.page, self.one, alone) if alone else [])

    def say_cell(self, province: str, country: str) -> list[Line]:
        names = {"province": self.page.places[province].name, "country": self.page.places[country].name}
        counts = self.pairs.count_verdicts(country, province)
        others = self.pairs.list_rivals(province, country)
        lines: list[Line] = []
        for verdict in self.list_classes(counts):
            rivals = [other for other, found in others.items() if found == verdict]
            said = self.list_names(rivals)
            told = say(self.one, f"sentence-cell-{verdict}", **names, count=len(rivals), names=said)
            lines.append((told, verdict))
        strong = [pair for pair in self.list_first() if pair.verdict in RIVALRY]
        lines += [
            (
                self.one.words("sentence-line", name=self.name(other), said=self.say_pair(pair)),
                pair.verdict,
            )
            for pair in strong[:MOST_LINES]
            for other in pair.provinces
            if other != province
        ]
        lines += [*self.say_joint(), *self.say_rest(counts)]
        borders = (province, country) in self.page.borders
        if not self.chosen.ties:
            lines.append(say(self.one, "sentence-pair-none", **names))
            if borders:
                lines.append(self.one.words("sentence-border-none"))
            return lines + say_absence_between(self.page, self.one, province, country)
        targets = self.list_names(dict.fromkeys(tie.target for tie in self.chosen.ties))
        lines.append(say(self.one, "sentence-pair", **names, ties=len(self.chosen.ties), targets=targets))
        return lines + ([self.one.words("sentence-border")] if borders else [])

    def say_two(self, one: str, other: str) -> list[Line]:
        names = {"one": self.name(one), "other": self.name(other)}
        sector, country = self.choice.sector, self.choice.country
        mine, theirs = (self.page.find_ties(country, province, sector) for province in (one, other))
        tied = [{tie.country for tie in ties} for ties in (mine, theirs)]
        first = self.list_first()
        if not tied[0] & tied[1]:
            lines: list[Line] = [self.one.words("sentence-two-none", **names)]
        elif not first or first[0].verdict == "none":
            lines = [self.one.words("sentence-two-apart", **names)]
        else:
            most = first[0].verdict
            where = [pair.country for pair in first if pair.verdict == most]
            said = say_verdict(most, self.one)
            told = self.one.words("sentence-two", **names, verdict=said, names=self.list_names(where))
            lines = [(told, most)]
        for pair in [pair for pair in first if pair.verdict != "none"][:MOST_LINES]:
            said = self.say_pair(pair, verdict=True)
            told = self.one.words("sentence-line", name=self.name(pair.country), said=said)
            lines.append((told, pair.verdict))
        if country is None:
            if both := tied[0] & tied[1]:
                of = len(tied[0] | tied[1])
                said = self.list_names(both)
                lines.append(self.one.words("sentence-shared", shared=len(both), of=of, names=said))
            apart = "sentence-only-countries", [self.name_all(part) for part in tied]
        else:
            sectors = [{word for tie in ties for word in tie.sectors} for ties in (mine, theirs)]
            apart = "sentence-only-sectors", [self.name_sectors(part) for part in sectors]
        for place, (province, own) in enumerate(zip((one, other), apart[1], strict=True)):
            if only := [name for key, name in own if key not in dict(apart[1][1 - place])]:
                said = self.list_up(only)
                lines.append(say(self.one, apart[0], province=self.page.places[province].name, names=said))
        return lines
