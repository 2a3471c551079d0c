"""Marks in the cells of other people's tables that are no part of what they say: ditto, footnotes, flags."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from graphmap.exchange.second_heads import pass_over_heads
from graphmap.exchange.tables import Row

DITTO = frozenset(
    (
        *(
            '"',
            "''",
            "″",
            "〃",
            "„",
            "-do-",
            "- do -",
            "do.",
            "-do",
            '-"-',
            '- " -',
            "ditto",
            "dto.",
            "as above",
        ),
        *(
            "same as above",
            "idem",
            "ibid.",
            "ibid",
            "同上",
            "상동",
            "ایضا",
            "ایضاً",
            "〃〃",
            "то же",
            "aynı",
            "s.o.",
        ),
    )
)
"""What stands in a cell for what the cell above it says."""
_FOOTNOTE = re.compile(
    r"\s*(?:\[(?:\w{1,3}|note \d+|n \d+|citation needed|when\?|better source needed"
    r"|[؀-ۿ]{1,4} ?[\d۰-۹]*)\])+\s*$"
    r"|(?<=\w)\s*(?:[†‡§¹²³⁴⁵⁶⁷⁸⁹]+|\*+)\s*$",
    re.IGNORECASE,
)
"""Marks of footnotes at the end of a cell, which may hold nothing else."""
_FLAGS = re.compile("[\U0001f1e6-\U0001f1ff\U0001f3f4\U000e0020-\U000e007f\ufe0f]+\\s*")
"""Flags, of letters of regions or of tags."""
_FLAG_ALONE = re.compile("\\s*([\U0001f1e6-\U0001f1ff])([\U0001f1e6-\U0001f1ff])\\s*")
"""A flag that stands for its country, of which the cell says no more."""
_FIRST_LETTER = 0x1F1E6 - ord("A")


def tidy_rows(rows: Iterable[Row], found: Counter[str]) -> Iterator[Row]:
    """Yield rows without marks that say nothing, a ditto as what stands above it; `found` counts them.

    Rows that name the columns again are none; a flag alone is the code of its country.

    >>> from graphmap.errors import Place
    >>> cells = [{"a": "Fars[1]", "b": "🇮🇶 Iraq"}, {"a": "-do-"}]
    >>> rows = [Row(one, Place("x")) for one in cells]
    >>> [dict(row.cells) for row in tidy_rows(rows, Counter())]
    [{'a': 'Fars', 'b': 'Iraq'}, {'a': 'Fars'}]
    """
    above: dict[str, str] = {}
    for row in pass_over_heads(rows, found):
        changed: dict[str, str] = {}
        for column, text in row.cells.items():
            plain = text
            if text.strip().lower() in DITTO and above.get(column):
                plain = above[column]
                found["ditto"] += 1
            elif "[" in text or "*" in text or not text.isascii():
                plain = _FOOTNOTE.sub("", text)
                found["footnote"] += plain != text
                if flag := _FLAG_ALONE.fullmatch(plain):
                    plain = "".join(chr(ord(letter) - _FIRST_LETTER) for letter in flag.groups())
                plain = _FLAGS.sub("", plain)
            if plain != text:
                changed[column] = plain
            if plain:
                above[column] = plain
        yield Row({**row.cells, **changed}, row.place, row.heads) if changed else row


def say_tidied(file: str, found: Counter[str]) -> Iterator[str]:
    """Yield what was done with the marks of a file, where it may matter."""
    if count := found["ditto"]:
        said = "1 cell says" if count == 1 else f"{count:,} cells say"
        yield f"{file}: {said} ditto, and what stands above is taken"
    if count := found["footnote"]:
        marks = "the mark of a footnote" if count == 1 else f"{count:,} marks of footnotes"
        yield f"{file}: {marks} left away; what the footnotes say is not read"
    if count := found["heads"]:
        named = "1 row names" if count == 1 else f"{count:,} rows name"
        order = "" if not found["turned"] else ", in another order, in which the rows below are read"
        yield f"{file}: {named} the columns again{order}; passed over"
