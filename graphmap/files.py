"""Look at files before they are touched: what lies at a path, whose it is, and how a regular one is read."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from graphmap.errors import FileRefused, GraphmapError

STORE_MAGIC = b"RGF"
"""How the file of an embedded store begins."""

BESIDE_STORES = ("-wal", ".lock", ".lock-owner")
"""What the engine adds to a store's name for the files that it keeps beside it."""

MOST_LINKS = 40
"""How many links may follow on each other, as the system has it."""

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISLNK, "a link that leads nowhere"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def tell_kind(mode: int) -> str:
    """Return what a mode says that a thing is, in words.

    >>> tell_kind(stat.S_IFIFO | 0o600), tell_kind(stat.S_IFREG)
    ('a pipe', 'a file')
    """
    return next((said for is_kind, said in _KINDS if is_kind(mode)), "a file")


def find_real(path: Path) -> Path:
    """Return the path of the thing itself, all links on the way followed; it need not be there yet."""
    return Path(os.path.realpath(path))


def find_planted_link(path: Path) -> Path | None:
    """Return the first link on the way to a path that somebody else may have laid there for us to follow.

    Such is a link in a folder that everybody may write to, unless it is one's own or of the folder's owner:
    the rule of Linux (fs.protected_symlinks), held wherever there are owners.
    """
    if not hasattr(os, "geteuid"):
        return None
    waiting, seen = [Path(os.path.abspath(path))], 0
    while waiting:
        path = waiting.pop()
        for part in (*reversed(path.parents), path):
            if not part.is_symlink():
                continue
            link, folder = part.lstat(), part.parent.stat()
            if folder.st_mode & stat.S_IWOTH and link.st_uid not in {os.geteuid(), folder.st_uid}:
                return part
            if (seen := seen + 1) <= MOST_LINKS:
                waiting.append(Path(os.path.abspath(part.parent / part.readlink())))
    return None


def open_regular(path: Path) -> BinaryIO:
    """Open a file to read its bytes. Raises FileRefused for all else, at once: a pipe or device has no end.

    Raises OSError where it is not there or may not be read.
    """
    refuse_irregular(os.stat(path).st_mode)
    # It may have become another thing since. Without O_NONBLOCK, a pipe would be waited for.
    flags = (getattr(os, name, 0) for name in ("O_NONBLOCK", "O_CLOEXEC", "O_BINARY", "O_NOINHERIT"))
    opened = os.open(path, sum(flags, os.O_RDONLY))
    try:
        refuse_irregular(os.fstat(opened).st_mode)
        return os.fdopen(opened, "rb")
    except BaseException:
        os.close(opened)
        raise


def refuse_irregular(mode: int) -> None:
    """Raise FileRefused where a mode is not that of a regular file."""
    if not stat.S_ISREG(mode):
        raise FileRefused(f"is {tell_kind(mode)}", "a file")


def read_bytes(path: Path, most: int) -> bytes:
    """Read a file of at most so many bytes. Raises FileRefused where it is larger, or not to be read."""
    try:
        with open_regular(path) as opened:
            data = opened.read(most + 1)
    except FileNotFoundError as error:
        raise FileRefused("is not there", "the path of a file or folder that exists") from error
    except OSError as error:
        raise FileRefused(f"cannot be read ({error.strerror})", "a file that may be read") from error
    if len(data) > most:
        raise FileRefused(f"has more than {most:,} bytes", "smaller files, each a part of it")
    return data


class NamedText(str):
    """The text of a file, which knows what the file is called, for messages."""

    __slots__ = ("name",)
    name: str


def read_named_text(path: Path, most: int = 1_000_000) -> NamedText:
    """Read a file of text in UTF-8, of at most so many bytes.

    Raises GraphmapError with the path where it is not there, no text, larger, or not to be read.
    """
    try:
        text = NamedText(read_bytes(path, most).decode("utf-8-sig"))
    except FileRefused as refused:
        raise GraphmapError(f"{path} {refused.problem}; right would be {refused.right}") from None
    except UnicodeDecodeError as error:
        raise GraphmapError(f"{path} is no text in UTF-8 (byte {error.start}); save it as UTF-8") from None
    text.name = path.name
    return text


def is_store(path: Path) -> bool:
    """Say whether a file is an embedded store, by its content, or one that the engine keeps beside one."""
    try:
        path = find_real(path)
        for ending in BESIDE_STORES:
            stem = path.name.removesuffix(ending)
            if stem and stem != path.name and is_store(path.with_name(stem)):
                return True
        if path.name and path.with_name(f"{path.name}-wal").is_file():
            return True
        with open_regular(path) as opened:
            return opened.read(len(STORE_MAGIC)) == STORE_MAGIC
    except (OSError, ValueError, FileRefused):
        return False
