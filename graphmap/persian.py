"""What went wrong, told to whoever asks in Persian: from words/errors_fa.toml and faults_fa.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=T|$)")
"""A day in a sentence, or that of a moment: a reader is told the day."""

_RIGHT = "; right would be "

_OR_ALL = ", or all"
"""What is added where a day may also be the whole history (question/field_types.py)."""

_PLACE = re.compile(
    r"(?P<file>(?!(?:sheet|cell|line|column) ).+?)?"
    r"(?:(?:^|, )sheet (?P<sheet>.+?))?(?:(?:^|, )cell (?P<cell>[A-Z]{1,3}\d+))?"
    r"(?:(?:^|, )line (?P<line>\d+))?(?:(?:^|, )column (?P<column>.+))?",
    re.DOTALL,
)
"""Where a fault stands (graphmap.errors.Place, and the column)."""

_FILE = re.compile(r".*\.\w{2,8}", re.DOTALL)


def tell_in_persian(sentence: str) -> str:
    """Return a sentence of an error in Persian; as it is where no Persian one is known.

    >>> tell_in_persian("'Narnia' is not a known country")
    'کشور با نام «Narnia» شناخته نشد'
    """
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
        words = _read_file("errors_fa.toml")["words"]
        return " یا ".join(words.get(one.lower(), one) for one in text.split(" or "))
    if name == "text":
        return tell_in_persian(text)
    if name == "why":  # an engine's own words
        return text
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


def tell_fault(sentence: str) -> str:
    """Return the sentence of a fault (`Fault.sentence`) in Persian, blank where it is none that is known.

    >>> tell_fault("TIED_TO.csv, line 7, column since: '2019-13' has no month 13; right would be 2019-12")
    'TIED_TO.csv، سطر ۷، ستون since: «2019-13» ماه ۱۳ ندارد؛ شکل درست: 2019-12'
    """
    said, mark, right = sentence.partition(_RIGHT)
    place, rest = ("", said) if said.startswith("'") else _split_place(said)
    if not place and not said.startswith("'") and not translate(said, "problems"):
        # A file whose name has no ending.
        before, between, behind = said.partition(": ")
        if between and any(translate(problem, "problems") for _, problem in _split_value(behind)):
            place, rest = before, behind
    for value, problem in _split_value(rest):
        if told := translate(problem, "problems"):
            shown = f"«{value}» {told}" if value is not None else told
            where = f"{_tell_place(place)}: " if place else ""
            wanted = f"؛ شکل درست: {tell_right(right)}" if mark else ""
            return f"{where}{shown}{wanted}"
    return ""


_TAUGHT: dict[str, str] = {}


def teach_right(right: str, persian: str) -> None:
    """Take note of the Persian of what would be right, where words of the schema stand in it."""
    _TAUGHT[right] = persian


def tell_right(right: str) -> str:
    """Return what would be right in Persian; names, days and the like stay as they are."""
    said = right.removesuffix(_OR_ALL)
    told = _TAUGHT.get(said) or (translate(said, "rights") or said).replace(" or ", " یا ")
    return told if said == right else f"{told}، یا all"


def tell_note(sentence: str) -> str:
    """Return a note of an import in Persian, as it is where none is known."""
    return translate(sentence, "notes") or sentence


def is_placed(sentence: str) -> bool:
    """Say whether a sentence tells of a place in a file or of a column: no other sentence begins so."""
    found = _PLACE.fullmatch(_split_place(sentence.partition(_RIGHT)[0])[0])
    return found is not None and any(found[part] for part in ("cell", "line", "column"))


def translate(text: str, table: str) -> str:
    """Return the Persian of a text from a table of words/faults_fa.toml; blank where it has none."""
    for pattern, persian in read_patterns("faults_fa.toml", table):
        if found := pattern.fullmatch(text):
            return fill_sentence(persian, found.groupdict())
    return ""


def _split_place(said: str) -> tuple[str, str]:
    """Return where a fault stands and the rest; the whole as the rest where no place begins it."""
    place, mark, rest = said.partition(": ")
    found = _PLACE.fullmatch(place)
    if not mark or found is None:
        return "", said
    parts = found.groupdict()
    if parts["cell"] or parts["line"] or parts["column"] or _FILE.fullmatch(parts["file"] or ""):
        return place, rest
    return "", said


def _split_value(rest: str) -> Iterator[tuple[str | None, str]]:
    """Yield the value and what is wrong with it; a value may have quotation marks of its own."""
    if rest.startswith("'"):
        for end in re.finditer("' ", rest):
            yield rest[1 : end.start()], rest[end.end() :]
    yield None, rest


def _tell_place(place: str) -> str:
    from graphmap.language import load_language

    found = _PLACE.fullmatch(place)
    parts = found.groupdict() if found else {}
    named = {"sheet": "برگهٔ", "cell": "خانهٔ", "line": "سطر", "column": "ستون"}
    line = load_language("fa").digits(parts["line"]) if parts.get("line") else None
    shown = {**parts, "line": line}
    told = [f"{word} {shown[key]}" for key, word in named.items() if shown.get(key)]
    return "، ".join([*([parts["file"]] if parts.get("file") else []), *told])
