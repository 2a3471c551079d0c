"""Reads a file given to a question: TOML or CSV, names by the one look-up, every fault of it at once."""

from __future__ import annotations

import csv
import io
import math
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from graphmap.analysis.toml_lines import find_toml_lines
from graphmap.errors import Fault, Faults, GraphmapError, Place
from graphmap.store.columns import NOTHING
from graphmap.store.snapshot import Snapshot
from graphmap.text import find_nearest

RULES_PARTS = (
    *("points", "capacity", "rules", "must", "never", "current"),
    *("urgency", "intention", "likeness"),
)
"""The parts of the one file of rules: what lays down a plan (plan_rules.py), the urgency (urgency.py)."""

MISSPELT = 85.0
"""More alike than this, of 100, the head of a column is one that was meant and misspelt."""

AnyPart = TypeVar("AnyPart", dict[str, Any], list[Any])


class GivenFile:
    """The text of a file, read against a snapshot: it gathers faults and raises them together."""

    def __init__(self, snapshot: Snapshot, text: str, name: str) -> None:
        """Take the text; `name` stands for the file where the text does not know what it is called."""
        self.snapshot, self.text = snapshot, text
        self.file = getattr(text, "name", name)
        self.faults: list[Fault] = []
        self._guide = ""
        self._lines: dict[tuple[str, ...], int] = {}

    def blame(
        self, problem: str, right: str, column: str | None = None, value: Any = None, line: int | None = None
    ) -> None:
        """Keep a fault: what is wrong, what would be right, in which column or key and line."""
        shown = None if value is None else str(value)
        self.faults.append(Fault(problem, right, Place(self.file, line), column, shown))

    def keep(self, problem: str, column: str | None = None, line: int | None = None) -> None:
        """Keep a fault that is told in a sentence of its own."""
        self.faults.append(Fault(problem, "", Place(self.file, line), column))

    def check(self) -> None:
        """Raise all that was kept, as Faults."""
        if self.faults:
            raise Faults(self.faults)

    def find_row(self, labels: str | Iterable[str], name: Any, column: str, line: int | None = None) -> int:
        """Return the row of a place of some labels; NOTHING where none has the name, which is a fault.

        A country alone must be a foreign one.
        """
        if not isinstance(name, str) or not name.strip():
            what = labels.lower() if isinstance(labels, str) else "place"
            self.blame("is no name", f"the name or code of a {what}", column, name, line)
            return NOTHING
        try:
            if labels == "Country":
                return self.snapshot.row(self.snapshot.find_foreign_country(name))
            return self.snapshot.row(self.snapshot.directory.find(labels, name))
        except GraphmapError as error:
            self.keep(str(error), column, line)
            return NOTHING

    def read_rows(
        self, columns: Mapping[str, str], needed: Iterable[str] = ()
    ) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield line and cells of each row of a CSV that is not blank; raises Faults for a missing column.

        `columns` are their names, each with its Persian, by which it may be called too. All are needed, or
        those that are named.
        """
        said = self.text.removeprefix("\ufeff")
        first = said.partition("\n")[0]
        # A spreadsheet separates by what its language does not need for numbers.
        mark = max(",;\t", key=first.count)
        rows = csv.DictReader(io.StringIO(said), restkey="more", delimiter=mark)
        meant = {word.casefold(): name for name, persian in columns.items() for word in (name, persian)}
        heads = [meant.get(head.strip().casefold(), head.strip()) for head in rows.fieldnames or ()]
        misspelt = set()
        for head in [one for one in heads if one not in columns]:
            # Further columns are a person's own; one that is nearly a name of these was meant to be read.
            for near, score in find_nearest(head, columns, 1):
                if near not in heads and score > MISSPELT:
                    self.blame("is no column that is read", f"the column {near}", value=head, line=1)
                    misspelt.add(near)
        missing = [column for column in needed or columns if column not in heads]
        for column in missing:
            if column not in misspelt:
                self.blame(f"has no column {column}", f"the columns {', '.join(columns)}", line=1)
        if missing:
            self.check()
        rows.fieldnames = heads
        for row in rows:
            cells = {name: str(row.get(name) or "").strip() for name in columns}
            if any(cells.values()):
                yield rows.line_num, cells

    def read_toml(self, parts: tuple[str, ...], guide: str) -> dict[str, Any]:
        """Return the parts of a TOML file; `guide` is what shows how one looks. Raises Faults for no TOML."""
        self._guide = guide
        held: dict[str, Any] = {}
        try:
            held = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            self.blame(f"is no TOML: {error}", f"a file as {guide} shows it")
            self.check()
        self._lines = find_toml_lines(self.text)
        for part in held.keys() - set(parts):
            self.blame("is no part of it", offer(part, parts), value=part, line=self.line(part))
        return held

    def line(self, *keys: str | int) -> int | None:
        """Return the line of a part, an entry of it (by number) or a key there; else of what it stands in."""
        path = tuple(map(str, keys))
        while path and path not in self._lines and (*path, "1") not in self._lines:
            path = path[:-1]
        return self._lines.get(path) or self._lines.get((*path, "1"))

    def take(self, held: Mapping[str, Any], part: str, kind: type[AnyPart]) -> AnyPart:
        """Return a part of a TOML file, empty where it is left out or, a fault, of another kind."""
        value = held.get(part, kind())
        if not isinstance(value, kind):
            right = f"as {self._guide} shows it"
            self.blame(f"[{part}] is not what it should be", right, part, line=self.line(part))
            return kind()
        return value


def read_number(value: Any, most: float) -> float | None:
    """Return a number from 0 to `most`, None for all else.

    >>> read_number("2.5", 10), read_number(True, 10), read_number("nan", 10), read_number(11, 10)
    (2.5, None, None, None)
    """
    if isinstance(value, bool):
        return None
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) and 0 <= number <= most else None


def offer(word: str, known: tuple[str, ...]) -> str:
    """Name all words that may stand there, first those that were perhaps meant.

    >>> offer("montsh", ("weeks", "months"))
    'one of months, weeks'
    """
    near = [one for one, _ in find_nearest(word, known)]
    return "one of " + ", ".join(dict.fromkeys([*near, *known]))
