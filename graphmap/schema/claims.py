"""What a source claims to list whole: read from a short text, so that absence can be told from silence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graphmap.schema.kinds import LIST_MARK, Kind, ValueRefused

_FORM = re.compile(r"([A-Za-z][A-Za-z_]*)(?:\.([a-z_]+))?(?::([A-Za-z0-9._-][A-Za-z0-9:._-]*|\*))?")
_RIGHT = "NAME, NAME.KIND, NAME:PLACE or NAME.KIND:PLACE, such as TIED_TO.sister_city:TUR or Mission:*"


@dataclass(frozen=True, slots=True)
class Claim:
    """That a source lists every record of a label or type: of one kind or all, of one place or everywhere.

    `place` is the id of a country, province, region or city: the claim is then of the records at one end of
    which that place lies, or what lies in it. The day of which a source speaks is its `published`, else its
    `retrieved`.
    """

    name: str
    kind: str = ""
    place: str = ""

    def __str__(self) -> str:
        """Write it as a source holds it."""
        kind, place = self.kind and f".{self.kind}", self.place and f":{self.place}"
        return f"{self.name}{kind}{place}"


def parse_claim(text: str) -> Claim:
    """Read a claim; `*` for a place says that it holds everywhere, as no place does. May raise ValueRefused.

    >>> parse_claim("TIED_TO.sister_city:TUR"), str(parse_claim("Mission:*"))
    (Claim(name='TIED_TO', kind='sister_city', place='TUR'), 'Mission')
    """
    found = _FORM.fullmatch(text.strip())
    if not found:
        raise ValueRefused("is no claim of a source", _RIGHT)
    name, kind, place = (part or "" for part in found.groups())
    return Claim(name, kind, "" if place == "*" else place)


def read_claim(text: str) -> str:
    """Read the text of a claim in its one form."""
    return str(parse_claim(text))


CLAIMS = Kind(
    "claims of completeness",
    "ادعاهای کامل بودن",
    f"{_RIGHT}; several joined by {LIST_MARK}",
    read_claim,
    many=True,
)
