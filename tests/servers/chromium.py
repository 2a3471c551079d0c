"""Starts a real Chromium without network of its own, and judges a page with axe."""

from __future__ import annotations

import importlib.resources
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.servers.prepare import DEBIAN_CHROMIUM, DEBIAN_SHELL

QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",
)
PATIENCE = 30_000
"""Milliseconds that what is expected of a page may take, as everything else that is waited for there."""
WCAG_AND_BEST_PRACTICE = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@contextmanager
def start_browser() -> Iterator[Browser]:
    """Start Debian's Chromium where it is installed, else Playwright's own, and close it at the end."""
    root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    program = next((str(path) for path in (DEBIAN_SHELL, DEBIAN_CHROMIUM) if path.exists()), None)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[*QUIET, *root])
        try:
            yield browser
        finally:
            browser.close()


def list_violations(
    page: Page, tags: tuple[str, ...] = WCAG_AND_BEST_PRACTICE, without: str = ""
) -> list[str]:
    """Return what axe holds against the page as it is now, one line a rule: its id, help and the elements.

    Of what `without` selects it is not asked. The script goes in through the debugger, so a strict content
    security policy does not stop it.
    """
    debugger = page.context.new_cdp_session(page)
    script = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    options = json.dumps({"runOnly": {"type": "tag", "values": list(tags)}, "resultTypes": ["violations"]})
    context = json.dumps({"exclude": [without]}) if without else "document"
    answers: list[dict[str, Any]] = [
        debugger.send("Runtime.evaluate", {"expression": script}),
        debugger.send(
            "Runtime.evaluate",
            {"expression": f"axe.run({context}, {options})", "awaitPromise": True, "returnByValue": True},
        ),
    ]
    debugger.detach()
    for answer in answers:
        if "exceptionDetails" in answer:
            raise RuntimeError(f"axe did not run: {answer['exceptionDetails']}")
    violations = answers[1]["result"]["value"]["violations"]
    return [
        f"{violation['id']}: {violation['help']}: "
        + "; ".join(" ".join(str(part) for part in node["target"]) for node in violation["nodes"])
        for violation in violations
    ]
