"""Starts the explorer: takes a port, says where it is, answers until it is stopped."""

from __future__ import annotations

import errno
import gc
import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable

import uvicorn

from graphmap.errors import StoreError
from graphmap.web.app import make_app
from graphmap.web.settings import EVERYWHERE, LOOPBACK, Settings
from graphmap.web.sharing import Shared

SECONDS_TO_END = 3
SWITCH = 0.001
"""Seconds after which a thread that works gives way to others: long answers hold up short ones less."""
COLLECTED_AFTER = 100_000
"""After so many new objects rubbish is looked for: a store has hundreds of thousands, and none is any."""
MOST_AT_ONCE = 256
"""Connections that are held; who comes beyond is told to come again."""


def open_port(host: str, port: int) -> socket.socket:
    """Return a socket that listens on a port, on a free one for 0. Raises PortTaken, which says why."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=MOST_AT_ONCE)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortTaken(
                f"port {port} of {host} is taken, perhaps by another graphmap; `--port 0` takes a free one"
            ) from error
        if error.errno in {errno.EACCES, getattr(errno, "WSAEACCES", errno.EACCES)}:
            raise PortTaken(f"port {port} is kept for the system; right would be one from 1024 on") from error
        raise PortTaken(
            f"nothing can listen on {host}: {error.strerror or error}; `--host {LOOPBACK}` is this machine"
        ) from error


class PortTaken(StoreError):
    """A place at which nothing can listen."""


def name_address(listening: socket.socket, host: str) -> str:
    """Return the address that a browser on this machine takes."""
    port = listening.getsockname()[1]
    name = LOOPBACK if host in EVERYWHERE else f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}/"


def make_server(shared: Shared, settings: Settings) -> uvicorn.Server:
    """Return the server that answers readers of a store; `run(sockets=[...])` runs it."""
    return uvicorn.Server(
        uvicorn.Config(
            make_app(shared, settings),
            lifespan="off",
            ws="none",
            log_level="error",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            limit_concurrency=MOST_AT_ONCE,
            h11_max_incomplete_event_size=4 * settings.longest_url,
            timeout_graceful_shutdown=SECONDS_TO_END,
        )
    )


def serve(store_url: str, settings: Settings, port: int, browse: bool, tell: Callable[[str], None]) -> None:
    """Answer readers of a store until a person stops it; `tell` is given the address when it answers.

    Raises PortTaken, and what opening the store raises, before anything is answered.
    """
    sys.setswitchinterval(SWITCH)
    shared = Shared(store_url)
    try:
        with shared.read():
            pass  # what is wrong with the store is said now, not to the first reader
        gc.freeze()
        gc.set_threshold(COLLECTED_AFTER)
        listening = open_port(settings.host, port)
        address = name_address(listening, settings.host)
        server = make_server(shared, settings)
        shared.on_renewed()
        tell(address)
        if browse:
            # The socket listens already, so the browser waits for the first answer.
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        server.run(sockets=[listening])
    finally:
        shared.close()


def leave_at_once() -> None:
    """End the process though a query still runs in a thread: it only reads, and ends by its own clock."""
    if any(one is not threading.main_thread() and not one.daemon for one in threading.enumerate()):
        os._exit(0)
