"""The table that suggestions are taken from: provinces by targets, their ties, distances and grounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from graphmap.analysis.absence import Absences, What
from graphmap.analysis.findings import PlaceName, list_doubts, name_place
from graphmap.analysis.leading import Ground, find_grounds
from graphmap.analysis.scope import Scope, select_ties
from graphmap.analysis.scoring import Held, Score, measure_distances, name_reasons, score_pairs
from graphmap.analysis.suggestion import Reason, Suggestion
from graphmap.errors import GraphmapError
from graphmap.store.snapshot import Snapshot

MOST_PAIRS = 10_000_000
"""Pairs of province and target that are held at once; where there are more, what is asked is narrowed."""

LISTED: Mapping[Reason, What] = {"border": "borders", "mission": "missions", "trade": "trade"}
"""Of which reasons a source can list all: only then is there none where none is on record."""

NO_RELATIONS = "none"
LIKE_TOLD = 3
"""Provinces of which it is told that they are alike."""


class Candidates:
    """Provinces by targets: where ties are, and where none is known and one might be.

    `provinces` and `targets` are rows of places, all provinces and all targets that any of them has a tie
    with, or a border, mission or trade. `held` says where ties count, `closed` where nothing is suggested: a
    tie counts or is prepared there, or there are no diplomatic relations with the country.
    """

    def __init__(self, snapshot: Snapshot, scope: Scope) -> None:
        """Look at all countries, though one be asked about: who is alike rests on all of them."""
        self.snapshot, self.scope = snapshot, scope
        everywhere = replace(scope, country=None)
        self.selection = selection = select_ties(snapshot, everywhere, beside=True)
        self.grounds = find_grounds(selection)
        self.provinces = list(snapshot.rows_of("Province"))
        targets = {target for _, target in self.grounds}
        self.targets = sorted(targets | set(selection.target[selection.present].tolist()))
        if len(self.provinces) * len(self.targets) > MOST_PAIRS:
            raise GraphmapError(
                f"{len(self.provinces):,} provinces and {len(self.targets):,} targets are too many pairs to "
                "rank; a coarser level has fewer"
            )
        self.row_of = {row: place for place, row in enumerate(self.provinces)}
        self.column_of = {row: place for place, row in enumerate(self.targets)}
        self.held: Held = np.zeros((len(self.provinces), len(self.targets)), np.bool_)
        self.closed: Held = self.held.copy()
        self.cells: dict[tuple[int, int], list[int]] = {}
        preparing = snapshot.ties.preparing[selection.ties].tolist()
        columns = (selection.province.tolist(), selection.target.tolist(), selection.present.tolist())
        for place, (province, target, present) in enumerate(zip(*columns, strict=True)):
            if target not in self.column_of:
                continue
            cell = self.row_of[province], self.column_of[target]
            self.cells.setdefault(cell, []).append(place)
            self.held[cell] |= present
            self.closed[cell] |= present or preparing[place]
        self.km = measure_distances(snapshot, self.provinces, self.targets)
        self.barred = self._bar_countries()
        self.closed[:, self.barred] = True

    def _bar_countries(self) -> list[int]:
        """Return the columns of targets with whose country there are no diplomatic relations."""
        relations, countries = self.snapshot.places.relations, self.snapshot.countries
        return [
            column
            for column, row in enumerate(self.targets)
            if countries[row] >= 0 and relations[countries[row]] == NO_RELATIONS
        ]

    def narrow(self, country: str | None) -> npt.NDArray[np.bool_]:
        """Return which columns lie in a country (None: all)."""
        countries = self.snapshot.countries[np.array(self.targets, dtype=np.int64)]
        if country is None:
            return np.ones(len(self.targets), np.bool_)
        wanted: npt.NDArray[np.bool_] = countries == self.snapshot.row(country)
        return wanted

    def find_days(self) -> tuple[npt.NDArray[np.datetime64], npt.NDArray[np.datetime64]]:
        """Return for each pair the earliest and the latest day on which its first tie can have begun."""
        ties, selection = self.snapshot.ties, self.selection
        far = np.datetime64("9999-12-31")
        first = np.full(self.held.shape, far, "datetime64[D]")
        latest = first.copy()
        for cell, places in self.cells.items():
            rows = selection.ties[[place for place in places if selection.present[place]]]
            if len(rows):
                first[cell] = ties.since_earliest[rows].min()
                latest[cell] = ties.since_latest[rows].min()
        return first, latest

    def rank(
        self, rows: list[int], by: Score, top: int, wanted: npt.NDArray[np.bool_]
    ) -> Iterator[Suggestion]:
        """Yield the best suggestions for each of some provinces, by place, the best first.

        Of equal scores come first those with more reasons, then what more provinces have, then the nearer.
        """
        scores = score_pairs(self.held, self.km, rows)
        absences = Absences(self.snapshot, self.scope.as_of)
        ids = self.snapshot.places.ids
        for place, row in enumerate(rows):
            found = []
            for column in np.flatnonzero(~self.closed[row] & wanted).tolist():
                reasons = self._list_reasons(row, column)
                popularity = scores["popularity"][place, column]
                if popularity or reasons:
                    km = self.km[row, column]
                    order = -scores[by][place, column], -len(reasons), -popularity
                    found.append(
                        ((*order, np.inf if np.isnan(km) else km, ids[self.targets[column]]), column)
                    )
            for number, (_, column) in enumerate(sorted(found)[:top], 1):
                yield self._describe(row, column, number, by, name_reasons(scores, place, column), absences)

    def _name(self, row: int) -> PlaceName:
        return name_place(self.snapshot, self.provinces[row])

    def _find_ground(self, row: int, column: int) -> Ground:
        return self.grounds.get((self.provinces[row], self.targets[column])) or Ground()

    def _list_reasons(self, row: int, column: int) -> tuple[Reason, ...]:
        ground = self._find_ground(row, column)
        there: dict[Reason, bool] = {
            "border": ground.borders,
            "mission": bool(ground.missions),
            "trade": ground.trades,
            "contact": (row, column) in self.cells,
        }
        return tuple(reason for reason, is_there in there.items() if is_there)

    def _describe(
        self,
        row: int,
        column: int,
        number: int,
        by: Score,
        scores: dict[Score, float],
        absences: Absences,
    ) -> Suggestion:
        snapshot, selection = self.snapshot, self.selection
        others = np.flatnonzero(self.held[:, column]).tolist()
        shared = (self.held[others] & self.held[row]).sum(axis=1).tolist()
        alike = sorted(zip(shared, others, strict=True), key=lambda one: (-one[0], one[1]))
        chosen = [
            place for other in others for place in self.cells[other, column] if selection.present[place]
        ]
        chosen += self.cells.get((row, column), [])
        ground = self._find_ground(row, column)
        province, target = self._name(row), name_place(snapshot, self.targets[column])
        reasons = self._list_reasons(row, column)
        places = np.array(sorted(chosen), dtype=np.int64)
        km = float(self.km[row, column])
        return Suggestion(
            province=province,
            target=target,
            place=number,
            by=by,
            scores=scores,
            others=tuple(self._name(other) for other in others),
            like=tuple((self._name(other), count) for count, other in alike[:LIKE_TOLD] if count),
            own=int(self.held[row].sum()),
            km=None if np.isnan(km) else km,
            reasons=reasons,
            untold=tuple(
                reason
                for reason, what in LISTED.items()
                if reason not in reasons
                and absences.judge(what, province.id, target.id).answer == "cannot tell"
            ),
            absence=absences.judge("ties", province.id, target.id),
            ties=tuple(snapshot.ties.ids[tie] for tie in selection.ties[places].tolist()),
            reason_sources=tuple(dict.fromkeys(ground.sources)),
            unknown=list_doubts(selection, places) if self.scope.as_of is not None else (),
            ever=self.scope.as_of is None,
        )
