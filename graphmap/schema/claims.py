"""What a source claims to list whole: read from a short text, so that absence can be told from silence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from graphmap.dates import FIRST_DAY, LAST_DAY, OPEN, UNKNOWN, find_days
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


TELLS_DAYS = 730
"""For how many days after its own a source that lists things whole still tells that something is absent."""


def find_days_told(published: str | None, retrieved: date | None) -> tuple[date, date]:
    """Return from which day to before which day a source tells what is there: from its own day for two years.

    Its own day is the last that `published` may mean, if it was not read before; else `retrieved`. Of the
    days before, a list of what is there does not tell what has ended since. A source without a day tells of
    none: then they are the far marks. DateError if `published` is no date.

    >>> find_days_told("2024-05", date(2024, 5, 20))
    (datetime.date(2024, 5, 20), datetime.date(2026, 5, 20))
    """
    said = "" if published in (None, UNKNOWN, OPEN) else published or ""
    days = [day for day in (find_days(said).latest if said else None, retrieved) if day is not None]
    if not days:
        return LAST_DAY, FIRST_DAY
    first = min(days)
    return first, min(first, LAST_DAY - timedelta(TELLS_DAYS)) + timedelta(TELLS_DAYS)


def list_claims(name: str, places: Iterable[str]) -> tuple[str, ...]:
    """Return the claims, as sources hold them, that cover all of a label or type with an end in some places.

    >>> list_claims("BORDERS", ["IR-04", "IRN"])
    ('BORDERS', 'BORDERS:IR-04', 'BORDERS:IRN')
    """
    return (str(Claim(name)), *(str(Claim(name, place=place)) for place in places))
