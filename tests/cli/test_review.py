"""What may be one thing under two names is listed; names that no model has, and days, are told."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from tests.cli.conftest import Run

HEADS = ("label", "country", "score", "first", "first_id", "second", "second_id", "decision", "why")
CITIES = ("Saint Petersburg", "St. Petersburg", "Kazan")


def begin(run: Run, folder: Path) -> None:
    """Make a store with cities of near names."""
    run("init", "--home", "IRN", "--bare")
    (folder / "mine").mkdir()
    rows = [f"rus:{number},{name},source:x" for number, name in enumerate(CITIES)]
    (folder / "mine" / "City.csv").write_text("\n".join(["id,name,sources", *rows]), "utf-8")
    rows = [f"rus:{number},RUS,source:x" for number in range(len(CITIES))]
    (folder / "mine" / "IN.csv").write_text("\n".join(["from_id,to_id,sources", *rows]), "utf-8")
    (folder / "mine" / "Source.csv").write_text("id,name\nsource:x,x\n", "utf-8")
    assert "graphmap review lists all" in run("import", "mine").err


def test_near_names_are_listed_in_either_language_and_by_country(run: Run, tmp_path: Path) -> None:
    begin(run, tmp_path)
    said = run("review", "--format", "csv", "--country", "Russia")
    [head, row] = csv.reader(said.out.splitlines())
    assert head == [*HEADS]
    assert row == ["City", "Russia", "99", CITIES[0], "rus:0", CITIES[1], "rus:1", "", ""]
    assert said.err.startswith("1 pair of near names, ties or terms.")
    persian = run("review", "--lang", "fa")
    assert "امتیاز" in persian.out
    assert "روسیه" in persian.out
    assert run("review", "--country", "Iraq").err == "No two names in one country are near each other.\n"
    assert run("review", "--country", "Narnia").code == 2


def tie_to(run: Run, folder: Path, *cities: str) -> None:
    """Tie a new province to cities, a source each."""
    rows = "\n".join(f"IR-07,{city},memorandum,2019,source:{city[-1]}" for city in cities)
    (folder / "more").mkdir()
    (folder / "more" / "TIED_TO.csv").write_text(f"from_id,to_id,kind,since,sources\n{rows}\n", "utf-8")
    (folder / "more" / "Province.csv").write_text("id,name,sources\nIR-07,Fars,source:x\n", "utf-8")
    (folder / "more" / "Source.csv").write_text("id,name\nsource:0,a\nsource:1,b\n", "utf-8")
    assert run("import", "more").code == 0


def test_two_that_are_one_are_joined_with_names_ties_and_sources_and_it_can_be_undone(
    run: Run, tmp_path: Path
) -> None:
    begin(run, tmp_path)
    tie_to(run, tmp_path, "rus:0", "rus:1")
    said = run("review", "--join", "rus:0", "rus:1", "--by", "ann", "--reason", "one city")
    assert said.code == 0, said.err
    assert "rus:0 has the names and ties of rus:1 now" in said.out
    ties = "MATCH (p)-[t:TIED_TO]->(c) RETURN c.id AS city, t.sources AS sources, c.aliases AS names"
    assert run("cypher", ties, "--format", "csv").out.splitlines()[1:] == [
        "rus:0,source:0|source:1,St. Petersburg"
    ]
    assert run("review").err == "No two names in one country are near each other.\n"
    changed = run("history", "--format", "csv").out.splitlines()[1].split(",")
    assert changed[2:4] == ["ann", "join rus:0 rus:1: one city"]
    assert run("undo", changed[0]).code == 0
    assert len(run("cypher", ties, "--format", "csv").out.splitlines()) == 3


def test_two_that_are_two_are_listed_no_more_until_that_is_undone(run: Run, tmp_path: Path) -> None:
    begin(run, tmp_path)
    filled = run("review", "--format", "csv").out.splitlines()
    (tmp_path / "pairs.csv").write_text(f"{filled[0]}\n{filled[1][:-1]}apart,two towns\n", "utf-8")
    said = run("review", "--decided", "pairs.csv", "--by", "ann")
    assert said.code == 0, said.err
    assert run("review").err == "No two names in one country are near each other.\n"
    held = "MATCH (c:City {id: 'rus:0'}) RETURN c.apart_from AS apart"
    kept = run("cypher", held, "--format", "csv").out.splitlines()[1]
    assert re.fullmatch(r"rus:1; \d{4}-\d\d-\d\d; ann; two towns", kept)
    # It goes out with the record, comes back in, and the check says no more that they are one.
    assert run("export", "out").code == 0
    assert kept in (tmp_path / "out" / "City.csv").read_text("utf-8-sig")
    assert run("import", "out").out.startswith("Nothing changed")
    told = run("report", "one_thing_under_two_ids", "--format", "csv").out.splitlines()
    assert len(told) == 1
    assert run("undo", "changeset:000003").code == 0
    assert run("review").err.startswith("1 pair of near names, ties or terms.")


def test_what_cannot_be_joined_is_refused_in_a_sentence(run: Run, tmp_path: Path) -> None:
    begin(run, tmp_path)
    for words in (("rus:0", "RUS"), ("rus:0", "rus:9"), ("rus:0", "rus:0")):
        assert run("review", "--join", *words).code == 2
    (tmp_path / "pairs.csv").write_text("first_id,second_id,decision\nrus:0,rus:1,perhaps\n", "utf-8")
    assert "'perhaps' is no decision" in run("review", "--decided", "pairs.csv").err


def test_a_query_tells_names_that_the_model_does_not_have_and_takes_days(run: Run, iran_store: Path) -> None:
    said = run("cypher", "MATCH (n:Provnce) RETURN n.name", "--store", iran_store)
    assert "note: Provnce is not a label of the model; the nearest are Province" in said.err
    query = "MATCH ()-[t:TIED_TO]->() WHERE t.since_earliest <= $day RETURN count(*) > 0 AS some"
    said = run("cypher", query, "--parameter", "day=2010-01-01", "--store", iran_store, "--format", "csv")
    assert said.out.split() == ["some", "yes"]
    assert said.err == ""
    of_the_day = "MATCH ()-[t:TIED_TO]->() WHERE {} RETURN count(*) > 0 AS some"
    said = run("cypher", of_the_day.format("t.counts_until > date('2010-01-01')"), "--store", iran_store)
    assert "note: counts_until is absent where it is open or not known" in said.err
    kept = of_the_day.format("coalesce(date('2010-01-01') < t.counts_until, true)")
    assert run("cypher", kept, "--store", iran_store).err == ""


def begin_twice(run: Run, folder: Path) -> None:
    """Make a store with a tie that two lists say, and two governors of one province at once."""
    run("init", "--home", "IRN")
    (folder / "mine").mkdir()
    files = {
        "Source": "id,name\nsource:a,a\nsource:b,b\n",
        "TIED_TO": "id,from_id,to_id,kind,since,sources\n"
        "tie:1,IR-07,TUR,memorandum,2019,source:a\ntie:2,IR-07,TUR,memorandum,2019-05,source:b\n",
        "Governor": "id,name,sources\ng:1,Ann,source:a\ng:2,Ben,source:a\n",
        "GOVERNS": "id,from_id,to_id,since,until,sources\n"
        "term:1,g:1,IR-07,2015-01-01,2019-01-01,source:a\nterm:2,g:2,IR-07,2018-01-01,2020-01-01,source:b\n",
    }
    for name, text in files.items():
        (folder / "mine" / f"{name}.csv").write_text(text, "utf-8")
    assert run("import", "mine").code == 0


def test_ties_said_twice_and_terms_that_overlap_are_listed_with_what_each_says(
    run: Run, tmp_path: Path
) -> None:
    begin_twice(run, tmp_path)
    [_, tie, term] = csv.reader(run("review", "--format", "csv").out.splitlines())
    assert tie[:7] == [
        "TIED_TO", "Türkiye", "", "Fars – Türkiye; memorandum; 2019 – ?; source:a", "tie:1",
        "Fars – Türkiye; memorandum; 2019-05 – ?; source:b", "tie:2",
    ]  # fmt: skip
    assert term[0] == "GOVERNS"
    assert term[3] == "Ann, Fars; 2015-01-01 – 2019-01-01; source:a"
    assert "«" not in run("review", "--lang", "fa").out
    assert "ترکیه; یادداشت تفاهم; 2019 – ?" in run("review", "--lang", "fa", "--format", "csv").out
    refused = run("review", "--join", "term:1", "term:2")
    assert (refused.code, "are terms of two persons or posts" in refused.err) == (2, True)
    assert run("review", "--apart", "term:1", "term:2", "--reason", "acting").code == 0
    assert run("review", "--join", "tie:1", "tie:2").code == 0
    said = "MATCH ()-[t:TIED_TO]->() RETURN t.id AS id, t.since AS since, t.sources AS sources"
    assert run("cypher", said, "--format", "csv").out.splitlines()[1:] == ["tie:1,2019-05,source:a|source:b"]
    assert run("review").err.startswith("No two names")
