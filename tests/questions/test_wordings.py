"""Seven questions of a committee, as many people word them, in two languages, half-spaces or none."""

from __future__ import annotations

from datetime import date

import pytest

from graphmap.directory import Directory, Listing
from graphmap.questions.inflected import find_stem
from graphmap.questions.phrases import Read, read_phrase
from graphmap.questions.times import read_day
from graphmap.text import Name
from tests.questions.places import COMMON, TODAY

LABELS = ("Country", "Province", "Region", "City")
PLACES = (
    *COMMON,
    Listing("IR-06", "Province", Name("Khuzestan", "خوزستان")),
    Listing("IQ-AR", "Region", Name("Erbil", "اربیل"), ("Arbil",)),
    Listing("PK-SD", "Region", Name("Sindh", "سند")),
)
ABOVE = {"IQ-BA": "IRQ", "IQ-AR": "IRQ", "IR-21": "IRN", "IR-06": "IRN"}
KNOWN = Directory(PLACES, ABOVE, "IRN")

WHO_AND_SINCE = """
who is active in turkey besides us and when did they start
which other provinces work with Turkey, and since which year?
provinces in turkey since
who got to Turkey first
list of provinces with ties to Turkey and start dates
when did the provinces start with turkey
چه استان‌هایی با ترکیه رابطه دارند و از کی
چه استانهایی در تركيه هستند و از چه سالي
چه کسانی در ترکیه فعال‌اند و از چه زمانی
رقبای ما در ترکیه از کی آنجا هستند
چه استانی زودتر از همه به ترکیه رفته است
چه کسی دیگه تو ترکیه هست و از کی
"""
EMPTY_BORDER = """
where do we border someone and have nothing
border provinces without relations
which neighbours have we no tie with
unused borders
مرزهایی که رابطه ندارند
مرزهای بی‌رابطه
مرز های بی رابطه
کجا هم‌مرز هستیم ولی رابطه‌ای نداریم
در کدام مرز هیچ کاری نشده
كدام استان مرزي با همسايه رابطه ندارد
همسایه‌هایی که با آنها رابطه نداریم
"""
TRIED = """
should we sign with basra
who would we compete with in Basra
Basra: what would a new tie change
a new tie to Basra
رابطه ی جدید با بصره چه اثری دارد
رابطه تازه با بصره چه پیامدی دارد
پیامد رابطه با بصره
آیا با بصره امضا کنیم
"""
ENDING = """
what finishes before nowruz
deadlines before Nowruz
what is due before nowruz
which ties end before 21 March
تا عید چی تموم میشه
تا پایان سال چه سندهایی منقضی می‌شوند
چه سندی تا آخر سال اعتبار دارد
انقضا پیش از نوروز
مهلت کدام سند ها تا نوروز تمام می شود
"""
IN_CONTACT = """
who talks to erbil but has signed nothing
contacts with Erbil that have no paper
who visited Arbil without signing
informal contacts with Erbil
Erbil contacts no memorandum
تماس‌های بدون سند با اربیل
چه کسی با اربیل دیدار کرده ولی چیزی امضا نکرده
کدام استان‌ها با اربیل در تماس‌اند
ارتباط بی سند با اربیل
در اربیل چه کسی بدون تفاهم نامه رابطه دارد
تماس با اربیل بدون قرارداد
کی با اربیل در تماسه
"""
CONNECTED = """
how is Yazd related to Tbilisi
what do Yazd and Tbilisi have to do with each other
shortest path Yazd to Tbilisi
ways from Yazd to Tbilisi
پیوند یزد و تفلیس چیست
از یزد به تفلیس چه راهی هست
مسير يزد تا تفليس
"""
BELIEVED = """
what did we know in Farvardin
what did we think we knew last Farvardin
our picture as of last Farvardin
what did the database say last Farvardin
what had we recorded by last Farvardin
state of knowledge in Farvardin 1404
تصویر ما در فروردین گذشته چه بود
فروردین قبل چه اطلاعاتی داشتیم
در فروردین گذشته چه ثبت شده بود
فروردين گذشته چه ميدانستيم
"""
SEVEN: tuple[tuple[str, tuple[str, str, dict[str, str] | None]], ...] = (
    (WHO_AND_SINCE, ("question", "country_dossier", {"country": "TUR"})),
    (EMPTY_BORDER, ("question", "border_gaps", {})),
    (TRIED, ("trial", "", {"target": "IQ-BA"})),
    (ENDING, ("question", "expiring", {"before": "2026-03-21"})),
    (IN_CONTACT, ("question", "in_contact", {"region": "IQ-AR", "level": "region"})),
    (CONNECTED, ("path", "", None)),
    (BELIEVED, ("view", "", {"as_of": "2025-04-20", "believed_on": "2025-04-20"})),
)
WORDED = [(phrase, meant) for wordings, meant in SEVEN for phrase in wordings.strip().splitlines()]


def read(phrase: str) -> Read:
    """Read a phrase of somebody who knows these few places."""
    return read_phrase(phrase, KNOWN, LABELS, TODAY)


@pytest.mark.parametrize(("phrase", "meant"), WORDED)
def test_a_question_is_read_however_it_is_worded(
    phrase: str, meant: tuple[str, str, dict[str, str] | None]
) -> None:
    found = read(phrase)
    assert found.unread == ()
    assert [(one.kind, one.question, one.given) for one in found.readings] == [meant]


@pytest.mark.parametrize("phrase", ["what ends in May", "what would a tie with List do", "ties of Say"])
def test_what_may_be_a_name_or_a_month_is_never_passed_over(phrase: str) -> None:
    assert {"May", "List", "Say"} & set(read(phrase).unread)


def test_a_province_that_is_asked_for_rivals_is_no_country() -> None:
    (page,) = read("rivals of Yazd").readings
    assert (page.kind, page.ids) == ("thing", ("IR-21",))
    (view,) = read("rivals of Yazd in Turkey").readings
    assert (view.kind, view.given) == ("view", {"country": "TUR", "province": "IR-21"})


@pytest.mark.parametrize("phrase", ["first", "start", "known", "picture"])
def test_a_word_that_asks_for_nothing_by_itself_is_told(phrase: str) -> None:
    assert read(phrase) == Read((), (phrase,))


def test_a_form_of_a_word_is_read_as_it_but_never_as_a_name() -> None:
    assert [find_stem(word) for word in ("deadlined", "مرزهایی", "Yazd", "سندی")] == [
        "deadline",
        "مرز",
        "Yazd",
        "سندی",
    ]


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("21 March", date(2026, 3, 10), date(2026, 3, 21)),
        ("March 21", date(2026, 3, 21), date(2027, 3, 21)),
        ("۱۵ فروردین", TODAY, date(2026, 4, 4)),
        ("15 Farvardin 1404", TODAY, date(2025, 4, 4)),
        ("31 April", TODAY, None),
        ("0 April", TODAY, None),
        ("the new year", TODAY, date(2027, 1, 1)),
        ("آخر سال", TODAY, date(2026, 3, 21)),
    ],
)
def test_a_day_of_a_month_without_a_year_is_the_next(text: str, today: date, day: date | None) -> None:
    assert read_day(text, today) == day
