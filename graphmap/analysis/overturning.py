"""A verdict with what would overturn it, and a document that could settle verdicts; how both are said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from graphmap.analysis.findings import Doubt, PlaceName, give_names, join_clauses, list_sectors
from graphmap.analysis.pairs import say_verdict
from graphmap.analysis.turning import FIELDS, Edit, Turn, rank_verdict
from graphmap.analysis.worlds import STANDINGS
from graphmap.language import CODES, load_language
from graphmap.scales import Level, Verdict, name_message
from graphmap.schema.kinds_of_tie import KINDS_OF_TIE
from graphmap.schema.relationships import STAGE
from graphmap.text import Name

if TYPE_CHECKING:
    from graphmap.language import Language

TOLD = 2
"""How many changes a sentence tells of each direction."""


@dataclass(frozen=True, slots=True)
class TieName:
    """What a tie is called in a sentence: its kind, its province and its partner.

    `place` is whose the tie is, where that is a city or body of the province and not the province itself.
    """

    kind: str
    province: PlaceName
    target: PlaceName
    place: PlaceName | None = None

    def in_language(self, language: Language) -> str:
        """Say it: "memorandum of Tehran with Basra", "sister city of Tabriz (East Azerbaijan) with Konya"."""
        named = {
            "kind": _own_in_persian(self.kind) if language.code == "fa" else self.kind.replace("_", " "),
            "province": self.province.in_language(language),
            "target": self.target.in_language(language),
        }
        if self.place is None:
            return language.words("overturn-tie", **named)
        place = self.place.in_language(language)
        if place == named["province"]:  # Qom is a city of Qom
            return language.words("overturn-tie-of-city", **named)
        return language.words("overturn-tie-of-place", place=place, **named)


@dataclass(frozen=True)
class Called:
    """What ties and sources are called, by their ids."""

    ties: Mapping[str, TieName]
    sources: Mapping[str, Name]

    def say(self, edit: Edit, language: Language) -> str:
        """Say what might be otherwise, as the clause of a condition."""
        if edit.do == "remove source":
            source = language.name(self.sources[edit.source or ""]) if edit.source in self.sources else ""
            return language.words("overturn-remove-source", source=source or edit.source or "")
        tie = self.ties[edit.ties[0]].in_language(language)
        if edit.do == "remove tie":
            return language.words("overturn-remove-tie", tie=tie)
        return language.words(f"overturn-set-{edit.field}", tie=tie, value=_say_value(edit, language))


@dataclass(frozen=True, slots=True)
class Overturn:
    """Two provinces at a target, their verdict, and what would turn it, what takes least first.

    Or one that is alone there: its verdict is one of STANDINGS.
    `changes` are single; `together` are two changes that must come at once, searched for where no single one
    turns it. `rank` is the place of the finding among all.
    """

    rank: int
    target: PlaceName
    level: Level
    provinces: tuple[PlaceName, ...]
    verdict: str
    changes: tuple[Turn, ...]
    together: tuple[Turn, ...]
    ties: tuple[str, ...]
    unknown: tuple[Doubt, ...]
    called: Called

    @property
    def against(self) -> tuple[Turn, ...]:
        """Return what would make the verdict weaker."""
        return self._list_turns(weaker=True)

    def _list_turns(self, weaker: bool) -> tuple[Turn, ...]:
        now, turns = rank_verdict(self.verdict), self.changes or self.together
        return tuple(turn for turn in turns if (rank_verdict(turn.verdict) < now) == weaker)

    def sentence(self, language: Language) -> str:
        """Say what the two are, and what takes least to make it less, or more."""
        one, *others = (province.in_language(language) for province in self.provinces)
        target = self.target.in_language(language)
        if others:
            verdict = _say_verdict(self.verdict, language)
            said = [language.words("pair", one=one, other=others[0], target=target, verdict=verdict)]
        else:
            said = [language.words("sole-contact", target=target, province=one, ties=len(self.ties))]
        for weaker in (True, False):
            said += [self.say(turn, language) for turn in choose_told(self._list_turns(weaker))]
        if not self.changes and not self.together:
            said.append(language.words("overturn-nothing"))
        return join_clauses(said, language)

    def say(self, turn: Turn, language: Language) -> str:
        """Say one change, or two together, and the verdict it gives."""
        alike = Counter(self.called.say(edit, language) for edit in turn.edits)
        clauses = [
            said if count == 1 else language.words("overturn-each", what=said, count=count)
            for said, count in alike.items()
        ]
        what = " ".join(
            language.words("overturn-and", what=said) if place else said for place, said in enumerate(clauses)
        )
        return language.words("overturn-would", what=what, verdict=_say_verdict(turn.verdict, language))

    def say_against(self, language: Language) -> str | None:
        """Say the strongest case against the verdict: what takes least to make it weaker; None if nothing."""
        return next((self.say(turn, language) for turn in self.against), None)

    def cells(self) -> dict[str, Any]:
        """Return its value of each column."""
        turns = self.changes or self.together
        english, persian = ([self.say(turn, load_language(code)) for turn in turns] for code in CODES)
        return {
            "rank": self.rank,
            **give_names("target", self.target),
            **give_names("who", self.provinces),
            **({"verdict": self.verdict} if len(self.provinces) > 1 else {}),
            "changes": english or [load_language("en").words("overturn-nothing")],
            "changes_fa": persian or [load_language("fa").words("overturn-nothing")],
            "needs": len(turns[0].edits) if turns else None,
            "ties": self.ties,
            "target_id": self.target.id,
            "province_ids": [province.id for province in self.provinces],
        }

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {
            "rank": self.rank,
            "target": self.target.as_json(),
            "level": self.level,
            "provinces": [province.id for province in self.provinces],
            "verdict": self.verdict,
            "changes": [turn.as_json() for turn in self.changes],
            "together": [turn.as_json() for turn in self.together],
            "ties": list(self.ties),
            "unknown": [doubt.as_json() for doubt in self.unknown],
        }


@dataclass(frozen=True, slots=True)
class Document:
    """A document that could settle verdicts: that of an act, or the one that a single tie rests on.

    `fields` are those that the data do not know and that would turn a verdict; `settles` are the places of
    these verdicts in the ranking. It weighs the sum of one over each place.
    """

    number: str | None
    ties: tuple[str, ...]
    fields: tuple[str, ...]
    settles: tuple[int, ...]
    url: str | None
    sources: tuple[str, ...]
    called: TieName
    unknown: tuple[Doubt, ...] = ()

    @property
    def weight(self) -> float:
        """Return how much it weighs."""
        return round(sum(1 / place for place in self.settles), 4)

    def sentence(self, language: Language) -> str:
        """Say it in a language."""
        fields = language.list_names([_say_field(field, language.code) for field in self.fields])
        tie = self.called.in_language(language)
        if self.number is None:
            said = [language.words("overturn-document-of-tie", tie=tie)]
        else:
            number = self.number
            said = [language.words("overturn-document", number=number, ties=len(self.ties), tie=tie)]
        said.append(language.words("overturn-settles", verdicts=len(self.settles), fields=fields))
        said.append(language.words("overturn-weight", weight=language.number(self.weight, decimals=2)))
        return join_clauses(said, language)

    def cells(self) -> dict[str, Any]:
        """Return its value of each column."""
        english, persian = (self.called.in_language(load_language(code)) for code in CODES)
        return {
            "document": english,
            "document_fa": persian,
            "settled": len(self.settles),
            "weight": self.weight,
            "fields": list(self.fields),
            "number": self.number,
            "url": self.url,
            "ties": self.ties,
            "sources": self.sources,
        }

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {
            "document": self.number,
            "ties": list(self.ties),
            "fields": list(self.fields),
            "settles": list(self.settles),
            "weight": self.weight,
            "url": self.url,
            "sources": list(self.sources),
            "unknown": [],
        }


def _say_verdict(verdict: str, language: Language) -> str:
    if verdict in STANDINGS:
        return language.words(name_message("standing-there", verdict))
    return say_verdict(cast(Verdict, verdict), language)


def _own_in_persian(kind: str) -> str:
    """Name a kind of tie in Persian as whose it is follows: after a silent he comes a mark."""
    name = KINDS_OF_TIE[kind].name_fa
    return f"{name}ٔ" if name.endswith("ه") else name


def choose_told(turns: Sequence[Turn]) -> list[Turn]:
    """Choose what a sentence tells: what takes least, each verdict once first."""
    first = {turn.verdict: turn for turn in reversed(turns)}
    return [turn for turn in turns if first[turn.verdict] is turn][:TOLD]


def list_learnable(one: Overturn) -> Iterable[tuple[str, str]]:
    """Yield the ties and fields of which nothing is known, and which alone could turn a verdict."""
    for turn in one.changes:
        edit = turn.edits[0]
        if edit.do == "set" and not edit.known and edit.field != "stage":
            yield edit.ties[0], edit.field or ""


def sort_fields(fields: Iterable[str]) -> tuple[str, ...]:
    """Return fields, each once, in their order."""
    return tuple(sorted(set(fields), key=FIELDS.index))


def _say_value(edit: Edit, language: Language) -> str:
    value = edit.value or ""
    if isinstance(value, tuple):
        if edit.field == "sectors":
            return list_sectors(value, language)
        return language.day(date.fromisoformat(value[-1]))
    if edit.field == "stage":
        return STAGE.choices[value] if language.code == "fa" else value.replace("_", " ")
    return language.day(date.fromisoformat(value))


@cache
def _say_field(field: str, code: str) -> str:
    return load_language(code).words(f"overturn-field-{field}")
