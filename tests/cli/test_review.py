"""What may be one thing under two names is listed; names that no model has, and days, are told."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.cli.conftest import Run

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
    assert head == ["label", "country", "score", "first", "first_id", "second", "second_id"]
    assert row == ["City", "Russia", "99", CITIES[0], "rus:0", CITIES[1], "rus:1"]
    assert said.err.startswith("1 pair of near names.")
    persian = run("review", "--lang", "fa")
    assert "امتیاز" in persian.out
    assert "روسیه" in persian.out
    assert run("review", "--country", "Iraq").err == "No two names in one country are near each other.\n"
    assert run("review", "--country", "Narnia").code == 2


def test_a_query_tells_names_that_the_model_does_not_have_and_takes_days(run: Run, iran_store: Path) -> None:
    said = run("cypher", "MATCH (n:Provnce) RETURN n.name", "--store", iran_store)
    assert "note: Provnce is not a label of the model; the nearest are Province" in said.err
    query = "MATCH ()-[t:TIED_TO]->() WHERE t.since_earliest <= $day RETURN count(*) > 0 AS some"
    said = run("cypher", query, "--parameter", "day=2010-01-01", "--store", iran_store, "--format", "csv")
    assert said.out.split() == ["some", "yes"]
    assert said.err == ""
