"""Mends words of a phrase that nothing reads: one letter off from a word of the grammar, or from a name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from graphmap.directory import Directory
from graphmap.questions.phrases import list_topics
from graphmap.questions.times import BEFORE, LAST, NOWRUZ, list_months
from graphmap.questions.vocabulary import KNOWN_WORDS, SINCE_WORDS
from graphmap.text import split_words

LIKE = 80.0
"""From this similarity on, of 100, a word is taken for another; the reader is told for which."""

SHORTEST = 4
"""Letters of the shortest word that is mended: shorter ones are like too many."""

Mended = tuple[str, str]
"""A word as it was typed, and what it was taken for."""


def mend_words(
    unread: Sequence[str], directory: Directory, labels: Sequence[str], *, names: bool
) -> list[Mended]:
    """Return for what words that nothing read may be taken: for words of the grammar, and with `names` names.

    A name is looked for only where it is asked for: an index of all names is made for it.
    """
    found = []
    for word in dict.fromkeys(unread):
        folded = " ".join(split_words(word))
        meant = _find_meant(folded, directory, labels, names) if len(folded) >= SHORTEST else None
        if meant and " ".join(split_words(meant)) != folded:
            found.append((word, meant))
    return found


def _find_meant(folded: str, directory: Directory, labels: Sequence[str], names: bool) -> str | None:
    from rapidfuzz import fuzz, process

    if best := process.extractOne(folded, list_words(), scorer=fuzz.ratio, score_cutoff=LIKE):
        return str(best[0])
    known = [name for name, _ in directory.nearest(labels, folded)] if names else []
    forms = {" ".join(split_words(name)): name for name in known}
    best = process.extractOne(folded, list(forms), scorer=fuzz.ratio, score_cutoff=LIKE)
    return forms[best[0]] if best else None


@cache
def list_words() -> tuple[str, ...]:
    """Return the words of the grammar that are long enough to be told from another."""
    said = [word for topic in list_topics() for word in topic]
    said += list_months()
    said += [
        word for text in (*KNOWN_WORDS, *SINCE_WORDS, *NOWRUZ, *BEFORE, *LAST) for word in split_words(text)
    ]
    return tuple(dict.fromkeys(word for word in said if len(word) >= SHORTEST))
