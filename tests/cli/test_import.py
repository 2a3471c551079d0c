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


TIES = """
caption = "x"
sources = [{ id = "source:x", name = "x" }]
[[tables]]
files = ["*"]
steps = [
    { find = "p", label = "Province", by = "{province}" },
    { find = "c", label = "Country", by = "{country}" },
]
[[tables.writes]]
record = "TIED_TO"
cells = { from_id = "{p}", to_id = "{c}", since = "{since}", kind = "memorandum" }
"""


def test_an_import_tells_what_its_source_said_before_and_says_no_more(run: Run, tmp_path: Path) -> None:
    (tmp_path / "m.toml").write_text(TIES, "utf-8")
    ties, head = tmp_path / "ties.csv", "province,country,since\nFars,Turkey,2015\n"
    run("init", "--home", "IRN")
    ties.write_text(head + "Gilan,Iraq,2016\n", "utf-8")
    assert "is not in this list" not in run("import", ties, "--mapping", "m.toml").err
    ties.write_text(head, "utf-8")
    said = run("import", ties, "--mapping", "m.toml")
    assert (
        "1 relationship rests on source:x and is not in this list: Gilan - Iraq, since 2016 (tied_to:"
        in said.err
    )
    assert "which rests on nothing else" in said.err
    assert said.out.startswith("Nothing changed")
    whole = run("import", ties, "--mapping", "m.toml", "--edition", "--dry-run")
    assert (
        "nothing was removed (graphmap remove ID does that):\n  Gilan - Iraq, since 2016 (tied_to:"
        in whole.out
    )
    # A tie that the list tells more finely is named, under whatever id.
    ties.write_text("province,country,since\nFars,Turkey,2015-03\nGilan,Iraq,\n", "utf-8")
    told = run("import", ties, "--mapping", "m.toml", "--edition")
    assert "All that its source said before stands in this list too." in told.out
    assert "is not in this list" not in told.err


def test_a_native_list_of_new_cities_tells_those_with_a_near_name(run: Run, folder: Path) -> None:
    run("init", "--home", "IRN")
    run("import", folder)
    (folder / "City.csv").write_text("id,name,sources\ncity:irn:ahwaz,Ahwaz,source:letters\n", "utf-8")
    (folder / "IN.csv").write_text("from_id,to_id,sources\ncity:irn:ahwaz,IRN,source:letters\n", "utf-8")
    said = run("import", folder / "City.csv", folder / "IN.csv")
    assert (
        "1 pair of names is near each other, of which one is new: Ahvaz (city:irn:ahvaz) and Ahwaz"
        in said.err
    )
