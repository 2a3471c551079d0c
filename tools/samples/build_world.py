"""Build the reference list of the world's countries: python tools/samples/build_world.py DATA CLDR_CORE.

DATA is the folder with `geo/country_names.csv` (codes and official names of ISO 3166-1); CLDR_CORE is the
unpacked npm package cldr-core (which country lies in which part of the world, as UN M49 has it). Names in
English, Persian and Arabic come from CLDR through babel. `countries.csv` beside this file has what CLDR
lacks: names as the committee writes them, and other names under which lists know a country.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from babel import Locale
from native import OUTPUT, Given, join_list, read_rows, write_tables

AMERICAS = ("005", "013", "021", "029")
M49_NAMES = {"035": "South-eastern Asia", "053": "Australia and New Zealand", "057": "Micronesia"}
"""Names of M49 that CLDR words otherwise."""
CLDR = {
    "id": "source:cldr",
    "name": "Unicode CLDR",
    "name_fa": "دادگان CLDR یونیکد",
    "publisher": "Unicode Consortium",
    "url": "https://cldr.unicode.org",
    "retrieved": "2026-11-24",
    "licence": "Unicode License v3",
    "grade": "C",
    "note": "Names of countries in English, Persian and Arabic (through babel 2.18), and the parts of the "
    "world, which are those of UN M49. A few names are written as the committee writes them.",
    "note_fa": "نام کشورها به انگلیسی، فارسی و عربی (از راه babel 2.18) و بخش‌های جهان که همان بخش‌های M49 "
    "سازمان ملل است. چند نام به شیوهٔ کمیته نوشته شده است.",
}
ISO = {
    "id": "source:iso-3166",
    "name": "ISO 3166 country codes",
    "name_fa": "کدهای کشورها در ISO 3166",
    "publisher": "ISO 3166 Maintenance Agency",
    "url": "https://www.iso.org/iso-3166-country-codes.html",
    "retrieved": "2026-11-24",
    "licence": "codes are free to use; compiled by iso-codes (LGPL-2.1-or-later)",
    "grade": "A",
}


def find_subregions(cldr_core: Path) -> dict[str, str]:
    """Return the M49 subregion of each alpha-2 code, in English."""
    text = (cldr_core / "supplemental" / "territoryContainment.json").read_text("utf-8")
    contains = json.loads(text)["supplemental"]["territoryContainment"]
    names = {**Locale("en").territories, **M49_NAMES}
    found: dict[str, str] = {}

    def descend(code: str, region: str) -> None:
        for inner in contains.get(code, {}).get("_contains", ()):
            if inner.isdigit():
                descend(inner, inner)
            else:
                found.setdefault(inner, names[region])

    for continent in ("002", "142", "150", "009"):
        descend(continent, continent)
    for part in AMERICAS:
        descend(part, part)
    return found


def build_countries(data: Path, cldr_core: Path) -> list[Given]:
    """Return the rows of Country, by code."""
    subregions = find_subregions(cldr_core)
    ours = {row["id"]: row for row in read_rows(Path(__file__).parent / "countries.csv")}
    english, persian, arabic = (Locale(code).territories for code in ("en", "fa", "ar"))
    rows: list[Given] = []
    for row in read_rows(data / "geo" / "country_names.csv"):
        code, iso2 = row["iso_a3"], row["iso_a2"]
        own = ours.pop(code, {})
        name = own.get("name") or english[iso2].replace(" & ", " and ").replace("St. ", "Saint ")
        name_fa = own.get("name_fa") or persian[iso2]
        others = [
            english[iso2],
            row["name_iso"],
            *own.get("aliases", "").split("|"),
            persian[iso2],
            arabic[iso2],
        ]
        rows.append(
            {
                "id": code,
                "name": name.replace("’", "'"),
                "name_fa": name_fa,
                "aliases": join_list(others, but=(name, name_fa)),
                "note": "XK and XKX are user-assigned codes, not of ISO 3166." if code == "XKX" else "",
                "sources": "source:cldr|source:iso-3166",
                "iso2": iso2,
                "subregion": subregions.get(iso2, ""),
            }
        )
    if ours:
        raise SystemExit(f"not among the codes: {sorted(ours)}")
    return rows


if __name__ == "__main__":
    countries = build_countries(Path(sys.argv[1]), Path(sys.argv[2]))
    write_tables(OUTPUT / "world", {"Source": [CLDR, ISO], "Country": countries})
