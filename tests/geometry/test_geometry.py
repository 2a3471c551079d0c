"""Packs of shapes and their projection: borders that coincide, cuts at the map's edge, any home country."""

from __future__ import annotations

import json
import math
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmap.cli import graphmap
from graphmap.cli.command import run_group
from graphmap.exchange.samples import make_home_batch, make_places_batch
from graphmap.geometry.build import main, read_surroundings
from graphmap.geometry.invent import invent_geometry, read_seeds
from graphmap.geometry.pack import (
    GeometryError,
    decode_rings,
    encode_rings,
    read_home_pack,
    read_pack,
    read_world_pack,
)
from graphmap.geometry.projection import RADIUS, Projection, draw_path
from graphmap.points import LatLon
from graphmap.schema import Borders, Province
from graphmap.store import create_store

SQUARE = ((50.0, 30.0), (54.0, 30.0), (54.0, 34.0), (50.0, 34.0))


def read_points(path: str) -> list[tuple[int, int]]:
    """Follow path data of relative commands and return every point it visits."""
    points: list[tuple[int, int]] = []
    x = y = 0
    start = (0, 0)
    for command, numbers in re.findall(r"([MmlzZ])([^MmlzZ]*)", path):
        if command == "z":
            x, y = start
            continue
        steps = [int(number) for number in re.findall(r"-?\d+", numbers)]
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            x, y = (dx, dy) if command == "M" else (x + dx, y + dy)
            points.append((x, y))
        if command in "Mm":
            start = (x, y)
    return points


@given(centre=st.floats(-180, 180), longitude=st.floats(-180, 180), latitude=st.floats(-90, 90))
def test_every_place_lies_on_the_map_whatever_its_centre(
    centre: float, longitude: float, latitude: float
) -> None:
    x, y = Projection(centre).project(LatLon(latitude, longitude))
    assert abs(x) <= 2.70664 * RADIUS
    assert abs(y) <= 1.31737 * RADIUS


def test_equal_earth_keeps_areas_equal() -> None:
    def measure(south: float) -> float:
        corners = [
            Projection(0).project(LatLon(y, x))
            for x, y in ((0, south), (0.1, south), (0.1, south + 0.1), (0, south + 0.1))
        ]
        area = sum(
            x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1], strict=True)
        )
        return abs(area / 2) / math.cos(math.radians(south + 0.05))

    assert measure(10) == pytest.approx(measure(60), rel=1e-3)


def test_a_path_visits_the_projected_points() -> None:
    expected = [tuple(round(one) for one in Projection(52).project(LatLon(y, x))) for x, y in SQUARE]
    assert set(expected) <= set(read_points(draw_path([SQUARE], Projection(52))))


def test_a_ring_that_reaches_over_the_edge_is_cut_in_two() -> None:
    parts = list(Projection(0).project_ring(((178.0, 0.0), (182.0, 0.0), (182.0, 3.0), (178.0, 3.0))))
    assert len(parts) == 2
    assert min(x for x, _ in parts[0]) < -17_000 < 17_000 < max(x for x, _ in parts[1])


@given(
    st.lists(st.tuples(st.integers(-179_000, 179_000), st.integers(-89_000, 89_000)), min_size=3, unique=True)
)
def test_rings_come_back_from_the_grid(points: list[tuple[int, int]]) -> None:
    ring = [(x / 1000, y / 1000) for x, y in points]
    (back,) = decode_rings(encode_rings([ring], 0.001), 0.001)
    assert [(round(x, 3), round(y, 3)) for x, y in back] == ring


def test_the_pack_of_iran_holds_what_the_map_needs() -> None:
    pack = read_home_pack("IRN")
    assert pack is not None
    assert len(pack.provinces) == 31
    assert len(pack.units) == 34
    assert {"AFG", "ARM", "AZE", "IRQ", "PAK", "TKM", "TUR"} == {unit.country for unit in pack.units.values()}
    tabriz = pack.provinces["IR-03"]
    assert tabriz.contains(LatLon(38.07, 46.29))
    assert not tabriz.contains(LatLon(35.7, 51.4))
    assert len(read_world_pack().countries) == 250
    assert read_home_pack("ZZX") is None
    assert read_home_pack("../IRN") is None


def test_borders_of_provinces_and_neighbours_coincide() -> None:
    pack = read_home_pack("IRN")
    assert pack is not None
    home = {point for one in pack.provinces.values() for ring in one.rings for point in ring}
    outline = {point for ring in pack.countries["IRN"].rings for point in ring}
    turkey = {point for ring in pack.countries["TUR"].rings for point in ring}
    assert len(outline & home) > 0.99 * len(outline)
    assert len(turkey & home) > 20


def test_no_shape_carries_a_name() -> None:
    for file in ("IRN", "world"):
        text = (
            Path(__file__)
            .parents[2]
            .joinpath("graphmap", "geometry", "packs", f"{file}.json")
            .read_text("utf-8")
        )
        assert not re.search("name|Tehran|Turkey", text)


def build(home: str, geo: Path, admin1: str, *more: str) -> int:
    """Build the shapes of a home country as a person does; return the exit code."""
    words = ["geometry", "build", "--home", home, "--world", str(geo / "world_countries.topojson")]
    with pytest.raises(SystemExit) as left:
        run_group(graphmap, [*words, "--admin1", str(geo / admin1), *more])
    return int(left.value.code or 0)


def test_a_pack_is_built_for_any_home_country_and_maps_find_it(
    data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRAPHMAP_GEOMETRY", str(tmp_path / "mine"))
    assert build("mex", data_folder / "geo", "admin1.topojson") == 0
    read_home_pack.cache_clear()
    pack = read_home_pack("MEX")
    read_home_pack.cache_clear()
    assert pack is not None
    assert (
        sum(one.startswith("MX-") for one in pack.provinces) == 31
    )  # Natural Earth has no code of the capital
    assert "MX-JAL" in pack.provinces
    assert {unit.country for unit in pack.units.values()} == {"USA", "GTM", "BLZ"}
    assert {"MEX", "USA", "GTM", "BLZ"} <= pack.countries.keys()


def test_a_store_of_that_home_begins_with_its_provinces_and_borders(
    data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRAPHMAP_GEOMETRY", str(tmp_path / "mine"))
    assert build("mex", data_folder / "geo", "admin1.topojson") == 0
    store, _ = create_store(tmp_path / "mexico.kgl", make_places_batch("Mexico"))
    with store:
        contents = store.contents()
        provinces = {
            node.id: node.name for node in contents.records("Province") if isinstance(node, Province)
        }
        assert (len(provinces), provinces["MX-JAL"], provinces["ne:6908"]) == (
            32,
            "Jalisco",
            "Distrito Federal",
        )
        borders = {(r.start, r.target) for r in contents.records("BORDERS") if isinstance(r, Borders)}
        assert {target for start, target in borders if start == "MX-BCN"} == {"US-AZ", "US-CA"}
        assert not [start for start, _ in borders if start == "MX-JAL"]
        assert not contents.records("TIED_TO")
    assert len(make_home_batch("MEX").entries) == len(make_home_batch("DEU").entries)


def test_building_again_gives_the_shipped_packs(
    data_folder: Path, tmp_path: Path, project_folder: Path
) -> None:
    geo = data_folder / "geo"
    packs = project_folder / "graphmap" / "geometry" / "packs"
    assert main(["world", str(geo / "world_countries.topojson"), str(tmp_path / "world.json")]) == 0
    assert build("IRN", geo, "iran_region.topojson", "-o", str(tmp_path / "IRN.json")) == 0
    for name in ("world.json", "IRN.json"):
        assert json.loads((tmp_path / name).read_text("utf-8")) == json.loads(
            (packs / name).read_text("utf-8")
        )


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"transform": {}, "arcs": []}'])
def test_a_file_that_holds_no_shapes_is_refused_by_name(tmp_path: Path, text: str) -> None:
    file = tmp_path / "shapes.topojson"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(GeometryError, match=r"shapes\.topojson"):
        read_surroundings("IRN", file, file)
    with pytest.raises(GeometryError, match=r"shapes\.topojson"):
        read_pack(file)


def test_a_country_that_the_file_lacks_is_refused(data_folder: Path) -> None:
    geo = data_folder / "geo"
    with pytest.raises(GeometryError, match="no unit of QQQ"):
        read_surroundings("QQQ", geo / "world_countries.topojson", geo / "iran_region.topojson")


def test_no_country_has_a_seam_at_the_date_line() -> None:
    russia = read_world_pack().countries["RUS"]
    seam = [
        (a, b)
        for ring in russia.rings
        for a, b in pairwise(ring)
        if abs(abs(a[0]) - 180) < 0.11 and abs(abs(b[0]) - 180) < 0.11 and abs(a[1] - b[1]) > 1
    ]
    assert seam == []


def test_the_invented_shapes_come_from_the_invented_sample_and_fit_together(project_folder: Path) -> None:
    shipped = read_home_pack("QZA")
    assert shipped is not None
    assert shipped.source == "invented shapes"
    seeds = read_seeds("QZA", project_folder / "graphmap" / "samples" / "invented")
    assert set(shipped.provinces) == {seed.id for seed in seeds if seed.country == "QZA"}
    for seed in seeds:
        if seed.country == "QZA":
            assert shipped.provinces[seed.id].contains(seed.point)
    assert set(shipped.countries) == {seed.country for seed in seeds}
    again = invent_geometry("QZA", seeds)
    assert again["provinces"].keys() == shipped.provinces.keys()
    home = {point for one in shipped.provinces.values() for ring in one.rings for point in ring}
    neighbour = {point for ring in shipped.countries["QZB"].rings for point in ring}
    assert len(home & neighbour) > 10
