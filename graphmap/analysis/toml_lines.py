"""Tells on which line of a TOML text a table, an entry or a key stands, which tomllib does not."""

from __future__ import annotations

import re
from collections import Counter

_TABLE = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"""\s*("[^"]*"|'[^']*'|[\w-]+)\s*=""")


def find_toml_lines(text: str) -> dict[tuple[str, ...], int]:
    r"""Return the line of each table and key; an entry of a list of tables has its number after the name.

    What stands within brackets or braces on one line is found at that line alone.

    >>> find_toml_lines('[points]\ntie = 3\n[[must]]\ncountry = "Iraq"\n')
    {('points',): 1, ('points', 'tie'): 2, ('must', '1'): 3, ('must', '1', 'country'): 4}
    """
    lines: dict[tuple[str, ...], int] = {}
    entries: Counter[str] = Counter()
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if found := _TABLE.match(line):
            name = found[2].strip("\"'")
            entries[name] += 1
            table = (name, str(entries[name])) if found[1] == "[[" else (name,)
            lines.setdefault(table, number)
        elif found := _KEY.match(line):
            lines.setdefault((*table, found[1].strip("\"'")), number)
    return lines
