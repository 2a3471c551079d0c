"""What kglite reads and names otherwise than Neo4j: letters outside ASCII, and backticks in a column's name.

Both are kglite 0.21's; this may go when `RETURN 1 AS نام` runs there and names its column نام.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphmap.store.tokens import cut_pieces

_PATTERN = re.compile(r"Unexpected character '([^\x00-\x7f])'")


def quote_names(cypher: str) -> str:
    """Return an admitted query with each name that has letters outside ASCII in backticks.

    >>> quote_names("MATCH (n) RETURN n.name AS نام")
    'MATCH (n) RETURN n.name AS `نام`'
    """
    if cypher.isascii():
        return cypher
    pieces = cut_pieces(cypher)
    return "".join(
        f"`{piece}`" if sort == "word" and not piece.isascii() and last != "$" else piece
        for (_, last), (sort, piece) in zip([("", ""), *pieces], pieces, strict=False)
    )


def name_columns(columns: Sequence[str], cypher: str) -> list[str]:
    """Return the names of the columns as Neo4j gives them: kglite loses the first of their backticks.

    >>> name_columns(["set`", "n`.name", "a`b"], "RETURN `set`, `n`.name, 1 AS `a``b`")
    ['set', '`n`.name', 'a`b']
    """
    named = []
    for column in columns:
        if "`" in column and f"`{column}" in cypher:
            column = f"`{column}"
            if re.fullmatch(r"`(?:[^`]|``)*`", column):
                column = column[1:-1].replace("``", "`")
        named.append(column)
    return named


def explain_letter(text: str) -> str | None:
    """Return what to write instead where kglite met a letter that it does not know; None where it did not."""
    found = _PATTERN.search(text)
    return found and (
        f"in a pattern, a graph in a file knows names of Latin letters alone, and met {found[1]}: "
        "write MATCH (n:Country), and give the column its name with AS"
    )
