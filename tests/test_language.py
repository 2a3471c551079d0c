"""English and Persian: the same messages, numbers, dates in both calendars, names that turn nothing."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from importlib.resources import files

import numpy as np
import pytest
from babel import Locale
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graphmap.dates import FIRST_DAY, LAST_DAY
from graphmap.direction import isolate
from graphmap.errors import DateError, GraphmapError
from graphmap.language import CODES, Code, load_language
from graphmap.messages import Messages
from graphmap.text import Name
from tests.examples import examples
from tests.messages import read_messages

EN, FA = load_language("en"), load_language("fa")


# ---------------------------------------------------------------------------- words


def test_both_languages_have_the_same_messages_with_the_same_variables() -> None:
    english, persian = read_messages("en"), read_messages("fa")
    assert sorted(english) == sorted(persian)
    differ = [name for name, seen in english.items() if seen.variables != persian[name].variables]
    assert differ == []


@pytest.mark.parametrize("code", CODES)
def test_a_message_that_is_parsed_alone_says_what_it_says_in_the_whole_file(code: Code) -> None:
    source = (files("graphmap") / "words" / f"{code}.ftl").read_text("utf-8")
    whole = FluentBundle([code], use_isolating=False)
    whole.add_resource(FluentResource(source))
    messages = Messages(code)
    for name, seen in read_messages(code).items():
        arguments = dict.fromkeys(seen.variables, 3)
        said, _ = messages.bundle.format_pattern(messages.pattern(name), arguments)
        pattern = whole.get_message(name).value
        assert pattern is not None
        assert said == whole.format_pattern(pattern, arguments)[0], name


def test_persian_words_have_persian_digits_and_letters() -> None:
    wrong = {
        name: text
        for name, seen in read_messages("fa").items()
        for text in seen.text
        if re.search(r"[0-9٠-٩%كيىة?;]", text)
    }
    assert wrong == {}


def test_every_message_can_be_said_in_both_languages() -> None:
    for code in CODES:
        for name, seen in read_messages(code).items():
            assert load_language(code).words(name, **dict.fromkeys(seen.variables, 2))


def test_plurals_follow_the_number() -> None:
    assert [EN.words("count-ties", count=count) for count in (0, 1, 2, 1000)] == [
        "0 ties",
        "1 tie",
        "2 ties",
        "1,000 ties",
    ]
    assert FA.words("count-ties", count=1) == "۱ رابطه"
    assert EN.words("count-ties", count=int(np.int64(1))) == "1 tie"


def test_arguments_are_written_as_the_language_writes_them() -> None:
    assert FA.words("shared-of-union", shared=2, union=1234.5) == "۲ از ۱٬۲۳۴٫۵"
    assert EN.words("as-of-day", day=date(2019, 5, 11)) == "as of 11 May 2019 (21 Ordibehesht 1398)"
    assert EN.words("shared-of-union", shared=None, union=Decimal("2.5")) == "– of 2.5"


def test_a_message_or_an_argument_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError, match="no message no-such-message"):
        EN.words("no-such-message")
    with pytest.raises(KeyError, match="count"):
        EN.words("count-ties")


def test_a_language_that_is_not_spoken_is_refused() -> None:
    with pytest.raises(GraphmapError, match="en or fa"):
        load_language("de")


def test_each_language_names_itself_and_its_direction() -> None:
    assert (EN.own_name, EN.direction) == ("English", "ltr")
    assert (FA.own_name, FA.direction) == ("فارسی", "rtl")


# ---------------------------------------------------------------------------- numbers


@pytest.mark.parametrize(
    ("value", "decimals", "english", "persian"),
    [
        (0, None, "0", "۰"),
        (1234567, None, "1,234,567", "۱٬۲۳۴٬۵۶۷"),
        (0.3333, None, "0.33", "۰٫۳۳"),
        (Decimal("12.5"), 2, "12.50", "۱۲٫۵۰"),
        (12.6, 0, "13", "۱۳"),
        (-3, None, "-3", "\u200e−۳"),
        (None, None, "–", "–"),
        (float("nan"), None, "–", "–"),
    ],
)
def test_numbers_have_the_digits_and_signs_of_the_language(
    value: float | Decimal | None, decimals: int | None, english: str, persian: str
) -> None:
    assert EN.number(value, decimals) == english
    assert FA.number(value, decimals) == persian


@settings(max_examples=examples(300), deadline=None)
@given(
    st.one_of(st.integers(0, 10**18), st.floats(0, 1e18), st.integers(0, 4000).map(lambda n: n / 800)),
    st.sampled_from([None, 0, 1, 2, 3]),
    st.sampled_from(CODES),
)
def test_numbers_are_written_as_babel_writes_them(value: float, decimals: int | None, code: Code) -> None:
    spoken = load_language(code)

    def write(pattern: str) -> str:
        tidy = pattern.replace(".%", "%").rstrip(".")
        return spoken.digits(format_decimal(value, tidy, code, numbering_system="default"))

    after = "##" if decimals is None else "0" * decimals
    assert spoken.number(value, decimals) == write(f"#,##0.{after}")
    assert spoken.percent(value, decimals or 0) == write(f"#,##0.{'0' * (decimals or 0)}%")


@pytest.mark.parametrize("code", CODES)
def test_months_are_called_as_babel_calls_them(code: Code) -> None:
    named = Locale(code).months["stand-alone"]["wide"]
    assert [load_language(code).words(f"month-{month}") for month in named] == list(named.values())


def test_percent_has_the_sign_of_the_language() -> None:
    assert (EN.percent(0.255, 1), FA.percent(0.255, 1)) == ("25.5%", "۲۵٫۵٪")
    assert (EN.percent(1), FA.percent(1)) == ("100%", "۱۰۰٪")
    assert (EN.percent(None), FA.percent(None)) == ("–", "–")


# ---------------------------------------------------------------------------- dates


def test_a_day_stands_in_both_calendars_the_readers_own_first() -> None:
    day = date(2019, 5, 11)
    assert EN.day(day) == "11 May 2019 (21 Ordibehesht 1398)"
    assert FA.day(day) == "۲۱ اردیبهشت ۱۳۹۸ (۱۱ مه ۲۰۱۹)"


def test_the_marks_of_open_dates_are_never_printed() -> None:
    for mark in (FIRST_DAY, LAST_DAY):
        for spoken in (EN, FA):
            assert not re.search(r"\d", spoken.day(mark))


@pytest.mark.parametrize(
    ("text", "english", "persian"),
    [
        ("", "undated", "بدون تاریخ"),
        ("..", "open", "باز"),
        ("2019", "2019", "۱۳۹۷ یا ۱۳۹۸ (۲۰۱۹ میلادی)"),
        ("2019?", "2019, uncertain", "۱۳۹۷ یا ۱۳۹۸ (۲۰۱۹ میلادی)، نامطمئن"),
        ("2019-05~", "about May 2019", "حدود اردیبهشت یا خرداد ۱۳۹۸ (مه ۲۰۱۹)"),
        ("2019-05-11%", "about 11 May 2019 (21 Ordibehesht 1398), uncertain",
         "حدود ۲۱ اردیبهشت ۱۳۹۸ (۱۱ مه ۲۰۱۹)، نامطمئن"),
        ("1398", "1398 Solar Hijri (2019 – 2020)", "۱۳۹۸ (۲۰۱۹ تا ۲۰۲۰ میلادی)"),
        ("۱۳۹۸/۱۰", "Dey 1398 (December 2019 – January 2020)", "دی ۱۳۹۸ (دسامبر ۲۰۱۹ تا ژانویه ۲۰۲۰)"),
        ("201X", "2010 – 2019", "۱۳۸۸ تا ۱۳۹۸ (۲۰۱۰ تا ۲۰۱۹ میلادی)"),
        ("2019-XX", "2019", "۱۳۹۷ یا ۱۳۹۸ (۲۰۱۹ میلادی)"),
        ("0400-05", "May 400", "مه ۴۰۰"),
        ("0400-05-06", "6 May 400", "۶ مه ۴۰۰"),
    ],
)  # fmt: skip
def test_a_date_of_the_data_reads_naturally(text: str, english: str, persian: str) -> None:
    assert EN.date_text(text) == english
    assert FA.date_text(text) == persian


def test_an_open_date_says_which_end_is_open() -> None:
    assert EN.date_text("..", "since") == "since always"
    assert FA.date_text("..", "until") == "همچنان برقرار"


def test_a_text_that_is_no_date_is_refused() -> None:
    with pytest.raises(DateError):
        FA.date_text("2019-02-29")


def test_a_range_of_days_is_said_where_a_part_before_the_last_is_unknown() -> None:
    assert EN.date_text("2019-XX-11").startswith("between 11 January 2019")


@example(date(9999, 10, 1), 10, "")
@given(st.dates(), st.sampled_from([4, 7, 10]), st.sampled_from(["", "?", "~", "%"]))
def test_every_date_can_be_said_and_persian_has_only_persian_digits(
    day: date, precision: int, mark: str
) -> None:
    if 1200 <= day.year < 1500:
        return
    text = day.isoformat()[:precision] + mark
    assert EN.date_text(text)
    assert not re.search("[0-9A-Za-z]", FA.date_text(text))


# ---------------------------------------------------------------------------- names


def test_a_name_is_the_persian_one_in_persian_where_there_is_one() -> None:
    both, english = Name("Qom", "قم"), Name("Qom")
    assert (EN.name(both), FA.name(both), FA.name(english)) == (
        "Qom",
        "قم",
        "Qom",
    )


def test_country_names_are_as_a_foreign_ministry_writes_them() -> None:
    assert (EN.country_name("TR"), FA.country_name("TR")) == ("Türkiye", "ترکیه")
    assert FA.country_name("PS") == FA.country_name("PSX") == "سرزمین‌های فلسطینی"
    assert EN.country_name("CYN") == "Northern Cyprus"
    assert EN.country_name("na") == "Namibia"
    assert EN.country_name("ZZZ") is None


def test_names_in_a_row_read_as_the_language_writes_them() -> None:
    assert EN.list_names([]) == "–"
    assert EN.list_names(["Qom"]) == "Qom"
    assert EN.list_names(["Qom", "Yazd", "Fars"]) == "Qom, Yazd and Fars"
    assert FA.list_names(["قم", "یزد", "فارس"]) == "قم، یزد و فارس"


def test_a_name_of_the_other_script_is_isolated_and_one_of_its_own_is_not() -> None:
    assert FA.list_names(["قم", "Konya"]) == "قم و \u2068Konya\u2069"
    assert EN.list_names(["قم", "Konya"]) == "\u2068قم\u2069 and Konya"
    assert isolate("Qom\u202e") == "\u2068Qom\u2069"


def test_what_is_isolated_already_stays_as_it_is() -> None:
    inner = FA.list_names(["Konya", "قم"])
    assert FA.words("list-last", first=inner, last="یزد") == "\u2068Konya\u2069 و قم و یزد"
    assert FA.words("list-last", first=isolate("Konya"), last="یزد") == "\u2068Konya\u2069 و یزد"


def test_a_very_long_name_is_cut_and_not_refused() -> None:
    assert len(EN.words("list-last", first="x" * 9_000, last="y")) < 2_100


@given(
    st.text("aب1 (\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\u200e\u200f\u200c\n", max_size=12)
)
def test_no_name_turns_the_text_around_it(name: str) -> None:
    for spoken in (EN, FA):
        said = spoken.words("list-last", first=name, last="x")
        assert not re.search("[\u202a-\u202e\u2066\u2067\n]", said)
        depth = 0
        for c in said:
            depth += (c == "\u2068") - (c == "\u2069")
            assert depth >= 0
        assert depth == 0


def test_importing_language_loads_no_library() -> None:
    code = (
        "import sys; from graphmap.language import load_language; load_language('fa').direction; "
        "print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not {"babel", "fluent", "persiantools", "edtf", "numpy"} & set(loaded.split())
