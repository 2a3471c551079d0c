"""A misspelt or half a name leads to the place that a person means."""

from __future__ import annotations

import pytest

from graphmap.directory import Directory
from tests.exchange.mapped_store import begin


@pytest.mark.parametrize(
    ("label", "said", "meant"),
    [
        ("Country", "Irak", {"IRQ"}),
        ("Country", "Katar", {"QAT"}),
        ("Country", "Korea", {"KOR", "PRK"}),
        ("Country", "Kongo", {"COG"}),
        ("Province", "Khorasan", {"IR-09", "IR-28", "IR-29"}),
        ("Province", "خراسان", {"IR-09", "IR-28", "IR-29"}),
        ("Province", "استان خراسان شمالي بزرگ", {"IR-28"}),
        ("Province", "Azerbaijan", {"IR-03", "IR-04"}),
    ],
)
def test_the_three_nearest_hold_what_is_meant(label: str, said: str, meant: set[str]) -> None:
    assert meant <= {identity for _, identity in Directory.of(begin("iran")).nearest(label, said)}
