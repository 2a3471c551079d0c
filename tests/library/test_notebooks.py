"""The notebooks run from their first cell to their last, are stored without output, and speak to a reader."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from graphmap.schema import Batch
from graphmap.store import create_store
from tests.analysis.graphs import make_small_world, make_tie
from tests.cli.conftest import make_sample_store

FOLDER = Path(__file__).parents[2] / "notebooks"
NOTEBOOKS = tuple(sorted(path.stem for path in FOLDER.glob("*.ipynb")))
ON_NEO4J = "7_on_a_running_neo4j"
OF_ANY_STORE = tuple(name for name in NOTEBOOKS if name not in {ON_NEO4J, "6_your_own_list"})
"""Those that take the store of whoever reads them."""

TELL = "import os; os.environ.update({environment!r}); os.chdir({folder!r})"
FORGET = "%reset -f"
Execute = Callable[..., Any]


@pytest.fixture(scope="module")
def execute() -> Iterator[Execute]:
    """Return what runs a notebook in a folder: in one kernel for all, which forgets each before the next."""
    # What the kernel is started with must not ask more of its libraries than their users do.
    kept = os.environ.pop("PYTHONWARNINGS", None)
    client = NotebookClient(nbformat.v4.new_notebook(), timeout=60, kernel_name="python3")
    client.create_kernel_manager()

    def run(name: str, folder: Path, **environment: str) -> Any:
        notebook = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)
        told = TELL.format(environment=environment, folder=str(folder))
        first = [nbformat.v4.new_code_cell(text) for text in (FORGET, told)]
        notebook.cells = [*first, *notebook.cells]
        client.nb = notebook
        client.reset_execution_trackers()
        for place, cell in enumerate(notebook.cells):
            client.execute_cell(cell, place)
        return notebook

    with client.setup_kernel():
        yield run
    if kept is not None:
        os.environ["PYTHONWARNINGS"] = kept


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with what lies beside the notebooks."""
    shutil.copy(FOLDER / "print.mplstyle", tmp_path)
    return tmp_path


def list_outputs(notebook: Any) -> list[str]:
    """Return what kinds of output the cells of a notebook gave."""
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert not [one for one in outputs if one.output_type == "stream" and one.name == "stderr"]
    return [kind for one in outputs for kind in (one.get("data") or ())]


@pytest.mark.parametrize("name", [name for name in NOTEBOOKS if name != ON_NEO4J])
def test_a_notebook_runs_to_its_end(name: str, execute: Execute, folder: Path, iran_file: Path) -> None:
    for store in ("iran.kgl", "own.kgl"):  # what is made on first use is there
        shutil.copy(iran_file, folder / store)
    kinds = list_outputs(execute(name, folder, GRAPHMAP_STORE="iran.kgl", GRAPHMAP_DAY="2026-02-08"))
    assert "text/html" in kinds
    assert ("image/png" in kinds) != (name == "6_your_own_list")


@pytest.mark.parametrize("name", ["1_a_first_look", "3_rivalry_in_time", "5_from_cypher_to_a_figure"])
def test_a_notebook_runs_on_a_list_without_dates_and_persian_names(
    name: str, execute: Execute, folder: Path
) -> None:
    ties = [make_tie(f"tie:{one}", one, "tur:port", kind="sister_city") for one in "AB"]
    create_store(folder / "plain.kgl", Batch.of([*make_small_world(), *ties]))[0].close()
    kinds = list_outputs(execute(name, folder, GRAPHMAP_STORE="plain.kgl", GRAPHMAP_DAY="2026-06-01"))
    assert "image/png" in kinds


def test_more_than_chance_runs_on_a_graph_without_a_tie(execute: Execute, folder: Path) -> None:
    create_store(folder / "empty.kgl", Batch.of(make_small_world()))[0].close()
    execute("2_more_than_chance", folder, GRAPHMAP_STORE="empty.kgl", GRAPHMAP_DAY="2026-06-01")


@pytest.mark.parametrize("name", OF_ANY_STORE)
def test_a_notebook_runs_on_another_graph(
    name: str, execute: Execute, folder: Path, invented_file: Path
) -> None:
    execute(name, folder, GRAPHMAP_STORE=str(invented_file), GRAPHMAP_DAY="2026-06-01")


@pytest.fixture(scope="module")
def invented_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a store of the invented sample."""
    return make_sample_store("invented", tmp_path_factory.mktemp("invented"))


@pytest.mark.parametrize("sample", ["iran", "invented"])
def test_the_notebook_of_neo4j_runs_on_a_server(
    sample: str, execute: Execute, folder: Path, neo4j_url: str, iran_file: Path, invented_file: Path
) -> None:
    store = {"iran": iran_file, "invented": invented_file}[sample]
    told = {"GRAPHMAP_NEO4J": neo4j_url, "GRAPHMAP_STORE": str(store), "GRAPHMAP_DAY": "2026-02-08"}

    assert "image/png" in list_outputs(execute(ON_NEO4J, folder, **told))


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_is_stored_without_output(name: str) -> None:
    notebook = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell for cell in code if cell.outputs or cell.execution_count is not None] == []
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert notebook.cells[0].source.startswith("# ")


def test_the_page_of_python_names_every_notebook() -> None:
    page = (FOLDER.parent / "docs" / "python.md").read_text("utf-8")
    assert [name for name in NOTEBOOKS if f"../notebooks/{name}.ipynb" not in page] == []
