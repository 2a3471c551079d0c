"""Opens a page of the explorer in a browser, and hears what it complains of and asks for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import httpx
from playwright.sync_api import Browser, Page


@contextmanager
def open_watched(
    browser: Browser, explorer: httpx.Client, width: int, *, touch: bool = False, within: tuple[str, ...] = ()
) -> Iterator[Page]:
    """Yield a page; at the end nothing was complained of, and nothing asked elsewhere than of the explorer.

    `within` are further beginnings, besides `data:`, of addresses that reach no network. A click that leads
    to another page stands in `page.expect_navigation()`: what follows it would else see a page half there.
    """
    context = browser.new_context(viewport={"width": width, "height": 900}, has_touch=touch)
    page = context.new_page()
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda said: complaints.append(f"{said.type}: {said.text}"))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    try:
        yield page
        assert complaints == []
        assert all(url.startswith((find_base(explorer), "data:", *within)) for url in requests)
    finally:
        context.close()


def find_base(explorer: httpx.Client) -> str:
    """Return the address of the explorer, without a slash at its end."""
    return str(explorer.base_url).rstrip("/")
