"""Looks at two days: what is there on each, which ties moved between them, which pairs turned."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

import numpy as np
import numpy.typing as npt

from graphmap.analysis.changed import Counts, Move, Moved, Turn, Turned
from graphmap.analysis.dividing import divide_by_target
from graphmap.analysis.findings import Doubt, list_doubts, name_place
from graphmap.analysis.scope import Scope, Selection, select_ties
from graphmap.analysis.standing import judge_targets
from graphmap.analysis.standings import Squares
from graphmap.dates import FIRST_DAY, LAST_DAY
from graphmap.scales import RIVALRY, SURE, VERDICTS, Verdict
from graphmap.store.snapshot import Snapshot

Pair = tuple[str, str, str]
"""The ids of a target and of two provinces, the lower first."""

Flags = npt.NDArray[np.bool_]


class Day:
    """What is there on a day: the ties that count, and what each two provinces are at each target."""

    def __init__(self, snapshot: Snapshot, scope: Scope) -> None:
        """Select the ties that count on the day of a scope, and those beside them."""
        self.snapshot = snapshot
        self.selection = select_ties(snapshot, scope, beside=True)

    @cached_property
    def verdicts(self) -> dict[Pair, Verdict]:
        """Return what pairs are to each other at the targets of the level, where they are anything."""
        found: dict[Pair, Verdict] = {}
        for target, table in judge_targets(Squares(divide_by_target(self.selection))).items():
            for one, other in np.argwhere(np.triu(table.strength, k=1)).tolist():
                names = sorted((table.provinces[one], table.provinces[other]))
                found[target, names[0], names[1]] = VERDICTS[int(table.strength[one, other])]
        return found

    @cached_property
    def places(self) -> dict[tuple[str, str], list[int]]:
        """Return where in the selection the ties stand that are there, by target and province."""
        ids, selection = self.snapshot.places.ids, self.selection
        found: dict[tuple[str, str], list[int]] = {}
        for place in np.flatnonzero(selection.present).tolist():
            key = ids[int(selection.target[place])], ids[int(selection.province[place])]
            found.setdefault(key, []).append(place)
        return found

    def list_ties(self, pair: Pair) -> Iterator[str]:
        """Yield the ids of the ties of a pair at its target."""
        target, *provinces = pair
        for province in provinces:
            for place in self.places.get((target, province), ()):
                yield self.snapshot.ties.ids[int(self.selection.ties[place])]

    def list_places(self, by: Literal["target", "province"], place: str) -> list[int]:
        """Return where the ties of a target or province stand."""
        end = 0 if by == "target" else 1
        return [row for key, rows in self.places.items() if key[end] == place for row in rows]

    def list_doubts(self, by: Literal["target", "province"], place: str) -> tuple[Doubt, ...]:
        """Return what is not known of the ties of a target or province, of their dates."""
        chosen = np.array(sorted(self.list_places(by, place)), dtype=np.int64)
        return tuple(doubt for doubt in list_doubts(self.selection, chosen) if doubt.what != "sectors")


def count_there(day: Day, by: Literal["target", "province"], place: str) -> Counts:
    """Count what surely is at a target, or what a province surely has, on a day."""
    end = 0 if by == "target" else 1
    ties, others = 0, set()
    for key, rows in day.places.items():
        if key[end] == place:
            sure = sum(bool(day.selection.certainty[row] >= SURE) for row in rows)
            ties += sure
            if sure:
                others.add(key[1 - end])
    rivals = sum(
        verdict in RIVALRY
        for pair, verdict in day.verdicts.items()
        if (pair[0] == place if by == "target" else place in pair[1:])
    )
    return Counts(ties, len(others), rivals)


def list_moved(whole: Selection, first: date, last: date, presume: int) -> tuple[list[Moved], int]:
    """Return the ties that moved from one day to another, and how many there are of unknown start."""
    snapshot, rows = whole.snapshot, whole.ties
    ties = snapshot.ties
    eve, end = np.datetime64(first - timedelta(days=1), "D"), np.datetime64(last, "D")
    never, always = np.datetime64(FIRST_DAY, "D"), np.datetime64(LAST_DAY, "D")
    start_least, start_most = ties.since_earliest[rows], ties.since_latest[rows]
    over_least, over_most = (
        ties.until_earliest[rows],
        np.where(ties.said_ended[rows], ties.counts_until[rows], ties.until_latest[rows]),
    )
    began = (start_least > eve) & (start_most <= end)
    ended = (over_least > eve) & (over_most <= end)
    dated = start_least > never
    perhaps_began = ~began & dated & (start_least <= end) & (start_most > eve)
    perhaps_ended = ~ended & (over_most < always) & (over_most > eve) & (over_least <= end)
    undated = ~dated & (start_most > eve) & (over_most > eve)
    silent = _fall_silent(snapshot, first - timedelta(days=1), last, presume)[rows] & ~ended & ~perhaps_ended
    moves: dict[Move, Flags] = {
        "began": began,
        "ended": ended,
        "silent": silent,
        "perhaps began": perhaps_began,
        "perhaps ended": perhaps_ended,
    }
    found = [
        Moved(
            ties.ids[int(rows[place])],
            move,
            name_place(snapshot, int(whole.province[place])),
            name_place(snapshot, int(whole.target[place])),
        )
        for move, flags in moves.items()
        for place in np.flatnonzero(flags).tolist()
    ]
    return found, int(np.count_nonzero(undated))


def _fall_silent(snapshot: Snapshot, eve: date, last: date, presume: int) -> Flags:
    """Say which ties surely held on the first day, and on the last may only, since no sign tells of them."""
    held = snapshot.presumed_on(eve, presume)
    counts, _ = snapshot.counting_on(last)
    silent: Flags = held & counts & ~snapshot.presumed_on(last, presume)
    return silent


def list_turned(eve: Day, end: Day) -> list[Turned]:
    """Return the pairs that became rivals from one day to another or ceased to be, by their ids."""
    snapshot, found = eve.snapshot, []
    for pair in sorted(eve.verdicts.keys() | end.verdicts.keys()):
        before, after = eve.verdicts.get(pair, "none"), end.verdicts.get(pair, "none")
        turn = _judge_turn(before, after)
        if turn is None:
            continue
        day = end if after in RIVALRY else eve
        target, one, other = (name_place(snapshot, snapshot.places.find(place)) for place in pair)
        found.append(
            Turned(turn, (one, other), target, before, after, tuple(dict.fromkeys(day.list_ties(pair))))
        )
    return found


def _judge_turn(before: Verdict, after: Verdict) -> Turn | None:
    """Say whether a pair became rivals or ceased to be; None where it was or is neither, or both times is."""
    if (before in RIVALRY) == (after in RIVALRY):
        return None
    if after in RIVALRY:
        return "perhaps became" if before == "possible" else "became"
    return "perhaps ceased" if after == "possible" else "ceased"
