"""An answer as a page: every value in the language's own way, hostile text as text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graphmap.language import load_language
from graphmap.questions.answer import Answer
from graphmap.reports.loader import load_report
from graphmap.text import Name
from graphmap.views import write_answer_page
from graphmap.views.answer_page import render_answer_page
from tests.servers.chromium import list_violations
from tests.views.conftest import Opened
from tests.views.graphs import DAY, HOSTILE

Open = Callable[..., Opened]


def make_answer(*rows: tuple[object, ...], as_of: date | None = None, **given: Any) -> Answer:
    """Answer the dossier of a country with some rows."""
    return Answer(
        load_report("country_dossier"), {"as_of": as_of, "country": "TUR"}, rows, len(rows), **given
    )


def answer_with(**given: object) -> Answer:
    """Answer the dossier of a country with one row; columns that are not given are empty."""
    return make_answer(tuple(given.get(name) for name in load_report("country_dossier").columns), as_of=DAY)


def test_values_are_said_in_the_language() -> None:
    answer = answer_with(part="tie", start_name="Qom", start_name_fa="قم", since="2019-05", amount=1234.5)
    english = render_answer_page(answer, load_language("en"))
    assert "Dossier of a country" in english
    assert "<bdi>Qom</bdi>" in english
    assert "May 2019" in english
    assert "1,234.5" in english
    persian = render_answer_page(answer, load_language("fa"))
    assert "پروندهٔ یک کشور" in persian
    assert "<bdi>قم</bdi>" in persian
    assert ">رابطه (۱)</h2>" in persian
    assert "۱٬۲۳۴٫۵" in persian
    assert 'data-value="2019-05"' in persian


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_value_is_text(name: str) -> None:
    text = render_answer_page(
        answer_with(part="tie", start_name=name, target_name=name, what=name), load_language("en")
    )
    assert text.count("<script>") == 1
    assert "<img" not in text


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_the_page_is_quiet_accessible_and_narrow_enough(tmp_path: Path, open_page: Open, lang: str) -> None:
    path = tmp_path / "report.html"
    write_answer_page(
        answer_with(part="border", start_name=HOSTILE[0], since="2020?", amount=3), load_language(lang), path
    )
    for width in (1280, 390):
        opened = open_page(path, "", width)
        assert opened.complaints == []
        assert list_violations(opened.page) == []
        assert opened.page.evaluate("() => document.documentElement.scrollWidth") == width
    opened.page.locator("input[data-search]").fill("nothing like this")
    assert opened.page.locator("[data-none]").is_visible()


def test_ids_are_named_and_what_was_asked_for_stands_in_the_heading() -> None:
    report = load_report("country_dossier")
    names = {"TUR": Name("Türkiye", "ترکیه"), "source:list": Name("A list", "فهرست")}
    row = tuple(
        {"start": "x:1", "start_name": "Qom", "sources": ["source:list"]}.get(c) for c in report.columns
    )
    text = render_answer_page(make_answer(row, as_of=DAY, names=names), load_language("fa"))
    assert "پروندهٔ یک کشور: ترکیه</h1>" in text
    assert '<bdi title="source:list">فهرست</bdi>' in text
    assert '<td title="x:1"><bdi>Qom</bdi></td>' in text


@pytest.mark.parametrize("is_invented", [True, False])
def test_the_page_of_an_invented_graph_is_marked(is_invented: bool) -> None:
    answer = make_answer(is_invented=is_invented)
    assert ('class="invented"' in render_answer_page(answer, load_language("en"))) == is_invented


def test_a_report_without_a_row_says_so() -> None:
    text = render_answer_page(make_answer(as_of=date(2020, 1, 1)), load_language("en"))
    assert "No row." in text
    assert "As of 1 January 2020" in text
