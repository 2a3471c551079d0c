"""Reads the address of a Neo4j server: what to connect to, as whom, and what of it may be shown."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from graphmap.errors import StoreError

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
"""The schemes of an address that name Neo4j."""

USER, PASSWORD = "GRAPHMAP_USER", "GRAPHMAP_PASSWORD"
"""Environment variables for what the address does not say, the place for a password."""

_WITH_SECRET = re.compile(rf"(?:--store=)?(?:{'|'.join(map(re.escape, SCHEMES))})://[^@]*:.*@.*", re.DOTALL)
_NO_SCHEME = re.compile(r".*:.*@", re.DOTALL)


@dataclass(frozen=True)
class Address:
    """The parts of an address: of the server, of the database on it, and who asks."""

    server: str
    """Scheme, host and port."""
    database: str | None
    user: str
    password: str = field(repr=False)

    @property
    def shown(self) -> str:
        """The address as it may be shown: without user and password."""
        return self.server + (f"/{self.database}" if self.database else "")


def read_address(url: str) -> Address:
    """Read an address; user and password that it does not say are those of the environment.

    A password stands in it percent-encoded, or as it is, with / @ : # or ? in it: the host begins after the
    last @. Raises StoreError, whose text has nothing of the password in it.

    >>> address = read_address("neo4j://ann:p/w#1@db.example:7687/ties")
    >>> address.shown, address.user, address.password
    ('neo4j://db.example:7687/ties', 'ann', 'p/w#1')
    """
    scheme, _, rest = url.partition("://")
    said, _, place = rest.rpartition("@")
    if scheme not in SCHEMES:
        named = f"{scheme}:// is" if re.fullmatch("[a-z0-9+.-]{1,20}", scheme) else "this is"
        raise StoreError(
            f"{named} no kind of store: a path is a file, and neo4j://, neo4j+s:// or bolt:// is Neo4j"
        )
    try:
        parts = urlsplit(f"{scheme}://{place}")
        host, port = parts.hostname, parts.port
    except ValueError:
        raise StoreError("the address of the store is not well formed: it needs a host and a port") from None
    if not host:
        raise StoreError(f"the address of the store names no host; {scheme}://localhost:7687 would")
    user, _, password = said.partition(":")
    return Address(
        f"{scheme}://" + (f"[{host}]" if ":" in host else host) + (f":{port}" if port else ""),
        unquote(parts.path.strip("/")) or None,
        unquote(user) or os.environ.get(USER, ""),
        unquote(password) or os.environ.get(PASSWORD, ""),
    )


def holds_secret(word: str) -> bool:
    """Say whether a word of a command line is an address with a password in it, which others could read.

    >>> holds_secret("--store=neo4j://ann:secret@host"), holds_secret("neo4j://localhost")
    (True, False)
    """
    return _WITH_SECRET.fullmatch(word) is not None


def check_path(path: str) -> None:
    """Raise StoreError for what looks like an address without its scheme: it may hold a password."""
    if _NO_SCHEME.match(path) and not os.path.lexists(path):
        raise StoreError(
            "an address of a server begins with neo4j:// or bolt://; "
            f"user and password are best given in {USER} and {PASSWORD}"
        )
