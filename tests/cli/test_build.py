"""A newcomer builds a store: init, template, import, export; and every mistake is one clear message."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from graphmap.exchange.samples import list_samples
from graphmap.store import open_store
from tests.cli.conftest import Run, make_sample_store
from tests.exchange.mapped_store import keep_lines

SAMPLES = Path(__file__).parents[2] / "graphmap" / "samples"


def test_an_empty_store_knows_its_home_and_the_countries_of_the_world(run: Run) -> None:
    assert run("init", "--home", "ایران").code == 0
    said = run("cypher", "MATCH (c:Country) RETURN c.home AS home, count(c) AS countries", "--format", "csv")
    assert "yes,1" in said.out
    assert "nothing changed" in run("init", "--home", "IRN").out


def test_a_store_begins_with_the_provinces_of_home_and_their_borders(run: Run) -> None:
    assert "the 31 provinces of Iran (IRN) with their borders; no tie yet" in run("init", "--home", "IRN").out
    query = (
        "MATCH (p:Province)-[:IN]->(:Country {id: 'IRN'}) OPTIONAL MATCH (p)-[b:BORDERS]->(r:Region) "
        "RETURN count(DISTINCT p.name_fa) AS provinces, count(b) AS borders, count(DISTINCT r) AS regions"
    )
    assert run("cypher", query, "--format", "csv").out.splitlines()[1] == "31,45,34"
    assert run("cypher", "MATCH ()-[t:TIED_TO]->() RETURN count(t)", "--format", "csv").out.split()[1] == "0"
    assert run("check").code == 0


@pytest.mark.parametrize("words", [("--home", "IRN", "--bare"), ("--home", "Turkey")])
def test_a_store_begins_without_provinces_where_asked_or_none_are_known(
    words: tuple[str, ...], run: Run
) -> None:
    assert "an empty graph" in run("init", *words).out
    assert run("cypher", "MATCH (p:Province) RETURN count(p)", "--format", "csv").out.split()[1] == "0"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("init", "--home", "Irann"), "the nearest are Iran (IRN)"),
        (("init",), "--home"),
        (("overlaps",), "graphmap init"),
        (("overlaps", "--store", "no/such/folder/graph.kgl"), "graphmap init"),
        (("import", "missing"), "missing: no such file or folder"),
        (("import",), "PATH"),
        (("overlaps", "--level", "planet"), "counterpart"),
        (("overlaps", "--as-of", "2019-02-30"), "2019-02-28"),
        (("overlaps", "--min-shared", "0"), "1"),
        (("rivals", "--until", "2020-01-01"), "--as-of all"),
        (("report", "no_such_report"), "No such command"),
        (("cypher", "MATCH (n) DETACH DELETE n"), "graphmap init"),
        (("overlaps", "--store", "neo4j://127.0.0.1:1"), "127.0.0.1:1"),
        (("overlaps", "--store", "http://example.org"), "neo4j://"),
    ],
)
def test_a_mistake_is_one_message_and_exit_code_2(words: tuple[str, ...], told: str, run: Run) -> None:
    said = run(*words)
    assert said.code == 2
    assert told in said.err
    assert not said.out


def test_a_sample_imports_once_and_then_changes_nothing(run: Run) -> None:
    run("init", "--home", "IRN")
    planned = run("import", SAMPLES / "iran", "--dry-run")
    assert "would create 345 TIED_TO" in planned.out
    assert "Created" in run("import", SAMPLES / "iran").out
    assert "Nothing changed" in run("import", SAMPLES / "iran").out
    assert "Would create 0, change 0" in run("import", SAMPLES / "iran", "--dry-run").out


def test_faults_are_all_told_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    run("init", "--home", "IRN")
    before = (tmp_path / "graph.kgl").read_bytes()
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "City.csv").write_text(
        "id,name,lat,sources\nx,Kars,99,gone\ny,=HYPERLINK(1),1,gone\n", encoding="utf-8"
    )
    (folder / "TIED_TO.csv").write_text(
        "from_id,to_id,kind,sources\nx,nowhere,visit,gone\n", encoding="utf-8"
    )
    said = run("import", folder)
    assert said.code == 2
    for told in (
        "City.csv, line 2, column lat: '99'",
        "line 3, column name",
        "line 2, column to_id: 'nowhere'",
    ):
        assert told in said.err
    assert "nothing was written" in said.err
    assert (tmp_path / "graph.kgl").read_bytes() == before


def test_a_list_of_another_form_is_told_its_mapping(run: Run, data_folder: Path, tmp_path: Path) -> None:
    run("init", "--home", "IRN")
    path = keep_lines(data_folder / "twincities_wikipedia" / "twin_cities.csv", "Iran", tmp_path / "list")
    said = run("import", path)
    assert said.code == 2
    assert "--mapping twincities_wikipedia" in said.err
    assert run("import", path, "--mapping", "twincities_wikipedia").code == 0
    assert "Nothing changed" in run("import", path, "--mapping", "twincities_wikipedia").out


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_an_unedited_template_imports_to_nothing(name: str, run: Run) -> None:
    run("init", "--home", "IRN")
    assert run("template", "empty", "--format", name).code == 0
    assert "Nothing changed" in run("import", "empty").out


@pytest.mark.parametrize("sample", list_samples())
def test_what_is_exported_imports_elsewhere_to_the_same_snapshot(
    sample: str, run: Run, tmp_path: Path
) -> None:
    first = make_sample_store(sample, tmp_path)
    assert run("export", "copy", "--store", first).code == 0
    with open_store(first, read_only=True) as store:
        home, snapshot = store.home().id, store.snapshot()
    if home == "IRN":
        run("init", "--home", home, "--store", "second.kgl")
        said = run("import", "copy", "--store", "second.kgl")
        assert said.code == 0, said.err
        with open_store("second.kgl", read_only=True) as store:
            assert store.snapshot() == snapshot
    again = run("export", "copy", "--store", first)
    assert again.code == 2
    assert "copy" in again.err


def test_a_graph_for_gephi_opens_in_networkx(run: Run, iran_store: Path, tmp_path: Path) -> None:
    import networkx

    assert run("export", "graph.graphml", "--to", "graphml", "--store", iran_store).code == 0
    graph = networkx.read_graphml(tmp_path / "graph.graphml")
    assert graph.number_of_edges() > 101


def test_a_damaged_store_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "graph.kgl").write_bytes(b"not a store at all")
    said = run("overlaps")
    assert said.code == 2
    assert "graph.kgl" in said.err


@pytest.mark.parametrize("name", ["my store.kgl", "مخزن من.kgl", "graph.kgl"])
def test_the_next_lines_can_be_pasted_with_the_store_and_every_path(run: Run, name: str) -> None:
    said = run("init", "--home", "IRN", "--store", name).out
    pasted = [shlex.split(line) for line in said.splitlines() if line.startswith("  graphmap ")]
    assert [words[1] for words in pasted] == ["template", "import"]
    assert pasted[0] == [
        "graphmap",
        "template",
        "my-files",
        *(("--store", name) if name != "graph.kgl" else ()),
    ]
    for words in (
        pasted[0][1:],
        ["template", "your files", "--store", name],
        ["template", "it's", "--store", name],
    ):
        said = run(*words).out
        [line] = [line for line in said.splitlines() if line.startswith("  graphmap ")]
        assert run(*shlex.split(line)[1:]).code == 0, line
        assert (name in line) == (name != "graph.kgl")
    said = run("template", "a sheet", "--simple", "--lang", "fa", "--store", name).out
    [line] = [line for line in said.splitlines() if line.startswith("  graphmap ")]
    assert shlex.split(line)[:3] == ["graphmap", "import", "a sheet/ties.xlsx"]
    assert run(*shlex.split(line)[1:]).code == 0, line
