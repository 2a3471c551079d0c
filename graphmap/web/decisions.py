"""What deserves the committee's minute: rivals, borders where others are, empty ones, what ends."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, cast
from urllib.parse import urlencode

from markupsafe import Markup

from graphmap.analysis.borders import PASSED
from graphmap.analysis.dyad import Dyad
from graphmap.analysis.findings import list_sectors
from graphmap.analysis.gaps import Gaps
from graphmap.analysis.overturning import Overturn
from graphmap.analysis.pairs import RivalPair, rank_pair
from graphmap.analysis.rivals import Rivals
from graphmap.directory import Directory
from graphmap.errors import GraphmapError
from graphmap.language import CODES, Language
from graphmap.questions.answer import Answer
from graphmap.questions.phrases import PAIR_MARK
from graphmap.scales import ABSENCE_ANSWERS, RIVALRY, name_message
from graphmap.views.marks import draw_verdict_mark
from graphmap.web.sharing import Held

MOST = 10
"""How many are shown."""
LOOKED_AT = 100
"""How many of the first pairs are looked at, so that so many are found; all where that does not do."""
NO_TIE = ("none recorded", "cannot tell")
ENTANGLED, GAPS, ENDS = 2, 2, 2
"""How many of the ten are kept for entangled borders, empty ones and what ends, where there are so many."""


@dataclass(frozen=True)
class Decision:
    """One line: what it is, what it says, what speaks most against it, and where to look closer."""

    kind: str
    said: str
    against: str
    address: str
    mark: Markup | None = None
    explore: str = ""


@dataclass(frozen=True)
class Decisions:
    """The lines that are shown, and how many there are of each sort."""

    shown: tuple[Decision, ...]
    rivals: int
    gaps: int
    ends: int


def link(path: str, language: Language, **given: str | None) -> str:
    """Return an address within the explorer, in a language."""
    kept = {name: value for name, value in given.items() if value}
    return f"{path}?{urlencode({**kept, 'lang': language.code})}"


def ask_on(day: date) -> dict[str, str]:
    """Return what every question of the start is asked with."""
    return {"as_of": day.isoformat()}


def _ask_pairs(day: date) -> dict[str, str]:
    """Return what pairs of rivals are asked with; only as many are described as are looked at first."""
    return {**ask_on(day), "by": "pair", "limit": f"{LOOKED_AT}"}


@dataclass(frozen=True)
class Chosen:
    """What is shown of each sort, in no language, and how many there are of each."""

    rivals: list[RivalPair]
    entangled: list[Dyad]
    gaps: list[dict[str, Any]]
    ends: list[dict[str, Any]]
    counts: tuple[int, int, int]


def choose_decisions(held: Held, day: date) -> Chosen:
    """Choose what needs a decision on a day."""
    threading.Thread(target=_ask_ahead, args=(held, day), daemon=True).start()
    pairs, rivals = _find_rivals(held, day)
    dyads = held.ask("entanglement", ask_on(day), CODES[0]).findings or ()
    gaps, ends = list_open_borders(held, day), list_ends(held, day)
    counts = (count_rivals(pairs), len(gaps), len(ends))
    entangled = [one for one in dyads if one.standing in PASSED][:ENTANGLED]
    told = {(one.province.id, one.target.id) for one in entangled}
    gaps = [row for row in gaps if (row["province"], row["target"]) not in told]
    left = MOST - len(entangled)
    shown = rivals[: left - min(GAPS, len(gaps)) - min(ENDS, len(ends))]
    ending = ends[: max(ENDS, left - len(shown) - len(gaps))]
    open_borders = gaps[: left - len(shown) - len(ending)]
    return Chosen(shown, entangled, open_borders, ending, counts)


def _ask_ahead(held: Held, day: date) -> None:
    """Ask what the engine itself answers, in its own process, while others are at work."""
    with suppress(GraphmapError):  # told to who asks for it again
        list_ends(held, day)


def is_decided(held: Held, day: date) -> bool:
    """Say whether what needs a decision on a day is worked out: nothing that it asks takes long."""
    return held.is_answered("rivals", _ask_pairs(day)) and all(
        held.is_answered(name, ask_on(day)) for name in ("entanglement", "expiring")
    )


def list_open_borders(held: Held, day: date) -> list[dict[str, Any]]:
    """List the borders without a tie on record on a day, the longest first, as the report of borders does.

    Who is across a border is known already; the report would judge each of them once more, and takes long.
    """
    directory = held.snapshot.directory
    dyads = held.ask("entanglement", ask_on(day), CODES[0]).findings or ()
    empty = [one for one in dyads if one.told.answer in NO_TIE and not one.told.ties]
    empty.sort(key=lambda one: (-(one.km or 0.0), one.province.id, one.target.id))
    rows = []
    for one in empty:
        country = directory.country(one.target.id)
        row: dict[str, Any] = {"answer": one.told.answer}
        ends = {"province": one.province.id, "target": one.target.id, "country": country}
        for column, identity in ends.items():
            name = directory.name(identity)
            row |= {column: identity, f"{column}_name": name.en, f"{column}_name_fa": name.fa}
        rows.append(row)
    return rows


def list_ends(held: Held, day: date) -> list[dict[str, Any]]:
    """List what ends soon after a day, rows of the report of it."""
    return held.ask("expiring", ask_on(day), CODES[0]).as_dicts()


def find_decisions(
    held: Held, day: date, language: Language, turns: Sequence[Overturn] | None = None
) -> Decisions:
    """Return what needs a decision on a day; `turns` tell what would turn each pair of rivals shown."""
    chosen = choose_decisions(held, day)
    turned = [None] * len(chosen.rivals) if turns is None else [say_against(one, language) for one in turns]
    lines = [
        _say_rivals(pair, against, held.snapshot.directory, language)
        for pair, against in zip(chosen.rivals, turned, strict=True)
    ]
    lines += [_say_entangled(dyad, held.snapshot.directory, language) for dyad in chosen.entangled]
    lines += [_say_gap(row, language) for row in chosen.gaps]
    lines += [_say_end(row, language) for row in chosen.ends]
    return Decisions(tuple(lines[:MOST]), *chosen.counts)


def say_against(turn: Overturn, language: Language) -> str:
    """Say the strongest case against a verdict: what takes least to make it weaker."""
    said = turn.say_against(language)
    return language.words("serve-overturned", said=said) if said else language.words("serve-not-overturned")


def count_rivals(answer: Answer) -> int:
    """Return how many pairs are rivals: two provinces in one country are one pair, as pages count them."""
    found = cast("Rivals[RivalPair]", answer.findings)
    return sum(found.pairs_at_targets.get(verdict, 0) for verdict in RIVALRY)


def _find_rivals(held: Held, day: date) -> tuple[Answer, list[RivalPair]]:
    """Return the answer on pairs, and the first that are rivals: as few of many are looked at as will do."""
    directory = held.snapshot.directory
    for asked in (_ask_pairs(day), {**ask_on(day), "by": "pair"}):
        pairs, looked_at = _look_at(held, asked)
        # Of those that were left out none comes before enough that were looked at.
        if all(len(some) == of or len(_list_rivals(some, directory)) >= MOST for some, of in looked_at):
            break
    return pairs, _list_rivals(chain.from_iterable(some for some, _ in looked_at), directory)


def _look_at(held: Held, asked: Mapping[str, str]) -> tuple[Answer, list[tuple[Sequence[RivalPair], int]]]:
    """Return the answer on pairs, the first near ones and the first farther ones, and how many of each."""
    pairs = held.ask("rivals", asked, CODES[0])
    found = cast("Rivals[RivalPair]", pairs.findings)
    farther = found.farther[:LOOKED_AT] if "limit" in asked else found.farther
    return pairs, [(found, found.total), (farther, len(found.farther))]


def find_rivals_at(held: Held, day: date) -> Mapping[str | None, set[str]] | None:
    """Return the provinces of each country that are in a pair of rivals; None where these are too many."""
    _, looked_at = _look_at(held, _ask_pairs(day))
    # The strongest come first: where the last that is looked at is none, all rivals have been seen.
    if any(len(some) < of and some[-1].verdict in RIVALRY for some, of in looked_at):
        return None
    there: dict[str | None, set[str]] = defaultdict(set)
    for pair in chain.from_iterable(some for some, _ in looked_at):
        if pair.verdict in RIVALRY:
            country = held.snapshot.directory.country(pair.target.id)
            there[country].update(one.id for one in pair.provinces)
    return there


def _list_rivals(pairs: Iterable[RivalPair], directory: Directory) -> list[RivalPair]:
    """List the pairs that are rivals, of each two in a country the strongest, where they meet nearest."""
    first: dict[object, RivalPair] = {}
    for pair in sorted(pairs, key=rank_pair):
        if pair.verdict in RIVALRY:
            first.setdefault((directory.country(pair.target.id), *(one.id for one in pair.provinces)), pair)
    return list(first.values())


def _say_rivals(pair: RivalPair, turned: str | None, directory: Directory, language: Language) -> Decision:
    one, other = (place.in_language(language) for place in pair.provinces)
    said = language.words(
        "serve-pair",
        target=pair.target.in_language(language),
        one=one,
        other=other,
        sectors=list_sectors(pair.sectors, language) if pair.sectors else language.words("unknown"),
    )
    doubts = language.words("clause-mark").join(doubt.sentence(language) for doubt in pair.unknown)
    against = turned or language.words("serve-against" if doubts else "serve-no-doubt", doubts=doubts)
    provinces = PAIR_MARK.join(place.id for place in pair.provinces)
    address = link("/map", language, country=directory.country(pair.target.id), province=provinces)
    starts = [directory.country(pair.target.id), *(place.id for place in pair.provinces)]
    explore = link("/canvas", language, start="|".join(filter(None, starts)))
    mark = draw_verdict_mark(pair.verdict)
    return Decision(language.words(f"certainty-{pair.verdict}"), said, against, address, mark, explore)


def _say_entangled(dyad: Dyad, directory: Directory, language: Language) -> Decision:
    """Say who from farther away is across a border where the province itself is not known to have a tie."""
    country = directory.country(dyad.target.id)
    said = language.words(
        "serve-entangled",
        province=dyad.province.in_language(language),
        target=dyad.target.in_language(language),
        country=directory.name(country).in_language(language.code),
        perhaps=len(dyad.told.perhaps),
        count=len(dyad.farther),
        others=language.list_some([one.province.in_language(language) for one in dyad.farther], 3),
    )
    doubts = [doubt.sentence(language) for doubt in dyad.unknown]
    told = (
        [language.words("serve-against", doubts=language.words("clause-mark").join(doubts))] if doubts else []
    )
    if not dyad.told.perhaps:
        told.insert(0, language.words(f"serve-gap-{dyad.told.answer.replace(' ', '-')}"))
    address = link("/reports/entanglement", language, province=dyad.province.id)
    starts = (dyad.province.id, dyad.target.id, *(one.province.id for one in dyad.farther[:3]))
    explore = link("/canvas", language, start="|".join(starts))
    return Decision(language.words("serve-kind-entangled"), said, " ".join(told), address, explore=explore)


def _say_gap(row: dict[str, Any], language: Language) -> Decision:
    said = language.words(
        "serve-gap",
        province=read_name(row, "province_name", language),
        target=read_name(row, "target_name", language),
        country=read_name(row, "country_name", language),
    )
    against = language.words(f"serve-gap-{row['answer'].replace(' ', '-')}")
    address = link("/reports/border_gaps", language, province=row["province"], country=row["country"])
    explore = link("/canvas", language, start=f"{row['province']}|{row['target']}")
    return Decision(language.words("serve-kind-gap"), said, against, address, explore=explore)


def _say_end(row: dict[str, Any], language: Language) -> Decision:
    said = language.words(
        "serve-end",
        home=read_name(row, "home_name", language),
        target=read_name(row, "target_name", language),
        day=row["first_end"],
    )
    against = language.words(f"serve-end-{row['ending']}")
    address = link("/reports/expiring", language, province=row["province"], country=row["country"])
    explore = link("/canvas", language, start=f"{row['province']}|{row['country']}")
    return Decision(language.words("serve-kind-end"), said, against, address, explore=explore)


def read_name(row: Mapping[str, Any], column: str, language: Language) -> str:
    """Return the name in a column of a report in a language."""
    return str(row[f"{column}_fa"] or row[column]) if language.code == "fa" else str(row[column])


def list_gaps(answer: Answer, language: Language) -> Iterator[tuple[str, str, int, int]]:
    """Yield each sort of gap: its name, its address, how many are not recorded, how many cannot be told."""
    found = cast("Gaps", answer.findings)
    for sort, counts in found.coverage.items():
        none, untold = (counts.get(answered, 0) for answered in ABSENCE_ANSWERS[::-1])
        if none or untold:
            yield (
                language.words(name_message("gap-sort", sort)),
                link("/reports/gaps", language, gap=sort),
                none,
                untold,
            )
