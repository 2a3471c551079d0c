"""A person asks: overlaps, rivals, reports, checks, Cypher; in either language and every format."""

from __future__ import annotations

import csv
import io
import json
import re
from itertools import cycle
from pathlib import Path

import pytest

from graphmap.cli.show import rows_to_csv
from graphmap.store import child
from tests.cli.conftest import Run

ON = ("--as-of", "2026-02-08")


def test_overlaps_are_json_as_the_manual_says(run: Run, municipal_store: Path) -> None:
    ask = ("overlaps", "--level", "city", *ON, "--format", "json", "--store", municipal_store)
    found = json.loads(run(*ask).out)
    first = found["findings"][1]
    assert first["provinces"] == ["IR-09", "IR-25"]
    assert [target["name"] for target in first["shared"]][2:] == ["Karbala", "Konya"]
    assert (first["union"], round(first["jaccard"], 3), len(first["ties"])) == (24, 0.167, 9)


def test_rivals_are_json_as_the_manual_says(run: Run, municipal_store: Path) -> None:
    said = run(
        "rivals", "--country", "Turkey", "--by", "target", *ON, "--format", "json", "--store", municipal_store
    )
    found = json.loads(said.out)
    assert (found["as_of"], found["level"]) == ("2026-02-08", "country")
    (finding,) = found["findings"]
    assert finding["target"] == {"id": "TUR", "name": "Türkiye"}
    assert len(finding["provinces"]) == 10
    assert len(finding["ties"]) == 13
    assert finding["verdict"] == "possible"


@pytest.mark.parametrize("name", ["TUR", "TR", "Turkey", "Türkiye", "ترکیه", "تركيه"])
def test_a_country_is_known_by_any_of_its_names(name: str, run: Run, iran_store: Path) -> None:
    assert "Türkiye" in run("rivals", "--country", name, "--store", iran_store).out


def test_a_country_that_is_not_known_is_answered_with_the_nearest(run: Run, iran_store: Path) -> None:
    said = run("rivals", "--country", "Turky", "--store", iran_store)
    assert said.code == 2
    assert "TUR" in said.err


def test_the_home_country_is_no_foreign_target(run: Run, iran_store: Path) -> None:
    said = run("rivals", "--country", "Iran", "--store", iran_store)
    assert said.code == 2
    assert said.err == "IRN is the home country; right would be a foreign one\n"


def test_a_province_to_suggest_for_is_named_as_it_is_asked(run: Run, iran_store: Path) -> None:
    said = run("suggest", "یزد", "--limit", "2", "--repeats", "10", "--format", "csv", "--store", iran_store)
    rows = csv.DictReader(io.StringIO(said.out.lstrip("\ufeff")))
    assert [row["province_id"] for row in rows] == ["IR-21", "IR-21"]
    said = run("suggest", "Atlantis", "--store", iran_store)
    assert (said.code, "'Atlantis' is not a known province" in said.err) == (2, True)


def test_persian_answers_have_persian_words_and_digits(run: Run, iran_store: Path) -> None:
    said = run("rivals", "--lang", "fa", "--store", iran_store)
    assert "ترکیه" in said.out
    assert "۱۳" in said.out
    own = re.sub("\u2068[^\u2069]*\u2069", "", said.out)  # the number of a document is written as it bears it
    assert not any(digit in own for digit in "0123456789")


def test_a_table_of_commas_holds_the_ids_of_the_ties(run: Run, iran_store: Path) -> None:
    said = run("overlaps", "--level", "city", "--format", "csv", *ON, "--store", iran_store)
    rows = list(csv.DictReader(io.StringIO(said.out)))
    assert len(rows) == 6
    assert len(rows[1]["ties"].split("|")) == 9
    assert rows[1]["province_ids"] == "IR-09|IR-25"


def test_a_cell_or_list_that_a_spreadsheet_would_run_gets_an_apostrophe() -> None:
    row = ["=A()", ["=B()", "C"], ["C", "=B()"], ("@D",), -1.5, None]
    written = rows_to_csv(["text", "list", "later", "one", "number", "nothing"], [row]).splitlines()[1]
    assert written == "'=A(),'=B()|C,C|=B(),'@D,-1.5,"


def test_a_file_is_written_whole_with_a_mark_for_spreadsheets(
    run: Run, iran_store: Path, tmp_path: Path
) -> None:
    run("overlaps", "--format", "csv", "-o", "out.csv", "--store", iran_store)
    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


def test_the_store_may_be_named_by_the_environment(
    run: Run, iran_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRAPHMAP_STORE", str(iran_store))
    assert run("rivals").code == 0


def test_every_report_answers_on_both_samples(run: Run, iran_store: Path, invented_store: Path) -> None:
    from graphmap.reports import list_reports

    forms = cycle([("table",), ("csv",), ("html", "-o", "r.html", "--overwrite")])
    for report in list_reports():
        asked: list[tuple[str | Path, ...]] = []
        for store, country, province in ((iran_store, "TUR", "IR-03"), (invented_store, None, None)):
            needed = []
            for name, parameter in report.parameters.items():
                if parameter.default is None and name in {"country", "province"}:
                    value = country if name == "country" else province
                    needed += [f"--{name}", value or first_of(run, store, name)]
            asked.append(("report", report.name, *needed, "--store", store, "--format"))
        found = [run(*ask, "json") for ask in asked]
        assert [said.code for said in found] == [0, 0], (report.name, found)
        # One more form, each in turn, of the answer that has more in it: a form without rows shows little.
        fuller = max(range(2), key=lambda place: len(json.loads(found[place].out)["rows"]))
        said = run(*asked[fuller], *next(forms))
        assert said.code == 0, (report.name, said.err)


def first_of(run: Run, store: Path, what: str) -> str:
    query = {
        "country": "MATCH (:Province)<-[:IN*0..1]-()-[:TIED_TO]->()-[:IN|REPRESENTS*0..3]->(c:Country) "
        "RETURN c.id AS id ORDER BY id LIMIT 1",
        "province": "MATCH (p:Province) RETURN p.id AS id ORDER BY id LIMIT 1",
    }[what]
    said = run("cypher", query, "--store", store, "--format", "json")
    return str(json.loads(said.out)[0]["id"])


def test_the_check_of_the_sample_finds_no_error(run: Run, iran_store: Path) -> None:
    said = run("check", "--store", iran_store)
    assert said.code == 0, said.out
    assert "tie_without_source" in said.out


def test_the_checks_are_one_object_as_json(run: Run, iran_store: Path) -> None:
    found = json.loads(run("check", "--format", "json", *ON, "--store", iran_store).out)
    assert (found["question"], found["as_of"], found["counted"]["error"]) == ("check", "2026-02-08", 0)
    assert found["total"] == sum(len(check["rows"]) for check in found["rows"])


@pytest.mark.parametrize("form", ["table", "csv", "json", "html"])
def test_an_analysis_answers_in_every_form(form: str, run: Run, municipal_store: Path) -> None:
    said = run("sole_contacts", "--format", form, "-o", "out", *ON, "--store", municipal_store)
    assert said.code == 0, said.err
    assert "17 of 17 targets with which ties of one province alone are recorded." in said.err
    assert "Bulgaria" in Path("out").read_text("utf-8")


def test_an_answer_without_a_row_has_the_heads_of_its_columns_as_csv(run: Run, iran_store: Path) -> None:
    said = run("overlaps", "--min-shared", "99", "--format", "csv", *ON, "--store", iran_store)
    assert said.out.startswith("provinces,provinces_fa,shared,")
    assert len(said.out.splitlines()) == 1


def test_words_that_an_option_takes_are_completed() -> None:
    from click.shell_completion import ShellComplete

    from graphmap.cli import graphmap

    completing = ShellComplete(graphmap, {}, "graphmap", "_GRAPHMAP_COMPLETE")

    def complete(*words: str) -> list[str]:
        return [item.value for item in completing.get_completions(list(words[:-1]), words[-1])]

    assert complete("riv") == ["rivals"]
    assert complete("report", "border") == ["border_gaps"]
    assert complete("rivals", "--level", "co") == ["counterpart", "country"]
    assert complete("report", "province_ties", "--sector", "tr") == ["trade", "transport"]


def test_a_check_of_severity_error_leaves_with_code_1(run: Run, tmp_path: Path) -> None:
    import kglite

    from tests.cli.conftest import make_sample_store

    path = make_sample_store("iran", tmp_path)
    session = kglite.open_session(str(path), durable="full")
    with session.begin() as transaction:
        transaction.cypher("MATCH ()-[t:TIED_TO]->() WITH t LIMIT 1 SET t.sources = []")
    session.save()
    del session
    said = run("check", "--store", path)
    assert said.code == 1, said.out + said.err


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (n) RETURN n",
        "MATCH (n) RETURN n; MATCH (m) RETURN m",
        "LOAD CSV FROM 'file:///etc/passwd' AS r RETURN r",
        "SHOW DATABASES",
        "MATCH (n",
    ],
)
def test_a_query_that_is_refused_is_one_message(query: str, run: Run, iran_store: Path) -> None:
    said = run("cypher", query, "--store", iran_store)
    assert said.code == 2
    assert said.err
    assert not said.out


def test_a_query_takes_parameters_and_tells_when_it_is_cut(run: Run, iran_store: Path) -> None:
    query = "MATCH (p:Province) WHERE p.id <> $not RETURN p.id AS id ORDER BY id"
    said = run(
        "cypher", query, "--parameter", "not=IR-00", "--limit", "2", "--format", "json", "--store", iran_store
    )
    assert json.loads(said.out) == [{"id": "IR-01"}, {"id": "IR-02"}]
    assert "first 2 rows" in said.err
    assert run("cypher", query, "--parameter", "x", "--store", iran_store).code == 2


def test_a_report_as_a_page_says_its_day_as_any_other_form_does(run: Run, iran_store: Path) -> None:
    for form in ("html", "csv"):
        said = run(
            "report", "province_ties", *ON, "--format", form, "-o", f"out.{form}", "--store", iran_store
        )
        day, presumed, wrote, *_ = said.err.splitlines()
        assert (day, wrote) == ("As of 8 February 2026 (19 Bahman 1404).", f"Wrote out.{form}.")
        assert "presumed to go on for 5 years" in presumed


def test_a_page_is_shown_on_the_screen_where_a_dash_is_its_file(run: Run, iran_store: Path) -> None:
    said = run("map", "-", "--pyvis", "--store", iran_store)
    assert said.code == 0
    assert said.out.startswith("<!doctype html>")
    assert not Path("-").exists()
    page = run("map", "-", "--lang", "en", "--store", iran_store)
    assert page.out.rstrip().endswith("</html>")
    assert [*Path().iterdir()] == []


def test_a_page_and_the_checks_take_what_is_presumed_and_what_was_believed(
    run: Run, iran_store: Path
) -> None:
    def draw(*words: str) -> tuple[str, str]:
        said = run("map", "-", "--lang", "en", "--as-of", "2026-11-26", "--store", iran_store, *words)
        return said.out, said.err

    page, told = draw()
    assert "5 years" in told
    bare, silent = draw("--presume", "0")
    assert "years" not in silent
    assert page.count("presumed") > bare.count("presumed")
    early = run("map", "-", "--believed-on", "2020-01-01", "--store", iran_store)
    assert (early.code, early.out) == (2, "")
    assert "2020" in early.err
    assert run("check", "--presume", "0", "--format", "json", "--store", iran_store).code in (0, 1)
    assert run("check", "--presume", "-1", "--store", iran_store).code == 2


def test_the_quick_network_takes_no_choice_of_a_place(run: Run, iran_store: Path, tmp_path: Path) -> None:
    said = run("map", "out.html", "--pyvis", "--country", "TUR", "--store", iran_store)
    assert (said.code, list(tmp_path.iterdir())) == (2, [])
    assert "--country" in said.err


def test_a_column_has_one_name_in_csv_and_json(run: Run, iran_store: Path) -> None:
    ask = ("overlaps", "--level", "city", *ON, "--store", iran_store, "--format")
    (first, *_) = csv.DictReader(io.StringIO(run(*ask, "csv").out))
    (same, *_) = json.loads(run(*ask, "json").out)["findings"]
    assert {
        "provinces",
        "shared",
        "jaccard",
        "smaller_share",
        "possible_only",
        "ties",
    } <= first.keys() & same.keys()


def test_a_query_of_too_many_rows_is_one_sentence(
    run: Run, iran_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "MEMORY", 256 * 2**20)
    said = run(
        "cypher",
        "UNWIND range(1, 4000) AS a UNWIND range(1, 4000) AS b RETURN count(*)",
        "--store",
        iran_store,
    )
    assert said.code == 2
    # The engine's own bound of ten million rows, or the memory that it may take, whichever comes first.
    assert said.err.startswith(
        ("the query asks for more rows at once than it may", "the query ended the engine")
    )
    assert said.err.count("\n") == 1
