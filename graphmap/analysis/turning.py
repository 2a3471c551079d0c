"""What could be otherwise with ties, and which of it turns the verdict on two provinces, and to what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import nsmallest
from itertools import combinations
from typing import Any, Literal, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from graphmap.analysis.scope import Scope
from graphmap.analysis.worlds import Changed, Worlds
from graphmap.dates import FIRST_DAY, LAST_DAY
from graphmap.errors import DateError
from graphmap.scales import VERDICTS, Verdict
from graphmap.schema import Tie
from graphmap.schema.sectors import SECTORS
from graphmap.store.snapshot import Snapshot

Do = Literal["set", "remove source", "remove tie"]

FIELDS = ("until", "sectors", "since", "attested", "stage")
"""The fields of a tie that a document could tell otherwise, in the order in which they are told."""

STAGES = ("ended", "negotiating", "suspended", "in_force")

MOST_TOGETHER = 200
"""How many sets of two changes are tried at most where no single one turns a verdict."""

TOGETHER_TOLD = 3
"""How many sets of two changes are told."""

OF_A_SORT = 2
"""How many values of one field of one tie are tried together with others."""

AT_ONCE = 100
"""How many sets of two changes are tried before it is looked whether one is found."""

MANY_TIES = 120
"""From how many ties to a target on each pair is looked at by itself: what might be grows with the square."""

Value: TypeAlias = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that might be otherwise: a tie or a source gone, or a field of a tie set to a value.

    `known` says of a field whether the data say anything of it now; `ties` are those that it touches.
    """

    do: Do
    ties: tuple[str, ...]
    source: str | None = None
    field: str | None = None
    value: Value | None = None
    known: bool = True

    @property
    def tie(self) -> str | None:
        """Return the tie that is gone or set; None where a source is gone."""
        return None if self.do == "remove source" else self.ties[0]

    @property
    def rank(self) -> tuple[int, int]:
        """Return how much it takes, the least first: to learn, to doubt a source or a tie, to contradict."""
        place = FIELDS.index(self.field) if self.field in FIELDS else 0
        cost = ("remove source", "remove tie").index(self.do) + 1 if self.do != "set" else 3 * self.known
        return cost, place

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        value = list(self.value) if isinstance(self.value, tuple) else self.value
        return {"do": self.do, "tie": self.tie, "source": self.source, "field": self.field, "value": value}


class Turn(NamedTuple):
    """One change, or two that must come together, and the verdict that it gives."""

    edits: tuple[Edit, ...]
    verdict: Verdict

    @property
    def rank(self) -> tuple[tuple[int, int], ...]:
        """Return how much it takes."""
        return tuple(sorted((edit.rank for edit in self.edits), reverse=True))

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it: the change with its verdict, or the two with theirs."""
        if len(self.edits) == 1:
            return {**self.edits[0].as_json(), "verdict": self.verdict}
        return {"together": [edit.as_json() for edit in self.edits], "verdict": self.verdict}


class Possibility(NamedTuple):
    """An edit, and what it puts in the place of ties (by their place; None: gone)."""

    edit: Edit
    puts: dict[int, Tie | None]


class Turning:
    """What might be otherwise at a target, tried once for all provinces or for some."""

    def __init__(
        self, snapshot: Snapshot, scope: Scope, target: int, provinces: Sequence[int] | None = None
    ) -> None:
        """Try every single change."""
        self.scope = scope
        self.worlds = Worlds(snapshot, scope, target, provinces)
        self.possible = [*self._list_possible()]
        self.base, self.judged = self._judge([(one,) for one in self.possible])

    def turn(self, one: int, other: int) -> tuple[Verdict, tuple[Turn, ...], tuple[Turn, ...]]:
        """Return what two provinces (rows of places) are, what turns that, and which two changes do."""
        here = tuple(self.worlds.provinces.index(province) for province in (one, other))
        now = VERDICTS[self.base[here]]
        codes = self.judged[:, here[0], here[1]]
        found = [
            Turn((self.possible[n].edit,), VERDICTS[codes[n]])
            for n in np.flatnonzero(codes != self.base[here]).tolist()
        ]
        turns = _keep_first(found)
        if turns:
            return now, turns, ()
        worlds = self.worlds
        alone = (
            self
            if len(worlds.provinces) == 2
            else Turning(worlds.snapshot, self.scope, worlds.target, (one, other))
        )
        return now, turns, alone._turn_together(one, other)

    def _turn_together(self, one: int, other: int) -> tuple[Turn, ...]:
        """Search two changes of different ties that turn a verdict which no single one turns."""
        place = self.worlds.provinces.index
        here = place(one), place(other)
        some = sorted(self._list_apart(), key=lambda one: one.edit.rank)
        pairs = [
            (max(n, m), min(n, m))
            for n, m in combinations(range(len(some)), 2)
            if not some[n].puts.keys() & some[m].puts.keys()
        ]
        # What takes least is tried first, and nothing that takes more where that is enough.
        sets = [(some[m], some[n]) for n, m in nsmallest(MOST_TOGETHER, pairs)]
        for first in range(0, len(sets), AT_ONCE):
            tried = sets[first : first + AT_ONCE]
            base, judged = self._judge(tried)
            codes = judged[:, here[0], here[1]]
            found = [
                Turn((tried[n][0].edit, tried[n][1].edit), VERDICTS[codes[n]])
                for n in np.flatnonzero(codes != base[here]).tolist()
            ]
            if found:
                return tuple(found[:TOGETHER_TOLD])
        return ()

    def _list_apart(self) -> Iterator[Possibility]:
        """Yield of all that might be a few of each sort, so that two of them can be tried together."""
        counted: Counter[object] = Counter()
        for one in self.possible:
            sort = (one.edit.do, one.edit.ties, one.edit.source, one.edit.field)
            counted[sort] += 1
            if counted[sort] <= OF_A_SORT and one.edit.field not in ("since", "stage"):
                yield one

    def _judge(
        self, sets: Sequence[tuple[Possibility, ...]]
    ) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.int8]]:
        """Return what provinces are as things stand, and with each set of changes."""
        variants: list[Tie] = []
        number: dict[int, int] = {}
        worlds: list[Changed] = [{}]
        for some in sets:
            world: dict[int, int | None] = {}
            for place, tie in (put for one in some for put in one.puts.items()):
                if tie is not None and id(tie) not in number:
                    number[id(tie)] = len(variants)
                    variants.append(tie)
                world[place] = None if tie is None else number[id(tie)]
            worlds.append(world)
        judged = self.worlds.judge(variants, worlds)
        return judged[0], judged[1:]

    # ------------------------------------------------------------------------ what might be

    def _list_possible(self) -> Iterator[Possibility]:
        ties = self.worlds.ties
        for place, tie in enumerate(ties):
            identity = tie.identity
            for field, value in self._list_values(place, tie):
                changed = _set(tie, field, value)
                if changed is not None:
                    known = bool(getattr(tie, field)) and getattr(tie, field) != "unknown"
                    yield Possibility(Edit("set", (identity,), None, field, value, known), {place: changed})
            yield Possibility(Edit("remove tie", (identity,)), {place: None})
        for source in sorted({name for tie in ties for name in tie.sources or ()}):
            puts = {
                place: _leave_out(tie, source)
                for place, tie in enumerate(ties)
                if source in (tie.sources or ())
            }
            touched = tuple(ties[place].identity for place in puts)
            yield Possibility(Edit("remove source", touched, source), puts)

    def _list_values(self, place: int, tie: Tie) -> Iterator[tuple[str, Value]]:
        """Yield what a document could tell of a tie: of values that judge alike, one."""
        others = [one for n, one in enumerate(self.worlds.ties) if n != place]
        named = {word for one in others for word in one.sectors or ()} - {"other"}
        free = [word for word in SECTORS if word not in named and word != "other"]
        for word in (*sorted(named), *free[:1]):
            if tie.sectors != (word,):
                yield "sectors", (word,)
        for field, days in self._list_days(place).items():
            known = getattr(tie, field) or ()
            for day in days:
                if field == "attested":
                    yield field, (*known, *({day} - {*known}))
                elif known != day:
                    yield field, day
        yield from (("stage", stage) for stage in STAGES if stage != tie.stage)

    def _list_days(self, place: int) -> dict[str, list[str]]:
        """Return the days that dates are set to: round the day asked about, or where others begin and end."""
        if self.scope.as_of is not None:
            days = [day.isoformat() for day in (self.scope.as_of, self.scope.as_of + timedelta(days=1))]
            return dict.fromkeys(("until", "since", "attested"), days)
        ties = self.worlds.snapshot.ties
        own = ties.province[self.worlds.rows[place]]
        rows = [row for row in self.worlds.rows if ties.province[row] != own]

        def list_bounds(*names: str) -> list[str]:
            found = {day for name in names for day in getattr(ties, name)[rows].tolist()}
            return [day.isoformat() for day in sorted(found) if _is_day(day)]

        return {
            "until": list_bounds("since_earliest", "since_latest"),
            "since": list_bounds("until_earliest", "until_latest"),
            "attested": list_bounds("since_latest"),
        }


def find_turning(
    snapshot: Snapshot, scope: Scope, target: int, pairs: Iterable[tuple[int, int]]
) -> Iterator[tuple[Verdict, tuple[Turn, ...], tuple[Turn, ...]]]:
    """Yield for each two provinces at a target what they are, and what turns that; rows of places.

    Where many ties lead there, or dates may lie anywhere, each two are looked at by themselves.
    """
    there = int(np.count_nonzero(snapshot.targets(scope.level) == target))
    asked = [*pairs]
    alone = scope.as_of is None or there > MANY_TIES or len(asked) == 1
    all_of_them = None if alone else Turning(snapshot, scope, target)
    for one, other in asked:
        turning = all_of_them or Turning(snapshot, scope, target, (one, other))
        yield turning.turn(one, other)


def _set(tie: Tie, field: str, value: Value) -> Tie | None:
    """Return a tie with a field set; None where its dates would contradict each other."""
    changed = Tie.holding({**tie.given(), field: value})
    try:
        changed.derive()
    except DateError:
        return None
    return changed


def _leave_out(tie: Tie, source: str) -> Tie | None:
    """Return a tie without a source; None where it has no other."""
    left = tuple(name for name in tie.sources or () if name != source)
    return Tie.holding({**tie.given(), "sources": left}) if left else None


def _is_day(day: date) -> bool:
    return FIRST_DAY + timedelta(days=400) < day < LAST_DAY - timedelta(days=400)


def _keep_first(turns: list[Turn]) -> tuple[Turn, ...]:
    """Keep the first of changes to one field of a tie that give one verdict; what takes least first."""
    kept: dict[object, Turn] = {}
    for turn in turns:
        edit = turn.edits[0]
        kept.setdefault((edit.do, edit.ties, edit.source, edit.field, turn.verdict), turn)
    return tuple(
        sorted(kept.values(), key=lambda turn: (turn.rank, VERDICTS.index(turn.verdict), turn.edits[0].ties))
    )
