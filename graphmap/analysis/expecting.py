"""Answers whether what is to be expected between two places is there: tied, none recorded, or cannot tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal

import numpy as np

from graphmap.analysis.absence import Absence, Absences, Why
from graphmap.analysis.findings import Doubt, PlaceName, list_doubts, name_place
from graphmap.analysis.scope import Scope, Selection, select_ties
from graphmap.analysis.wanted import Posts
from graphmap.analysis.where import Where
from graphmap.dates import LAST_DAY
from graphmap.scales import SURE, AbsenceAnswer
from graphmap.store.columns import NOTHING
from graphmap.store.snapshot import Flags, Indices, Snapshot

Answer = Literal["tied"] | AbsenceAnswer


@dataclass(frozen=True, slots=True)
class Told:
    """An answer with what it rests on: the ties that are there, those that may be, sources, age and grade.

    `sources` are those that give the answer: of the ties, or those that list such things whole; `day` is the
    newest of their days, `grade` the best of their grades. `absence` is None where a tie is there.
    """

    answer: Answer
    surely: tuple[str, ...]
    perhaps: tuple[str, ...]
    absence: Absence | None
    sources: tuple[str, ...]
    day: date | None
    grade: str | None

    @property
    def ties(self) -> tuple[str, ...]:
        """Return the ids of the ties that are, or may be, there."""
        return tuple(dict.fromkeys((*self.surely, *self.perhaps)))


class Expecting:
    """Judges, in a scope, whether there is a tie where one is to be expected; each answer once and alike."""

    def __init__(self, snapshot: Snapshot, scope: Scope) -> None:
        """Select the ties that count, at the level of countries, where all of them can be told apart."""
        self.snapshot = snapshot
        self.selection = select_ties(snapshot, scope, beside=True)
        self.scope = self.selection.scope
        self.absences = Absences(snapshot, self.scope.as_of)
        self.home = snapshot.row(snapshot.home)

    def name(self, row: int) -> PlaceName:
        """Return the name of a place."""
        return name_place(self.snapshot, row)

    def is_meant(self, country: int) -> bool:
        """Say whether a country is asked about."""
        return self.scope.country in (None, self.snapshot.places.ids[country])

    @cached_property
    def _by_country(self) -> Selection:
        return select_ties(self.snapshot, replace(self.scope, level="country"))

    @cached_property
    def _places(self) -> dict[tuple[int, int], list[int]]:
        """Return where in the selection the ties of a province, or of any (-1), with a country stand."""
        found: dict[tuple[int, int], list[int]] = {}
        selection = self._by_country
        pairs = zip(selection.province.tolist(), selection.target.tolist(), strict=True)
        for place, (province, country) in enumerate(pairs):
            found.setdefault((province, country), []).append(place)
            found.setdefault((NOTHING, country), []).append(place)
        return found

    def judge(self, province: int | None, country: int, target: int) -> Told:
        """Judge whether a province, or any (None), has a tie with a country, or with a region of it."""
        snapshot, selection = self.snapshot, self._by_country
        surely, perhaps = [], []
        for place in self._places.get((NOTHING if province is None else province, country), ()):
            tie = int(selection.ties[place])
            there = self.lies_there(tie, target)
            if there and selection.certainty[place] >= SURE:
                surely.append(snapshot.ties.ids[tie])
            elif there or self._where.may_hold(int(snapshot.ties.target[tie]), target):
                perhaps.append(snapshot.ties.ids[tie])
        ids = snapshot.places.ids
        absence = self.absences.judge("ties", *([] if province is None else [ids[province]]), ids[target])
        # A tie of unknown province is one of home; one of unknown place may be with any country, and stands
        # beside what is said of home as a whole.
        perhaps += self._list_open(absence, "province" if province is None else "place")
        if surely:
            return self.rest("tied", surely, perhaps, None)
        return self.rest("cannot tell" if perhaps else absence.answer, (), perhaps, absence)

    def list_sure(self, country: int, target: int) -> Iterator[tuple[int, int]]:
        """Yield of each tie that is surely in a target, a country or a region of it, its province and row."""
        selection = self._by_country
        for tie in self.choose_there(selection, self._sure_at.get(country, {}), target):
            yield int(self.snapshot.ties.province[tie]), tie

    def list_elsewhere(self, province: int, country: int, target: int) -> Iterator[int]:
        """Yield the row of each tie that a province surely has with a country, but not in a target of it."""
        selection = self._by_country
        for place in self._places.get((province, country), ()):
            tie = int(selection.ties[place])
            if selection.certainty[place] >= SURE and not self.lies_there(tie, target):
                yield tie

    @cached_property
    def _sure_at(self) -> dict[int, dict[int, list[int]]]:
        """Return where in the selection the sure ties of a country stand, by the place that they lead to."""
        found: dict[int, dict[int, list[int]]] = {}
        selection, ends = self._by_country, self.snapshot.ties.target
        for place in np.flatnonzero(selection.certainty >= SURE).tolist():
            at = found.setdefault(int(selection.target[place]), {})
            at.setdefault(int(ends[selection.ties[place]]), []).append(place)
        return found

    def choose_there(
        self, selection: Selection, places: Mapping[int, Sequence[int]], target: int
    ) -> Iterator[int]:
        """Yield the rows of the ties that lie in a target, of those that stand at some places of a selection.

        These are given by what the ties lead to, so that not each of them is looked at for each target.
        """
        for place in self._where.choose(places, target):
            tie = int(selection.ties[place])
            if self._reaches(tie):
                yield tie

    def lies_there(self, tie: int, target: int) -> bool:
        """Say whether a tie lies in a country or a region, at the level asked for where that is finer."""
        return self._reaches(tie) and self._where.holds(int(self.snapshot.ties.target[tie]), target)

    def _reaches(self, tie: int) -> bool:
        return self.scope.level not in ("counterpart", "city") or self._reached[tie] != NOTHING

    @cached_property
    def _where(self) -> Where:
        return Where(self.snapshot.places)

    @cached_property
    def _reached(self) -> Indices:
        return self.snapshot.targets(self.scope.level)

    def judge_missions(self, country: int, posts: Posts, ties: Sequence[str]) -> Told:
        """Judge whether there is an open mission between home and a country with which some have ties."""
        absence = self.absences.judge("missions", self.snapshot.places.ids[country])
        sides_untold = posts.sides < 2 and absence.answer == "cannot tell"
        if posts.open:
            return self._tell("tied", ties, (), None, posts.sources)
        answer: Answer = "cannot tell" if posts.unknown or sides_untold else "none recorded"
        sources = [*posts.sources, *(source.id for source in absence.sources if posts.sides < 2)]
        return self._tell(
            answer,
            ties,
            (),
            absence if posts.sides < 2 else None,
            sources if answer == "none recorded" else posts.sources,
        )

    def rest(
        self, answer: Answer, surely: Iterable[str], perhaps: Iterable[str], absence: Absence | None
    ) -> Told:
        """Return an answer with the sources that give it: those of its ties, or those that list all."""
        surely, perhaps = tuple(surely), tuple(perhaps)
        ties = self.snapshot.ties
        if answer == "none recorded" and absence is not None:
            sources = [source.id for source in absence.sources]
        else:
            chosen = surely if answer == "tied" else perhaps
            sources = [source for tie in chosen for source in ties.sources[self.tie_rows[tie]]]
        return self._tell(answer, surely, perhaps, absence, sources)

    def doubt(self, told: Told) -> Told:
        """Return an answer that cannot be told since what lets a tie be expected is not known itself."""
        return self.rest("cannot tell", told.surely, told.perhaps, told.absence)

    def rest_on_contact(self, province: PlaceName, target: PlaceName, events: Sequence[str]) -> Told:
        """Judge whether a province has a document where events alone are known of it."""
        absence = self.absences.judge("ties", province.id, target.id)
        open_ties = self._list_open(absence, "place")
        return self.rest("cannot tell" if open_ties else absence.answer, events, open_ties, absence)

    def list_contacts(self) -> Iterator[tuple[PlaceName, PlaceName, tuple[str, ...]]]:
        """Yield each province and target between which there are events and no commitment, with these."""
        selection, ties = self.selection, self.snapshot.ties
        events: dict[tuple[int, int], list[int]] = {}
        present = set()
        columns = (selection.province, selection.target, selection.ties, selection.present)
        for province, target, tie, there in zip(*(column.tolist() for column in columns), strict=True):
            if there:
                present.add((province, target))
            elif ties.nature[tie] == "event" and not ties.preparing[tie]:
                events.setdefault((province, target), []).append(tie)
        for (province, target), found in events.items():
            if (province, target) not in present:
                yield self.name(province), self.name(target), tuple(ties.ids[tie] for tie in found)

    def list_tied_countries(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield each country with which provinces have ties that are there, with these."""
        selection, ids = self._by_country, self.snapshot.ties.ids
        for (province, country), places in self._places.items():
            sure = [place for place in places if selection.certainty[place] >= SURE]
            if province == NOTHING and sure:
                yield country, tuple(ids[int(selection.ties[place])] for place in sure)

    def list_doubts(self, ties: Iterable[str]) -> tuple[Doubt, ...]:
        """Return what is not known of some ties that count, of their dates where a day is asked about."""
        if self.scope.as_of is None:
            return ()
        places = self._place_of[[*{self.tie_rows[tie] for tie in ties}]]
        doubts = list_doubts(self._by_country, np.sort(places[places != NOTHING]))
        return tuple(doubt for doubt in doubts if doubt.what != "sectors")

    @cached_property
    def tie_rows(self) -> Mapping[str, int]:
        """Return the row of each tie by its id: of many that are asked for, none is searched."""
        return {identity: row for row, identity in enumerate(self.snapshot.ties.ids)}

    @cached_property
    def _place_of(self) -> Indices:
        """Return where in the selection each tie stands, -1 where it does not count."""
        found = np.full(len(self.snapshot.ties) + 1, NOTHING, np.int32)  # the last is no tie
        found[self._by_country.ties] = np.arange(len(self._by_country.ties), dtype=np.int32)
        return found

    def _tell(
        self,
        answer: Answer,
        surely: Iterable[str],
        perhaps: Iterable[str],
        absence: Absence | None,
        sources: Iterable[str],
    ) -> Told:
        told = self.snapshot.sources
        named = tuple(dict.fromkeys(sources))
        rows = [row for source in named if (row := told.find(source)) != NOTHING]
        days = [day for row in rows if (day := told.tells_from.day(row)) not in (None, LAST_DAY)]
        grades = [grade for row in rows if (grade := told.grades[row])]
        return Told(
            answer,
            tuple(surely),
            tuple(perhaps),
            absence,
            named,
            max((day for day in days if day is not None), default=None),
            min(grades, default=None),
        )

    def _list_open(self, absence: Absence, why: Why) -> list[str]:
        """Return the commitments in force that do not count for a reason, and could be what is absent."""
        ties, counts = self.snapshot.ties, self._counting
        rows = [(aside.id, self.tie_rows[aside.id]) for aside in absence.asides if aside.why == why]
        return [
            tie
            for tie, row in rows
            if counts[row] and ties.nature[row] == "commitment" and not ties.preparing[row]
        ]

    @cached_property
    def _counting(self) -> Flags:
        ties, as_of = self.snapshot.ties, self.scope.as_of
        return np.ones(len(ties), dtype=bool) if as_of is None else self.snapshot.counting_on(as_of)[0]
