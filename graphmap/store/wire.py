"""Writes and reads the messages between a store and the process that answers its queries.

A frame is eight bytes, the length, and so many bytes of JSON. What JSON has no type for is an object of one
key: {"day": "2020-01-01"}, {"moment": …}, {"time": …} or {"map": [[key, value], …]}. No other object is
written, so nothing read back can be taken for another thing; and nothing that is read is run, as it would be
with pickle.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import IO, Any

_LENGTH = struct.Struct(">Q")
_AS_IT_IS = frozenset({type(None), str, bool, int, float})


class FrameTooLong(ValueError):
    """A message that is longer than it may be."""


def write_frame(stream: IO[bytes], message: Any, longest: int | None = None) -> None:
    """Write one message. Raises TypeError for a value that no query has, FrameTooLong beyond `longest` bytes.

    >>> import io
    >>> stream = io.BytesIO()
    >>> write_frame(stream, [date(2020, 1, 31), {"a": None}])
    >>> read_frame(io.BytesIO(stream.getvalue()))
    [datetime.date(2020, 1, 31), {'a': None}]
    """
    _send(stream, _write(message), longest)


def write_rows(
    stream: IO[bytes], columns: Sequence[str], pieces: Iterable[Sequence[Any]], longest: int | None = None
) -> None:
    """Write the message of an answer, {"columns": …, "rows": …}, of whose rows only a piece is held at once.

    Raises what `write_frame` raises; nothing is written then.

    >>> import io
    >>> stream = io.BytesIO()
    >>> write_rows(stream, ["n"], [[[1], [2]], [[date(2020, 1, 31)]]])
    >>> read_frame(io.BytesIO(stream.getvalue()))
    {'columns': ['n'], 'rows': [[1], [2], [datetime.date(2020, 1, 31)]]}
    """
    data = bytearray(b'{"map":[["columns",' + _write(list(columns)) + b'],["rows",[')
    first = len(data)
    for piece in pieces:
        if piece:
            data += (b"," if len(data) > first else b"") + _write(piece)[1:-1]
        if longest is not None and len(data) > longest:
            raise FrameTooLong(len(data))
    data += b"]]]}"
    _send(stream, data, longest)


def _write(message: Any) -> bytes:
    return json.dumps(_pack(message), separators=(",", ":")).encode()


def _send(stream: IO[bytes], data: bytes | bytearray, longest: int | None) -> None:
    if longest is not None and len(data) > longest:
        raise FrameTooLong(len(data))
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Any:
    """Read one message. Raises EOFError where there is none, or not the whole of one."""
    (length,) = _LENGTH.unpack(_read_all(stream, _LENGTH.size))
    return json.loads(_read_all(stream, length), object_hook=_unpack)


def _read_all(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


def _pack(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [item if type(item) in _AS_IT_IS else _pack(item) for item in value]
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, Mapping):
        return {"map": [[str(name), _pack(item)] for name, item in value.items()]}
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, time):
        return {"time": value.isoformat()}
    raise TypeError(f"a query knows no value such as {str(value)[:40]} ({type(value).__name__})")


def _unpack(marked: dict[str, Any]) -> Any:
    ((mark, value),) = marked.items()
    if mark == "map":
        return dict(value)
    kinds: dict[str, type[date | time]] = {"day": date, "moment": datetime, "time": time}
    return kinds[mark].fromisoformat(value)
