"""Ties as they might be, many worlds laid side by side as one snapshot: all are judged by the one rule.

A world is the ties to one target with some changed or gone. Each gets a target, and acts, of its own; then
what counts and how pairs stand is found for all of them in one go, as it is for the graph that is stored.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from graphmap.analysis.dividing import divide_by_target
from graphmap.analysis.judging import Codes
from graphmap.analysis.scope import Scope, Selection, select_ties
from graphmap.schema import Contents, Tie
from graphmap.store.columns import Words, freeze
from graphmap.store.snapshot import NOTHING, Indices, Snapshot, Ties
from graphmap.store.snapshot_build import build_ties
from graphmap.store.snapshot_read import frames_of
from graphmap.store.trial import make_tie_of

ROWS_AT_ONCE = 100_000
"""How many ties are laid out at once."""

MARK = "\x1e"
"""Between the id of a tie and the number of a change of it; no id holds it."""

Changed = Mapping[int, int | None]
"""What differs in a world: a row of the ties, and the number of the variant in its place (None: gone)."""


class Worlds:
    """The ties that bear on some provinces at a target, and what else they might be.

    `rows` are the ties of the snapshot that do: those there of the provinces (None: of all), and those that
    rest on the same acts, wherever; `ties` are their records. What they might be is given as whole records.
    """

    def __init__(
        self, snapshot: Snapshot, scope: Scope, target: int, provinces: Sequence[int] | None = None
    ) -> None:
        """Find what bears on it."""
        self.snapshot, self.scope, self.target = snapshot, replace(scope, country=None), target
        ties = snapshot.ties
        chosen = (snapshot.targets(scope.level) == target) & (ties.province != NOTHING)
        if provinces is not None:
            chosen &= np.isin(ties.province, provinces)
        acts = ties.documents.codes
        told = np.unique(acts[chosen])
        chosen |= np.isin(acts, told[told != NOTHING])
        self.rows = np.flatnonzero(chosen).tolist()
        self.ties = [make_tie_of(snapshot, row) for row in self.rows]
        wanted = snapshot.ties.province[self.rows] if provinces is None else np.array(provinces, np.int32)
        self.provinces: list[int] = np.unique(wanted[wanted != NOTHING]).tolist()

    def judge(self, variants: Sequence[Tie], worlds: Sequence[Changed]) -> npt.NDArray[np.int8]:
        """Return what each two provinces are in each world: a place on VERDICTS by world and the two.

        A province is known by its place in `provinces`; a tie by its place in `ties`.
        """
        known, places = self._join(variants)
        every = list(range(len(self.rows)))
        found = np.zeros((len(worlds), len(self.provinces), len(self.provinces)), np.int8)
        step = max(1, ROWS_AT_ONCE // max(1, len(every)))
        for first in range(0, len(worlds), step):
            part = worlds[first : first + step]
            rows = [
                [places[-1 - put] for row in every if (put := changed.get(row, -1 - row)) is not None]
                for changed in part
            ]
            for number, here, codes in self._judge_laid(known, rows):
                found[np.ix_([first + number], here, here)] = codes
        return found

    def _join(self, variants: Sequence[Tie]) -> tuple[Ties, list[int]]:
        """Return the ties with the variants, and where each stands: tie n at n, variant n at -1 - n."""
        base = self.snapshot.ties.take(np.array(self.rows, np.int32))
        if not variants:
            return base, list(range(len(base)))
        named = {f"{tie.id}{MARK}{number}": tie for number, tie in enumerate(variants)}
        records = {name: Tie.holding({**tie.given(), "id": name}) for name, tie in named.items()}
        places = self.snapshot.places
        frame = frames_of(Contents({}, records), ["ties"])["ties"]
        made = build_ties(frame, {one: row for row, one in enumerate(places.ids)}, places)
        both = base.insert(made)
        row = {identity: place for place, identity in enumerate(both.ids)}
        return both, [*(row[one.id or ""] for one in self.ties), *reversed([row[name] for name in named])]

    def _judge_laid(
        self, known: Ties, worlds: Sequence[Sequence[int]]
    ) -> Iterator[tuple[int, list[int], Codes]]:
        """Yield the number of each world where anything counts, who is there, and what they are."""
        laid, first = self._lay(known, worlds)
        selection = select_ties(laid, self.scope, beside=True)
        alike = self._find_alike(selection, first, [len(world) for world in worlds])
        chosen = np.isin(selection.target - first, [some[0] for some in alike.values()])
        columns = ("ties", "target", "province", "certainty", "sectors", "silent", "present")
        some_of: dict[str, Any] = {name: getattr(selection, name)[chosen] for name in columns}
        blocks = divide_by_target(replace(selection, **some_of))
        place = {self.snapshot.places.ids[row]: place for place, row in enumerate(self.provinces)}
        for numbers, block in zip(alike.values(), blocks, strict=True):
            here = [place.get(one.id, NOTHING) for one in block.provinces]
            kept = [n for n, one in enumerate(here) if one != NOTHING]
            if len(kept) < 2:
                continue
            strength = block.judge_pairs().strength[np.ix_(kept, kept)]
            for number in numbers:
                yield number, [here[n] for n in kept], strength

    def _find_alike(
        self, selection: Selection, first: int, sizes: Sequence[int]
    ) -> dict[tuple[bytes, bytes], list[int]]:
        """Return the worlds where anything counts, those together of which all that judges is alike."""
        ties, rows = selection.snapshot.ties, selection.ties
        columns: list[npt.NDArray[Any]] = [
            selection.province,
            selection.sectors,
            selection.certainty,
            selection.present,
            ties.preparing[rows],
            ties.nature.codes[rows],
            self._acts[rows],
        ]
        if self.scope.as_of is None:
            names = ("since_earliest", "until_latest", "certain_from", "certain_until")
            columns += [getattr(ties, name).numbers[rows] for name in names]
        judging = np.column_stack([column.astype(np.int64) for column in columns])
        parties = np.column_stack([self._acts, ties.province, ties.nature.codes]).astype(np.int64)
        world = np.repeat(np.arange(len(sizes)), sizes)
        with_act = np.flatnonzero(self._acts != NOTHING)
        ends = np.searchsorted(world[with_act], np.arange(len(sizes) + 1))
        numbers, starts = np.unique(selection.target - first, return_index=True)
        alike: dict[tuple[bytes, bytes], list[int]] = {}
        edges = [*starts.tolist(), len(rows)]
        for place, number in enumerate(numbers.tolist()):
            acts = parties[with_act[ends[number] : ends[number + 1]]].tobytes()
            alike.setdefault((judging[edges[place] : edges[place + 1]].tobytes(), acts), []).append(number)
        return alike

    def _lay(self, known: Ties, worlds: Sequence[Sequence[int]]) -> tuple[Snapshot, int]:
        """Lay worlds side by side; return the snapshot, and the row of the target of the first of them."""
        ties = known.take(np.array([row for world in worlds for row in world], np.int32))
        number = np.repeat(np.arange(len(worlds)), [len(world) for world in worlds]).astype(np.int32)
        used = np.unique([*ties.target.tolist(), *ties.province.tolist(), self.target])
        used = used[used != NOTHING]
        copies = np.full(len(worlds), self.target)
        places = self.snapshot.places.take(np.concatenate([used, copies]).astype(np.int32))
        places = replace(places, parent=freeze(np.full(len(places), NOTHING, np.int32)))

        def move(rows: Indices) -> Indices:
            return np.where(rows == NOTHING, NOTHING, np.searchsorted(used, rows)).astype(np.int32)

        level = self.scope.level
        there = getattr(ties, level) == self.target
        starts, start = np.unique(ties.start, return_inverse=True)
        columns: dict[str, Indices] = {
            "target": move(ties.target),
            "province": move(ties.province),
            level: np.where(there, len(used) + number, NOTHING).astype(np.int32),
            # Events tell that ties between the same ends were alive: those of another world tell nothing.
            "start": (number * len(starts) + start).astype(np.int32),
        }
        frozen: dict[str, Any] = {name: freeze(column) for name, column in columns.items()}
        acts = ties.documents.codes.astype(np.int64)
        ties = replace(ties, **frozen, documents=_part_acts(ties.documents, number))
        self._acts = acts
        return replace(self.snapshot, ties=ties, places=places), len(used)


def _part_acts(documents: Words[str | None], world: Indices) -> Words[str | None]:
    """Return documents of which each world has its own."""
    some = documents.codes != NOTHING
    width = max(1, len(documents.words))
    own, codes = np.unique(world[some].astype(np.int64) * width + documents.codes[some], return_inverse=True)
    words = [f"{documents.words[one % width]}{MARK}{one // width}" for one in own.tolist()]
    parted = np.full(len(documents), NOTHING, np.int64)
    parted[some] = codes
    return Words[str | None].of_codes(parted, words)
