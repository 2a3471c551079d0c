"""All that graphmap writes goes through one writer (graphmap/writing.py); read from its syntax trees."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.test_house import MODULES, PROJECT

METHODS = frozenset(
    {"write_text", "write_bytes", "touch", "symlink_to", "hardlink_to", "rename", "unlink", "rmdir", "mkdir"}
    | {"mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryFile", "copyfile", "copyfileobj", "copytree"}
    | {"truncate", "ftruncate", "rmtree", "makedirs", "chmod", "chown", "to_csv", "savefig"}
)
"""Methods and functions of modules that make, change or take away files, whatever they belong to."""

OF_MODULES = frozenset({("os", "replace"), ("os", "remove"), ("os", "link"), ("shutil", "copy")})
"""More of them, whose names others bear as well."""

ONE_WRITER = "graphmap/writing.py"
MAY_WRITE: dict[tuple[str, str], str] = {
    ("graphmap/cli/demo.py", "mkdir"): "the folder of the demonstration",
    ("graphmap/cli/streams.py", "write_bytes"): "the standard input, in a temporary folder of its own",
    ("graphmap/store/bulk.py", "unlink"): "the writer's own files, written anew where reading is done again",
    ("graphmap/store/embedded.py", "chmod"): "the store's own file, who may read it as it was",
    ("graphmap/store/embedded.py", "unlink"): "a new store that could not be made whole",
    (
        "graphmap/store/backup.py",
        "truncate",
    ): "the writer's own file, written anew where reading is done again",
    ("graphmap/views/browser.py", "write_text"): "the page to print, in a temporary folder of its own",
    ("graphmap/views/site_folder.py", "mkdir"): "the folder that keeps an earlier site",
    ("graphmap/views/site_folder.py", "rename"): "pages of its own list alone: old ones aside, new ones in",
    ("graphmap/views/site_folder.py", "rmtree"): "the writer's own folder of the new pages",
    ("graphmap/store/backup.py", "open"): "a part of an archive in the writer's own file",
}


def list_writing(text: str) -> Iterator[tuple[int, str]]:
    """Yield line and name of each call that writes; of `open`, where its mode or flags do."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Attribute):
            owner, name = ast.unparse(node.func.value), node.func.attr
        else:
            owner, name = "", getattr(node.func, "id", "")
        given = [*node.args, *(word.value for word in node.keywords)]
        modes = [one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        writes = any(re.fullmatch("[rwaxbt+]{1,3}", mode) and set(mode) & set("wax+") for mode in modes)
        flags = ast.unparse(node)
        if (
            (owner and name in METHODS)
            or (owner, name) in OF_MODULES
            or (name == "open" and owner == "os" and "O_RDONLY" not in flags and "devnull" not in flags)
            or (name == "open" and owner != "os" and writes)
        ):
            yield node.lineno, name


def test_what_writes_is_recognised() -> None:
    writing = (
        "open(p, 'w')",
        "p.open(mode='a')",
        "os.open(p, os.O_WRONLY)",
        "p.write_text(t)",
        "os.replace(a, b)",
        "shutil.rmtree(a)",
    )
    reading = (
        "open(p)",
        "p.open('rb')",
        "os.open(p, os.O_RDONLY)",
        "text.replace('a', 'w')",
        "write_text(t, p)",
    )
    assert [next(list_writing(text))[0] for text in writing] == [1] * len(writing)
    assert [list(list_writing(text)) for text in reading] == [[]] * len(reading)


def test_all_that_is_written_goes_through_the_one_writer() -> None:
    found = [
        f"{name}:{line}: {call}: use graphmap.writing"
        for name in MODULES
        if name != ONE_WRITER
        for line, call in list_writing((PROJECT / name).read_text("utf-8"))
        if (name, call) not in MAY_WRITE
    ]
    assert not found, found
