"""The parts of a DOCX paper: paragraphs, headings, tables, fields, each right to left where it must be."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from graphmap.direction import END_ISOLATE, ISOLATE
from graphmap.language import Language
from graphmap.views.dossier_parts import Said, Table
from graphmap.views.tokens import COLOURS

FONTS = {"en": "Calibri", "fa": "Tahoma"}
"""A font that every office machine has; the office names its own in its settings."""

SIZES = {"text": 10.0, "quiet": 8.5, "cell": 8.5, "title": 17.0, "heading": 12.0}
"""Sizes of type in points."""

SHEET = Mm(210), Mm(297)
MARGIN = Mm(15)
INNER = Mm(180)
"""A4, its margins, and how wide it is between them."""

BESIDE = "45"
"""Room beside the text of a cell, in twentieths of a point."""

LOCALES = {"en": "en-GB", "fa": "fa-IR"}


class Paper:
    """A DOCX document that is being written."""

    def __init__(self, language: Language, font: str = "") -> None:
        """Begin an empty A4 paper in a language; `font` is that of the office, if it names one."""
        self.language = language
        self.document: Any = Document()
        self._rtl = language.direction == "rtl"
        self._font = font or FONTS[language.code]
        self._set_up_styles()
        section = self.document.sections[0]
        section.orientation = WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = SHEET
        section.left_margin = section.right_margin = MARGIN
        section.top_margin = section.bottom_margin = Mm(17)
        section.different_first_page_header_footer = True
        if self._rtl:
            section._sectPr.find(qn("w:docGrid")).addprevious(OxmlElement("w:bidi"))

    def _set_up_styles(self) -> None:
        styles = self.document.styles
        self._dress(styles["Normal"], SIZES["text"])
        styles["Normal"].paragraph_format.space_after = Pt(3)
        for name, size in (("Title", SIZES["title"]), ("Heading 1", SIZES["heading"])):
            self._dress(styles[name], size, bold=True)
            styles[name].paragraph_format.keep_with_next = True
            styles[name].paragraph_format.space_before = Pt(10 if name != "Title" else 4)
            styles[name].paragraph_format.space_after = Pt(3)
            for border in styles[name].element.iter(qn("w:pBdr")):
                border.getparent().remove(border)
        for name, size in (("Quiet", SIZES["quiet"]), ("Cell", SIZES["cell"]), ("Warning", SIZES["text"])):
            style = styles.add_style(name, 1)
            style.base_style = styles["Normal"]
            self._dress(style, size, bold=name == "Warning", quiet=name == "Quiet")
            style.paragraph_format.space_before = Pt(3 if name == "Quiet" else 0)
            style.paragraph_format.space_after = Pt(1 if name == "Cell" else 2)

    def _dress(self, style: Any, size: float, bold: bool = False, quiet: bool = False) -> None:
        """Set font, size and weight of a style, for both kinds of script: Word keeps them apart."""
        style.font.name, style.font.size, style.font.bold = self._font, Pt(size), bold
        colour = COLOURS["quiet" if quiet else "ink"]
        style.font.color.rgb = RGBColor.from_string(colour.lstrip("#").upper())
        properties = style.element.get_or_add_rPr()
        fonts = properties.find(qn("w:rFonts"))
        for theme in [key for key in fonts.attrib if key.lower().endswith("theme")]:
            del fonts.attrib[theme]
        for spaced in ("w:spacing", "w:kern"):  # they tear the letters of a Persian word apart
            if (found := properties.find(qn(spaced))) is not None:
                properties.remove(found)
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), self._font)
        _set(properties, "w:szCs", str(round(size * 2)))
        if bold:
            _set(properties, "w:bCs")
        _set(properties, "w:lang", LOCALES["en"], bidi=LOCALES[self.language.code])

    # ------------------------------------------------------------------------ text

    def set_title(self, title: str) -> None:
        """Say in the file's properties what it is."""
        properties = self.document.core_properties
        properties.title, properties.author, properties.comments = _bare(title), "", ""
        properties.language = LOCALES[self.language.code]

    def add_paragraph(self, text: str, style: str | None = None) -> Any:
        """Add a paragraph."""
        return self.turn(self.document.add_paragraph(style=style), text)

    def add_heading(self, text: str, level: int) -> Any:
        """Add a heading; level 0 is the title."""
        return self.turn(self.document.add_heading(level=level), text)

    def turn(self, paragraph: Any, text: str = "", bold: bool | None = None) -> Any:
        """Let a paragraph run as the language does, and put text into it."""
        if self._rtl:
            properties = paragraph._p.get_or_add_pPr()
            if properties.find(qn("w:bidi")) is None:
                properties.insert_element_before(
                    OxmlElement("w:bidi"),
                    "w:adjustRightInd",
                    "w:snapToGrid",
                    "w:spacing",
                    "w:ind",
                    "w:jc",
                    "w:rPr",
                )
        if text:
            self.add_run(paragraph, text, bold)
        return paragraph

    def add_run(self, paragraph: Any, text: str, bold: bool | None = None) -> Any:
        """Put text into a paragraph."""
        run = paragraph.add_run(_bare(text))
        if bold is not None:
            run.bold = bold
        properties = run._r.get_or_add_rPr()
        if bold:
            _set(properties, "w:bCs")
        if self._rtl and not _is_latin(text):
            _set(properties, "w:rtl")
        return run

    def add_box(self, finding: Sequence[Said]) -> None:
        """Add the finding: lines in a box with an accent at its start."""
        for said in finding:
            paragraph = self.turn(
                self.document.add_paragraph(), said.text, bold=True if said.strong else None
            )
            paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(3)
            borders = OxmlElement("w:pBdr")
            side = "right" if self._rtl else "left"
            for name in ("top", "left", "bottom", "right"):
                thick, colour = ("36", "abroad") if name == side else ("6", "ink")
                line = {"val": "single", "sz": thick, "space": "4", "color": COLOURS[colour].lstrip("#")}
                _append(borders, f"w:{name}", **line)
            paragraph._p.get_or_add_pPr().insert_element_before(
                borders, "w:shd", "w:tabs", "w:bidi", "w:spacing", "w:ind", "w:jc", "w:rPr"
            )

    def add_picture(self, drawn: bytes, says: str) -> None:
        """Add a picture as wide as the sheet, with what it shows for those who cannot see it."""
        paragraph = self.turn(self.document.add_paragraph())
        paragraph.add_run().add_picture(BytesIO(drawn), width=INNER)
        for inline in paragraph._p.iter(qn("wp:inline")):
            for side in "TBLR":  # where nothing is said, LibreOffice leaves room, and the picture sticks out
                inline.set(f"dist{side}", "0")
        for described in paragraph._p.iter(qn("wp:docPr")):
            described.set("descr", _bare(says))

    # ------------------------------------------------------------------------ tables

    def add_table(self, table: Table, texts: Sequence[Sequence[str]]) -> None:
        """Add a table whose heads repeat on each sheet; `texts` are those of its cells."""
        made = self._make_table(len(table.rows) + 1, table.widths)
        self._write_row(made.rows[0], table.heads, [True] * len(table.heads), [""] * len(table.heads))
        _set(made.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
        for row, written, record in zip(made.rows[1:], texts, table.rows, strict=True):
            cells = record.cells
            self._write_row(row, written, [cell.strong for cell in cells], [cell.link for cell in cells])
        for row in made.rows:
            _set(row._tr.get_or_add_trPr(), "w:cantSplit")

    def _make_table(self, rows: int, widths: Sequence[int], lined: bool = True) -> Any:
        made = self.document.add_table(rows=rows, cols=len(widths))
        made.autofit = False
        made.alignment = WD_TABLE_ALIGNMENT.CENTER
        properties = made._tbl.tblPr
        if self._rtl:
            _insert(properties, OxmlElement("w:bidiVisual"))
        if lined:
            borders = OxmlElement("w:tblBorders")
            for name in ("top", "bottom", "insideH"):
                _append(
                    borders, f"w:{name}", val="single", sz="4", space="0", color=COLOURS["rule"].lstrip("#")
                )
            _insert(properties, borders)
        margins = OxmlElement("w:tblCellMar")
        for side in ("left", "right"):
            _append(margins, f"w:{side}", w=BESIDE, type="dxa")
        _insert(properties, margins)
        for column, width in zip(made.columns, widths, strict=True):
            column.width = round(INNER * width / 100)
            for cell in column.cells:
                cell.width = round(INNER * width / 100)
        return made

    def _write_row(self, row: Any, texts: Sequence[str], bold: Sequence[bool], links: Sequence[str]) -> None:
        for cell, text, is_bold, link in zip(row.cells, texts, bold, links, strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.style = self.document.styles["Cell"]
            self.turn(paragraph)
            run = self.add_run(paragraph, text, True if is_bold else None)
            if link:
                self._make_link(paragraph, run, link)

    def _make_link(self, paragraph: Any, run: Any, address: str) -> None:
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        link.append(run._r)
        paragraph._p.append(link)

    # ------------------------------------------------------------------------ head and foot

    def add_office(
        self, emblem: bytes | None, names: Sequence[str], opening: str, lines: Sequence[tuple[str, str]]
    ) -> None:
        """Add the head: emblem and names at the start, what is said above all, date and number at the end."""
        made = self._make_table(1, (42, 16, 42), lined=False)
        by, middle, end = made.rows[0].cells
        first = self.turn(by.paragraphs[0])
        if emblem is not None:
            first.add_run().add_picture(BytesIO(emblem), height=Mm(14))
            first = self.turn(by.add_paragraph())
        for place, name in enumerate(name for name in names if name):
            self.turn(first if place == 0 else by.add_paragraph(), name, bold=place == 0 or None)
        self.turn(middle.paragraphs[0], opening).alignment = WD_ALIGN_PARAGRAPH.CENTER
        for place, (head, text) in enumerate(lines):
            self.turn(end.paragraphs[0] if place == 0 else end.add_paragraph(), f"{head}: {text}")

    def add_signatures(self, signatures: Sequence[tuple[str, str]]) -> None:
        """Add the lines to sign, side by side."""
        self.document.add_paragraph().paragraph_format.space_after = Pt(30)
        width = 100 // max(len(signatures), 1)
        made = self._make_table(1, [width] * len(signatures))
        for cell, (role, person) in zip(made.rows[0].cells, signatures, strict=True):
            self.turn(cell.paragraphs[0], role, bold=True)
            if person:
                self.turn(cell.add_paragraph(style="Quiet"), person)

    def set_running_head(self, start: str, end: str) -> None:
        """Write what stands above each sheet but the first."""
        paragraph = self.document.sections[0].header.paragraphs[0]
        self._write_edge(paragraph, start)
        paragraph.add_run("\t\t")
        self.add_run(paragraph, end)

    def set_foot(self, start: str, pages: str) -> None:
        """Write what stands below each sheet: `pages` holds {page} and {pages}, which become fields."""
        section = self.document.sections[0]
        for footer in (section.footer, section.first_page_footer):
            paragraph = footer.paragraphs[0]
            self._write_edge(paragraph, start)
            paragraph.add_run("\t\t")
            before, _, rest = _bare(pages).partition("{page}")
            between, _, after = rest.partition("{pages}")
            for text, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
                if text:
                    self.add_run(paragraph, text)
                if field:
                    self._add_field(paragraph, field)

    def _write_edge(self, paragraph: Any, text: str) -> None:
        paragraph.style = self.document.styles["Quiet"]
        self.turn(paragraph, text)
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(round(INNER / 2), 1)
        stops.add_tab_stop(INNER, 2)

    def _add_field(self, paragraph: Any, field: str) -> None:
        """Add a field that the program that opens the paper counts, with a number until it has."""
        for kind, text in (("begin", ""), ("", field), ("separate", ""), ("shown", "1"), ("end", "")):
            run = self.add_run(paragraph, self.language.digits(text) if kind == "shown" else "")
            if kind == "":
                code = OxmlElement("w:instrText")
                code.set(qn("xml:space"), "preserve")
                code.text = f" {text} "
                run._r.append(code)
            elif kind != "shown":
                _append(run._r, "w:fldChar", fldCharType=kind)


def _bare(text: str) -> str:
    """Return a text without the marks that keep names apart: in Word, paragraphs and runs do that."""
    return text.replace(ISOLATE, "").replace(END_ISOLATE, "")


def _is_latin(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and all(c < "\u0590" for c in letters)


_ORDER = ("rFonts", "b", "bCs", "color", "sz", "szCs", "rtl", "lang")
"""Properties of a run in the order in which the format wants them."""


def _set(parent: Any, name: str, value: str | None = None, **more: str) -> None:
    """Set an element of properties, once, in its place."""
    element = parent.find(qn(name))
    if element is None:
        element = OxmlElement(name)
        local = name.removeprefix("w:")
        later = _ORDER[_ORDER.index(local) + 1 :] if local in _ORDER else ()
        after = next((found for key in later if (found := parent.find(qn(f"w:{key}"))) is not None), None)
        if after is None:
            parent.append(element)
        else:
            after.addprevious(element)
    if value is not None:
        element.set(qn("w:val"), value)
    for key, text in more.items():
        element.set(qn(f"w:{key}"), text)


def _append(parent: Any, name: str, **given: str) -> None:
    element = OxmlElement(name)
    for key, text in given.items():
        element.set(qn(f"w:{key}"), text)
    parent.append(element)


def _insert(properties: Any, element: Any) -> None:
    """Put an element into the properties of a table where their order wants it."""
    after = {
        "bidiVisual": ("w:tblStyleRowBandSize", "w:tblStyleColBandSize", "w:tblW", "w:jc"),
        "tblBorders": ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"),
        "tblCellMar": ("w:tblLook", "w:tblCaption", "w:tblDescription"),
    }[element.tag.rpartition("}")[2]]
    for name in after:
        found = properties.find(qn(name))
        if found is not None:
            found.addprevious(element)
            return
    properties.append(element)
