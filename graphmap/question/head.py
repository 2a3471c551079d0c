"""Reads the head of a file that declares a question: TOML in comment lines, framed as in PEP 723."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from graphmap.errors import QuestionError

END = "///"


@dataclass(frozen=True, slots=True)
class Folder:
    """Where questions of one sort are declared: files, their mark of comment, the word of their head."""

    package: str
    within: str
    suffix: str
    mark: str
    word: str

    def list_texts(self) -> Iterator[tuple[str, str]]:
        """Yield the name and the text of each file, by name; no module is imported for it."""
        for file in sorted(_find_folder(self.package, self.within).glob(f"*{self.suffix}")):
            yield file.name.removesuffix(self.suffix), file.read_text(encoding="utf-8")

    def find_head(self, name: str) -> dict[str, Any] | None:
        """Return the head of the file of a name, not yet checked; None where there is no file or no head."""
        path = _find_folder(self.package, self.within) / f"{name}{self.suffix}"
        if not name.isidentifier() or not path.is_file():
            return None
        return read_toml(path.read_text("utf-8"), path.name, self.mark, self.word)

    def list_heads(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the name and the head of each file that has one, by name; not yet checked."""
        for name, text in self.list_texts():
            head = read_toml(text, name + self.suffix, self.mark, self.word)
            if head is not None:
                yield name, head


# importlib.resources would import archives and temporary files with it, at every start.
@cache
def _find_folder(package: str, within: str) -> Path:
    spec = find_spec(package)
    folders = (spec and spec.submodule_search_locations) or []
    return Path(folders[0], within)


ANALYSES = Folder("graphmap", "analysis", ".py", "#", "question")
REPORTS = Folder("graphmap.cypher", "", ".cypher", "//", "report")


def read_toml(text: str, file: str, mark: str, kind: str) -> dict[str, Any] | None:
    """Return what the head of a file says, not yet checked; None if it has no head.

    `kind` is the word of its first line (`// /// report`). QuestionError for a head without an end, for a
    line in it that is no comment, and for text that is not TOML.
    """
    begin, end = f"{mark} {END} {kind}", f"{mark} {END}"
    lines = text.splitlines()
    first = next((number for number, line in enumerate(lines) if line.strip() == begin), None)
    if first is None:
        return None
    toml: list[str] = []
    for number, line in enumerate(lines[first + 1 :], start=first + 2):
        if line.rstrip() == end:
            try:
                return tomllib.loads("\n".join(toml))
            except tomllib.TOMLDecodeError as error:
                raise QuestionError(f"{file}: the head is not TOML: {error}") from error
        if line.rstrip() != mark and not line.startswith(f"{mark} "):
            raise QuestionError(
                f"{file}, line {number}: a line of the head begins with {mark} and a space, to {end}"
            )
        toml.append(line[len(mark) + 1 :])
    raise QuestionError(f"{file}: the head has no end; it ends with the line {end}")
