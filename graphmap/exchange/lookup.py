"""Find a country, province, region, city or any other node by any name it is known by; never by a guess."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from graphmap.errors import NameUnclear, NameUnknown
from graphmap.schema import City, Contents, Country, In, Named, Province, Region, Represents
from graphmap.text import NameIndex, fold

APART_KM = 25.0
"""Two places of one name that lie farther apart than this are two places."""

Point = tuple[float, float]
"""Degrees north, degrees east."""

_UNIT_WORDS = re.compile(
    r"^(?:the|province of|استان|کشور|شهر)\s+|\s+(?:province|governorate)$", re.IGNORECASE
)
_ARABIC = re.compile("[أإةيكىؤ]")
"""Letters of Arabic that Persian does not write: names with them are for finding, not for suggesting."""


def measure_km(a: Point, b: Point) -> float:
    """Return the great-circle distance in kilometres (haversine, mean Earth radius 6371.0088 km).

    >>> round(measure_km((35.6889, 51.3897), (38.0667, 46.3)))
    524
    """
    north_a, east_a, north_b, east_b = map(math.radians, (*a, *b))
    half = (
        math.sin((north_b - north_a) / 2) ** 2
        + math.cos(north_a) * math.cos(north_b) * math.sin((east_b - east_a) / 2) ** 2
    )
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(half)))


class Directory:
    """Every node by its names, ready to be asked while new ones are added.

    Names fold before they are compared (case, diacritics, Arabic and Persian letters, half-spaces), and words
    such as "province" or «استان» round a name do not count. Ids and ISO codes are names too. Cities, regions
    and provinces are looked for within a country where one is given.
    """

    def __init__(self, contents: Contents) -> None:
        """Take the nodes of a store and what they lie in."""
        self._nodes: dict[str, Named] = {}
        self._parents: dict[str, str] = {}
        self._by_name: defaultdict[tuple[str, str], dict[str, list[str]]] = defaultdict(dict)
        self._nearest: dict[tuple[str, str], NameIndex] = {}
        for relationship in contents.relationships.values():
            if isinstance(relationship, In | Represents) and relationship.from_id and relationship.to_id:
                self._parents[relationship.from_id] = relationship.to_id
        for node in contents.nodes.values():
            self._enter(node)

    def __contains__(self, identity: str) -> bool:
        """Say whether a node of this id is known."""
        return identity in self._nodes

    def add(self, node: Named, parent: str = "") -> None:
        """Add a node that lies in another, so that later names find it."""
        if parent and node.id:
            self._parents[node.id] = parent
        self._enter(node)

    def node(self, identity: str) -> Named | None:
        """Return a node by its id."""
        return self._nodes.get(identity)

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
            if isinstance(self._nodes.get(unit), Country):
                return unit
        return ""

    def find(self, label: str, name: str, within: str = "") -> str:
        """Return the id of the one node of a label that bears a name.

        `within` is the id of a unit it must lie in. Raises NameUnknown with the three nearest, or NameUnclear
        with all that bear the name.
        """
        found = self.candidates(label, name, within)
        if len(found) == 1:
            return found[0]
        what = label.lower()
        if within and (unit := self._nodes.get(within)) is not None:
            what += f" in {unit.name}"
        if found:
            raise NameUnclear(name, what, [(self._describe(identity), identity) for identity in found])
        raise NameUnknown(name, what, self.nearest(label, name, within))

    def candidates(self, label: str, name: str, within: str = "", at: Point | None = None) -> tuple[str, ...]:
        """Return the ids of all nodes of a label that bear a name.

        Those that are spelt just so, and those that lie in `within`, come alone where there are any. `at` is
        the point of the place that is meant: one farther off than 25 km is another, and the nearest is taken.
        """
        stripped = name.strip()
        node = self._nodes.get(stripped)
        if node is not None and node.stored_as == label:
            return (stripped,)
        known = self._by_name.get((label, self._scope(label, within)), {})
        found = known.get(fold(stripped)) or known.get(fold(_UNIT_WORDS.sub("", stripped))) or ()
        if at is not None and found:
            return self._choose_by_point(found, at)
        if len(found) > 1:
            # A name that is spelt just so comes before those that only fold like it (Münster, Munster).
            found = [i for i in found if _spell(name) in map(_spell, _list_names(self._nodes[i]))] or found
        if within and len(found) > 1:
            inside = tuple(identity for identity in found if within in self.above(identity))
            return inside or tuple(found)
        return tuple(found)

    def nearest(self, label: str, name: str, within: str = "") -> list[tuple[str, str]]:
        """Return up to three (name, id) of a label that are most like a name."""
        scope = (label, self._scope(label, within))
        if scope not in self._nearest:
            ids = dict.fromkeys(i for named in self._by_name.get(scope, {}).values() for i in named)
            self._nearest[scope] = NameIndex(
                (known, identity)
                for identity in ids
                for known in _list_names(self._nodes[identity])
                if not _ARABIC.search(known)
            )
        return [(known, identity) for known, identity, _ in self._nearest[scope].nearest(name, 3)]

    def _enter(self, node: Named) -> None:
        identity = node.id or ""
        self._nodes[identity] = node
        codes = [identity]
        if isinstance(node, Country) and node.iso2:
            codes.append(node.iso2)
        scopes = {"", self.country(identity)} if isinstance(node, Province | Region | City) else {""}
        for scope in scopes:
            known = self._by_name[node.stored_as, scope]
            self._nearest.pop((node.stored_as, scope), None)
            for name in (*codes, *_list_names(node)):
                named = known.setdefault(fold(name), [])
                if identity not in named:
                    named.append(identity)

    def _scope(self, label: str, within: str) -> str:
        if label not in {Province.stored_as, Region.stored_as, City.stored_as}:
            return ""
        return self.country(within) if within else ""

    def _choose_by_point(self, found: Iterable[str], at: Point) -> tuple[str, ...]:
        unplaced, near = [], []
        for identity in found:
            point = find_point(self._nodes[identity])
            if point is None:
                unplaced.append(identity)
            elif (km := measure_km(point, at)) <= APART_KM:
                near.append((km, identity))
        return (min(near)[1],) if near else tuple(unplaced)

    def _describe(self, identity: str) -> str:
        node = self._nodes[identity]
        unit = self._nodes.get(self._parents.get(identity, ""))
        return f"{node.name} in {unit.name}" if unit is not None else f"{node.name}"


def find_point(node: Named) -> Point | None:
    """Return where a node lies, if it says so."""
    lat, lon = getattr(node, "lat", None), getattr(node, "lon", None)
    return (lat, lon) if lat is not None and lon is not None else None


def _spell(name: str) -> str:
    return unicodedata.normalize("NFC", name.strip()).casefold()


def _list_names(node: Named) -> Iterator[str]:
    for name in (node.name, node.name_fa, *(node.aliases or ())):
        if name and name.strip():
            yield name
            plain = _UNIT_WORDS.sub("", name)
            if plain and plain != name:
                yield plain
