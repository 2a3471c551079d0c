r"""Reads what a person types into a search: names, and questions in a few words, in English and Persian.

The grammar, whose words stand in any order:

    phrase  = [topic] { name | sector | level | verdict } [time] [known]
    topic   = what calls a question: its name, its caption, or a word of TOPICS (`vocabulary.py`)
            | what asks for a path, or for a trial: words of PATH_WORDS, TRIAL_WORDS
    name    = any name or id of a place, person or source, the longest that fits
    sector, level, ... = a word of a parameter that the question declares, in either language
    time    = ("before" | «تا» | «پیش از») day  |  ["on" | «در تاریخ»] day
    day     = Nowruz | a date in either calendar | last Farvardin | a year ago (`times.py`)
    known   = what asks for what was known on that day: words of KNOWN_WORDS

Each name and word fills the parameter of its label or type that the question declares. Two provinces without
a topic, or a province and a country, ask for the view of both; "path" and two names, or two names that no
view is of, ask how they are connected; "would" and a place abroad, or a kind of tie, what a tie would do. A
place that a question does not take stands for its country, and the reading says so. Nothing is guessed: a
word that nothing reads is told, and what may mean several things gives several readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product
from typing import Literal

from graphmap.analysis.tried_ties import ABROAD
from graphmap.directory import Directory
from graphmap.question.declaration import Parameter, Question
from graphmap.questions.catalogue import list_captions, load_question
from graphmap.questions.inflected import find_stem
from graphmap.questions.times import take_times
from graphmap.questions.vocabulary import (
    FILLERS,
    KIND,
    KNOWN_WORDS,
    PATH_WORDS,
    SCALES,
    SINCE_WORDS,
    TOPICS,
    TRIAL_WORDS,
    list_spellings,
)
from graphmap.schema.sectors import SECTORS
from graphmap.text import split_words

TO_TRY = "to try"
"""What words call that ask what a tie with a place would do: more than the question of that name takes."""

Kind = Literal["thing", "question", "view", "path", "trial"]

PAIR_MARK = "*"
"""Stands between two provinces where one text names both; no id holds it."""

WHOSE = ("province_ties",)
"""What is asked for by "which provinces" alone."""

BESIDE_TRIAL = (("rivals",), ("change",))
"""What else the words of a trial may call."""

LONGEST_NAME = 7
"""Words of the longest name that is looked for."""
LONGEST_TOPIC = 20
"""Words of the longest caption that is looked for."""
LONGEST_PHRASE = 30
"""Words of a phrase that are read."""
MOST_READINGS = 12


VIEWED: Mapping[str, tuple[str, int]] = {
    "Country": ("country", 1),
    "Province": ("province", 2),
    "TIED_TO.sectors": ("sector", 1),
}
"""What a view can be of: the key of its state for each label or type, and how many it takes."""


@dataclass(frozen=True)
class Word:
    """Words of a phrase that mean a value: of a label's node, or of a parameter's type."""

    text: str
    type: str
    value: str

    @property
    def is_node(self) -> bool:
        """Return whether it means a node, and not a word."""
        return self.type[:1].isupper() and "." not in self.type


@dataclass(frozen=True)
class Reading:
    """One thing that a phrase may mean: a thing by its id, a question, a view of what is chosen, a path."""

    kind: Kind
    words: tuple[Word, ...]
    question: str = ""
    given: Mapping[str, str] | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the nodes it names."""
        return tuple(word.value for word in self.words if word.is_node)


@dataclass(frozen=True)
class Read:
    """A phrase as it was read: what it may mean, and which of its words nothing reads."""

    readings: tuple[Reading, ...]
    unread: tuple[str, ...] = ()

    @property
    def is_clear(self) -> bool:
        """Return whether it means one thing, every word of it read."""
        return len(self.readings) == 1 and not self.unread


def read_phrase(phrase: str, directory: Directory, labels: Sequence[str], today: date) -> Read:
    """Read a phrase: names of nodes of some labels, words of questions. A Nowruz is the next after today.

    An inflected word that nothing reads is read as the word that it is of: "borders" as "border".
    """
    phrase = _join_prefixes(phrase)
    read = _read_spelt(phrase, directory, labels, today)
    plain = " ".join(find_stem(word) if word in read.unread else word for word in _list_typed(phrase))
    again = _read_spelt(plain, directory, labels, today) if read.unread else read
    return again if len(again.unread) < len(read.unread) else read


def _list_typed(phrase: str) -> list[str]:
    return [word.strip("؟?.,،!:") for word in phrase.split()]


def _read_spelt(phrase: str, directory: Directory, labels: Sequence[str], today: date) -> Read:
    knows = _take_words(split_words(phrase), KNOWN_WORDS)[0]
    rest, times = take_times(phrase, today, past=knows)
    if knows and "as_of" not in times and "before" in times:
        times["as_of"] = times.pop("before")
    words = split_words(rest)[:LONGEST_PHRASE]
    whole = directory.candidates(labels, rest) if rest.strip() else ()
    if whole and not times:
        return Read(tuple(Reading("thing", (_name(rest, one, directory),)) for one in whole[:MOST_READINGS]))
    known, words = _take_words(words, KNOWN_WORDS) if "as_of" in times else (False, words)
    if known:
        times["believed_on"] = times["as_of"]
    topics, words = _take_topic(words)
    since, left = _take_words(words, SINCE_WORDS)
    parts, unread = _take_parts(left, directory, labels)
    if since and not parts and not topics:
        since, (_, unread) = False, _take_parts(words, directory, labels)
    topics = _turn_to_beginnings(topics, parts) if since else topics
    if topics == ("path",):
        readings = _read_path(parts)
    elif topics:
        readings, left = _read_topics(topics, parts, times, directory)
        unread = (*unread, *left)
    elif "before" in times:
        readings = _read_question("expiring", parts, times, directory)
    else:
        readings = _read_names(parts, times, directory)
    if topics and not readings:
        unread = (*unread, *(options[0].text for options in parts))
    typed = {" ".join(split_words(word)): word for word in _list_typed(phrase)}
    return Read(tuple(readings[:MOST_READINGS]), tuple(typed.get(word, word) for word in unread))


def _join_prefixes(phrase: str) -> str:
    """Join what is written apart in Persian: "می دانستیم" is "می‌دانستیم", "مرز ها" is "مرزها"."""
    joined = re.sub(r"(?<!\S)(ن?م[یي]) (?=\w)", "\\1\u200c", phrase)
    return re.sub(r"(?<=\w) (ها(?:[یي]{0,2})?)(?!\S)", "\u200c\\1", joined)


def _take_words(words: tuple[str, ...], texts: Sequence[str]) -> tuple[bool, tuple[str, ...]]:
    """Take some texts out of words, the longest first; return whether there was one, and the words left."""
    found = False
    for said in sorted((one for text in texts for one in list_spellings(text)), key=len, reverse=True):
        for start in range(len(words) - len(said), -1, -1):
            if words[start : start + len(said)] == said:
                found, words = True, words[:start] + words[start + len(said) :]
    return found, words


def _turn_to_beginnings(topics: tuple[str, ...], parts: list[list[Word]]) -> tuple[str, ...]:
    """Return the question that tells since when, where one asks who is there and since when."""
    if topics not in {(), ("rivals",), ("province_ties",)}:
        return topics
    labels = {one.type for options in parts for one in options}
    return ("province_ties",) if "Province" in labels and "Country" not in labels else ("country_dossier",)


def _name(text: str, identity: str, directory: Directory) -> Word:
    return Word(text.strip(), directory[identity].label, identity)


# ---------------------------------------------------------------------------- topics


@cache
def list_topics() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Return the questions that words call, by the folded words."""
    found: dict[tuple[str, ...], list[str]] = {}
    captions = {caption.name: caption for caption in list_captions()}
    for name, caption in captions.items():
        said = (name.replace("_", " "), caption.caption, caption.caption_fa, *TOPICS.get(name, ()))
        for text in said:
            for key in filter(None, list_spellings(text)):
                found.setdefault(key, []).append(name)
    for kind, texts in (("path", PATH_WORDS), (TO_TRY, TRIAL_WORDS)):
        for text in texts:
            for key in list_spellings(text):
                found.setdefault(key, []).append(kind)
    return {key: tuple(dict.fromkeys(names)) for key, names in found.items()}


def _take_topic(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Take out the longest topic, and others that call the same; return the questions, and the words left."""
    called, left = _take_longest_topic(words)
    while called:
        also, fewer = _take_longest_topic(left)
        both = tuple(name for name in called if name in also)
        if (not both and called == (TO_TRY,) and also in BESIDE_TRIAL) or also == ("path",):
            both = called  # "who would we compete with", "what would it change"; "in contact" is no path
        if not both and WHOSE in (called, also):
            both = also if called == WHOSE else called  # "which provinces" asks for what stands beside it
        if not both:
            break
        called, left = both, fewer
    return called, left


def _take_longest_topic(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    topics = list_topics()
    for length in range(min(len(words), LONGEST_TOPIC), 0, -1):
        for start in range(len(words) - length + 1):
            called = topics.get(words[start : start + length])
            if called:
                return called, words[:start] + words[start + length :]
    return (), words


# ----------------------------------------------------------------------------- parts


def _take_parts(
    words: tuple[str, ...], directory: Directory, labels: Sequence[str]
) -> tuple[list[list[Word]], tuple[str, ...]]:
    """Divide words into parts, each with all that it may mean; return also the words that nothing reads."""
    parts: list[list[Word]] = []
    unread: list[str] = []
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + LONGEST_NAME), start, -1):
            text = " ".join(words[start:end])
            if end == start + 1 and text in FILLERS:
                break
            options = [_name(text, one, directory) for one in directory.candidates(labels, text)]
            options += list(_read_words(text))
            if options:
                parts.append(options)
                break
        else:
            unread.append(words[start])
            end = start + 1
        start = end
    return parts, tuple(unread)


def _read_words(text: str) -> Iterator[Word]:
    folded = split_words(text)
    for word, persian in SECTORS.items():
        if folded in (*list_spellings(word), *list_spellings(persian)):
            yield Word(text, "TIED_TO.sectors", word)
    for type_, words in SCALES.items():
        for word, said in words.items():
            if folded in {split_words(word), *(one for text in said for one in list_spellings(text))}:
                yield Word(text, type_, word)


# -------------------------------------------------------------------------- readings


def _read_names(parts: list[list[Word]], times: Mapping[str, str], directory: Directory) -> list[Reading]:
    """Read names without a topic: one thing, or a view of a country, provinces, a sector, a day."""
    if any(one.type == KIND for options in parts for one in options):
        return _read_trial(parts, directory)  # a memorandum with somebody: one that might be signed
    if len(parts) == 1 and not times:
        return [Reading("thing", (one,)) for one in parts[0] if one.is_node]
    fitting = [[one for one in options if one.type in VIEWED] for options in parts]
    readings = []
    for chosen in product(*fitting):
        named = {type_: [one.value for one in chosen if one.type == type_] for type_ in VIEWED}
        if all(len(set(named[type_])) == len(named[type_]) <= most for type_, (_, most) in VIEWED.items()):
            given = {key: PAIR_MARK.join(named[type_]) for type_, (key, _) in VIEWED.items() if named[type_]}
            readings.append(Reading("view", chosen, given={**given, **times}))
    if not readings and not times:
        return _read_path(
            parts
        )  # two things that no view is of: how they are connected is what is left to ask
    return readings if parts or times else []


def _read_path(parts: list[list[Word]]) -> list[Reading]:
    if len(parts) != 2:
        return []
    pairs = product(*([one for one in options if one.is_node] for options in parts))
    return [Reading("path", pair) for pair in pairs if pair[0].value != pair[1].value]


def _read_trial(parts: list[list[Word]], directory: Directory) -> list[Reading]:
    """Read what a tie with a place abroad would do; a province, and a sector, as they are named."""
    takes = {"Province": "province", "TIED_TO.sectors": "sectors", KIND: "kind"}
    readings = []
    for chosen in product(*parts):
        given: dict[str, str] = {}
        for word in chosen:
            abroad = word.is_node and directory.country(word.value) != directory.home
            key = takes.get(word.type) or ("target" if abroad and word.type in ABROAD else "")
            if not key or key in given:
                break
            given[key] = word.value
        else:
            if "target" in given:
                readings.append(Reading("trial", chosen, given=given))
    return readings


def _read_topics(
    topics: tuple[str, ...], parts: list[list[Word]], times: Mapping[str, str], directory: Directory
) -> tuple[list[Reading], tuple[str, ...]]:
    """Read parts as each question that was called; where none takes all, leave aside what names no node."""
    named = [options for options in parts if any(one.is_node for one in options)]
    for tried in (parts, named):
        if readings := [one for topic in topics for one in _read_topic(topic, tried, times, directory)]:
            return readings, tuple(options[0].text for options in parts if options not in tried)
    if topics == ("rivals",) and any(one.type == "Province" for options in parts for one in options):
        return _read_names(parts, times, directory), ()  # which tells the rivals of a province first
    return [], ()


def _read_topic(
    topic: str, parts: list[list[Word]], times: Mapping[str, str], directory: Directory
) -> list[Reading]:
    return (
        _read_trial(parts, directory) if topic == TO_TRY else _read_question(topic, parts, times, directory)
    )


def _read_question(
    name: str, parts: list[list[Word]], times: Mapping[str, str], directory: Directory
) -> list[Reading]:
    """Read parts and days as parameters of a question; each must find one that takes it."""
    question = load_question(name)
    if not times.keys() <= question.asked.keys():
        return []
    fitting = [
        [one for one in options if _find_parameter(question, one.type)]
        or list(_find_countries(question, options, directory))
        for options in parts
    ]
    readings = []
    for chosen in product(*fitting):
        given = dict(times)
        for word in chosen:
            parameter = str(_find_parameter(question, word.type))
            if parameter in given:
                break  # it takes one
            given[parameter] = word.value
            given |= question.parameters[parameter].only_with
        else:
            readings.append(Reading("question", chosen, name, given))
    return readings[:MOST_READINGS]


def _find_countries(question: Question, options: list[Word], directory: Directory) -> Iterator[Word]:
    """Yield the country of places that a question does not take, if it takes a country."""
    if _find_parameter(question, "Country"):
        places = {directory.country(one.value): one.text for one in options if one.is_node}
        abroad = (country for country in places if country and country != directory.home)
        yield from (Word(places[country], "Country", country) for country in abroad)


def _find_parameter(question: Question, type_: str) -> str | None:
    """Return the parameter of a question that takes a value of a label or type."""
    takes: dict[str, Parameter] = question.parameters
    return next((name for name, one in takes.items() if one.type == type_), None)
