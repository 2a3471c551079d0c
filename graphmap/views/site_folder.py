"""Puts the files of a site into a folder: all of them or none, and never over what somebody else wrote."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path
from secrets import token_hex

from graphmap.errors import WritingRefused
from graphmap.files import is_store
from graphmap.writing import open_new, written_file, written_folder

LIST = "graphmap-pages.json"
"""The file that lists what a site consists of: what it does not list is a stranger's."""

SAME_TIME = (2000, 1, 1, 0, 0, 0)
"""The time of every file of a ZIP, so that the same site gives the same bytes."""


def check_site_folder(folder: Path, overwrite: bool = False) -> None:
    """Raise WritingRefused where `write_site` would, before the work is done."""
    if folder.exists() and not folder.is_dir():
        raise WritingRefused(f"{folder} is no folder; name a folder that is empty or does not exist yet")
    inside = sorted(folder.iterdir()) if folder.is_dir() else []
    if not inside or (overwrite and LIST in {item.name for item in inside}):
        return
    own = _list_own(folder)
    strangers = [item.name for item in inside if item.name not in own]
    if any(is_store(item) for item in inside if item.is_file()):
        raise WritingRefused(f"{folder} holds a store; name another folder")
    if strangers and not overwrite:
        named = ", ".join(strangers[:3]) + (", …" if len(strangers) > 3 else "")
        raise WritingRefused(
            f"{folder} holds files that are no pages of graphmap ({named}); name another folder"
        )
    if not overwrite:
        raise WritingRefused(
            f"{folder} holds pages already; name another folder, or replace them (--overwrite)"
        )


def write_site(
    files: Iterable[tuple[str, str]], folder: Path, overwrite: bool = False, archive: Path | None = None
) -> int:
    """Write the files of a site and return how many; nothing is there until all of them are.

    Into a folder that holds other things they go with `overwrite` alone, and then replace pages of an earlier
    site and nothing else: those are kept in NAME.before. `archive` is a ZIP of the same files. Raises
    WritingRefused.
    """
    check_site_folder(folder, overwrite)
    # A name that nobody else's folder has: it is taken away whole at the end.
    made = folder.with_name(f".{folder.name}.{token_hex(8)}.new") if _is_filled(folder) else folder
    with written_folder(made) as partial:
        names = [LIST]
        for name, text in files:
            with open_new(partial / name) as opened:
                opened.write(text.encode("utf-8", "backslashreplace"))
            names.append(name)
        with open_new(partial / LIST) as opened:
            opened.write(json.dumps({"files": sorted(names)}, indent=1).encode("utf-8"))
        if archive is not None:
            _write_archive(partial, sorted(names), archive, overwrite)
    if made is not folder:
        try:
            _replace_own(made, folder, names)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    return len(names)


def _is_filled(folder: Path) -> bool:
    return folder.is_dir() and any(folder.iterdir())


def _list_own(folder: Path) -> frozenset[str]:
    """Return the names of the files that an earlier site put into a folder, by its list."""
    try:
        held = json.loads((folder / LIST).read_text("utf-8"))
        return frozenset(
            {LIST, *(name for name in held["files"] if isinstance(name, str) and Path(name).name == name)}
        )
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def _replace_own(made: Path, folder: Path, names: list[str]) -> None:
    """Move the files of a new site in the place of an earlier one's, which are kept beside."""
    own = {name for name in _list_own(folder) if (folder / name).is_file()}
    taken = sorted(name for name in names if name not in own and os.path.lexists(folder / name))
    if taken:
        raise WritingRefused(f"{folder / taken[0]} is no page of graphmap; move it, or name another folder")
    kept = _name_kept(folder)
    if own:
        kept.mkdir()
    for name in sorted(own):
        (folder / name).rename(kept / name)
    for name in names:
        (made / name).rename(folder / name)


def _name_kept(folder: Path) -> Path:
    number = 1
    while True:
        kept = folder.with_name(f"{folder.name}.before" + (f"-{number}" if number > 1 else ""))
        if not os.path.lexists(kept):
            return kept
        number += 1


def _write_archive(folder: Path, names: list[str], archive: Path, overwrite: bool) -> None:
    """Write the files as one ZIP, under a folder of its name."""
    with (
        written_file(archive, overwrite) as opened,
        zipfile.ZipFile(opened, "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        for name in names:
            entry = zipfile.ZipInfo(f"{archive.stem}/{name}", SAME_TIME)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            packed.writestr(entry, (folder / name).read_bytes())
