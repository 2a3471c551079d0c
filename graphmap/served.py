"""Asks a graphmap that is served (`graphmap serve`), as a notebook asks a store: by the interface of JSON."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode
from urllib.request import ProxyHandler, Request, build_opener

from graphmap.errors import GraphmapError

SECONDS = 60.0
"""How long an answer may take, asked for again and again while the server works it out."""
SOON = "1"
"""How a server says that it works out what was asked: what it refuses for longer is not asked again."""
BETWEEN = 0.5
"""Seconds between two askings for what is still being worked out."""


class Served:
    """A served graphmap, known by its address; what it answered is kept until its store changes.

    `Served("http://127.0.0.1:8400").rivals(country="Turkey")` is what `graphmap rivals --country Turkey
    --format json` writes, as a mapping. Every question has its name as a method; `rows` gives those of a
    report or the findings of an analysis.
    """

    def __init__(self, address: str, seconds: float = SECONDS) -> None:
        """Name the address that `graphmap serve` printed; nothing is asked yet."""
        if not address.startswith(("http://", "https://")):
            raise GraphmapError(f"{address} is no address of a server; right would be http://127.0.0.1:8400")
        self._address, self._seconds = address.rstrip("/"), seconds
        # A server of one's own machine is asked without whatever stands between it and the world.
        self._opener = build_opener(ProxyHandler({}))
        self._kept: dict[str, tuple[str, Any]] = {}

    def ask(self, name: str, **given: object) -> dict[str, Any]:
        """Ask a question by its name; lists are joined, days are texts or dates.

        Raises GraphmapError with the sentence of the server, or where nobody answers.
        """
        # A word of Python has a mark after it as a keyword (from_), and none in an address.
        texts = {key.removesuffix("_"): _write(value) for key, value in given.items() if value is not None}
        answer: dict[str, Any] = self._read(f"/api/{quote(name, safe='')}", texts)
        return answer

    def rows(self, name: str, **given: object) -> list[dict[str, Any]]:
        """Return the rows of a report or the findings of an analysis: `pandas.DataFrame(...)` takes them."""
        answer = self.ask(name, **given)
        rows: list[dict[str, Any]] = answer.get("rows", answer.get("findings", []))
        return rows

    def questions(self) -> list[str]:
        """Return the names of everything that can be asked."""
        return [one["name"] for one in self._read("/api", {})["questions"]]

    def __getattr__(self, name: str) -> Any:
        """Return what asks a question by its name."""
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda **given: self.ask(name, **given)

    def _read(self, path: str, given: Mapping[str, str]) -> Any:
        address = f"{self._address}{path}" + (f"?{urlencode(given)}" if given else "")
        last = time.monotonic() + self._seconds
        while True:
            try:
                return self._read_once(address)
            except HTTPError as error:
                # What takes long is worked out while nobody waits: it is there when it is asked for again.
                works = error.code == 503 and error.headers.get("Retry-After") == SOON
                if not works or time.monotonic() + BETWEEN > last:
                    raise GraphmapError(_read_sentence(error)) from error
            except (URLError, OSError, ValueError) as error:
                raise GraphmapError(
                    f"{self._address} does not answer as graphmap does ({error}); `graphmap serve` starts one"
                ) from error
            time.sleep(BETWEEN)

    def _read_once(self, address: str) -> Any:
        tag, known = self._kept.get(address, ("", None))
        headers = {"Accept": "application/json", **({"If-None-Match": tag} if tag else {})}
        try:
            asked = Request(address, headers=headers)  # noqa: S310 - http alone, as the constructor says
            with self._opener.open(asked, timeout=self._seconds) as answer:
                found = json.load(answer)
                self._kept[address] = (answer.headers.get("ETag", ""), found)
                return found
        except HTTPError as error:
            if error.code == 304:
                return known
            raise


def _write(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Iterable):
        return "|".join(map(str, value))
    return str(value)


def _read_sentence(error: HTTPError) -> str:
    try:
        said = json.load(error)
        return str(said["error"])
    except (ValueError, KeyError, TypeError):
        return f"the server answered {error.code}"
