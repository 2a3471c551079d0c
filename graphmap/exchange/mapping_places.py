"""Where a place that a row names may lie, how that is said, and the id of a new place."""

from __future__ import annotations

from graphmap.directory import Directory
from graphmap.exchange.mapping_format import mint_city_id
from graphmap.points import LatLon
from graphmap.text import mint_slug


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


def mint_free_id(directory: Directory, name: str, within: str) -> tuple[str, bool]:
    """Mint the id of a new city that no other place has, and say whether the plain one was taken.

    Then the region is added to it, else a number.
    """
    country = directory.country(within) or within
    plain = mint_city_id(country, name)
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
