"""Find nodes of one country whose names are alike, across spellings and scripts: for a person to judge."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from graphmap.directory import APART_KM, Directory, Listing
from graphmap.points import measure_km
from graphmap.schema.kinds import UNIT_CODE
from graphmap.text import fold, guess_language, keep_telling, skeleton, transliterate

LABELS = ("City", "Region", "Province", "Counterpart", "Body", "Governor", "Official")
"""The labels whose nodes lists name in many ways; a mission is named after who sends it and where it lies."""

LIKE = 86.0
"""From this score on two names are told as near; 100 is for those that fold alike."""

LIKE_ACROSS = 95.0
"""So much alike the consonants of two names must be of which one is Persian and one is not."""

SHORT, SHORT_LIKE = 3, 90.0
"""Names of fewer consonants are like too many: so much alike their letters must be."""

WORD_LIKE = 80.0
"""More alike than this each word of two names of as many words must be: Ahmad is not Mohammad Karami."""

_ALIKE = str.maketrans("qwy", "kvi")
_LONG = str.maketrans("vy", "ui", "a")


@dataclass(frozen=True, slots=True, order=True)
class NearPair:
    """Two nodes of one label and country, by id, with the names that are most alike, and how much of 100."""

    first: str
    second: str
    label: str
    country: str
    score: float
    first_name: str
    second_name: str


@dataclass(frozen=True, slots=True)
class _Form:
    """One name of a node as it is compared."""

    node: int
    name: str
    is_persian: bool
    plain: str
    bones: str


def find_near(
    directory: Directory, new: Collection[str] | None = None, finely: bool = True
) -> list[NearPair]:
    """Return the pairs of nodes whose names are alike, the most alike first.

    Only nodes of one label in one country are compared, and of these not two that lie in two different units
    of it, or more than 25 km apart. `new` asks for the pairs of which at least one is among some ids. Where
    it need not be done `finely`, only names are told of the same words but for what says what they are.
    """
    blocks: defaultdict[tuple[str, str], list[Listing]] = defaultdict(list)
    for listing in directory:
        if listing.label in LABELS:
            blocks[listing.label, directory.country(listing.id)].append(listing)
    found: list[NearPair] = []
    asked = None if new is None else frozenset(new)
    for (label, country), listings in blocks.items():
        if len(listings) > 1 and (asked is None or any(one.id in asked for one in listings)):
            best: dict[tuple[str, str], NearPair] = {}
            compare = _compare if finely else _match
            for pair in compare(listings, asked, label, country, directory):
                known = best.get((pair.first, pair.second))
                if known is None or pair.score > known.score:
                    best[pair.first, pair.second] = pair
            found += best.values()
    return sorted(found, key=lambda pair: (-pair.score, pair))


def _match(
    listings: list[Listing], asked: frozenset[str] | None, label: str, country: str, directory: Directory
) -> Iterator[NearPair]:
    """Yield the pairs of one block of which two names have the same telling words."""
    alike: defaultdict[str, dict[str, tuple[Listing, str]]] = defaultdict(dict)
    for listing in listings:
        for name in listing.names():
            alike[keep_telling(name)].setdefault(listing.id, (listing, name))
    for held in alike.values():
        for (a, name), (b, other) in combinations((held[identity] for identity in sorted(held)), 2):
            if (asked is None or a.id in asked or b.id in asked) and may_be_one(a, b, directory):
                score = 100.0 if fold(name) == fold(other) else 99.0
                yield NearPair(a.id, b.id, label, country, score, name, other)


def _compare(
    listings: list[Listing], asked: frozenset[str] | None, label: str, country: str, directory: Directory
) -> Iterator[NearPair]:
    """Yield the near pairs of one block, a pair of nodes perhaps by several names."""
    from rapidfuzz import fuzz, process

    forms = [form for number, listing in enumerate(listings) for form in _list_forms(number, listing)]
    rows = [form for form in forms if asked is None or listings[form.node].id in asked]
    for start in range(0, len(rows), 500):
        some = rows[start : start + 500]
        scores = process.cdist(
            [form.bones for form in some],
            [form.bones for form in forms],
            scorer=fuzz.ratio,
            score_cutoff=2 * LIKE - 100,
        )
        for row, column in zip(*scores.nonzero(), strict=True):
            one, other = some[row], forms[column]
            a, b = listings[one.node], listings[other.node]
            if a.id == b.id or (a.id > b.id and (asked is None or b.id in asked)):
                continue
            score = _score(one, other, float(scores[row, column]))
            if score and may_be_one(a, b, directory):
                if a.id > b.id:
                    a, b, one, other = b, a, other, one
                yield NearPair(a.id, b.id, label, country, score, one.name, other.name)


def _score(one: _Form, other: _Form, bones: float) -> float:
    """Return how much two names are alike, 0 where they are not alike enough."""
    from rapidfuzz import fuzz

    if fold(one.name) == fold(other.name):
        return 100.0
    if one.is_persian != other.is_persian:
        if len(one.bones) < SHORT:
            return LIKE_ACROSS if _read_long(one.plain) == _read_long(other.plain) else 0.0
        return round(min(bones, 99.0), 1) if bones >= LIKE_ACROSS else 0.0
    plain = fuzz.ratio(one.plain, other.plain)
    score = (plain + bones) / 2
    if min(len(one.bones), len(other.bones)) < SHORT and plain < SHORT_LIKE:
        return 0.0
    if score < LIKE or not _are_words_like(one.plain.split(), other.plain.split()):
        return 0.0
    return round(min(score, 99.0), 1)


def _are_words_like(some: list[str], others: list[str]) -> bool:
    """Say whether each word is like its fellow, where two names have as many words and more than one."""
    from rapidfuzz import fuzz

    if len(some) != len(others) or len(some) == 1:
        return True
    return all(fuzz.ratio(a, b) > WORD_LIKE for a, b in zip(some, others, strict=True))


def may_be_one(a: Listing, b: Listing, directory: Directory) -> bool:
    """Say whether two nodes can be one place: by their codes, and where they lie, in one unit and near."""
    # Units with codes of their own are two, whatever their names.
    if UNIT_CODE.fullmatch(a.id) and UNIT_CODE.fullmatch(b.id):
        return False
    if a.point is not None and b.point is not None:
        return measure_km(a.point, b.point) <= APART_KM
    first, second = directory.parent(a.id), directory.parent(b.id)
    if not first or not second or first == second:
        return True
    return first in directory.above(second) or second in directory.above(first)


def _read_long(plain: str) -> str:
    """Return a name as Persian spells it out: long u and i, no a (باکو, Baku)."""
    return plain.translate(_LONG)


def _list_forms(number: int, listing: Listing) -> Iterator[_Form]:
    seen = set()
    for name in listing.names():
        words, is_persian = keep_telling(name), guess_language(name) == "fa"
        # A last he may be heard as e alone: دوشنبه, Dushanbe.
        silent = [words.removesuffix("ه")] if is_persian and words.endswith("ه") else []
        for spelled in (words, *silent):
            plain, bones = _spell_out(spelled)
            if plain and (plain, bones) not in seen:
                seen.add((plain, bones))
                yield _Form(number, name, is_persian, plain, bones)


@lru_cache(maxsize=65_536)
def _spell_out(words: str) -> tuple[str, str]:
    # People write one q as k (Irak), one w as v (Ahvaz), one y as i, and twice what others do once (Kyyiv).
    return re.sub(r"(.)\1+", r"\1", transliterate(words).translate(_ALIKE)), skeleton(words).replace("q", "k")
