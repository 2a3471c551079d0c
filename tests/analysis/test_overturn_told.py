"""How what would overturn a verdict is told: whose a tie is, and that nothing was found."""

from __future__ import annotations

from graphmap.analysis import find_overturn
from graphmap.analysis.findings import PlaceName
from graphmap.analysis.overturning import TieName
from graphmap.language import load_language
from graphmap.text import Name
from tests.analysis.graphs import SOURCE, make_tie
from tests.analysis.test_overturn import DAY, EN, OTHER, find_one, make_pair


def test_a_tie_of_a_city_is_called_that_of_the_city_and_a_silent_he_takes_its_mark() -> None:
    snapshot = make_pair(
        make_tie("tie:a", "a:town", "TUR", kind="agreement", since="2025", sectors=("trade",)),
        make_tie("tie:b", "B", "TUR", kind="agreement", since="2025", sectors=("trade",), until="2030"),
    )
    (document, *_) = find_overturn(snapshot, as_of=DAY, by="document")
    assert document.called.in_language(EN) == "agreement of a:town (A) with TUR"
    persian = load_language("fa")
    assert document.called.in_language(persian).startswith("موافقت‌نامهٔ ")
    qom, karbala = (PlaceName(name, Name(name)) for name in ("Qom", "Karbala"))
    tie = TieName("sister_city", qom, karbala, PlaceName("city:irn:qom", Name("Qom")))
    assert tie.in_language(EN) == "sister city of Qom (city) with Karbala"
    said = find_one(snapshot).say_against(persian)
    assert said is not None
    assert "موافقت‌نامهٔ" in said


def test_where_nothing_that_was_tried_turns_a_verdict_the_table_says_so() -> None:
    ties = [
        make_tie(
            f"{one}{n}", one, "TUR", since="2025", until="2030", sectors=("trade",), sources=(SOURCE, OTHER)
        )
        for one in "AB"
        for n in range(3)
    ]
    one = find_one(make_pair(*ties))
    assert (one.changes, one.together, one.cells()["needs"]) == ((), (), None)
    assert one.cells()["changes"] == [EN.words("overturn-nothing")]
