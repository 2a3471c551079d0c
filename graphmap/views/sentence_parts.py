"""What lines of a choice share: names in their order, what a pair meets in, where most meet, what is left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphmap.analysis.findings import list_sectors
from graphmap.analysis.pairs import say_verdict
from graphmap.language import Language
from graphmap.scales import LEVELS, RIVALRY, Verdict
from graphmap.text import sort_key
from graphmap.views.marks import strongest
from graphmap.views.page_data import Choice, PageData
from graphmap.views.pairs import Pairs, ShownPair
from graphmap.views.wording import say_choice

MOST_NAMES = 8
"""How many names a line lists before it says how many more there are."""

MOST_LINES = 3
"""How many meeting points, or pairs, have lines of their own."""

Line = str | tuple[str, Verdict]
"""A line in words, with the verdict that it tells where it tells one: its mark stands before it."""


class Teller:
    """Says in one language what lines of one choice share."""

    def __init__(self, page: PageData, one: Language, choice: Choice) -> None:
        """Take what the choice leaves of a page."""
        self.page, self.one, self.choice = page, one, choice
        self.chosen = page.choose(choice)
        self.pairs: Pairs = page.find_pairs_in(choice.sector)

    def name(self, place: str) -> str:
        """Return the name of a place."""
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

    def name_all(self, places: Iterable[str]) -> list[tuple[str, str]]:
        """Return places with their names, in the order of the language."""
        named = [(place, self.name(place)) for place in places]
        return sorted(named, key=lambda one: sort_key(one[1], self.one.code))

    def name_sectors(self, sectors: Iterable[str]) -> list[tuple[str, str]]:
        """Return sectors with what they are called, in the order of the page."""
        return [
            (word, say_choice(self.one, "TIED_TO", "sectors", word))
            for word in self.page.sectors
            if word in set(sectors)
        ]

    def list_classes(self, counts: dict[Verdict, int]) -> list[Verdict]:
        """Return which verdicts have a headline: what is certain and presumed, else what is possible."""
        found = [verdict for verdict in RIVALRY if counts.get(verdict)]
        return found or [verdict for verdict in ("possible",) if counts.get(verdict)]

    def list_provinces(self, country: str, verdict: Verdict) -> list[str]:
        """Return the provinces that are in a pair of a verdict in a country."""
        return self.pairs.tables[country].list_provinces(verdict)

    def list_first(self) -> list[ShownPair]:
        """Return of each two provinces in a country the strongest of their pairs, in their order."""
        found: dict[tuple[tuple[str, str], str], ShownPair] = {}
        for pair in self.chosen.pairs:
            found.setdefault((pair.provinces, pair.country), pair)
        return list(found.values())

    def say_pair(self, pair: ShownPair, verdict: bool = False) -> str:
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

    def say_meetings(self, country: str) -> list[Line]:
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

    def say_joint(self) -> list[Line]:
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

    def say_rest(self, counts: dict[Verdict, int]) -> list[Line]:
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
