"""igraph and the engine of embedded stores never meet in one process, where the second may not load."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graphmap.errors import ViewError
from graphmap.views import forces, layout
from tests.test_house import MODULES, PROJECT, list_imports

ALONE = "graphmap/views/forces.py"
"""The one file that imports igraph; it runs in a process of its own."""

MAKE_PAGES = """
import sys
from graphmap.exchange.samples import read_sample
from graphmap.store import create_store
from graphmap.views import make_map, write_quick_network
store, _ = create_store("a.kgl", read_sample("invented"))
with store:
    make_map(store.snapshot(), "a.html")
    write_quick_network(store.snapshot(), "b.html")
loaded = {name.partition(".")[0] for name in sys.modules}
assert "kglite" in loaded
assert "igraph" not in loaded, "igraph was loaded beside kglite"
"""


def test_pages_are_made_in_a_process_that_never_loads_igraph(tmp_path: Path) -> None:
    script = MAKE_PAGES.replace('"a.html"', "pathlib.Path('a.html')").replace(
        '"b.html"', "pathlib.Path('b.html')"
    )
    program = [sys.executable, "-c", f"import pathlib{script}"]
    done = subprocess.run(program, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.html").stat().st_size > 100_000


def test_one_file_imports_igraph_and_nothing_of_graphmap() -> None:
    importing = {
        name
        for name in MODULES
        for _, module in list_imports(PROJECT / name)
        if module.split(".")[0] == "igraph"
    }
    assert importing == {ALONE}
    assert not {module.split(".")[0] for _, module in list_imports(PROJECT / ALONE)} & {"graphmap", "kglite"}


def test_an_igraph_that_does_not_run_is_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "forces.py"
    broken.write_text("raise ImportError('libgomp: cannot allocate memory in static TLS block')\n")
    monkeypatch.setattr(forces, "__file__", str(broken))
    layout._lay_out.cache_clear()
    with pytest.raises(ViewError, match="igraph does not run: ImportError: libgomp"):
        layout.place_nodes([layout.NodeBox(1, 1, 1)] * 2, [(0, 1)], 10, 10)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    with pytest.raises(ViewError, match=r"igraph does not run: .*No such file"):
        layout.place_nodes([layout.NodeBox(1, 1, 1)] * 2, [(0, 1)], 10, 10)
