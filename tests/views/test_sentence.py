"""What a page says first of each choice: who competes with whom, who has ties, what is uncertain."""

from __future__ import annotations

from datetime import date

import pytest

from graphmap.language import load_language
from graphmap.views import Choice, PageData
from graphmap.views.sentence import write_sentences
from tests.municipal import hold_municipal
from tests.views.graphs import look_at, read_iran
from tests.views.test_page import plain

ENGLISH, PERSIAN = load_language("en"), load_language("fa")


@pytest.fixture(scope="module")
def whole() -> PageData:
    """Return what a page shows of the whole Iran sample."""
    return look_at(read_iran())


@pytest.mark.parametrize(
    ("choice", "english", "persian"),
    [
        (
            Choice("TUR"),
            "Türkiye: 13 ties of 10 provinces; the one bordering province, West Azerbaijan, has one too.",
            "ترکیه: ۱۳ رابطه با ۱۰ استان؛ تنها استان هم‌مرز (آذربایجان غربی) نیز رابطه دارد.",
        ),
        (
            Choice("IRQ"),
            "Iraq: 10 ties of 6 provinces; for none of the 5 bordering provinces is one recorded.",
            "عراق: ۱۰ رابطه با ۶ استان؛ برای هیچ‌یک از ۵ استان هم‌مرز رابطه‌ای ثبت نشده است.",
        ),
        (
            Choice("ARM"),
            "Armenia: 2 ties of 2 provinces; for the one bordering province, East Azerbaijan, none is "
            "recorded.",
            "ارمنستان: ۲ رابطه با ۲ استان؛ برای تنها استان هم‌مرز (آذربایجان شرقی) رابطه‌ای ثبت نشده است.",
        ),
        (
            Choice(province="IR-24"),
            "Ardabil: no tie is recorded; it borders 1 country.",
            "اردبیل: رابطه‌ای ثبت نشده است؛ با ۱ کشور هم‌مرز است.",
        ),
        (
            Choice("AZE", "IR-01"),
            "Gilan and Azerbaijan: no tie is recorded.",
            "گیلان و جمهوری آذربایجان: رابطه‌ای ثبت نشده است.",
        ),
        (
            Choice("CHN"),
            "China: 9 ties of 8 provinces; no province borders it.",
            "چین: ۹ رابطه با ۸ استان؛ هیچ استانی با آن هم‌مرز نیست.",
        ),
    ],
)
def test_the_sentence_says_exactly_who_has_ties(choice: Choice, english: str, persian: str) -> None:
    page = look_at(hold_municipal())
    assert english in write_sentences(page, ENGLISH, choice)
    assert persian in write_sentences(page, PERSIAN, choice)


HEADLINES = [
    (
        Choice(),
        "27 pairs of provinces are presumed rivals: Iraq (19), Uzbekistan (6), Russia (1) and "
        "Turkmenistan (1).",
        "۲۷ جفت استان با فرض تداوم رقیب یکدیگرند: عراق (۱۹)، ازبکستان (۶)، روسیه (۱) و ترکمنستان (۱).",
    ),
    (
        Choice("IRQ"),
        "Iraq: 7 provinces are presumed rivals (19 pairs): Ilam, Kermanshah, Khuzestan, Kurdistan, Qazvin, "
        "Tehran and West Azerbaijan.",
        "عراق: ۷ استان با فرض تداوم رقیب یکدیگرند (۱۹ جفت): آذربایجان غربی، ایلام، تهران، خوزستان، قزوین، "
        "کردستان و کرمانشاه.",
    ),
    (
        Choice(province="IR-04"),
        "West Azerbaijan has 5 presumed rivals: Iraq (Ilam, Khuzestan, Kurdistan, Qazvin and Tehran).",
        "آذربایجان غربی با فرض تداوم ۵ رقیب دارد: عراق (ایلام، تهران، خوزستان، قزوین و کردستان).",
    ),
    (
        Choice("IRQ", "IR-04"),
        "West Azerbaijan in Iraq: presumed rivals are Ilam, Khuzestan, Kurdistan, Qazvin and Tehran.",
        "آذربایجان غربی در عراق: با فرض تداوم، رقیب ایلام، تهران، خوزستان، قزوین و کردستان.",
    ),
    (
        Choice(province="IR-04", other="IR-23"),
        "West Azerbaijan and Tehran: presumed rivalry in Iraq.",
        "آذربایجان غربی و تهران: رقابت با فرض تداوم در عراق.",
    ),
    (
        Choice("IRQ", sector="culture"),
        "In the sector “culture”: Iraq: 4 provinces are presumed rivals (3 pairs): Kermanshah, Kurdistan, "
        "Tehran and West Azerbaijan.",
        "در حوزهٔ «فرهنگ»: عراق: ۴ استان با فرض تداوم رقیب یکدیگرند (۳ جفت): آذربایجان غربی، تهران، "
        "کردستان و کرمانشاه.",
    ),
]
"""What the page of the whole Iran sample says first, for each kind of choice (P3: who competes with whom)."""


@pytest.mark.parametrize(("choice", "english", "persian"), HEADLINES)
def test_the_sentence_names_first_who_competes_with_whom(
    whole: PageData, choice: Choice, english: str, persian: str
) -> None:
    assert plain(write_sentences(whole, ENGLISH, choice)[0]) == english
    assert plain(write_sentences(whole, PERSIAN, choice)[0]) == persian


def test_two_provinces_are_told_what_they_share_and_what_sets_them_apart(whole: PageData) -> None:
    lines = [plain(line) for line in write_sentences(whole, ENGLISH, Choice(province="IR-04", other="IR-23"))]
    assert lines[1] == (
        "Iraq: presumed rivalry; trade, tourism, production and culture; both since May 2025, uncertain; "
        "met at Governor of Erbil; West Azerbaijan was there first."
    )
    assert "Both have ties with 3 of 19 countries: China, Iraq and Türkiye." in lines
    assert "West Azerbaijan alone: Azerbaijan and Bulgaria." in lines
    assert write_sentences(whole, ENGLISH, Choice(province="IR-24", other="IR-30"))[0].endswith(
        "no country is recorded in which both have a tie."
    )


def test_what_is_uncertain_stands_in_one_line_with_its_basis(whole: PageData) -> None:
    assert plain(write_sentences(whole, ENGLISH, Choice("IRQ"))[-1]) == (
        "Basis: 37 ties; 13 without a date; 11 without a sector; 31 presumed to go on for 5 years after the "
        "last sign of life; 6 of which it is not certain that they hold; beside them 34 visits, talks and "
        "proposals, not counted; from 23 sources."
    )
    page = look_at(hold_municipal())
    assert {tie.certainty for tie in page.ties} == {"presumed"}
    assert plain(write_sentences(page, ENGLISH)[-1]) == (
        "Basis: 101 ties; none with a date; none with a sector; each presumed to go on for 5 years after its "
        "last sign of life; from Wikipedia, lists of twin towns and sister cities."
    )
    later = look_at(hold_municipal(), date(2032, 1, 1))
    assert "it is not certain that any of them holds" in write_sentences(later, ENGLISH)[-1]
    assert "برقرار بودن هیچ‌یک از آن‌ها قطعی نیست" in write_sentences(later, PERSIAN)[-1]
    whole_history = look_at(hold_municipal(), None)
    assert "presumed" not in write_sentences(whole_history, ENGLISH)[-1]
