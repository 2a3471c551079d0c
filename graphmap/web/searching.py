"""The search: shows how a phrase was read, and where that leads; what may mean several things is a choice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from graphmap.directory import Directory
from graphmap.language import Language, load_language
from graphmap.questions.catalogue import list_captions
from graphmap.questions.misspelt import Mended, mend_words
from graphmap.questions.phrases import Read, Reading, Word, read_phrase
from graphmap.questions.vocabulary import KIND
from graphmap.scales import name_field
from graphmap.schema.kinds_of_tie import KINDS_OF_TIE
from graphmap.schema.sectors import SECTORS
from graphmap.text import clean_name
from graphmap.web.asking import answer_json, read_given, shared_of, take_language
from graphmap.web.completing import make_completer
from graphmap.web.decisions import link
from graphmap.web.examples import list_examples
from graphmap.web.frame import make_frame
from graphmap.web.lookup import NAMED
from graphmap.web.pages import answer_page, refuse_unknown, render
from graphmap.web.previewing import preview_reading
from graphmap.web.sharing import Held
from graphmap.web.tables import name_page

router = APIRouter(include_in_schema=False)

MOST_PREVIEWED = 4
"""Of how many readings the answers are shown at once."""
MOST_LETTERS = 200
"""Letters of a phrase that are read."""

Choice = tuple[str, str, str]
"""Words, an address, and a note beside them."""


@router.get("/search")
def show_search(request: Request) -> Response:
    """Show how a phrase was read, and all that it may mean."""
    given = read_given(request)
    refuse_unknown(given, ("q",))
    phrase = given.get("q", "")[:MOST_LETTERS]
    return answer_page(request, lambda held, language: _make_search(request, held, phrase, language))


def _make_search(request: Request, held: Held, phrase: str, language: Language) -> str:
    directory, today = held.everything, shared_of(request).today()
    read, mended = _read_mended(phrase, directory, today)
    found = list(_list_found(held, read.readings, today, language))
    fault = ""
    if read.unread:
        fault = language.words("serve-unread", words=language.list_names(dict.fromkeys(read.unread)))
    elif not found and phrase.strip():
        fault = language.words("serve-nothing-found")
    return render(
        make_frame(request, held.snapshot, language),
        "search.html.j2",
        language,
        language.words("serve-results", query=clean_name(phrase))
        if phrase.strip()
        else language.words("serve-search"),
        heading=language.words("serve-reading" if read.is_clear else "serve-meant"),
        readings=found,
        fault=fault,
        mended=[language.words("serve-mended", typed=typed, taken=taken) for typed, taken in mended],
        near=list(_list_near(phrase, directory, language)) if fault and not found else [],
        examples=list_examples(held, language),
    )


def _read_mended(phrase: str, directory: Directory, today: date) -> tuple[Read, list[Mended]]:
    """Read a phrase; where words are misspelt and more is read of what they are taken for, as that."""
    read = read_phrase(phrase, directory, NAMED, today)
    mended = mend_words(read.unread, directory, NAMED, names=not read.readings)
    if not mended:
        return read, []
    text = phrase
    for typed, taken in mended:
        text = text.replace(typed, taken, 1)
    again = read_phrase(text, directory, NAMED, today)
    better = again.readings and len(again.unread) < len(read.unread)
    return (again, mended) if better else (read, [])


def _list_found(
    held: Held, readings: tuple[Reading, ...], today: date, language: Language
) -> Iterator[dict[str, Any]]:
    """Yield what each reading says, where it leads, and, where there are few, what it answers."""
    for number, one in enumerate(readings, start=1):
        offered = _offer(one, held.everything, language)
        if offered is None:
            continue
        said, address, note = offered
        further = None
        if one.kind == "thing" and (word := one.words[0]).type != "Source":
            further = (language.words("canvas-explore-this"), link("/canvas", language, start=word.value))
        preview = None
        if len(readings) <= MOST_PREVIEWED:
            preview = preview_reading(held, one, f"reading-{number}", today, language)
        whole = language.words("serve-open-trial" if one.kind == "trial" else "serve-open-whole")
        shown = {"note": note, "further": further, "preview": preview, "whole": whole}
        yield {"said": said, "address": address, **shown}


def _offer(reading: Reading, directory: Directory, language: Language) -> Choice | None:
    """Return what a reading says and where it leads."""
    said = language.words("list-mark").join(say_word(word, directory, language) for word in reading.words)
    if reading.kind == "thing":
        word = reading.words[0]
        address = name_page(word.type, word.value, language)
        name = directory.name(word.value).in_language(language.code)
        within = [directory.name(one).in_language(language.code) for one in directory.above(word.value)]
        note = language.words("list-mark").join([language.words(f"label-{word.type.casefold()}"), *within])
        return None if address is None else (clean_name(name), address, note)
    days = list(_say_days(reading, language))
    note = language.words("list-mark").join(filter(None, [said, *days]))
    if reading.kind == "view":
        told = language.words(
            "serve-read-known" if "believed_on" in (reading.given or {}) else "serve-read-view"
        )
        return told, link("/map", language, **(reading.given or {})), note
    if reading.kind == "trial":
        return language.words("serve-read-trial"), link("/trial", language, **(reading.given or {})), note
    if reading.kind == "path":
        start, end = reading.ids
        return language.words("serve-read-path"), link("/paths", language, start=start, end=end), said
    caption = next(one for one in list_captions() if one.name == reading.question)
    address = link(f"/reports/{reading.question}", language, **(reading.given or {}))
    return caption.caption_in(language.code), address, note


def _say_days(reading: Reading, language: Language) -> Iterator[str]:
    """Say the days that were read."""
    given = reading.given or {}
    for name in ("before", "believed_on", "as_of"):
        day = given.get(name)
        if day and (name != "as_of" or day != given.get("believed_on")):
            yield language.words(f"serve-read-{name.replace('_', '-')}", day=date.fromisoformat(day))


def say_word(word: Word, directory: Directory, language: Language) -> str:
    """Say what some words were taken for: the label and the name, or the word in the language."""
    if word.is_node:
        name = clean_name(directory.name(word.value).in_language(language.code))
        return f"{language.words(f'label-{word.type.casefold()}')}: {name}"
    if word.type == "TIED_TO.sectors":
        said = SECTORS[word.value] if language.code == "fa" else word.value
        return f"{language.words('page-sector')}: {said}"
    if word.type == KIND:
        said = KINDS_OF_TIE[word.value].name_fa if language.code == "fa" else word.value.replace("_", " ")
        return f"{language.words('evidence-kind')}: {said}"
    return f"{language.words(name_field(word.type))}: {word.text}"


def _list_near(phrase: str, directory: Directory, language: Language) -> Iterator[Choice]:
    for name, identity in directory.nearest(NAMED, phrase, language=language.code):
        label = directory[identity].label
        if address := name_page(label, identity, language):
            yield clean_name(name), address, language.words(f"label-{label.casefold()}")


@router.get("/api/complete")
def complete(request: Request) -> Response:
    """Complete what is typed into the search."""
    given = read_given(request)
    code = take_language(given)
    text = given.pop("q", "")[:MOST_LETTERS]
    refuse_unknown(given, ())
    language = load_language(code)

    def make(held: Held) -> dict[str, object]:
        completer = held.keep(code, lambda: make_completer(held.everything, held.snapshot, language))
        return {"completions": list(completer.complete(text)) if text.strip() else []}

    return answer_json(request, ("complete", code, text), make)
