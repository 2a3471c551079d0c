"""Draft the steps that tell cities from what columns name beside them: regions, offices, states."""

from __future__ import annotations

from collections.abc import Iterable

from graphmap.exchange.blank_words import says_nothing
from graphmap.exchange.draft_cells import CellDraft
from graphmap.exchange.draft_lines import list_texts, quote
from graphmap.exchange.place_words import names_office, names_region, names_several
from graphmap.exchange.seen_column import SeenColumn
from graphmap.text import clean_name, find_nearest

COLUMNS_SHOWN = 6
SEVERAL = ("city", "region", "partner", "place", "country", "mixed")
"""Columns of which each cell names one place."""
NEAR = 80.0
"""From this score on a known region may be meant by a name."""


class PlaceDraft(CellDraft):
    """Writes the steps that find places, and asks what they are where no name says it."""

    def leave_several(self) -> None:
        """Write what leaves rows out of which a cell may name two places, or doubts its name."""
        names = self.seen.names
        if names is None:
            return
        labels = ("Country", "Province", "Region", "City", "Counterpart")
        for role in SEVERAL:
            column = self.seen.column(role)
            if column is None or (column.mark and role != "place"):
                continue
            several, doubted = [], []
            for text in column.texts:
                name = text.rpartition(column.mark)[0] if role == "place" else text
                is_known = names.directory.candidates(labels, name) or names.find("Country", name).identity
                if is_known or says_nothing(text):
                    continue
                if text.rstrip(" )").endswith(("?", "؟", "？")):
                    doubted.append(text)
                elif names_several(name) and not names_office(name):
                    several.append(text)
            for found, what in ((several, "several"), (doubted, "doubted")):
                if found:
                    self.step(f"leave-{what}", column=clean_name(column.name))
                    self.lines.append(f"leave_out = {quote(self.out.word(f'reason-{what}'))}")
                    self.lines.append(f"when.among = {{ {quote(column.name)} = {list_texts(found)} }}")
                    shown = "; ".join(map(clean_name, found[:COLUMNS_SHOWN]))
                    self.out.ask(f"ask-{what}", column=clean_name(column.name), names=shown, count=len(found))

    def leave_to_province(self, city: SeenColumn) -> None:
        """Write that what a column of cities at home names beside them is no city: offices, provinces."""
        provinces = [text for text in city.texts if names_region(text)]
        offices = [text for text in city.texts if names_office(text) and text not in provinces]
        if provinces or offices:
            self.lines.append(
                f"when.not_among = {{ {quote(city.name)} = {list_texts(provinces + offices)} }}"
            )
        for texts, message in ((provinces, "ask-province-at-home"), (offices, "ask-office-at-home")):
            if texts:
                shown = "; ".join(map(clean_name, texts[:COLUMNS_SHOWN]))
                self.out.ask(message, column=clean_name(city.name), names=shown)

    def ask_level(self, role: str, column: SeenColumn) -> None:
        """Ask whether names are cities or regions, where the head of their column leaves it open."""
        is_of_regions = column.is_headed("region", "province")
        is_open = (
            is_of_regions if column.is_headed("city") else column.is_headed("partner") and not is_of_regions
        )
        unsure = self.list_unsure(column)
        # Names that do not say that they are regions, among many that do.
        is_mixed = role == "region" and len(unsure) * 2 < len(column.texts)
        if unsure and role != "counterpart" and (is_open or is_mixed):
            shown = "; ".join(map(clean_name, unsure[:COLUMNS_SHOWN]))
            label = "Region" if role == "region" else "City"
            ask = "ask-partner" if is_open else "ask-region"
            self.out.ask(ask, column=clean_name(column.name), names=shown, label=label)

    def ask_near_regions(self, column: SeenColumn) -> None:
        """Offer for each region that the store does not know the one like it in its country, if any is."""
        names, country = self.seen.names, self.seen.column("country")
        if names is None or column.mark:
            return
        offered = {}
        for row in self.seen.table.rows:
            text = row.cells.get(column.name, "").strip()
            land = row.cells.get(country.name, "").strip() if country else column.land
            within = names.directory.candidates("Country", land) or (land,)
            if not text or text in offered or names.directory.candidates("Region", text):
                continue
            near = (
                names.directory.nearest("Region", text, within[0]) if len(within) == 1 and within[0] else []
            )
            if near and find_nearest(text, [near[0][0]])[0][1] >= NEAR:
                offered[text] = f"{clean_name(text)} ({clean_name(near[0][0])}, {near[0][1]}?)"
        if offered:
            shown = "; ".join([*offered.values()][:COLUMNS_SHOWN])
            self.out.ask("ask-near-regions", column=clean_name(column.name), names=shown)

    def list_unsure(self, column: SeenColumn) -> list[str]:
        """Return the names of a column that the store does not know, and that do not say what they are."""
        names = self.seen.names
        return [
            text
            for text in column.texts
            if names is not None
            and not names.directory.candidates(("Region", "City"), text)
            and not names_region(text)
            and not names_office(text)
            and not says_nothing(text)
        ]

    def write_places(self, place: SeenColumn, name: str, country: str) -> list[str]:
        """Write the steps that find the places of a column that has their countries behind them.

        `name` is the value that holds the place, perhaps with its state (Norman, Oklahoma).
        """
        parts = [text.rpartition(place.mark)[0].strip() for text in place.texts]
        within, town = [country], name
        if any(place.mark in part for part in parts):
            self.step("place-state")
            town, state = self.value("place_town"), self.value("place_state")
            self.lines += [
                f"divide = {list_texts([town, state])}",
                f'text = "{{{name}}}"',
                f"mark = {quote(place.mark)}",
                "rest = true",
            ]
            self.step("place-region")
            text = "{" + state + "}"
            new = f"{{ name = {quote(text)} }}"
            within = [self.find(self.value("place_region"), "Region", text, within, new), country]
        self.step("place-name")
        text = "{" + town + "}"
        new = f"{{ name = {quote(text)} }}"
        found = [self.find(self.value("their_place"), "City", text, within, new)]
        return found + self.write_no_cities(town, [part.partition(place.mark)[0] for part in parts], within)

    def write_no_cities(self, name: str, texts: Iterable[str], within: list[str]) -> list[str]:
        """Write the steps that find what a value of cities names beside them: regions, and offices."""
        if self.seen.names is None:
            return []
        texts = [text for text in dict.fromkeys(texts) if text and not says_nothing(text)]
        directory = self.seen.names.directory
        cities = {text for text in texts if directory.candidates("City", text)}
        offices = [text for text in texts if text not in cities and names_office(text)]
        regions = [
            text
            for text in texts
            if text not in cities
            and text not in offices
            and self.seen.column("region") is None
            and (names_region(text) or directory.candidates("Region", text))
        ]
        if regions or offices:
            self.lines.append(f"when.not_among = {{ {quote(name)} = {list_texts(regions + offices)} }}")
        found = []
        for these, label, value, message in (
            (regions, "Region", "its_region", "partner-regions"),
            (offices, "Counterpart", "its_office", "partner-offices"),
        ):
            if these:
                self.step(message, column=clean_name(name))
                text = "{" + name + "}"
                new = f"{{ name = {quote(text)} }}" if within else ""
                found.append(self.find(self.value(value), label, text, within, new))
                self.lines.append(f"when.among = {{ {quote(name)} = {list_texts(these)} }}")
        return found
