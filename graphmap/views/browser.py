"""The Chromium of this machine, asked to print a page or to draw a picture, without network."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from graphmap.errors import ViewError

NAMES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "microsoft-edge-stable", "msedge", "brave-browser"),
)
"""What browsers that can print are called on the path."""

PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
"""Where they lie where no path leads to them."""

NAMED = "GRAPHMAP_CHROMIUM"
"""The variable of the environment that names one."""

SECONDS = 60.0
"""How long it may take."""

QUIET = (
    *("--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--mute-audio"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"),
    *("--disable-extensions", "--disable-default-apps", "--disable-crash-reporter", "--no-pings"),
    *("--hide-scrollbars", "--host-resolver-rules=MAP * ~NOTFOUND"),
)
"""No window, and nothing that would ask the network: no name is found, not even by mistake."""


def find_browser() -> str | None:
    """Return a browser that can print: the one that GRAPHMAP_CHROMIUM names, else the first that is there."""
    if named := os.environ.get(NAMED):
        return shutil.which(named)
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or next((place for place in PLACES if Path(place).is_file()), None)


def print_page(page: str) -> bytes:
    """Print a page of HTML as PDF. Raises ViewError where there is no browser, or it cannot."""
    return _ask(page, "printed.pdf", lambda out: [f"--print-to-pdf={out}", "--no-pdf-header-footer"])


def draw_picture(page: str, width: int, height: int, scale: float = 2.0) -> bytes:
    """Draw a page of HTML as PNG, of so many pixels at a scale. Raises ViewError as `print_page`."""
    return _ask(
        page,
        "drawn.png",
        lambda out: [
            f"--screenshot={out}", f"--window-size={width},{height}", f"--force-device-scale-factor={scale:g}"
        ],
    )  # fmt: skip


def _ask(page: str, name: str, words: Callable[[Path], list[str]]) -> bytes:
    browser = find_browser()
    if browser is None:
        raise ViewError(
            f"no browser that can print is found; install Chromium or Chrome, or name one in {NAMED}, "
            "or write FILE.html and print that from any browser"
        )
    with TemporaryDirectory(prefix="graphmap-", ignore_cleanup_errors=True) as folder:
        source, out = Path(folder) / "page.html", Path(folder) / name
        source.write_text(page, encoding="utf-8")
        command = [browser, *QUIET, f"--user-data-dir={Path(folder) / 'profile'}"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.append(
                "--no-sandbox"
            )  # as root it starts no other way; the page is our own, without script
        problem = _run([*command, *words(out), source.as_uri()])
        if not out.is_file() or not out.stat().st_size:
            raise ViewError(f"{browser} did not print the page{problem}")
        return out.read_bytes()


def _run(command: Sequence[str]) -> str:
    """Run a browser to its end; return what is to be said if it left nothing."""
    try:
        done = subprocess.run(  # noqa: S603 - a browser, and words that are all our own
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return f" within {SECONDS:.0f} seconds"
    except OSError as error:
        return f": {error.strerror or error}"
    return f" (it left with {done.returncode})"
