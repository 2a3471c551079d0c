"""A dossier as HTML that prints: one file with its style and font, a running head, page x of y, no script."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from graphmap.direction import END_ISOLATE, ISOLATE
from graphmap.language import Language
from graphmap.text import Name, clean_name
from graphmap.views.dossier_parts import Cell, Dossier, Picture, Row, Section
from graphmap.views.dress import hash_for_policy, open_templates, put_font_in, read_static
from graphmap.views.elements import element, join_markup
from graphmap.views.marks import draw_verdict_mark
from graphmap.views.office import Office, Signature
from graphmap.views.tokens import write_tokens

MOST_IDS = 100
"""Of how many ties the page holds the ids beside what rests on them."""

SIGNATURES = 3
"""How many lines to sign a dossier has where the office names none."""


def render_dossier(dossier: Dossier, links: Sequence[tuple[str, str]] = (), shared: str = "") -> str:
    """Render a dossier as one page of HTML.

    `links` lead to pages beside it, `shared` is the file beside it that holds the style of all of them.
    """
    style = write_running_lines(dossier) + write_widths(dossier)
    if not shared:
        style = make_paper_style() + style
    beside = "'self' " if shared else ""
    return (
        open_templates()
        .get_template("dossier.html.j2")
        .render(
            policy=f"default-src 'none'; style-src {beside}{hash_for_policy(style)}; font-src data:; "
            "img-src data:; base-uri 'none'; form-action 'none'",
            style=Markup(style),  # noqa: S704 - our own files, and text that is escaped
            dossier=dossier,
            one=dossier.language,
            office=dossier.office,
            signatures=list_signatures(dossier.office, dossier.language),
            name_ties=name_ties,
            name=lambda name: clean_name(name.in_language(dossier.language.code)),
            sections=[(section, _draw_rows(section)) for section in dossier.sections],
            picture=draw_figure(dossier.picture) if dossier.picture else "",
            links=links,
            shared=shared,
        )
    )


def make_paper_style() -> str:
    """Return the style of every dossier: tokens, font, sheet."""
    return write_tokens() + put_font_in(read_static("dossier.css"))


def write_running_lines(dossier: Dossier) -> str:
    """Write what stands at the edge of each sheet: from the second one its title; page x of y; what it is."""
    one, office = dossier.language, dossier.office
    start, end = ("right", "left") if one.direction == "rtl" else ("left", "right")
    numbering = "persian" if one.code == "fa" else "decimal"
    said = one.words("dossier-page", page=_PAGE, pages=_PAGES).replace(ISOLATE, "").replace(END_ISOLATE, "")
    before, _, rest = said.partition(_PAGE)
    between, _, after = rest.partition(_PAGES)
    page = (
        f"{_quote(before)} counter(page, {numbering}) {_quote(between)} "
        f"counter(pages, {numbering}) {_quote(after)}"
    )
    classified = clean_name(office.classification.in_language(one.code)) or dossier.warning
    edge = f"direction: {one.direction}; "
    return (
        f"@page {{ @top-{start} {{ {edge}content: {_quote(dossier.title)}; }}\n"
        f"@top-{end} {{ {edge}content: {_quote(dossier.status)}; }}\n"
        f"@bottom-{start} {{ {edge}content: {_quote(classified)}; }}\n"
        f"@bottom-{end} {{ {edge}content: {page}; }} }}\n"
        f"@page :first {{ @top-{start} {{ content: none; }} @top-{end} {{ content: none; }} }}\n"
    )


def write_widths(dossier: Dossier) -> str:
    """Write how wide the columns of its tables are."""
    tables = (section.table for section in dossier.sections if section.table is not None)
    widths = sorted({width for table in tables for width in table.widths})
    return "".join(f"col.w{width} {{ width: {width}%; }}\n" for width in widths)


_PAGE, _PAGES = "{page}", "{pages}"
"""What stands for the numbers until the style counts them."""


def _quote(text: str) -> str:
    """Write a text as CSS holds it: every letter that could mean something by its number."""
    plain = (
        c if c.isalnum() or c == " " else f"\\{ord(c):06x} " for c in text if c not in (ISOLATE, END_ISOLATE)
    )
    return '"' + "".join(plain) + '"'


def list_signatures(office: Office, one: Language) -> list[tuple[str, str]]:
    """Return who signs, and what stands below each line."""
    signatures = office.signatures or tuple(
        Signature(
            Name(one.words(f"dossier-sign-role-{number}")), Name(one.words(f"dossier-sign-note-{number}"))
        )
        for number in range(1, SIGNATURES + 1)
    )
    named = ((each.role, each.person) for each in signatures)
    return [
        (clean_name(role.in_language(one.code)), clean_name(person.in_language(one.code)))
        for role, person in named
    ]


def _draw_rows(section: Section) -> Markup:
    """Draw the table of a section, blank where it has none; sources as a list in two columns."""
    table = section.table
    if table is None:
        return Markup("")
    if section.name == "sources":
        return element("ol", {"class": "sources"}, *(_draw_source(row) for row in table.rows))
    columns = [element("col", {"class": f"w{width}"}) for width in table.widths]
    heads = [element("th", {"scope": "col"}, head) for head in table.heads]
    return element(
        "table",
        {"aria-labelledby": f"{section.name}-heading"},
        element("colgroup", None, *columns),
        element("thead", None, element("tr", None, *heads)),
        element("tbody", None, *(_draw_row(row) for row in table.rows)),
    )


def _draw_row(row: Row) -> Markup:
    first, *rest = row.cells
    cells = [element("th", {"scope": "row", **_dress(first)}, _fill(first))]
    cells += [element("td", _dress(cell), _fill(cell)) for cell in rest]
    return element("tr", {"data-ties": name_ties(row.ties)}, *cells)


def name_ties(ties: Sequence[str]) -> str | None:
    """Return the ids of the ties that something rests on, for whoever asks the page; not of very many."""
    return " ".join(ties) if 0 < len(ties) <= MOST_IDS else None


def _draw_source(row: Row) -> Markup:
    number, name, facts = row.cells
    written = [element("span", {"class": "number"}, number.text), _fill(name)]
    return element(
        "li",
        None,
        *written,
        Markup(" "),
        element("span", {"class": "quiet"}, f"({facts.text})") if facts.text else None,
    )


def _dress(cell: Cell) -> dict[str, object]:
    classes = [name for name, is_so in (("strong", cell.strong), ("quiet", cell.quiet)) if is_so]
    return {"class": " ".join(classes) or None}


def _fill(cell: Cell) -> Markup:
    text = element("bdi", None, cell.text) if cell.link else element("span", None, cell.text)
    if cell.link:
        text = element("a", {"href": cell.link, "rel": "noreferrer noopener"}, text)
    mark = draw_verdict_mark(cell.mark) if cell.mark else None
    return join_markup([mark, Markup(" "), text]) if mark else text


def draw_figure(picture: Picture) -> Markup:
    """Draw a picture with its legend below."""
    signs = [element("li", None, sign, element("span", None, text)) for sign, text in picture.legend]
    return picture.drawing + (element("ul", {"class": "legend"}, *signs) if signs else Markup(""))
