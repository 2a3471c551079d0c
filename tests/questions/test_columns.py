"""What a head leaves out is filled in from one place, and what it declares wrongly is told."""

from __future__ import annotations

import pytest

from graphmap.errors import QuestionError
from graphmap.language import load_language
from graphmap.question.columns import SHARED_COLUMNS
from graphmap.question.declaration import Column, Question, check_head
from graphmap.questions.catalogue import list_questions, load_question
from graphmap.questions.saying import choose_columns, say_head, say_parameters, say_value
from tests.questions.heads import HEAD

EN, FA = load_language("en"), load_language("fa")


def declare(columns: dict[str, object], **given: object) -> Question:
    """Read a head with some columns."""
    return check_head(Question, {**HEAD, "columns": columns, **given}, "x.cypher", name="x")


def test_a_node_is_three_columns_and_what_is_shared_is_said_once() -> None:
    question = declare({"province": {}, "ties": {"help": "ids of some"}})
    assert list(question.columns) == ["province", "province_name", "province_name_fa", "ties"]
    assert question.columns["province"].help == SHARED_COLUMNS["province"]["help"]
    assert question.columns["province"].caption_fa == "شناسهٔ استان"
    assert question.columns["province_name"].caption_fa == "استان"
    assert (question.columns["ties"].type, question.columns["ties"].help) == ("ids", "ids of some")


def test_what_was_answered_with_yes_is_said_by_its_question() -> None:
    asked = load_question("overlaps").asked
    said = [
        [*say_parameters(asked, {"significance": given, "level": "city"}, {}, language)]
        for given in ("yes", "fixed degrees", "no")
        for language in (EN, FA)
    ]
    assert [part[-1] for part in said[:4]] == [
        "More than chance?", "آیا بیش از حد تصادف است؟", "fixed degrees", "با تعداد ثابت"
    ]  # fmt: skip
    assert [len(part) for part in said] == [2, 2, 2, 2, 1, 1]


def test_a_head_in_words_is_the_one_declared_or_the_name() -> None:
    question = declare({"province": {}, "target": {}, "tie_count": {}})
    heads = [say_head(name, column, EN) for name, column in choose_columns(question.columns).items()]
    assert heads == ["Province", "Partner", "Ties"]
    first = Column(type="whole", help="x", caption_fa="نخست")
    assert say_head("first_of_all", first, EN) == "First of all"
    assert say_head("first_of_all", first, FA) == "نخست"


def test_no_head_of_any_question_says_an_id_or_a_name_of_the_program() -> None:
    for question in list_questions():
        for name, column in choose_columns(question.columns).items():
            english, persian = say_head(name, column, EN), say_head(name, column, FA)
            assert english[0].isupper(), f"{question.name}.{name}"
            assert "_" not in english, f"{question.name}.{name}"
            assert "شناسه" not in persian or column.type == "id", f"{question.name}.{name}"
            assert "پیوند" not in persian, f"{question.name}.{name}"


def test_days_and_shares_are_said_as_people_count_them() -> None:
    days = Column(type="days", help="x", caption_fa="روزها")
    share = Column(type="share", help="x", caption_fa="سهم")
    assert say_value(5445, days, EN) == "5,445 days (about 15 years)"
    assert say_value(1426, days, FA) == "۱٬۴۲۶ روز (حدود ۴ سال)"
    assert say_value(364, days, EN) == "364 days"
    assert say_value(0.345, share, FA) == "۳۴٪"


def test_a_word_of_which_nothing_is_shown_is_blank_and_others_are_not() -> None:
    column = Column(type="verdict", help="x", caption_fa="ارزیابی", blank=("none",), empty="unknown")
    assert column.is_blank("none")
    assert not column.is_blank("certain")
    assert not column.is_blank(None)


@pytest.mark.parametrize(
    ("columns", "given", "said"),
    [
        (
            {"province": {}, "x": {"type": "verdict", "help": "x", "caption_fa": "x", "blank": ["nil"]}},
            {},
            "nil",
        ),
        ({"province": {}}, {"parts": "province"}, "parts names province, which is no column of words"),
        ({"province": {}}, {"tally": "verdict"}, "tally names verdict, which is no column of words"),
        ({"province": {}, "nobody": {}}, {}, "nobody.type is missing"),
    ],
)
def test_what_does_not_fit_is_told(columns: dict[str, object], given: dict[str, object], said: str) -> None:
    with pytest.raises(QuestionError, match=said):
        declare(columns, **given)
