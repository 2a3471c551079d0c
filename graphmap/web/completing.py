"""Completes what is typed into the search: names and questions that begin like the words typed last."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from graphmap.directory import Directory
from graphmap.language import Language
from graphmap.questions.vocabulary import TOPICS
from graphmap.store.snapshot import Snapshot
from graphmap.text import clean_name, guess_language, split_words
from graphmap.web.lookup import NAMED

MOST = 10
LONGEST = 4
"""How many of the last words may be the beginning of one name."""


@dataclass(frozen=True)
class Completer:
    """Names and topics in the order of their folded words, with what they are and how they are written."""

    folded: tuple[str, ...]
    written: tuple[tuple[str, str], ...]

    def complete(self, text: str) -> Iterator[dict[str, str]]:
        """Yield what a text may become: the text, what its last words became, and what that is."""
        words = text.split()
        offered: dict[str, str] = {}
        for count in range(min(len(words), LONGEST), 0, -1):
            head, begun = " ".join(words[:-count]), " ".join(split_words(" ".join(words[-count:])))
            if not begun:
                continue
            place = bisect_left(self.folded, begun)
            found: list[tuple[str, str]] = []
            while place < len(self.folded) and self.folded[place].startswith(begun) and len(found) < 200:
                found.append(self.written[place])
                place += 1
            for rank, name in sorted(found, key=lambda one: (one[0], len(one[1]), one[1])):
                offered.setdefault(f"{head} {name}".strip(), rank[1:])
        yield from ({"text": said, "label": label} for said, label in list(offered.items())[:MOST])


def make_completer(directory: Directory, snapshot: Snapshot, language: Language) -> Completer:
    """Return the completer of a store in a language."""
    tables = (snapshot.places, snapshot.people, snapshot.sources)
    entries = {
        (" ".join(split_words(name)), (f"{NAMED.index(listing.label):x}{listing.label}", clean_name(name)))
        for table in tables
        for identity in table.ids
        for listing in (directory[identity],)
        for name in listing.names_in(language.code)
    }
    entries |= {
        (" ".join(split_words(word)), ("0question", word))
        for words in TOPICS.values()
        for word in words
        if guess_language(word) == language.code
    }
    ordered = sorted(entries)
    return Completer(tuple(one[0] for one in ordered), tuple(one[1] for one in ordered))
