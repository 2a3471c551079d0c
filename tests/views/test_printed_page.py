"""The page on paper: no blank sheet, and of a choice every word, read back as text in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdfium2 import PdfDocument

from tests.views.conftest import Opened, go_to
from tests.views.test_dossier_forms import list_letters

Open = Callable[..., Opened]


@pytest.mark.parametrize("said", ["lang=en", "lang=fa&country=TUR"])
def test_the_printed_page_has_no_blank_sheet(iran_page: Path, open_page: Open, said: str) -> None:
    page = open_page(iran_page, said).page
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    sheets = re.findall(rb"/Type\s*/Page\b[^s]", pdf)
    assert len(sheets) <= (6 if "country" in said else 10)
    # A sheet without text has no fonts among its resources.
    assert len(re.findall(rb"/Font\s*<<|/Font\s+\d+ 0 R", pdf)) >= len(sheets)
    assert re.search(rb"/MediaBox\s*\[\s*0 0 59[45]\.\d+ 84[12]\.\d+", pdf), "A4 upright"
    across = re.search(rb"/MediaBox\s*\[\s*0 0 84[12]\.\d+ 59[45]\.\d+", pdf)
    assert bool(across) == ("country" not in said), "A4 across for the matrix, which a choice leaves out"


SEEN = """() => {
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    const seen = [];
    while (walker.nextNode()) {
        const {parentElement: one, textContent: text} = walker.currentNode;
        const folded = one.closest('details:not([open]) > :not(summary), .vh, svg.map, h2');
        const shown = one.checkVisibility({visibilityProperty: true}) && !folded;
        if (one.getBoundingClientRect().width <= 1) continue;
        if (shown && text.trim()) seen.push(text);
    }
    return seen.join(' ');
}"""
"""What is seen of a page: every text that is not hidden, nor meant for assistive tools alone.

The names on the map, of which those that have room are written, are left out.
"""


def read_printed(page: Page) -> str:
    """Return the words that paper is to show: what is seen when the page is dressed for it, with all rows."""
    page.emulate_media(media="print")
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    said: str = page.evaluate(SEEN)
    page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="null")
    return said


def test_the_paper_of_a_choice_says_in_text_all_that_is_chosen_and_counts_its_sheets(
    whole_page: Path, open_page: Open
) -> None:
    page = open_page(whole_page).page
    for lang, chosen, most, numbering in (
        ("fa", "country=IRQ", 7, r"صفح\S* ۲ از [۰-۹]"),
        ("en", "province=IR-04*IR-23", 5, r"Page 2 of \d"),
    ):
        go_to(page, f"lang={lang}&{chosen}")
        expected = read_printed(page)
        sheets = [
            sheet.get_textpage().get_text_range()
            for sheet in PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
        ]
        told, flat = list_letters(" ".join(sheets)), "".join("".join(sheets).split())
        words = set(re.findall(r"[\w\u064b-\u0655\u200c]+", expected))
        assert len(words) > 100
        # Words of neighbouring cells are read back without a gap between them; short ones are lost in that.
        lost = {word for word in words if len(word) > 3 and list_letters(word) - told and word not in flat}
        assert sorted(lost) == [], lang
        assert len(sheets) <= most
        assert re.search(numbering, sheets[1])
        assert all(len(list_letters(sheet)) > 25 for sheet in sheets), "a sheet says next to nothing"
