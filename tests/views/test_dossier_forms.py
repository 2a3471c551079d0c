"""The forms of a dossier: HTML in a real browser, PDF read back as text, DOCX read back by python-docx."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from pypdfium2 import PdfDocument

from graphmap.errors import ViewError
from graphmap.language import CODES, Code, load_language
from graphmap.store.snapshot import build_snapshot
from graphmap.text import Name
from graphmap.views import browser as browser_module
from graphmap.views.browser import print_page
from graphmap.views.dossier import Dossier, Subject, write_down
from graphmap.views.dossier_docx import render_docx
from graphmap.views.dossier_page import render_dossier
from graphmap.views.office import Office
from tests.servers.chromium import list_violations
from tests.views.conftest import Opened
from tests.views.dossiers import (
    DAY,
    describe,
    describe_snapshot,
    list_rows,
    list_said,
    read_ground,
    sign,
)
from tests.views.graphs import make_hostile

OFFICE = Office(
    name=Name("Border committee", "کمیتهٔ مرزی"),
    classification=Name("For official use", "مخصوص استفادهٔ اداری"),
)
Open = Callable[..., Opened]


def make(lang: Code, kind: str = "country", ids: tuple[str, ...] = ("IRQ",)) -> Dossier:
    """Make a dossier of the Iran sample, of the Border committee."""
    subject = Subject(kind, ids)  # type: ignore[arg-type]
    return write_down(read_ground(), subject, load_language(lang), OFFICE, "12/345", DAY)


def write(dossier: Dossier, folder: Path) -> Path:
    """Write a dossier as HTML into a folder."""
    path = folder / "dossier.html"
    path.write_text(render_dossier(dossier), encoding="utf-8")
    return path


def bare(text: str) -> str:
    """Return the letters of a text alone, in the order of reading, without marks and spaces."""
    return re.sub(r"[\s\u2066-\u2069\u200b-\u200f\ufeff]", "", text)


# ---------------------------------------------------------------------------- HTML


@pytest.mark.parametrize(("lang", "width"), [("fa", 1280), ("en", 390)])
def test_the_page_opens_from_disk_without_a_request_complaint_or_barrier(
    open_page: Open, tmp_path: Path, lang: Code, width: int
) -> None:
    opened = open_page(write(make(lang), tmp_path), width=width, script=False)
    page = opened.page
    assert page.locator("h1").inner_text() == make(lang).title
    assert page.locator("[data-section='pairs'] tbody tr").count() == 11
    assert page.locator("figure svg[role='img']").count() == 1
    assert opened.requests == [(tmp_path / "dossier.html").as_uri()]
    assert opened.complaints == []


@pytest.mark.parametrize("lang", CODES)
def test_axe_finds_nothing_in_a_dossier(open_page: Open, tmp_path: Path, lang: Code) -> None:
    path = write(make(lang), tmp_path)
    # axe is a script of its own: it needs a page that may have one.
    context = open_page(path, script=False).page.context
    browser = context.browser
    assert browser is not None
    page = browser.new_page()
    page.goto(path.as_uri())
    assert list_violations(page) == []
    page.close()


def test_hostile_names_are_text_in_page_style_and_head(open_page: Open, tmp_path: Path) -> None:
    dossier = describe_snapshot(build_snapshot(make_hostile()), "country", ("TUR",), "fa")
    opened = open_page(write(dossier, tmp_path), script=False)
    assert opened.page.title() == dossier.title
    assert opened.page.locator("img, script, h1 *").count() == 0
    assert opened.requests == [(tmp_path / "dossier.html").as_uri()]
    assert opened.complaints == []
    style = opened.page.locator("style").inner_text()
    assert "onerror=" not in style


# ---------------------------------------------------------------------------- PDF


def list_letters(text: str) -> set[str]:
    """Return the words of a text, each as its letters in one order.

    What is read back from a PDF has right-to-left lines in the order of reading, but turns the two letters
    of a ligature, the letters of a word with a mark upon it, and brackets; and it drops half-spaces.
    """
    plain = unicodedata.normalize("NFD", bare(re.sub(r"\s", "|", text)))
    return {"".join(sorted(word)) for word in re.findall(r"[\w\u064b-\u0655]+", plain)}


@pytest.mark.parametrize(
    ("lang", "of", "numbering"),
    [("fa", ("country", ("IRQ",)), "صفحهٔ ۲ از ۴"), ("en", ("pair", ("IR-04", "IR-12")), "Page 2 of 2")],
)
def test_the_pdf_says_in_text_all_that_the_model_says_on_two_to_four_sheets(
    lang: Code, of: tuple[str, tuple[str, ...]], numbering: str
) -> None:
    dossier = make(lang, *of)
    read = PdfDocument(print_page(render_dossier(dossier)))
    texts = [page.get_textpage().get_text_range() for page in read]
    assert 2 <= len(texts) <= 4
    cells = [cell.text for row in list_rows(dossier) for cell in row.cells]
    said = [said.text for said in list_said(dossier)]
    whole = list_letters(" ".join(texts))
    assert {word for text in [*cells, *said, dossier.title] for word in list_letters(text)} - whole == set()
    assert list_letters(numbering) <= list_letters(texts[1])
    assert dossier.reference == {"fa": "۱۲/۳۴۵", "en": "12/345"}[lang]
    assert list_letters(dossier.reference) <= list_letters(texts[0])
    heads = [list_letters(" ".join(text.splitlines()[:3])) for text in texts]
    assert [list_letters(dossier.title) <= head for head in heads[1:]] == [True] * (len(texts) - 1)
    assert not list_letters(dossier.title) <= heads[0], "the running head begins on the second sheet"
    assert all(list_letters(OFFICE.classification.in_language(lang)) <= list_letters(text) for text in texts)
    assert read.get_metadata_value("Title") == dossier.title


def test_without_a_browser_the_pdf_is_refused_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAPHMAP_CHROMIUM", "no-such-browser")
    with pytest.raises(ViewError, match="no browser that can print is found; install Chromium"):
        print_page("<p>x")


def test_a_browser_that_prints_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAPHMAP_CHROMIUM", "false")
    with pytest.raises(ViewError, match=r"did not print the page \(it left with 1\)"):
        print_page("<p>x")


def test_printing_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert print_page("<!doctype html><title>x</title><p>x").startswith(b"%PDF")
    assert list(tmp_path.glob("graphmap-*")) == []


# ---------------------------------------------------------------------------- DOCX


def open_docx(dossier: Dossier) -> tuple[Any, tuple[str, ...], str]:
    """Return a dossier's DOCX as python-docx reads it, what was left out, and its XML."""
    data, left_out = render_docx(dossier)
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        xml = held.read("word/document.xml").decode("utf-8")
    return docx.Document(io.BytesIO(data)), left_out, xml


def test_the_docx_has_the_headings_tables_and_texts_of_the_model_right_to_left() -> None:
    dossier = make("fa")
    read, left_out, xml = open_docx(dossier)
    assert left_out == ()
    headings = [p.text for p in read.paragraphs if p.style.name in ("Title", "Heading 1")]
    letters = dossier.language.words("dossier-documents-note-letters")
    assert letters in xml, "a mark is a letter there, and the note says so"
    assert headings == [dossier.title, *(section.heading for section in dossier.sections)]
    tables = [section.table for section in dossier.sections if section.table]
    held = [*read.tables[1:-2], read.tables[-1]]  # the first is the office's head, the last but one is signed
    assert [len(table.rows) - 1 for table in held] == [len(table.rows) for table in tables]
    for made, table in zip(held, tables, strict=True):
        assert [bare(cell.text) for cell in made.rows[0].cells] == [bare(head) for head in table.heads]
        assert made.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    for made in read.tables:
        assert made._tbl.tblPr.find(qn("w:bidiVisual")) is not None
    paragraphs = [*read.paragraphs, *(p for t in read.tables for c in t._cells for p in c.paragraphs)]
    written = [p for p in paragraphs if p.text.strip()]
    assert all(p._p.pPr is not None and p._p.pPr.find(qn("w:bidi")) is not None for p in written)
    assert [
        bare(p.text) for p in read.paragraphs if bare(p.text) in {bare(s.text) for s in dossier.finding}
    ] == [bare(said.text) for said in dossier.finding]
    assert read.core_properties.title == dossier.title


def test_the_docx_has_a_running_head_page_fields_the_map_and_links() -> None:
    dossier = make("en")
    read, _, xml = open_docx(dossier)
    section = read.sections[0]
    assert section.different_first_page_header_footer
    assert section.header.paragraphs[0].text == f"{dossier.title}\t\t{dossier.status}"
    for footer in (section.footer, section.first_page_footer):
        fields = [code.text.strip() for code in footer._element.iter(qn("w:instrText"))]
        assert fields == ["PAGE", "NUMPAGES"]
        assert footer.paragraphs[0].text.startswith("For official use")
    assert len(read.inline_shapes) == 1
    assert dossier.picture is not None
    assert f'descr="{dossier.picture.says}"' in xml
    assert "w:bidi" not in xml
    assert 'distL="0"' in xml, "where no room is named, LibreOffice takes some, and the map sticks out"
    title = read.styles["Title"].element.rPr
    assert [title.find(qn(f"w:{name}")) for name in ("spacing", "kern")] == [None, None]
    assert not any(name.lower().endswith("theme") for name in title.find(qn("w:rFonts")).attrib)
    assert xml.count("<w:hyperlink") == sum(
        bool(row.cells[1].link) for row in list_rows(dossier) if len(row.cells) == 3
    )


def test_without_a_browser_the_docx_comes_without_its_map_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GRAPHMAP_CHROMIUM", "no-such-browser")
    read, left_out, _ = open_docx(make("en"))
    assert len(read.inline_shapes) == 0
    assert len(left_out) == 1
    assert left_out[0].startswith("The map is left out: no browser")


def test_without_python_docx_one_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import builtins

    real = builtins.__import__

    def refuse(name: str, *given: Any, **more: Any) -> Any:
        if name == "docx" or name.startswith(("docx.", "graphmap.views.docx_parts")):
            raise ImportError(name)
        return real(name, *given, **more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ViewError, match=r'pip install "graphmap\[docx\]"'):
        render_docx(describe(sign("t1", "A", "tur:mayor")))


def test_hostile_names_are_text_in_a_docx() -> None:
    dossier = describe_snapshot(build_snapshot(make_hostile()), "country", ("TUR",), "fa")
    read, _, xml = open_docx(dossier)
    assert read.paragraphs[0].text == dossier.title.replace("\u2068", "").replace("\u2069", "")
    assert "javascript:" not in xml


def test_browsers_are_looked_for_by_name_and_where_they_lie(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GRAPHMAP_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(browser_module, "PLACES", (__file__,))
    assert browser_module.find_browser() == __file__
