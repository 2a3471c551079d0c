"""What could be otherwise with ties, and which of it turns the verdict on two provinces, and to what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any, Literal, NamedTuple

import numpy as np

from graphmap.analysis.scope import Scope
from graphmap.analysis.worlds import STANDINGS, Asked, Ground, Value, Worlds
from graphmap.dates import FIRST_DAY, LAST_DAY
from graphmap.scales import VERDICTS
from graphmap.schema import Tie
from graphmap.schema.sectors import SECTORS
from graphmap.store.snapshot import NOTHING, Snapshot

Do = Literal["set", "remove source", "remove tie"]

FIELDS = ("until", "sectors", "since", "attested", "stage")
"""The fields of a tie that a document could tell otherwise, in the order in which they are told."""

STAGES = ("in_force", "ended", "negotiating", "suspended")

MOST_TOGETHER = 200
"""How many sets of two changes are tried at most where no single one turns a verdict."""

TOGETHER_TOLD = 3
"""How many sets of two changes are told."""

OF_A_SORT = 2
"""How many values of one field of one tie are tried together with others."""

AT_ONCE = 100
"""How many sets of two changes are tried before it is looked whether one is found."""


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
    """One change, or two that must come together, and the verdict (one of VERDICTS or STANDINGS) it gives."""

    edits: tuple[Edit, ...]
    verdict: str

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
    """An edit, and what it puts in the place of ties (by their rows; None: gone)."""

    edit: Edit
    puts: dict[int, Tie | None]


class Turning:
    """What might be otherwise with what two provinces have at a target."""

    def __init__(self, worlds: Worlds, ground: Ground) -> None:
        """List every single change."""
        self.worlds, self.ground = worlds, ground
        self.ties = [worlds.record(row) for row in ground.rows.tolist()]
        self.possible = [*self._list_possible()]
        self.scale: Sequence[str] = STANDINGS if ground.other == NOTHING else VERDICTS

    def list_single(self) -> Asked:
        """Return the world as it is, and then each with one change."""
        return Asked(self.ground, [{}, *(one.puts for one in self.possible)])

    def list_together(self) -> list[tuple[Possibility, Possibility]]:
        """Return sets of two changes of different ties, what takes least first and at most MOST_TOGETHER."""
        some = sorted(self._list_apart(), key=lambda one: one.edit.rank)
        # By the dearer of the two, then the other.
        pairs = ((some[n], some[m]) for m in range(len(some)) for n in range(m))
        apart = (pair for pair in pairs if not pair[0].puts.keys() & pair[1].puts.keys())
        return [*islice(apart, MOST_TOGETHER)]

    def _list_apart(self) -> Iterator[Possibility]:
        """Yield of all that might be a few of each sort, so that two of them can be tried together."""
        counted: Counter[object] = Counter()
        for one in self.possible:
            sort = (one.edit.do, one.edit.ties, one.edit.source, one.edit.field)
            counted[sort] += 1
            if counted[sort] <= OF_A_SORT and one.edit.field not in ("since", "stage"):
                yield one

    # ------------------------------------------------------------------------ what might be

    def _list_possible(self) -> Iterator[Possibility]:
        rows = self.ground.rows.tolist()
        for row, tie in zip(rows, self.ties, strict=True):
            identity = tie.identity
            for field, value in self._list_values(row, tie):
                changed = self.worlds.set(row, field, value)
                if changed is not None:
                    known = bool(getattr(tie, field)) and getattr(tie, field) != "unknown"
                    yield Possibility(Edit("set", (identity,), None, field, value, known), {row: changed})
            yield Possibility(Edit("remove tie", (identity,)), {row: None})
        for source in sorted({name for tie in self.ties for name in tie.sources or ()}):
            puts = {
                row: self.worlds.leave_out(row, source)
                for row, tie in zip(rows, self.ties, strict=True)
                if source in (tie.sources or ())
            }
            touched = tuple(self.worlds.record(row).identity for row in puts)
            yield Possibility(Edit("remove source", touched, source), puts)

    def _list_values(self, row: int, tie: Tie) -> Iterator[tuple[str, Value]]:
        """Yield what a document could tell of a tie: of values that judge alike, one."""
        others = (one for one in self.ties if one is not tie)
        named = {word for one in others for word in one.sectors or ()} - {"other"}
        free = [word for word in SECTORS if word not in named and word != "other"]
        for word in (*sorted(named), *free[:1]):
            if tie.sectors != (word,):
                yield "sectors", (word,)
        for field, days in self._list_days(row).items():
            known = getattr(tie, field) or ()
            for day in days:
                if field == "attested":
                    yield field, (*known, *({day} - {*known}))
                elif known != day:
                    yield field, day
        yield from (("stage", stage) for stage in STAGES if stage != tie.stage)

    def _list_days(self, row: int) -> dict[str, list[str]]:
        """Return the days that dates are set to: round the day asked about, or where others begin and end."""
        as_of = self.worlds.scope.as_of
        if as_of is not None:
            days = [day.isoformat() for day in (as_of, as_of + timedelta(days=1))]
            return dict.fromkeys(("until", "since", "attested"), days)
        ties, all_rows = self.worlds.snapshot.ties, self.ground.rows
        rows = all_rows[ties.province[all_rows] != ties.province[row]]

        def list_bounds(*names: str) -> list[str]:
            found = {day for name in names for day in getattr(ties, name)[rows].tolist()}
            return [day.isoformat() for day in sorted(found) if _is_day(day)]

        return {
            "until": list_bounds("since_earliest", "since_latest"),
            "since": list_bounds("until_earliest", "until_latest"),
            "attested": list_bounds("since_latest"),
        }


class Told(NamedTuple):
    """What two provinces are at a target, what turns that, and where no single change does, which two do."""

    verdict: str
    changes: tuple[Turn, ...]
    together: tuple[Turn, ...]


def find_turning(snapshot: Snapshot, scope: Scope, pairs: Iterable[tuple[int, int, int]]) -> list[Told]:
    """Return for each target and two provinces (rows of places) what they are, and what turns that.

    Where the second province is NOTHING, the first is alone there, and what would end that is told. All are
    of two provinces, or all of one.
    """
    worlds = Worlds(snapshot, scope)
    asked = [Turning(worlds, worlds.find_ground(*pair)) for pair in pairs]
    judged = worlds.judge([one.list_single() for one in asked])
    base = [int(codes[0]) for codes in judged]
    changes = [
        _keep_first(
            [
                Turn((one.possible[n].edit,), one.scale[codes[n + 1]])
                for n in np.flatnonzero(codes[1:] != codes[0]).tolist()
            ]
        )
        for one, codes in zip(asked, judged, strict=True)
    ]
    firm = [place for place, turns in enumerate(changes) if not turns]
    together = dict(zip(firm, _find_together([asked[place] for place in firm], base, firm), strict=True))
    return [
        Told(one.scale[now], turns, together.get(place, ()))
        for place, (one, now, turns) in enumerate(zip(asked, base, changes, strict=True))
    ]


def _find_together(
    firm: Sequence[Turning], base: Sequence[int], places: Sequence[int]
) -> list[tuple[Turn, ...]]:
    """Search two changes that turn verdicts which no single one turns."""
    sets = [one.list_together() for one in firm]
    found: list[tuple[Turn, ...]] = [() for _ in firm]
    # What takes least is tried first, and nothing that takes more where that is enough.
    for first in range(0, MOST_TOGETHER, AT_ONCE):
        tried = [some[first : first + AT_ONCE] if not found[n] else [] for n, some in enumerate(sets)]
        worlds = [
            Asked(one.ground, [{**a.puts, **b.puts} for a, b in some])
            for one, some in zip(firm, tried, strict=True)
        ]
        if not any(one.worlds for one in worlds):
            break
        for n, codes in enumerate(firm[0].worlds.judge(worlds)):
            turned = np.flatnonzero(codes != base[places[n]]).tolist()[:TOGETHER_TOLD]
            some = tried[n]
            if turned:
                found[n] = tuple(
                    Turn((some[k][0].edit, some[k][1].edit), firm[n].scale[codes[k]]) for k in turned
                )
    return found


def rank_verdict(verdict: str) -> int:
    """Return the place of a verdict on its scale, the weakest first."""
    return (STANDINGS if verdict in STANDINGS else VERDICTS).index(verdict)


def _is_day(day: date) -> bool:
    return FIRST_DAY + timedelta(days=400) < day < LAST_DAY - timedelta(days=400)


def _keep_first(turns: list[Turn]) -> tuple[Turn, ...]:
    """Keep the first of changes to one field of a tie that give one verdict; what takes least first."""
    kept: dict[object, Turn] = {}
    for turn in turns:
        edit = turn.edits[0]
        kept.setdefault((edit.do, edit.ties, edit.source, edit.field, turn.verdict), turn)
    return tuple(
        sorted(kept.values(), key=lambda turn: (turn.rank, rank_verdict(turn.verdict), turn.edits[0].ties))
    )
