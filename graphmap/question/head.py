"""Reads the head of a file that declares a question: TOML in comment lines, framed as in PEP 723."""

from __future__ import annotations

import tomllib
from typing import Any

from graphmap.errors import QuestionError

MARKS = {".cypher": "//", ".py": "#"}
"""What a line of comment begins with, by the ending of the file."""

END = "///"


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
