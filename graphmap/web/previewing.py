"""What a search shows of an answer at once: its first rows or sentences, or why nothing is found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from graphmap.errors import GraphmapError
from graphmap.language import Language
from graphmap.question.declaration import Question
from graphmap.question.field_types import ALL
from graphmap.questions.answer import Answer
from graphmap.questions.catalogue import load_question
from graphmap.questions.phrases import VIEWED, Reading
from graphmap.questions.saying import choose_columns, say_cell, say_head
from graphmap.scales import name_field
from graphmap.text import clean_name
from graphmap.views.sentence import write_sentences
from graphmap.web.decisions import link
from graphmap.web.faults import tell_fault
from graphmap.web.pages import find_scene
from graphmap.web.sharing import Held
from graphmap.web.tables import draw_answer, name_page
from graphmap.web.trying import list_said_there
from graphmap.web.walking import find_named_paths, list_path_links

MOST_ROWS, MOST_LINES, MOST_WIDER = 10, 6, 3

BEGINNINGS = "country_dossier"
"""What answers who is there and since when: what else it tells stands on its own page."""

Line = tuple[str, str]
"""What is said, and where it leads; blank where it leads nowhere."""


@dataclass(frozen=True)
class Preview:
    """What is said, a table of the first rows, how many of all it shows, what may be asked instead."""

    lines: tuple[Line, ...] = ()
    table: Markup | None = None
    counted: str = ""
    wider: tuple[Line, ...] = ()


def preview_reading(
    held: Held, reading: Reading, heading: str, today: date, language: Language
) -> Preview | None:
    """Return what a reading answers, or why it cannot be told; None for a thing that no view is of.

    `heading` is the id of what stands over the table.
    """
    given = dict(reading.given or {})
    if reading.kind == "thing":
        word = reading.words[0]
        if word.type not in VIEWED or word.value == held.snapshot.home:
            return None
        given = {VIEWED[word.type][0]: word.value}
    try:
        if reading.kind == "question":
            return _preview_question(held, load_question(reading.question), given, heading, today, language)
        if reading.kind in {"view", "thing"}:
            page = find_scene(held, given, today, language).page
            lines = write_sentences(page, language, page.choice)
            return Preview(tuple((line, "") for line in lines[:MOST_LINES]))
        if reading.kind == "trial":
            return Preview(tuple((line, "") for line in list_said_there(held, given, today, language)))
        if reading.kind == "path":
            return _preview_path(held, reading.ids, language)
    except GraphmapError as error:
        told = [tell_fault(error, language)]
        if "believed_on" in given:
            day = date.fromisoformat(given["believed_on"])
            told.insert(0, language.words("serve-not-known-then", day=day))
            now = {key: value for key, value in given.items() if key != "believed_on"}
            wider = ((language.words("serve-known-now", day=day), link("/map", language, **now)),)
            return Preview(tuple((line, "") for line in told), wider=wider)
        return Preview(tuple((line, "") for line in told))
    return None


def _preview_question(
    held: Held,
    question: Question,
    given: Mapping[str, str],
    heading: str,
    today: date,
    language: Language,
) -> Preview:
    asked = {"as_of": today.isoformat(), **given}
    answer = held.ask(question, asked, language.code)
    if not answer.rows:
        told = answer.say_absence(language) or (language.words("report-nothing"),)
        wider = (*_list_pages(held, given, language), *_list_wider(held, question, given, asked, language))
        return Preview(tuple((line, "") for line in told), wider=wider)
    rows = choose_rows(answer)
    if "since" in answer.columns:  # what is dated first, the latest at the head
        rows = sorted(rows, key=lambda row: str(row["since"] or ""), reverse=True)
    alike = [
        name for name in _list_scales(answer) if len(rows) > 1 and len({str(r[name]) for r in rows}) == 1
    ]
    details = (name for name, column in answer.columns.items() if column.detail)
    about = {*given, *(f"{name}_name" for name in given), *alike, *details}
    if question.name == BEGINNINGS:
        about |= {"standing", "sectors"}
    table = draw_answer(answer, held.everything, language, heading, about, rows[:MOST_ROWS])
    shown = language.words("report-shown", shown=min(len(rows), MOST_ROWS), all=len(rows))
    lines = tuple((line, "") for line in _say_alike(answer, rows, alike, language))
    if question.name == BEGINNINGS:  # which part of the dossier it is needs no words
        page = find_scene(held, {**given, "as_of": asked["as_of"]}, today, language).page
        lines = ((write_sentences(page, language, page.choice)[0], ""),)
    return Preview(lines, table, shown)


def _say_alike(
    answer: Answer, rows: list[dict[str, object]], alike: list[str], language: Language
) -> Iterator[str]:
    """Yield in a line what all rows say alike."""
    told = [
        language.words(
            "row-clause",
            column=say_head(name, answer.columns[name], language),
            value=say_cell(name, answer.columns, rows[0], answer.names, language),
        )
        for name in alike
        if not answer.columns[name].is_blank(rows[0][name])
    ]
    if told:
        yield language.words("clause-mark").join(told) + "."


def _list_scales(answer: Answer) -> list[str]:
    """Return the columns that a person reads that hold words of a scale: told once if alike."""
    return [name for name, column in choose_columns(answer.columns).items() if column.choices]


def choose_rows(answer: Answer) -> list[dict[str, object]]:
    """Return the rows that a question's picture is of, those that its name asks for; else all."""
    rows, picture = answer.as_dicts(), answer.question.picture_with(answer.parameters)
    return [row for row in rows if picture is None or picture.keep(row)] or rows


def _list_wider(
    held: Held, question: Question, given: Mapping[str, str], asked: Mapping[str, str], language: Language
) -> Iterator[Line]:
    """Yield what is found if one of the things given were left out, or the whole history were asked."""
    narrow = [
        name for name in given if name in question.parameters and not question.parameters[name].required
    ]
    others = [{key: value for key, value in asked.items() if key != name} for name in narrow]
    said = [name_field(name) for name in narrow]
    others.append({**asked, "as_of": ALL})
    found = 0
    for other, name in zip(others, [*said, ""], strict=True):
        try:
            total = held.ask(question, other, language.code).total
        except GraphmapError:
            continue  # what it narrowed has no meaning without it
        if total and found < MOST_WIDER:
            found += 1
            address = link(f"/reports/{question.name}", language, **other)
            if name:
                yield language.words("serve-wider", what=language.words(name), count=total), address
            else:
                yield language.words("serve-wider-all", count=total), address


def _list_pages(held: Held, given: Mapping[str, str], language: Language) -> Iterator[Line]:
    """Yield the page of each thing that was named, with all that is recorded of it."""
    for identity in given.values():
        known = held.everything.get(identity)
        if known is not None and (address := name_page(known.label, identity, language)):
            name = clean_name(held.everything.name(identity).in_language(language.code))
            yield language.words("serve-all-of", name=name), address


def _preview_path(held: Held, ends: tuple[str, ...], language: Language) -> Preview:
    start, end = ends
    found = find_named_paths(held, start, end)
    links = [(said, address) for said, address, _ in list_path_links(found, language)]
    if not links:
        return Preview(((language.words("paths-none"), ""),))
    counted = language.words("paths-count", shown=min(len(links), MOST_LINES), total=found["total"])
    return replace(Preview(tuple(links[:MOST_LINES])), counted=counted)
