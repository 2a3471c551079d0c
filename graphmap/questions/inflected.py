"""Finds the word of the grammar of which a word is a form: of several, of one of them, joined with a verb."""

from __future__ import annotations

from functools import cache

from graphmap.questions.vocabulary import (
    FILLERS,
    KNOWN_WORDS,
    PATH_WORDS,
    SINCE_WORDS,
    TOPICS,
    TRIAL_WORDS,
    list_spellings,
)
from graphmap.text import split_words

ENDINGS = (
    *("هایی", "های", "ها", "ایم", "اند", "ای", "یی", "ان", "ی", "ه", "م"),
    *("ations", "ation", "ing", "ers", "ed", "es", "er", "s"),
)
"""What a word ends with in such forms, longer ones first."""

SHORTEST = 3
"""Letters of the shortest word of which forms are read."""


def find_stem(word: str) -> str:
    """Return the word of the grammar of which a word that nothing reads is a form, else the word itself.

    >>> find_stem("تماس‌های"), find_stem("deadlined"), find_stem("Tabriz")
    ('تماس', 'deadline', 'Tabriz')
    """
    folded = "".join(split_words(word))
    for ending in ENDINGS:
        for left in (folded.removesuffix(ending), folded.removesuffix(ending) + "e"):
            if folded.endswith(ending) and len(left) >= SHORTEST and left in list_known():
                return left
    return word


@cache
def list_known() -> frozenset[str]:
    """Return the words of the grammar that stand alone: a part of a longer one may be a name as well."""
    texts = [*PATH_WORDS, *TRIAL_WORDS, *SINCE_WORDS, *KNOWN_WORDS]
    texts += [text for all_of_one in TOPICS.values() for text in all_of_one]
    said = [spelling for text in texts for spelling in list_spellings(text)]
    return FILLERS | {spelling[0] for spelling in said if len(spelling) == 1}
