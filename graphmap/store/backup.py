"""A whole store in one file, and back, on either engine: records, changesets, and what was overwritten.

A backup is a zip of JSON lines (UTF-8), so that it can be read without graphmap:
`graphmap.json` says what it is and how many lines each other file has; `nodes.jsonl` and
`relationships.jsonl` hold a record a line, as files give it, with its label or type (`stored_as`) and the
changeset that wrote it last (`recorded`); `changesets.jsonl` and `before.jsonl` hold the history. Derived
properties are not in it: they are derived when it is restored.
"""

from __future__ import annotations

import json
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from io import TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO

from graphmap.errors import DateError, FileRefused, StoreDamaged, StoreError
from graphmap.files import open_regular
from graphmap.schema import NODES, RELATIONSHIPS, Changeset, Record
from graphmap.store.backup_lines import LARGEST, Lines, read_lines
from graphmap.store.history import BEFORE, PROPERTIES, to_json
from graphmap.store.settling import settle_all
from graphmap.store.statements import RECORDED, Run, Wrote, read_label, write_rows
from graphmap.store.upgrade import Stamp, check_version, make_stamp, read_stamp, upgrade_store
from graphmap.writing import saying_full, written_file

UNREADABLE = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError,
    KeyError, TypeError, ValueError, DateError,
)  # fmt: skip
"""What reading a file raises that is no backup, or not whole."""

LONGEST_ABOUT = 100_000
FORM = "graphmap backup 1"
ABOUT = "graphmap.json"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many lines each file of a backup has."""

    nodes: int = 0
    relationships: int = 0
    changesets: int = 0
    before: int = 0


FILES = tuple(each.name for each in fields(Counts))


# ---------------------------------------------------------------------------- writing


def write_backup(read: Callable[[Callable[[Run], Counts]], Counts], path: Path, overwrite: bool) -> Counts:
    """Write the backup of a store to a file that appears only when it is whole.

    `read` does some reading on one state of the store, and may do it again. Raises WritingRefused.
    """

    def write(run: Run) -> Counts:
        with saying_full(path):
            return _write_zip(run, opened)

    with written_file(path, overwrite) as opened:
        return read(write)


def _write_zip(run: Run, opened: BinaryIO) -> Counts:
    counted: dict[str, int] = {}
    opened.seek(0)
    opened.truncate()
    with zipfile.ZipFile(opened, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, lines in (
            ("nodes", _list_records(run, NODES)),
            ("relationships", _list_records(run, RELATIONSHIPS)),
            ("changesets", ({"fields": json.loads(to_json(c))} for c in read_label(run, Changeset))),
            ("before", _list_befores(run)),
        ):
            counted[name] = 0
            with archive.open(f"{name}.jsonl", "w", force_zip64=True) as raw, _text(raw) as file:
                for line in lines:
                    file.write(json.dumps(line, ensure_ascii=False) + "\n")
                    counted[name] += 1
        counts = Counts(**counted)
        about = {"form": FORM, "store": asdict(read_stamp(run)), "lines": asdict(counts)}
        archive.writestr(ABOUT, json.dumps(about, indent=2) + "\n")
    return counts


def _text(raw: Any) -> TextIOWrapper:
    return TextIOWrapper(raw, encoding="utf-8", newline="\n")


def _list_records(run: Run, declared: Mapping[str, type[Record]]) -> Iterator[dict[str, Any]]:
    for name, cls in declared.items():
        if cls is not Changeset:
            wrote: Wrote = {}
            for record in sorted(read_label(run, cls, wrote), key=lambda record: record.identity):
                told = json.loads(to_json(record))
                yield {"stored_as": name, RECORDED: wrote[record.identity], "fields": told}


def _list_befores(run: Run) -> Iterator[dict[str, Any]]:
    names = ("id", *PROPERTIES)
    columns = ", ".join(f"b.{name} AS {name}" for name in names)
    for row in run(f"MATCH (b:{BEFORE}) RETURN {columns} ORDER BY b.number, b.id", {}):
        yield dict(zip(names, row, strict=True))


# ---------------------------------------------------------------------------- reading


def open_backup(path: Path) -> tuple[Stamp, Counts]:
    """Read what a backup says of itself; StoreDamaged where it is none, or not whole, or not of this form."""
    try:
        with open_regular(path) as opened, zipfile.ZipFile(opened) as archive:
            broken = archive.testzip()
            if broken is not None:
                raise StoreDamaged(f"{path} is not whole: its {broken} is damaged; use another backup")
            with archive.open(ABOUT) as file:
                about = json.loads(file.read(LONGEST_ABOUT))
    except FileRefused as refused:
        raise StoreDamaged(f"{path} {refused.problem}; right would be a backup of graphmap") from None
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror}") from error
    except UNREADABLE as error:
        raise StoreDamaged(f"{path} is not a whole backup of graphmap; use another one") from error
    try:
        if about["form"] != FORM:
            raise StoreDamaged(f"{path} is {about['form']}, and this graphmap reads {FORM}")
        stamp = Stamp(**about["store"])
        counts = Counts(**about["lines"])
        for told in (stamp.version, stamp.kept_since, *asdict(counts).values()):
            if type(told) is not int or told < 0 or told >= LARGEST:
                raise TypeError
        if type(stamp.derived) is not str or type(stamp.declaration) is not str:
            raise TypeError
    except (TypeError, KeyError) as error:
        raise StoreDamaged(f"{path} is not a whole backup of graphmap; use another one") from error
    check_version(stamp, str(path))
    return stamp, counts


def restore_backup(run: Run, path: Path, stamp: Stamp, expected: Counts) -> Counts:
    """Write a backup into an empty store within one transaction; StoreDamaged where it is not whole."""
    lines = Lines()
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    counted = dict.fromkeys(FILES, 0)
    try:
        with open_regular(path) as opened, zipfile.ZipFile(opened) as archive:
            for name in FILES:
                with archive.open(f"{name}.jsonl") as raw, _text(raw) as file:
                    for line in read_lines(file):
                        counted[name] += 1
                        statement, row = lines.read(name, line)
                        groups[statement].append(row)
                write_rows(run, groups)
                groups.clear()
    except UNREADABLE as error:
        where = f"line {counted[name]} of its {name}.jsonl"
        raise StoreDamaged(f"{path} is not a whole backup of graphmap: {where} does not fit") from error
    if Counts(**counted) != expected:
        raise StoreDamaged(f"{path} is not a whole backup of graphmap: lines of it are missing")
    upgrade_store(run, replace(stamp, derived=make_stamp().derived))
    settle_all(run)
    return expected
