"""Opens and makes stores: one contract, two engines; the address says which."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graphmap.errors import StoreError

if TYPE_CHECKING:
    from graphmap.schema import Batch, Changeset
    from graphmap.store.engine import Clock, Engine

__all__ = ["create_store", "follow_link", "is_server", "open_store", "restore_store"]


def open_store(
    url: str | Path, read_only: bool = False, clock: Clock | None = None, upgrade: bool = True
) -> Engine:
    """Open the store at an address: a path is a file, neo4j://, neo4j+s:// and bolt:// are Neo4j.

    `read_only` takes no lease: a file is read as its last writer left it. A store that an older graphmap made
    is brought up to date, unless `upgrade` leaves that to the caller. Raises StoreAbsent, StoreHeld,
    StoreDamaged, AccessDenied or StoreError, each with one sentence for a person.
    """
    store = _connect(url, read_only, clock, create=False)
    try:
        store.home()
        if read_only:
            store.adapt()
        elif upgrade:
            store.upgrade()
    except BaseException:
        store.close()
        raise
    return store


def create_store(
    url: str | Path, home_batch: Batch, by: str = "graphmap init", clock: Clock | None = None
) -> tuple[Engine, Changeset]:
    """Make a store for the home country of a batch, write the batch, and return both store and changeset.

    A store that has this home already stays as it is, and the changeset counts nothing. Raises StoreError for
    a store of another home or of somebody else, and what `open_store` raises.
    """
    from graphmap.schema import Country

    homes = [e.record for e in home_batch.entries if isinstance(e.record, Country) and e.record.home]
    if len(homes) != 1 or not homes[0].id:
        raise StoreError("a new store needs exactly one home country")
    store = _connect(url, False, clock, create=True)
    try:
        return store, store.create(home_batch, homes[0].id, by)
    except BaseException:
        store.discard()
        raise


def restore_store(url: str | Path, backup: Path, clock: Clock | None = None) -> Engine:
    """Make a store at an address from a backup of any store, and return it.

    Raises StoreError where a store or somebody else's data is there, and for a backup that is not whole:
    then nothing is made.
    """
    from graphmap.store.backup import open_backup

    open_backup(backup)
    store = _connect(url, False, clock, create=True)
    try:
        store.restore(backup)
    except BaseException:
        store.discard()
        raise
    return store


def is_server(url: str) -> bool:
    """Say whether an address names a server and not a file."""
    return "://" in url


def _connect(url: str | Path, read_only: bool, clock: Clock | None, create: bool) -> Engine:
    """Load the engine that an address names, and only that one."""
    from graphmap.store.engine import read_clock

    clock = clock or read_clock
    if isinstance(url, str) and is_server(url):
        from graphmap.store.bolt import BoltStore

        return BoltStore(url, read_only, clock)
    from graphmap.store.embedded import EmbeddedStore

    return EmbeddedStore(follow_link(Path(url)), read_only, clock, create)


def follow_link(path: Path) -> Path:
    """Return the path of the file itself: the engine replaces its file, and keeps log and lease beside it."""
    from graphmap.files import find_planted_link, find_real
    from graphmap.store.address import check_path

    check_path(str(path))
    try:
        if (planted := find_planted_link(path)) is not None:
            raise StoreError(f"{planted} is a link that another user made; name the store itself")
        return find_real(path) if path.is_symlink() else path
    except (OSError, ValueError) as error:
        raise StoreError(f"{path} is no path of a store: {error}") from error
