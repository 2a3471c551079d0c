"""Write files and folders of files whole or not at all, and keep what an export replaces."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from graphmap.exchange.refusal import WritingRefused


@contextmanager
def written_whole(folder: Path, overwrite: bool = False) -> Iterator[Path]:
    """Give a new folder to write into; it becomes `folder` when all went well, else nothing is left of it.

    A folder that holds anything is refused, unless `overwrite`: then it is kept beside the new one under its
    name with `.before` (`.before-2` and so on where that is taken), so that nothing is ever lost.
    Raises WritingRefused.
    """
    folder = folder.absolute()
    if folder.exists() and not folder.is_dir():
        raise WritingRefused(f"{folder} is a file; name a folder that is empty or does not exist yet")
    if folder.is_dir() and any(folder.iterdir()) and not overwrite:
        raise WritingRefused(
            f"{folder} is not empty; name another folder, or overwrite it (--overwrite keeps the old one)"
        )
    partial = folder.with_name(f".{folder.name}.{os.getpid()}.partial")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        partial.mkdir()
    except OSError as error:
        raise WritingRefused(f"{folder} cannot be written: {error.strerror}") from error
    try:
        yield partial
        _put_in_place(partial, folder)
    except OSError as error:
        raise WritingRefused(f"{folder} cannot be written: {error.strerror}") from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _put_in_place(partial: Path, folder: Path) -> None:
    """Rename what was written to its own name, and what bore the name to that of the one before."""
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
    if not folder.exists():
        partial.rename(folder)
        return
    kept = find_free_name(folder)
    folder.rename(kept)
    try:
        partial.rename(folder)
    except OSError:
        kept.rename(folder)
        raise


def find_free_name(path: Path) -> Path:
    """Return the name under which what is replaced is kept: NAME.before, or the first free one after it."""
    kept, number = path.with_name(f"{path.name}.before"), 1
    while kept.exists():
        number += 1
        kept = path.with_name(f"{path.name}.before-{number}")
    return kept


@contextmanager
def written_whole_file(path: Path, overwrite: bool = False) -> Iterator[Path]:
    """Give a new file to write; it becomes `path` when all went well, else nothing is left of it.

    A file that is there is refused, or kept as `written_whole` keeps a folder. Raises WritingRefused.
    """
    path = path.absolute()
    if path.is_dir():
        raise WritingRefused(f"{path} is a folder; name a file")
    if path.exists() and not overwrite:
        raise WritingRefused(
            f"{path} is there already; name another file, or overwrite it (--overwrite keeps the old one)"
        )
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield partial
        _put_in_place(partial, path)
    except OSError as error:
        raise WritingRefused(f"{path} cannot be written: {error.strerror}") from error
    finally:
        partial.unlink(missing_ok=True)


def write_text_whole(text: str, path: Path) -> None:
    """Write a text so that the file appears, or is replaced, only when it is whole. Raises OSError."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_text(text, encoding="utf-8", newline="")
        beside.replace(path)
    finally:
        with suppress(OSError):
            beside.unlink()
