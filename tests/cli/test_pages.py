"""The site of an intranet: whole or not at all, over nobody's files, each page reached from its index."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture(scope="module")
def site(iran_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the Iran sample in both languages, and beside it the ZIP of it."""
    from graphmap.cli import graphmap
    from graphmap.cli.command import run_group

    folder = tmp_path_factory.mktemp("intranet") / "site"
    words = ["pages", str(folder), "--store", str(iran_store), "--zip", str(folder.with_suffix(".zip"))]
    with pytest.raises(SystemExit) as leaving:
        run_group(graphmap, words)
    assert leaving.value.code == 0
    return folder


def test_every_link_leads_to_a_file_and_every_page_is_reached_from_the_index(site: Path) -> None:
    files = {path.name for path in site.iterdir()}
    waiting, seen = ["index.html"], {"index.html"}
    while waiting:
        text = (site / waiting.pop()).read_text("utf-8")
        for address in re.findall(r'(?:href|src)="([^"#:]+)"', text):
            assert address in files, address
            if address not in seen:
                seen.add(address)
                waiting += [address] if address.endswith(".html") and address != "map.html" else []
    assert files - seen == {"graphmap-pages.json"}
    assert {"country-IRQ.fa.html", "province-IR-03.en.html", "border-TUR.fa.html"} <= files
    assert "report-border_gaps.fa.html" in files


def test_the_index_is_in_persian_first_where_provinces_have_persian_names(site: Path) -> None:
    assert 'lang="fa" dir="rtl"' in (site / "index.html").read_text("utf-8")
    assert 'lang="en"' in (site / "index.en.html").read_text("utf-8")


def test_style_and_font_are_there_once_and_the_site_is_small(site: Path) -> None:
    holding = [path.name for path in site.iterdir() if "font/woff2;base64" in path.read_text("utf-8")]
    assert sorted(holding) == ["map.html", "paper.css", "site.css"]
    pages = [path.stat().st_size for path in site.glob("*-*.html")]
    assert max(pages) < 190_000
    assert sum(pages) / len(pages) < 90_000


def test_the_zip_holds_the_same_files_under_one_folder(site: Path) -> None:
    with zipfile.ZipFile(site.with_suffix(".zip")) as packed:
        assert packed.testzip() is None
        assert sorted(packed.namelist()) == sorted(f"site/{path.name}" for path in site.iterdir())
        assert packed.read("site/index.html") == (site / "index.html").read_bytes()
    assert site.with_suffix(".zip").stat().st_size < 6_000_000


def test_a_folder_with_other_files_is_refused_and_stays_as_it_is(
    run: Run, iran_store: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    (folder / "minutes.txt").write_text("ours")
    said = run("pages", folder, "--store", iran_store, "--lang", "en")
    assert said.code == 2
    assert "holds files that are no pages of graphmap (minutes.txt); name another folder" in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["shared"]
    assert (folder / "minutes.txt").read_text() == "ours"


def test_with_overwrite_pages_replace_those_of_an_earlier_site_and_nothing_else(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphmap.views.site.MOST_SUBJECTS", 6)
    assert run("init", "--home", "IRN").code == 0
    folder = tmp_path / "site"
    assert run("pages", folder, "--lang", "en").code == 0
    first = (folder / "index.html").read_text("utf-8")
    (folder / "minutes.txt").write_text("ours")
    (folder / "more").mkdir()
    again = run("pages", folder, "--lang", "en")
    assert again.code == 2
    assert run("pages", folder, "--lang", "fa", "--overwrite").code == 0
    assert (folder / "minutes.txt").read_text() == "ours"
    assert (folder / "more").is_dir()
    assert 'lang="fa"' in (folder / "index.html").read_text("utf-8")
    assert not list(folder.glob("*.en.html"))
    assert (tmp_path / "site.before" / "index.html").read_text("utf-8") == first
    listed = json.loads((folder / "graphmap-pages.json").read_text("utf-8"))["files"]
    assert {path.name for path in folder.iterdir()} == {*listed, "minutes.txt", "more"}
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["site", "site.before", *(path.name for path in tmp_path.glob("graph.kgl*"))]
    )


def test_a_strangers_file_of_a_pages_name_is_not_replaced(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphmap.views.site.MOST_SUBJECTS", 6)
    assert run("init", "--home", "IRN").code == 0
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("ours")
    said = run("pages", folder, "--lang", "en", "--overwrite")
    assert said.code == 2
    assert "index.html is no page of graphmap; move it, or name another folder" in said.err
    assert [path.name for path in folder.iterdir()] == ["index.html"]
    assert (folder / "index.html").read_text() == "ours"
