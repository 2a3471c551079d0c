"""What changed at one target, or of one province: what began, ended and fell silent, who became rivals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from graphmap.analysis.findings import (
    NAMES_IN_A_SENTENCE,
    Doubt,
    PlaceName,
    give_names,
    join_clauses,
    list_names,
)
from graphmap.scales import Verdict
from graphmap.text import Name

if TYPE_CHECKING:
    from graphmap.language import Language

Move = Literal["began", "ended", "silent", "perhaps began", "perhaps ended"]
MOVES: tuple[Move, ...] = get_args(Move)
"""What became of a tie: *silent* surely held before, also by presumption, and has shown no sign since."""

Turn = Literal["became", "perhaps became", "ceased", "perhaps ceased"]
TURNS: tuple[Turn, ...] = get_args(Turn)
"""What became of a pair: rivals are certain or presumed; perhaps, where the other day's is possible."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A tie that began, ended or fell silent, surely or perhaps within the days."""

    tie: str
    move: Move
    province: PlaceName
    target: PlaceName


@dataclass(frozen=True, slots=True)
class Turned:
    """Two provinces that became rivals at a target, or ceased to be, and the ties by which they do."""

    turn: Turn
    provinces: tuple[PlaceName, PlaceName]
    target: PlaceName
    before: Verdict
    after: Verdict
    ties: tuple[str, ...]

    @property
    def called(self) -> Name:
        """Return the two by name, in both languages."""
        one, other = (place.called for place in self.provinces)
        return Name(*(f"{one.in_language(code)} – {other.in_language(code)}" for code in ("en", "fa")))


@dataclass(frozen=True, slots=True)
class Counts:
    """How many ties surely are there on a day, with how many others, and how many pairs are rivals."""

    ties: int
    others: int
    rivals: int


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed at a target, or of a province; `before` and `after` count what is there then."""

    place: PlaceName
    by: Literal["target", "province"]
    moved: tuple[Moved, ...]
    turned: tuple[Turned, ...]
    before: Counts
    after: Counts
    unknown: tuple[Doubt, ...]

    @property
    def ties(self) -> tuple[str, ...]:
        """Return the ids of the ties that moved, and of those of pairs that turned."""
        turned = (tie for one in self.turned for tie in one.ties)
        return tuple(dict.fromkeys((*(one.tie for one in self.moved), *turned)))

    def list_moved(self, *moves: Move) -> list[Moved]:
        """Return the ties that moved so."""
        return [one for one in self.moved if one.move in moves]

    def list_turned(self, *turns: Turn) -> list[Turned]:
        """Return the pairs that turned so."""
        return [one for one in self.turned if one.turn in turns]

    def name_others(self, moved: Iterable[Moved]) -> list[PlaceName]:
        """Return the other ends of some ties, each once: provinces at a target, targets of a province."""
        return list(dict.fromkeys(one.province if self.by == "target" else one.target for one in moved))

    def sentence(self, language: Language) -> str:
        """Say what changed, in numbers and names, in a language."""
        clauses = []
        for move in MOVES:
            if some := self.list_moved(move):
                names = list_names(self.name_others(some), language)
                name = f"change-{move.replace(' ', '-')}"
                clauses.append(language.words(name, ties=len(some), names=names))
        for turn in TURNS:
            if pairs := self.list_turned(turn):
                named = [self._name_pair(one, language) for one in pairs]
                names = language.words("clause-mark").join(named[:NAMES_IN_A_SENTENCE])
                if (more := len(named) - NAMES_IN_A_SENTENCE) > 0:
                    names = language.words("and-more", listed=names, more=more)
                name = f"change-{turn.replace(' ', '-')}"
                clauses.append(language.words(name, pairs=len(pairs), names=names))
        clauses.append(
            language.words(
                f"change-counts-{self.by}",
                ties_before=self.before.ties,
                ties=self.after.ties,
                others_before=self.before.others,
                others=self.after.others,
                rivals_before=self.before.rivals,
                rivals=self.after.rivals,
            )
        )
        clauses += [one.sentence(language) for one in self.unknown if one.what in ("dates", "start")]
        said = join_clauses(clauses, language)
        return language.words("change-at", place=self.place.in_language(language), changes=said)

    def _name_pair(self, turned: Turned, language: Language) -> str:
        one, other = (place.in_language(language) for place in turned.provinces)
        if self.by == "target":
            return language.words("change-pair", one=one, other=other)
        beside = other if turned.provinces[0] == self.place else one
        return language.words("change-pair-at", other=beside, target=turned.target.in_language(language))

    def cells(self) -> dict[str, Any]:
        """Return its value of each column."""
        began, ended, silent = (self.list_moved(move) for move in ("began", "ended", "silent"))
        became, ceased = self.list_turned("became"), self.list_turned("ceased")
        return {
            **give_names("place", self.place),
            "began": len(began),
            **give_names("began_who", self.name_others(began)),
            "ended": len(ended),
            **give_names("ended_who", self.name_others(ended)),
            "silent": len(silent),
            "perhaps": len(self.list_moved("perhaps began", "perhaps ended")),
            "became": len(became),
            **_give_pairs("became_who", became),
            "ceased": len(ceased),
            **_give_pairs("ceased_who", ceased),
            "unsure": len(self.list_turned("perhaps became", "perhaps ceased")),
            "ties_before": self.before.ties,
            "ties_after": self.after.ties,
            "rivals_before": self.before.rivals,
            "rivals_after": self.after.rivals,
            "ties": self.ties,
            "place_id": self.place.id,
        }

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {
            "place": self.place.as_json(),
            "moved": [
                {"tie": one.tie, "move": one.move, "province": one.province.id, "target": one.target.id}
                for one in self.moved
            ],
            "turned": [
                {
                    "turn": one.turn,
                    "provinces": [place.id for place in one.provinces],
                    "target": one.target.id,
                    "before": one.before,
                    "after": one.after,
                    "ties": list(one.ties),
                }
                for one in self.turned
            ],
            "before": _count(self.before),
            "after": _count(self.after),
            "ties": list(self.ties),
            "unknown": [doubt.as_json() for doubt in self.unknown],
        }


def _count(counts: Counts) -> dict[str, int]:
    return {"ties": counts.ties, "others": counts.others, "rivals": counts.rivals}


def _give_pairs(column: str, turned: Iterable[Turned]) -> dict[str, Any]:
    names = [one.called for one in turned]
    return {column: [name.en for name in names], f"{column}_fa": [name.in_language("fa") for name in names]}


def rank_changed(changed: Changed) -> tuple[Any, ...]:
    """Return by what changes are ordered: pairs that turned, ties that moved, the surer first; then id."""
    turned = len(changed.list_turned("became", "ceased"))
    moved = len(changed.list_moved("began", "ended"))
    return -turned, -moved, -len(changed.turned), -len(changed.moved), changed.place.id
