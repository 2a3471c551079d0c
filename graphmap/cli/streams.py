"""Files by the name of -: what an import takes from the standard input, and an export puts out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from graphmap.cli.command import put_out, say
from graphmap.cli.options import SCREEN
from graphmap.errors import GraphmapError

STREAM = Path(SCREEN)
"""How the standard input, or the output, is named where a file is asked for."""

_BOOK = b"PK\x03\x04"
"""How a workbook begins, as any zip does."""

_BEGIN = 2_000
"""Bytes in which an entity of followthemoney has named its schema."""


@contextmanager
def take_input(paths: Sequence[Path], label: str, is_mapped: bool) -> Iterator[tuple[Path, ...]]:
    """Give paths to read, that of a copy of the standard input in the place of -.

    A text table of graphmap's form is of a label or type, which must be said; a workbook, entities of
    followthemoney and what a mapping reads say what they are. Raises GraphmapError.
    """
    if STREAM not in paths:
        if label:
            raise GraphmapError("--label goes with - alone; a file is named after what it holds")
        yield tuple(paths)
        return
    if list(paths).count(STREAM) > 1:
        raise GraphmapError("the standard input is named twice; once is right")
    if label:
        from graphmap.exchange.export import find_writable

        find_writable(label)
    data = _read_input()
    name = _name_input(data, label, is_mapped)
    with TemporaryDirectory(prefix="graphmap-") as folder:
        copy = Path(folder) / name
        copy.write_bytes(data)
        yield tuple(copy if path == STREAM else path for path in paths)


def _read_input() -> bytes:
    from graphmap.exchange.reading import LARGEST_TEXT

    if sys.stdin is None or sys.stdin.closed:
        raise GraphmapError("the standard input is closed; name a file")
    if sys.stdin.isatty():
        say("Reading what is typed here; an end of input (Ctrl-D, on Windows Ctrl-Z) ends it.")
    data = sys.stdin.buffer.read(LARGEST_TEXT + 1)
    if len(data) > LARGEST_TEXT:
        raise GraphmapError(f"the standard input has more than {LARGEST_TEXT:,} bytes; name smaller files")
    return data


def _name_input(data: bytes, label: str, is_mapped: bool) -> str:
    """Return a name of a file that says what the bytes hold."""
    if data.startswith(_BOOK):
        return f"{label or 'input'}.xlsx"
    if is_mapped:
        return f"{label or 'input'}.csv"
    if not label and data.lstrip().startswith(b"{") and b'"schema"' in data[:_BEGIN]:
        return "input.ftm.json"
    if not label:
        raise GraphmapError(
            "what the standard input holds is not said; right would be its label, such as --label TIED_TO, "
            "or --mapping"
        )
    return f"{label}.csv"


def put_file(name: str, write: Callable[[Path], object]) -> None:
    """Put on the output what a function writes to a file of a name; a terminal takes no workbook."""
    is_book = name.endswith(".xlsx")
    if is_book and sys.stdout.isatty():
        raise GraphmapError("a workbook is nothing to read on a screen; name a file")
    with TemporaryDirectory(prefix="graphmap-") as folder:
        write(Path(folder) / name)
        data = (Path(folder) / name).read_bytes()
    put_out(data.decode("utf-8-sig") if sys.stdout.isatty() else data)
