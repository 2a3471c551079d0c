"""On Windows nothing of Unix is there: commands run without its modules, and say what has no bound there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from graphmap import writing

UNIX = ("fcntl", "grp", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty")

PROGRAM = f"""
import sys
for name in {UNIX!r}:
    sys.modules[name] = None  # as where there is none: importing it raises
from graphmap.cli import graphmap
from graphmap.cli.command import run_group
for words in sys.argv[1].split(";"):
    try:
        run_group(graphmap, words.split("|"))
    except SystemExit as leaving:
        print("code", leaving.code, flush=True)
"""

TABLE = "from_id,to_id,kind,since,sources\r\nIR-10,TUR,memorandum,2020,source:o\r\n"


def start(folder: Path, *commands: str) -> subprocess.Popen[str]:
    """Start commands in a folder, in a process that has nothing of Unix and whose user has no name."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"LOGNAME", "USER", "LNAME", "USERNAME"}
    }
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, ";".join(commands)],
        cwd=folder,
        env={**kept, "NO_PROXY": "*"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


@pytest.fixture
def folder(tmp_path: Path, iran_store: Path) -> Path:
    """Return a folder whose name has a blank and Persian letters, with a store and a file to import."""
    made = tmp_path / "پوشهٔ من"
    made.mkdir()
    shutil.copy(iran_store, made / "گراف من.kgl")
    # As Excel writes it there: with a mark at its begin, and line ends of two characters.
    (made / "TIED_TO.csv").write_bytes(b"\xef\xbb\xbf" + TABLE.encode())
    (made / "Source.csv").write_bytes(b"id,name\r\nsource:o,Our office\r\n")
    return made


def test_commands_run_without_what_only_unix_has(folder: Path) -> None:
    store = "--store|گراف من.kgl"
    process = start(
        folder,
        f"import|Source.csv|TIED_TO.csv|{store}",
        f"rivals|--country|ترکیه|--lang|fa|{store}",
        f"map|نقشه.html|{store}",
        f"cypher|MATCH (p:Province) RETURN count(p) AS n|{store}",
    )
    out, err = process.communicate(timeout=100)
    assert out.count("code 0") == 4, err
    assert "Created 2" in out + err
    assert "قونیه" in out
    assert "31" in out
    assert "bounds the time of a query and not its memory" in err
    assert (folder / "نقشه.html").stat().st_size > 100_000


def test_the_explorer_starts_without_what_only_unix_has(folder: Path) -> None:
    process = start(folder, "serve|--port|0|--no-browser|--store|گراف من.kgl")
    assert process.stdout is not None
    try:
        address = process.stdout.readline().strip()
        assert httpx.get(f"{address}api", timeout=60, trust_env=False).status_code == 200
    finally:
        process.terminate()
        process.communicate(timeout=30)


def test_a_folder_that_cannot_be_opened_as_a_file_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_file = os.open

    def open_as_windows(path: str, flags: int, mode: int = 0o777) -> int:
        if os.path.isdir(path):
            raise PermissionError(13, "Permission denied", path)
        return open_file(path, flags, mode)

    monkeypatch.setattr(os, "open", open_as_windows)
    monkeypatch.setattr(writing, "FOLDERS_OPEN", False)
    writing.write_text("a", tmp_path / "one.txt")
    writing.write_text("b", tmp_path / "one.txt", overwrite=True)
    with writing.written_folder(tmp_path / "many") as folder, writing.open_new(folder / "a.csv") as opened:
        opened.write(b"a\n")
    assert (tmp_path / "one.txt").read_text() == "b"
    assert (tmp_path / "one.txt.before").read_text() == "a"
    assert (tmp_path / "many" / "a.csv").read_bytes() == b"a\n"
