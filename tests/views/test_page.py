"""What the page says: counts held against the published lists, choices, missing shapes, evidence."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from markupsafe import escape

from graphmap.errors import ViewError, WritingRefused
from graphmap.language import load_language
from graphmap.schema import Tie, validated
from graphmap.views import Choice, write_map
from graphmap.views.chart import make_chart
from graphmap.views.dress import hash_for_policy, pack_facts, unpack_facts, write_facts
from graphmap.views.facts import gather_facts
from graphmap.views.marks import draw_mark
from graphmap.views.page import render_fragment, render_map
from graphmap.views.panel import Scene
from graphmap.views.sentence import write_sentences
from graphmap.views.sources import draw_sources
from graphmap.views.wording import Wanted, choose_wording
from tests.municipal import hold_municipal
from tests.views.graphs import DAY, fill, look_at, make_hostile, make_many
from tests.views.test_drawings import SOURCE, make_places

ENGLISH, PERSIAN = load_language("en"), load_language("fa")


def plain(text: str) -> str:
    """Return a text without the marks round its names."""
    return re.sub("[\u2066-\u2069]", "", text)


def test_ties_and_borders_are_those_of_the_published_lists(data_folder: Path) -> None:
    with (data_folder / "iran_sample" / "twin_city_ties.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    # 3 of the 106 rows name a place in Iran, and 2 say again what another row says.
    assert len(rows) == 106
    codes = {"PSX": "PSE", "CYN": "CYP"}  # codes of the source that are not ISO
    foreign = {
        (row["province_iso"], codes.get(row["foreign_adm0_a3"], row["foreign_adm0_a3"]))
        for row in rows
        if row["foreign_country"] != "Iran"
    }
    page = look_at(hold_municipal())
    assert len(page.ties) == 101
    assert {(tie.province, tie.country) for tie in page.ties} == foreign
    with (data_folder / "iran_sample" / "border_dyads.csv").open(encoding="utf-8") as file:
        dyads = list(csv.DictReader(file))
    assert sum(map(len, page.borders.values())) == len(dyads) == 45
    assert len({province for province, _ in page.borders}) == len({dyad["province_iso"] for dyad in dyads})


def test_what_a_list_without_a_claim_lacks_cannot_be_told_and_its_note_says_why() -> None:
    page = look_at(hold_municipal())
    english, persian = (write_sentences(page, one, Choice("IRQ"))[-4:-1] for one in (ENGLISH, PERSIAN))
    assert english[:2] == [
        "No mission of Iran there and none of Iraq in Iran is recorded.",
        "Whether there is a mission cannot be told from these data: "
        "no source here claims to list all such missions.",
    ]
    assert "16 November 2022" in english[2]
    assert "lacks others (Iraq, Syria," in english[2]
    assert persian[:2] == [
        "نمایندگی‌ای از ایران در آنجا و از عراق در ایران ثبت نشده است.",
        "با داده‌های موجود نمی‌توان گفت نمایندگی‌ای هست یا نه: هیچ منبعی مدعی ارائهٔ فهرست کامل نمایندگی‌ها نیست.",
    ]
    assert persian[2].startswith("توضیح منبع، ویکی‌داده، نمایندگی‌های دیپلماتیک، به تاریخ ۲۵ آبان ۱۴۰۱")
    one_way = replace(page, missions=tuple(one for one in page.missions if one.sender == "IRN"))
    assert write_sentences(one_way, ENGLISH, Choice("CHN"))[-5:-3] == [
        "Missions of Iran there: embassy in Beijing "
        "(status not known, as of 16 November 2022 (25 Aban 1401), 4 years before).",
        "No mission of China in Iran is recorded.",
    ]
    assert write_sentences(page, PERSIAN, Choice("CHN"))[-3] == (
        "نمایندگی‌های ایران در آنجا: سفارت (پکن)؛ وضعیت نامعلوم، بر پایهٔ اطلاع ۲۵ آبان ۱۴۰۱ (۱۶ نوامبر ۲۰۲۲)، "
        "۴ سال پیش از تاریخ گزارش."
    )


def test_ties_that_do_not_hold_on_the_day_are_left_out_and_counted() -> None:
    hostile = make_hostile()
    assert len(look_at(hostile, None).ties) == 6
    early = look_at(hostile, date(2010, 1, 1))
    assert (len(early.ties), early.left_out) == (0, 6)
    assert "6 ties that do not hold on this day are left out." in render_map(early, "en")
    assert "[possible]" not in render_map(early, "en")


@pytest.mark.parametrize(("lang", "root"), [("en", 'lang="en" dir="ltr"'), ("fa", 'lang="fa" dir="rtl"')])
def test_a_page_in_one_language_holds_no_twin(lang: Wanted, root: str) -> None:
    text = render_map(look_at(make_hostile()), lang)
    assert f"<html {root}>" in text
    assert not re.search('class="[^"]*in-(en|fa)', text)
    assert "data-lang-switch" not in text.split("<script>")[0]


def test_the_policy_names_the_very_script_and_style_of_the_page() -> None:
    text = render_map(look_at(make_hostile()), "en")
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    said = policy.group(1).replace("&#39;", "'")
    assert said.startswith("default-src 'none'; ")
    assert hash_for_policy(script) in said
    assert hash_for_policy(style) in said


def test_facts_survive_the_script_element_whole() -> None:
    facts = {"name": "</script><!--&\u2028"}
    written = str(write_facts(facts))
    assert not set("<>&\u2028") & set(written)
    assert json.loads(written) == facts


def test_what_a_page_carries_packed_holds_no_mark_of_html_and_comes_out_whole() -> None:
    facts = {"name": "</script><!--&\u2028 شهر", "ties": [1, -1, 0.5, None, True]}
    packed = str(pack_facts(facts))
    assert re.fullmatch(r"[^<>&\s'\"]+", packed)
    assert unpack_facts(packed) == facts
    many = str(pack_facts({"ties": [[number % 7, 3, 5] for number in range(5000)]}))
    assert len(many) < 5000


def test_a_home_without_shapes_is_drawn_as_points_and_says_so() -> None:
    chart = make_chart(look_at(make_hostile()))
    assert (chart.note, chart.missing) == ("map-no-shapes", 0)
    text = render_map(look_at(make_hostile()), "en")
    assert len(re.findall(r'class="province home-\d with point"', text)) == 3
    assert "its provinces are squares, drawn by their coordinates" in text


def test_a_home_without_shapes_and_places_says_that() -> None:
    page = look_at(make_hostile(placed=False))
    assert make_chart(page).note == "map-no-points"
    assert "they cannot be drawn" in render_map(page, "en")


def test_a_choice_that_leads_nowhere_names_what_is_there() -> None:
    with pytest.raises(ViewError, match=r"XXX is no foreign country of this graph.*TUR"):
        look_at(hold_municipal(), choice=Choice(country="XXX"))
    with pytest.raises(ViewError, match=r"IRN is no foreign country"):
        look_at(hold_municipal(), choice=Choice(country="IRN"))
    with pytest.raises(ViewError, match=r"IR-99 is no province.*IR-03"):
        look_at(hold_municipal(), choice=Choice(province="IR-99"))
    with pytest.raises(ViewError, match="no tie names a sector"):
        look_at(hold_municipal(), choice=Choice(sector="trade"))


def test_every_country_can_be_asked_about_and_that_nothing_is_recorded_is_an_answer() -> None:
    page = look_at(hold_municipal(), choice=Choice(country="IND"))
    assert "IND" in page.countries
    assert write_sentences(page, ENGLISH, Choice("IND"))[:2] == [
        "India: no tie is recorded; no province borders it.",
        "Wikipedia, lists of twin towns and sister cities, as of 8 February 2026 (19 Bahman 1404) claims to "
        "list all of some kinds and has none (sister city); of others the data cannot tell.",
    ]
    assert write_sentences(page, PERSIAN, Choice("IND"))[0] == (
        "هند: رابطه‌ای ثبت نشده است؛ هیچ استانی با آن هم‌مرز نیست."
    )
    text = render_map(page, "en")
    assert '<p data-sentence aria-live="polite">India: no tie is recorded;' in text
    assert "An empty cell: no tie is recorded; whether there is one, these data cannot tell." in text


def test_where_no_border_is_recorded_none_is_denied() -> None:
    page = look_at(make_hostile())
    assert "no province borders it" not in " ".join(write_sentences(page, ENGLISH, Choice("IRQ")))
    assert "no border with it is recorded." in " ".join(write_sentences(page, ENGLISH, Choice("IRQ")))
    assert "مرزی با آن ثبت نشده است." in " ".join(write_sentences(page, PERSIAN, Choice("IRQ")))
    bare = replace(page, borders={})
    assert "no borders are recorded." in " ".join(write_sentences(bare, ENGLISH, Choice("IRQ")))
    assert "اطلاعات مرزی ثبت نشده است." in " ".join(write_sentences(bare, PERSIAN, Choice("IRQ")))


def test_a_page_opens_with_its_choice_even_without_script() -> None:
    text = render_map(look_at(hold_municipal(), choice=Choice(country="TUR")), "en")
    said = "Türkiye: no rivalry is certain or presumed;"
    assert f'<p data-sentence aria-live="polite">{draw_mark("possible")}{said}' in text


def test_an_empty_store_says_what_it_holds_and_what_to_do_next() -> None:
    page = look_at(make_many(0))
    english, persian = (render_map(page, code) for code in ("en", "fa"))
    assert (len(page.provinces), len(page.ties)) == (20, 0)
    for text, one in ((english, ENGLISH), (persian, PERSIAN)):
        for said in (one.words("page-empty", provinces=20), one.words("page-empty-advice")):
            assert str(escape(plain(said))) in plain(text)
    assert "20 provinces" in plain(english)
    assert "0 provinces" not in plain(english).replace("20 provinces", "")


def test_evidence_says_once_what_all_rows_say_alike() -> None:
    page = look_at(hold_municipal())
    drawn = render_fragment("evidence", page, "en")
    assert plain(drawn).count("Wikipedia, lists of twin towns") == 1
    assert plain(drawn).count("sister city") == 1
    few = replace(page, ties=page.ties[:2])
    assert render_fragment("evidence", few, "en").count("sister city") == 2


def test_a_last_sign_is_said_no_more_exactly_than_the_data_say_it() -> None:
    """A tie attested in March 2024 was not seen on its first day; one of a joint act lives by the act."""
    given = {"from_id": "ZZ-1", "to_id": "TUR", "kind": "agreement", "sources": SOURCE}
    page = look_at(
        fill(
            [
                *make_places(2),
                validated(Tie, **given, document="one", since="2019", attested=("2024-03",)),
                validated(Tie, **given, document="two", since="1398"),
                validated(Tie, **{**given, "from_id": "ZZ-2"}, document="two", since="2022-07?"),
                validated(Tie, **{**given, "kind": "visit"}, since="2025-04"),
            ]
        )
    )
    facts = gather_facts(Scene(page, choose_wording("both")))
    said = [facts["dates"][row.last_sign] if row.last_sign >= 0 else None for row in facts["ties"]]
    signs = [
        ("2024-03-01", "March 2024", "اسفند ۱۴۰۲ یا فروردین ۱۴۰۳ (مارس ۲۰۲۴)"),
        ("2022-06-01", "July 2022, uncertain", "تیر یا مرداد ۱۴۰۱ (ژوئیه ۲۰۲۲)، نامطمئن"),
    ]
    assert said == [signs[0], signs[1], signs[1], None]
    drawn = plain(render_fragment("evidence", page, "both"))
    assert all(text in drawn for _, *texts in signs for text in texts)


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(WritingRefused, match="no-such-folder"):
        write_map(look_at(make_hostile()), tmp_path / "no-such-folder" / "page.html")


def test_the_same_graph_gives_the_same_page() -> None:
    assert render_map(look_at(make_hostile(), DAY)) == render_map(look_at(make_hostile(), DAY))


def test_many_ties_are_drawn_together_and_the_page_says_what_it_leaves_out() -> None:
    page = look_at(make_many(1200))
    text = render_map(page, "en")
    assert len(page.ties) == 1200
    (evidence,) = re.findall('<section class="panel" data-panel="evidence".*?</section>', text, re.DOTALL)
    assert evidence.count("<tr>") == 1
    assert '<noscript><p class="quiet">1,200 ties: their rows are drawn by the script of the page' in text
    assert 'class="city"' not in text.split('class="label')[0] or text.count('class="city"') <= len(
        page.countries
    )
    assert len(text.encode("utf-8")) < 1_000_000
    assert len(re.findall("<[a-z]", text)) < 8_000


def test_a_source_says_its_note_in_the_language_of_the_page() -> None:
    page = look_at(hold_municipal())
    noted = [source for source in page.sources if source.note.fa]
    persian, english = (draw_sources(page, choose_wording(code)) for code in ("fa", "en"))

    assert noted
    assert all(escape(source.note.fa) in persian for source in noted)
    assert not any(escape(source.note.en) in persian for source in noted)
    assert all(escape(source.note.en) in english for source in noted)
