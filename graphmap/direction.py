"""Marks that keep the direction of a name from touching the text around it."""

from __future__ import annotations

import unicodedata
from itertools import accumulate

from graphmap.text import clean_name

ISOLATE, END_ISOLATE = "\u2068", "\u2069"

_AGAINST = {"en": {"R", "AL"}, "fa": {"L"}}
_TURNING = {"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067"}
_LONGEST_ARGUMENT = 2_000  # fluent.runtime 0.4.0 refuses an argument of more than 2,500 characters


def isolate(name: str) -> str:
    r"""Return a name, cleaned, between marks that keep its direction from touching the text around it.

    >>> isolate("Qom") == "\u2068Qom\u2069"
    True
    """
    return f"{ISOLATE}{clean_name(name)}{END_ISOLATE}"


def contain(text: str, code: str) -> str:
    """Return a text that cannot turn what stands around it: isolated if it could, its own marks balanced."""
    if text.isascii() and text.isprintable() and code == "en":
        return text[:_LONGEST_ARGUMENT]
    kept: list[str] = []
    opened: list[int] = []
    for c in text[:_LONGEST_ARGUMENT]:
        if c == ISOLATE:
            opened.append(len(kept))
        elif c == END_ISOLATE:
            if not opened:
                continue
            opened.pop()
        elif c in _TURNING:
            continue
        kept.append(c if c.isprintable() or unicodedata.category(c) == "Cf" else " ")
    for place in opened:
        kept[place] = ""
    shown = "".join(kept)
    depth = list(accumulate((c == ISOLATE) - (c == END_ISOLATE) for c in shown))
    if depth and 0 not in depth[:-1] and depth[0] == 1:
        return shown
    outside = (c for c, level in zip(shown, depth, strict=True) if not level)
    against = any(unicodedata.bidirectional(c) in _AGAINST[code] for c in outside)
    return f"{ISOLATE}{shown}{END_ISOLATE}" if against else shown
