"""Draws tables for the eye: cells wrap, columns give way, and nothing is wider than the screen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphmap.direction import END_ISOLATE, ISOLATE
from graphmap.text import visible

SPACE, RULE = "  ", "─"
"""What stands between two columns of a table, and under its head."""

LEAST, EASY = 6, 11
"""Columns of text are no narrower than the first, and give way before they are narrower than the second."""

LONGEST_WORD = 22
"""A longer word is broken; no column is kept wide for it."""

MOST_WHOLE = 40
"""A word of at most so many cells is kept whole where there is room."""

LOOKED_AT = 300
"""How many rows say how wide a column is to be."""

_RIGHT_TO_LEFT = frozenset({"R", "AL"})


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over a column. Numbers stand to the `right`; columns of a higher `rank` give way first."""

    text: str
    right: bool = False
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table as text, and the heads of the columns that it has no room for."""

    text: str
    left_out: tuple[str, ...] = ()


def draw_table(heads: Sequence[Head], rows: Sequence[Sequence[str]], width: int | None = None) -> Table:
    """Draw a table no wider than a screen; without a width each row is one line, however long.

    Columns give way by their rank, the later of a rank first, until those left are wide enough to be read;
    where not even those of rank 0 are, each row becomes a block with a line a column.
    """
    cells = [[_flatten(text) for text in row] for row in ([head.text for head in heads], *rows)]
    kept = list(range(len(heads)))
    if width is None:
        widths = [max(measure(row[place]) for row in cells) for place in kept]
        return Table(_lay_out(cells, widths, heads, kept))
    floors, wants = zip(*(_find_widths(place, heads[place], cells) for place in kept), strict=True)
    while _sum(floors, kept) > width and (giving := [place for place in kept if heads[place].rank]):
        kept.remove(max(giving, key=lambda place: (heads[place].rank, place)))
    least = [min(floors[place], LEAST) if not heads[place].right else floors[place] for place in kept]
    if sum(least) + len(SPACE) * (len(kept) - 1) > width:
        return Table(_stack(cells, width))
    start = [floors[place] for place in kept] if _sum(floors, kept) <= width else least
    longest = [min(max(map(_longest_word, column)), MOST_WHOLE) for column in _list_columns(cells, kept)]
    widths = _share_out(start, longest, [wants[place] for place in kept], width)
    left_out = tuple(head.text for place, head in enumerate(heads) if place not in kept)
    return Table(_lay_out(cells, widths, heads, kept), left_out)


def _find_widths(place: int, head: Head, cells: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Return how wide a column must be to be read with ease, and how wide it would be unbroken."""
    texts = [row[place] for row in cells[: LOOKED_AT + 1]]
    want = max(measure(text) for text in texts)
    word = max((measure(word) for text in texts for word in text.split()), default=1)
    if head.right:
        numbers = max((measure(text) for text in texts[1:]), default=1)
        return max(min(numbers, EASY), _longest_word(head.text)), want
    return min(want, max(min(word, LONGEST_WORD), EASY)), want


def _longest_word(text: str) -> int:
    return max((measure(word) for word in text.split()), default=1)


def _list_columns(cells: Sequence[Sequence[str]], kept: Sequence[int]) -> Iterator[list[str]]:
    return ([row[place] for row in cells[: LOOKED_AT + 1]] for place in kept)


def _sum(widths: Sequence[int], kept: Sequence[int]) -> int:
    return sum(widths[place] for place in kept) + len(SPACE) * (len(kept) - 1)


def _share_out(widths: Sequence[int], longest: Sequence[int], wants: Sequence[int], width: int) -> list[int]:
    """Give the room that is left first to words that would be broken, then to what breaks most often."""
    widths = list(widths)
    room = width - sum(widths) - len(SPACE) * (len(widths) - 1)
    for place in sorted(range(len(widths)), key=lambda one: longest[one] - widths[one]):
        given = min(max(0, longest[place] - widths[place]), room)
        if widths[place] + given >= longest[place]:
            widths[place] += given
            room -= given
    while room > 0:
        place = max(range(len(widths)), key=lambda one: wants[one] / widths[one])
        if wants[place] <= widths[place]:
            break
        widths[place] += 1
        room -= 1
    return widths


def _lay_out(
    cells: Sequence[Sequence[str]], widths: Sequence[int], heads: Sequence[Head], kept: Sequence[int]
) -> str:
    rows = []
    for row in cells:
        lines = [list(wrap(row[place], width)) or [""] for place, width in zip(kept, widths, strict=True)]
        rows.append(
            [
                SPACE.join(
                    _pad(cell[at] if at < len(cell) else "", width, heads[place].right)
                    for cell, width, place in zip(lines, widths, kept, strict=True)
                ).rstrip()
                for at in range(max(map(len, lines)))
            ]
        )
    head, *body = rows
    rule = RULE * (sum(widths) + len(SPACE) * (len(widths) - 1))
    # Rows of several lines are kept apart; those of one line, and a few longer ones among them, need it not.
    between = "\n\n" if 3 * sum(len(row) > 1 for row in body) > len(body) else "\n"
    return "\n".join([*head, rule, between.join("\n".join(row) for row in body)]).rstrip("\n") + "\n"


def _pad(text: str, width: int, right: bool) -> str:
    room = " " * (width - measure(text))
    return room + text if right else text + room


def _stack(cells: Sequence[Sequence[str]], width: int) -> str:
    """Draw each row as a block, a line a column, for a screen that is too narrow for a table."""
    head, *rows = cells
    blocks = []
    for row in rows:
        said = (f"{name}: {text}" for name, text in zip(head, row, strict=True) if text)
        blocks.append("\n".join(line for text in said for line in wrap(text, max(width, LEAST))))
    return "\n\n".join(blocks) + "\n"


# ------------------------------------------------------------------------------------------ cells


def measure(text: str) -> int:
    """Return how many cells of a terminal a text takes.

    >>> measure("Qom"), measure("می\u200cشود"), measure("東京")
    (3, 5, 4)
    """
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _flatten(text: str) -> str:
    """Return a text as one line that a terminal may be given."""
    return visible(" ".join(text.split()))


def wrap(text: str, width: int) -> Iterator[str]:
    """Yield a text in lines of at most a width, broken at spaces, each a whole for the eye."""
    open_marks = 0
    for line in _break_lines(text, width):
        said = ISOLATE * open_marks + line
        open_marks = max(0, said.count(ISOLATE) - said.count(END_ISOLATE))
        yield _isolate(said + END_ISOLATE * open_marks)


def _break_lines(text: str, width: int) -> Iterator[str]:
    line, taken = "", 0
    for word in text.split():
        long = measure(word)
        if line and taken + 1 + long <= width:
            line, taken = f"{line} {word}", taken + 1 + long
            continue
        if line:
            yield line
        *parts, line = _break_word(word, width) if long > width else (word,)
        yield from parts
        taken = measure(line)
    if line:
        yield line


def _break_word(word: str, width: int) -> Iterator[str]:
    """Yield a word that is too long in pieces; what combines stays with its letter."""
    piece, taken = "", 0
    for letter in word:
        wide = measure(letter)
        if piece and wide and taken + wide > width:
            yield piece
            piece, taken = "", 0
        piece, taken = piece + letter, taken + wide
    yield piece


def _isolate(line: str) -> str:
    """Keep a line that reads from right to left from turning the cells beside it."""
    if line.isascii() or (line[0] == ISOLATE and line[-1] == END_ISOLATE and line.count(ISOLATE) == 1):
        return line
    turns = any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in line)
    return f"{ISOLATE}{line}{END_ISOLATE}" if turns else line
