"""The names of the seas, in both languages, with points at which each can stand on a map."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graphmap.points import LatLon
from graphmap.text import Name


@dataclass(frozen=True)
class Sea:
    """A sea: its name, and points on it, the best first."""

    name: Name
    points: tuple[LatLon, ...]


@cache
def read_seas() -> tuple[Sea, ...]:
    """Return the seas that ship with the package."""
    file = files("graphmap.geometry") / "packs" / "seas.json"
    return tuple(
        Sea(Name(one["name"], one["name_fa"]), tuple(LatLon(lat, lon) for lat, lon in one["points"]))
        for one in json.loads(file.read_text(encoding="utf-8"))["seas"]
    )
