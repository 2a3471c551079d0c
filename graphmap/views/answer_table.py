"""The tables of an answer's page: names with ids behind, marks, sources with links, long lists folded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from markupsafe import Markup, escape

from graphmap.direction import isolate
from graphmap.language import Language
from graphmap.question.declaration import Column
from graphmap.questions.answer import Answer
from graphmap.questions.arranging import Part, Row
from graphmap.questions.saying import IDS, find_id, is_nameless, list_parts, read_cell, say_head
from graphmap.views.elements import draw_link, element, is_web_address, join_markup
from graphmap.views.labels import measure_text
from graphmap.views.marks import HEIGHT, MARK_OF, MARKS, WIDTH, MarkName, list_shapes

NAMED = 3
"""How many things of a list a cell shows before the others are folded away."""

LONG_TEXT, SHOWN_TEXT = 140, 70
"""From how many letters on a text is folded, and about how many of them a cell then shows."""

NAMED_SOURCES = 2
"""With more sources in any row a table gives their numbers: all stand at the foot of the page, by name."""

SOURCES = "sources"
"""The column of the sources on which a row rests."""

FREE = frozenset({"text", "texts", "id", "ids", "name"})
"""The types of what is written in any language."""

MARKED = frozenset({"verdict", "certainty"})
"""The types of which words have a mark."""

MARK_ROOM = 3.2
"""Em that a mark before a word takes up."""

NARROWEST, WIDEST = 4.0, 22.0
"""Bounds of what a column is taken to need of a sheet, in em."""


def draw_table(part: Part, number: int, answer: Answer, language: Language, first: int = 0) -> Markup:
    """Draw the table of a part; rows are numbered on from `first`, as the facts for CSV have them."""
    heads = [
        element("th", {"scope": "col", "title": column.help}, say_head(name, column, language))
        for name, column in part.columns.items()
    ]
    by_number = _numbers_sources(part)
    rows = [
        element(
            "tr",
            {"data-row": first + place, "title": _name_row(part, row)},
            *(draw_cell(name, row, answer, language, by_number) for name in part.columns),
        )
        for place, row in enumerate(part.rows)
    ]
    labelled = f"part-{number}" if part.title else "report-heading"
    return element(
        "table",
        {"class": f"table rows of-{number}", "aria-labelledby": labelled},
        element("colgroup", None, *(element("col") for _ in part.columns)),
        element("thead", None, element("tr", None, *heads)),
        element("tbody", None, *rows),
    )


def _numbers_sources(part: Part) -> bool:
    """Return whether a table gives the numbers of sources: where a row has more than cells have room for."""
    return any(len(row.get(SOURCES) or ()) > NAMED_SOURCES for row in part.rows)


def _name_row(part: Part, row: Row) -> str | None:
    """Return the ids of a row that no name is known for, as what a pointer on it shows."""
    return " · ".join(str(row[name]) for name in part.hidden if row[name]) or None


def draw_cell(name: str, row: Row, answer: Answer, language: Language, by_number: bool = False) -> Markup:
    """Draw a cell: nothing where nothing applies, a quiet word where it is not known."""
    column, value = answer.columns[name], read_cell(name, answer.columns, row, language)
    if column.is_blank(value):
        return element("td")
    detail = "detail" if column.detail else None
    if column.is_empty(value):
        return element(
            "td", {"class": detail}, element("span", {"class": "quiet"}, language.words("unknown"))
        )
    behind = find_id(name, answer.columns, row)
    number = "number" if column.is_number or _is_counted(column, value, answer) else None
    attributes = {
        "class": " ".join(filter(None, (detail, number))) or None,
        "data-value": write_bare(value) if _is_bare(column, value) else None,
        "title": behind if isinstance(behind, str) else None,
    }
    if _is_counted(column, value, answer):
        attributes["title"] = language.list_some(value, 5)
    return element("td", attributes, draw_value(name, row, answer, language, by_number))


def draw_value(
    name: str, row: Row, answer: Answer, language: Language, by_number: bool = False
) -> Markup | str:
    """Draw what a cell holds, one thing or several; sources by the numbers that they have at the foot."""
    column, value = answer.columns[name], row[name]
    if _is_counted(column, value, answer):
        return language.number(len(value))
    parts = list_parts(name, answer.columns, row, answer.names, language)
    if name == SOURCES and by_number:
        places = sorted(answer.sources.index(source) + 1 for source in value)
        return language.words("list-mark").join(map(language.number, places))
    if name == SOURCES:
        return _join([_draw_source(source, answer, language) for source in value], language)
    if isinstance(value, list | tuple):
        return _fold(parts, language)
    if isinstance(value, str) and (link := draw_link(value)):
        return link
    mark = None if column.detail else draw_word_mark(column, value)
    if mark is None and column.type in FREE and len(parts[0]) > LONG_TEXT:
        return _fold_text(parts[0], language)
    if mark is None:
        return element("bdi", None, *parts) if column.type in FREE else parts[0]
    return element("span", {"class": "with-mark"}, mark, *parts)


def draw_word_mark(column: Column, value: object) -> Markup | None:
    """Draw the mark of a word on the scale of verdicts or of certainty, if it has one."""
    if column.type not in MARKED:
        return None
    name = MARK_OF.get(value)  # type: ignore[call-overload]
    return _use_mark(name) if name else None


def _use_mark(name: MarkName) -> Markup:
    size = {"width": WIDTH, "height": HEIGHT, "aria-hidden": "true"}
    return element("svg", size, element("use", {"href": f"#mark-{name}"}))


def draw_marks() -> Markup:
    """Draw each mark once, hidden, for the cells to show."""
    box = {"viewBox": f"0 0 {WIDTH} {HEIGHT}"}
    symbols = (
        element(
            "symbol",
            {"id": f"mark-{name}", **box},
            *(element(shape.tag, shape.attributes) for shape in list_shapes(name)),
        )
        for name in MARKS
    )
    return element("svg", {"class": "symbols", "width": 0, "height": 0, "aria-hidden": "true"}, *symbols)


def _draw_source(source: str, answer: Answer, language: Language) -> Markup:
    name = language.name(answer.names[source]) if source in answer.names else source
    address = answer.addresses.get(source, "")
    if not is_web_address(address):
        return element("bdi", {"title": source}, name)
    link = {"href": address, "rel": "noreferrer noopener", "title": source}
    return element("a", link, element("bdi", None, name))


def draw_sources(answer: Answer, language: Language) -> Sequence[Markup]:
    """Draw each source on which the rows rest, by its name, with a link where it stands on the web."""
    return [_draw_source(source, answer, language) for source in answer.sources]


def _fold(parts: Sequence[str], language: Language) -> Markup:
    """Show the first of many things, and the others in a fold that opens; on paper all stand.

    A list reads in the direction of the page, whatever its first name is written in.
    """
    if len(parts) <= NAMED + 1:
        return element("bdi", {"dir": language.direction}, language.list_names(parts))
    comma = language.words("list-mark")
    listed, rest = (comma.join(map(isolate, some)) for some in (parts[:NAMED], parts[NAMED:]))
    more = language.words("fold-more", count=len(parts) - NAMED)
    after = element("span", {"class": "comma"}, comma.rstrip())
    summary = element("summary", None, listed, after, element("span", {"class": "more"}, f" {more}"))
    return element("details", {"class": "fold"}, summary, element("span", {"class": "rest"}, rest))


def _fold_text(text: str, language: Language) -> Markup:
    """Show how a long text begins, and the rest in a fold that opens; on paper all of it stands."""
    at = text.rfind(" ", 0, SHOWN_TEXT) + 1 or SHOWN_TEXT
    more = element("span", {"class": "more"}, f" {language.words('fold-text')}")
    summary = element("summary", None, element("bdi", None, text[:at].rstrip()), more)
    rest = element("span", {"class": "rest"}, element("bdi", None, text[at:]))
    return element("details", {"class": "fold"}, summary, rest)


def _join(parts: Sequence[Markup], language: Language) -> Markup:
    between = escape(language.words("list-mark"))
    return join_markup(part for one in parts for part in (between, one))[len(between) :]


def _is_counted(column: Column, value: Any, answer: Answer) -> bool:
    """Return whether a cell shows how many things there are, of which no name is known."""
    return column.type == "ids" and isinstance(value, list | tuple) and is_nameless(value, answer.names)


def _is_bare(column: Column, value: object) -> bool:
    return column.is_number or isinstance(value, date) or column.type.endswith((".since", ".until"))


def write_bare(value: object) -> str:
    """Return a value as it is sorted and taken away: a day as ISO has it, a number without its marks."""
    return value.isoformat() if isinstance(value, date) else str(value)


# ------------------------------------------------------------------------------------------ style, CSV


def write_style(parts: Sequence[Part], answer: Answer, language: Language) -> str:
    """Write what is particular to the tables: names of columns on a telephone, their widths on paper."""
    rules: list[str] = []
    for number, part in enumerate(parts):
        needs = [_measure(name, part, answer, language) for name in part.columns]
        for place, ((name, column), need) in enumerate(zip(part.columns.items(), needs, strict=True), 1):
            head = write_css_text(say_head(name, column, language))
            rules.append(f".of-{number} td:nth-child({place})::before {{ content: {head}; }}")
            share = 100 * need / sum(needs)
            rules.append(f"@media print {{ .of-{number} col:nth-child({place}) {{ width: {share:.1f}%; }} }}")
    return "\n".join(rules) + "\n"


def write_css_text(text: str) -> str:
    r"""Write a text as a string of CSS: whatever is no letter or digit as an escape.

    >>> write_css_text('a"</b')
    '"a\\22 \\3c \\2f b"'
    """
    return '"' + "".join(c if c.isalnum() else f"\\{ord(c):x} " for c in text) + '"'


def _measure(name: str, part: Part, answer: Answer, language: Language) -> float:
    """Return about how many em of a sheet a column needs: more for what is long in most of its rows."""
    head = say_head(name, part.columns[name], language)
    longest = max((measure_text(word) for word in head.split()), default=1.0)
    sizes = []
    column, numbered = part.columns[name], name == SOURCES and _numbers_sources(part)
    room = MARK_ROOM if column.type in MARKED and not column.detail else 0.0
    for row in part.rows[:200]:
        said = list_parts(name, answer.columns, row, answer.names, language)
        if numbered or _is_counted(column, row[name], answer):
            said = ["99"] * (len(said) if numbered else 1)
        sizes.append(measure_text("، ".join(said)) + room)
        longest = max([longest, *(measure_text(word) + room for one in said for word in one.split())])
    mean = sum(sizes) / max(len(sizes), 1)
    return min(max(mean, min(longest + 1.5, 10.0), NARROWEST), WIDEST)


def list_taken(answer: Answer, rows: Sequence[Row], language: Language) -> Mapping[str, object]:
    """Return what the CSV of a page is written from: heads, and rows as numbers of texts that stand once.

    It holds every column that a person reads, in full, and every id.
    """
    columns = {name: column for name, column in answer.columns.items() if not name.endswith("_fa")}
    heads = []
    for name, column in columns.items():
        head = say_head(name, column, language)
        is_id = column.type in IDS and language.code == "en"
        heads.append(language.words("head-of-id", head=head) if is_id else head)
    texts: dict[str, int] = {}
    lines = []
    for row in rows:
        cells = [_take(name, row, answer, language) for name in columns]
        lines.append([[texts.setdefault(text, len(texts)) for text in cell] for cell in cells])
    return {"heads": heads, "texts": list(texts), "rows": lines}


def _take(name: str, row: Row, answer: Answer, language: Language) -> list[str]:
    column, value = answer.columns[name], row[name]
    if column.is_empty(value):
        return []
    if column.type in IDS:
        return [str(part) for part in value] if isinstance(value, list | tuple) else [str(value)]
    if _is_bare(column, value):
        return [write_bare(value)]
    return list_parts(name, answer.columns, row, answer.names, language)
