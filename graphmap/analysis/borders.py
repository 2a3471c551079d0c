"""Describes the borders of a snapshot: for each who is there across it, by what acts, with what missions."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

import numpy as np

from graphmap.analysis.dyad import Act, Dyad, Other, Posts, Standing
from graphmap.analysis.expecting import Expecting
from graphmap.analysis.missions import UNKNOWN, find_missions
from graphmap.analysis.neighbour import Neighbour
from graphmap.analysis.wanted import Border, list_borders
from graphmap.scales import SURE
from graphmap.store.columns import NOTHING

PASSED: tuple[Standing, ...] = ("bypassed", "perhaps bypassed")
"""How a border province stands where a farther one is there and it is not, or may not be."""


class Borders:
    """The borders of a snapshot, each with who is there; what many borders need is made once."""

    def __init__(self, expecting: Expecting) -> None:
        """Take what judges whether there is a tie."""
        self.expecting, self.snapshot = expecting, expecting.snapshot

    @cached_property
    def _acts(self) -> dict[int, dict[int, list[int]]]:
        """Return where in the selection ties that are there and events stand, by country and target."""
        selection, ties = self.expecting.selection, self.snapshot.ties
        found: dict[int, dict[int, list[int]]] = {}
        wanted = ties.nature.is_in(["event"])[selection.ties] | selection.present
        for place in np.flatnonzero(wanted).tolist():
            tie = selection.ties[place]
            at = found.setdefault(int(ties.country[tie]), {})
            at.setdefault(int(ties.target[tie]), []).append(place)
        return found

    @cached_property
    def _firm(self) -> frozenset[int]:
        """Return the ties that certainly or presumably hold, and the events, which hold nothing."""
        selection = self.expecting.selection
        event = self.snapshot.ties.nature.is_in(["event"])[selection.ties]
        return frozenset(selection.ties[event | (selection.certainty >= SURE)].tolist())

    def list_dyads(self, by_region: bool, province: int | None) -> list[Dyad]:
        """Return each border with a region, or with a country."""
        borders = list_borders(self.snapshot, by_region)
        bordering: dict[int, set[int]] = {}
        for border in borders:
            bordering.setdefault(border.target, set()).add(border.province)
        return [
            self._describe(border, bordering[border.target])
            for border in borders
            if self.expecting.is_meant(border.country) and province in (None, border.province)
        ]

    def list_neighbours(self, verdicts: dict[str, dict[Any, int]], province: int | None) -> list[Neighbour]:
        """Return each country that a province borders on."""
        at_regions: dict[str, list[Dyad]] = {}
        for dyad in self.list_dyads(True, None):
            country = int(self.snapshot.countries[self.snapshot.places.find(dyad.target.id)])
            at_regions.setdefault(self.snapshot.places.ids[country], []).append(dyad)
        found: dict[str, list[Dyad]] = {}
        for dyad in sorted(self.list_dyads(False, None), key=lambda one: one.province.id):
            found.setdefault(dyad.target.id, []).append(dyad)
        ids = self.snapshot.places.ids
        return [
            Neighbour(
                tuple(dyads),
                verdicts.get(country, {}),
                sum(dyad.standing in PASSED for dyad in at_regions[country]),
                len(at_regions[country]),
                self._count_municipal(
                    [
                        *(tie for dyad in dyads for tie in dyad.told.surely),
                        *(tie for other in dyads[0].farther for tie in other.ties),
                    ]
                ),
            )
            for country, dyads in found.items()
            if province is None or ids[province] in {dyad.province.id for dyad in dyads}
        ]

    def _describe(self, border: Border, bordering: set[int]) -> Dyad:
        expecting, ids = self.expecting, self.snapshot.ties.ids
        told = expecting.judge(border.province, border.country, border.target)
        present: dict[int, list[str]] = {}
        for owner, tie in expecting.list_sure(border.country, border.target):
            if owner != border.province:
                present.setdefault(owner, []).append(ids[tie])
        elsewhere = [
            ids[tie] for tie in expecting.list_elsewhere(border.province, border.country, border.target)
        ]
        others = tuple(
            Other(expecting.name(owner), tuple(ties), owner in bordering)
            for owner, ties in sorted(present.items())
        )
        contacts, acts = self._find_events_and_acts(border)
        mine = (*told.ties, *(tie for other in others for tie in other.ties))
        return Dyad(
            province=expecting.name(border.province),
            target=expecting.name(border.target),
            km=border.km,
            told=told,
            others=others,
            contacts=contacts,
            elsewhere=tuple(tie for tie in elsewhere if tie not in told.perhaps),
            acts=acts,
            posts=self._find_posts(border),
            municipal=self._count_municipal([*told.surely, *(tie for other in others for tie in other.ties)]),
            expected_by=border.sources,
            unknown=expecting.list_doubts(mine),
            crossings=border.crossings,
        )

    def _count_municipal(self, ties: Iterable[str]) -> int:
        municipal, rows = self.snapshot.ties.municipal, self.expecting.tie_rows
        return sum(bool(municipal[rows[tie]]) for tie in set(ties))

    def _find_events_and_acts(self, border: Border) -> tuple[tuple[str, ...], tuple[Act, ...]]:
        """Return the events of the province there, and the acts there on which ties of several rest."""
        expecting, ties = self.expecting, self.snapshot.ties
        contacts: list[str] = []
        acts: dict[str, dict[int, list[str]]] = {}
        firm: set[str] = set()
        done = self._acts.get(border.country, {})
        for tie in expecting.choose_there(expecting.selection, done, border.target):
            owner, document = int(ties.province[tie]), ties.documents[tie]
            if owner == border.province and ties.nature[tie] == "event" and not ties.preparing[tie]:
                contacts.append(ties.ids[tie])
            if document:
                acts.setdefault(document, {}).setdefault(owner, []).append(ties.ids[tie])
                if tie in self._firm:
                    firm.add(document)
        joint = (
            Act(
                document,
                tuple(expecting.name(owner) for owner in sorted(owners)),
                tuple(tie for owner in sorted(owners) for tie in owners[owner]),
                document not in firm,
            )
            for document, owners in sorted(acts.items())
            if len(owners) > 1
        )
        return tuple(contacts), tuple(joint)

    @cached_property
    def _missions(self) -> dict[int, list[tuple[int, bool, str]]]:
        """Return the missions by the country that sends or hosts them: place, whether of home, status."""
        home = self.expecting.home
        found: dict[int, list[tuple[int, bool, str]]] = {}
        for one in find_missions(self.snapshot, self.expecting.scope.as_of):
            if one.status in ("open", UNKNOWN) and one.city != NOTHING and not one.roving:
                country = one.host if one.sender == home else one.sender
                found.setdefault(country, []).append((one.row, one.sender == home, one.status))
        return found

    def _find_posts(self, border: Border) -> Posts:
        missions = self.snapshot.missions
        there: list[str] = []
        here: list[str] = []
        opened = 0
        for row, ours, status in self._missions.get(border.country, ()):
            place = border.target if ours else border.province
            if place in self.snapshot.places.climb(int(missions.city[row])):
                (there if ours else here).append(missions.ids[row])
                opened += status == "open"
        return Posts(tuple(there), tuple(here), opened)
