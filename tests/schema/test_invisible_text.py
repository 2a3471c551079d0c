"""A text that nobody can see is no name."""

from __future__ import annotations

import pytest

from graphmap.errors import Place
from graphmap.schema import read_record


@pytest.mark.parametrize("unseen", ["\u200b", "\u200c\u200c", "\u2060 \u00ad", "\u202e\u202c"])
def test_a_name_of_invisible_characters_is_a_fault(unseen: str) -> None:
    read = read_record("Region", {"id": "IQ-BA", "name": unseen, "sources": "s"}, Place("Region.csv", 2))
    # What is trimmed away wholly was a blank cell, which the difference blames where a name is needed.
    assert not isinstance(read, tuple) or "shows nothing; right would be a text" in read[0].sentence()
    assert isinstance(read, tuple) or read.name is None  # type: ignore[attr-defined]


def test_a_half_space_within_a_name_is_kept() -> None:
    read = read_record("Region", {"id": "x", "name": "سان\u200cمارینو"}, Place("Region.csv", 2))
    assert not isinstance(read, tuple)
    assert read.name == "سان\u200cمارینو"  # type: ignore[attr-defined]
