"""The names on the maps of dossiers, measured in a real browser: none meets another, each place has one."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import Browser

from graphmap.language import CODES, Code, load_language
from graphmap.views.dossier import Subject
from graphmap.views.dossier_frame import HEIGHT, WIDTH, Frame
from graphmap.views.dossier_ground import Ground
from graphmap.views.dossier_map import make_picture
from graphmap.views.dossier_page import make_paper_style
from graphmap.views.labels import Box
from tests.views.dossiers import read_ground

SUBJECTS = (
    *(Subject("country", (country,)) for country in ("IRQ", "TUR", "RUS", "AZE", "AFG")),
    *(Subject("province", (province,)) for province in ("IR-03",)),
    *(Subject("border", (country,)) for country in ("ARM",)),
    Subject("pair", ("IR-04", "IR-12")),
)

MEASURE = """() => [...document.querySelectorAll('svg[role=img]')].map((map) =>
    [...map.querySelectorAll('[data-place]')].map((text) => {
        const box = text.getBBox(), size = parseFloat(text.getAttribute('font-size'));
        return [text.dataset.place, text.textContent, box.x, box.y, box.width, box.height, size];
    }))"""

INK = 0.16
"""How much of a line above and below its letters is empty, in parts of the size."""


def measure(browser: Browser, ground: Ground, lang: Code) -> list[list[tuple[str, str, Box]]]:
    """Return the names of each map, each with its place and the box that its letters take."""
    pictures = (make_picture(ground, subject, load_language(lang)) for subject in SUBJECTS)
    drawn = [
        f'<div style="width:{WIDTH}px">{picture.drawing}</div>' for picture in pictures if picture is not None
    ]
    page = browser.new_page()
    page.set_content(f"<!doctype html><style>{make_paper_style()}</style>{''.join(drawn)}")
    page.evaluate("() => document.fonts.ready.then(() => true)")
    read: list[list[list[Any]]] = page.evaluate(MEASURE)
    page.close()
    assert len(read) == len(SUBJECTS)
    return [
        [
            (place, text, Box(x, y + INK * size, x + wide, y + tall - INK * size))
            for place, text, x, y, wide, tall, size in names
        ]
        for names in read
    ]


@pytest.mark.parametrize("lang", CODES)
def test_no_name_on_a_map_meets_another_or_is_cut_and_each_place_is_named_once(
    browser: Browser, lang: Code
) -> None:
    ground = read_ground()
    for subject, names in zip(SUBJECTS, measure(browser, ground, lang), strict=True):
        at = f"{subject.kind} {subject.ids}"
        assert len(names) >= 3, at
        meeting = [
            (text, other)
            for number, (_, text, box) in enumerate(names)
            for _, other, second in names[number + 1 :]
            if box.overlaps(second)
        ]
        assert meeting == [], at
        cut = [
            text
            for _, text, box in names
            if box.left < 0 or box.top < 0 or box.right > WIDTH or box.bottom > HEIGHT
        ]
        assert cut == [], at
        assert [place for place, count in Counter(place for place, *_ in names).items() if count > 1] == [], (
            at
        )


@pytest.mark.parametrize("country", ["IRQ", "AZE", "TUR"])
def test_every_province_that_borders_or_competes_is_named_on_the_map_of_a_country(country: str) -> None:
    ground, subject, one = read_ground(), Subject("country", (country,)), load_language("fa")
    picture = make_picture(ground, subject, one)
    assert picture is not None
    frame = Frame(ground, subject, one)
    wanted = [*ground.page.find_border_provinces(country), *frame.involved]
    assert [place for place in wanted if f'data-place="{place}"' not in picture.drawing] == []


def test_a_place_has_one_ring_though_documents_name_its_city_and_its_governor() -> None:
    frame = Frame(read_ground(), Subject("country", ("IRQ",)), load_language("en"))
    ends: dict[str, set[tuple[float, float]]] = {}
    for arc in frame.arcs:
        ends.setdefault(arc.target, set()).add(arc.end)
    assert len(ends) > 5
    assert {target for target, some in ends.items() if len(some) > 1} == set()
    assert sum(arc.count for arc in frame.arcs) == len(frame.records)
