"""How often suggestions are right: known ties are hidden, or all after a day, and suggested anew (methods 4).

Every pair without a tie that is seen is ranked, none of them sampled. A pair that is hidden counts as right,
any other as wrong, though a tie may be there that nobody recorded: so what is told is at least what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from graphmap.analysis.scoring import SCORES, Held, Score, Table, score_pairs
from graphmap.dates import FIRST_DAY

if TYPE_CHECKING:
    from graphmap.language import Language

BEST = 10
"""Of so many best pairs it is told how many are right."""

HIDDEN_SHARE = 0.2
"""The share of known pairs that is hidden, or that begins after the day."""

LEAST_PAIRS = 10
"""Of fewer pairs nothing is told."""

MOST_WORK = 4_000_000
"""Pairs that are ranked over and over; of more they are hidden fewer times, of a far larger table never."""
LEAST_REPEATS = 3

REPEATS, SEED = 100, 1
"""How many times pairs are hidden, and from which seed, where nothing else is asked for."""


@dataclass(frozen=True, slots=True)
class Hits:
    """How well one score finds hidden pairs, mean over all repeats, each with its spread.

    `auc` is how often a hidden pair stands before another one, of equal ones half (chance: .5); `best` the
    share of hidden pairs among the BEST pairs of all, `each` among the first suggestions of each province.
    """

    auc: tuple[float, float]
    best: tuple[float, float]
    each: tuple[float, float]

    def as_json(self) -> dict[str, list[float]]:
        """Return it as JSON holds it: mean and standard deviation."""
        return {name: list(getattr(self, name)) for name in self.__slots__}


@dataclass(frozen=True)
class Evaluation:
    """What came of hiding known pairs: `hidden` of `pairs` each time, among `candidates`, of which share.

    `top` is how many suggestions of each province were looked at. `since` is the day from which all was
    hidden that began on it or later, once; else a share was drawn `repeats` times from `seed`.
    """

    pairs: int
    hidden: int
    candidates: int
    top: int
    hits: Mapping[Score, Hits]
    repeats: int = 1
    seed: int | None = None
    since: date | None = None

    @property
    def base_rate(self) -> float:
        """Return the share of pairs that are right if they are taken by chance."""
        return self.hidden / self.candidates

    def sentences(self, by: Score, language: Language) -> Iterator[str]:
        """Say it in a language; `by` is the score by which suggestions are ranked."""
        chosen = self.hits[by]
        said: dict[str, Any] = {
            "hidden": self.hidden,
            "pairs": self.pairs,
            "score": language.words(f"suggest-by-{by}"),
            "percent": language.number(100 * chosen.each[0], decimals=1),
            "chance": language.number(100 * self.base_rate, decimals=1),
            "top": self.top,
        }
        if self.since is None:
            said |= {"repeats": self.repeats, "seed": language.digits(str(self.seed))}
            yield language.words("suggest-hidden", **said)
        else:
            yield language.words("suggest-later", **said, day=self.since)
        told = [
            language.words(
                "suggest-hits" if self.since is None else "suggest-hits-once",
                score=language.words(f"suggest-by-{name}"),
                auc=language.number(one.auc[0], decimals=2),
                spread=language.number(one.auc[1], decimals=2),
                best=language.number(BEST * one.best[0], decimals=1),
                of=BEST,
            )
            for name, one in self.hits.items()
        ]
        message = "suggest-scores" if self.since is None else "suggest-scores-once"
        yield language.words(message, told=language.words("clause-mark").join(told))

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {
            "pairs": self.pairs,
            "hidden": self.hidden,
            "candidates": self.candidates,
            "base_rate": self.base_rate,
            "top": self.top,
            "best": BEST,
            "repeats": self.repeats,
            "seed": self.seed,
            "since": None if self.since is None else self.since.isoformat(),
            "scores": {name: one.as_json() for name, one in self.hits.items()},
        }


def measure_ranking(scores: npt.NDArray[np.float64], right: Held, best: int) -> tuple[float, float]:
    """Return the AUC of a ranking, ties counted half, and the share of right ones among the best so many.

    Equal scores stand in no order: their share is what every order gives on average. NaN for the AUC where
    all are right, or none.

    >>> ranked, right = np.array([0.9, 0.8, 0.7, 0.4, 0.2]), np.array([1, 0, 1, 0, 0], bool)
    >>> measure_ranking(ranked, right, 2)
    (0.8333333333333334, 0.5)
    """
    _, group = np.unique(-scores, return_inverse=True)
    of = np.bincount(group)
    hits = np.bincount(group, weights=right).astype(np.int64)
    misses = of - hits
    behind = misses.sum() - np.cumsum(misses)
    pairs = int(hits.sum()) * int(misses.sum())
    auc = float((hits * (behind + misses / 2)).sum() / pairs) if pairs else float("nan")
    taken = np.clip(best - (np.cumsum(of) - of), 0, of)
    return auc, float((hits * taken / of).sum() / max(min(best, len(scores)), 1))


def measure_first(table: Table, right: Held, candidates: Held, top: int) -> float:
    """Return the share of right ones among the first so many candidates of each row, mean over the rows.

    Equal scores are taken as in `measure_ranking`; a row without candidates counts for nothing.

    >>> table, right = np.array([[3.0, 2, 2], [1, 5, 5]]), np.array([[0, 1, 0], [0, 0, 0]], bool)
    >>> measure_first(table, right, np.ones((2, 3), bool), 2)
    0.125
    """
    ranked = np.where(candidates, table, -np.inf)
    last = min(top, table.shape[1])
    least = np.partition(ranked, -last, axis=1)[:, -last, None]
    before, level = ranked > least, (ranked == least) & candidates
    taken, at_level = before.sum(axis=1), level.sum(axis=1)
    share = np.minimum(last - taken, at_level) / np.maximum(at_level, 1)
    hits = (before & right).sum(axis=1) + (level & right).sum(axis=1) * share
    of = np.minimum(candidates.sum(axis=1), last)
    return float(np.mean(hits[of > 0] / of[of > 0]))


def evaluate_hidden(
    held: Held, km: Table, top: int, repeats: int = REPEATS, seed: int = SEED
) -> Evaluation | None:
    """Hide a share of the pairs over and over, and see how well each score finds them.

    None where there are too few pairs to tell, or too many to rank again and again.
    """
    cells = np.argwhere(held)
    count = round(HIDDEN_SHARE * len(cells))
    if len(cells) < LEAST_PAIRS or held.size > MOST_WORK:
        return None
    repeats = min(repeats, max(LEAST_REPEATS, MOST_WORK // held.size))
    generator = np.random.default_rng(seed)
    told: dict[Score, list[tuple[float, float, float]]] = {name: [] for name in SCORES}
    for _ in range(repeats):
        hidden = np.zeros_like(held)
        hidden[tuple(cells[generator.choice(len(cells), count, replace=False)].T)] = True
        for name, found in _try_out(held & ~hidden, hidden, ~held | hidden, km, top).items():
            told[name].append(found)
    return Evaluation(len(cells), count, held.size - len(cells) + count, top, _summarise(told), repeats, seed)


def evaluate_later(
    held: Held, first: npt.NDArray[np.datetime64], latest: npt.NDArray[np.datetime64], km: Table, top: int
) -> Evaluation | None:
    """Hide all pairs that began on a day or later, and see how well each score finds them from the others.

    `first` and `latest` are the earliest and latest day on which each pair can have begun. The day is chosen
    so that a share of the pairs of known beginning is hidden; pairs of which it is not known whether they
    began before it are left out. None where there are too few.
    """
    dated = held & (first > np.datetime64(FIRST_DAY))
    days = np.sort(first[dated])
    if len(days) < LEAST_PAIRS or held.size > MOST_WORK:
        return None
    day = days[int((1 - HIDDEN_SHARE) * len(days))]
    hidden = dated & (first >= day)
    seen = held & (latest < day)
    if not seen.any():
        return None
    found = _try_out(seen, hidden, ~held | hidden, km, top)
    told = {name: [one] for name, one in found.items()}
    count = int(hidden.sum())
    candidates = int((~held | hidden).sum())
    return Evaluation(int(seen.sum()) + count, count, candidates, top, _summarise(told), since=day.item())


def _try_out(
    seen: Held, hidden: Held, candidates: Held, km: Table, top: int
) -> dict[Score, tuple[float, float, float]]:
    found = {}
    for name, table in score_pairs(seen, km).items():
        auc, best = measure_ranking(table[candidates], hidden[candidates], BEST)
        each = measure_first(table, hidden, candidates, top)
        found[name] = auc, best, each
    return found


def _summarise(told: Mapping[Score, list[tuple[float, float, float]]]) -> dict[Score, Hits]:
    return {
        name: Hits(*((float(np.mean(column)), float(np.std(column))) for column in zip(*found, strict=True)))
        for name, found in told.items()
    }
