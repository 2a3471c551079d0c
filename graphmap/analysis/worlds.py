"""Ties as they might be, many worlds laid side by side as one snapshot: all are judged by the one rule.

A world is the few ties that bear on two provinces at a target, with some changed or gone. Each gets a target,
starts and acts of its own; then what counts and how the two stand is found for all worlds in one go, as it
is for the graph that is stored.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from graphmap.analysis.dividing import list_judged
from graphmap.analysis.judging import Codes, judge_twos
from graphmap.analysis.scope import Scope, Selection, select_ties
from graphmap.errors import DateError
from graphmap.schema import Contents, Tie
from graphmap.store.columns import Coded, Texts, Words, freeze
from graphmap.store.ended import settle_ends
from graphmap.store.snapshot import NOTHING, Indices, Snapshot, Ties
from graphmap.store.snapshot_build import build_ties
from graphmap.store.snapshot_read import frames_of
from graphmap.store.trial import make_tie_of

ROWS_AT_ONCE = 100_000
"""How many ties are laid out at once."""

TOLD = ("ids", "since", "until", "attested", "sources", "urls", "notes", "through", "stages")
"""What a tie tells and nothing is judged by: it is not laid out."""

Changed = Mapping[int, Tie | None]
"""What differs in a world: rows of the ties, and what stands in place of each (None: gone)."""

Value: TypeAlias = str | tuple[str, ...]
"""What a field of a tie is set to."""

Array = npt.NDArray[Any]


STANDINGS = ("nobody", "several", "another alone", "alone")
"""How a province that was alone at a target may stand there; the last is what it is now."""


@dataclass(frozen=True, eq=False)
class Ground:
    """What two provinces have at a target: the rows of their ties there, and of all of the same acts.

    Where `other` is NOTHING, it is asked whether the one is alone there, and the rows are those of all.
    """

    target: int
    one: int
    other: int
    rows: Indices


class Asked(NamedTuple):
    """Worlds of one ground."""

    ground: Ground
    worlds: Sequence[Changed]


class Worlds:
    """Finds what bears on two provinces at a target, and judges what they would be if it were otherwise."""

    def __init__(self, snapshot: Snapshot, scope: Scope) -> None:
        """Look at a snapshot in a scope."""
        self.snapshot, self.scope = snapshot, replace(scope, country=None)
        self._records: dict[int, Tie] = {}
        self._variants: dict[tuple[int, str, Value], Tie | None] = {}
        self._there: dict[int, Indices] = {}
        self._rest_on: dict[int, Indices] = {}

    def find_ground(self, target: int, one: int, other: int) -> Ground:
        """Find what bears on two provinces at a target, or (`other` NOTHING) on one alone; rows of places."""
        ties, level = self.snapshot.ties, self.snapshot.targets(self.scope.level)
        if target not in self._there:
            self._there[target] = np.flatnonzero(level == target).astype(np.int32)
        there = self._there[target]
        own = there if other == NOTHING else there[np.isin(ties.province[there], (one, other))]
        acts = np.unique(ties.documents.codes[own]).tolist()
        parts = [self._list_resting(act) for act in acts if act != NOTHING]
        return Ground(target, one, other, np.unique(np.concatenate([own, *parts])))

    def _list_resting(self, act: int) -> Indices:
        """Return the rows of the ties that rest on an act, wherever they lead."""
        if act not in self._rest_on:
            codes = self.snapshot.ties.documents.codes
            self._rest_on[act] = np.flatnonzero(codes == act).astype(np.int32)
        return self._rest_on[act]

    def record(self, row: int) -> Tie:
        """Return the record of a tie by its row."""
        if row not in self._records:
            self._records[row] = make_tie_of(self.snapshot, row)
        return self._records[row]

    def set(self, row: int, field: str, value: Value) -> Tie | None:
        """Return a tie with a field set; None where its dates would contradict each other."""
        key = (row, field, value)
        if key not in self._variants:
            changed = Tie.holding({**self.record(row).given(), field: value})
            try:
                changed.derive()
            except DateError:
                self._variants[key] = None
            else:
                self._variants[key] = changed
        return self._variants[key]

    def leave_out(self, row: int, source: str) -> Tie | None:
        """Return a tie without a source; None where it has no other."""
        key = (row, "", source)
        if key not in self._variants:
            tie = self.record(row)
            left = tuple(name for name in tie.sources or () if name != source)
            self._variants[key] = Tie.holding({**tie.given(), "sources": left}) if left else None
        return self._variants[key]

    def judge(self, asked: Sequence[Asked]) -> list[Codes]:
        """Return what the two are in each world of each ground, as places on VERDICTS (or on STANDINGS).

        All grounds are of two provinces, or all of one alone.
        """
        found = [np.zeros(len(one.worlds), np.int8) for one in asked]
        for batch in _part(asked):
            codes = self._judge_batch([one for _, _, one in batch])
            for place, first, one in batch:
                count = len(one.worlds)
                found[place][first : first + count], codes = codes[:count], codes[count:]
        return found

    def _judge_batch(self, asked: Sequence[Asked]) -> Codes:
        laid, world = self._lay(asked)
        one, other = (
            np.repeat([getattr(a.ground, name) for a in asked], [len(a.worlds) for a in asked])
            for name in ("one", "other")
        )
        selection = select_ties(laid, self.scope, beside=True)
        if asked[0].ground.other == NOTHING:
            return _judge_alone(selection, one)
        columns = list_judged(selection)
        columns["act"] = _number_shared(laid.ties, world, selection, one, other)
        number = selection.target
        first = selection.province == one[number]
        kept = np.flatnonzero(first | (selection.province == other[number]))
        kept = kept[np.lexsort((~first[kept], number[kept]))]
        ends = np.searchsorted(number[kept], np.arange(len(one) + 1))
        mine = np.bincount(number[kept][first[kept]], minlength=len(one))
        judged = {name: column[kept] for name, column in columns.items()}
        return judge_twos(judged, ends[:-1], ends[:-1] + mine, ends[1:], self.scope.as_of is not None)

    def _lay(self, asked: Sequence[Asked]) -> tuple[Snapshot, Array]:
        """Lay worlds side by side; return the snapshot, and for each of its ties the number of its world."""
        used = np.unique(np.concatenate([one.ground.rows for one in asked]))
        puts = (tie for one in asked for world in one.worlds for tie in world.values() if tie is not None)
        variants = {id(tie): tie for tie in puts}
        number = {key: len(used) + place for place, key in enumerate(variants)}
        rows: list[Array] = []
        sizes: list[Array] = []
        for ground, worlds in asked:
            places = np.tile(np.searchsorted(used, ground.rows), (len(worlds), 1))
            column = {row: place for place, row in enumerate(ground.rows.tolist())}
            for line, world in enumerate(worlds):
                for row, tie in world.items():
                    places[line, column[row]] = NOTHING if tie is None else number[id(tie)]
            there = places != NOTHING
            rows.append(places[there])
            sizes.append(there.sum(axis=1))
        size = np.concatenate(sizes)
        world_of = np.repeat(np.arange(len(size)), size)
        ties = self._join(used, [*variants.values()]).take(np.concatenate(rows))
        there = np.concatenate(
            [np.repeat(one.ground.target, count.sum()) for one, count in zip(asked, sizes, strict=True)]
        )
        level = self.scope.level
        columns: dict[str, Array] = {
            level: np.where(getattr(ties, level) == there, world_of, NOTHING).astype(np.int32),
            # Events tell that ties between the same ends were alive: those of another world tell nothing.
            "start": _part_by(world_of, ties.start),
        }
        acts = Words[str | None](_part_by(world_of, ties.documents.codes), Texts.of([]))
        frozen: dict[str, Any] = {name: freeze(column) for name, column in columns.items()}
        return replace(self.snapshot, ties=replace(ties, **frozen, documents=acts)), world_of

    def _join(self, rows: Indices, variants: Sequence[Tie]) -> Ties:
        """Return ties by their rows and after them the variants, without what nothing is judged by."""
        base = self.snapshot.ties.take(rows)
        if variants:
            base = replace(base, ids=Texts.of([f"a{place:09}" for place in range(len(base))]))
            records = {
                name: Tie.holding({**tie.given(), "id": name})
                for name, tie in ((f"b{place:09}", tie) for place, tie in enumerate(variants))
            }
            places = self.snapshot.places
            frame = frames_of(Contents({}, records), ["ties"])["ties"]
            made = build_ties(frame, {one: row for row, one in enumerate(places.ids)}, places)
            base = base.insert(settle_ends(made, self.snapshot.sources))
        blank: dict[str, Any] = {"ids": Texts("", np.zeros(len(base), np.int32))}
        for name in TOLD[1:]:
            column: Coded = getattr(base, name)
            blank[name] = type(column)(np.full(len(base), NOTHING, np.int8), Texts.of([]))
        return replace(base, **blank)


def _part(asked: Sequence[Asked]) -> Iterator[list[tuple[int, int, Asked]]]:
    """Yield worlds in parts that can be laid at once: place among what was asked, the first world, those."""
    batch: list[tuple[int, int, Asked]] = []
    left = ROWS_AT_ONCE
    for place, (ground, worlds) in enumerate(asked):
        first = 0
        while first < len(worlds):
            most = max(1, left // max(1, len(ground.rows)))
            some = worlds[first : first + most]
            batch.append((place, first, Asked(ground, some)))
            first += len(some)
            left -= len(some) * len(ground.rows)
            if left <= len(ground.rows):
                yield batch
                batch, left = [], ROWS_AT_ONCE
    if batch:
        yield batch


def _part_by(world: Array, codes: Array) -> Indices:
    """Return codes of which each world has its own, -1 as it is."""
    parted = np.full(len(codes), NOTHING, np.int32)
    some = codes != NOTHING
    if some.any():
        keys = world[some].astype(np.int64) * (int(codes.max()) + 1) + codes[some]
        parted[some] = np.unique(keys, return_inverse=True)[1]
    return parted


def _number_shared(ties: Ties, world: Array, selection: Selection, one: Array, other: Array) -> Indices:
    """Return of each tie selected the act it rests on if both of its world have a part in that, else -1."""
    acts = ties.documents.codes
    rests = np.flatnonzero((acts != NOTHING) & ~ties.nature.is_in(["event"]))
    count = int(acts.max(initial=NOTHING)) + 1
    parts = [np.zeros(count + 1, np.bool_) for _ in range(2)]
    for part, province in zip(parts, (one, other), strict=True):
        part[acts[rests[ties.province[rests] == province[world[rests]]]]] = True
    shared = parts[0] & parts[1]
    chosen = acts[selection.ties]
    return np.where(shared[chosen], chosen, NOTHING).astype(np.int32)


def _judge_alone(selection: Selection, own: Array) -> Codes:
    """Return for each world how the province stands that was alone there, as a place on STANDINGS."""
    world, province = selection.target[selection.present], selection.province[selection.present]
    world, province = (
        np.unique(np.column_stack([world, province]), axis=0).T if len(world) else (world, province)
    )
    count = np.bincount(world, minlength=len(own))
    found = np.minimum(count, 1).astype(np.int8) * np.int8(STANDINGS.index("another alone"))
    found[world[province == own[world]]] = STANDINGS.index("alone")
    found[count > 1] = STANDINGS.index("several")
    return found
