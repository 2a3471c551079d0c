"""What a stranger's names of countries, provinces and cities mean: in other languages, in other spellings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from graphmap.directory import Directory
from graphmap.exchange.foreign_names import QUARTERS, find_territory, list_names_of, turn_words
from graphmap.text import NameIndex, fold, split_words

SURE, SURE_OF_CITIES = 84.0, 90.0
"""From this score on a name is taken for the one it is most like, if no other is nearly as like."""
AHEAD = 15.0
"""So much more like it the first must be than the second."""
SUGGESTED = 65.0
"""From this score on a name is offered to a person."""
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Meant:
    """What a name is taken for: a node, the name that the store has for it, and whether that is a guess.

    `others` are names that it may mean, where none is sure: then there is no node.
    """

    identity: str = ""
    name: str = ""
    is_guess: bool = False
    others: tuple[str, ...] = ()


@dataclass
class MeantNames:
    """Finds what names mean that the store does not know; each is looked for once."""

    directory: Directory
    _found: dict[tuple[str, str, str], Meant] = field(default_factory=dict)
    _indexes: dict[tuple[str, str], NameIndex] = field(default_factory=dict)

    def find(self, label: str, text: str, country: str = "") -> Meant:
        """Return what a name that is not known is taken for; of places, those of home or of a country."""
        key = (label, text, country or self.directory.home)
        if key not in self._found:
            self._found[key] = self._find(label, text.strip(), key[2])
        return self._found[key]

    def _find(self, label: str, text: str, country: str) -> Meant:
        if not text or len(text) > LONGEST or re.search(r"\d", text):
            return Meant()
        if label == "Country":
            code = find_territory(text)
            ids = self.directory.candidates("Country", code) if code else ()
            if len(ids) == 1:
                return Meant(ids[0], self._name(ids[0]))
            # An adjective (German, türkisch) is like a name: a person says whether it is meant.
            land = self.find_land(text) if text.isalpha() else ""
            return Meant(others=(self._name(land),)) if land else Meant()
        if not re.search(r"\w{2}|\w\W?\w", text):
            return Meant()
        if label == "Province" and (identity := self._code_ends.get(text.upper(), "")):
            return Meant(identity, self._name(identity))
        return self._find_near(label, text, self._index(label, country))

    def _find_near(self, label: str, text: str, names: NameIndex) -> Meant:
        """Return the place that a name is most like, if it is much like one alone."""
        said = turn_words(text)
        scores: dict[str, float] = {}
        for turned in {said, " ".join(reversed(said.split()))}:
            for name, identity, score in names.nearest(turned, 4):
                # East is not West, however alike the rest.
                if self._quarters(said) == self._quarters(name) or not self._quarters(said):
                    scores[identity] = max(score, scores.get(identity, 0.0))
        ranked = sorted(scores.items(), key=lambda one: (-one[1], one[0]))
        sure = SURE_OF_CITIES if label == "City" else SURE
        if ranked and ranked[0][1] >= sure and (len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= AHEAD):
            return Meant(ranked[0][0], self._name(ranked[0][0]), is_guess=True)
        return Meant(others=tuple(self._name(one) for one, score in ranked[:3] if score >= SUGGESTED))

    @staticmethod
    def _quarters(name: str) -> frozenset[str]:
        return QUARTERS & frozenset(split_words(name))

    def _name(self, identity: str) -> str:
        return self.directory.name(identity).en

    def _index(self, label: str, country: str) -> NameIndex:
        """Return the names of the places of a country."""
        if (label, country) not in self._indexes:
            self._indexes[label, country] = NameIndex(
                (name, listing.id)
                for listing in self.directory
                if listing.label == label and self.directory.country(listing.id) == country
                for name in listing.names()
            )
        return self._indexes[label, country]

    @cached_property
    def _stems(self) -> Mapping[str, str]:
        """The first letters of the names of countries, by which heads name them: росси, german, iran."""
        found: dict[str, set[str]] = {}
        for listing in self.directory:
            if listing.label != "Country":
                continue
            names = {*listing.names(), *list_names_of(*listing.codes[:1])}
            for name in map(fold, (name for name in names if len(name.split()) == 1)):
                for length in range(max(4, len(name) - 3), len(name) + 1):
                    found.setdefault(name[:length], set()).add(listing.id)
        return {stem: next(iter(ids)) for stem, ids in found.items() if len(ids) == 1 and len(stem) >= 4}

    @cached_property
    def has_provinces(self) -> bool:
        """Whether any province of home is known."""
        return any(listing.label == "Province" for listing in self.directory)

    @cached_property
    def _code_ends(self) -> Mapping[str, str]:
        """The provinces of home by what follows the country in their codes, in letters: NSW of AU-NSW."""
        ends = {one.id.rpartition("-")[2]: one.id for one in self.directory if one.label == "Province"}
        return {end: identity for end, identity in ends.items() if end.isalpha() and len(end) <= 3}

    def find_land(self, head: str) -> str:
        """Return the id of the country that the head of a column names (Iranian city), or nothing."""
        for word in split_words(head):
            for length in range(len(word), max(3, len(word) - 6), -1):
                if identity := self._stems.get(word[:length], ""):
                    return identity
        return ""
