"""Serves a store from a thread of the tests."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import httpx

from graphmap.web.server import make_server, name_address, open_port
from graphmap.web.settings import LOOPBACK, Settings
from graphmap.web.sharing import Shared

TODAY = date(2026, 2, 8)
"""The day on which the readers of the tests ask, so that answers stay what they are."""

QUICK = Settings(rate=10_000, burst=10_000, allow_cypher=True, warm=False, patience=60)
"""What asks as fast as tests do."""


FRESH = httpx.Limits(max_keepalive_connections=0)
"""No connection is used twice: the server may be about to close it, as it does after an error of its own."""


@contextmanager
def serve_store(store: str | Path, settings: Settings = QUICK, today: date = TODAY) -> Iterator[httpx.Client]:
    """Yield a client of a server that answers from a store until the end."""
    shared = Shared(str(store), lambda: today, patience=60)
    listening = open_port(LOOPBACK, 0)
    server = make_server(shared, settings)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    limit = time.monotonic() + 60
    while not server.started and time.monotonic() < limit:
        time.sleep(0.01)
    try:
        address = name_address(listening, LOOPBACK)
        with httpx.Client(base_url=address, timeout=60, trust_env=False, limits=FRESH) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join(30)
        listening.close()
        shared.close()
