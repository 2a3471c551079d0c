"""What is known to be true, each fact with its source, is what the program answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from graphmap.exchange.mapping import read_mapped
from graphmap.exchange.samples import make_places_batch, read_sample
from graphmap.questions.ask import ask
from graphmap.schema import Contents, Source
from graphmap.store import create_store
from graphmap.store.session import Session
from tests.exchange.mapped_store import keep_lines
from tests.truth.facts import IRAN, Fact, Row, read_facts

FACTS = tuple(read_facts())
LIST = Path("twincities_wikipedia") / "twin_cities.csv"
NAMED = {"DEU": "Germany", "IRN": "Iran", "TUR": "Turkey", "USA": "United States"}
"""How the list names each home country: its other lines are passed over (tests/exchange/test_mapping.py)."""


@pytest.fixture(scope="session")
def open_session(
    tmp_path_factory: pytest.TempPathFactory, data_folder: Path
) -> Iterator[Callable[[str], Session]]:
    """Return a function that opens the store of the sample, or of the world list for a home country."""
    folder, stores = tmp_path_factory.mktemp("truth"), []

    @cache
    def open_one(name: str) -> Session:
        begun = read_sample(name) if name == IRAN else make_places_batch(name)
        store, _ = create_store(folder / f"{name}.kgl", begun, by="a tester")
        stores.append(store)
        if name != IRAN:
            path = keep_lines(data_folder / LIST, NAMED[name], folder / name)
            batch = read_mapped([path], "twincities_wikipedia", store.known())
            store.apply(batch, "a tester", "the world list")
        return Session(store)

    yield open_one
    for store in stores:
        store.close()


def find_rows(session: Session, fact: Fact) -> list[Row]:
    """Ask what a fact is about: a question, or the records of a type."""
    if not fact.ask[0].isupper():
        return list(ask(session, fact.ask, fact.given).as_dicts())
    assert not fact.given, "records are not asked for by parameters"
    return [vars(record) for record in read_contents(session).records(fact.ask)]


@cache
def read_contents(session: Session) -> Contents:
    """Read all that a store holds, once."""
    return session.store.contents()


def list_pages(session: Session) -> dict[str, str | None]:
    """Return the addresses of the sources of a store, by id."""
    return {s.id or "": s.url for s in read_contents(session).records("Source") if isinstance(s, Source)}


# On one worker, so that each store is made once.
@pytest.mark.xdist_group("truth")
@pytest.mark.parametrize("fact", FACTS, ids=str)
def test_the_program_tells_what_is_true(
    fact: Fact, open_session: Callable[[str], Session], data_folder: Path
) -> None:
    session = open_session(fact.of)
    pages = {} if fact.page is None else list_pages(session)
    assert fact.list_departures(find_rows(session, fact), pages) == []
    if fact.line is not None:
        assert fact.line in (data_folder / LIST).read_text("utf-8").splitlines()


def test_a_fact_is_broken_by_a_day_a_page_a_row_too_many_and_a_row_that_must_not_be() -> None:
    fact = Fact(
        "signed", "a page", "x", right=[{"since": "2020-01-01"}], wrong=[{"kind": "visit"}], total=1, page="p"
    )
    row = {"since": "2020-01-01", "kind": "memorandum", "sources": ["s"]}
    assert fact.list_departures([row], {"s": "p"}) == []
    for rows in ([{**row, "since": "2020-01-02"}], [row, row], [{**row, "kind": "visit"}], []):
        assert fact.list_departures(rows, {"s": "p"})
    assert fact.list_departures([row], {"s": "q"}) == [
        "p is no source of the row with {'since': '2020-01-01'}"
    ]


def test_no_fact_stands_twice() -> None:
    assert len({str(fact) for fact in FACTS}) == len(FACTS)
