"""Proves that an analysis whose head and function differ does not load, and says why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from graphmap.analysis import loader, rivals
from graphmap.analysis.loader import load_analysis
from graphmap.errors import QuestionError
from graphmap.question.head import Folder, read_toml

HEAD = """# /// question
# caption = "Rivals"
# caption_fa = "رقابت"
# description = "All rivals."
# description_fa = "همهٔ رقابت‌ها."
# key = ["target"]
#
# [parameters]
# limit = {}
# by = {type = "text", default = "contest", help = "what is listed", help_fa = "سطرها"}
#
# [columns]
# target = {type = "name", help = "the target", caption_fa = "طرف"}
# ///
"""


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Return a function that loads rivals with another head."""

    def load_with(old: str = "", new: str = "") -> Any:
        assert old in HEAD
        head = read_toml(HEAD.replace(old, new, 1), "rivals.py", "#", "question")
        monkeypatch.setattr(Folder, "find_head", lambda *_: dict(head or {}))
        load_analysis.cache_clear()
        return load_analysis("rivals")

    yield load_with
    load_analysis.cache_clear()


def test_the_head_that_the_others_are_changed_from_loads(load: Any) -> None:
    analysis = load()
    assert list(analysis.columns) == ["target", "target_fa"]
    assert analysis.find is rivals.find_rivals


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'caption_fa = "طرف"',
            'caption_fa = "طرف", where = {bye = ["pair"]}',
            "target stands where bye is given, which is no parameter",
        ),
        (
            'caption_fa = "طرف"',
            'caption_fa = "طرف", where = {by = ["pear"]}',
            "target stands where by is pear, which it cannot be",
        ),
        ("# limit = {}\n", "", "find_rivals takes limit, which .parameters. does not declare"),
        ("limit = {}", "limit = {}\n# province = {}", "find_rivals does not take province"),
        ("limit = {}", "limit = {default = 7}", "have another default for limit"),
        (
            "limit = {}",
            "limit = {defualt = 7}",
            "limit.defualt is not a key of a head; the nearest are default",
        ),
        ("limit = {}", "limit = {}\n# as_of = {}", "as_of is always given"),
        ('key = ["target"]', 'key = ["target"]\n# name = "x"', "name is not a key of a head"),
        ('key = ["target"]', 'key = ["target"]\n# find = "x"', "find is not a key of a head"),
        ('type = "name"', 'type = "nam"', "the type nam is not known; the nearest are name"),
        ('caption_fa = "طرف"', 'caption_fa = "طرف", named_by = "x"', "target is named by x"),
        ("# ///\n", "", "the head has no end"),
    ],
)
def test_a_head_that_cannot_be_trusted_does_not_load(load: Any, old: str, new: str, said: str) -> None:
    if old == "# ///\n":
        with pytest.raises(QuestionError, match=said):
            read_toml(HEAD.removesuffix(old), "rivals.py", "#", "question")
        return
    with pytest.raises(QuestionError, match=said):
        load(old, new)


def test_an_analysis_that_is_not_there_is_answered_with_the_nearest() -> None:
    with pytest.raises(QuestionError, match="there is no analysis 'rival'; the nearest are rivals"):
        loader.load_analysis("rival")
