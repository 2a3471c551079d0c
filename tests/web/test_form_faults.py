"""What is wrong with a form is told at its field, which has the focus, and all else that was given stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, expect

from graphmap.store import open_store
from graphmap.web import sharing
from tests.cli.conftest import make_sample_store
from tests.servers.chromium import list_violations
from tests.web.serving import QUICK, serve_store
from tests.web.test_editing import read_token
from tests.web.watching import find_base


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of the Iran sample, to write."""
    return make_sample_store("iran", tmp_path_factory.mktemp("written"))


@pytest.fixture(scope="module")
def writer(written: Path) -> Iterator[httpx.Client]:
    """Return a client of a server that lets A. Tester write; it has the cookie of a page."""
    with serve_store(written, replace(QUICK, edit="A. Tester")) as client:
        client.get("/map?lang=en")
        client.headers["Origin"] = find_base(client)
        yield client


def read_fault(text: str) -> tuple[str, str]:
    """Return which field of a page is at fault, and what is told beside it, which describes it."""
    (field,) = re.findall(r"<(?:input|select|textarea)[^>]* aria-invalid=\"true\" autofocus[^>]*>", text)
    (told,) = re.findall(r'<div class="field-fault" id="([^"]+)">(.*?)(?:<ul|</div>)', text)
    name, described = (re.search(rf'{one}="([^"]+)"', field) for one in (" name", "aria-describedby"))
    assert name is not None
    assert described is not None
    assert described[1].split()[0] == told[0]
    assert '<p class="fault"' not in text
    return name[1], told[1]


ASKED = [
    ("/reports/rivals?country=TUR&as_of=2026-02-30&lang=en", "as_of", "is no day: 2026-02 has 28 days"),
    ("/reports/rivals?as_of=1404/13/01&lang=fa", "as_of", "1404/13/01"),
    ("/reports/rivals?as_of=2026-02-30&lang=fa", "as_of", "روز نیست: \u20662026-02\u2069 تنها ۲۸ روز"),
    ("/reports/rivals?country=Tukey&lang=en", "country", "is not a known country"),
    ("/reports/rivals?limit=0&lang=fa", "limit", "حداقل: ۱"),
    ("/reports/counterpart_sheet?counterpart=nobody&lang=fa", "counterpart", "همتا با نام «nobody»"),
    ("/trial?province=IR-06&target=Tbilissi&kind=memorandum&lang=fa", "target", "شهر یا همتا یا نمایندگی"),
    ("/trial?province=IR-06&target=IQ-BA&kind=memorandum&since=soon&lang=en", "since", "is not a date"),
    ("/cypher?query=MATCH (n) DELETE n&lang=en", "query", "DELETE is refused"),
    ("/cypher?query=RETURN 1 AS a&parameters=x&lang=en", "parameters", "is no object of JSON"),
    ("/map?country=IRQ&believed_on=yesterday&lang=fa", "believed_on", "«yesterday» تاریخ نیست"),
    ("/map?country=Iraqq&lang=en", "country", "is not a known country"),
]


@pytest.mark.parametrize(("address", "field", "said"), ASKED)
def test_what_is_wrong_is_told_at_the_field(
    address: str, field: str, said: str, explorer: httpx.Client
) -> None:
    told = read_fault(explorer.get(address).text)
    assert told[0] == field
    assert said in told[1]
    assert not told[1].startswith(f"{field}:")


def test_a_name_that_is_like_others_offers_them_with_all_else_that_was_asked(explorer: httpx.Client) -> None:
    text = explorer.get("/reports/rivals?country=Tukey&sector=trade&lang=en").text
    assert 'href="/reports/rivals?sector=trade&amp;lang=en&amp;country=TUR"><bdi>Turkey</bdi>' in text
    assert re.search(r'<option value="trade" selected>', text)


@pytest.mark.parametrize(("lang", "said"), [("en", "nothing was recorded"), ("fa", "چیزی ثبت نشد")])
def test_a_form_is_sent_again_where_another_program_writes(
    lang: str, said: str, writer: httpx.Client, written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "WAITS", 0.1)
    given = {"about": "country=IRQ", "finding": "Iraq", "outcome": "lead", "ground": "the oldest tie"}
    with open_store(written):
        answer = writer.post("/decisions", data={**given, "lang": lang, "token": read_token(writer)})
    assert answer.status_code == 503
    assert said in answer.text
    assert str(written) not in answer.text
    form = dict(re.findall(r'<input[^>]* name="([^"]+)" value="([^"]*)"', answer.text.partition("<main")[2]))
    assert given.items() <= form.items()
    assert writer.post("/decisions", data=form).status_code == 200


def test_each_server_of_one_machine_has_a_cookie_of_its_own(writer: httpx.Client) -> None:
    assert list(writer.cookies) == [f"graphmap-{writer.base_url.port}"]


@pytest.mark.parametrize(
    ("path", "given", "field", "said"),
    [
        ("/plans/enact", {"name": "First", "day": "soon", "lang": "fa"}, "day", "تاریخ نیست"),
        ("/plans/enact", {"name": "Second", "do": "archive"}, "name", "no plan is kept"),
        ("/views", {"name": "", "note": "for Monday", "address": "/map"}, "name", "A view needs a name"),
        ("/trial", {"province": "IR-06", "target": "IQ-BA", "kind": "memorandum"}, "source", "a source"),
    ],
)
def test_a_form_that_is_sent_comes_back_with_what_it_held(
    path: str, given: dict[str, str], field: str, said: str, writer: httpx.Client
) -> None:
    answer = writer.post(path, data={"lang": "en", **given, "token": read_token(writer)})
    assert answer.status_code == 422
    told = read_fault(answer.text)
    assert told[0] == field
    assert said in told[1]
    for name, value in given.items():
        assert re.search(rf'name="{name}" value="{re.escape(value)}"', answer.text), name


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_a_form_of_a_page_from_before_the_server_was_started_is_sent_again(
    lang: str, browser: Browser, writer: httpx.Client
) -> None:
    # Not watched: a browser complains of a page with status 422.
    with browser.new_context(viewport={"width": 390, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{find_base(writer)}/reports/rivals?as_of=2026-02-30&lang={lang}")
        expect(page.locator("#field-as_of")).to_be_focused()
        assert list_violations(page) == []
        page.goto(f"{find_base(writer)}/map?lang={lang}")
        page.locator(".keep summary").click()
        page.locator(".keep input[name=name]").fill(f"older {lang}")
        page.locator(".keep input[name=note]").fill("for Monday")
        # As a page of another start of the server has it.
        page.locator(".keep input[name=token]").evaluate("(one) => one.value = 'older'")
        context.clear_cookies()
        page.locator(".keep button").click()
        expect(page.locator("p.fault")).to_be_visible()
        expect(page.locator("#mend-note")).to_have_value("for Monday")
        page.locator("form[action='/views'] button").click()
        expect(page.locator("h1")).to_contain_text(f"older {lang}")
    assert f"older {lang}" in writer.get("/views?lang=en").text
