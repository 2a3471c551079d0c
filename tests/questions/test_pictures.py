"""The picture of a question is declared with its columns, and what does not go together is told."""

from __future__ import annotations

from typing import Any

import pytest

from graphmap.errors import QuestionError
from graphmap.question.declaration import Question, check_head
from graphmap.questions.catalogue import list_questions
from tests.questions.heads import HEAD

DRAWN = {
    **HEAD,
    "columns": {
        "province": {},
        "since": {},
        "until": {},
        "tie_count": {},
        "answer": {"type": "verdict", "help": "x", "caption_fa": "x"},
    },
}


def draw(**picture: Any) -> Question:
    """Read a head with a picture."""
    said = {"caption": "P", "caption_fa": "پ", **picture}
    return check_head(Question, {**DRAWN, "picture": said}, "x.cypher", name="x")


def test_a_picture_that_fits_is_declared() -> None:
    assert draw(kind="map", of=["province"], rows={"answer": ["certain"]}).picture is not None
    assert draw(kind="bars", of=["province_name"], by="tie_count", mark="answer").picture is not None
    assert draw(kind="timeline", of=["province_name"], since="since", until="until").picture is not None


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        ({"kind": "pie", "of": ["province"]}, "'map', 'bars' or 'timeline'"),
        ({"kind": "map", "of": []}, "of no column"),
        ({"kind": "map", "of": ["town"]}, "of town, which is not among the columns"),
        ({"kind": "map", "of": ["province_name"]}, "a map is of columns of ids"),
        ({"kind": "bars", "of": ["province"], "by": "answer"}, "by answer, which is no number"),
        ({"kind": "timeline", "of": ["province"], "since": "since"}, "since and until"),
        ({"kind": "timeline", "of": ["province"], "since": "since", "until": "answer"}, "answer is none"),
        ({"kind": "map", "of": ["province"], "rows": {"answer": ["sure"]}}, "answer is sure"),
    ],
)
def test_a_picture_that_does_not_fit_is_told(picture: dict[str, Any], said: str) -> None:
    with pytest.raises(QuestionError, match=said):
        draw(**picture)


def test_every_picture_has_a_caption_in_both_languages() -> None:
    drawn = [question.picture for question in list_questions() if question.picture]
    assert {picture.kind for picture in drawn} == {"map", "bars", "timeline"}
    for picture in drawn:
        assert picture.caption_in("en")[0].isupper()
        assert any("\u0600" <= c <= "\u06ff" for c in picture.caption_in("fa"))
