"""What the explorer is told when it starts: whom it answers, how much at once, and what it lets them do."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import ip_address

LOOPBACK = "127.0.0.1"
PORT = 8400
EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 (told apart, not bound to)


@dataclass(frozen=True)
class Settings:
    """How the explorer answers.

    `host` is what it listens on. `allow_cypher` lets readers ask queries of their own, read-only. An address
    may be `longest_url` bytes long; one reader may ask `rate` times a second, and `burst` times at once; a
    query of a reader takes `query_seconds` and gives `query_rows` at most. `warm` says that the first pages
    are made before anybody asks for them. `edit` names who may write, nobody if it is blank.
    A reader waits `patience` seconds for an answer; what takes longer is worked out on while they are told.
    """

    host: str = LOOPBACK
    allow_cypher: bool = False
    longest_url: int = 16_384
    rate: float = 100.0
    burst: int = 400
    query_seconds: float = 10.0
    query_rows: int = 1_000
    warm: bool = True
    edit: str = ""
    patience: float = 1.0

    def is_own_name(self, host: str) -> bool:
        """Say whether a reader may call this machine so: no name that somebody else can point here.

        >>> Settings().is_own_name("localhost:8400"), Settings().is_own_name("example.org")
        (True, False)
        """
        name = split_port(host).casefold()
        if name in {"localhost", LOOPBACK, "::1", self.host.casefold()}:
            return True
        if self.host not in EVERYWHERE:
            return False
        return is_address(name) or name in {socket.gethostname().casefold(), socket.getfqdn().casefold()}


def split_port(host: str) -> str:
    """Return the name in a Host header, without its port.

    >>> split_port("[::1]:8400"), split_port("localhost")
    ('::1', 'localhost')
    """
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


def is_address(name: str) -> bool:
    """Say whether a name is an address of numbers, which no name server can turn to another machine."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Say whether only this machine reaches what listens on a host.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    return host == "localhost" or (is_address(host) and ip_address(host).is_loopback)
