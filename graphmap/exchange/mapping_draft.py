"""Draft a mapping of a stranger's file, with a comment a line, and ask what only a person can say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphmap.exchange.blank_words import says_nothing
from graphmap.exchange.draft_lines import Lines, quote
from graphmap.exchange.draft_table import TableDraft
from graphmap.exchange.head_words import HEAD_MARK
from graphmap.exchange.listed_words import SISTERS, list_words
from graphmap.exchange.meant_names import Meant
from graphmap.exchange.understanding import SeenFile, SeenTable
from graphmap.text import clean_name, fold

if TYPE_CHECKING:
    from graphmap.language import Language


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a mapping, and the questions that are open, a sentence each."""

    text: str
    questions: tuple[str, ...]


def draft_mapping(file: SeenFile, language: Language) -> Draft:
    """Return the draft of a mapping for a file of which some table is one of ties."""
    writer = _Writer(file, language)
    writer.write()
    return Draft("\n".join(writer.lines) + "\n", tuple(dict.fromkeys(writer.questions)))


NAMED = {
    "province": ("Province",), "city": ("City",), "home_country": ("Country",), "country": ("Country",),
    "mixed": ("Region", "Country"), "place": ("Country",), "wide": ("Country",), "region": ("Region",),
    "partner": ("City",), "counterpart": ("Counterpart",),
}  # fmt: skip
"""The roles of columns whose names may have a value table, and what they name."""
NAMES_SHOWN = 6
MAY_BE_NEW = frozenset({"city", "region", "partner", "counterpart"})
"""Those whose unknown names become new nodes."""
ABROAD = frozenset({"region", "partner", "counterpart"})
"""Those of them whose names are looked for in the country of their row alone."""


class _Writer(Lines):
    """Writes a draft line by line."""

    def __init__(self, file: SeenFile, language: Language) -> None:
        super().__init__(clean_name(file.path.stem), language)
        self.file = file
        shown = [table for table in file.tables if not table.table.is_hidden]
        self.tables = [table for table in shown or file.tables if table.is_of_ties]

    def write(self) -> None:
        """Write the whole draft."""
        self.say("head")
        self.key("caption", self.stem, "caption")
        self.lines += ["", "[[sources]]"]
        self.key("id", self.source, "source-id")
        self.key("name", self.stem, "source-name")
        self.lines += ['# publisher = ""', '# url = ""']
        self.lines.append(f'# published = "2026-01-31"  # {self.word("source-published")}')
        self.key("grade", "C", "source-grade")
        for role in ("kind", "sectors", "stage"):
            self.write_words(role)
        for role, labels in NAMED.items():
            self.write_names(role, labels)
        for seen in self.file.tables:
            if seen in self.tables or not seen.table.header.sheet or not self.tables:
                continue
            self.lines += ["", "[[pass_over]]", f"sheet = {quote(seen.table.name)}"]
            self.key("reason", self.word("sheet-hidden" if seen.is_of_ties else "no-ties"), "pass-over")
            if seen.is_of_ties:
                self.ask("ask-hidden", sheet=clean_name(seen.table.name))
        for seen in self.tables:
            TableDraft(self, seen).write()

    def write_words(self, role: str) -> None:
        """Write the value table of a column of words; a word that is not known is left to a person."""
        columns = [column for seen in self.tables if (column := seen.column(role)) is not None]
        if not columns:
            return
        has_cities = any(seen.column("city") for seen in self.tables)
        known = list_words(role)
        self.lines += ["", f"[words.{role}]"]
        self.say(f"words-{role}")
        told: dict[str, str] = {}
        for column in columns:
            for text, count in column.texts.most_common():
                for part in column.split(text):
                    word = clean_name(part)
                    if not word or fold(word) in told:
                        continue
                    value = known.get(fold(word), "")
                    if role == "kind" and not value and fold(word) in SISTERS:
                        value = "sister_city" if has_cities else "sister_province"
                    told[fold(word)] = word
                    if value:
                        self.lines.append(f"{quote(word)} = {quote(value)}")
                    else:
                        self.lines.append(f'# {quote(word)} = ""  # {self.word("word-unknown", count=count)}')
                        self.questions.append(
                            self.word("ask-word", word=word, column=clean_name(column.name), count=count)
                        )

    def write_names(self, role: str, labels: tuple[str, ...]) -> None:
        """Write what names mean that the store has otherwise; one that it has not is left to a person."""
        lines: dict[str, str] = {}
        guessed, unknown, new = [], [], []
        column_name = ""
        for seen in self.tables:
            if seen.names is None:
                continue
            for column, text, count in _list_names(seen, role):
                if text in lines or seen.names.directory.candidates(labels, text):
                    continue
                if says_nothing(text):
                    if role in MAY_BE_NEW:
                        lines[text] = f'{quote(clean_name(text))} = ""  # {self.word("name-none")}'
                    continue
                its = seen.column(role)
                land = its.land if its is not None and role == "region" else ""
                meant = seen.names.find(labels[-1], text, land) if role not in ABROAD or land else Meant()
                word, column_name = clean_name(text), column
                if meant.identity:
                    why = "name-near" if meant.is_guess else "name-foreign"
                    lines[text] = f"{quote(word)} = {quote(meant.name)}  # {self.word(why)}"
                    guessed += [f"{word} = {meant.name}"] if meant.is_guess else []
                elif role not in MAY_BE_NEW and (role != "province" or seen.names.has_provinces):
                    near = meant.others or tuple(
                        name for name, _ in seen.names.directory.nearest(labels, text)
                    )
                    comment = self.word("name-unknown", count=count, near=clean_name(" / ".join(near)))
                    first = meant.others[0] if meant.others else ""
                    lines[text] = f"# {quote(word)} = {quote(first)}  # {comment}"
                    unknown.append(word)
                elif meant.others:
                    offered = clean_name(" / ".join(meant.others))
                    comment = self.word("name-new", count=count, near=offered)
                    lines[text] = f"# {quote(word)} = {quote(meant.others[0])}  # {comment}"
                    new.append(f"{word} ({offered})")
        if not lines:
            return
        self.tables_of_names.add(f"names_{role}")
        self.lines += ["", f"[words.names_{role}]"]
        self.say("words-names", column=clean_name(column_name))
        self.lines += lines.values()
        asked = {"ask-names-near": guessed, "ask-names-unknown": unknown, "ask-names-new": new}
        for message, words in asked.items():
            if words:
                shown = "; ".join(words[:NAMES_SHOWN]) + ("; …" if len(words) > NAMES_SHOWN else "")
                self.questions.append(
                    self.word(message, column=clean_name(column_name), count=len(words), names=shown)
                )


def _list_names(seen: SeenTable, role: str) -> Iterator[tuple[str, str, int]]:
    """Yield the column, the names in it and how many rows have each: of a country behind a place, that."""
    if role == "wide":
        for head in seen.wide:
            yield head, head.partition(HEAD_MARK)[0], 1
        return
    column = seen.column(role)
    if column is None:
        return
    for text, count in column.texts.most_common():
        if role == "place":
            yield column.name, text.rpartition(column.mark)[2].strip(" )"), count
        elif text not in seen.sums:
            for part in column.split(text):
                yield column.name, part, count
