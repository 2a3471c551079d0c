"""Export in the formats of other programs, and entities in, as a person calls them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("form", "name"),
    [("gexf", "graph.gexf"), ("geojson", "graph.geojson"), ("followthemoney", "graph.ftm.json")],
)
def test_a_graph_is_exported_in_a_form_and_never_over_what_is_there(
    form: str, name: str, run: Run, invented_store: Path, tmp_path: Path
) -> None:
    said = run("export", "out", "--to", form, "--store", invented_store)
    assert (said.code, said.out + said.err) == (0, f"Wrote out/{name}.\n")
    assert (tmp_path / "out" / name).stat().st_size > 1000
    assert "is there already" in run("export", f"out/{name}", "--to", form, "--store", invented_store).err


def test_entities_of_a_store_are_imported_and_say_nothing_new(
    run: Run, invented_store: Path, tmp_path: Path
) -> None:
    shutil.copy(invented_store, tmp_path / "copy.kgl")
    assert run("export", "all.ftm.json", "--to", "followthemoney", "--store", "copy.kgl").code == 0
    said = run("import", "all.ftm.json", "--dry-run", "--store", "copy.kgl")
    assert said.code == 0
    assert "Would create 1, change 0" in said.out + said.err
