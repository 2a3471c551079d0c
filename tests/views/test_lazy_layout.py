"""A page lays out the rows of evidence when they come near; on paper every row is there, script or not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.views.conftest import Opened

IS_LAID_OUT = "panel => panel.querySelector('tbody tr').checkVisibility({contentVisibilityAuto: true})"
HEIGHT = "panel => panel.getBoundingClientRect().height"


def ask(page: Page, question: str) -> float:
    """Ask a question of the panel of evidence."""
    return float(page.locator("[data-panel='evidence']").evaluate(question))


@pytest.mark.parametrize("script", [True, False])
def test_rows_far_below_are_laid_out_when_they_come_near(
    script: bool, whole_page: Path, open_page: Callable[..., Opened]
) -> None:
    page = open_page(whole_page, script=script).page
    page.set_viewport_size({"width": 1280, "height": 500})
    page.reload()
    assert not ask(page, IS_LAID_OUT)
    guessed = ask(page, HEIGHT)
    page.locator("[data-panel='evidence']").scroll_into_view_if_needed()
    for _ in range(200):  # a page without a script can be asked, and not be waited for
        if ask(page, IS_LAID_OUT):
            break
        page.wait_for_timeout(50)
    assert 0.5 < guessed / ask(page, HEIGHT) < 2


def test_on_paper_every_row_is_there(whole_page: Path, open_page: Callable[..., Opened]) -> None:
    page = open_page(whole_page).page
    page.set_viewport_size({"width": 1280, "height": 500})
    page.reload()
    page.emulate_media(media="print")
    assert ask(page, IS_LAID_OUT)
