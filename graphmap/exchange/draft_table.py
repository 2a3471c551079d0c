"""Draft one table of a mapping: how it is read, the steps that find both ends, and what a row becomes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graphmap.exchange.draft_lines import Lines, list_texts, quote
from graphmap.exchange.seen_column import MOST, SeenColumn
from graphmap.exchange.understanding import SeenTable
from graphmap.text import clean_name, fold

NO_FORM = frozenset({"lunar", "buddhist", "short_year"})
"""Doubts of dates that no form of a mapping settles: the column is not taken."""
LEFT_BLANK = {"country": "reason-target", "mixed": "reason-target", "province": "reason-start"}
"""Columns of places that a row must name, and the reason for which it is left out where it does not."""
SISTERS = frozenset(
    map(fold, ("sister", "twin", "twinned", "twinning", "خواهرخوانده", "خواهرخواندگی", "خواهر"))
)
"""Words for ties of twins, of cities or provinces as the ends are."""
_NUMBER = re.compile(r"[+-]?[\d.,٫٬۰-۹]+")


class TableDraft:
    """Writes one table of a draft."""

    def __init__(self, writer: Lines, seen: SeenTable) -> None:
        """Begin with the lines of the draft, and what the table is taken for."""
        self.out, self.seen = writer, seen
        self.lines = writer.lines
        self.taken = set(seen.table.columns)
        self.each = ""
        """The value that holds several partners, where one cell does."""

    def at(self, column: SeenColumn | None, form: str = "") -> str:
        """Return the text that stands for a column."""
        return "{" + column.name + (f"|{form}" if form else "") + "}" if column else ""

    def value(self, name: str) -> str:
        """Return a name for a value that no column bears."""
        return name if name not in self.taken else f"_{name}"

    def step(self, message: str, **given: str | int) -> None:
        """Begin a step, with a comment that says what it does."""
        self.lines.append("")
        self.out.say(message, **given)
        self.lines.append("[[tables.steps]]")

    def find(
        self, name: str, label: str, by: str, within: Iterable[str] = (), new: str = "", at: str = ""
    ) -> str:
        """Write a step that looks a node up; return the text that stands for it."""
        self.lines += [f"find = {quote(name)}", f"label = {quote(label)}", f"by = {quote(by)}"]
        if within := [text for text in within if text]:
            self.lines.append(f"within = {list_texts(within)}")
        if at:
            self.lines.append(f"at = {at}")
        if new:
            self.lines.append(f"new = {new}")
        return "{" + name + "}"

    def write(self) -> None:
        """Write the table: how it is read, its steps, its write."""
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
        if seen.fill_down:
            self.out.raw(f"fill_down = {list_texts(seen.fill_down)}", "fill-down")
        if seen.wide:
            kept = [column.name for column in seen.columns]
            name, cell = self.value("wide_country"), self.value("wide_cell")
            self.out.raw(
                f"unpivot = {{ but = {list_texts(kept)}, name = {quote(name)}, value = {quote(cell)} }}",
                "unpivot",
            )
        until = seen.column("until")
        blank = len(seen.table.rows) - until.filled if until else 0
        if until is not None:
            self.out.key("blank_end", "unknown", "blank-end")
            if blank:
                self.out.ask("ask-blank-end", count=blank, total=len(seen.table.rows))
        self.leave_out()
        start = self.write_start()
        target = self.write_target()
        self.write_record(start, target)

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
            within = self.find(self.value("its_province"), "Province", self.at(province))
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
            found.insert(0, self.find(name, "City", self.at(city), [within, "{home}"], new, at))
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
        self.find(name, "Country", self.at(home))
        if home.at_home > 0.999 or other is None:
            return
        self.step("country", column=clean_name(other.name))
        self.find(self.value("other_country"), "Country", self.at(other))
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
        seen, found = self.seen, []
        country, home = seen.column("country"), seen.column("home_country")
        mixed, place = seen.column("mixed"), seen.column("place")
        unit = ""
        if country is not None and home is not None and home.at_home <= 0.999:
            unit = "{" + self.value("other_country") + "}"
        elif country is not None:
            self.step("country", column=clean_name(country.name))
            unit = self.find(self.value("their_country"), "Country", self.at(country))
            self.split_partners(country, "their_country")
        elif seen.wide:
            self.step("wide-country")
            unit = self.find(self.value("their_country"), "Country", "{" + self.value("wide_country") + "}")
        elif mixed is not None:
            self.step("mixed", column=clean_name(mixed.name))
            name = self.value("their_unit")
            self.lines += [f"find = {quote(name)}", 'label = ["Region", "Country"]']
            self.lines.append(f"by = {quote(self.at(mixed))}")
            self.split_partners(mixed, "their_unit")
            unit = "{" + name + "}"
        elif place is not None:
            self.step("place", column=clean_name(place.name))
            first, last = self.value("place_name"), self.value("place_country")
            self.lines += [
                f"divide = {list_texts([first, last])}", f"text = {quote(self.at(place))}",
                f"mark = {quote(place.mark)}", "from_end = true",
            ]  # fmt: skip
            self.step("place-country")
            unit = self.find(self.value("their_country"), "Country", "{" + last + "}")
            self.step("place-name")
            new = f'{{ name = "{{{first}}}" }}'
            found.append(self.find(self.value("their_place"), "City", "{" + first + "}", [unit], new))
            self.out.ask("ask-place", column=clean_name(place.name))
        if unit:
            found.append(unit)
        for role, label, name in (
            ("region", "Region", "their_region"),
            ("partner", "City", "their_city"),
            ("counterpart", "Counterpart", "their_office"),
        ):
            column = seen.column(role)
            if column is None:
                continue
            at, fields = self.degrees(role)
            self.step(role, column=clean_name(column.name))
            new = f"{{ name = {quote(self.at(column))}{fields} }}" if unit else ""
            if not unit:
                self.out.ask("ask-no-country", column=clean_name(column.name))
            found.insert(0, self.find(self.value(name), label, self.at(column), found, new, at))
        return self.choose("target", found)

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
        cells += [(r, text, f"cell-{r}") for r in ("since", "until") if (text := self.read_dates(r))]
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

    def are_wide_numbers(self) -> bool:
        """Say whether the cells of a wide table are amounts."""
        texts = [
            text
            for row in self.seen.table.rows[:50]
            for column in self.seen.wide
            if (text := row.cells.get(column, "").strip())
        ]
        return bool(texts) and all(map(_NUMBER.fullmatch, texts)) and set(texts) != {"1"}

    def write_trade(self, cells: list[tuple[str, str, str]]) -> None:
        """Write the record of a wide table of amounts: trade of a year, which a person has to say."""
        found = re.search(r"(?<!\d)(19|20|13|14)\d\d(?!\d)", self.out.stem)
        self.lines.append("")
        self.out.ask("ask-trade")
        self.lines += ["[[tables.writes]]", 'record = "TRADES_WITH"', "[tables.writes.cells]"]
        year = found[0] if found else ""
        more = [("flow", "exports", "cell-flow"), ("year", year, "cell-year")]
        for name, text, message in (*cells, *more):
            self.out.key(name, text, message)
        self.out.key("value_usd", "{" + self.value("wide_cell") + "}", "cell-value")

    def set_words(self, role: str) -> str:
        """Write the step that reads the words of a column; return the text that stands for them."""
        column = self.seen.column(role)
        if column is None:
            return ""
        self.step(f"step-{role}", column=clean_name(column.name))
        name = self.value(f"its_{role}")
        self.lines += [f"set = {quote(name)}", f"to = {quote(self.at(column))}"]
        if column.mark:
            self.lines.append(f"split = {quote(column.mark)}")
        if others := column.list_other_marks():
            pairs = ", ".join(f"{quote(text)} = {quote(right)}" for text, right in others.items())
            self.out.raw(f"replace = {{ {pairs} }}", "other-marks")
        self.lines.append(f"words = {quote(role)}")
        return "{" + name + "}"

    def guess_kind(self) -> str:
        """Return the kind of ties of which no column says it: of twin cities by the name of the list."""
        words = {fold(word) for word in re.split(r"[\W_]+", self.out.stem)}
        if words & SISTERS:
            return "sister_city" if self.seen.column("partner") is not None else "sister_province"
        self.lines.append("")
        self.out.ask("ask-kind")
        return "other"

    def read_dates(self, role: str) -> str:
        """Write what reads a column of dates; return the text of the date, blank if it is not taken."""
        column = self.seen.column(role)
        if column is None or column.dates is None:
            return ""
        dates, head = column.dates, clean_name(column.name)
        if dates.doubt:
            self.lines.append("")
            self.out.ask(f"ask-{dates.doubt.replace('_', '-')}", column=head)
            if dates.doubt in NO_FORM:
                return ""
        said = self.at(column, dates.forms[0] if dates.forms else "")
        if len(dates.forms) <= 1 and role == "since":
            return said
        self.step("dates" if role == "since" else "until", column=head)
        name = self.value("its_start" if role == "since" else "its_end")
        self.lines += [f"set = {quote(name)}", f"to = {quote(said)}"]
        for form in dates.forms[1:]:
            self.step("dates-also", form=form)
            self.lines += [f"set = {quote(name)}", f'to = "{{{name}|{form}}}"']
        return "{" + name + ("}" if role == "since" else "|day_after}")
