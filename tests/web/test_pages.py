"""Every page of the explorer: in both languages, with its form or tables, and nothing inline."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import httpx
import pytest

from graphmap.errors import QueryTooLarge
from graphmap.language import load_language
from graphmap.question.declaration import Question
from graphmap.questions.answer import Answer
from graphmap.questions.catalogue import list_captions, list_questions
from graphmap.schema import Batch
from graphmap.store import create_store
from graphmap.web.frame import prefer_language
from graphmap.web.profiles import FEW_ROWS
from graphmap.web.sharing import Held
from tests.views.graphs import make_hostile
from tests.web.serving import serve_store

ROWS = r'<h2 id="(\w+)-heading">[^<]*</h2>\s*<a href="(/reports/[^"]+)">(\d+) rows?</a>(.*?)</section>'

PAGES = (
    *(
        "/",
        "/map",
        "/map?country=Turkey&province=IR-25*IR-09",
        "/reports",
        "/reports/rivals",
        "/search?q=yazd",
    ),
    *("/country/TUR", "/country/IRN", "/province/IR-04", "/region/IQ-BA", "/city/city:irn:yazd"),
    *("/counterpart/counterpart:irq:governor-of-erbil", "/source/source:wikipedia-twin-towns"),
    "/mission/mission:irn:basra",
    "/reports/country_dossier",
)


@pytest.mark.parametrize("lang", ["en", "fa"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_speaks_its_language_and_holds_nothing_inline(
    page: str, lang: str, explorer: httpx.Client
) -> None:
    answer = explorer.get(page, params=[*httpx.URL(page).params.multi_items(), ("lang", lang)])
    assert answer.status_code == 200, answer.text
    text = answer.text
    assert f'<html lang="{lang}" dir="{load_language(lang).direction}"' in text
    # A script of these types is data: no browser runs it.
    code = r"<script(?! src=| type=\"(application/json|text/plain)\")"
    assert not re.search(rf"<style|\sstyle=|{code}|\son[a-z]+=", text)
    assert len(re.findall(r"<h1", text)) == 1
    for address in re.findall(r'(?:href|src)="(/static/[^"]+)"', text):
        sent = explorer.get(address)
        assert sent.status_code == 200
        assert "immutable" in sent.headers["cache-control"]


def test_the_browser_says_which_language_it_likes(explorer: httpx.Client) -> None:
    asked = {"Accept-Language": "de, fa-IR;q=0.8, en;q=0.3"}
    answer = explorer.get("/reports", headers=asked)
    assert '<html lang="fa" dir="rtl"' in answer.text
    assert answer.headers["vary"] == "Accept-Language"
    assert explorer.get("/reports").headers["etag"] != answer.headers["etag"]
    assert prefer_language("en;q=x, fa") == "fa"


@pytest.mark.parametrize("caption", list_captions(), ids=lambda caption: caption.name)
def test_every_question_is_a_page_with_a_form_of_its_declaration(
    caption: object, explorer: httpx.Client
) -> None:
    text = explorer.get(f"/reports/{caption.name}?lang=fa").text  # type: ignore[attr-defined]
    (question,) = (one for one in list_questions() if one.name == caption.name)  # type: ignore[attr-defined]
    for name in question.asked:
        assert f'name="{name}"' in text


def test_a_form_is_filled_with_what_was_asked(explorer: httpx.Client) -> None:
    text = explorer.get(
        "/reports/rivals?country=Turkey&sector=trade&kinds=memorandum&kinds=agreement&until="
    ).text
    assert '<option value="TUR" selected>' in text
    assert '<option value="trade" selected>' in text
    assert '<option value="memorandum" selected>' in text
    assert '<option value="agreement" selected>' in text
    assert "Türkiye" in text


def test_what_does_not_fit_is_said_on_a_page_of_its_own(explorer: httpx.Client) -> None:
    answer = explorer.get("/reports/rivals?country=Tukey")
    assert answer.status_code == 422
    assert "the nearest are" in answer.text
    assert 'country=TUR"' in answer.text
    assert explorer.get("/country/Narnia").status_code == 404
    assert explorer.get("/reports/nothing?lang=fa").status_code == 404
    assert explorer.get("/map?colour=red").status_code == 422
    assert explorer.get("/?lang=de").status_code == 422
    assert explorer.get("/fragment/nothing").status_code == 404


def test_a_long_table_of_a_profile_is_folded_and_says_how_many_rows_it_has(explorer: httpx.Client) -> None:
    text = explorer.get("/country/IRQ?lang=en").text
    sections = re.finditer(r'<section class="panel report-panel" id="(\w+)".*?</section>', text, re.DOTALL)
    parts = {one[1]: one[0] for one in sections}
    folded = {name: '<details class="many"><summary>Open the table: ' in part for name, part in parts.items()}
    rows = {name: len(re.findall(r"<tr", part)) - 1 for name, part in parts.items() if "<table" in part}
    assert folded == {name: rows.get(name, 0) > FEW_ROWS for name in folded}
    assert folded["ties"]
    assert not folded["joint_acts"]


def test_a_page_tells_its_other_tables_where_one_takes_too_much(
    iran_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Held.ask

    def ask(held: Held, question: Question | str, *given: Any) -> Answer:
        if isinstance(question, Question) and question.name == "rival_outreach":
            raise QueryTooLarge("report rival_outreach needs more memory than it may take on this store")
        return asked(held, question, *given)

    monkeypatch.setattr(Held, "ask", ask)
    with serve_store(iran_path) as client:
        answer = client.get("/country/IRQ?lang=en")
    assert answer.status_code == 200
    pattern = r'<section class="panel report-panel" id="(\w+)"(.*?)</section>'
    parts = dict(re.findall(pattern, answer.text, re.DOTALL))
    assert '<p class="fault">report rival_outreach needs more memory' in parts["rival_outreach"]
    assert 'href="/reports/rival_outreach?' in parts["rival_outreach"]
    assert "<table" in parts["rivals"]
    assert "<table" in parts["country_dossier"]


def test_the_start_draws_a_square_a_province_those_in_a_pair_of_rivals_full(explorer: httpx.Client) -> None:
    pairs = explorer.get("/api/rivals", params={"by": "pair", "country": "IRQ"}).json()["findings"]
    rivals = {
        one for pair in pairs if pair["verdict"] in {"certain", "presumed"} for one in pair["provinces"]
    }
    text = explorer.get("/?lang=en").text
    first = re.search(r'<svg class="squares"[^>]*aria-label="([^"]+)">(.*?)</svg>', text)
    assert first is not None
    assert first[1] == f"{len(rivals)} of 12 provinces are in a pair of rivals"
    assert (first[2].count("<rect"), first[2].count('class="full"')) == (12, len(rivals))
    known = re.findall(r"<strong>(\d+)%</strong>.*?>(\d+) of 184<", text)
    assert [round(int(count) / 184 * 100) for _, count in known] == [int(share) for share, _ in known]
    assert len(known) == 3


def test_the_start_tells_ten_things_that_need_a_decision_each_with_its_link(explorer: httpx.Client) -> None:
    text = explorer.get("/?lang=en").text
    lines = re.findall(r'<li><span class="verdict">.*?</li>', text, re.DOTALL)
    assert len(lines) == 10
    for line in lines:
        address = re.search(r'class="said" href="([^"]+)"', line)
        assert address is not None
        assert explorer.get(address[1].replace("&amp;", "&")).status_code == 200
        assert re.search(r'class="against">\S', line)
    kinds = [re.sub(r"<[^>]*>", "", one) for one in re.findall(r'class="verdict">(.*?)</span>', text)]
    assert kinds[5:] == ["border, others there"] + ["border"] * 2 + ["ends soon"] * 2
    (said,) = re.findall(r">([^<>]*from farther away[^<]*)<", text)
    asked = explorer.get("/api/entanglement?as_of=2026-02-08&limit=2").json()["findings"]
    assert [one["standing"] for one in asked] == ["perhaps bypassed", "others there"]
    assert asked[0]["province"]["name"] in said
    assert asked[0]["target"]["name"] in said
    # What may still hold is a tie on record.
    assert asked[0]["perhaps"]
    assert "no tie of its own is recorded" not in said


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "Strongest case against: "), ("fa", "قوی‌ترین دلیل مخالف: ")]
)
def test_the_start_says_what_would_turn_each_rivalry_as_the_question_does(
    lang: str, words: str, explorer: httpx.Client
) -> None:
    told = explorer.get("/against", params={"lang": lang}).json()["against"]
    text = explorer.get("/", params={"lang": lang}).text  # found by now, so it stands in the page
    assert "data-against" not in text
    lines = [html.unescape(one) for one in re.findall(r'class="against">([^<]*)<', text)]
    assert lines[: len(told)] == told
    assert len(told) == text.count("<svg", text.index('class="decisions"'), text.index("</ol>")) > 0
    assert all(one.startswith(words) for one in told)
    # The first pair meets at a counterpart: what would turn it there is what the question tells of it.
    asked = {"country": "IRQ", "province": "IR-06", "level": "counterpart", "verdict": "presumed"}
    found = explorer.get("/api/overturn", params=asked).json()["findings"]
    ids = re.search(r"province=([^&]+)&", html.unescape(text[text.index('class="decisions"') :]))
    assert ids is not None
    pair = ids[1].replace("%2A", "*").split("*")
    turned = next(one for one in found if one["provinces"] == pair)
    weaker = next(one for one in turned["changes"] if one["verdict"] in {"none", "possible", "in contact"})
    assert weaker["field"] == "until"
    assert ("8 February 2026" if lang == "en" else "۱۹ بهمن ۱۴۰۴") in told[0]


@pytest.mark.parametrize("code", ["en", "fa"])
def test_the_start_counts_gaps_of_each_sort_as_the_question_does(code: str, explorer: httpx.Client) -> None:
    text = explorer.get(f"/?lang={code}").text
    panel = text[text.index('id="gaps-heading"') :]
    rows = re.findall(r'<tr><td><a href="([^"]+)">', panel[: panel.index("</section>")])
    assert len(rows) == 6
    for address in rows:
        told = explorer.get(address.replace("&amp;", "&").replace("/reports/", "/api/")).json()
        assert told["total"] == len([one for one in told["findings"] if one["answer"] != "tied"]) > 0


def test_a_number_of_a_profile_leads_to_its_rows(explorer: httpx.Client) -> None:
    text = explorer.get("/country/TUR?lang=en").text
    parts = re.findall(ROWS, text, re.DOTALL)
    assert {"rivals", "country_dossier", "border_gaps"} <= {name for name, *_ in parts}
    for name, address, count, body in parts:
        given = httpx.URL(address.replace("&amp;", "&")).params
        asked = {key: value for key, value in given.items() if key != "lang"}
        total = explorer.get(f"/api/{name}", params=asked).json()["total"]
        assert total == int(count)
        assert body.count("<tr>") == (min(total, 200) + 1 if total else 0)


def test_a_person_s_posts_are_told_in_persian_by_the_office_that_they_are_at(explorer: httpx.Client) -> None:
    person = "official:irq:ali-tatar"
    page = explorer.get(f"/governor/{person}", params={"lang": "fa"}).text
    facts = page[page.index("<dl") : page.index("</dl>")]
    assert re.search(r"<dt>سمت</dt>\s*<dd>.*استاندار دهوک", facts)
    assert "governor" not in re.sub("<[^>]*>", "", facts).replace(person, "")
    assert "governor" in explorer.get(f"/governor/{person}", params={"lang": "en"}).text
    governor = explorer.get("/governor/governor:irn:reza-rahmani", params={"lang": "fa"}).text
    assert re.search(r"<dt>استاندار</dt>\s*<dd>.*آذربایجان غربی", governor)


def test_the_query_behind_a_table_gives_its_rows(explorer: httpx.Client) -> None:
    text = explorer.get("/province/IR-04?lang=en").text
    behind = re.search(r'id="province_ties-query"[^>]*>(.*?)</pre>', text, re.DOTALL)
    assert behind is not None
    assert ":param province =&gt; &#39;IR-04&#39;" in behind[1]
    assert "MATCH" in behind[1]


@pytest.mark.parametrize(
    ("place", "drawn"),
    [
        *(("/country/TUR", "sentence"), ("/province/IR-04", "sentence"), ("/region/IQ-BA", "matrix")),
        *(("/city/city:irn:yazd", "matrix"), ("/counterpart/counterpart:irq:governor-of-erbil", "matrix")),
        ("/source/source:wikipedia-twin-towns", "matrix"),
        ("/governor/governor:irn:abbas-rezaei", "matrix"),
    ],
)
def test_a_profile_is_drawn_and_the_query_behind_it_gives_its_ties(
    place: str, drawn: str, explorer: httpx.Client
) -> None:
    text = explorer.get(place, params={"lang": "en"}).text
    assert re.findall(r'data-panel="(\w+)"', text)[0] == drawn
    assert 'data-panel="map"' in text
    behind = re.search(r'id="panels-query"[^>]*>(.*?)</pre>', text, re.DOTALL)
    assert behind is not None
    lines = html.unescape(behind[1]).splitlines()
    given = [one.removeprefix(":param ").rstrip(";").split(" => ") for one in lines if one[0] == ":"]
    values = {
        name: json.loads(value) if value.isdigit() or value == "null" else value.strip("'")
        for name, value in given
    }
    day = dict(given).get("as_of", "null")
    query = "\n".join(one for one in lines if one[0] != ":").replace("$as_of", day)
    asked = {"query": query, "parameters": json.dumps(values)}
    answer = explorer.get("/api/cypher", params=asked).json()
    ties = {row[answer["columns"].index("tie")] for row in answer["rows"]}
    counted = re.search(r"drawn from the (?:one tie|(\d+) ties) of this page", text)
    if counted is not None:
        assert len(ties) >= int(counted[1] or 1)
    else:
        label, identity = place[1:].split("/")
        evidence = explorer.get("/api/province_ties", params={label: identity}).json()
        assert ties == {one["tie"] for one in evidence["rows"]} != set()
    assert text.count('data-copy="') == text.count('class="behind"') > 0


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_a_mission_without_ties_shows_those_of_both_sides_and_the_query_behind(
    lang: str, explorer: httpx.Client
) -> None:
    text = explorer.get("/mission/mission:arm:tabriz", params={"lang": lang}).text
    facts = text[text.index("<dl") : text.index("</dl>")]
    assert 'href="/country/ARM?' in facts
    assert 'href="/source/' in facts
    part = text[text.index('id="missions"') :]
    part = part[: part.index("</section>")]
    shown = set(re.findall(r'href="/mission/([^"?]+)', part))
    assert len(shown) > 1
    assert "mission:arm:tabriz" in shown
    counted = re.search(r'<a href="#missions">(\S+)', part)
    assert counted is not None
    assert int(counted[1]) == part.partition("<tbody>")[2].count("<tr>") == len(shown)
    behind = re.search(r'id="missions-query"[^>]*>(.*?)</pre>', text, re.DOTALL)
    assert behind is not None
    lines = html.unescape(behind[1]).splitlines()
    asked = {
        "query": "\n".join(one for one in lines if one[0] != ":"),
        "parameters": json.dumps({"one": "ARM", "other": "IRN"}),
    }
    assert {row[0] for row in explorer.get("/api/cypher", params=asked).json()["rows"]} == shown


def test_the_query_behind_the_rivals_of_a_country_gives_its_pairs(explorer: httpx.Client) -> None:
    text = explorer.get("/country/TUR?lang=en").text
    behind = re.search(r'id="rivals-query"[^>]*>(.*?)</pre>', text, re.DOTALL)
    assert behind is not None
    assert ":param country =&gt; &#39;TUR&#39;" in behind[1]
    told = explorer.get("/api/rivals", params={"country": "TUR", "by": "pair"}).json()
    asked = explorer.get("/api/rival_outreach", params={"country": "TUR"}).json()
    pairs = {tuple(one["provinces"]): one["verdict"] for one in told["findings"]}
    assert (
        pairs.items() <= {(o["province"], o["other_province"]): o["verdict"] for o in asked["rows"]}.items()
    )


def test_a_fragment_is_one_panel(explorer: httpx.Client) -> None:
    text = explorer.get("/fragment/matrix?country=TUR&lang=fa").text
    assert text.lstrip().startswith("<section")
    assert 'data-panel="matrix"' in text


def test_hostile_names_are_text_on_every_page(tmp_path: Path) -> None:
    contents = make_hostile()
    batch = Batch.of([*contents.nodes.values(), *contents.relationships.values()])
    store, _ = create_store(tmp_path / "hostile.kgl", batch, by="test")
    store.close()
    with serve_store(tmp_path / "hostile.kgl") as client:
        for page in (
            "/",
            "/map",
            "/reports/rivals?by=pair",
            "/country/TUR",
            "/province/ZZ-0",
            "/search?q=script",
            "/region/TR-42",
            "/city/city:0",
            "/mission/m:1",
            "/source/source:x",
            "/evidence?country=TUR",
            "/ties?of=TUR",
            "/paths?start=ZZ-0&end=city:1",
            "/trial?province=ZZ-0&target=TUR&kind=memorandum&sectors=trade",
            "/reports/plan",
            "/meeting?item=country%3DTUR",
            "/meeting/show?item=country%3DTUR",
            "/meeting/minutes?item=country%3DTUR",
            "/canvas?start=TUR",
            "/cypher?query=MATCH (n:City) RETURN n.name AS name",
        ):
            for lang in ("en", "fa"):
                url = httpx.URL(page).copy_merge_params({"lang": lang})
                answer = client.get(url)
                assert answer.status_code == 200, answer.text
                assert not re.search(
                    r"<(?:script|img|svg)[^>]*(?:alert|onerror|onload)", answer.text, re.IGNORECASE
                )
                assert "javascript:" not in re.sub(r">[^<]*<", "><", answer.text)
        assert client.get("/api/overlaps").status_code == 200


@pytest.mark.parametrize("place", ["IQ-BA", "city:irn:yazd", "counterpart:irq:governor-of-erbil", "IR-04"])
def test_numbers_of_a_profile_lead_to_their_rows_which_are_all_of_them(
    place: str, explorer: httpx.Client
) -> None:
    whole = explorer.get("/ties", params={"of": place, "lang": "en"}).text
    rows = whole.partition("<tbody>")[2].count("<tr>")
    label = explorer.get(f"/api/graph/node/{place}").json()["label"].casefold()
    profile = explorer.get(f"/{label}/{place}", params={"lang": "en"}).text
    numbers = re.findall(r'<a href="(/ties\?[^"]+kind=[^"]+)">[^<]*<strong>(\d+)</strong>', profile)
    assert sum(int(count) for _, count in numbers) == rows > 0
    for address, count in numbers:
        page = explorer.get(address.replace("&amp;", "&")).text
        assert page.partition("<tbody>")[2].count("<tr>") == int(count)
    assert explorer.get("/ties", params={"of": place, "kind": "friendly"}).status_code == 404
