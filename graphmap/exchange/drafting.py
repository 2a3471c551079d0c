"""Draft a mapping of a stranger's file, with a comment a line, and ask what only a person can say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphmap.exchange.draft_lines import Lines, quote
from graphmap.exchange.draft_table import SISTERS, TableDraft
from graphmap.exchange.listed_words import list_words
from graphmap.exchange.understanding import SeenFile
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


class _Writer(Lines):
    """Writes a draft line by line."""

    def __init__(self, file: SeenFile, language: Language) -> None:
        super().__init__(clean_name(file.path.stem), language)
        self.file = file
        self.tables = [table for table in file.tables if table.is_of_ties]

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
        for seen in self.file.tables:
            if not seen.is_of_ties and seen.table.header.sheet and self.tables:
                self.lines += ["", "[[pass_over]]", f"sheet = {quote(seen.table.name)}"]
                self.key("reason", self.word("no-ties"), "pass-over")
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
