"""Fixtures of the tests of pages: pages on disk, and a browser page that notes what it should not see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page

from graphmap.views import write_map
from graphmap.views.days import carry_days
from tests.municipal import hold_municipal
from tests.views.graphs import look_at, make_hostile, read_iran


@dataclass
class Opened:
    """A page of the browser, with everything that it asked for, complained of or tried to open."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def note_dialog(opened: Opened, dialog: Dialog) -> None:
    """Note a dialog that no page should open, and close it."""
    opened.complaints.append(f"dialog: {dialog.message}")
    dialog.dismiss()


def go_to(page: Page, said: str) -> None:
    """Change what stands after the hash of an open page, as a link would, and wait until it is drawn."""
    page.evaluate(
        """said => new Promise(done => {
            addEventListener('hashchange', () => done(), {once: true});
            location.hash = said;
        })""",
        said,
    )


@pytest.fixture(scope="session")
def iran_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of the lists of the Iran sample in both languages."""
    path = tmp_path_factory.mktemp("pages") / "iran.html"
    write_map(look_at(hold_municipal()), path)
    return path


@pytest.fixture(scope="session")
def whole_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of the whole Iran sample in both languages."""
    path = tmp_path_factory.mktemp("pages") / "whole.html"
    write_map(carry_days(look_at(read_iran())), path)
    return path


@pytest.fixture(scope="session")
def hostile_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of a graph in which every name means harm."""
    path = tmp_path_factory.mktemp("pages") / "hostile.html"
    write_map(look_at(make_hostile()), path)
    return path


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Opened]]:
    """Return a function that opens a file from disk with the network cut."""
    contexts = []

    def open_file(
        path: Path,
        hash_: str = "",
        width: int = 1280,
        script: bool = True,
        locale: str = "en-US",
        touch: bool = False,
    ) -> Opened:
        context = browser.new_context(
            locale=locale,
            viewport={"width": width, "height": 900},
            offline=True,
            java_script_enabled=script,
            accept_downloads=True,
            has_touch=touch,
        )
        contexts.append(context)
        opened = Opened(context.new_page())
        page = opened.page
        page.on("request", lambda request: opened.requests.append(request.url))
        page.on("console", lambda said: opened.complaints.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        page.on("dialog", lambda dialog: note_dialog(opened, dialog))
        page.goto(path.as_uri() + (f"#{hash_}" if hash_ else ""))
        if script:
            page.wait_for_function("() => document.documentElement.classList.contains('scripted')")
            page.evaluate("() => document.fonts.ready.then(() => true)")
        return opened

    yield open_file
    for context in contexts:
        context.close()
