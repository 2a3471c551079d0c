"""What a page carries for its script: ties, names and sentences, in the shape that the script reads."""

from __future__ import annotations

from typing import Any, NamedTuple, TypedDict

from graphmap.language import END_ISOLATE, ISOLATE, Code
from graphmap.scales import Level
from graphmap.views.evidence import Records, list_records
from graphmap.views.page_data import PageData
from graphmap.views.panel import Scene
from graphmap.views.sentence import list_choices, write_sentences
from graphmap.views.state import StateKey, find_start
from graphmap.views.wording import Wording

CHOICE_MARK = "|"
"""Stands between the country, province and sector of a choice; no id holds it."""


class FactsTie(NamedTuple):
    """One tie: province, country, targets at all levels, sectors, whether it holds or is presumed to."""

    province: str
    country: str
    targets: tuple[str, ...]
    sectors: tuple[str, ...]
    certain: bool


class Facts(TypedDict):
    """All that the script of a page reads. A list a language is in the order of `languages`.

    `sentences` leads from a choice, its country, province and sector joined by bars, to a list a language of
    numbers of `lines`, which holds each sentence once. `pair` and `counted` are patterns for a province and a
    country that have none, without ties and with.
    """

    languages: tuple[Code, ...]
    levels: tuple[Level, ...]
    start: dict[StateKey, str]
    titles: tuple[str, ...]
    names: dict[str, tuple[str, ...]]
    ties: tuple[FactsTie, ...]
    lines: tuple[str, ...]
    sentences: dict[str, tuple[tuple[int, ...], ...]]
    records: Records
    pair: tuple[str, ...]
    counted: tuple[str, ...]
    file: str


def gather_facts(scene: Scene) -> Facts:
    """Gather what the page's script needs: ties, names and the sentences of every choice."""
    page, wording = scene.page, scene.wording
    sentences: dict[str, tuple[tuple[int, ...], ...]] = {}
    lines: dict[str, int] = {}
    for chosen in list_choices(page):
        said = [write_sentences(page, one, *chosen) for one in wording.languages]
        # Many choices share a line: each is written once, and sentences are numbers of lines.
        sentences[CHOICE_MARK.join(chosen)] = tuple(
            tuple(lines.setdefault(line, len(lines)) for line in one) for one in said
        )
    named = dict.fromkeys([*page.countries, *page.provinces])
    marks: dict[str, Any] = {"province": "{province}", "country": "{country}"}
    return Facts(
        languages=wording.codes,
        levels=page.levels,
        start=find_start(page),
        titles=say_titles(page, wording),
        names={
            id_: tuple(page.places[id_].name.in_language(code) for code in wording.codes) for id_ in named
        },
        ties=tuple(
            FactsTie(
                province=tie.province,
                country=tie.country,
                targets=tuple(dict.fromkeys(tie.targets.values())),
                sectors=tie.sectors,
                certain=tie.certainty != "possible",
            )
            for tie in page.ties
        ),
        lines=tuple(lines),
        sentences=sentences,
        records=list_records(page),
        pair=_say_patterns(wording, "sentence-pair-none", **marks),
        counted=_say_patterns(wording, "sentence-pair-counted", ties="{ties}", **marks),
        file=f"graphmap-{page.home.id}",
    )


def say_titles(page: PageData, wording: Wording) -> tuple[str, ...]:
    """Return the title of a page in each of its languages."""
    return tuple(
        one.words("page-title", home=page.home.name.in_language(one.code)) for one in wording.languages
    )


def _say_patterns(wording: Wording, message_id: str, **places: str) -> tuple[str, ...]:
    """Say a message with marks where the page's script puts names and counts, which it isolates itself."""
    said = [one.words(message_id, **places) for one in wording.languages]
    return tuple(text.replace(ISOLATE, "").replace(END_ISOLATE, "") for text in said)
