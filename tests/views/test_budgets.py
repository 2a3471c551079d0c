"""How large pages of much data may be: bytes, nodes, screens of a phone; each is made and opened once.

What a choice takes is measured by benchmarks/page_sizes.py: a busy machine would make a test of it fail.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from graphmap.schema import Contents, Province, validated
from graphmap.views import write_map
from tests.views.conftest import Opened
from tests.views.graphs import look_at, make_wide

LAENDER = [
    "Baden-Württemberg",
    "Bavaria",
    "Berlin",
    "Brandenburg",
    "Bremen",
    "Hamburg",
    "Hesse",
    "Lower-Saxony",
    "Mecklenburg-Western-Pomerania",
    "North-Rhine-Westphalia",
    "Rhineland-Palatinate",
    "Saarland",
    "Saxony",
    "Saxony-Anhalt",
    "Schleswig-Holstein",
    "Thuringia",
]


def make_germany() -> Contents:
    """Make 4,000 ties of 16 Länder with 100 countries."""
    contents = make_wide(16, 100, 250)
    named = {}
    for place, name in enumerate(LAENDER):
        land = validated(Province, id=f"ZZ-{place}", name=name, lat=50, lon=10, sources=("source:x",))
        assert isinstance(land, Province)
        named[f"ZZ-{place}"] = land
    return Contents({**contents.nodes, **named}, contents.relationships)


@dataclass(frozen=True)
class Budget:
    """What a page may have at most: bytes, nodes once it is opened, screens of a phone."""

    size: int
    nodes: int
    screens: int


@pytest.mark.parametrize(
    ("make", "budget"),
    [
        (make_germany, Budget(1_000_000, 8_000, 30)),
        (lambda: make_wide(5_000, 160, 1), Budget(2_000_000, 12_000, 30)),
    ],
    ids=["germany", "5000-provinces"],
)
def test_a_page_of_much_data_stays_within_its_budget_and_answers_a_choice(
    make: Callable[[], Contents], budget: Budget, tmp_path: Path, open_page: Callable[..., Opened]
) -> None:
    data = look_at(make())
    assert (len(data.ties), len(data.provinces)) in {(4_000, 16), (5_000, 5_000)}
    path = tmp_path / "page.html"
    write_map(data, path)
    assert path.stat().st_size < budget.size
    opened = open_page(path, "lang=en", 390)
    measure = """() => [document.querySelectorAll('*').length,
        document.documentElement.scrollHeight / 844, document.documentElement.scrollWidth]"""
    nodes, screens, wide = opened.page.evaluate(measure)
    assert nodes < budget.nodes
    assert screens < budget.screens
    assert wide == 390
    province = data.ties[0].province
    opened.page.evaluate("hash => { location.hash = hash; }", f"lang=en&province={province}")
    opened.page.wait_for_function(
        "name => document.querySelector('[data-sentence]').textContent.includes(name)",
        arg=data.places[province].name.en,
    )
    nodes, screens, wide = opened.page.evaluate(measure)
    assert (nodes < budget.nodes, screens < budget.screens, wide) == (True, True, 390)
    assert opened.complaints == []
