"""Scores for pairs of province and target without a tie: how likely a tie is, by five plain reasons.

Each score is a table of provinces by targets and means its order alone. None of them tells much better than
that provinces with many ties meet targets that many have (docs/suggest.md says how that is tried).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, get_args

import numpy as np
import numpy.typing as npt

from graphmap.points import EARTH_KM
from graphmap.store.columns import NOTHING
from graphmap.store.snapshot import Snapshot

Score = Literal["alike", "attachment", "popularity", "nearness", "gravity"]
SCORES: tuple[Score, ...] = get_args(Score)
"""What suggestions can be ranked by."""

Table = npt.NDArray[np.float64]
Held = npt.NDArray[np.bool_]
"""Provinces by targets: whether there is a tie."""

LOCATING = ("Country", "Region", "City")
"""The labels of places that say where a target is."""

UNPLACED = 1e9
"""Stands for a distance that is not known: farther than anything."""


def score_pairs(held: Held, km: Table, rows: Sequence[int] | slice = slice(None)) -> dict[Score, Table]:
    """Return every score for some rows of a table of provinces by targets; `km` is NaN where not known.

    *Popularity* is how many provinces have the target, *attachment* that times how many targets the province
    has (preferential attachment). *Alike* adds up, over the provinces that have the target, how alike they
    are: 1 / ln k over the targets that both share, k provinces having each (Adamic and Adar 2003). *Nearness*
    is less the farther; *gravity* is attachment over the distance (Tinbergen 1962). A pair's own tie must
    not be in the table that scores it.

    >>> held = np.array([[1, 0], [1, 1], [0, 1]], bool)
    >>> found = score_pairs(held, np.array([[1, 2], [1, 1], [4, 1.0]]))
    >>> [float(found[name][0, 1].round(3)) for name in SCORES]
    [1.443, 2.0, 2.0, -2.0, 1.0]
    """
    filled = held.astype(np.float64)
    popular, own = filled.sum(axis=0), filled[rows].sum(axis=1)
    rare = np.where(popular > 1, 1 / np.log(np.maximum(popular, 2)), 0)
    attachment = np.outer(own, popular)
    near = np.where(np.isnan(km[rows]), UNPLACED, km[rows])
    found: dict[Score, Table] = {
        # Sums of the same terms in another order differ in their last digits, and decide no order.
        "alike": np.round(((filled[rows] * rare) @ filled.T) @ filled, 9),
        "attachment": attachment,
        "popularity": np.broadcast_to(popular, attachment.shape),
        "nearness": -near,
        "gravity": np.round(attachment / np.maximum(near, 1), 9),
    }
    return found


def measure_distances(snapshot: Snapshot, provinces: Sequence[int], targets: Sequence[int]) -> Table:
    """Return kilometres from each province to the nearest place of each target that is known; else NaN.

    Both are rows of places. A target that has a place of its own counts by it, one that has none by those
    that lie in it, a counterpart by that which it represents.
    """
    places, wanted = snapshot.places, {row: column for column, row in enumerate(targets)}
    points: dict[int, list[int]] = {}
    # A mission hangs on the country that sends it, and stands elsewhere.
    inner_rows = [row for label in LOCATING for row in snapshot.rows_of(label)]
    for row in (row for row in inner_rows if not np.isnan(places.lat[row])):
        outer = row
        while outer != NOTHING:
            if outer in wanted and (outer == row or np.isnan(places.lat[outer])):
                points.setdefault(outer, []).append(row)
            outer = int(places.parent[outer])
    found = np.full((len(provinces), len(targets)), np.nan)
    starts = np.array(provinces, dtype=np.int64)
    for target, column in wanted.items():
        inner = points.get(target)
        outer = int(places.parent[target])
        if inner is None and outer != NOTHING and not np.isnan(places.lat[outer]):
            inner = [outer]
        if inner:
            found[:, column] = _measure_km(places, starts, np.array(inner)).min(axis=1)
    return found


def _measure_km(places: Any, one: npt.NDArray[np.int64], other: npt.NDArray[np.int64]) -> Table:
    """Return kilometres from each row of places to each other, by great circles (haversine)."""
    north, east = (np.radians(column[one])[:, None] for column in (places.lat, places.lon))
    north_b, east_b = (np.radians(column[other])[None, :] for column in (places.lat, places.lon))
    half = np.sin((north_b - north) / 2) ** 2
    half = half + np.cos(north) * np.cos(north_b) * np.sin((east_b - east) / 2) ** 2
    km: Table = 2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(half, 1)))
    return km


def name_reasons(scores: Mapping[Score, Table], row: int, column: int) -> dict[Score, float]:
    """Return every score of one pair."""
    return {name: float(table[row, column]) for name, table in scores.items()}
