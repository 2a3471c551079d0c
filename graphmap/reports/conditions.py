"""How a report asks what counts: each condition on what the store derives is said here alone.

What a tie, term or source is, the store derives when it is written (schema/rules/counting.py, settling.py); a
report only holds the days that it finds there against the day asked. It says so word for word as here, and
does not load where it compares one of these properties in another way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from graphmap.store.tokens import Token, cut_query

CONDITIONS: Mapping[str, str] = MappingProxyType(
    {
        "may count on the day": (
            "coalesce(r.counts_from <= $as_of, true) AND coalesce($as_of < r.counts_until, true)"
        ),
        "may count on the day, or the two are in contact by it": (
            "coalesce(r.counts_from <= $as_of, true) AND coalesce($as_of < r.contact_until, true)"
        ),
        "certainly counts on the day": (
            "coalesce(r.certain_from <= $as_of, false) AND coalesce($as_of < r.certain_until, true)"
        ),
        "is presumed to go on until the day": (
            "$presume > 0 AND r.presumable AND r.certain_from <= $as_of "
            "AND r.last_sign > $as_of - duration({years: $presume})"
        ),
        "ends for want of signs": (
            "$presume > 0 AND r.presumable AND r.last_sign IS NOT NULL "
            "THEN r.last_sign + duration({years: $presume})"
        ),
        "may have been when another began": (
            "coalesce(r.counts_from <= other.since_latest, true) "
            "AND coalesce(other.since_earliest < r.counts_until, true)"
        ),
        "certainly was when another began": (
            "coalesce(r.certain_from <= other.since_earliest, false) "
            "AND coalesce(other.since_latest < r.certain_until, true)"
        ),
        "certainly was only after another began": "coalesce(other.since_latest < r.certain_from, true)",
        "certainly was at a time with another": (
            "coalesce(r.certain_from < other.certain_until, r.certain_from IS NOT NULL) "
            "AND coalesce(other.certain_from < r.certain_until, other.certain_from IS NOT NULL)"
        ),
        "tells of the day": "r.tells_from <= $as_of AND $as_of < r.tells_until",
        "may have opened by the day": "r.opened_earliest IS NULL OR r.opened_earliest <= $as_of",
        "is known on the day to be open, suspended or closed": (
            "CASE WHEN $as_of IS NULL THEN coalesce(r.status, 'unknown') "
            "WHEN r.closed_latest <= $as_of THEN 'closed' "
            "WHEN coalesce(r.status, 'unknown') <> 'unknown' "
            "AND (r.status_on IS NULL OR r.status_on <= $as_of) THEN r.status "
            "WHEN r.opened_latest <= $as_of AND coalesce($as_of < r.closed_earliest, true) THEN 'open' "
            "ELSE 'unknown' END"
        ),
    }
)
"""Each condition by what it says of `r`."""

RULED = (
    *("counts_from", "counts_until", "contact_until", "certain_from", "certain_until"),
    *("presumable", "last_sign", "tells_from", "tells_until"),
    *("opened_earliest", "opened_latest", "closed_earliest", "closed_latest"),
)
"""The derived properties on which conditions rest."""


def _write(tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens)


def _make_pattern(condition: str) -> re.Pattern[str]:
    pattern = re.escape(_write(cut_query(condition)[1]))
    for name in ("r", "other"):
        found, named = rf"(?<!\w){name}\\ \\\.", rf"(?P<{name}>\w+(?: \. \w+)*) \."
        first, *rest = re.split(found, pattern)
        pattern = first + "".join(
            (named if not place else rf"(?P={name}) \.") + part for place, part in enumerate(rest)
        )
    return re.compile(pattern)


_PATTERNS = {name: _make_pattern(condition) for name, condition in CONDITIONS.items()}
_LEFT_OUT = re.compile(
    r"[<>=] (?:\w+ \. )+(counts_from|(?:counts|contact|certain)_until|until_(?:earliest|latest))\b"
    r"|\b(counts_from|(?:counts|contact|certain)_until|until_(?:earliest|latest)) [<>=]"
)
_COMPARED = re.compile(
    rf"[<>=] (?:\w+ \. )+({'|'.join(RULED)})\b|\b({'|'.join(RULED)}) [<>=]|\b(presumable) (?!IS\b)"
)


def list_conditions(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the conditions that a query asks, by their names in CONDITIONS."""
    return tuple(name for name, pattern in _PATTERNS.items() if pattern.search(_write(tokens)))


def find_other_conditions(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield a sentence for each derived property that a query compares otherwise than is said here."""
    text = _write(tokens)
    for pattern in _PATTERNS.values():
        text = pattern.sub("TRUE", text)
    for name in dict.fromkeys(name for found in _COMPARED.finditer(text) for name in found.groups() if name):
        yield f"{name} is compared as none of the conditions says that reports ask (reports/conditions.py)"


def find_left_out(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield a note for each day that a query compares and that is absent where it is open or not known."""
    text = _write(tokens)
    if "coalesce" in text.lower():
        return
    compared = (name for found in _LEFT_OUT.finditer(text) for name in found.groups() if name)
    for name in dict.fromkeys(compared):
        if not re.search(rf"\b{name} IS\b", text, re.IGNORECASE):
            yield (
                f"note: {name} is absent where it is open or not known, and a comparison leaves "
                f"such records out; `coalesce($day < t.{name}, true)` keeps them"
            )
