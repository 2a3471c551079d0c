"""Until when ties may have counted whose stage alone says that they are over: by what their sources tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import numpy.typing as npt

from graphmap.dates import LAST_DAY
from graphmap.schema.rules.settling import find_end_told
from graphmap.store.columns import NOTHING, Days
from graphmap.store.tables import Sources, Ties


def _list_ends_told(ties: Ties, sources: Sources) -> npt.NDArray[np.datetime64]:
    """Return the first day on which each tie is surely over because its stage alone says so.

    By the days of its sources; a far mark where no stage says so alone.
    """
    found = np.full(len(ties), LAST_DAY, "datetime64[D]")
    rows = np.flatnonzero(ties.said_ended)
    told: dict[int, list[date]] = {}  # many ties rest on the same sources
    ends: list[date] = []
    columns = (ties.sources.codes, ties.attested.codes, ties.until_earliest)
    for row, code, attested, until in zip(
        rows.tolist(), *(column[rows].tolist() for column in columns), strict=True
    ):
        if code not in told:
            at = (sources.find(one) for one in ties.sources[row])
            told[code] = [sources.tells_from[place].item() for place in at if place != NOTHING]
        ends.append(find_end_told(told[code], attested != NOTHING, until))
    found[rows] = np.array(ends, "datetime64[D]")
    return found


def settle_ends(ties: Ties, sources: Sources) -> Ties:
    """Return ties that count until then, as a store has them after a write (store/settling.py)."""
    if not ties.said_ended.any():
        return ties
    told = _list_ends_told(ties, sources).astype(np.int32)
    return replace(
        ties,
        counts_until=Days(np.where(ties.said_ended, told, ties.counts_until.numbers)),
        contact_until=Days(np.where(ties.said_ended, told, ties.contact_until.numbers)),
    )
