"""The command that builds the shapes of a home country, so that maps draw its provinces."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import rich_click as click

from graphmap.cli.command import tell
from graphmap.cli.options import AnyCommand, overwrite_option


@click.group("geometry")
def geometry_group() -> None:
    """Build the shapes that maps draw of a home country for which graphmap ships none.

    Without them a map draws the outline of the country, with a square for each province.
    """


def _shapes_option(name: str, text: str) -> Callable[[AnyCommand], AnyCommand]:
    """Take the file of shapes that an option names; it has to be there."""
    path = click.Path(exists=True, dir_okay=False, path_type=Path)
    return click.option(name, required=True, metavar="FILE", type=path, help=text)


@geometry_group.command("build")
@click.option("--home", required=True, metavar="CODE", help="The home country: ISO 3166-1 alpha-3, as MEX.")
@_shapes_option("--world", "Outlines of the countries: quantised TopoJSON with iso_a3, ne_code, lon, lat.")
@_shapes_option(
    "--admin1",
    "First-level units of all countries: quantised TopoJSON with iso_a3, iso3166_2, ne_fid, lon, lat.",
)
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write it; without this, where maps look for it.",
)
@overwrite_option
def build_shapes(home: str, world: Path, admin1: Path, output: Path | None, overwrite: bool) -> None:
    """Build the shapes of a home country from files made of Natural Earth's.

    They go where every map, page and `graphmap serve` looks for them (the folder GRAPHMAP_GEOMETRY, else that
    of your programs' data). Beside them goes a folder with its provinces and their borders, with which `init`
    begins a store. docs/geometry.md says how to make the two files.
    """
    from graphmap.exchange.export import write_native
    from graphmap.exchange.shaped_places import list_places
    from graphmap.geometry.build import build_geometry, read_surroundings, write_pack
    from graphmap.geometry.pack import find_own_folder

    found = read_surroundings(home.upper(), world, admin1)
    pack = build_geometry(found)
    is_own = output is None
    output = output or find_own_folder() / f"{home.upper()}.json"
    write_pack(pack, output, overwrite, make_folder=is_own)
    write_native(list_places(found), output.with_suffix(""), overwrite)
    drawn, beside = len(pack["provinces"]), len(pack["units"])
    tell(f"{output}: {drawn} provinces of {home.upper()}, {beside} units beside it.")
