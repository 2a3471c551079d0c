"""Draft one table of a mapping: how it is read, the steps that find both ends, and what a row becomes."""

from __future__ import annotations

import re

from graphmap.exchange.draft_lines import list_texts, quote
from graphmap.exchange.draft_places import COLUMNS_SHOWN, PlaceDraft
from graphmap.exchange.head_words import HEAD_MARK
from graphmap.exchange.seen_column import MOST, SeenColumn
from graphmap.text import clean_name

LEFT_BLANK = {"country": "reason-target", "mixed": "reason-target", "province": "reason-start"}
"""Columns of places that a row must name, and the reason for which it is left out where it does not."""


class TableDraft(PlaceDraft):
    """Writes one table of a draft."""

    def write(self) -> None:
        """Write the table: how it is read, its steps, its write."""
        self.write_reading()
        self.ask_of_columns()
        self.divide_cells()
        self.leave_out()
        self.leave_several()
        if self.seen.wide:
            self.read_wide()
        start = self.write_start()
        target = self.write_target()
        self.write_record(start, target)

    def write_reading(self) -> None:
        """Write which files the table is of, and how they are read."""
        seen = self.seen
        self.lines += ["", "[[tables]]"]
        name = seen.table.name if seen.table.header.sheet else self.out.stem
        self.lines.append(f"files = {list_texts([name, name + '-*'])}  # {self.out.word('files')}")
        if seen.encoding:
            self.out.key("encoding", seen.encoding, "encoding")
            self.out.ask("ask-encoding", encoding=seen.encoding)
        line = seen.table.header.line or 1
        if line > 1:
            self.out.say("header", line=line)
        if seen.two_heads:
            self.out.raw("header_rows = 2", "header-rows")
        if seen.headings:
            self.out.key("headings", seen.headings, "headings")
        if seen.fill_down:
            self.out.raw(f"fill_down = {list_texts(seen.fill_down)}", "fill-down")
        if seen.wide:
            kept = [column.name for column in seen.columns if column.name]
            name, cell = self.value("wide_country"), self.value("wide_cell")
            self.out.raw(
                f"unpivot = {{ but = {list_texts(kept)}, name = {quote(name)}, value = {quote(cell)} }}",
                "unpivot",
            )

    def ask_of_columns(self) -> None:
        """Ask what only a person can say of the columns: blank ends, days that none reads, what is left."""
        seen = self.seen
        until = seen.column("until") or seen.column("period")
        blank = len(seen.table.rows) - until.filled if until else 0
        if until is not None:
            self.out.key("blank_end", "unknown", "blank-end")
            if blank:
                self.out.ask("ask-blank-end", count=blank, total=len(seen.table.rows))
        for column in seen.columns:
            if not column.role and column.filled and {*column.heads[:1]} & {"since", "until", "period"}:
                share = round(100 * column.dates.share) if column.dates is not None else 0
                self.out.ask("ask-dates", column=clean_name(column.name), share=share)
        untaken = [clean_name(column.name) for column in seen.columns if self.is_untaken(column)]
        if untaken:
            self.out.ask("ask-untaken", columns="; ".join(untaken[:COLUMNS_SHOWN]), count=len(untaken))

    def divide_cells(self) -> None:
        """Write the steps that divide cells of two names, and of a place and its country."""
        seen = self.seen
        if seen.two_names:
            shown = "; ".join(clean_name(two.column) for two in seen.two_names)
            self.out.ask("ask-two-names", columns=shown, count=len(seen.two_names))
        for two in seen.two_names:
            self.step("two-names", column=clean_name(two.column))
            self.lines += [
                f"divide = {list_texts(two.parts)}", f"text = {quote('{' + two.column + '}')}",
                f"mark = {quote(two.mark)}", "rest = true",
            ]  # fmt: skip
            self.step("one-name", column=clean_name(two.column))
            self.lines += [
                f"set = {quote(two.name)}",
                f"to = {list_texts('{' + part + '}' for part in two.order)}",
            ]
            if two.mark == "(":
                self.lines.append('replace = { ")" = "" }')
        for end in seen.divided:
            self.step("divided", column=clean_name(end.column))
            self.lines += [
                f"divide = {list_texts(end.parts)}", f"text = {quote('{' + end.column + '}')}",
                f"mark = {quote(end.mark)}", "from_end = true", "rest = true",
            ]  # fmt: skip

    @staticmethod
    def is_untaken(column: SeenColumn) -> bool:
        """Say whether nothing is made of a column that says something: no number of rows, no one word."""
        texts = column.texts
        return not column.role and len(texts) > 1 and not all(re.fullmatch(r"[\d.,\[\]]+", t) for t in texts)

    def leave_out(self) -> None:
        """Write what leaves rows out: sums, and those that name no partner."""
        for first in self.seen.columns[:2]:
            if texts := [text for text in self.seen.sums if text in self.texts(first)]:
                self.step("leave-sums")
                self.lines.append(f"leave_out = {quote(self.out.word('reason-sum'))}")
                self.lines.append(f"when.among = {{ {quote(first.name)} = {list_texts(texts)} }}")
        for role, reason in LEFT_BLANK.items():
            column = self.seen.column(role)
            if column is None or column.name in self.seen.fill_down:
                continue
            words = [text for text in self.seen.blanks if text in column.texts]
            is_blank = column.filled < len(self.seen.table.rows) - len(self.seen.sums)
            if words or (is_blank and role != "province"):
                self.step("leave-blank", column=clean_name(column.name))
                self.lines.append(f"leave_out = {quote(self.out.word(reason))}")
                if words and is_blank:
                    named = f"among = {{ {quote(column.name)} = {list_texts(words)} }}"
                    self.lines.append(
                        f"when.any = [{{ {named} }}, {{ blank = {list_texts([column.name])} }}]"
                    )
                elif words:
                    self.lines.append(f"when.among = {{ {quote(column.name)} = {list_texts(words)} }}")
                else:
                    self.lines.append(f"when.blank = {list_texts([column.name])}")

    def texts(self, column: SeenColumn) -> set[str]:
        """Return all texts of a column, those of sums too."""
        return {row.cells.get(column.name, "").strip() for row in self.seen.table.rows}

    def degrees(self, role: str) -> tuple[str, str]:
        """Return the point of a city as `at` has it, and as the fields of a new node have it."""
        lat, lon = self.seen.column(f"lat_{role}"), self.seen.column(f"lon_{role}")
        if lat is None or lon is None:
            return "", ""
        at = list_texts([self.at(lat), self.at(lon)])
        return at, f", lat = {quote(self.at(lat))}, lon = {quote(self.at(lon))}"

    def write_start(self) -> str:
        """Write the steps that find the end at home; return the text that stands for it."""
        seen, found = self.seen, []
        self.write_both_countries()
        province, city = seen.column("province"), seen.column("city")
        at, fields = self.degrees("city")
        within = ""
        if province is not None:
            self.step("province", column=clean_name(province.name))
            name = self.value("its_province")
            is_new = seen.names is not None and not seen.names.has_provinces
            new = f"{{ name = {quote(self.at(province))} }}" if is_new else ""
            if is_new:
                self.out.ask("ask-new-provinces", column=clean_name(province.name))
            units = ["{home}"] if is_new else []
            within = self.find(name, "Province", self.at(province), units, new, role="province")
            found.append(within)
            self.demand_codes(within)
        elif city is not None and at:
            self.step("by-point")
            self.lines += ['find = "its_province"', 'label = "Province"', f"at = {at}", "by_point = true"]
            within = "{its_province}"
        if city is not None:
            if not within:
                self.out.ask("ask-no-province", column=clean_name(city.name))
            self.step("city", column=clean_name(city.name))
            new = f"{{ name = {quote(self.at(city))}{fields} }}"
            name = self.value("its_city")
            found.insert(0, self.find(name, "City", self.at(city), [within, "{home}"], new, at, "city"))
            self.leave_to_province(city)
        return self.choose("start", found)

    def demand_codes(self, found: str) -> None:
        """Write that a province by its name and by its code are one: ISO has given codes anew."""
        for number, column in enumerate(self.seen.columns):
            if column.role == "again" and column.known.get("Province", 0.0) >= MOST:
                self.step("code", column=clean_name(column.name))
                name = self.value(f"by_code_{number + 1}")
                self.find(name, "Province", self.at(column))
                self.step("agree")
                self.lines.append(f"agree = {list_texts([found.strip('{}'), name])}")

    def write_both_countries(self) -> None:
        """Where either end may be home, write what turns the rows of which home stands second."""
        home, other = self.seen.column("home_country"), self.seen.column("country")
        if home is None:
            return
        name = self.value("this_country")
        self.step("home-country", column=clean_name(home.name))
        self.find(name, "Country", self.at(home), role="home_country")
        if home.at_home > 0.999 or other is None:
            return
        self.step("country", column=clean_name(other.name))
        self.find(self.value("other_country"), "Country", self.at(other), role="country")
        self.step("leave-one-country")
        self.lines.append(f"leave_out = {quote(self.out.word('reason-one-country'))}")
        self.lines.append(f"when.same = [[{quote(name)}, {quote(self.value('other_country'))}]]")
        self.step("turn")
        pairs = [(name, self.value("other_country"))]
        for first, second in (("city", "partner"), ("lat_city", "lat_partner"), ("lon_city", "lon_partner")):
            one, two = self.seen.column(first), self.seen.column(second)
            if one is not None and two is not None:
                pairs.append((one.name, two.name))
        self.lines.append(f"turn = [{', '.join(map(list_texts, pairs))}]")
        self.lines.append(f'when.same = [[{quote(self.value("other_country"))}, "home"]]')
        self.step("leave-neither")
        self.lines.append(f"leave_out = {quote(self.out.word('reason-neither'))}")
        self.lines.append(f'when.differ = [[{quote(name)}, "home"]]')

    def write_target(self) -> str:
        """Write the steps that find the end abroad; return the text that stands for it."""
        found = self.write_country()
        for role, label, name in (
            ("region", "Region", "their_region"),
            ("partner", "City", "their_city"),
            ("counterpart", "Counterpart", "their_office"),
        ):
            column = self.seen.column(role)
            if column is None:
                continue
            at, fields = self.degrees(role)
            self.step(role, column=clean_name(column.name))
            within = found or ([column.land] if column.land and column.side == "abroad" else [])
            named = "{" + self.value(name) + "}" if column.mark else self.at(column)
            new = f"{{ name = {quote(named)}{fields} }}" if within else ""
            if not found:
                ask = "ask-land" if within else "ask-no-country"
                self.out.ask(ask, column=clean_name(column.name), country=column.land)
            identity = self.find(self.value(name), label, self.at(column), within, new, at, role)
            self.split_partners(column, name)
            found.insert(0, identity)
            self.ask_level(role, column)
            if role == "region":
                self.ask_near_regions(column)
            if role == "partner" and not column.mark:
                found[1:1] = self.write_no_cities(column.name, column.texts, within)
        return self.choose("target", found)

    def write_country(self) -> list[str]:
        """Write the steps that find the country abroad; return the texts that stand for it and in it."""
        seen = self.seen
        found: list[str] = []
        country, home = seen.column("country"), seen.column("home_country")
        mixed, place = seen.column("mixed"), seen.column("place")
        unit = ""
        if country is not None and home is not None and home.at_home <= 0.999:
            unit = "{" + self.value("other_country") + "}"
        elif country is not None:
            self.step("country", column=clean_name(country.name))
            unit = self.find(self.value("their_country"), "Country", self.at(country), role="country")
            self.split_partners(country, "their_country")
        elif seen.wide:
            self.step("wide-country")
            has_years = any(HEAD_MARK in column for column in seen.wide)
            head = "{" + self.value("wide_land" if has_years else "wide_country") + "}"
            unit = self.find(self.value("their_country"), "Country", head, role="wide")
        elif mixed is not None:
            self.step("mixed", column=clean_name(mixed.name))
            name = self.value("their_unit")
            self.lines += [f"find = {quote(name)}", 'label = ["Region", "Country"]']
            self.lines.append(f"by = {quote(self.at(mixed))}")
            if "names_mixed" in self.out.tables_of_names:
                self.out.key("words", "names_mixed", "find-words")
            self.split_partners(mixed, "their_unit")
            unit = "{" + name + "}"
        elif place is not None:
            self.step("place", column=clean_name(place.name))
            first, last = self.value("place_name"), self.value("place_country")
            self.lines += [
                f"divide = {list_texts([first, last])}", f"text = {quote(self.at(place))}",
                f"mark = {quote(place.mark)}", "from_end = true", "rest = true",
            ]  # fmt: skip
            self.step("place-country")
            unit = self.find(self.value("their_country"), "Country", "{" + last + "}", role="place")
            found += self.write_places(place, first, unit)
            self.out.ask("ask-place", column=clean_name(place.name))
        return [*found, unit] if unit else found

    def split_partners(self, column: SeenColumn, name: str) -> None:
        """Write that one cell holds several partners, of which each makes a record."""
        if column.mark:
            self.out.key("split", column.mark, "split-partners")
            self.each = self.value(name)

    def choose(self, end: str, found: list[str]) -> str:
        """Write the step that takes the finest of several ends; return the text that stands for it."""
        if len(found) == 1:
            return found[0]
        self.step(f"choose-{end}")
        name = self.value(f"the_{end}")
        self.lines += [f"set = {quote(name)}", f"to = {list_texts(found)}"]
        return "{" + name + "}"

    def write_record(self, start: str, target: str) -> None:
        """Write the record that a row makes, with the steps of its words and dates."""
        seen = self.seen
        cells = [("from_id", start, "cell-start"), ("to_id", target, "cell-target")]
        if seen.wide and self.are_wide_numbers():
            self.write_trade(cells)
            return
        kind = self.set_words("kind")
        cells.append(("kind", kind or self.guess_kind(), "cell-kind"))
        cells += [(r, text, f"cell-{r}") for r in ("sectors", "stage") if (text := self.set_words(r))]
        cells += [(role, text, f"cell-{role}") for role, text in self.read_ends()]
        document = seen.column("document")
        if document is not None:
            cells.append(("document", self.at(document, "slug"), "cell-document"))
            if max(document.texts.values()) > 1:
                self.out.ask("ask-document", column=clean_name(document.name))
        for role in ("url", "note"):
            if (column := seen.column(role)) is not None:
                cells.append((role, self.at(column), f"cell-{role}"))
        if (source := seen.column("source")) is not None:
            self.step("source", column=clean_name(source.name))
            identity = f"{self.out.source}-{self.at(source, 'slug')}"
            new = f"{{ id = {quote(identity)}, name = {quote(self.at(source))} }}"
            found = self.find(self.value("its_source"), "Source", self.at(source), (), new)
            self.step("sources")
            name = self.value("its_sources")
            self.lines += [
                f"set = {quote(name)}", f"to = {quote(self.out.source + '|' + found)}",
                f"default = {quote(self.out.source)}",
            ]  # fmt: skip
            cells.append(("sources", "{" + name + "}", "cell-sources"))
        self.lines.append("")
        self.out.say("write")
        self.lines += ["[[tables.writes]]", 'record = "TIED_TO"']
        if self.each and target == "{" + self.each + "}":
            self.out.key("each", self.each, "each")
        self.lines.append("[tables.writes.cells]")
        for name, text, message in cells:
            self.out.key(name, text, message)
