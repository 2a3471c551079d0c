"""The paper of a page: A4 with a running head, the day and "page x of y", in the language that is read."""

from __future__ import annotations

from graphmap.language import Language
from graphmap.views.page_data import PageData
from graphmap.views.tokens import COLOURS
from graphmap.views.wording import Wording

COUNTERS = {"en": "decimal", "fa": "persian"}
"""In which digits sheets are counted."""


def style_paper(page: PageData, wording: Wording) -> str:
    """Write the sheets' margins: each language has its own, upright and across; the page changes language."""
    return "".join(_style_sheets(page, one) for one in wording.languages)


def _style_sheets(page: PageData, one: Language) -> str:
    title = one.words("page-title", home=page.home.name.in_language(one.code))
    day = one.words("page-as-of", day=page.as_of) if page.as_of else one.words("page-as-of-all")
    before, between, after = (
        one.words("page-sheet", number="{n}", all="{m}").replace("{m}", "{n}").split("{n}")
    )
    digits = COUNTERS[one.code]
    start, end = ("right", "left") if one.direction == "rtl" else ("left", "right")
    boxes = (
        f"@top-{start} {{ content: {_quote(title)}; font-weight: 600; }} "
        f"@top-{end} {{ content: {_quote(day)}; }} "
        f"@bottom-{end} {{ content: {_quote(before)} counter(page, {digits}) {_quote(between)} "
        f"counter(pages, {digits}) {_quote(after)}; }}"
    )
    quiet = COLOURS["quiet"]
    dress = f"direction: {one.direction}; font: 400 8.7pt Vazirmatn, Tahoma, sans-serif; color: {quiet};"
    return (
        f"@page upright-{one.code} {{ size: A4; margin: 17mm 13mm 15mm; {dress} {boxes} }}\n"
        f"@page across-{one.code} {{ size: A4 landscape; margin: 17mm 13mm 15mm; {dress} {boxes} }}\n"
        f'@media print {{ html[lang="{one.code}"] {{ page: upright-{one.code}; }} '
        f'html[lang="{one.code}"] [data-panel="matrix"] {{ page: across-{one.code}; }} }}\n'
    )


def _quote(text: str) -> str:
    """Write a text as a string of a style sheet: nothing in it can end the string or the style element."""
    return '"' + "".join(_escape(letter) for letter in text) + '"'


def _escape(letter: str) -> str:
    return letter if letter.isalnum() or letter in " ,.:()-،؛" else f"\\{ord(letter):x} "
