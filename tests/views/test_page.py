"""What the page says: counts held against the published lists, sentences, choices, missing shapes."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from graphmap.errors import ViewError, WritingRefused
from graphmap.language import load_language
from graphmap.store.snapshot import build_snapshot
from graphmap.views import Choice, gather_page_data, write_map
from graphmap.views.chart import make_chart
from graphmap.views.dress import hash_for_policy, write_facts
from graphmap.views.make import say_findings
from graphmap.views.page import render_map
from graphmap.views.sentence import write_sentences
from graphmap.views.wording import Wanted
from tests.municipal import hold_municipal
from tests.views.graphs import DAY, look_at, make_hostile, make_many

ENGLISH, PERSIAN = load_language("en"), load_language("fa")


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


@pytest.mark.parametrize(
    ("choice", "english", "persian"),
    [
        (
            ("TUR", "", ""),
            "Türkiye: 13 ties of 10 provinces; the one bordering province, West Azerbaijan, has one too.",
            "ترکیه: ۱۳ رابطه با ۱۰ استان؛ تنها استان هم‌مرز (آذربایجان غربی) نیز رابطه دارد.",
        ),
        (
            ("IRQ", "", ""),
            "Iraq: 10 ties of 6 provinces; for none of the 5 bordering provinces is one recorded.",
            "عراق: ۱۰ رابطه با ۶ استان؛ برای هیچ‌یک از ۵ استان هم‌مرز رابطه‌ای ثبت نشده است.",
        ),
        (
            ("ARM", "", ""),
            "Armenia: 2 ties of 2 provinces; for the one bordering province, East Azerbaijan, none is "
            "recorded.",
            "ارمنستان: ۲ رابطه با ۲ استان؛ برای تنها استان هم‌مرز (آذربایجان شرقی) رابطه‌ای ثبت نشده است.",
        ),
        (
            ("", "IR-24", ""),
            "Ardabil: no tie is recorded; it borders 1 country.",
            "اردبیل: رابطه‌ای ثبت نشده است؛ با ۱ کشور هم‌مرز است.",
        ),
        (
            ("AZE", "IR-01", ""),
            "Gilan and Azerbaijan: no tie is recorded.",
            "گیلان و جمهوری آذربایجان: رابطه‌ای ثبت نشده است.",
        ),
        (
            ("CHN", "", ""),
            "China: 9 ties of 8 provinces; no province borders it.",
            "چین: ۹ رابطه با ۸ استان؛ هیچ استانی با آن هم‌مرز نیست.",
        ),
        (
            ("IRQ", "IR-10", ""),
            None,
            None,
        ),
    ],
)
def test_the_sentence_says_it_exactly(
    choice: tuple[str, str, str], english: str | None, persian: str | None
) -> None:
    page = look_at(hold_municipal())
    if english is None:
        assert all(write_sentences(page, one, *choice) for one in (ENGLISH, PERSIAN))
        return
    assert write_sentences(page, ENGLISH, *choice)[0] == english
    assert write_sentences(page, PERSIAN, *choice)[0] == persian


def test_that_ties_hold_by_presumption_or_not_surely_is_said_from_their_certainty() -> None:
    page = look_at(hold_municipal())
    assert {tie.certainty for tie in page.ties} == {"presumed"}
    assert write_sentences(page, ENGLISH)[-2:] == [
        "None of these ties has a date.",
        "No source tells that they still hold on this day: each is presumed to go on for 5 years after its "
        "last sign of life.",
    ]
    assert write_sentences(page, PERSIAN)[-2:] == [
        "تاریخ این روابط در منبع نیامده است.",
        "برقراری همهٔ آن‌ها با فرض تداوم اعتبار سند تا ۵ سال پس از آخرین نشانه است.",
    ]
    later = look_at(hold_municipal(), date(2032, 1, 1))
    assert write_sentences(later, ENGLISH)[-1] == "It is not certain that any of them holds."
    assert write_sentences(later, PERSIAN)[-1] == "برقرار بودن هیچ‌یک از آن‌ها قطعی نیست."


def test_what_a_list_without_a_claim_lacks_cannot_be_told_and_its_note_says_why() -> None:
    page = look_at(hold_municipal())
    english, persian = (write_sentences(page, one, "IRQ")[-3:] for one in (ENGLISH, PERSIAN))
    assert english[:2] == [
        "No mission of Iran there and none of Iraq in Iran is recorded.",
        "Whether there is a mission cannot be told from these data: "
        "no source here claims to list all such missions.",
    ]
    assert "16 November 2022" in english[2]
    assert "lacks others (Iraq, Syria," in english[2]
    assert persian[:2] == [
        "نمایندگی‌ای از ایران در آنجا و از عراق در ایران ثبت نشده است.",
        "با داده‌های موجود نمی‌توان گفت نمایندگی‌ای هست یا نه: هیچ منبعی مدعی فهرست کامل نمایندگی‌ها نیست.",
    ]
    assert persian[2].startswith("توضیح منبع، ویکی‌داده، نمایندگی‌های دیپلماتیک، به تاریخ ۲۵ آبان ۱۴۰۱")
    one_way = replace(page, missions=tuple(one for one in page.missions if one.sender == "IRN"))
    assert write_sentences(one_way, ENGLISH, "CHN")[-4:-2] == [
        "Missions of Iran there: embassy in Beijing "
        "(status not known, as of 16 November 2022 (25 Aban 1401), 4 years before).",
        "No mission of China in Iran is recorded.",
    ]
    assert write_sentences(page, PERSIAN, "CHN")[-2] == (
        "نمایندگی‌های ایران در آنجا: سفارت (پکن)؛ وضعیت نامعلوم، بر پایهٔ اطلاع ۲۵ آبان ۱۴۰۱ (۱۶ نوامبر ۲۰۲۲)، "
        "۴ سال پیش از تاریخ گزارش."
    )


def test_each_line_of_the_sentences_says_its_own() -> None:
    contents = hold_municipal()
    snapshot = build_snapshot(contents)
    page = gather_page_data(snapshot, DAY, findings=say_findings(snapshot, DAY))
    english, persian = (write_sentences(page, one, "IRQ") for one in (ENGLISH, PERSIAN))
    assert english[3] == (
        "Possible rivalry, since no tie names its sector; all ties were made by cities; no tie is dated."
    )
    for lines in (english, persian):
        assert len({line.split(":")[0] for line in lines}) == len(lines)
        assert not [line for line in lines[1:] if line.startswith(("Iraq", "عراق"))]


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
    assert write_sentences(page, ENGLISH, "IND")[:2] == [
        "India: no tie is recorded; no province borders it.",
        "Wikipedia, lists of twin towns and sister cities, as of 8 February 2026 (19 Bahman 1404) claims to "
        "list all of some kinds and has none (sister city); of others the data cannot tell.",
    ]
    assert write_sentences(page, PERSIAN, "IND")[0] == (
        "هند: رابطه‌ای ثبت نشده است؛ هیچ استانی با آن هم‌مرز نیست."
    )
    text = render_map(page, "en")
    assert '<p data-sentence aria-live="polite">India: no tie is recorded;' in text
    assert "An empty cell: no tie is recorded; whether there is one, these data cannot tell." in text


def test_where_no_border_is_recorded_none_is_denied() -> None:
    page = look_at(make_hostile())
    assert "no province borders it" not in " ".join(write_sentences(page, ENGLISH, "IRQ"))
    assert "no border with it is recorded." in write_sentences(page, ENGLISH, "IRQ")[0]
    assert "مرزی با آن ثبت نشده است." in write_sentences(page, PERSIAN, "IRQ")[0]
    bare = replace(page, borders={})
    assert "no borders are recorded." in write_sentences(bare, ENGLISH, "IRQ")[0]
    assert "اطلاعات مرزی ثبت نشده است." in write_sentences(bare, PERSIAN, "IRQ")[0]


def test_a_page_opens_with_its_choice_even_without_script() -> None:
    text = render_map(look_at(hold_municipal(), choice=Choice(country="TUR")), "en")
    assert '<p data-sentence aria-live="polite">Türkiye: 13 ties' in text


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(WritingRefused, match="no-such-folder"):
        write_map(look_at(make_hostile()), tmp_path / "no-such-folder" / "page.html")


def test_the_same_graph_gives_the_same_page() -> None:
    assert render_map(look_at(make_hostile(), DAY)) == render_map(look_at(make_hostile(), DAY))


def test_many_ties_are_drawn_together_and_the_page_says_what_it_leaves_out() -> None:
    page = look_at(make_many(1200))
    text = render_map(page, "en")
    assert len(page.ties) == 1200
    assert text.count("data-index=") == 1000
    assert "The page holds 1,200 ties; the table lists the first 1,000." in text
    assert 'class="city"' not in text.split('class="label')[0] or text.count('class="city"') <= len(
        page.countries
    )
    assert len(text.encode("utf-8")) < 2_000_000
