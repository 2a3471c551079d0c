"""Keeps a copy of the snapshot of an embedded store in one file beside it, so that the next start is fast.

The copy may be deleted at any time. It is believed only where it is whole (it ends in a digest of its bytes)
and was made of just these bytes of the store by just this code. It holds arrays and texts, nothing that runs.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any, cast

import numpy as np

import graphmap
from graphmap.errors import FileRefused
from graphmap.files import open_regular
from graphmap.store.columns import ONE_FOR_ALL, Array, Coded, Column, Days, Texts, WordLists, Words, freeze
from graphmap.store.snapshot import Snapshot
from graphmap.store.tables import TABLES

MAGIC = b"graphmap snapshot\n"
SUFFIX = ".snapshot"
LENGTH = 8
"""How many bytes tell the length of the head."""
DIGEST = 32
ALIGNED = 16
PIECE = 1 << 20

UNFIT = (
    *(OSError, FileRefused, ValueError, LookupError),
    *(TypeError, AttributeError, RecursionError, MemoryError),
)
"""What reading a file raises that is no copy."""

CLASSES = {cls.__name__: cls for cls in (Texts, Words, WordLists, Days)}
PACKAGE = Path(__file__).parent.parent
MADE_BY = ("dates.py", "text.py", "schema/**/*.py", "store/**/*.py")
"""The code that a copy depends on: what is derived, and how it is laid out."""


def place_copy(store: Path) -> Path:
    """Return where the copy of a store lies."""
    return store.parent / f"{store.name}{SUFFIX}"


def identify(store: Path) -> str | None:
    """Return what stands for the bytes of a store, its log included; None where they cannot be read."""
    digest = hashlib.blake2b(digest_size=DIGEST)
    try:
        for path in (store, store.parent / f"{store.name}-wal"):
            if path is store or path.exists():
                with open_regular(path) as file:
                    while piece := file.read(PIECE):
                        digest.update(piece)
                digest.update(b"\0")
    except (OSError, FileRefused):
        return None
    return digest.hexdigest()


@cache
def identify_code() -> str:
    """Return what stands for the code that a copy depends on."""
    digest = hashlib.blake2b(f"{graphmap.__version__} {sys.byteorder}".encode(), digest_size=DIGEST)
    for pattern in MADE_BY:
        for path in sorted(PACKAGE.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def load_copy(store: Path, identity: str) -> Snapshot | None:
    """Return the snapshot that lies beside a store, None where there is none that fits."""
    try:
        with open_regular(place_copy(store)) as file:
            begin = file.read(len(MAGIC) + LENGTH)
            if begin[: len(MAGIC)] != MAGIC:
                return None
            length = int.from_bytes(begin[len(MAGIC) :], "little")
            if length > os.fstat(file.fileno()).st_size:
                return None
            head = file.read(length)
            told = json.loads(head)
            if told["fits"] != [identity, identify_code()]:
                return None
            rest = file.read()
        body, digest = memoryview(rest)[:-DIGEST], rest[-DIGEST:]
        if hashlib.blake2b(begin + head + body, digest_size=DIGEST).digest() != digest:
            return None
        return _unpack(told, body)
    except (
        OSError,
        FileRefused,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        RecursionError,
        MemoryError,
    ):
        # Whatever is wrong with it, the store itself is there to be read.
        return None


def save_copy(store: Path, identity: str, snapshot: Snapshot) -> bool:
    """Lay a copy beside a store, whole or not at all; return whether it is there, whatever the disk does."""
    from graphmap.writing import replaced_file

    path = place_copy(store)
    try:
        if not _may_replace(path):
            return False
        # Who may read the store may read its copy, and nobody else.
        with replaced_file(path, store.stat().st_mode & 0o666) as file:
            digest = hashlib.blake2b(digest_size=DIGEST)
            for piece in _pack(snapshot, identity):
                digest.update(piece)
                file.write(piece)
            file.write(digest.digest())
    except OSError:
        return False
    return True


def _may_replace(path: Path) -> bool:
    """Say whether nothing lies there but an earlier copy."""
    if path.is_symlink():
        return False
    if not path.exists():
        return True
    if not path.is_file():
        return False
    with open_regular(path) as file:
        return file.read(len(MAGIC)) == MAGIC


def _pack(snapshot: Snapshot, identity: str) -> Iterator[bytes]:
    """Yield the bytes of a copy, all but the digest."""
    parts: list[bytes] = []
    at = 0

    def lay(array: Array | bytes) -> list[Any]:
        nonlocal at
        if isinstance(array, bytes):
            data, told = array, []
        else:
            rows = len(array) if array.strides == ONE_FOR_ALL else 0
            data = (array[:1] if rows else np.ascontiguousarray(array)).tobytes()
            told = [array.dtype.str, rows]
        spot = [at, len(data), *told]
        parts.extend((data, bytes(-len(data) % ALIGNED)))
        at += len(data) + -len(data) % ALIGNED
        return spot

    known: dict[int, list[Any]] = {}

    def lay_once(column: Column) -> list[Any]:
        # One that stands under two names is laid down once.
        if id(column) not in known:
            known[id(column)] = lay_column(column)
        return known[id(column)]

    def lay_column(column: Column) -> list[Any]:
        if isinstance(column, np.ndarray):
            return ["array", lay(column)]
        if isinstance(column, Days):
            return ["Days", lay(column.numbers)]
        if isinstance(column, Coded):
            return [type(column).__name__, lay(column.codes), lay_column(column.words)]
        return ["Texts", lay(column.text.encode()), lay(column.ends)]

    laid = {
        name: {one: lay_once(column) for one, column in table.columns()} for name, table in snapshot.tables()
    }
    told = {"fits": [identity, identify_code()], "home": snapshot.home, "tables": laid}
    head = json.dumps(told, separators=(",", ":")).encode()
    head += b" " * (-(len(MAGIC) + LENGTH + len(head)) % ALIGNED)
    yield MAGIC + len(head).to_bytes(LENGTH, "little") + head
    yield from parts


def _unpack(told: dict[str, Any], body: memoryview) -> Snapshot:
    """Make the snapshot of what a copy tells and holds."""

    def take(spot: list[Any]) -> Array:
        at, length, kind, rows = spot
        found = np.frombuffer(body[at : at + length], np.dtype(kind))
        return np.broadcast_to(found, (rows,)) if rows else freeze(found)

    def take_column(laid: list[Any]) -> Any:
        kind, *parts = laid
        if kind == "array":
            return take(parts[0])
        if kind == "Days":
            return Days(take(parts[0]))
        if kind == "Texts":
            at, length = parts[0]
            return Texts(str(body[at : at + length], "utf-8"), take(parts[1]))
        return cast(type[Coded], CLASSES[kind])(take(parts[0]), take_column(parts[1]))

    known: dict[str, Any] = {}

    def take_once(laid: list[Any]) -> Any:
        key = repr(laid)
        if key not in known:
            known[key] = take_column(laid)
        return known[key]

    found: dict[str, Any] = {}
    for one in fields(Snapshot):
        if one.name != "home":
            laid = told["tables"][one.name]
            found[one.name] = TABLES[one.name](**{name: take_once(column) for name, column in laid.items()})
    return Snapshot(home=told["home"], **found)
