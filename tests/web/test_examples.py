"""Phrases to begin with: they name what the store holds, and the search reads each to its last word."""

from __future__ import annotations

import pytest

from graphmap.exchange.samples import read_sample
from graphmap.language import Code, load_language
from graphmap.questions.phrases import read_phrase
from graphmap.store.snapshot import build_snapshot
from graphmap.web.examples import PHRASES, list_phrases
from graphmap.web.lookup import NAMED, list_everything
from tests.analysis.graphs import make_small_world, make_snapshot
from tests.views.graphs import fill
from tests.web.serving import TODAY


@pytest.mark.parametrize(
    ("sample", "lang", "expected"),
    [
        ("iran", "en", ["who else is in Türkiye and since when", "what ends before Nowruz"]),
        ("iran", "fa", ["یزد و تفلیس چه ارتباطی دارند", "چه کسی بدون سند با اربیل در تماس است"]),
        ("invented", "en", ["what did we believe last January", "rivals Arangar trade"]),
        ("invented", "fa", ["چه کسی دیگر در آرنگار است و از چه زمانی", "پیش از نوروز چه چیزی پایان می‌یابد"]),
    ],
)
def test_phrases_to_begin_with_name_what_is_there_and_are_read(
    sample: str, lang: Code, expected: list[str]
) -> None:
    snapshot = build_snapshot(fill([entry.record for entry in read_sample(sample).entries]))
    phrases = list_phrases(snapshot, load_language(lang))
    assert len(phrases) == len(PHRASES)
    assert set(expected) <= set(phrases)
    directory = list_everything(snapshot)
    for phrase in phrases:
        read = read_phrase(phrase, directory, NAMED, TODAY)
        assert read.readings, phrase
        assert read.unread == (), phrase


def test_a_store_without_ties_offers_what_needs_no_name() -> None:
    snapshot = make_snapshot(make_small_world())
    assert list_phrases(snapshot, load_language("en")) == [
        "which border has nothing",
        "what ends before January",
        "what did we believe last January",
    ]
