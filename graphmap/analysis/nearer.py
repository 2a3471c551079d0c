"""What two provinces are to each other at nearer targets, gathered by the farther ones that these lie in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from graphmap.analysis.blocks import Block
from graphmap.analysis.judging import Codes, Judged
from graphmap.scales import Level
from graphmap.store.snapshot import NOTHING, Indices, Snapshot

Rows = npt.NDArray[np.signedinteger[Any]]
"""Rows of provinces, or places among some of them."""


class Nearer(NamedTuple):
    """Pairs of provinces that meet somewhere, each both ways round, and what they are there, in force."""

    one: Rows
    other: Rows
    strength: Codes

    def lay(self, provinces: Rows) -> tuple[Rows, Rows]:
        """Return the places of each pair among some provinces, which hold all of them."""
        order = np.argsort(provinces)
        one, other = (order[np.searchsorted(provinces, part, sorter=order)] for part in self[:2])
        return one, other


NO_PAIRS = Nearer(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.int8))


class Meetings:
    """Who met at which targets, until a farther target asks for it."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Begin with none."""
        self._snapshot = snapshot
        self._met: defaultdict[Level, list[tuple[int, Nearer]]] = defaultdict(list)

    def add(self, level: Level, block: Block, judged: Judged) -> None:
        """Keep what the provinces at a target are to each other."""
        one, other = np.nonzero(judged.meet)
        pairs = Nearer(block.rows[one], block.rows[other], judged.strength[one, other])
        self._met[level].append((self._snapshot.row(block.target.id), pairs))

    def gather(self, level: Level) -> Mapping[str, Nearer]:
        """Return the pairs kept so far that lie in each target of a level, by its id."""
        parts: defaultdict[int, list[Nearer]] = defaultdict(list)
        for nearer, met in self._met.items():
            above = self._find_above(nearer, level)
            for target, pairs in met:
                parts[int(above[target])].append(pairs)
        ids = self._snapshot.places.ids
        return {
            ids[row]: Nearer(*map(np.concatenate, zip(*some, strict=True)))
            for row, some in parts.items()
            if row != NOTHING
        }

    def _find_above(self, nearer: Level, level: Level) -> Indices:
        """Return for each place the target of a level that ties to it as one of a nearer level lead to."""
        above = np.full(len(self._snapshot.places), NOTHING, np.int32)
        targets = self._snapshot.targets(nearer)
        leads = targets != NOTHING
        above[targets[leads]] = self._snapshot.targets(level)[leads]
        return above
