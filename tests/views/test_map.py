"""The map: home without shapes, the frame, the classes, the coast, the seas."""

from __future__ import annotations

import re

import pytest

from graphmap.geometry.pack import read_world_pack
from graphmap.geometry.seas import read_seas
from graphmap.points import LatLon
from graphmap.schema import Country, In, Province, Source, validated
from graphmap.views.chart import make_chart
from graphmap.views.contested import count_rivals, find_provinces
from graphmap.views.page import render_fragment
from graphmap.views.tokens import ABROAD_STEPS, HOME_STEPS, find_class
from tests.views.graphs import fill, look_at, make_hostile, read_iran


@pytest.mark.parametrize("home", ["FRA", "DEU", "USA", "FJI"])
def test_a_home_without_shapes_is_drawn_from_the_outline_of_the_world(home: str) -> None:
    page = look_at(make_hostile(home))
    text = render_fragment("map", page, "en")
    assert len(re.findall(r'class="land home-land" d="M[^"]{20,}"', text)) == 1
    assert len(re.findall(r'class="own" d="M[^"]{20,}"', text)) == 1
    view = make_chart(page).home_view
    middle = read_world_pack().countries[home].point
    x, y = make_chart(page).project(middle)
    assert view[0] < x < view[0] + view[2]
    assert view[1] < y < view[1] + view[3]


def test_a_coordinate_that_is_far_out_does_not_set_the_frame() -> None:
    def frame(latitude: float, longitude: float) -> float:
        records = [
            validated(Source, id="source:x", name="A list", grade="C"),
            validated(Country, id="ZZX", name="Home", home=True, sources=("source:x",)),
        ]
        for number in range(6):
            where = (
                {"lat": 30 + number, "lon": 50 + number % 3}
                if number
                else {"lat": latitude, "lon": longitude}
            )
            records.append(
                validated(Province, id=f"ZZ-{number}", name=f"P {number}", sources=("source:x",), **where)
            )
            records.append(validated(In, from_id=f"ZZ-{number}", to_id="ZZX", sources=("source:x",)))
        return make_chart(look_at(fill(records))).home_view[2]

    assert frame(-40, -150) < 1.2 * frame(32, 50)


def test_far_parts_of_home_do_not_set_the_frame_either() -> None:
    chart = make_chart(look_at(make_hostile("FRA")))
    x, y = chart.project(LatLon(3.9, -53.1))  # French Guiana
    left, top, width, height = chart.home_view
    assert not (left < x < left + width and top < y < top + height)
    assert width < 2500


def test_shapes_are_in_the_class_of_their_count_from_the_first_moment_and_names_say_it() -> None:
    page = look_at(read_iran())
    text = render_fragment("map", page, "en")
    for province in page.provinces:
        rivals = count_rivals(page, None, province)
        step = find_class(rivals, HOME_STEPS)
        assert re.search(rf'class="province home-{step}[^"]*" data-map-province="{province}"', text)
        if rivals:
            assert re.search(
                rf'data-label="{province}"[^>]*>(?:[^/]|/(?!text))*class="count"> {rivals}<', text
            )
    for country in page.countries:
        count = len(find_provinces(page, country))
        if count and f'data-map-country="{country}"' in text:
            step = find_class(count, ABROAD_STEPS) + 1
            assert re.search(rf'class="country abroad-{step}" data-map-country="{country}"', text)


def test_the_seas_of_iran_are_named_in_both_languages() -> None:
    text = render_fragment("map", look_at(read_iran()))
    for name in ("Persian Gulf", "Gulf of Oman", "Caspian Sea", "خلیج فارس", "دریای عمان", "دریای خزر"):
        shown = re.findall(rf'<text( class="cull")?[^>]*data-label="sea-\d+"[^>]*>{name}</text>', text)
        assert shown == [""], name


def test_no_sea_is_named_on_land() -> None:
    world = read_world_pack()
    for sea in read_seas():
        for point in sea.points:
            on = [country for country, outline in world.countries.items() if outline.contains(point)]
            assert on == [], (sea.name.en, point)


def test_the_world_is_cut_at_sixty_degrees_south() -> None:
    page = look_at(read_iran())
    chart = make_chart(page)
    bottom = chart.world_view[1] + chart.world_view[3]
    assert round(bottom) == round(chart.project(LatLon(-60, 0))[1])


def test_below_all_land_lies_its_coast() -> None:
    text = render_fragment("map", look_at(read_iran()), "en")
    assert text.index('href="#map-land" class="coast"') < text.index('id="map-land"')


def test_the_key_says_of_each_shade_from_which_count_on_it_is_and_that_dashes_are_unknown_sectors() -> None:
    text = render_fragment("map", look_at(make_hostile()), "en")
    signs = re.findall(r'fill="var\(--(\w+-\d)\)" stroke="var\(--border\)"/></svg><span>(\d+)([^<]*)<', text)
    said = [(shade, int(count)) for shade, count, _ in signs]
    abroad = [(f"abroad-{place}", count) for place, count in enumerate((1, *ABROAD_STEPS), start=1)]
    assert said == abroad + [(f"home-{place}", count) for place, count in enumerate((0, *HOME_STEPS))]
    assert [rest for _, _, rest in signs if "more" in rest] == [" and more", " and more"]
    drawn = re.findall(r'<path d="M0 8H26"([^>]*)/></svg><span>([^<]*)<', text)
    assert [("dasharray" in line, words) for line, words in drawn] == [
        (False, "Ties, wider for more"),
        (True, "The same, sectors not recorded"),
    ]
