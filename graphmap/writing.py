"""The one way to write: files and folders appear whole or not at all, and nothing of anybody's is lost."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from graphmap.errors import WritingRefused
from graphmap.files import find_planted_link, find_real, is_store, tell_kind


def check_file(path: Path, overwrite: bool = False) -> None:
    """Raise WritingRefused where `written_file` would, before the work is done that fills the file."""
    real = _find_target(path)
    _look_at_file(path, real, overwrite)
    if not real.parent.is_dir():
        raise WritingRefused(f"{path} cannot be written: there is no folder {path.parent}")


FULL = frozenset({errno.EFBIG, errno.ENOSPC, errno.EDQUOT})
"""What a system says where there is no room."""

FOLDERS_OPEN = os.name != "nt"
"""Whether a folder can be opened as a file is, to have what it holds written to the disk."""


@contextmanager
def written_file(path: Path, overwrite: bool = False, make_folder: bool = False) -> Iterator[BinaryIO]:
    """Give a new file to write bytes to; it becomes `path` when all went well, else nothing is left of it.

    Links are followed first, so that the file itself is replaced and the link stays. A file that is there is
    refused, or with `overwrite` kept beside as NAME.before (`.before-2` and so on where that is taken), its
    mode given to the new one; one that holds the same already is left alone. A store, a folder, a device, a
    pipe, a stranger's file or link are never written over. Raises WritingRefused.
    """
    real = _find_target(path)
    old = _look_at_file(path, real, overwrite)
    with _saying(path):
        if make_folder:
            real.parent.mkdir(parents=True, exist_ok=True)
        partial = _name_partial(real)
    try:
        with _saying(path):
            with open_new(partial) as opened:
                yield opened
                opened.flush()
                if old is not None:
                    os.chmod(partial, old.st_mode & 0o777)
                os.fsync(opened.fileno())
            _put_file(partial, real, old is not None, path)
            _sync_folder(real.parent)
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


@contextmanager
def replaced_file(path: Path, mode: int) -> Iterator[BinaryIO]:
    """Give a new file that takes the place of one that graphmap made for itself; no copy of that is kept.

    For what may be deleted at any time and is made anew. Only its owner reads it before it has its mode.
    Raises OSError; then nothing is left of it.
    """
    partial = _name_partial(path)
    try:
        with os.fdopen(os.open(partial, _NEW, 0o600), "wb") as opened:
            yield opened
        os.chmod(partial, mode)
        os.replace(partial, path)
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def write_bytes(data: bytes, path: Path, overwrite: bool = False) -> None:
    """Write bytes to a file as `written_file` does."""
    with written_file(path, overwrite) as opened:
        opened.write(data)


def write_text(text: str, path: Path, overwrite: bool = False) -> None:
    """Write a text to a file in UTF-8, its line ends as they are, as `written_file` does."""
    # What is no character (half of a surrogate pair) stays to be seen and hinders nothing.
    write_bytes(text.encode("utf-8", "backslashreplace"), path, overwrite)


@contextmanager
def written_folder(folder: Path, overwrite: bool = False) -> Iterator[Path]:
    """Give a new folder to write into; it becomes `folder` when all went well, else nothing is left of it.

    The rule is that of `written_file`. A folder that is replaced is kept as NAME.before; one that holds a
    store or folders of its own, or in which one stands, is never replaced. Files in the new one are made with
    `open_new`. Raises WritingRefused.
    """
    real = _find_target(folder)
    _look_at_folder(folder, real, overwrite)
    partial = _name_partial(real)
    with _saying(folder):
        real.parent.mkdir(parents=True, exist_ok=True)
        partial.mkdir()
    try:
        with _saying(folder):
            yield partial
            for written in partial.iterdir():
                _sync_folder(written)
            _sync_folder(partial)
            _put_folder(partial, real)
            _sync_folder(real.parent)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def open_new(path: Path) -> BinaryIO:
    """Open a file that is not there yet to write bytes to it; no link is followed. Raises OSError."""
    return os.fdopen(os.open(path, _NEW, 0o666), "wb")


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_NEW |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


# ---------------------------------------------------------------------------- looking


def _find_target(path: Path) -> Path:
    if "\0" in str(path):
        raise WritingRefused(f"{path} is no name of a file")
    with _saying(path):
        planted = find_planted_link(path)
        real = find_real(path)
    if planted is not None:
        raise WritingRefused(f"{planted} is a link that another user made; name the place itself")
    return real


def _look_at_file(path: Path, real: Path, overwrite: bool) -> os.stat_result | None:
    """Raise where a place may not be written to; return what is known of the file that lies there."""
    if is_store(real):
        raise WritingRefused(f"{path} is a graphmap store or a part of one; name another file")
    with _saying(path):
        try:
            old = real.lstat()
        except FileNotFoundError:
            return None
    if not stat.S_ISREG(old.st_mode):
        hint = " (for the screen: -)" if stat.S_ISCHR(old.st_mode) or stat.S_ISFIFO(old.st_mode) else ""
        raise WritingRefused(f"{path} is {tell_kind(old.st_mode)}; name a file{hint}")
    _look_at_owner(path, old)
    if not overwrite:
        raise WritingRefused(
            f"{path} is there already; name another file, or overwrite it (--overwrite keeps the old one)"
        )
    return old


def _look_at_owner(path: Path, old: os.stat_result) -> None:
    if hasattr(os, "geteuid") and old.st_uid != os.geteuid():
        raise WritingRefused(f"{path} belongs to another user; name another place")
    if not old.st_mode & stat.S_IWUSR:
        raise WritingRefused(f"{path} is protected against writing; name another place")


def _look_at_folder(folder: Path, real: Path, overwrite: bool) -> None:
    with _saying(folder):
        try:
            old = real.lstat()
        except FileNotFoundError:
            return
        if not stat.S_ISDIR(old.st_mode):
            kind = tell_kind(old.st_mode)
            raise WritingRefused(f"{folder} is {kind}; name a folder that is empty or does not exist yet")
        _look_at_owner(folder, old)
        if real in {here := find_real(Path()), *here.parents}:
            raise WritingRefused(f"you stand in the folder {folder}; name another one")
        inside = sorted(real.iterdir())
        if not inside:
            return
        for item in inside:
            if is_store(item):
                raise WritingRefused(f"{folder} holds the store {item.name}; name another folder")
        if not overwrite:
            raise WritingRefused(
                f"{folder} is not empty; name another folder, or overwrite it (--overwrite keeps the old one)"
            )
        if any(item.is_dir() or not item.is_file() for item in inside):
            raise WritingRefused(f"{folder} holds more than files of an export; name another folder")


# ---------------------------------------------------------------------------- putting in place


def _name_partial(real: Path) -> Path:
    # A name that nobody can lay something at before.
    return real.with_name(f".graphmap-{secrets.token_hex(8)}.partial")


def _put_file(partial: Path, real: Path, is_replaced: bool, path: Path) -> None:
    """Give a whole new file its name. What bears it is kept; at no moment does nothing bear it."""
    if not is_replaced:
        try:
            _link(partial, real)
        except FileExistsError:
            raise WritingRefused(f"{path} is there since a moment ago; name another file") from None
        return
    if _hold_the_same(partial, real):
        return
    _keep_copy(real)
    os.replace(partial, real)


def _link(old: Path, new: Path) -> None:
    """Give a file a second name; FileExistsError where something bears it already."""
    try:
        os.link(old, new)
    except FileExistsError:
        raise
    except OSError:
        # A file system without such names (of a stick, say).
        copy = open_new(new)
        try:
            with old.open("rb") as source, copy:
                shutil.copyfileobj(source, copy)
                copy.flush()
                os.fsync(copy.fileno())
        except BaseException:
            new.unlink()
            raise


def _keep_copy(real: Path) -> Path:
    for kept in _list_kept_names(real):
        with suppress(FileExistsError):
            _link(real, kept)
            return kept
    raise AssertionError


def _list_kept_names(path: Path) -> Iterator[Path]:
    yield path.with_name(f"{path.name}.before")
    number = 1
    while True:
        number += 1
        yield path.with_name(f"{path.name}.before-{number}")


def _hold_the_same(one: Path, other: Path) -> bool:
    import filecmp

    return filecmp.cmp(one, other, shallow=False)


def _put_folder(partial: Path, real: Path) -> None:
    if real.is_dir() and not any(real.iterdir()):
        real.rmdir()
    if not real.exists():
        partial.rename(real)
        return
    kept = next(name for name in _list_kept_names(real) if not os.path.lexists(name))
    real.rename(kept)
    try:
        partial.rename(real)
    except OSError:
        kept.rename(real)
        raise


def _sync_folder(path: Path) -> None:
    """Have the system write a file or folder to the disk; some file systems cannot for a folder."""
    if not FOLDERS_OPEN and path.is_dir():
        return
    opened = os.open(path, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.fsync(opened)
    finally:
        os.close(opened)


@contextmanager
def _saying(path: Path) -> Iterator[None]:
    """Turn what the system raises into a sentence about the place that a person named."""
    try:
        yield
    except OSError as error:
        why = error.strerror or str(error)
        if isinstance(error, FileNotFoundError) and not path.parent.is_dir():
            why = f"there is no folder {path.parent}"
        raise WritingRefused(f"{path} cannot be written: {why}") from error
    except Exception as error:
        # openpyxl lays each sheet down in a file of its own first, and lxml has no OSError.
        if type(error).__name__ != "SerialisationError":
            raise
        where = f"no space left, on its disk or in {tempfile.gettempdir()}"
        raise WritingRefused(f"{path} cannot be written: {where}") from error


@contextmanager
def saying_full(path: Path) -> Iterator[None]:
    """Tell that there is no room for a file while a store is read for it: the store has no fault in that."""
    try:
        yield
    except OSError as error:
        if error.errno not in FULL:
            raise
        raise WritingRefused(f"{path} cannot be written: {error.strerror}") from error
