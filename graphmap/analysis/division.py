"""Divides targets among provinces so that points are most: a flow of least cost, in whole numbers.

Each target has one lead or stays open; no province leads more than its capacity. The j-th lead of a province
costs `fairness` times (2j - 1) points, so that all its leads cost the square of their number: of two
divisions that lose as little, the more even one is the better (Ahuja, Magnanti and Orlin 1993, chapter 14).
Slots of provinces against targets make it an assignment (Kuhn 1955), which SciPy solves exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from typing import cast

import numpy as np
import numpy.typing as npt

from graphmap.errors import GraphmapError

Wholes = npt.NDArray[np.int64]
Truths = npt.NDArray[np.bool_]
Solver = Callable[[npt.NDArray[np.float64]], tuple[Wholes, Wholes]]

OPEN = -1
"""The lead of a target that has none."""

CAPACITY, FAIRNESS = 3, 1
"""How many targets a province leads at most, and what uneven numbers cost, where neither is asked for."""

HUNDREDTHS = 100
"""Points are counted in hundredths: all costs are whole, and their sums do not depend on the order."""

LARGEST = 2**52
"""No sum of costs may be larger: beyond it a number of the solver is no longer exact."""


@dataclass(frozen=True, eq=False)
class Field:
    """What is to be divided: a row a target, a column a province.

    `points` are whole hundredths, 0 where a province has no ground to lead. `order` is the rank of each
    province at each target (0 first), by which equal divisions are told apart. `capacity` is how many targets
    a province may lead. `forced` gives some targets the province that must lead them; `barred` says who must
    not lead where; `served` are the provinces that are to lead something, where that can be.
    """

    points: Wholes
    order: Wholes
    capacity: Wholes
    fairness: int = 0
    forced: Mapping[int, int] = field(default_factory=dict)
    barred: Truths | None = None
    served: Truths | None = None

    @property
    def may_lead(self) -> Truths:
        """Return who may lead where: who has points or must, and is not barred."""
        allowed: Truths = self.points > 0
        if self.barred is not None:
            allowed = allowed & ~self.barred
        for target, province in self.forced.items():
            allowed[target] = False
            allowed[target, province] = True
        return allowed

    def without(self, target: int, province: int) -> Field:
        """Return the same field, in which a province must not lead a target."""
        barred = np.zeros_like(self.points, dtype=bool) if self.barred is None else self.barred.copy()
        barred[target, province] = True
        return replace(self, barred=barred)


@dataclass(frozen=True, slots=True)
class Division:
    """Who leads each target (the column of a province, OPEN for none), and the points of it in hundredths.

    `worth` is what was made most: the points less the cost of uneven loads.
    """

    leads: tuple[int, ...]
    points: int
    worth: int

    @property
    def open(self) -> int:
        """Return how many targets have no lead."""
        return self.leads.count(OPEN)


@dataclass(frozen=True, slots=True)
class Margin:
    """What a lead is worth: the points in hundredths that are lost if another has to lead, and who that is.

    `lost` is None where no other can without a target staying open that has a lead now.
    """

    lost: int | None
    runner_up: int


def divide_field(field: Field) -> Division:
    """Return the best division: no target open that could have a lead, then most points less uneven loads.

    Among equals it is the one whose leads stand first in `order`, summed up. Raises GraphmapError where more
    is forced on a province than it can lead, or numbers are too large to be exact.

    >>> points = np.array([[9, 7, 8], [5, 9, 6], [8, 1, 2]]) * HUNDREDTHS
    >>> best = divide_field(Field(points, np.zeros_like(points), np.array([1, 1, 1])))
    >>> best.leads, best.points // HUNDREDTHS
    ((2, 1, 0), 25)
    """
    targets, provinces = field.points.shape
    if not targets:
        return Division((), 0, 0)
    allowed = field.may_lead
    slots = np.minimum(field.capacity, allowed.sum(axis=0))
    owner = np.repeat(np.arange(provinces), slots)
    turn = np.arange(len(owner)) - np.repeat(np.cumsum(slots) - slots, slots)
    uneven = field.fairness * HUNDREDTHS * (2 * turn + 1)
    step = targets * (int(field.order.max(initial=0)) + 1)
    cost = (uneven - field.points[:, owner]) * step + field.order[:, owner]
    usual = int(np.abs(cost).max(initial=1)) * targets + 1
    left_open = 2 * usual
    # To serve who is to lead something comes before all targets having a lead.
    served = left_open * (targets + 1) if field.served is not None else 0
    if max(left_open, served) * targets > LARGEST:
        raise GraphmapError(
            f"{targets} targets among {provinces} provinces are too many to be divided exactly; name a "
            "country or a sector, or take smaller points"
        )
    if field.served is not None:
        cost = cost - np.where((turn == 0) & field.served[owner], served, 0)
    slotted = np.where(allowed[:, owner], cost, np.inf)
    stays_open = np.full((targets, targets), float(left_open))
    stays_open[list(field.forced)] = np.inf
    columns = _assign(np.hstack([slotted, stays_open]))
    if columns is None:
        raise GraphmapError("more targets are to be led by one province than its capacity allows")
    leads = [int(owner[column]) if column < len(owner) else OPEN for column in columns]
    return measure_division(field, tuple(leads))


def _assign(cost: npt.NDArray[np.float64]) -> list[int] | None:
    """Return the column of each row so that costs are least; None where there is none of finite cost."""
    if len(cost) == 1:
        # Of one country SciPy, which takes long to load, need not be asked.
        cheapest = int(cost[0].argmin())
        return [cheapest] if np.isfinite(cost[0, cheapest]) else None
    try:
        found: list[int] = load_solver()(cost)[1].tolist()
    except ValueError:  # so SciPy says that there is none
        return None
    return found


@cache
def load_solver() -> Solver:
    """Load SciPy's `linear_sum_assignment`: its own file alone, where there is one.

    All of `scipy.optimize` takes 0.2 s to load, ten times as long as dividing a few hundred ties.
    """
    import scipy

    found = PathFinder.find_spec("_lsap", [f"{folder}/optimize" for folder in scipy.__path__])
    if found is None or found.loader is None:
        from scipy.optimize import linear_sum_assignment

        return cast(Solver, linear_sum_assignment)
    module = module_from_spec(found)
    found.loader.exec_module(module)
    return cast(Solver, module.linear_sum_assignment)


def measure_division(field: Field, leads: tuple[int, ...]) -> Division:
    """Return a division with its points, and what it is worth."""
    led = [(target, lead) for target, lead in enumerate(leads) if lead != OPEN]
    points = sum(int(field.points[target, lead]) for target, lead in led)
    loads = np.bincount([lead for _, lead in led], minlength=1)
    return Division(leads, points, points - field.fairness * HUNDREDTHS * int((loads**2).sum()))


def find_margins(field: Field, best: Division) -> Iterator[Margin | None]:
    """Return for each target what its lead is worth; None where it is open or its lead is forced.

    0 says that the committee may choose: another division is worth as much.
    """
    return (find_margin(field, best, target) for target in range(len(best.leads)))


def find_margin(field: Field, best: Division, target: int) -> Margin | None:
    """Return for one target what its lead is worth; None where it is open or its lead is forced."""
    lead = best.leads[target]
    if lead == OPEN or target in field.forced:
        return None
    other = divide_field(field.without(target, lead))
    runner_up = other.leads[target]
    return Margin(None if other.open > best.open else best.worth - other.worth, runner_up)
