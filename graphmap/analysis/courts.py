"""Gathers who courts what: the provinces at each target, how far each is, and what two would be there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np

from graphmap.analysis.blocks import Block
from graphmap.analysis.courting import Courting
from graphmap.analysis.dividing import divide_by_target
from graphmap.analysis.findings import Doubt, list_doubts, name_place
from graphmap.analysis.intention import STANDINGS, Intention, judge_intention
from graphmap.analysis.judging import Judged
from graphmap.analysis.measures import Activity, Presence, bound_rivalry
from graphmap.analysis.scope import OTHER_SECTOR, Selection, decode_sectors
from graphmap.analysis.urgency import Convention, Span
from graphmap.scales import LEVELS, SURE, VERDICTS, Level, Verdict
from graphmap.schema.sectors import SECTORS
from graphmap.store.columns import NOTHING

_CONTACT = VERDICTS.index("in contact")


class Courts:
    """The ties of a selection, those not in force yet and contacts among them, by target and province."""

    def __init__(self, selection: Selection, convention: Convention) -> None:
        """Take a selection made with `beside`."""
        self.selection, self.convention = selection, convention
        self.snapshot = selection.snapshot
        self.place_of = {row: place for place, row in enumerate(selection.ties.tolist())}

    def list_all(self) -> Iterator[Courting]:
        """Yield each two provinces of which one courts a target, and each that courts one alone."""
        for block in divide_by_target(self.selection):
            courts = block.table["preparing"] | (block.table["event"] & ~block.table["present"])
            if courts.any():
                yield from self._list_at(block)

    def _list_at(self, block: Block) -> Iterator[Courting]:
        ties = self.snapshot.ties
        rows = [
            [ties.find(block.ids[row]) for row in block.rows_of(place)]
            for place in range(len(block.provinces))
        ]
        kinds = [[self._tell(row) for row in part] for part in rows]
        intentions = [self._judge(part, told) for part, told in zip(rows, kinds, strict=True)]
        judged = block.judged
        alone = len(rows) == 1
        if alone and "in force" not in intentions[0].standing:
            yield self._describe_alone(block, rows[0], intentions[0])
        for pair in combinations(range(len(rows)), 2):
            prepares = any(1 in kinds[place] for place in pair)
            unsettled = any(not intentions[place].settled for place in pair)
            if prepares or unsettled:
                verdict = self._find_verdict(judged, pair, prepares)
                if verdict != "none":
                    yield self._describe(block, pair, rows, intentions, verdict)

    def _judge(self, rows: Sequence[int], kinds: Sequence[int]) -> Intention:
        in_force, preparing, events = (
            [row for row, kind in zip(rows, kinds, strict=True) if kind == one] for one in range(3)
        )
        day = self.selection.scope.as_of
        sure = any(self.selection.certainty[self.place_of[row]] >= SURE for row in in_force)
        perhaps = bool(in_force) and not sure
        months = self.convention.months
        found = judge_intention(self.snapshot, in_force, preparing, events, day, months, perhaps)
        return replace(found, ever=day is None)

    def _tell(self, row: int) -> int:
        """Return what a tie is: 0 in force, 1 not yet, 2 a contact."""
        place = self.place_of[row]
        if self.snapshot.ties.preparing[row]:
            return 1
        return 0 if self.selection.present[place] else 2

    def _find_verdict(self, judged: Judged, pair: tuple[int, int], prepares: bool) -> Verdict:
        """Return what two would be: by what is not in force yet, else that they are in contact."""
        if prepares and (code := int(judged.preparing[pair])) > _CONTACT:
            return VERDICTS[code]
        # One that meets people and one that has, courts or meets too: nothing is decided between them.
        return "in contact" if not int(judged.strength[pair]) > _CONTACT else "none"

    def _describe(
        self,
        block: Block,
        pair: tuple[int, int],
        rows: Sequence[list[int]],
        intentions: Sequence[Intention],
        verdict: Verdict,
    ) -> Courting:
        one, other = sorted(pair, key=lambda place: (*_rank(intentions[place]), place))
        level, meeting = self._find_meeting(rows[one], rows[other])
        places = self.snapshot.places
        likeness = self.convention.find_likeness(
            *(places.find_row(block.provinces[place].id) for place in (one, other))
        )
        rivalry = self._bound_rivalry(rows[one], rows[other])
        mine, its = intentions[one], intentions[other]
        first = (
            mine.standing == "registered"
            and not its.settled
            and not mine.settled
            and not (its.standing == "registered" and its.since == mine.since)
        )
        used = sorted({*rows[one], *rows[other]})
        return Courting(
            target=block.target,
            province=block.provinces[one],
            intention=mine,
            other=block.provinces[other],
            others=its,
            is_first=first,
            verdict=verdict,
            level=level,
            meeting=name_place(self.snapshot, meeting),
            rivalry=rivalry,
            urgency=self.convention.weights.measure(rivalry, likeness, level),
            likeness=likeness,
            ties=tuple(sorted(self.snapshot.ties.ids[row] for row in used)),
            unknown=self._list_doubts(used),
        )

    def _describe_alone(self, block: Block, rows: list[int], intention: Intention) -> Courting:
        return Courting(
            target=block.target,
            province=block.provinces[0],
            intention=intention,
            other=None,
            others=None,
            is_first=intention.standing == "registered",
            verdict="none",
            level=self.selection.scope.level,
            meeting=block.target,
            rivalry=None,
            urgency=None,
            likeness=(0.0, 1.0),
            ties=tuple(sorted(self.snapshot.ties.ids[row] for row in rows)),
            unknown=self._list_doubts(rows),
        )

    def _list_doubts(self, rows: Sequence[int]) -> tuple[Doubt, ...]:
        chosen = np.array([self.place_of[row] for row in rows], dtype=np.int64)
        return tuple(one for one in list_doubts(self.selection, chosen) if one.what == "sectors")

    def _find_meeting(self, one: Sequence[int], other: Sequence[int]) -> tuple[Level, int]:
        """Return the finest level at which two have, or court, one target, and the first such target."""
        for level in LEVELS:
            targets = self.snapshot.targets(level)
            shared = {int(targets[row]) for row in one} & {int(targets[row]) for row in other}
            if found := sorted(shared - {NOTHING}):
                return level, found[0]
        raise AssertionError("two at one target meet there")

    def _bound_rivalry(self, one: Sequence[int], other: Sequence[int]) -> Span:
        """Return the least and the most of R on a day on which all that the two court has come about.

        A contact need not come to anything; what rests on one act of both is joint.
        """
        acts, places = self.snapshot.ties.documents.codes, self.place_of
        shared = {int(acts[row]) for row in one} & {int(acts[row]) for row in other} - {NOTHING}
        scope = self.selection.scope.sector
        sectors = tuple(SECTORS) if scope is None else (scope,)
        codes = self.selection.sectors
        blurs_other = all(any(codes[places[row]] & OTHER_SECTOR for row in part) for part in (one, other))
        mine, its = (self._describe_presence(part, shared, blurs_other) for part in (one, other))
        bounds = bound_rivalry(mine, its, sectors)
        return bounds or (0.0, 0.0)

    def _describe_presence(self, rows: Sequence[int], shared: set[int], blurs_other: bool) -> Presence:
        """Return what ties amount to; "other" is a sector of its own unless both sides name it."""
        certain: list[Activity] = []
        possible: list[Activity] = []
        ties = self.snapshot.ties
        for row in rows:
            code = int(self.selection.sectors[self.place_of[row]])
            known: tuple[str | None, ...] = decode_sectors(code) or (None,)
            if blurs_other and code & OTHER_SECTOR:
                known = (*decode_sectors(code & ~OTHER_SECTOR), None)
            act = str(int(ties.documents.codes[row])) if int(ties.documents.codes[row]) in shared else None
            is_sure = self._tell(row) == 1 or self.selection.certain[self.place_of[row]]
            for sector in known:
                activity = Activity(sector, 0, 1, float(ties.intensity[row]), act)
                possible.append(activity)
                if is_sure and self._tell(row) != 2:
                    certain.append(activity)
        return Presence(certain, possible)


def _rank(intention: Intention) -> tuple[bool, int, int]:
    """Return what comes first of two: what is in force, the earlier registered intention, the rest."""
    day = intention.since.toordinal() if intention.since else 10**7
    return not intention.settled, -STANDINGS.index(intention.standing), day
