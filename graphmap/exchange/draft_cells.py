"""Draft how the words and dates of a row are read: steps of value tables, forms and ranges of dates."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graphmap.exchange.blank_words import OPEN, says_nothing
from graphmap.exchange.draft_lines import Lines, list_texts, quote
from graphmap.exchange.head_words import HEAD_MARK
from graphmap.exchange.listed_words import SISTERS
from graphmap.exchange.seen_column import SeenColumn, look_at_column
from graphmap.exchange.tables import Row
from graphmap.exchange.understanding import SeenTable
from graphmap.text import ascii_digits, clean_name, fold

NO_FORM = frozenset({"hijri"})
"""Doubts of dates that no form of a mapping settles: the column is not taken."""
TICKS = frozenset(
    [
        "x",
        "✓",
        "✔",
        "√",
        "✅",
        "☑",
        "✓✓",
        "xx",
        "•",
        "●",
        "*",
        "+",
        "yes",
        "ja",
        "да",
        "evet",
        "oui",
        "si",
        "sí",
        "بله",
        "دارد",
    ]
)
"""What stands in a cell of a wide table for a tie of which no more is said."""
NO_TIE = frozenset(["no", "nein", "нет", "hayır", "non", "0", "خیر", "نه", "ندارد", "✗", "✘", "❌", "🗙"])
"""What stands there, beside dashes, for none."""
_NUMBER = re.compile(r"[+-]?[\d.,٫٬۰-۹]+")


class CellDraft:
    """Begins a table of a draft, and writes the steps that read its words and dates."""

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
        self,
        name: str,
        label: str,
        by: str,
        within: Iterable[str] = (),
        new: str = "",
        at: str = "",
        role: str = "",
    ) -> str:
        """Write a step that looks a node up; return the text that stands for it.

        `role` is that of the column whose names may have a table of what they mean.
        """
        self.lines += [f"find = {quote(name)}", f"label = {quote(label)}", f"by = {quote(by)}"]
        if f"names_{role}" in self.out.tables_of_names:
            self.out.key("words", f"names_{role}", "find-words")
        if within := [text for text in within if text]:
            self.lines.append(f"within = {list_texts(within)}")
        if at:
            self.lines.append(f"at = {at}")
        if new:
            self.lines.append(f"new = {new}")
        return "{" + name + "}"

    def list_wide_texts(self) -> list[str]:
        """Return what stands in the cells of a wide table, but for what stands for nothing."""
        sums = set(self.seen.sums)
        rows = [row for row in self.seen.table.rows if not sums & set(map(str.strip, row.cells.values()))]
        texts = (row.cells.get(column, "").strip() for row in rows for column in self.seen.wide)
        return [text for text in texts if text and not self.means_no_tie(text)]

    def means_no_tie(self, text: str) -> bool:
        """Say whether a cell of a wide table says that there is no tie."""
        return fold(text) in map(fold, NO_TIE) or (
            says_nothing(text) and text.lower() not in TICKS and text != "?"
        )

    @staticmethod
    def is_strange_sign(text: str) -> bool:
        """Say whether a cell holds a sign, and no word, of which no one knows whether it stands for a tie."""
        return text.lower() not in TICKS and not any(map(str.isalnum, text))

    def are_wide_numbers(self) -> bool:
        """Say whether the cells of a wide table are amounts, and not years."""
        texts = self.list_wide_texts()
        return (
            bool(texts)
            and all(map(_NUMBER.fullmatch, texts))
            and not set(texts) <= TICKS
            and not all(re.fullmatch(r"(1[34]|19|20)\d\d", ascii_digits(text)) for text in texts)
        )

    def read_wide(self) -> None:
        """Write the steps that read a wide table: what stands for no tie, heads of a country and a year."""
        cell = self.value("wide_cell")
        texts = {row.cells.get(c, "").strip() for row in self.seen.table.rows for c in self.seen.wide}
        nought = {"0"} if self.are_wide_numbers() else set()
        if none := sorted(text for text in texts - nought if text and self.means_no_tie(text)):
            self.step("wide-none")
            self.lines.append(f"leave_out = {quote(self.out.word('reason-wide-none'))}")
            self.lines.append(f"when.among = {{ {quote(cell)} = {list_texts(none)} }}")
        if signs := sorted({text for text in self.list_wide_texts() if self.is_strange_sign(text)}):
            self.step("wide-signs")
            self.lines.append(f"leave_out = {quote(self.out.word('reason-wide-signs'))}")
            self.lines.append(f"when.among = {{ {quote(cell)} = {list_texts(signs)} }}")
            self.out.ask("ask-wide-signs", signs=" ".join(signs))
        if any(HEAD_MARK in column for column in self.seen.wide):
            self.step("wide-heads")
            self.lines.append(f"divide = {list_texts([self.value('wide_land'), self.value('wide_year')])}")
            self.lines.append(f'text = "{{{self.value("wide_country")}}}"')
            self.lines.append(f"mark = {quote(HEAD_MARK)}")

    def read_wide_dates(self) -> str:
        """Return the text of the start where the cells of a wide table say it; other words are asked."""
        name = self.value("wide_cell")
        texts = self.list_wide_texts()
        place = self.seen.table.header
        rows = [
            Row({name: text}, place)
            for text in texts
            if text.lower() not in TICKS and not self.is_strange_sign(text)
        ]
        if not rows or self.seen.names is None:
            return ""
        column = look_at_column(name, rows, self.seen.names)
        if column.dates is None:
            self.lines.append("")
            self.out.ask("ask-wide-cells", examples=" | ".join(list(column.texts)[:3]))
            return ""
        ticks = sorted({text for text in texts if text.lower() in TICKS})
        return self.read_dates("since", column, ticks)

    def write_trade(self, cells: list[tuple[str, str, str]]) -> None:
        """Write the record of a wide table of amounts: trade of a year, which a person has to say."""
        found = re.search(r"(?<!\d)(19|20|13|14)\d\d(?!\d)", self.out.stem)
        self.lines.append("")
        has_years = any(HEAD_MARK in column for column in self.seen.wide)
        self.out.ask("ask-trade-of-years" if has_years else "ask-trade")
        self.lines += ["[[tables.writes]]", 'record = "TRADES_WITH"', "[tables.writes.cells]"]
        year = "{" + self.value("wide_year") + "}" if has_years else found[0] if found else ""
        # The year of another calendar is a period here.
        name = "period" if year.startswith(("13", "14")) else "year"
        more = [("flow", "exports", "cell-flow"), (name, year, "cell-year")]
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
        said = " ".join((self.out.stem, *(column.name for column in self.seen.columns), self.seen.table.name))
        words = {fold(word) for word in re.split(r"[\W_]+", said)}
        if words & SISTERS:
            has_cities = self.seen.column("partner") is not None or self.seen.column("place") is not None
            return "sister_city" if has_cities else "sister_province"
        self.lines.append("")
        self.out.ask("ask-kind")
        return "other"

    def read_ends(self) -> list[tuple[str, str]]:
        """Write what reads start and last day, from one column or two; return both with their texts."""
        seen = self.seen
        period = seen.column("period")
        since, until = seen.column("since"), seen.column("until") or period
        if until is None and since is not None and since.dates is not None and since.dates.has_ranges:
            until = since
        found = []
        if since is None and seen.wide:
            found.append(("since", self.read_wide_dates()))
        for role, column in (("since", since), ("until", until)):
            if column is not None:
                found.append((role, self.read_dates(role, column)))
        return [(role, text) for role, text in found if text]

    def read_dates(self, role: str, column: SeenColumn, nothing: Iterable[str] = ()) -> str:
        """Write what reads a column of dates; return the text of the date, blank if it is not taken.

        `nothing` are words of it that say nothing of the day.
        """
        if column.dates is None:
            return ""
        dates, head = column.dates, clean_name(column.name)
        if dates.doubt:
            self.lines.append("")
            self.out.ask(
                f"ask-{dates.doubt.replace('_', '-')}", column=head, form=dates.short_form,
                plain=f"since = {quote(self.at(column))}", lunar=f"since = {quote(self.at(column, 'lunar'))}",
            )  # fmt: skip
            if dates.doubt in NO_FORM:
                return ""
        forms = list(dates.forms)
        if role == "until" and dates.has_ranges:
            forms = ["range_end", *forms[1:]]
        nothing = [*nothing, *(text for text in column.texts if says_nothing(text) and text not in nothing)]
        said = self.at(column, forms[0] if forms else "")
        if len(forms) <= 1 and role == "since" and not nothing:
            return said
        self.step("dates" if role == "since" else "until", column=head)
        name = self.value("its_start" if role == "since" else "its_end")
        self.lines += [f"set = {quote(name)}", f"to = {quote(said)}"]
        for form in forms[1:]:
            self.step("dates-also", form=form)
            self.lines += [f"set = {quote(name)}", f'to = "{{{name}|{form}}}"']
        endless = [text for text in column.texts if fold(text) in OPEN] if role == "until" else []
        for texts, to, message in ((nothing, "", "dates-blank"), (endless, "..", "dates-endless")):
            if texts:
                self.step(message)
                self.lines += [f"set = {quote(name)}", f"to = {quote(to)}"]
                self.lines.append(f"when.among = {{ {quote(column.name)} = {list_texts(texts)} }}")
        return "{" + name + ("}" if role == "since" else "|day_after}")
