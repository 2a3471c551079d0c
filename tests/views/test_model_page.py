"""The page of the model in a real browser: no request, no complaint, nothing that axe finds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graphmap.language import load_language
from graphmap.model.page import describe_model_html
from tests.servers.chromium import list_violations
from tests.views.conftest import Opened


@pytest.mark.parametrize(("code", "width"), [("en", 1280), ("fa", 390)])
def test_the_page_of_the_model_is_for_everybody(
    tmp_path: Path, open_page: Callable[..., Opened], code: str, width: int
) -> None:
    path = tmp_path / "model.html"
    path.write_text(describe_model_html(load_language(code)), "utf-8")
    opened = open_page(path, "", width)
    assert list_violations(opened.page) == []
    assert opened.complaints == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:font/"))] == []
    assert opened.page.evaluate("() => document.documentElement.scrollWidth") <= width
