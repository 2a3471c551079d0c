"""What a person is told by an import that writes is what the dry run told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

FILES = {
    "Source.csv": "id,name\nsource:letters,Letters\n",
    "Region.csv": "id,name,sources\nIQ-BA,Basra,source:letters\n",
    "TIED_TO.csv": "from_id,to_id,sources,kind\n" + 2 * "city:irn:ahvaz,IRQ,source:letters,visit\n",
    "City.csv": "id,name,sources\ncity:irn:ahvaz,Ahvaz,source:letters\n",
    "IN.csv": "from_id,to_id,sources\ncity:irn:ahvaz,IRN,source:letters\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of native files, with one tie twice and a region that lies nowhere."""
    made = tmp_path / "letters"
    made.mkdir()
    for name, text in FILES.items():
        (made / name).write_text(text, "utf-8")
    return made


def test_an_import_tells_the_notes_that_its_dry_run_told(run: Run, folder: Path) -> None:
    run("init", "--home", "IRN", "--bare")
    planned, done = run("import", folder, "--dry-run"), run("import", folder)
    assert (planned.code, done.code) == (0, 0)
    assert "TIED_TO.csv, line 3: says again what stands at TIED_TO.csv, line 2" in planned.err
    assert "Region IQ-BA: no IN row says where it lies" in planned.err
    assert done.err == planned.err


def test_an_import_of_no_rows_does_not_claim_that_the_graph_holds_them(run: Run, tmp_path: Path) -> None:
    run("init", "--home", "IRN")
    run("template", "mine")
    said = run("import", "mine")
    assert said.code == 0
    assert said.out == "Nothing changed: the files hold no rows to import.\n"
    assert "the example row of a template" in said.err
    (tmp_path / "nothing").mkdir()
    said = run("import", "nothing")
    assert (said.code, said.out) == (2, "")
    assert "There is no file here that graphmap reads" in said.err


def test_a_tie_is_corrected_by_its_id_alone(run: Run, folder: Path) -> None:
    run("init", "--home", "IRN")
    run("import", folder)
    asked = ("cypher", "MATCH ()-[t:TIED_TO]->() RETURN t.id, t.since", "--format", "csv")
    identity = run(*asked).out.splitlines()[1].split(",")[0]
    for path in folder.iterdir():
        path.unlink()
    (folder / "TIED_TO.csv").write_text(f"id,since\n{identity},2015\n", "utf-8")
    assert run("import", folder).out.startswith("Created 0, changed 1")
    assert run(*asked).out.splitlines()[1] == f"{identity},2015"
