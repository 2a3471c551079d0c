"""A dossier as DOCX, since offices edit: real headings and tables, right to left in Persian."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from graphmap.errors import ViewError
from graphmap.text import clean_name
from graphmap.views.dossier_page import list_signatures
from graphmap.views.dossier_parts import Cell, Dossier, Said, Section
from graphmap.views.dossier_pictures import draw_emblem, draw_map
from graphmap.views.marks import MARK_OF
from graphmap.writing import write_bytes

if TYPE_CHECKING:
    from graphmap.views.docx_parts import Paper

LINES_TO_FILL = "." * 34
"""What stands where the office writes something in by hand."""


def write_docx(dossier: Dossier, path: Path, overwrite: bool = False) -> tuple[str, ...]:
    """Write a dossier as DOCX and return what had to be left out, each a sentence.

    Raises ViewError where python-docx is not installed, WritingRefused.
    """
    data, left_out = render_docx(dossier)
    write_bytes(data, path, overwrite)
    return left_out


def render_docx(dossier: Dossier) -> tuple[bytes, tuple[str, ...]]:
    """Render a dossier as the bytes of a DOCX file; the rest as `write_docx` says."""
    try:
        from graphmap.views.docx_parts import Paper
    except ImportError as error:
        raise ViewError(
            'DOCX needs python-docx, which is not installed: pip install "graphmap[docx]" installs it'
        ) from error
    left_out: list[str] = []
    paper = Paper(dossier.language, clean_name(dossier.office.font))
    paper.set_title(dossier.title)
    _write_edges(paper, dossier)
    _write_head(paper, dossier, left_out)
    if dossier.warning:
        paper.add_paragraph(dossier.warning, style="Warning")
    paper.add_heading(dossier.title, 0)
    paper.add_paragraph(dossier.status, style="Quiet")
    paper.add_box(dossier.finding)
    _write_map(paper, dossier, left_out)
    before = [section for section in dossier.sections if section.name != "sources"]
    for section in before:
        _write_section(paper, section)
    paper.add_signatures(list_signatures(dossier.office, dossier.language))
    for section in dossier.sections[len(before) :]:
        _write_section(paper, section)
    for said in dossier.foot:
        paper.add_paragraph(said.text, style="Quiet")
    opened = BytesIO()
    paper.document.save(opened)
    return opened.getvalue(), tuple(left_out)


def _write_edges(paper: Paper, dossier: Dossier) -> None:
    """Write what stands at the edges of each sheet, as the printed page has it."""
    one = dossier.language
    classified = clean_name(dossier.office.classification.in_language(one.code)) or dossier.warning
    paper.set_running_head(dossier.title, dossier.status)
    paper.set_foot(classified, one.words("dossier-page", page="{page}", pages="{pages}"))


def _write_head(paper: Paper, dossier: Dossier, left_out: list[str]) -> None:
    one, office = dossier.language, dossier.office
    emblem = None
    if office.emblem is not None:
        try:
            emblem = draw_emblem(office.emblem)
        except ViewError as error:
            left_out.append(one.words("dossier-left-out-emblem", why=str(error)))
    names = [clean_name(name.in_language(one.code)) for name in (office.name, office.unit)]
    lines = [
        (one.words("dossier-date"), one.day(dossier.day)),
        (one.words("dossier-reference"), dossier.reference or LINES_TO_FILL),
    ]
    paper.add_office(emblem, names, clean_name(office.opening.in_language(one.code)), lines)


def _write_map(paper: Paper, dossier: Dossier, left_out: list[str]) -> None:
    if dossier.picture is None:
        return
    try:
        drawn = draw_map(dossier.picture, dossier.language)
    except ViewError as error:
        left_out.append(dossier.language.words("dossier-left-out-map", why=str(error)))
        return
    paper.add_picture(drawn, dossier.picture.says)


def _write_section(paper: Paper, section: Section) -> None:
    paper.add_heading(section.heading, 1)
    _write_all(paper, section.lead, None)
    if section.table is not None:
        letters = [[_fill(paper, cell) for cell in row.cells] for row in section.table.rows]
        paper.add_table(section.table, letters)
    _write_all(paper, section.notes, "Quiet")


def _write_all(paper: Paper, some: Sequence[Said], style: str | None) -> None:
    words = paper.language.words
    in_letters = {words("dossier-documents-note"): words("dossier-documents-note-letters")}
    for said in some:
        paper.add_paragraph(in_letters.get(said.text, said.text), style=style)


def _fill(paper: Paper, cell: Cell) -> str:
    """Return the text of a cell, with the letter of its mark before it where the text does not say it.

    A mark itself is a drawing, which no office could edit.
    """
    name = MARK_OF[cell.mark] if cell.mark else None
    if name is None or name == "contact" or cell.text == paper.language.words(f"dossier-word-{cell.mark}"):
        return cell.text
    return f"{paper.language.words(f'mark-{name}')} · {cell.text}"
