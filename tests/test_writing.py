"""Files are written whole or not at all, and over nothing that is not ours to replace."""

from __future__ import annotations

import os
import resource
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from graphmap.errors import WritingRefused
from graphmap.files import find_planted_link, is_store
from graphmap.writing import open_new, write_text, written_file, written_folder


def list_names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_text_is_written_as_it_is(tmp_path: Path) -> None:
    write_text("قم\r\n", tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_bytes() == "قم\r\n".encode()
    assert list_names(tmp_path) == ["a.txt"]


def test_a_file_that_is_there_is_refused_or_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_text("1", path)
    with pytest.raises(WritingRefused, match=r"a\.txt is there already.*--overwrite"):
        write_text("2", path)
    assert path.read_text() == "1"
    write_text("2", path, overwrite=True)
    write_text("3", path, overwrite=True)
    assert [path.read_text(), (tmp_path / "a.txt.before").read_text()] == ["3", "1"]
    assert (tmp_path / "a.txt.before-2").read_text() == "2"


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_stick_without_second_names_that_is_full_keeps_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, overwrite: bool
) -> None:
    path = tmp_path / "a.txt"
    if overwrite:
        write_text("1234567", path)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)

    def refuse_link(*_: object) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (5, before[1]))
        raise PermissionError("no second names here")

    monkeypatch.setattr(os, "link", refuse_link)
    try:
        with pytest.raises(WritingRefused, match=r"a\.txt cannot be written: File too large"):
            write_text("abcdefgh", path, overwrite)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list_names(tmp_path) == (["a.txt"] if overwrite else [])
    assert not overwrite or path.read_text() == "1234567"


def test_what_holds_the_same_already_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_text("1", path)
    before = path.stat()
    write_text("1", path, overwrite=True)
    assert path.stat().st_ino == before.st_ino
    assert list_names(tmp_path) == ["a.txt"]


def test_the_mode_of_a_file_is_kept_and_a_new_one_has_the_usual(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_text("1", tmp_path / "a.txt")
        with written_folder(tmp_path / "new") as partial, open_new(partial / "b.txt") as opened:
            opened.write(b"1")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o750
    assert stat.S_IMODE((tmp_path / "new" / "b.txt").stat().st_mode) == 0o640
    (tmp_path / "a.txt").chmod(0o604)
    write_text("2", tmp_path / "a.txt", overwrite=True)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o604


def test_through_a_link_the_file_itself_is_written_and_the_link_stays(tmp_path: Path) -> None:
    link, real = tmp_path / "l.txt", tmp_path / "inside" / "real.txt"
    real.parent.mkdir()
    link.symlink_to("inside/real.txt")
    write_text("1", link)
    assert link.is_symlink()
    assert real.read_text() == "1"
    write_text("2", link, overwrite=True)
    assert [real.read_text(), real.with_name("real.txt.before").read_text()] == ["2", "1"]
    assert link.is_symlink()


def test_what_leads_nowhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(WritingRefused):
        write_text("1", tmp_path / "a", overwrite=True)


@pytest.mark.parametrize("name", ["graph.kgl", "graph.html", "graph", "graph.html-wal", "graph.html.lock"])
def test_a_store_is_known_by_its_content_and_never_written_over(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    for made in (path, tmp_path / "graph.html"):
        made.write_bytes(b"RGF\x08 and more")
    (tmp_path / "link.csv").symlink_to(path)
    for place in (path, tmp_path / "link.csv"):
        with pytest.raises(WritingRefused, match="is a graphmap store or a part of one"):
            write_text("1", place, overwrite=True)
    assert path.read_bytes().startswith(b"RGF")
    with pytest.raises(WritingRefused, match="holds the store graph"), written_folder(tmp_path, True):
        pass


def test_the_file_that_a_log_waits_for_is_a_store(tmp_path: Path) -> None:
    (tmp_path / "lost.kgl-wal").write_bytes(b"x")
    assert is_store(tmp_path / "lost.kgl")
    assert not is_store(tmp_path / "other.kgl")


def test_a_pipe_a_device_and_a_folder_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for place, kind in (
        (tmp_path / "pipe", "a pipe"),
        (Path(os.devnull), "a device"),
        (tmp_path / "folder", "a"),
    ):
        with pytest.raises(WritingRefused, match=f"is {kind}"):
            write_text("1", place, overwrite=True)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_link_that_another_laid_in_a_folder_of_all_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    public = tmp_path / "public"
    public.mkdir()
    public.chmod(0o1777)
    (public / "out.csv").symlink_to(tmp_path / "mine.csv")
    (tmp_path / "to").symlink_to(public / "out.csv")
    assert find_planted_link(tmp_path / "to") is None
    # Seen by somebody else, to whom neither the link nor the folder belongs.
    owner, real = os.geteuid(), os.stat(public)
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)
    if real.st_uid == owner:
        give_away(public, monkeypatch)
    for place in (public / "out.csv", tmp_path / "to"):
        with pytest.raises(WritingRefused, match=r"public/out\.csv is a link that another user made"):
            write_text("1", place)
    assert not (tmp_path / "mine.csv").exists()


def give_away(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a folder seem to belong to a third user, as /tmp does; only root could give it away."""
    plain = Path.stat

    def look(path: Path, **options: bool) -> os.stat_result:
        seen = plain(path, **options)
        return os.stat_result((*seen[:4], seen.st_uid + 2, *seen[5:])) if path == folder else seen

    monkeypatch.setattr(Path, "stat", look)


def test_a_strangers_file_and_a_protected_one_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_text("1", tmp_path / "a.txt")
    (tmp_path / "a.txt").chmod(0o444)
    with pytest.raises(WritingRefused, match="is protected"):
        write_text("2", tmp_path / "a.txt", overwrite=True)
    owner = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)
    with pytest.raises(WritingRefused, match="belongs to another user"):
        write_text("2", tmp_path / "a.txt", overwrite=True)


def test_what_fails_on_the_way_leaves_nothing(tmp_path: Path) -> None:
    write_text("1", tmp_path / "a.txt")

    def write_half() -> None:
        with written_file(tmp_path / "a.txt", overwrite=True) as opened:
            opened.write(b"half")
            raise RuntimeError

    def write_half_a_folder() -> None:
        with written_folder(tmp_path / "b") as partial:
            with open_new(partial / "c") as opened:
                opened.write(b"half")
            raise RuntimeError

    for write in (write_half, write_half_a_folder):
        with pytest.raises(RuntimeError):
            write()
    assert list_names(tmp_path) == ["a.txt"]
    assert (tmp_path / "a.txt").read_text() == "1"


WRITE_BEYOND = """
import resource, sys
from pathlib import Path
from graphmap.errors import WritingRefused
from graphmap.writing import open_new, write_text, written_folder
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
for work in ("file", "folder"):
    try:
        if work == "file":
            write_text("2" * 5000, Path("a.txt"), overwrite=True)
        else:
            with written_folder(Path("b")) as partial, open_new(partial / "c") as opened:
                opened.write(b"2" * 5000)
        sys.exit("written")
    except WritingRefused as refused:
        print(refused)
"""


@pytest.mark.parametrize("most", [0, 1, 4096, 4999])
def test_a_full_disk_leaves_what_was_there_and_says_so(tmp_path: Path, most: int) -> None:
    write_text("1", tmp_path / "a.txt")
    program = [sys.executable, "-c", WRITE_BEYOND, str(most)]
    done = subprocess.run(program, cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.splitlines() == [
        "a.txt cannot be written: File too large",
        "b cannot be written: File too large",
    ]
    assert list_names(tmp_path) == ["a.txt"]
    assert (tmp_path / "a.txt").read_text() == "1"
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != most


def test_a_folder_in_which_one_stands_or_with_folders_in_it_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    with (
        pytest.raises(WritingRefused, match="more than files of an export"),
        written_folder(tmp_path / "a", True),
    ):
        pass
    monkeypatch.chdir(tmp_path / "a" / "b")
    for place in (Path(), Path(".."), Path("/")):
        with (
            pytest.raises(WritingRefused, match="you stand in the folder"),
            written_folder(place),
        ):
            pass


def test_a_new_file_takes_no_name_that_appeared_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"

    def write_slowly() -> None:
        with written_file(path) as opened:
            opened.write(b"1")
            path.write_text("another's")

    with pytest.raises(WritingRefused, match="since a moment ago"):
        write_slowly()
    assert path.read_text() == "another's"
    assert list_names(tmp_path) == ["a.txt"]
