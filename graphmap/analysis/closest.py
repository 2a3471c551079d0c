"""Which pairs of provinces come first: by the rarity of what they share, in all or for each province."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from graphmap.analysis.sharing import Pairs, SharingTable


def keep_closest(parts: Iterable[Pairs], limit: int | None) -> tuple[Pairs, int]:
    """Return those of some pairs that may be among the first `limit`, and how many there were in all.

    Parts are taken one after another, so that no more is held than one of them and what is kept: the first
    `limit`, and all that are ranked as the last of these.
    """
    kept, total, floor = Pairs.join(()), 0, -np.inf
    for part in parts:
        total += len(part)
        kept = Pairs.join((kept, part.take(part.rank >= floor)))
        if limit is not None and 0 < limit < len(kept):
            rank = kept.rank
            floor = np.partition(rank, len(kept) - limit)[len(kept) - limit]
            kept = kept.take(rank >= floor)
    return kept, total


def keep_closest_of_each(table: SharingTable, least: int, top: int) -> Pairs:
    """Return the first `top` pairs of each row, each pair once, though it may be among the first of both."""
    pairs = Pairs.join(table.each_closest(least, top))
    _, first = np.unique(pairs.one.astype(np.int64) * len(table.provinces) + pairs.other, return_index=True)
    return pairs.take(first)
