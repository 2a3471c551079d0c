"""Names of columns that stand again among the rows: where several tables stand one under another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from graphmap.errors import Fault
from graphmap.exchange.head_words import name_roles
from graphmap.exchange.tables import Row, Table
from graphmap.text import fold

FEWEST = 3
"""So many cells a row has at least that names the columns of another table."""


def pass_over_heads(rows: Iterable[Row], found: Counter[str]) -> Iterator[Row]:
    """Yield rows without those that name the columns again; `found` counts them.

    Where they stand in another order from there on, so do the rows below.

    >>> from graphmap.errors import Place
    >>> cells = [("Fars", "Iraq"), ("b", "a"), ("Oman", "Yazd")]
    >>> rows = [Row(dict(zip("ab", pair)), Place("x")) for pair in cells]
    >>> [dict(row.cells) for row in pass_over_heads(rows, Counter())]
    [{'a': 'Fars', 'b': 'Iraq'}, {'b': 'Oman', 'a': 'Yazd'}]
    """
    order: Mapping[str, str] = {}
    for row in rows:
        if heads := _find_heads(row):
            found["heads"] += 1
            order = {} if all(column == head for column, head in heads.items()) else heads
            found["turned"] += bool(order)
        elif order:
            cells = {order.get(column, column): text for column, text in row.cells.items()}
            yield Row(cells, row.place, {**row.heads, **{head: column for column, head in order.items()}})
        else:
            yield row


def _find_heads(row: Row) -> dict[str, str]:
    """Return the column that each cell of a row names, if it does nothing else."""
    filled = {column: text.strip() for column, text in row.cells.items() if text.strip()}
    columns = _fold_columns(tuple(row.cells))
    # Of most rows one cell is enough to say no.
    if len(filled) < 2 or fold(next(iter(filled.values()))) not in columns:
        return {}
    named = {column: columns.get(fold(text), "") for column, text in filled.items()}
    return named if all(named.values()) and len(set(named.values())) == len(named) else {}


@lru_cache(maxsize=64)
def _fold_columns(columns: tuple[str, ...]) -> dict[str, str]:
    return {fold(column): column for column in columns}


def doubt_heads(table: Table) -> Iterator[Fault]:
    """Yield a fault for each row that names the columns of another table, whose rows would be misread."""
    for row in table.rows:
        texts = [text for cell in row.cells.values() if (text := cell.strip())]
        columns = _fold_columns(tuple(row.cells))
        if (
            len(texts) >= FEWEST
            and any(fold(text) in columns for text in texts)
            and all(map(name_roles, texts))
            and not _find_heads(row)
        ):
            yield Fault(
                "looks like the names of the columns of another table",
                "that table in a sheet or file of its own", row.place, None, " | ".join(texts),
            )  # fmt: skip
