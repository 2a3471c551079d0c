"""The sentence: what is the matter with what is chosen, in words, made when it is asked for; rivalry first.

The script of a page says the same from the same messages (frontend/src/sentence.ts); a test holds the two to
one text. A list of lines: the first is the headline, the last what it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from graphmap.analysis.findings import list_sectors
from graphmap.analysis.pairs import say_verdict
from graphmap.language import Language
from graphmap.scales import LEVELS, RIVALRY, Verdict
from graphmap.text import sort_key
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
from graphmap.views.marks import draw_verdict_mark, strongest
from graphmap.views.page_data import Choice, PageData
from graphmap.views.pairs import Pairs, ShownPair
from graphmap.views.panel import Panel, Scene
from graphmap.views.state import CHOSEN_KEYS
from graphmap.views.wording import say, say_choice

MOST_NAMES = 8
"""How many names a line lists before it says how many more there are."""

MOST_LINES = 3
"""How many meeting points, or pairs, have lines of their own."""

Line = str | tuple[str, Verdict]
"""A line in words, with the verdict that it tells where it tells one: its mark stands before it."""


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
    teller = _Teller(page, one, choice)
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


class _Teller:
    """Says the lines of one choice in one language."""

    def __init__(self, page: PageData, one: Language, choice: Choice) -> None:
        self.page, self.one, self.choice = page, one, choice
        self.chosen = page.choose(choice)
        self.pairs: Pairs = page.find_pairs_in(choice.sector)

    def name(self, place: str) -> str:
        return self.page.places[place].name.in_language(self.one.code)

    def list_names(self, places: Iterable[str]) -> str:
        """List places by name, in the order of the language."""
        return self.list_up(sorted(map(self.name, places), key=lambda name: sort_key(name, self.one.code)))

    def list_up(self, names: Sequence[str]) -> str:
        """List names in their order; the first few, and how many more there are."""
        if len(names) <= MOST_NAMES:
            return self.one.list_names(names)
        mark = self.one.words("list-mark")
        return self.one.words("and-more", listed=mark.join(names[:MOST_NAMES]), more=len(names) - MOST_NAMES)

    # ------------------------------------------------------------------------ what a choice says

    def say_all(self) -> list[Line]:
        ties, counts = self.chosen.ties, self.pairs.count_verdicts()
        if not ties:
            ground = find_ground(self.page, self.one, self.page.home.id)
            return [self.one.words("sentence-none"), *ground.say(brief=True)]
        lines: list[Line] = []
        for verdict in self._list_classes(counts):
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
        lines += self._say_rest(counts)
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
        for verdict in self._list_classes(counts):
            provinces = self._list_provinces(country, verdict)
            said = say(
                self.one,
                f"sentence-country-{verdict}",
                country=name,
                provinces=len(provinces),
                pairs=counts[verdict],
                names=self.list_names(provinces),
            )
            lines.append((said, verdict))
        lines += [*self._say_meetings(country), *self._say_joint(), *self._say_rest(counts)]
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
        for verdict in self._list_classes(counts):
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
        lines += [*self._say_joint(), *self._say_rest(counts)]
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
        for verdict in self._list_classes(counts):
            rivals = [other for other, found in others.items() if found == verdict]
            said = self.list_names(rivals)
            told = say(self.one, f"sentence-cell-{verdict}", **names, count=len(rivals), names=said)
            lines.append((told, verdict))
        strong = [pair for pair in self._list_first() if pair.verdict in RIVALRY]
        lines += [
            (
                self.one.words("sentence-line", name=self.name(other), said=self._say_pair(pair)),
                pair.verdict,
            )
            for pair in strong[:MOST_LINES]
            for other in pair.provinces
            if other != province
        ]
        lines += [*self._say_joint(), *self._say_rest(counts)]
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
        first = self._list_first()
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
            said = self._say_pair(pair, verdict=True)
            told = self.one.words("sentence-line", name=self.name(pair.country), said=said)
            lines.append((told, pair.verdict))
        if country is None:
            if both := tied[0] & tied[1]:
                of = len(tied[0] | tied[1])
                said = self.list_names(both)
                lines.append(self.one.words("sentence-shared", shared=len(both), of=of, names=said))
            apart = "sentence-only-countries", [self._name_all(part) for part in tied]
        else:
            sectors = [{word for tie in ties for word in tie.sectors} for ties in (mine, theirs)]
            apart = "sentence-only-sectors", [self._say_sectors(part) for part in sectors]
        for place, (province, own) in enumerate(zip((one, other), apart[1], strict=True)):
            if only := [name for key, name in own if key not in dict(apart[1][1 - place])]:
                said = self.list_up(only)
                lines.append(say(self.one, apart[0], province=self.page.places[province].name, names=said))
        return lines

    # ------------------------------------------------------------------------ lines that several share

    def _name_all(self, places: Iterable[str]) -> list[tuple[str, str]]:
        named = [(place, self.name(place)) for place in places]
        return sorted(named, key=lambda one: sort_key(one[1], self.one.code))

    def _say_sectors(self, sectors: Iterable[str]) -> list[tuple[str, str]]:
        return [
            (word, say_choice(self.one, "TIED_TO", "sectors", word))
            for word in self.page.sectors
            if word in set(sectors)
        ]

    def _list_classes(self, counts: dict[Verdict, int]) -> list[Verdict]:
        """Return which verdicts have a headline: what is certain and presumed, else what is possible."""
        found = [verdict for verdict in RIVALRY if counts.get(verdict)]
        return found or [verdict for verdict in ("possible",) if counts.get(verdict)]

    def _list_provinces(self, country: str, verdict: Verdict) -> list[str]:
        return self.pairs.tables[country].list_provinces(verdict)

    def _list_first(self) -> list[ShownPair]:
        """Return of each two provinces in a country the strongest of their pairs, in their order."""
        found: dict[tuple[tuple[str, str], str], ShownPair] = {}
        for pair in self.chosen.pairs:
            found.setdefault((pair.provinces, pair.country), pair)
        return list(found.values())

    def _say_pair(self, pair: ShownPair, verdict: bool = False) -> str:
        """Say of a pair in what it meets, since when, and where."""
        said = [say_verdict(pair.verdict, self.one)] if verdict else []
        if pair.sectors:
            said.append(list_sectors(pair.sectors, self.one))
        if pair.since is not None:
            since = self.one.date_text(pair.since, "since")
            said.append(self.one.words("pair-since", date=since))
        elif pair.since_latest is not None:
            message = "pair-listed" if pair.listed else "pair-since-latest"
            said.append(self.one.words(message, day=pair.since_latest))
        if pair.target != pair.country:
            said.append(self.one.words("sentence-met", target=self.name(pair.target)))
        if pair.first:
            said.append(self.one.words("pair-first", province=self.name(pair.first)))
        return self.one.words("clause-mark").join(said)

    def _say_meetings(self, country: str) -> list[Line]:
        """Say at which targets below the country most rival pairs meet."""
        met: dict[str, list[ShownPair]] = {}
        for pair in self.chosen.pairs:
            if pair.verdict in RIVALRY and pair.target != country:
                met.setdefault(pair.target, []).append(pair)
        level = {pair.target: LEVELS.index(pair.level) for pair in self.chosen.pairs}
        ranked = sorted(met, key=lambda target: (-len(met[target]), level[target]))[:MOST_LINES]
        return [
            (
                self.one.words(
                    "sentence-at",
                    target=self.name(target),
                    pairs=len(met[target]),
                    names=self.list_names({place for pair in met[target] for place in pair.provinces}),
                ),
                strongest(pair.verdict for pair in met[target]),
            )
            for target in ranked
        ]

    def _say_joint(self) -> list[Line]:
        """Say which pairs stand on acts of both alone where they meet."""
        joint = [pair for pair in self.chosen.pairs if pair.verdict == "joint"]
        named = dict.fromkeys(
            tuple(sorted(map(self.name, pair.provinces), key=lambda name: sort_key(name, self.one.code)))
            for pair in joint
        )
        if not named:
            return []
        said = self.list_up([" – ".join(pair) for pair in named])
        return [(self.one.words("sentence-joint", names=said), "joint")]

    def _say_rest(self, counts: dict[Verdict, int]) -> list[Line]:
        """Say that no rivalry is certain, and how many more are possible."""
        if not any(counts.get(verdict) for verdict in RIVALRY):
            return []
        lines: list[Line] = []
        ties = self.chosen.ties
        if not counts.get("certain") and (unended := [tie for tie in ties if not tie.until]):
            lines.append(
                self.one.words(
                    "sentence-none-certain",
                    open=len(unended),
                    ties=len(ties),
                    others=len(ties) - len(unended),
                )
            )
        if possible := counts.get("possible"):
            lines.append((self.one.words("sentence-possible-more", count=possible), "possible"))
        return lines


def say_counted(one: Language, name: str, count: int) -> str:
    """Say a name with how many there are of it: "Iraq (19)"."""
    return one.words("sentence-counted", name=name, count=count)
