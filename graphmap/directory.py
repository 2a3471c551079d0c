"""One look-up of anything by id, code, name or alias, in either script; never by a guess."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphmap.errors import GraphmapError, NameUnclear, NameUnknown
from graphmap.points import LatLon, measure_km
from graphmap.text import Name, NameIndex, fold, guess_language, split_words

if TYPE_CHECKING:
    from graphmap.schema import Contents, Named

APART_KM = 25.0
"""Two places of one name that lie farther apart than this are two places."""

SCOPED = frozenset({"Province", "Region", "City"})
"""Labels of which only those in a country are asked for, where one is named; others lie in none for sure."""

_UNITS = frozenset({"Province", "Region"})
UNIT_WORDS: tuple[tuple[tuple[str, ...], frozenset[str]], ...] = (
    (("the",), frozenset()),
    (("province", "of"), _UNITS),
    (("governorate", "of"), _UNITS),
    (("استان",), _UNITS),
    (("city", "of"), frozenset({"City"})),
    (("شهر",), frozenset({"City"})),
    (("کشور",), frozenset({"Country"})),
)
"""Words before a name that do not count, and the labels whose names they stand before; none for any label."""

UNIT_WORDS_AFTER = (("province",), ("governorate",))
"""Words after the name of a province or region that do not count."""

_ARABIC = re.compile("[أإةيكىؤ]")
"""Letters of Arabic that Persian does not write: names with them are for finding, not for offering."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A node as a directory lists it: its name, other names, codes beside its id, and where it lies."""

    id: str
    label: str
    name: Name
    aliases: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    point: LatLon | None = None

    def names(self) -> tuple[str, ...]:
        """Return its names, codes left aside."""
        return tuple(name for name in (self.name.en, self.name.fa, *self.aliases) if name.strip())

    def names_in(self, language: str) -> tuple[str, ...]:
        """Return its names in a language; where it has none there, its name as it stands."""
        said = tuple(n for n in self.names() if guess_language(n) == language and not _ARABIC.search(n))
        return said or (self.name.in_language(language) or self.id,)


def list_node(node: Named) -> Listing:
    """Return a node of the model as a directory lists it."""
    from graphmap.schema import Country

    codes = (node.iso2,) if isinstance(node, Country) and node.iso2 else ()
    return Listing(
        node.identity,
        node.stored_as,
        node.known_as,
        node.aliases or (),
        codes,
        find_point(node),
    )


def find_point(node: Named) -> LatLon | None:
    """Return where a node lies, if it says so."""
    lat, lon = getattr(node, "lat", None), getattr(node, "lon", None)
    return LatLon(lat, lon) if lat is not None and lon is not None else None


class Directory:
    """Nodes by all their names, ready to be asked while new ones are added.

    Names fold before they are compared (case, diacritics, Arabic and Persian letters, half-spaces), and words
    such as "province" or «استان» round a name do not count. Ids and codes are names too.
    """

    def __init__(
        self, listings: Iterable[Listing] = (), parents: Mapping[str, str] | None = None, home: str = ""
    ) -> None:
        """Take nodes, the id of what each lies in or represents, and the id of the home country."""
        self._listings = {listing.id: listing for listing in listings}
        self._parents = dict(parents or {})
        self.home = home
        self._by_label: dict[str, dict[str, list[str]]] = {}
        self._nearest: dict[tuple[tuple[str, ...], str, str], NameIndex] = {}

    @classmethod
    def of(cls, contents: Contents) -> Directory:
        """List the nodes of a store's contents."""
        from graphmap.schema import In, Represents

        parents = {
            relationship.start: relationship.target
            for relationship in contents.relationships.values()
            if isinstance(relationship, In | Represents)
        }
        home = contents.home.identity if contents.home else ""
        return cls(map(list_node, contents.nodes.values()), parents, home)

    def __contains__(self, identity: str) -> bool:
        """Say whether a node of this id is known."""
        return identity in self._listings

    def __iter__(self) -> Iterator[Listing]:
        """Yield all nodes."""
        return iter(self._listings.values())

    def __getitem__(self, identity: str) -> Listing:
        """Return a node by its id; KeyError if it is not known."""
        return self._listings[identity]

    def get(self, identity: str) -> Listing | None:
        """Return a node by its id, None where it is not known."""
        return self._listings.get(identity)

    def name(self, identity: str) -> Name:
        """Return the name of a node by its id; the id itself stands for one that is not known."""
        listing = self._listings.get(identity)
        return listing.name if listing is not None else Name(identity)

    def add(self, listing: Listing, parent: str = "") -> None:
        """Add a node that lies in another, so that later names find it; one of the same id is replaced."""
        if parent:
            self._parents[listing.id] = parent
        self._listings[listing.id] = listing
        if (known := self._by_label.get(listing.label)) is not None:
            _enter(listing, known)
        self._nearest = {key: held for key, held in self._nearest.items() if listing.label not in key[0]}

    def put(self, identity: str, at: LatLon) -> None:
        """Say where a known node lies."""
        self._listings[identity] = replace(self._listings[identity], point=at)

    def parent(self, identity: str) -> str:
        """Return the id of what a node lies in, or nothing."""
        return self._parents.get(identity, "")

    def above(self, identity: str) -> Iterator[str]:
        """Yield what a node lies in, step by step up to its country."""
        seen = {identity}
        while (identity := self._parents.get(identity, "")) and identity not in seen:
            seen.add(identity)
            yield identity

    def country(self, identity: str) -> str:
        """Return the id of the country that a node is or lies in, or nothing."""
        for unit in (identity, *self.above(identity)):
            listing = self._listings.get(unit)
            if listing is not None and listing.label == "Country":
                return unit
        return ""

    def find(
        self, labels: str | Iterable[str], name: str, within: str = "", language: str | None = None
    ) -> str:
        """Return the id of the one node of a label, or of some labels, that bears a name.

        `within` is the id of a unit it must lie in. Raises NameUnknown with the three nearest, or NameUnclear
        with all that bear the name; they are told in the language, else in that of the name.
        """
        labels = _list_labels(labels)
        found = self.candidates(labels, name, within)
        if len(found) == 1:
            return found[0]
        language = language or guess_language(name)
        what = " or ".join(label.lower() for label in labels)
        if within and (unit := self._listings.get(within)) is not None:
            what += f" in {unit.name.en}"
        if found:
            raise NameUnclear(
                name, what, [(self._describe(identity, language), identity) for identity in found]
            )
        near = self.nearest(labels, name, within, language)
        if language == "fa":
            # By the name in Persian: one that is like may be Arabic, which is written in the same script.
            near = [(self.name(identity).in_language(language), identity) for _, identity in near]
        raise NameUnknown(name, what, near)

    def find_foreign_country(self, name: str, language: str | None = None) -> str:
        """Return the id of a foreign country as `find` does; GraphmapError for the home country.

        Any country that is known can be asked about, whether or not a tie leads there.
        """
        identity = self.find("Country", name, language=language)
        if identity == self.home:
            raise GraphmapError(f"{identity} is the home country; right would be a foreign one")
        return identity

    def candidates(
        self, labels: str | Iterable[str], name: str, within: str = "", at: LatLon | None = None
    ) -> tuple[str, ...]:
        """Return the ids of all nodes of a label, or of some, that bear a name.

        Those that are spelt just so, and those that lie in `within`, come alone where there are any. `at` is
        the point of the place that is meant: one farther off than 25 km is another, and the nearest is taken.
        """
        labels, said = _list_labels(labels), name.strip()
        listing = self._listings.get(said)
        if listing is not None and listing.label in labels:
            return (said,)
        found = self._find_folded(labels, fold(said), within)
        if not found:
            plain = {label: fold_plainly(said, label) for label in labels}
            found = [i for label in labels for i in self._find_folded((label,), plain[label], within)]
        if at is not None and found:
            return self._choose_by_point(found, at)
        if len(found) > 1:
            # A name that is spelt just so comes before those that only fold like it (Münster, Munster).
            spelt = _spell(said)
            found = [i for i in found if spelt in map(_spell, self._listings[i].names())] or found
        if within and len(found) > 1:
            found = [identity for identity in found if within in self.above(identity)] or found
        return tuple(found)

    def nearest(
        self, labels: str | Iterable[str], name: str, within: str = "", language: str | None = None
    ) -> list[tuple[str, str]]:
        """Return up to three (name, id) most like a name, in the language, else in that of the name."""
        labels, language = _list_labels(labels), language or guess_language(name)
        country = self.country(within) if within else ""
        key = (labels, country, language)
        if key not in self._nearest:
            self._nearest[key] = NameIndex(
                (known, listing.id)
                for listing in self._listings.values()
                if listing.label in labels and self._lies_in(listing.id, country)
                for known in listing.names_in(language)
            )
        return [(known, identity) for known, identity, _ in self._nearest[key].nearest(name, 3)]

    def _find_folded(self, labels: tuple[str, ...], folded: str, within: str) -> list[str]:
        country = self.country(within) if within else ""
        found = (identity for label in labels for identity in self._index(label).get(folded, ()))
        return [identity for identity in dict.fromkeys(found) if self._lies_in(identity, country)]

    def _lies_in(self, identity: str, country: str) -> bool:
        return (
            not country or self._listings[identity].label not in SCOPED or self.country(identity) == country
        )

    def _index(self, label: str) -> dict[str, list[str]]:
        """Return the ids of a label by every folded name; made when a label is first asked for."""
        known = self._by_label.get(label)
        if known is None:
            known = self._by_label[label] = {}
            for listing in self._listings.values():
                if listing.label == label:
                    _enter(listing, known)
        return known

    def _choose_by_point(self, found: Iterable[str], at: LatLon) -> tuple[str, ...]:
        unplaced, near = [], []
        for identity in found:
            point = self._listings[identity].point
            if point is None:
                unplaced.append(identity)
            elif (km := measure_km(point, at)) <= APART_KM:
                near.append((km, identity))
        return (min(near)[1],) if near else tuple(unplaced)

    def _describe(self, identity: str, language: str) -> str:
        name, unit = self.name(identity), self._parents.get(identity, "")
        if unit not in self._listings:
            return name.in_language(language)
        mark = "، " if language == "fa" else " in "
        return f"{name.in_language(language)}{mark}{self.name(unit).in_language(language)}"


def fold_plainly(name: str, label: str) -> str:
    """Return the form in which a name of a label is matched, without a word round it that says what it names.

    >>> fold_plainly("Tehran Province", "Province"), fold_plainly("Plovdiv Province", "City")
    ('tehran', 'plovdivprovince')
    >>> fold_plainly("The Province", "Province")
    'province'
    """
    words = split_words(name)
    for before, labels in UNIT_WORDS:
        if len(words) > len(before) and words[: len(before)] == before and (not labels or label in labels):
            words = words[len(before) :]
            break
    for after in UNIT_WORDS_AFTER if label in _UNITS else ():
        if len(words) > len(after) and words[-len(after) :] == after:
            words = words[: -len(after)]
            break
    return "".join(words) or fold(name)


def _list_labels(labels: str | Iterable[str]) -> tuple[str, ...]:
    return (labels,) if isinstance(labels, str) else tuple(labels)


def _enter(listing: Listing, known: dict[str, list[str]]) -> None:
    forms = {fold(name): None for name in (listing.id, *listing.codes)}
    for name in listing.names():
        forms[fold(name)] = forms[fold_plainly(name, listing.label)] = None
    for form in forms:
        held = known.setdefault(form, [])
        if listing.id not in held:
            held.append(listing.id)


def _spell(name: str) -> str:
    return unicodedata.normalize("NFC", name.strip()).casefold()
