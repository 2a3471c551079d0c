"""Messages that are filled in without Fluent: each says what Fluent would say of it."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmap.language import CODES, Code, load_language
from graphmap.messages import NotPlain, read_messages_of, read_plain
from tests.examples import examples
from tests.messages import read_messages

EN, FA = load_language("en"), load_language("fa")

NUMBERS = (0, 1, 2, 11, 21, 1000)
"""Whole numbers that speak of one or of several, and those by which messages choose what they say."""

ARGUMENTS = (10**12, 0.5, 1e6, None, "", "قم", "Qom", "a\u2067b", "{ $x }", " x ")
"""Everything else that a message can be given."""


def say_both(code: Code, name: str, given_: dict[str, Any]) -> tuple[str, str]:
    """Return what is said of a message, and what Fluent would say."""
    spoken = load_language(code)
    said = {variable: spoken._say_argument(value) for variable, value in given_.items()}
    return spoken.words(name, **given_), spoken._ask_fluent(read_messages_of(code), name, given_, said)


@pytest.mark.parametrize("code", CODES)
def test_a_plain_message_says_what_fluent_says_in_each_of_its_forms(code: Code) -> None:
    for name, seen in read_messages(code).items():
        choosing, filled = sorted(seen.choosing), sorted(seen.variables - seen.choosing)
        # Three choices within one another are tried with fewer numbers each, but all with all.
        numbers = NUMBERS if len(choosing) < 3 else NUMBERS[:3]
        given_to = [seen.words[one] or numbers for one in choosing]
        for number, chosen in enumerate(product(*given_to)):
            rest = {one: NUMBERS[(number + place) % len(NUMBERS)] for place, one in enumerate(filled)}
            ours, fluents = say_both(code, name, {**dict(zip(choosing, chosen, strict=True)), **rest})
            assert ours == fluents, name


@pytest.mark.parametrize("code", CODES)
def test_a_plain_message_takes_what_it_is_given_as_fluent_does(code: Code) -> None:
    for name, seen in read_messages(code).items():
        filled = sorted(seen.variables - seen.choosing)
        for number in range(len(ARGUMENTS) if filled else 0):
            rest = {one: ARGUMENTS[(number + place) % len(ARGUMENTS)] for place, one in enumerate(filled)}
            ours, fluents = say_both(code, name, {**seen.choose(2), **rest})
            assert ours == fluents, name


@pytest.mark.parametrize("code", CODES)
@settings(max_examples=examples(40), deadline=None)
@given(
    number=st.one_of(st.sampled_from(NUMBERS), st.integers(0, 10**12)),
    anything=st.one_of(st.integers(0, 10**12), st.floats(0, 1e6), st.none(), st.text(max_size=8)),
)
def test_messages_of_each_build_say_of_any_number_and_text_what_fluent_says(
    code: Code, number: int, anything: str | float | None
) -> None:
    """One message of each build: how many arguments are filled in, and how many choose."""
    builds = {(len(seen.variables), len(seen.choosing)): name for name, seen in read_messages(code).items()}
    for name in builds.values():
        seen = read_messages(code)[name]
        given_ = {**dict.fromkeys(seen.variables, anything), **seen.choose(number)}
        ours, fluents = say_both(code, name, given_)
        assert ours == fluents, name


@pytest.mark.parametrize("code", CODES)
def test_every_message_is_plain_so_that_no_command_waits_for_fluent(code: Code) -> None:
    for name, seen in read_messages(code).items():
        twos = dict.fromkeys(seen.variables, 2)
        assert read_messages_of(code).fill(name, dict.fromkeys(twos, "2"), twos), name


@pytest.mark.parametrize(
    "value",
    [
        *("two\n    lines", "{ other-message }", "{ $day -> [one] x }", '{ "a" } } b', "{ NUMBER($x) }"),
        "{ $n ->\n    [one] { $n ->\n       *[a] x\n    }\n    [other] y\n}",
    ],
)
def test_what_is_not_plain_is_left_to_fluent(value: str) -> None:
    with pytest.raises(NotPlain):
        read_plain(f"name = {value}\n")


def test_a_message_chooses_by_a_word_in_persian_as_in_english() -> None:
    for spoken, said in ((EN, ("in a region", "in a city")), (FA, ("استان خارجی", "شهر"))):
        for level, expected in zip(("region", "city"), said, strict=True):
            assert expected in spoken.words("told-pairs-at-targets", level=level, counts="x")
