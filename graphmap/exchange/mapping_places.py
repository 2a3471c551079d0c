"""Where a place that a row names may lie, how that is said, and the id of a new place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graphmap.directory import Directory
from graphmap.geometry.pack import Outline, read_home_pack
from graphmap.points import LatLon
from graphmap.text import mint_slug

NEAR = 0.02
"""Degrees to a border, some two kilometres, within which outlines and points do not tell the side."""


def may_lie(directory: Directory, identity: str, name: str, within: str, at: LatLon | None) -> bool:
    """Say whether a known place of a name can be the one that lies in a unit.

    It cannot where it is known to lie in another unit, of which neither holds the other. An id names one
    place, and so does a point near by.
    """
    listing = directory[identity]
    if not within or name.strip() == identity or (at is not None and listing.point is not None):
        return True
    parent = directory.parent(identity)
    return not parent or within in (identity, *directory.above(identity)) or parent in directory.above(within)


def say_unit(directory: Directory, identity: str) -> str:
    """Return the English name of a unit, its id where it is not known."""
    unit = directory.get(identity)
    return unit.name.en if unit is not None else identity


def say_place(directory: Directory, identity: str) -> str:
    """Return an id with its English name, any other text as it stands."""
    unit = directory.get(identity)
    return f"{identity} ({unit.name.en})" if unit is not None else identity


def say_where(directory: Directory, identity: str) -> str:
    """Return the id of a place and where it lies, as a message says it."""
    return f"{identity}, which lies in {say_unit(directory, directory.parent(identity))}"


def mint_free_id(directory: Directory, label: str, name: str, within: str) -> tuple[str, bool]:
    """Mint the id of a new place or office that no other has, and say whether the plain one was taken.

    Then the region is added to it, else a number.
    """
    country = directory.country(within) or within
    plain = mint_id(label, country, name)
    if plain not in directory:
        return plain, False
    identity = plain
    if within and within != country:
        identity = f"{plain}-{mint_slug(within)}"
    number = 2
    while identity in directory:
        identity = f"{plain}-{number}"
        number += 1
    return identity, True


def mint_id(label: str, country: str, name: str) -> str:
    """Mint the id of a place or office from its label, the code of its country and its name.

    >>> mint_id("City", "TUR", "Konya"), mint_id("City", "CHN", "Ürümqi")
    ('city:tur:konya', 'city:chn:urumqi')
    """
    return f"{label.lower()}:{country.lower()}:{mint_slug(name)}"


@dataclass(frozen=True, slots=True)
class Shapes:
    """Outlines of units by their id: the provinces of a home country, or the units of others beside it."""

    outlines: Mapping[str, Outline]

    @classmethod
    def of(cls, home: str, label: str) -> Shapes:
        """Return the shapes that ship for a home country; none where there are none."""
        pack = read_home_pack(home)
        found: Mapping[str, Outline] = {}
        if pack is not None:
            found = pack.provinces if label == "Province" else pack.units
        return cls(found)

    def find(self, at: LatLon) -> str:
        """Return the id of the unit in which a point surely lies, nothing where it lies near a border.

        >>> Shapes.of("IRN", "Province").find(LatLon(38.43, 45.77))
        'IR-03'
        """
        around = [LatLon(at.lat + north, at.lon + east) for north in (-NEAR, NEAR) for east in (-NEAR, NEAR)]
        found = {self._find(point) for point in (at, *around)}
        return found.pop() if len(found) == 1 else ""

    def _find(self, at: LatLon) -> str:
        return next((identity for identity, shape in self.outlines.items() if shape.contains(at)), "")
