"""Places the nodes of a network: no two name boxes collide, few lines cross, the same every time."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from graphmap.errors import ViewError
from graphmap.views import forces

Numbers = npt.NDArray[np.float64]

TRIES = 60
"""How many starts are tried at most."""

FINAL = 12
"""How many of them, those whose lines cross least, have their boxes pushed apart."""

WORK = 600_000
"""Pairs of lines that may be compared over all tries, so that a large network gets fewer."""

PUSHES = 120

ROUNDS_OF_MANY = 120
"""How many rounds forces are given where there are very many nodes."""

LONGEST = 600
"""Seconds after which a layout is given up."""

HIDDEN = 4
"""How many crossings a line counts for that runs under a foreign node, where it seems to end."""

EVEN = 0.55
"""How much of a node's place comes from its rank along each side of the frame, and not from its distance."""

MARGIN = 4.0
"""Least free space between two boxes, in the drawing's units."""

SLACK = 1.5
"""How much less than that is good enough, so that boxes come to rest."""


@dataclass(frozen=True)
class NodeBox:
    """What a node takes up round its point: half its width, and its height above and below."""

    half: float
    above: float
    below: float


@dataclass(frozen=True)
class Layout:
    """Points in the order of the nodes, and what is left to complain about."""

    points: tuple[tuple[float, float], ...]
    overlaps: int
    crossings: int


def place_nodes(
    boxes: Sequence[NodeBox], lines: Sequence[tuple[int, int]], width: float, height: float
) -> Layout:
    """Place nodes in a frame: force-directed from many fixed starts, boxes pushed apart, the best kept.

    Best is: fewest boxes that overlap, then fewest lines that cross or run under a foreign box. Boxes are
    taken to fit into the frame together. Raises ViewError where igraph does not run.
    """
    if not boxes:
        return Layout((), 0, 0)
    sides = np.array([(box.half, box.above, box.below) for box in boxes])
    ends = np.array(lines, dtype=np.int64).reshape(-1, 2)
    tries = max(3, min(TRIES, WORK // (len(lines) + len(boxes)) ** 2))
    starts = []
    for start, laid in enumerate(_lay_out(tries, len(boxes), tuple(lines))):
        points = _stretch(laid, sides, width, height)
        starts.append((_count_crossings(points, sides, ends), start, points))
    best = None
    for _, start, points in sorted(starts, key=lambda one: one[:2])[:FINAL]:
        points = _push_apart(points, sides, width, height)
        score = (_count_overlaps(points, sides), _count_crossings(points, sides, ends), start)
        if best is None or score < best[0]:
            best = (score, points)
    assert best is not None  # noqa: S101 - there are three tries at least
    (overlaps, crossings, _), points = best
    return Layout(tuple((float(x), float(y)) for x, y in points.round(1)), overlaps, crossings)


def spread_nodes(
    boxes: Sequence[NodeBox], lines: Sequence[tuple[int, int]], width: float, height: float
) -> tuple[tuple[float, float], ...]:
    """Place very many nodes in a frame, in a moment: by forces from one start, boxes left where they lie.

    Raises ViewError where igraph does not run.
    """
    sides = np.array([(box.half, box.above, box.below) for box in boxes])
    (laid,) = _lay_out(1, len(boxes), tuple(lines), ROUNDS_OF_MANY)
    return tuple((float(x), float(y)) for x, y in _stretch(laid, sides, width, height).round(1))


@lru_cache(maxsize=8)
def _lay_out(
    starts: int, count: int, lines: tuple[tuple[int, int], ...], rounds: int = forces.ROUNDS
) -> tuple[Numbers, ...]:
    """Lay out by forces from each of the first starts, round the origin. Raises ViewError."""
    program = [sys.executable, "-P", forces.__file__]
    asked = json.dumps({"starts": starts, "count": count, "lines": lines, "rounds": rounds})
    try:
        done = subprocess.run(  # noqa: S603 - our own file, and numbers alone
            program, input=asked, capture_output=True, text=True, check=True, timeout=LONGEST
        )
        laid = [np.array(points, dtype=np.float64) for points in json.loads(done.stdout)]
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        said = (getattr(error, "stderr", "") or str(error)).strip().splitlines() or [""]
        raise ViewError(f"the network cannot be laid out, since igraph does not run: {said[-1]}") from error
    return tuple(points - points.mean(axis=0) for points in laid)


def _stretch(points: Numbers, sides: Numbers, width: float, height: float) -> Numbers:
    """Turn a layout along the frame's longer side and stretch it into the frame."""
    if len(points) > 2:
        _, _, axes = np.linalg.svd(points, full_matrices=False)
        points = points @ axes.T
        if height > width:
            points = points[:, ::-1]
    low, high = _frame(sides, width, height)
    size = np.ptp(points, axis=0)
    share = np.divide(points - points.min(axis=0), size, out=np.full_like(points, 0.5), where=size > 0)
    # Half of a node's place is its rank, so that a far pair does not press all others into a corner.
    ranks = points.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable") / max(len(points) - 1, 1)
    share = (1 - EVEN) * share + EVEN * ranks
    stretched: Numbers = low + share * (high - low)
    return stretched


def _frame(sides: Numbers, width: float, height: float) -> tuple[Numbers, Numbers]:
    half, above, below = sides.T
    return np.column_stack([half, above]), np.column_stack([width - half, height - below])


def _overlap_sizes(points: Numbers, sides: Numbers) -> tuple[Numbers, Numbers]:
    """How far each pair of boxes runs into each other, across and down; negative where they are apart."""
    half, above, below = sides.T
    x, y = points.T
    middle, tall = y + (below - above) / 2, (above + below) / 2
    across = half[:, None] + half[None] + MARGIN - abs(x[:, None] - x[None])
    down = tall[:, None] + tall[None] + MARGIN - abs(middle[:, None] - middle[None])
    np.fill_diagonal(across, -1)
    return across, down


def _push_apart(points: Numbers, sides: Numbers, width: float, height: float) -> Numbers:
    """Move boxes that collide apart along the shorter way, again and again, inside the frame."""
    low, high = _frame(sides, width, height)
    points = np.clip(points, low, high)
    rank = np.arange(len(points))
    for _ in range(PUSHES):
        across, down = _overlap_sizes(points, sides)
        meeting = (across > SLACK) & (down > SLACK)
        if not meeting.any():
            break
        x, y = points.T
        sideways = meeting & (across < down)
        upright = meeting & ~sideways
        later = np.sign(rank[:, None] - rank[None])
        away_x = np.where(x[:, None] == x[None], later, np.sign(x[:, None] - x[None]))
        away_y = np.where(y[:, None] == y[None], later, np.sign(y[:, None] - y[None]))
        move = np.column_stack(
            [
                (np.where(sideways, across, 0) * away_x).sum(axis=1),
                (np.where(upright, down, 0) * away_y).sum(axis=1),
            ]
        )
        points = np.clip(points + 0.45 * move, low, high)
    return points


def _count_overlaps(points: Numbers, sides: Numbers) -> int:
    across, down = _overlap_sizes(points, sides)
    return int(((across > MARGIN) & (down > MARGIN)).sum() // 2)


def _count_crossings(points: Numbers, sides: Numbers, ends: npt.NDArray[np.int64]) -> int:
    """Count pairs of lines that cross, and several times over lines that run under a node not theirs."""
    if len(ends) == 0:
        return 0
    a, b = points[ends[:, 0]], points[ends[:, 1]]
    strangers = (ends[:, None, :, None] != ends[None, :, None, :]).all(axis=(2, 3))
    split = _side_of(a[:, None], b[:, None], a[None]) * _side_of(a[:, None], b[:, None], b[None]) < 0
    crossing = int((split & split.T & strangers).sum() // 2)
    half, above, below = sides.T
    hidden = np.zeros((len(ends), len(points)), dtype=bool)
    for share in np.linspace(0.03, 0.97, 32):
        at = a + share * (b - a)
        hidden |= (abs(at[:, None, 0] - points[None, :, 0]) < half) & (
            abs(at[:, None, 1] - points[None, :, 1] - (below - above) / 2) < (above + below) / 2
        )
    nodes = np.arange(len(points))
    foreign = (ends[:, :1] != nodes) & (ends[:, 1:] != nodes)
    return crossing + HIDDEN * int((hidden & foreign).sum())


def _side_of(a: Numbers, b: Numbers, c: Numbers) -> Numbers:
    turn: Numbers = np.sign(
        (b[..., 0] - a[..., 0]) * (c[..., 1] - a[..., 1]) - (b[..., 1] - a[..., 1]) * (c[..., 0] - a[..., 0])
    )
    return turn
