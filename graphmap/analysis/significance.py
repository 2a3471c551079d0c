"""Says of pairs of provinces whether they share more targets than chance lets expect (methods 2).

Every pair of provinces with any tie is tested, those that share nothing too, and all tests are adjusted for
each other. What two share by their joint acts alone is one decision and no pattern: it is left out of the
count that is tested. A word says what came of it; that two share a target is a fact, whatever the word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, Literal, get_args

import numpy as np
import numpy.typing as npt

from graphmap.analysis.chance import (
    LEAST_P,
    Judged,
    Tell,
    adjust_for_many,
    draw_chance,
    fit_model,
)
from graphmap.analysis.parties import list_parties
from graphmap.analysis.sharing import Numbers, Pairs, SharingTable
from graphmap.errors import GraphmapError
from graphmap.scales import SIGNIFICANCES, Significance, name_message

if TYPE_CHECKING:
    from graphmap.language import Language

Null = Literal["fixed degrees", "configuration model"]
NULLS: tuple[Null, ...] = get_args(Null)
Significant = Literal["no", "yes"] | Null
"""Whether it is asked if pairs are more than chance; yes leaves the null to the size."""

FEW_UNITS = 200
"""Below so many provinces tables are drawn; from there on each pair is told exactly by the model."""

DRAWS, SEED = 40_000, 1
"""How many tables are drawn, and from which seed, where nothing else is asked for."""


@dataclass(frozen=True, slots=True)
class Chance:
    """What chance says of the targets that two provinces share.

    `tested` is how many of them count in the test, `expected` how many chance lets expect, `p` how likely so
    many are, `q` the same among all pairs tested.
    """

    word: Significance
    tested: int
    expected: float
    p: float
    q: float

    def say_clauses(self, shared: int, language: Language) -> list[str]:
        """Say it as clauses, of two that share so many."""
        numbers = {
            "expected": language.number(self.expected),
            "p": language.number(self.p, decimals=4),
            "q": language.number(self.q),
        }
        clauses = [language.words(f"chance-{self.word.replace(' ', '-')}", **numbers)]
        if self.tested != shared:
            clauses.append(language.words("chance-joint", joint=shared - self.tested))
        return clauses

    def cells(self) -> dict[str, Any]:
        """Return its value of each column."""
        return {**self.as_json(), "significance": self.word}

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        values = {name: getattr(self, name) for name in ("tested", "expected", "p", "q")}
        return {"significance": self.word, **values}


@dataclass(frozen=True)
class Tests:
    """All pairs tested by one null, and how many came out how; `draws` and `seed` where tables are drawn."""

    null: Null
    pairs: int
    words: Mapping[Significance, int]
    draws: int | None
    seed: int | None

    @property
    def needed(self) -> int | None:
        """Return how many draws let one pair alone come out above chance, None where there are enough."""
        least = int(self.pairs / LEAST_P)
        return None if self.draws is None or self.draws + 1 > least else least

    def sentences(self, language: Language) -> tuple[str, ...]:
        """Say the null, and what came of the tests, in a language."""
        drawn: dict[str, int | str] = {}
        if self.draws is not None:
            drawn = {"draws": self.draws, "seed": language.digits(str(self.seed))}
        counts = ((word, self.words.get(word, 0)) for word in reversed(SIGNIFICANCES))
        null = language.words(f"chance-null-{self.null.replace(' ', '-')}", **drawn)
        said = [
            *([null] if self.pairs else []),
            language.words(
                "chance-tested",
                pairs=self.pairs,
                words=language.words("list-mark").join(
                    language.words(
                        "chance-count", word=language.words(name_message("significance", word)), pairs=count
                    )
                    for word, count in counts
                ),
            ),
        ]
        if self.needed is not None:
            said.append(language.words("chance-few-draws", draws=self.needed))
        return tuple(said)

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {
            "null": self.null,
            "draws": self.draws,
            "seed": self.seed,
            "pairs": self.pairs,
            "words": {word: self.words.get(word, 0) for word in SIGNIFICANCES},
        }


@dataclass(frozen=True, eq=False)
class Tested:
    """The pairs that share something, each with what chance says of it; `tests` tell of all pairs.

    `place` says for each pair where it stands in the flat tables `expected`, `p`, `q` and `word`; of
    `expected`, one entry stands for `step` places.
    """

    tests: Tests
    place: Numbers
    tested: Numbers
    expected: npt.NDArray[np.float64]
    p: npt.NDArray[np.float64]
    q: npt.NDArray[np.float64]
    word: Numbers
    step: int = 1

    def find_chance(self, pair: int) -> Chance:
        """Return what chance says of a pair, by its number."""
        place = int(self.place[pair])
        return Chance(
            SIGNIFICANCES[int(self.word[place])],
            int(self.tested[pair]),
            float(self.expected[place // self.step]),
            float(self.p[place]),
            float(self.q[place]),
        )


def judge_pairs(
    table: SharingTable,
    pairs: Pairs,
    asked: Significant,
    draws: int | None = None,
    seed: int | None = None,
    tell: Tell | None = None,
) -> Tested:
    """Test all pairs of rows of a table; `pairs` are those that share anything.

    Raises GraphmapError where the model has no solution for the table.
    """
    one, other = pairs.one.astype(np.int64), pairs.other.astype(np.int64)
    tested = pairs.shared - _count_joint_alone(table, one, other)
    null = asked if asked in NULLS else NULLS[len(table.provinces) >= FEW_UNITS]
    if null == "fixed degrees":
        return _draw(table, one, other, tested, DRAWS if draws is None else draws, seed, tell)
    return _fit(table, one, other, tested, tell)


def _draw(
    table: SharingTable,
    one: Numbers,
    other: Numbers,
    tested: Numbers,
    draws: int,
    seed: int | None,
    tell: Tell | None,
) -> Tested:
    height = len(table.provinces)
    seed = SEED if seed is None else seed
    asked = np.zeros((height, height), dtype=np.int64)
    asked[one, other] = asked[other, one] = tested
    judged = draw_chance(table.fill(), asked, draws, seed, tell)
    upper = np.triu_indices(height, k=1)
    q = np.ones((height, height))
    q[upper] = adjust_for_many(judged.p[upper])
    word = _choose_words(judged, q)
    counts = Counter(SIGNIFICANCES[code] for code in word[upper].tolist())
    tests = Tests("fixed degrees", len(upper[0]), counts, draws, seed)
    flat = (judged.expected.ravel(), judged.p.ravel(), q.ravel(), word.ravel())
    return Tested(tests, one * height + other, tested, *flat)


def _fit(table: SharingTable, one: Numbers, other: Numbers, tested: Numbers, tell: Tell | None) -> Tested:
    height = len(table.provinces)
    try:
        model = fit_model(table.sizes, table.holders, int(tested.max(initial=0)), tell)
    except ValueError as error:
        raise GraphmapError(
            f"the configuration model does not fit these ties: {error}; ask for fixed degrees"
        ) from error
    kinds, step = len(model.often), model.tails.shape[2]
    place = (model.kind[one] * kinds + model.kind[other]) * step + tested
    often = np.bincount(place, minlength=kinds * kinds * step).astype(np.int64)
    everyone = height * (height - 1) // 2
    apart = everyone - len(one)
    # Those that share nothing are tested too: each with the chance 1.
    q = adjust_for_many(np.append(model.tails.ravel(), 1.0), np.append(often, apart))[:-1]
    least = np.repeat(model.least.ravel(), step)
    word = _choose_words(Judged(q, model.tails.ravel(), least), q)
    counts = Counter(
        {
            name: int(often[word == code].sum())
            for code, name in enumerate(SIGNIFICANCES)
            if (word == code).any()
        }
    )
    times = np.triu(np.outer(model.often, model.often), k=1)
    np.fill_diagonal(times, model.often * (model.often - 1) // 2)
    few, expected = SIGNIFICANCES[:2]
    too_few = int(times[model.least >= LEAST_P].sum()) - counts[few]
    counts.update({few: too_few, expected: apart - too_few})
    tests = Tests("configuration model", everyone, counts, None, None)
    return Tested(tests, place, tested, model.expected.ravel(), model.tails.ravel(), q, word, step)


def _choose_words(judged: Judged, q: npt.NDArray[np.float64]) -> Numbers:
    """Return for each of some pairs the place of its word among SIGNIFICANCES."""
    found = 1 + (judged.p < LEAST_P).astype(np.int8) + (q < LEAST_P)
    return np.where(judged.least >= LEAST_P, 0, found).astype(np.int8)


def _count_joint_alone(table: SharingTable, one: Numbers, other: Numbers) -> Numbers:
    """Return for each pair how many of the targets it shares one of the two has by acts of both alone."""
    selection = table.selection
    row_of = {int(province): row for row, province in enumerate(table.provinces.tolist())}
    acts: dict[tuple[int, int], set[int]] = {}
    for act, parties in list_parties(selection.snapshot, selection.ties).items():
        rows = sorted(row_of[province] for province in parties if province in row_of)
        for pair in combinations(rows, 2):
            acts.setdefault(pair, set()).add(act)
    alone = np.zeros(len(one), dtype=np.int64)
    if not acts:
        return alone
    rests: dict[int, dict[int, set[int]]] = {}
    documents = selection.snapshot.ties.documents.codes[selection.ties].tolist()
    for province, target, act in zip(
        selection.province.tolist(), selection.target.tolist(), documents, strict=True
    ):
        rests.setdefault(row_of[province], {}).setdefault(target, set()).add(act)
    height = len(table.provinces)
    wanted = np.array([a * height + b for a, b in acts], dtype=np.int64)
    for place in np.flatnonzero(np.isin(one * height + other, wanted)).tolist():
        a, b = int(one[place]), int(other[place])
        ours, theirs, both = rests[a], rests[b], acts[a, b]
        alone[place] = sum(
            ours[target] <= both or theirs[target] <= both for target in ours.keys() & theirs.keys()
        )
    return alone
