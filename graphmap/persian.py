"""What went wrong, told to whoever asks in Persian: sentence by sentence, from words/errors_fa.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=T|$)")
"""A day in a sentence, or that of a moment: a reader is told the day."""


def tell_in_persian(sentence: str) -> str:
    """Return a sentence of an error in Persian; as it is where no Persian one is known.

    >>> tell_in_persian("'Narnia' is not a known country")
    'کشور با نام «Narnia» شناخته نشد'
    """
    from graphmap.persian_faults import is_placed, tell_fault

    if is_placed(sentence) and (told := tell_fault(sentence)):
        return told
    for pattern, persian in read_patterns("errors_fa.toml", "sentences"):
        if found := pattern.fullmatch(sentence):
            return fill_sentence(persian, found.groupdict())
    return tell_fault(sentence) or sentence


def fill_sentence(persian: str, told: Mapping[str, str]) -> str:
    """Fill a Persian sentence with what the English one told."""
    return persian.format(**{name: _fill(name, text) for name, text in told.items()})


def _fill(name: str, text: str) -> str:
    """Write what is told in a sentence as Persian has it: a kind of thing, a list, a number."""
    if name == "what":
        return _read_file("errors_fa.toml")["words"].get(text.lower(), text)
    if name == "text":
        return tell_in_persian(text)
    if name in {"near", "names", "forms", "right"}:
        return " ".join(text.split()).replace("', '", "، ").replace(", ", "، ").strip("'")
    if name in {"count", "day", "month", "at"}:
        from graphmap.language import load_language

        persian = load_language("fa")
        day = _DAY.match(text)
        return persian.day(date.fromisoformat(day[0])) if day else persian.digits(text)
    return text.strip("'").replace("' / '", " / ")


@cache
def _read_file(name: str) -> Mapping[str, Mapping[str, str]]:
    import tomllib
    from importlib.resources import files

    text = (files("graphmap") / "words" / name).read_text("utf-8")
    read: Mapping[str, Mapping[str, str]] = tomllib.loads(text)
    return read


def list_sentences() -> Mapping[str, str]:
    """Return each English sentence with the Persian one; what is told in them stands in {braces}."""
    return _read_file("errors_fa.toml")["sentences"]


def list_halves(table: str) -> Mapping[str, str]:
    """Return the halves of the sentences of faults, or the notes of imports, in both languages."""
    return _read_file("faults_fa.toml")[table]


@cache
def read_patterns(file: str, table: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the pattern of each English sentence of a table of a file in words/ with the Persian one.

    First those that begin with their own words, then those that say the most: a name may be anything.
    """
    ordered = sorted(
        _read_file(file)[table].items(),
        key=lambda both: (both[0].startswith("{"), -len(re.sub(r"{\w+}", "", both[0]))),
    )
    return tuple((_make_pattern(english), persian) for english, persian in ordered)


def _make_pattern(english: str) -> re.Pattern[str]:
    parts = re.split(r"{(\w+)}", english)
    written = [f"(?P<{part}>.+?)" if place % 2 else re.escape(part) for place, part in enumerate(parts)]
    return re.compile("".join(written), re.DOTALL)
