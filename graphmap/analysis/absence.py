"""What is absent: none recorded, where a source lists such things whole; else it cannot be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from graphmap.analysis.scope import Scope, select_ties
from graphmap.analysis.where import Where
from graphmap.scales import AbsenceAnswer
from graphmap.schema.claims import Claim, list_claims, parse_claim
from graphmap.store.columns import NOTHING
from graphmap.store.snapshot import Snapshot
from graphmap.text import Name

if TYPE_CHECKING:
    from graphmap.language import Language

What = Literal["ties", "missions", "borders", "trade"]
RECORDS = {"ties": "TIED_TO", "missions": "Mission", "borders": "BORDERS", "trade": "TRADES_WITH"}
"""What the records of each are called in a claim of a source."""

ANY = NOTHING - 1
"""Stands for every province, known or not."""

FEW = 3
"""How many ties a sentence names."""

Why = Literal["province", "place", "pipeline"]
"""Why a tie may be what is said to be absent: its province or its place is not known, or it does not count
because it is not in force yet or passes."""


@dataclass(frozen=True, slots=True)
class Lister:
    """A source as it speaks for an absence: its name, the day from which it tells, what it says of itself."""

    id: str
    name: Name
    day: date | None
    note: Name

    def in_language(self, language: Language) -> str:
        """Return its name and its day."""
        name = language.name(self.name)
        return name if self.day is None else language.words("absence-source", source=name, day=self.day)


@dataclass(frozen=True, slots=True)
class Aside:
    """A tie that could be what is said to be absent: who has it with whom, and why it does not count."""

    id: str
    why: Why
    start: Name
    target: Name


@dataclass(frozen=True, slots=True)
class Absence:
    """What can be said where nothing is recorded.

    `answer` is *none recorded* where `sources`, with a day that covers the day asked, claim to list such
    things whole; else *cannot tell*: then `sources` are those that claim to list all of some `kinds`, else
    (`other_days`) those that do so of other days, else the longest list of such things. `asides` are ties
    that could be it.
    """

    what: What
    answer: AbsenceAnswer
    sources: tuple[Lister, ...]
    kinds: tuple[str, ...] = ()
    other_days: bool = False
    asides: tuple[Aside, ...] = ()

    @property
    def ties(self) -> tuple[str, ...]:
        """Return the ids of the ties that could be it."""
        return tuple(aside.id for aside in self.asides)

    def sentence(self, language: Language) -> str:
        """Say on what the answer rests, in a language."""
        named = language.list_names([source.in_language(language) for source in self.sources])
        sources: dict[str, Any] = {"sources": named, "count": len(self.sources)}
        if self.answer == "none recorded":
            return language.words(f"absence-{self.what}-none-recorded", **sources)
        if self.other_days:
            return language.words("absence-other-days", **sources)
        if not self.kinds:
            return language.words(f"absence-{self.what}-cannot-tell")
        from graphmap.schema import DECLARED

        choices = DECLARED[RECORDS[self.what]].column("kind").kind.choices
        said = [choices[kind] if language.code == "fa" else kind.replace("_", " ") for kind in self.kinds]
        return language.words("absence-kinds", **sources, kinds=language.list_names(said))

    def list_notes(self, language: Language) -> list[str]:
        """Say what its sources say of themselves, where it cannot be told whether there is one."""
        if self.answer == "none recorded":
            return []
        return [
            language.words(
                "absence-note", source=source.in_language(language), note=language.name(source.note)
            )
            for source in self.sources
            if source.note.en
        ]

    def list_asides(self, language: Language) -> list[str]:
        """Say which ties could be what is said to be absent, a line for each reason why they do not count."""
        lines = []
        for why in dict.fromkeys(aside.why for aside in self.asides):
            alike = Counter(
                f"{language.name(aside.start)} – {language.name(aside.target)}"
                for aside in self.asides
                if aside.why == why
            )
            named = [
                f"{ends} ({language.number(ties)})" if ties > 1 else ends for ends, ties in alike.items()
            ]
            listed = language.list_names(named[:FEW])
            if more := len(named[FEW:]):
                listed = language.words("and-more", listed=listed, more=more)
            lines.append(language.words(f"absence-aside-{why}", ties=alike.total(), names=listed))
        return lines

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {
            "what": self.what,
            "answer": self.answer,
            "sources": [source.id for source in self.sources],
            "kinds": list(self.kinds),
            "ties": list(self.ties),
        }


@dataclass(frozen=True, eq=False)
class Absences:
    """Judges what is absent from a snapshot on a day; in the whole history (None) as of each source's day."""

    snapshot: Snapshot
    as_of: date | None

    def judge(self, what: What, *places: str) -> Absence:
        """Judge that nothing of a kind is recorded between some places, each by id: of one end or of both.

        All of them have an end at home; so a source that lists all of home's lists these.
        Each is judged once, however often it is asked.
        """
        known = self._known.get((what, places))
        if known is None:
            known = self._known[what, places] = self._judge(what, places)
        return known

    @cached_property
    def _known(self) -> dict[tuple[What, tuple[str, ...]], Absence]:
        return {}

    def _judge(self, what: What, places: tuple[str, ...]) -> Absence:
        within = tuple(
            dict.fromkeys([*(one for place in places for one in self._list_outer(place)), self._home])
        )
        claims = frozenset(list_claims(RECORDS[what], within))
        whole = [row for row, held in self._claims if claims & held.keys()]
        asides = self._find_asides(places) if what == "ties" else ()
        if told := [row for row in whole if self._tells(row)]:
            return Absence(what, "none recorded", self._describe(told), asides=asides)
        kinds: dict[str, None] = {}
        partly = []
        for row, held in self._claims:
            found = [
                claim.kind
                for claim in held.values()
                if claim.name == RECORDS[what] and claim.kind and (not claim.place or claim.place in within)
            ]
            if found and self._tells(row):
                partly.append(row)
                kinds.update(dict.fromkeys(found))
        rows = partly or whole or self._longest[what]
        return Absence(
            what, "cannot tell", self._describe(rows), tuple(kinds), bool(whole and not partly), asides
        )

    @cached_property
    def _home(self) -> str:
        return self.snapshot.home

    def _list_outer(self, place: str) -> Iterator[str]:
        """Yield a place and all that it lies in, by id."""
        places, row = self.snapshot.places, self.snapshot.places.find(place)
        while row != NOTHING:
            yield places.ids[row]
            row = int(places.parent[row])

    @cached_property
    def _claims(self) -> tuple[tuple[int, dict[str, Claim]], ...]:
        covers = self.snapshot.sources.covers
        return tuple(
            (row, {text: parse_claim(text) for text in sorted(held)})
            for row, held in enumerate(covers)
            if held
        )

    def _tells(self, row: int) -> bool:
        """Say whether a source tells of the day asked; of the whole history it tells as of its own day."""
        if self.as_of is None:
            return True
        sources, on = self.snapshot.sources, np.datetime64(self.as_of)
        return bool(sources.tells_from[row] <= on < sources.tells_until[row])

    def _describe(self, rows: Iterable[int]) -> tuple[Lister, ...]:
        from graphmap.dates import LAST_DAY

        sources = self.snapshot.sources
        return tuple(
            Lister(
                sources.ids[row],
                Name(sources.names[row], sources.names_fa[row] or ""),
                None if (day := sources.tells_from.day(row)) == LAST_DAY else day,
                Name(sources.notes[row] or "", sources.notes_fa[row] or ""),
            )
            for row in rows
        )

    @cached_property
    def _longest(self) -> dict[What, tuple[int, ...]]:
        """Return, for each kind of thing, the source that most records of it rest on, if any."""
        snapshot = self.snapshot
        columns: dict[What, Iterable[tuple[str, ...]]] = {
            "ties": snapshot.ties.sources,
            "missions": snapshot.missions.sources,
            "borders": snapshot.borders.sources,
            "trade": snapshot.trade.sources,
        }
        found: dict[What, tuple[int, ...]] = {}
        for what, column in columns.items():
            counted = Counter(source for sources in column for source in sources)
            ranked = sorted(counted, key=lambda source: (-counted[source], source))
            rows = [row for source in ranked[:1] if (row := snapshot.sources.find(source)) != NOTHING]
            found[what] = tuple(rows)
        return found

    def _find_asides(self, places: Iterable[str]) -> tuple[Aside, ...]:
        """Return the ties that do not count in a page or analysis and could be between some places."""
        snapshot = self.snapshot
        rows = [row for place in places if (row := snapshot.places.find(place)) != NOTHING]
        home = self._provinces
        provinces = {row for row in rows if row in home}
        abroad = [row for row in rows if row not in home and snapshot.places.ids[row] != self._home]
        countries = {int(snapshot.countries[row]) for row in abroad}
        found = [
            aside
            for province in ({NOTHING, *provinces} if provinces else {ANY})
            for country, asides in self._list_with(province, countries)
            for aside, target in asides
            if country == NOTHING or all(self._where.may_lie_in(target, place) for place in abroad)
        ]
        return tuple(sorted(found, key=lambda aside: aside.id))

    def _list_with(self, province: int, countries: set[int]) -> Iterator[tuple[int, list[tuple[Aside, int]]]]:
        """Yield what does not count of a province, or of any, by country: of some, and of none known."""
        known = self._uncounted.get(province, {})
        for country in {NOTHING, *countries} if countries else known:
            yield country, known.get(country, [])

    @cached_property
    def _where(self) -> Where:
        return Where(self.snapshot.places)

    @cached_property
    def _provinces(self) -> range:
        return self.snapshot.rows_of("Province")

    @cached_property
    def _uncounted(self) -> dict[int, dict[int, list[tuple[Aside, int]]]]:
        """Return the ties that do not count though they may hold, and the rows of their targets.

        They stand under the row of their province and under ANY, and there under that of their country.
        """
        snapshot, ties, places = self.snapshot, self.snapshot.ties, self.snapshot.places
        if self.as_of is None:
            left = np.ones(len(ties), dtype=bool)
        else:
            left = snapshot.counting_on(self.as_of, contacts=True)[0].copy()
        left[select_ties(snapshot, Scope("country", as_of=self.as_of)).ties] = False
        found: dict[int, dict[int, list[tuple[Aside, int]]]] = {}
        for row in np.flatnonzero(left).tolist():
            start, target = (
                Name(places.names[at], places.names_fa[at] or "")
                for at in (int(ties.start[row]), int(ties.target[row]))
            )
            province, country = int(ties.province[row]), int(ties.country[row])
            why: Why = "province" if province == NOTHING else "place" if country == NOTHING else "pipeline"
            aside = Aside(ties.ids[row], why, start, target)
            for start_row in (province, ANY):
                at = found.setdefault(start_row, {})
                at.setdefault(country, []).append((aside, int(ties.target[row])))
        return found
