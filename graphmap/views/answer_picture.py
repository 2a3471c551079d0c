"""The picture of an answer: what its question declares, drawn of its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import Markup

from graphmap.language import Language
from graphmap.question.picture import Picture
from graphmap.questions.answer import Answer
from graphmap.questions.arranging import Row
from graphmap.questions.saying import list_parts
from graphmap.views.bars import Bar, draw_bars
from graphmap.views.elements import element
from graphmap.views.marks import MARK_OF, MARKS, MarkName
from graphmap.views.province_map import draw_province_map
from graphmap.views.time_bars import Span, draw_spans, read_ends

MOST_BARS, MOST_SPANS = 15, 40
"""How many bars a picture has at most; the strongest, or the first."""


def draw_picture(answer: Answer, rows: Sequence[Row], language: Language) -> Markup:
    """Draw the picture of an answer with its caption and notes; nothing where there is nothing to draw."""
    picture = answer.question.picture_with(answer.parameters)
    if picture is None:
        return Markup()
    kept = [row for row in rows if picture.keep(row)]
    drawn, notes = Markup(), list[str]()
    if kept and picture.kind == "map":
        counts = _count(picture, kept)
        names = {
            province: language.name(answer.names[province]) for province in counts if province in answer.names
        }
        drawn, undrawn = draw_province_map(answer.home, counts, names, language)
        notes += [language.words("picture-off", count=undrawn)] if undrawn else []
    elif kept and picture.kind == "bars":
        bars = list(_list_bars(picture, answer, kept, language))
        drawn = draw_bars(bars[:MOST_BARS], language)
        notes += _say_more(len(bars), MOST_BARS, language)
    elif kept:
        spans = list(_list_spans(picture, answer, kept, language))
        drawn = draw_spans(spans[:MOST_SPANS], answer.as_of, language) if spans else Markup()
        notes += _say_more(len(spans), MOST_SPANS, language)
        notes += [language.words("picture-open")] if any(span.is_open for span in spans) else []
        notes += [language.words("picture-tick")] if any(span.points for span in spans) else []
    if not drawn:
        return Markup()
    caption = element("figcaption", {"id": "picture-heading"}, picture.caption_in(language.code))
    said = [element("p", {"class": "quiet"}, note) for note in notes]
    return element("figure", {"class": "picture"}, caption, drawn, *said)


def _say_more(all_of: int, most: int, language: Language) -> list[str]:
    return [language.words("picture-more", shown=most, all=all_of)] if all_of > most else []


def _count(picture: Picture, rows: Sequence[Row]) -> Counter[str]:
    """Count by the ids of provinces: rows, or what a column of numbers says of them."""
    counts: Counter[str] = Counter()
    for row in rows:
        named = {one for name in picture.of for one in _list_ids(row[name])}
        for one in named:
            counts[one] += row[picture.by] if picture.by else 1
    return counts


def _list_ids(value: Any) -> Sequence[str]:
    return value if isinstance(value, list | tuple) else [value] if value else []


def _name(picture: Picture, answer: Answer, row: Row, language: Language) -> str:
    named = (
        language.list_some(parts, 3)
        for name in picture.of
        if (parts := list_parts(name, answer.columns, row, answer.names, language))
    )
    return " – ".join(named)


def _list_bars(picture: Picture, answer: Answer, rows: Sequence[Row], language: Language) -> Iterator[Bar]:
    ranked = sorted(rows, key=lambda row: -(row[picture.by] or 0))
    for row in ranked:
        name, mark = _name(picture, answer, row, language), _find_mark(picture, row)
        yield Bar(name, row[picture.by] or 0, mark, is_pale=bool(picture.mark) and mark is None)


def _list_spans(picture: Picture, answer: Answer, rows: Sequence[Row], language: Language) -> Iterator[Span]:
    """Yield each span once, with all points on it, in the order in which rows have them."""
    held: dict[tuple[str, Any, Any], list[Any]] = {}
    marks: dict[tuple[str, Any, Any], MarkName | None] = {}
    for row in rows:
        key = (_name(picture, answer, row, language), row[picture.since], row[picture.until])
        held.setdefault(key, [])
        marks.setdefault(key, _find_mark(picture, row))
        if picture.point and row[picture.point]:
            held[key].append(row[picture.point])
    for (name, since, until), points in held.items():
        if (ends := read_ends(since, until)) is None:
            continue
        begun = [read_ends(point, point) for point in points]
        yield Span(name, *ends, marks[name, since, until], tuple(one[0] for one in begun if one and one[0]))


def _find_mark(picture: Picture, row: Row) -> MarkName | None:
    word = row[picture.mark] if picture.mark else None
    if word in MARKS:
        return word  # type: ignore[no-any-return]
    return MARK_OF.get(word) if word else None
