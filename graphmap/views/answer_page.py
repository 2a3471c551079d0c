"""An answer as a page: its picture, its rows with search, sorting and CSV, what they say, its sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypedDict

from markupsafe import Markup

from graphmap.language import Language
from graphmap.questions.answer import Answer
from graphmap.questions.arranging import Part, arrange_answer
from graphmap.questions.saying import describe_question, list_parts, say_head, say_parameters, say_value
from graphmap.views.answer_picture import draw_picture
from graphmap.views.answer_table import (
    draw_marks,
    draw_sources,
    draw_table,
    draw_word_mark,
    list_taken,
    write_css_text,
    write_style,
)
from graphmap.views.dress import read_static, render_page, write_facts
from graphmap.views.elements import element
from graphmap.views.tokens import COLOURS
from graphmap.views.wording import Wording
from graphmap.writing import write_text

MOST_ROWS = 1000
"""How many rows a page shows; above that the browser becomes slow and the file large."""

FEW = 10
"""How many sentences and sources stand open; the others are folded, and stand on paper."""

COUNTER = "@"
"""Stands for a number that the browser writes."""

UPRIGHT = 6
"""How many columns an upright sheet has room for; with more it lies."""


class ShownPart(TypedDict):
    """What the template shows of a part."""

    title: str
    rows: int
    counted: str
    told_alike: str
    alike: Sequence[str]
    table: Markup


def write_answer_page(answer: Answer, language: Language, path: Path, overwrite: bool = False) -> None:
    """Write an answer as a page in one language. Raises WritingRefused."""
    write_text(render_answer_page(answer, language), path, overwrite)


def render_answer_page(answer: Answer, language: Language, way_back: str = "") -> str:
    """Render an answer as a page in one language; of a site, `way_back` leads to its index.

    A name stands for its id, which a pointer on it shows and the CSV holds. Where the question divides its
    rows, each part has a table with the columns that say something there; what all rows of a table have alike
    is said once above it. Above 1,000 rows the page shows the first.
    """
    question, findings = answer.question, answer.findings
    rows = answer.as_dicts()[:MOST_ROWS]
    parts = arrange_answer(answer, language, rows) if rows else ()
    caption = question.caption_in(language.code)
    asked = list(say_parameters(question.asked, answer.parameters, answer.names, language))
    title = f"{caption}: {language.list_names(asked)}" if asked else caption
    return render_page(
        "answer.html.j2",
        read_static("report.js"),
        ("" if way_back else read_static("report.css"))
        + write_style(parts, answer, language)
        + _write_sheet(parts, title, language),
        shared=bool(way_back),
        shared_script="report.js",
        way_back=way_back,
        first=language,
        wording=Wording((language,)),
        title=title,
        description=describe_question(question, language),
        told=tuple(_tell(answer, language)),
        file=question.name,
        invented=language.words("page-invented") if answer.is_invented else "",
        picture=draw_picture(answer, rows, language),
        tally=_draw_tally(answer, language),
        parts=tuple(_show_parts(parts, answer, language)),
        counted=language.words("report-shown", shown=len(rows), all=answer.total),
        sentences=() if findings is None else answer.sentences(language)[:MOST_ROWS],
        details=() if findings is None else (*findings.details(language), *findings.remarks(language)),
        absence=answer.say_absence(language),
        sources=draw_sources(answer, language),
        marks=draw_marks(),
        few=FEW,
        empty=not rows,
        facts=write_facts(list_taken(answer, [row for part in parts for row in part.rows], language)),
    )


def _tell(answer: Answer, language: Language) -> Iterator[str]:
    """Yield what is told below the heading: of which day, what knowledge, what counts, what is presumed."""
    day = answer.as_of
    yield language.words("page-as-of", day=day) if day else language.words("page-as-of-all")
    if answer.believed_on is not None:
        yield language.words("told-believed-on", day=answer.believed_on)
    if answer.counted is not None:
        yield answer.counted.sentence(language)
    if presumed := answer.say_presumption(language):
        yield presumed


def _show_parts(parts: Sequence[Part], answer: Answer, language: Language) -> Iterator[ShownPart]:
    first = 0
    for number, part in enumerate(parts):
        alike = [
            language.words(
                "row-clause",
                column=say_head(name, column, language),
                value=language.list_some(
                    list_parts(name, answer.columns, part.first, answer.names, language)
                    or [language.words("unknown")],
                    4,
                ),
            )
            for name, column in part.alike.items()
        ]
        yield {
            "title": part.title,
            "rows": len(part.rows),
            "counted": language.number(len(part.rows)),
            "told_alike": language.words("report-alike") if alike else "",
            "alike": alike,
            "table": draw_table(part, number, answer, language, first) if part.columns else Markup(),
        }
        first += len(part.rows)


def _draw_tally(answer: Answer, language: Language) -> Markup:
    """Draw how many rows say which word, in the order in which they come: the strongest first."""
    name = answer.question.tally or answer.question.parts
    if not name or name not in answer.columns:
        return Markup()
    column = answer.columns[name]
    counts = Counter(row[name] for row in answer.as_dicts() if row[name] is not None)
    items = [
        element(
            "li",
            None,
            draw_word_mark(column, word),
            element("span", None, say_value(word, column, language)),
            element("b", None, language.number(count)),
        )
        for word, count in counts.items()
    ]
    return element("ul", {"class": "tally"}, *items) if items else Markup()


def _write_sheet(parts: Sequence[Part], title: str, language: Language) -> str:
    """Write how sheets lie, and what stands on each: the title from the second on, and page x of y."""
    lies = any(len(part.columns) > UPRIGHT for part in parts)
    before, between, after = language.words("page-of", page=COUNTER, pages=COUNTER).split(COUNTER)
    style = ", persian" if language.code == "fa" else ""
    page = f"{write_css_text(before)} counter(page{style}) {write_css_text(between)} counter(pages{style})"
    font = f"font: 8pt Vazirmatn, Tahoma, sans-serif; color: {COLOURS['quiet']};"
    return (
        f"@page {{ size: A4{' landscape' if lies else ''}; margin: 14mm 12mm 15mm;"
        f" @bottom-center {{ content: {page} {write_css_text(after)}; {font} }}"
        f" @top-center {{ content: {write_css_text(title)}; {font} }} }}\n"
        "@page :first { @top-center { content: none; } }\n"
    )
