"""Makes what is looked at first before anybody asks for it: the start and the page of all panels."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from itertools import product
from urllib.parse import urlencode

from fastapi import FastAPI, Request
from starlette.responses import Response

from graphmap.errors import GraphmapError
from graphmap.language import CODES
from graphmap.web.asking import PATIENT
from graphmap.web.pages import FACTS, send_facts, show_map
from graphmap.web.start import show_start, tell_against

FIRST: tuple[tuple[str, Callable[[Request], Response]], ...] = (
    ("/", show_start),
    ("/map", show_map),
    ("/against", tell_against),
    (FACTS, send_facts),
)
"""What is made, in this order."""

MOST_WAITED = 60.0
"""For how many seconds readers are let pass before each page that nobody waits for."""
BETWEEN = 0.05
"""Seconds between two looks at whether anybody waits."""
QUIET = 1.0
"""For how many seconds nobody may have waited: who is shown a page in parts asks for the next one soon."""

log = logging.getLogger("graphmap.web")


class Warmer:
    """Makes the first pages, in both languages, in a thread of its own, anew for each state of the store."""

    def __init__(self, app: FastAPI) -> None:
        """Make them of what an application answers from."""
        self._app = app
        self._alone = threading.Lock()
        self._asked = False

    def begin(self) -> None:
        """Begin, or begin anew when what is under way is done; readers wait for nothing."""
        with self._alone:
            if self._asked:
                return
            self._asked = True
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        with self._alone:
            self._asked = False
        for (path, show), code in product(FIRST, CODES):
            self._let_readers_pass()
            try:
                show(make_request(self._app, path, code))
            except GraphmapError as error:
                # Who asks for it is told; a person at the screen of the command need not be.
                log.info("%s could not be made ahead: %s", path, error)

    def _let_readers_pass(self) -> None:
        """Wait while somebody waits for an answer, so that theirs comes sooner; not for ever."""
        answers, quiet = self._app.state.shared.answers, time.monotonic()
        limit = quiet + MOST_WAITED
        while answers.under_way or time.monotonic() < quiet:
            if answers.under_way:
                quiet = time.monotonic() + QUIET
            if time.monotonic() > limit:
                return
            time.sleep(BETWEEN)


def make_request(app: FastAPI, path: str, code: str, **given: str) -> Request:
    """Return a request for a page in a language, as a browser would ask for it."""
    return Request(
        {
            "type": "http",
            "method": "GET",
            "path": path,
            "query_string": urlencode({"lang": code, **given}).encode(),
            "headers": [],
            "app": app,
            PATIENT: True,
        }
    )
