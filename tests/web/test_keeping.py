"""What is shown first is made ahead, what a choice leaves alone is drawn once, an old state serves on."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any, cast

import pytest
from fastapi import Request

from graphmap.language import CODES
from graphmap.schema import Batch, Country, validated
from graphmap.store import open_store
from graphmap.store.session import Session
from graphmap.views.page import render_map
from graphmap.views.page_data import Choice
from graphmap.views.panel import Scene
from graphmap.views.wording import choose_wording
from graphmap.web import memory
from graphmap.web.app import make_app
from graphmap.web.pages import show_report
from graphmap.web.settings import Settings
from graphmap.web.sharing import Shared
from graphmap.web.start import show_start
from graphmap.web.warming import make_request
from tests.cli.conftest import make_sample_store
from tests.municipal import hold_municipal
from tests.views.graphs import look_at
from tests.web.serving import TODAY

CHOICES = (
    Choice(country="TUR"),
    Choice(province="IR-04"),
    Choice(country="AFG", province="IR-09", other="IR-25"),
    Choice(country="JPN"),
)
"""Choices, the last one of a country that is on the page only as it is chosen."""


@pytest.mark.parametrize("choice", CHOICES, ids=str)
def test_a_page_drawn_once_for_all_choices_is_that_of_each(choice: Choice) -> None:
    contents = hold_municipal()
    kept = Scene(look_at(contents), choose_wording("en"))
    before = render_map(kept)
    assert render_map(kept.with_choice(choice)) == render_map(look_at(contents, choice=choice), "en")
    assert render_map(kept) == before


def test_the_first_pages_are_made_before_anybody_asks(
    iran_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done, asked = threading.Event(), list[tuple[str, str]]()

    def show(request: object) -> None:
        asked.append((request.url.path, request.query_params["lang"]))  # type: ignore[attr-defined]
        if len(asked) == 2 * len(CODES):
            done.set()

    monkeypatch.setattr("graphmap.web.warming.FIRST", (("/", show), ("/map", show)))
    shared = Shared(str(iran_path), lambda: TODAY)
    make_app(shared, Settings())
    with shared.read():
        pass  # it is opened, and that begins it
    assert done.wait(60)
    assert asked == [(path, code) for path in ("/", "/map") for code in CODES]
    shared.close()


def test_a_reader_is_given_what_was_made_ahead_in_the_language_they_like(
    iran_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = Shared(str(iran_path), lambda: TODAY)
    app = cast(Any, make_app(shared, Settings(warm=False)))._app
    ahead = show_start(make_request(app, "/", "fa")).body
    monkeypatch.setattr("graphmap.web.start._make_start", None)  # nothing can be made from now on
    like = {**make_request(app, "/", "").scope, "query_string": b"", "headers": [(b"accept-language", b"fa")]}
    assert show_start(Request(like)).body == ahead
    shared.close()


def test_what_is_kept_is_let_go_of_where_the_process_holds_more_than_it_may(
    iran_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = [f"{year}-01-01" for year in range(2000, 2008)]
    kept = []
    monkeypatch.setattr(memory, "ROOM", -(2**40))
    for most in (2**40, 1):
        monkeypatch.setattr(memory, "MOST", most)
        shared = Shared(str(iran_path), lambda: TODAY)
        app = cast(Any, make_app(shared, Settings(warm=False)))._app
        with shared.read() as held:
            told = [show_report("expiring", make_request(app, "/", "en", as_of=day)).body for day in days]
            kept.append(sum(held.is_answered("expiring", {"as_of": day}) for day in days))
            again = show_report("expiring", make_request(app, "/", "en", as_of=days[0], presume="5"))
            assert bytes(again.body).count(b"<tr") == bytes(told[0]).count(b"<tr")
        shared.close()
    assert kept[0] == len(days)
    assert kept[1] <= 1


def test_who_reads_while_a_large_store_is_read_anew_is_shown_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_sample_store("invented", tmp_path)
    shared, go_on = Shared(str(path), patience=0.05), threading.Event()
    with shared.read() as before:
        pass
    pin = Session.pin

    def pin_slowly(session: Session) -> Session:
        assert go_on.wait(60)
        return pin(session)

    monkeypatch.setattr(Session, "pin", pin_slowly)
    with open_store(path) as store:
        source = store.snapshot().sources.ids[0]
        store.apply(Batch.of([validated(Country, id="FRA", name="France", sources=(source,))]), "a", "b")
    with shared.read() as meanwhile:
        assert meanwhile is before
        assert "FRA" not in meanwhile.snapshot.places
    renewed = threading.Event()
    shared.on_renewed = renewed.set
    go_on.set()
    assert renewed.wait(60)
    with shared.read() as after:
        assert "FRA" in after.snapshot.places
    assert before.old
    shared.close()
