"""The server engine: Neo4j over Bolt."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

import neo4j
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConstraintError,
    CypherSyntaxError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graphmap.errors import (
    AccessDenied,
    GraphmapError,
    QueryRefused,
    QueryTimedOut,
    QueryTooLarge,
    StoreError,
)
from graphmap.schema import Difference
from graphmap.store.address import PASSWORD, USER, read_address
from graphmap.store.citations import UNIQUE, lay_citations, lift_citations, renew_citations
from graphmap.store.deadline import Deadline, Silence
from graphmap.store.engine import Clock, Engine
from graphmap.store.furnishing import find_declarations, locate_all, locate_written, read_held
from graphmap.store.packed import scan_packed
from graphmap.store.scan import Scan
from graphmap.store.statements import Run
from graphmap.store.values import unify_value

T = TypeVar("T")

SECONDS_TO_CONNECT = 10.0
SECONDS_OF_SILENCE = 600.0
"""How long one statement of the store's own may take before the server is taken for stalled."""

GRACE = 5.0
"""Seconds for which a server may overrun the time of a query before it is taken for stalled."""

LONGEST_WAIT = 30 * 86_400.0
READS_AT_MOST = 5

# Without a handler of its own, the driver's log would reach stderr past every message of ours.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class BoltStore(Engine):
    """A graph on a Neo4j server. Many processes may write; each write waits for the one before."""

    def __init__(self, url: str, read_only: bool, clock: Clock) -> None:
        """Prepare to connect; nothing is sent yet. Raises StoreError for an address that cannot be."""
        address = read_address(url)
        super().__init__(address.shown, read_only, clock)
        user, password = address.user, address.password
        self._database = address.database
        with self._saying():
            self._driver = neo4j.GraphDatabase.driver(
                address.server,
                auth=(user, password) if user or password else None,
                connection_timeout=SECONDS_TO_CONNECT,
                # A server may take the connection and then say nothing.
                connection_acquisition_timeout=2 * SECONDS_TO_CONNECT,
                notifications_min_severity="OFF",
            )

    def _call(self, mode: str, deadline: Deadline, work: Callable[[neo4j.Session], T]) -> T:
        """Work in a session, as long as the deadline is kept; a session that stalls is cut off."""
        opened: list[neo4j.Session] = []

        def run() -> T:
            with self._driver.session(database=self._database, default_access_mode=mode) as session:
                opened.append(session)
                return work(session)

        return deadline.keep(run, lambda: _cut_off(opened))

    def _read(self, work: Callable[[Run], T]) -> T:
        deadline = Deadline(SECONDS_OF_SILENCE)

        def read(session: neo4j.Session) -> T:
            for _ in range(READS_AT_MOST):
                with session.begin_transaction() as transaction:
                    run = _runner(transaction, deadline)
                    # Each statement of Neo4j sees what is committed by then. No changeset between the first
                    # and the last means that all of them saw one state.
                    before = _count_changesets(run)
                    try:
                        result = work(run)
                    except GraphmapError:
                        if _count_changesets(run) == before:
                            raise
                        continue
                    if _count_changesets(run) == before:
                        return result
            raise StoreError(
                f"{self.url} is written to so often that it cannot be read in one piece; try again"
            )

        with self._saying():
            return self._call(neo4j.READ_ACCESS, deadline, read)

    def _scan(self, work: Callable[[Scan], T]) -> T:
        return self._read(lambda run: work(partial(scan_packed, run)))

    def _write(self, work: Callable[[Run], T]) -> T:
        deadline = Deadline(SECONDS_OF_SILENCE)

        def write(session: neo4j.Session) -> T:
            with session.begin_transaction() as transaction:
                run = _runner(transaction, deadline)
                # Writing to the home country, though nothing changes, locks it until the commit: writers wait
                # in line, so that what the difference was found from is what is written to. Two that make a
                # store at once both want the first changeset's id, which is unique.
                run("MATCH (c:Country) WHERE c.home = true SET c.home = true", {})
                result = work(run)
                transaction.commit()
                return result

        with self._saying():
            return self._call(neo4j.WRITE_ACCESS, deadline, write)

    def _answer(
        self, cypher: str, parameters: Mapping[str, Any], most: int | None, seconds: float
    ) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
        seconds = min(seconds, LONGEST_WAIT)

        def answer(session: neo4j.Session) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
            with session.begin_transaction(timeout=seconds) as transaction:
                result = transaction.run(cypher, dict(parameters))
                columns = result.keys()
                records = result if most is None else result.fetch(most)
                return columns, [[unify_value(value) for value in record.values()] for record in records]

        # The server looks at its own clock between two rows only, and not while it has no memory.
        with self._saying(asked=True):
            return self._call(neo4j.READ_ACCESS, Deadline(seconds + GRACE), answer)

    def _declare(self) -> None:
        deadline = Deadline(SECONDS_OF_SILENCE)

        def declare(session: neo4j.Session) -> None:
            held = session.run("SHOW CONSTRAINTS YIELD name, labelsOrTypes, properties").values()
            indexes = {name for (name,) in session.run("SHOW INDEXES YIELD name").values()}
            for statement in find_declarations(read_held(held), indexes):
                session.run(statement).consume()
                deadline.renew()

        with self._saying():
            self._call(neo4j.WRITE_ACCESS, deadline, declare)

    def _furnish(self, run: Run, difference: Difference | None) -> None:
        if difference is None:
            locate_all(run)
        else:
            locate_written(run, difference)
            renew_citations(run, difference)

    def _clear_furniture(self, run: Run, difference: Difference) -> None:
        lift_citations(run, difference)

    def lay_citations(self, level: str) -> int:
        """Join what is recorded to its Sources, or undo that; return how many SAID_BY there are then."""
        with self._saying():
            deadline = Deadline(SECONDS_OF_SILENCE)
            self._call(neo4j.WRITE_ACCESS, deadline, lambda session: session.run(UNIQUE).consume())
        return self._write_if_may(lambda run: lay_citations(run, level))

    def close(self) -> None:
        """Close the connections; a second call does nothing."""
        self._closed = True
        self._driver.close()

    def _explain(self, error: BaseException, asked: bool) -> GraphmapError | None:
        if isinstance(error, AuthError):
            return AccessDenied(
                f"{self.url} refused the user name or password; give them in {USER} and {PASSWORD} "
                "(in the address they can be read by others)"
            )
        if isinstance(error, Silence):
            if asked:
                return QueryTimedOut(
                    f"the server at {self.url} did not answer in time and has been left; narrow the query, "
                    "and look at the server if it answers nobody"
                )
            return StoreError(
                f"the server at {self.url} has said nothing for {SECONDS_OF_SILENCE / 60:.0f} minutes and "
                "has been left; look at the server, and at what it holds before something is written again"
            )
        if isinstance(error, ServiceUnavailable | SessionExpired | OSError):
            return StoreError(
                f"the server at {self.url} does not answer; is it running, and is the address right? "
                "If it went away while something was written, write it again: what is there stays as it is"
            )
        if isinstance(error, ConstraintError):
            return StoreError(f"another process wrote to {self.url} at the same moment; try again")
        if isinstance(error, Neo4jError):
            return self._explain_answer(error, asked)
        if isinstance(error, DriverError | ConfigurationError | ValueError | TypeError | OverflowError):
            return StoreError(f"{self.url}: {_first_line(error)}")
        return None

    def _explain_answer(self, error: Neo4jError, asked: bool) -> GraphmapError:
        code = error.code or ""
        if "TransactionTimedOut" in code:
            return QueryTimedOut("the query took longer than it may; narrow it, or give it more time")
        if "OutOfMemory" in code:
            return QueryTooLarge("the query needs more memory than the server lets one take; narrow it")
        if code.endswith("Statement.AccessMode"):
            return QueryRefused("the query would change the graph, and a query only reads")
        if "DatabaseNotFound" in code:
            return StoreError(f"the server has no database {self._database}: {_first_line(error)}")
        if asked and isinstance(error, CypherSyntaxError | ClientError):
            return StoreError(f"the query does not run: {_first_line(error)}")
        return StoreError(f"{self.url}: {_first_line(error)}")


def _runner(transaction: neo4j.Transaction, deadline: Deadline) -> Run:
    def run(statement: str, parameters: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
        # The text is the store's own, made of names in the schema.
        values: list[list[Any]] = transaction.run(statement, dict(parameters)).values()
        deadline.renew()
        return values

    return run


def _cut_off(sessions: Sequence[neo4j.Session]) -> None:
    """Shut the connection of a session that another thread waits on, so that it stops waiting.

    The driver has no call for this outside asyncio. Where its inside has changed, the thread waits on alone.
    """
    for session in sessions:
        with suppress(AttributeError, OSError):
            connection: Any = session._connection
            connection.socket._socket.shutdown(socket.SHUT_RDWR)


def _count_changesets(run: Run) -> int:
    count: int = run("MATCH (c:Changeset) RETURN count(c)", {})[0][0]
    return count


def _first_line(error: BaseException) -> str:
    text = str(error.message if isinstance(error, Neo4jError) and error.message else error).strip()
    return text.splitlines()[0][:300] if text else type(error).__name__
