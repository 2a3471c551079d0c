"""The command that writes dossiers: by any name, in every form, and what a newcomer gets wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_dossier_is_written_by_any_name_and_what_was_there_is_kept(
    run: Run, iran_store: Path, tmp_path: Path
) -> None:
    words = ("dossier", "country", "عراق", "-o", "iraq.html", "--lang", "fa", "--store", iran_store)
    said = run(*words)
    assert said.code == 0, said.err
    assert said.out == "\u2068iraq.html\u2069 نوشته شد: پروندهٔ کشور: عراق.\n"
    first = (tmp_path / "iraq.html").read_text("utf-8")
    assert 'lang="fa" dir="rtl"' in first
    assert run(*words).code == 2
    other = run(*words, "--overwrite", "--as-of", "1400-01-01", "--presume", "0", "--reference", "۱۲/۳")
    assert other.code == 0, other.err
    assert (tmp_path / "iraq.html.before").read_text("utf-8") == first
    second = (tmp_path / "iraq.html").read_text("utf-8")
    assert "۱ فروردین ۱۴۰۰" in second
    assert "<bdi>۱۲/۳</bdi>" in second


def test_a_pdf_and_a_docx_are_written_by_the_end_of_the_name(
    run: Run, iran_store: Path, tmp_path: Path
) -> None:
    for kind, names, name, start in (
        ("pair", ("IR-04", "IR-12"), "pair.pdf", b"%PDF"),
        ("border", ("Turkey",), "border.DOCX", b"PK"),
    ):
        said = run("dossier", kind, *names, "-o", name, "--store", iran_store)
        assert said.code == 0, said.err
        assert (tmp_path / name).read_bytes().startswith(start)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["border.DOCX", "pair.pdf"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("country", "Irak"), "'Irak' is not a known country; the nearest are Iraq (IRQ)"),
        (("country", "عراقق"), "عراق (IRQ)"),
        (("country", "Iran"), "IRN is the home country; right would be a foreign one"),
        (("province", "Turkey"), "is not a known province; the nearest are"),
        (("pair", "IR-04"), "a dossier of a pair takes two provinces; 1 were given"),
        (("pair", "IR-04", "آذربایجان غربی"), "is one province; right would be two different ones"),
        (("country", "Iraq", "Turkey"), "a dossier of a country takes one name; 2 were given"),
        (("city", "Qom"), "'city' is not one of 'country', 'province', 'border', 'pair'"),
        (("country",), "Missing argument"),
    ],
)
def test_what_a_newcomer_gets_wrong_is_told_and_nothing_is_written(
    run: Run, iran_store: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    answer = run("dossier", *words, "-o", "x.html", "--store", iran_store)
    assert answer.code == 2
    assert said in answer.err.replace("\n", " ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-o", "x.doc"), "right would be a name that ends in .html, .pdf, .docx"),
        (("-o", "none/x.html"), "none/x.html cannot be written: there is no folder none"),
        ((), "Missing option '-o'"),
        (("-o", "x.html", "--office", "none.toml"), "none.toml: is not there; right would be"),
        (("-o", "x.html", "--as-of", "2026-13-01"), "2026-13-01"),
        (("-o", "x.html", "--store", "none.kgl"), "none.kgl"),
    ],
)
def test_where_and_as_what_it_is_to_be_written_is_checked_first(
    run: Run, iran_store: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    answer = run("dossier", "country", "IRQ", "--store", iran_store, *words)
    assert answer.code == 2
    assert said in answer.err.replace("\n", " ")
    assert list(tmp_path.iterdir()) == []


def test_without_a_browser_nothing_is_written_and_one_sentence_says_why(
    run: Run, iran_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRAPHMAP_CHROMIUM", "no-such-browser")
    said = run("dossier", "country", "IRQ", "-o", "x.pdf", "--store", iran_store)
    assert said.code == 2
    assert said.err.splitlines()[-1] == (
        "no browser that can print is found; install Chromium or Chrome, or name one in GRAPHMAP_CHROMIUM, "
        "or write FILE.html and print that from any browser"
    )
    assert list(tmp_path.iterdir()) == []


def test_an_empty_store_has_dossiers_too(run: Run) -> None:
    assert run("init", "--home", "IRN").code == 0
    for words in (("country", "TUR"), ("province", "قم"), ("border", "IRQ"), ("pair", "Qom", "Yazd")):
        said = run("dossier", *words, "-o", "x.html", "--overwrite")
        assert said.code == 0, said.err


def test_a_dossier_of_what_was_believed_on_a_day_needs_that_day(run: Run, iran_store: Path) -> None:
    said = run(
        "dossier", "country", "IRQ", "-o", "x.html", "--store", iran_store, "--believed-on", "2020-01-01"
    )
    assert said.code == 2
    assert "2020-01-01" in said.err
