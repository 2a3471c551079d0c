"""What stands before every answer: who may ask, how much, and the headers that keep a page to itself."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graphmap.web.faults import say_fault
from graphmap.web.settings import Settings

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with none at all a browser names no origin where a form is sent
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
READING = ("GET", "HEAD")
WRITING = ("/views", "/decisions", "/trial", "/plans", "/plans/enact")
"""Where forms are sent to, by who was named with `--edit`."""
FORM = "application/x-www-form-urlencoded"
LONGEST_FORM = 16_384
"""Bytes."""
MOST_READERS = 1_000
"""Of how many readers it is kept how much they asked."""


class Guard:
    """The outermost part of the application: refuses what may not be asked, marks what is answered."""

    def __init__(self, app: ASGIApp, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        """Stand before an application."""
        self._app, self._settings, self._clock = app, settings, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return  # no sockets are opened

        async def send_marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        refused = next(self._list_problems(scope), None)
        if refused is not None:
            status, problem, more = refused
            answer = say_fault(scope["path"], status, problem, more)
            await answer(scope, receive, send_marked)
            return
        if scope["method"] == "HEAD":
            scope = {**scope, "method": "GET"}  # uvicorn sends no body then
        await self._app(scope, receive, send_marked)

    def _list_problems(self, scope: Scope) -> Iterator[tuple[int, str, dict[str, str]]]:
        """Yield status, sentence and headers for what forbids a request, the first thing first."""
        headers, settings = Headers(scope=scope), self._settings
        host = headers.get("host", "")
        if len(headers.getlist("host")) != 1 or not settings.is_own_name(host):
            yield 421, "this address is not graphmap's; ask for it by the address that it printed", {}
        origin = headers.get("origin")
        if origin is not None and origin.partition("://")[2].casefold() != host.casefold():
            yield 403, "another page may not ask graphmap for this", {}
        if headers.get("sec-fetch-site") == "cross-site" and headers.get("sec-fetch-mode") != "navigate":
            yield 403, "another page may not ask graphmap for this", {}
        if len(scope.get("raw_path", b"")) + len(scope["query_string"]) > settings.longest_url:
            yield 414, f"the address is longer than {settings.longest_url} bytes", {}
        writes = bool(settings.edit) and scope["method"] == "POST" and scope["path"] in WRITING
        if writes:
            yield from self._list_problems_of_form(headers)
        elif scope["method"] not in READING:
            yield 405, "graphmap is only read here", {"Allow": ", ".join(READING)}
        elif headers.get("content-length", "0") != "0" or "transfer-encoding" in headers:
            yield 413, "graphmap takes no upload", {}
        if not self._may_ask(scope["client"][0] if scope.get("client") else ""):
            yield 429, "too much was asked at once; wait a second", {"Retry-After": "1"}

    def _list_problems_of_form(self, headers: Headers) -> Iterator[tuple[int, str, dict[str, str]]]:
        """Yield what forbids a form: it comes from our own page, is one, and is short."""
        if headers.get("origin") is None or headers.get("sec-fetch-site", "same-origin") != "same-origin":
            yield 403, "only a page of graphmap itself may write", {}
        if headers.get("content-type", "").partition(";")[0].strip() != FORM:
            yield 415, f"a form is needed; right would be {FORM}", {}
        length = headers.get("content-length", "")
        if not length.isdecimal() or int(length) > LONGEST_FORM or "transfer-encoding" in headers:
            yield 413, f"a form has at most {LONGEST_FORM} bytes, and says how many", {}

    def _may_ask(self, reader: str) -> bool:
        """Say whether a reader may ask once more now, and count it."""
        now, most = self._clock(), float(self._settings.burst)
        left, then = self._left.pop(reader, (most, now))
        left = min(most, left + (now - then) * self._settings.rate)
        self._left[reader] = (max(0.0, left - 1), now)
        while len(self._left) > MOST_READERS:
            self._left.popitem(last=False)
        return left >= 1
