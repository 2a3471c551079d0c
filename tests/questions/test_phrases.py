"""A phrase of a search is read in both languages alike; what is not read is told, and nothing is guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmap.directory import Directory, Listing
from graphmap.questions.catalogue import list_captions, load_question
from graphmap.questions.misspelt import mend_words
from graphmap.questions.phrases import read_phrase
from graphmap.questions.times import read_day
from graphmap.questions.vocabulary import PATH_WORDS, TOPICS
from graphmap.text import Name
from tests.questions.places import COMMON, TODAY

LABELS = ("Country", "Province", "Region", "City", "Counterpart")
PLACES = (
    *COMMON,
    Listing("IR-25", "Province", Name("Qom", "قم")),
    Listing("IR-09", "Province", Name("Razavi Khorasan", "خراسان رضوی")),
    Listing("city:yazd", "City", Name("Yazd", "یزد")),
)
IN_BASRA = {"level": "region", "region": "IQ-BA"}
KNOWN = Directory(PLACES, {"IQ-BA": "IRQ", "city:yazd": "IR-21", "IR-21": "IRN", "IR-25": "IRN"}, "IRN")


@pytest.mark.parametrize(
    ("phrase", "question", "asked"),
    [
        ("rivals Turkey tourism", "rivals", {"country": "TUR", "sector": "tourism"}),
        ("tourism, rivalry in Türkiye?", "rivals", {"country": "TUR", "sector": "tourism"}),
        ("رقابت ترکیه گردشگری", "rivals", {"country": "TUR", "sector": "tourism"}),
        ("رقابت در تركيه", "rivals", {"country": "TUR"}),
        ("who else in Turkey", "rivals", {"country": "TUR"}),
        ("borders without ties", "border_gaps", {}),
        ("مرزهای بدون رابطه", "border_gaps", {}),
        ("border gaps Qom", "border_gaps", {"province": "IR-25"}),
        ("ends before Nowruz", "expiring", {"before": "2026-03-21"}),
        ("before Nowruz", "expiring", {"before": "2026-03-21"}),
        ("پایان تا نوروز", "expiring", {"before": "2026-03-21"}),
        ("ends by 1405/02/01 Turkey", "expiring", {"before": "2026-04-21", "country": "TUR"}),
        ("پایان تا ۱۴۰۵/۰۲/۰۱", "expiring", {"before": "2026-04-21"}),
        ("rivals Turkey on 2024-05-01", "rivals", {"country": "TUR", "as_of": "2024-05-01"}),
        ("in contact with Iraq without a document", "in_contact", {"country": "IRQ"}),
        ("در ارتباط با عراق بدون سند", "in_contact", {"country": "IRQ"}),
        ("who is in contact with Basra without a document", "in_contact", IN_BASRA),
        ("چه کسی بدون سند با بصره در تماس است", "in_contact", IN_BASRA),
        ("who else is in Turkey and since when", "country_dossier", {"country": "TUR"}),
        ("چه کسی دیگر در ترکیه است و از چه زمانی", "country_dossier", {"country": "TUR"}),
        ("چه کسانی در ترکیه هستند و از کی؟", "country_dossier", {"country": "TUR"}),
        ("Qom since when", "province_ties", {"province": "IR-25"}),
        ("which border has nothing", "border_gaps", {}),
        ("کدام مرز هیچ رابطه‌ای ندارد", "border_gaps", {}),
        ("what ends before Nowruz?", "expiring", {"before": "2026-03-21"}),
        ("چه چیزی پیش از نوروز پایان می‌یابد؟", "expiring", {"before": "2026-03-21"}),
        ("پیش از نوروز پایان می یابد", "expiring", {"before": "2026-03-21"}),
        ("what ends before Mehr", "expiring", {"before": "2026-09-23"}),
        (
            "rivals Turkey as believed last Farvardin",
            "rivals",
            {"country": "TUR", "as_of": "2025-04-20", "believed_on": "2025-04-20"},
        ),
        ("overlap cities", "overlaps", {"level": "city"}),
        ("dossier Iraq", "country_dossier", {"country": "IRQ"}),
        ("which provinces are in Turkey", "province_ties", {"country": "TUR"}),
        ("whos in Turkiye since which year", "country_dossier", {"country": "TUR"}),
        ("کی‌ها توی تركيه هستند و از چه سالی", "country_dossier", {"country": "TUR"}),
        ("which other provinces work with Turkey", "rivals", {"country": "TUR"}),
        ("در كدام مرز هيچ رابطه اي نداريم", "border_gaps", {}),
        ("what ends before norooz", "expiring", {"before": "2026-03-21"}),
        ("چه چيزي پيش از نوروز پايان مي يابد", "expiring", {"before": "2026-03-21"}),
        ("تا عید نوروز چه قراردادهایی تمام می شود", "expiring", {"before": "2026-03-21"}),
        ("who is in touch with Basra but has no document", "in_contact", IN_BASRA),
        ("چه استانی بدون سند با بصره در تماس است", "in_contact", IN_BASRA),
        ("چه استان‌هایی با ترکیه رابطه دارند؟", "province_ties", {"country": "TUR"}),
        ("which borders have no contact", "border_gaps", {}),
        ("در کدام مرز هیچ چیز نیست", "border_gaps", {}),
        ("who meets Basra without agreement", "in_contact", IN_BASRA),
        ("چه کسانی با بصره ارتباط دارند ولی سند ندارند", "in_contact", IN_BASRA),
        ("چه سندی قبل از عید تمام می‌شود", "expiring", {"before": "2026-03-21"}),
    ],
)
def test_a_question_in_a_few_words_is_read_as_its_declaration_says(
    phrase: str, question: str, asked: dict[str, str]
) -> None:
    read = read_phrase(phrase, KNOWN, LABELS, TODAY)
    assert read.is_clear, read
    (reading,) = read.readings
    assert (reading.kind, reading.question, reading.given) == ("question", question, asked)


@pytest.mark.parametrize("phrase", ["Qom and Razavi Khorasan", "قم و خراسان رضوی", "Khorasan-e Razavi Qom"])
def test_two_provinces_ask_for_the_view_of_both(phrase: str) -> None:
    read = read_phrase(phrase, KNOWN, LABELS, TODAY)
    if "Khorasan-e" in phrase:
        assert read.unread == ("khorasan", "e", "Razavi")
        return
    assert [(one.kind, one.given) for one in read.readings] == [("view", {"province": "IR-25*IR-09"})]


def test_a_province_a_country_and_a_sector_ask_for_their_view() -> None:
    read = read_phrase("Qom Turkey trade", KNOWN, LABELS, TODAY)
    assert [one.given for one in read.readings] == [
        {"country": "TUR", "province": "IR-25", "sector": "trade"}
    ]


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("what did we believe last Farvardin", "2025-04-20"),
        ("فروردین گذشته چه می‌دانستیم", "2025-04-20"),
        ("در فروردین ۱۴۰۳ چه باوری داشتیم", "2024-04-19"),
        ("what did we know a year ago", "2025-02-08"),
        ("known on 2025-12", "2025-12-31"),
        ("what did we think last year", "2025-12-31"),
        ("پارسال چه فکر می‌کردیم", "2025-03-20"),
    ],
)
def test_what_was_known_on_a_day_is_the_view_of_that_day_as_then_known(phrase: str, day: str) -> None:
    read = read_phrase(phrase, KNOWN, LABELS, TODAY)
    assert read.is_clear, read
    assert [(one.kind, one.given) for one in read.readings] == [("view", {"as_of": day, "believed_on": day})]


@pytest.mark.parametrize(
    ("phrase", "given"),
    [
        ("what would a tie with Basra do", {"target": "IQ-BA"}),
        ("رابطه با بصره چه اثری دارد", {"target": "IQ-BA"}),
        ("اگر قم با بصره رابطه داشته باشد", {"target": "IQ-BA", "province": "IR-25"}),
        (
            "what if Qom signed with Iraq for trade",
            {"province": "IR-25", "target": "IRQ", "sectors": "trade"},
        ),
        ("what happens if we sign with Basra", {"target": "IQ-BA"}),
        ("پیوند با بصره چه تأثیری دارد", {"target": "IQ-BA"}),
        ("sign a memorandum with Basra", {"target": "IQ-BA", "kind": "memorandum"}),
        ("اگر با بصره تفاهم‌نامه امضا کنیم چه می‌شود", {"target": "IQ-BA", "kind": "memorandum"}),
    ],
)
def test_what_a_tie_would_do_is_a_trial_with_what_was_named(phrase: str, given: dict[str, str]) -> None:
    read = read_phrase(phrase, KNOWN, LABELS, TODAY)
    assert read.is_clear, read
    assert [(one.kind, one.given) for one in read.readings] == [("trial", given)]


def test_a_trial_needs_a_place_abroad() -> None:
    assert read_phrase("what would a tie with Qom do", KNOWN, LABELS, TODAY).readings == ()


def test_a_day_beside_a_name_is_not_lost() -> None:
    (reading,) = read_phrase("Turkey on 2024-05-01", KNOWN, LABELS, TODAY).readings
    assert (reading.kind, reading.given) == ("view", {"country": "TUR", "as_of": "2024-05-01"})


@pytest.mark.parametrize(
    "phrase",
    [
        "path Yazd Tbilisi",
        "Yazd to Tbilisi",
        "یزد تفلیس",
        "what connects Yazd with Tbilisi",
        "مسیر یزد تفلیس",
        "how are Yazd and Tbilisi connected",
        "یزد و تفلیس چه ارتباطی دارند",
        "یزد و تفلیس چگونه به هم پیوند دارند",
    ],
)
def test_how_two_are_connected_is_asked_of_each_that_bears_the_name(phrase: str) -> None:
    read = read_phrase(phrase, KNOWN, LABELS, TODAY)
    assert [one.ids for one in read.readings] == [("IR-21", "city:tbilisi"), ("city:yazd", "city:tbilisi")]
    assert {one.kind for one in read.readings} == {"path"}
    assert not read.is_clear


def test_a_name_alone_is_what_bears_it_and_two_are_a_choice() -> None:
    assert [one.ids for one in read_phrase("عراق", KNOWN, LABELS, TODAY).readings] == [("IRQ",)]
    yazd = read_phrase("Yazd", KNOWN, LABELS, TODAY)
    assert [one.ids for one in yazd.readings] == [("IR-21",), ("city:yazd",)]
    assert not yazd.is_clear


def test_a_place_that_a_question_does_not_take_stands_for_its_country_and_says_so() -> None:
    (reading,) = read_phrase("rivals Basra", KNOWN, LABELS, TODAY).readings
    assert reading.given == {"country": "IRQ"}
    assert [(word.text, word.type, word.value) for word in reading.words] == [("basra", "Country", "IRQ")]


@pytest.mark.parametrize(
    ("phrase", "unread"),
    [("flurb", ("flurb",)), ("Turkey flurb", ("flurb",)), ("rivals before sunset", ("before", "sunset"))],
)
def test_what_nothing_reads_is_told(phrase: str, unread: tuple[str, ...]) -> None:
    read = read_phrase(phrase, KNOWN, LABELS, TODAY)
    assert read.unread == unread
    assert not read.is_clear


def test_two_countries_are_not_squeezed_into_a_question_that_takes_one() -> None:
    read = read_phrase("rivals Turkey Iraq", KNOWN, LABELS, TODAY)
    assert read.readings == ()
    assert read.unread == ("Turkey", "Iraq")


def test_every_topic_is_of_a_question_and_calls_it() -> None:
    names = {caption.name for caption in list_captions()}
    assert TOPICS.keys() <= names
    for name, words in TOPICS.items():
        for word in words:
            called = {one.question for one in read_phrase(word, KNOWN, LABELS, TODAY).readings}
            required = any(one.required for one in load_question(name).parameters.values())
            assert name in called or required, word
    assert "path" not in names
    assert not set(PATH_WORDS) & {word for words in TOPICS.values() for word in words}


@pytest.mark.parametrize("caption", list_captions(), ids=lambda caption: caption.name)
def test_every_question_is_called_by_its_name_and_its_captions(caption: object) -> None:
    for text in (caption.name, caption.caption, caption.caption_fa):  # type: ignore[attr-defined]
        called = {one.question for one in read_phrase(text, KNOWN, LABELS, TODAY).readings}
        assert caption.name in called, text  # type: ignore[attr-defined]


@given(st.text(max_size=80))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    read = read_phrase(text, KNOWN, LABELS, TODAY)
    assert len(read.readings) <= 12


def test_a_coming_nowruz_is_the_next() -> None:
    assert read_day("Nowruz", date(2026, 3, 20)) == date(2026, 3, 21)
    assert read_day("Nowruz", date(2026, 3, 21)) == date(2027, 3, 21)
    assert read_day("2019-02-30", TODAY) is None


def test_a_word_that_a_question_does_not_take_is_told_beside_its_answer() -> None:
    read = read_phrase("کدام تفاهم‌نامه‌ها پیش از نوروز تمام می‌شوند؟", KNOWN, LABELS, TODAY)
    assert [(one.question, one.given) for one in read.readings] == [("expiring", {"before": "2026-03-21"})]
    assert read.unread == ("تفاهم‌نامه‌ها",)  # as it was typed


@pytest.mark.parametrize(
    ("phrase", "taken"),
    [
        ("boarder without ties", [("boarder", "border")]),
        ("what ends befor nowruz", [("befor", "before")]),
        ("how are Yazd and tbilissi linked", [("tbilissi", "Tbilisi")]),
        ("effect of a tie with Basrah", [("Basrah", "Basra")]),
        ("what we knew last farvadin", [("farvadin", "farvardin")]),
        ("رابطه با بصرهه چه اثری دارد", [("بصرهه", "بصره")]),
        ("rivals Turkey", []),
        ("rivals Turkey zzzzzz", []),
    ],
)
def test_a_misspelt_word_is_taken_for_what_it_is_most_like_and_that_is_told(
    phrase: str, taken: list[tuple[str, str]]
) -> None:
    read = read_phrase(phrase, KNOWN, LABELS, TODAY)
    mended = mend_words(read.unread, KNOWN, LABELS, names=not read.readings)
    assert mended == taken
    for typed, meant in mended:
        phrase = phrase.replace(typed, meant)
    again = read_phrase(phrase, KNOWN, LABELS, TODAY)
    assert (len(again.unread) < len(read.unread)) == bool(taken)


def test_the_words_of_a_trial_and_of_a_path_are_read_in_other_wordings() -> None:
    for phrase, kind in (
        ("رابطهٔ تازه با بصره چه تغییری پدید می‌آورد", "trial"),
        ("what happens if we make a deal with Basra", "trial"),
        ("مسیر یزد تا تفلیس", "path"),
    ):
        read = read_phrase(phrase, KNOWN, LABELS, TODAY)
        assert {one.kind for one in read.readings} == {kind}, phrase
        assert read.unread == (), phrase
    known = read_phrase("در فروردین گذشته چه می دانستیم", KNOWN, LABELS, TODAY)
    assert [(one.kind, dict(one.given or {})) for one in known.readings] == [
        ("view", {"as_of": "2025-04-20", "believed_on": "2025-04-20"})
    ]
