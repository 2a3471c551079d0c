"""Two provinces and what they are to each other toward one target, and how it is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, overload

from graphmap.analysis.blocks import Block
from graphmap.analysis.findings import (
    Doubt,
    PlaceName,
    find_last_sign,
    give_names,
    join_clauses,
    list_sectors,
)
from graphmap.analysis.judging import Judged
from graphmap.analysis.measures import Shares
from graphmap.analysis.meetings import Meeting, find_meeting
from graphmap.analysis.standings import choose_first
from graphmap.language import DAYS_OF_YEAR
from graphmap.scales import LEVELS, RIVALRY, VERDICTS, Level, Verdict, name_message
from graphmap.store.snapshot import Flags

if TYPE_CHECKING:
    from graphmap.language import Language

PAIRS_DESCRIBED = 500
"""How many pairs of one target are described unless more are asked for: more than 31 provinces can make."""


@dataclass(frozen=True, slots=True)
class RivalPair:
    """Two provinces and what they are to each other toward one target.

    `verdict` rests on the ties that are or were in force, `preparing` on those where one of the two is not
    yet ("none" if there is no such tie). `days` are those on which both are there, at least and at most,
    whatever the sector (None: not known). `shares` are R, J, C and U where all sectors and dates are known,
    else None; `rivalry_range` is the least and the most that R can be, None where no period can be told, and
    `presumed_range` the same if all that is presumed to go on does, None where nothing rests on that.
    `first` is the province that certainly came first. `meeting` says by which ties the two meet there, in
    what, and since when; `joint_ties` are those that rest on an act of both, `joint_acts` their documents.
    """

    target: PlaceName
    level: Level
    provinces: tuple[PlaceName, PlaceName]
    verdict: Verdict
    preparing: Verdict
    days: tuple[int | None, int | None]
    shares: Shares | None
    rivalry_range: tuple[float, float] | None
    presumed_range: tuple[float, float] | None
    meeting: Meeting
    first: PlaceName | None
    ties: tuple[str, ...]
    joint_ties: tuple[str, ...]
    joint_acts: tuple[str, ...]
    unknown: tuple[Doubt, ...]

    @property
    def sectors(self) -> tuple[str, ...]:
        """Return the sectors in which the two meet."""
        return self.meeting.sectors

    @property
    def silent_since(self) -> date | None:
        """Return the last sign of life of ties of which it is too old; None where no verdict hangs on it."""
        return None if self.verdict in ("certain", "presumed") else find_last_sign(self.unknown)

    @property
    def least_rivalry(self) -> float | None:
        """Return the least that R can be, None where no period can be told."""
        if self.shares is not None:
            return self.shares.rivalry
        known = self.presumed_range or self.rivalry_range
        return None if known is None else known[0]

    def sentence(self, language: Language, days: bool = True) -> str:
        """Say it in a language; without days where a tie only begins, of which those so far say nothing."""
        return self._say("pair", language, days)

    def named(self, language: Language) -> str:
        """Name target, provinces and verdict alone: "Iraq: Tehran and Qazvin, presumed rivalry"."""
        one, other = (province.in_language(language) for province in self.provinces)
        verdict, target = say_verdict(self.verdict, language), self.target.in_language(language)
        return language.words("pair-named", target=target, one=one, other=other, verdict=verdict)

    def remark(self, language: Language) -> str:
        """Say it briefly, where the target has just been named: no number that says nothing."""
        return self._say("pair-here", language)

    def _say(self, message: str, language: Language, days: bool = True) -> str:
        one, other = (province.in_language(language) for province in self.provinces)
        what, target = say_verdict(self.verdict, language), self.target.in_language(language)
        briefly = message != "pair"
        named = {} if briefly else {"target": target}
        clauses = [language.words(message, one=one, other=other, verdict=what, **named)]
        if self.verdict == "joint" and self.joint_acts:
            clauses.append(language.words("pair-act", acts=language.list_names(self.joint_acts)))
        if self.sectors:
            clauses.append(language.words("pair-sectors", sectors=list_sectors(self.sectors, language)))
        if self.verdict != "none":
            clauses += self._say_since(language)
        if self.joint_ties and self.verdict != "joint":
            acts = language.list_names(self.joint_acts)
            clauses.append(language.words("pair-joint", ties=len(self.joint_ties), acts=acts))
        if self.preparing != "none":
            clauses.append(language.words("preparing", verdict=say_verdict(self.preparing, language)))
        # Where one of the two has nothing in force yet, that it shared no day goes without saying.
        told = (self.verdict != "none" or self.preparing == "none") and (self.days[0] or not briefly)
        if days and told:
            clauses += self._say_days(language)
        if self.shares is not None:
            parts = {
                "rivalry": self.shares.rivalry,
                "joint": self.shares.joint,
                "complementarity": self.shares.complementarity,
                "one_sided": self.shares.one_sided,
            }
            said = {name: language.percent(part) for name, part in parts.items()}
            clauses.append(
                language.words("pair-shares-joint" if self.shares.joint else "pair-shares", **said)
            )
        elif (known := self.presumed_range or self.rivalry_range) and not (
            # A range of all says nothing; that a joint act alone is no rivalry goes without saying.
            (round(known[0], 2), round(known[1], 2)) == (0, 1)
            or (self.verdict == "joint" and known == (0, 0))
        ):
            least, most = (language.percent(share) for share in known)
            presumed = "-presumed" if self.presumed_range else ""
            shape = "pair-range" if least != most else "pair-about" if known[1] else "pair-nothing"
            clauses.append(language.words(shape + presumed, least=least, most=most))
        if self.first is not None and self.verdict != "joint":
            clauses.append(language.words("pair-first", province=self.first.in_language(language)))
        clauses += [doubt.sentence(language) for doubt in self.unknown]
        return join_clauses(clauses, language)

    def _say_since(self, language: Language) -> Iterator[str]:
        """Say since when both are there, or that no more than the day of a list shows it."""
        if self.meeting.since is not None:
            yield language.words("pair-since", date=language.date_text(self.meeting.since, "since"))
        elif self.meeting.since_latest is not None:
            name = "pair-listed" if self.meeting.listed else "pair-since-latest"
            yield language.words(name, day=self.meeting.since_latest)

    def _say_days(self, language: Language) -> Iterator[str]:
        least, most = self.days
        if least is not None and least == most:
            yield _add_years(language.words("pair-days-exactly", days=least), least, most, language)
        elif least == 0 and most is not None:
            yield _add_years(language.words("pair-days-at-most", most=most), least, most, language)
        elif least is not None and most is not None:
            said = language.words("pair-days-between", least=least, most=most)
            yield _add_years(said, least, most, language)
        elif least:
            yield _add_years(language.words("pair-days-at-least", days=least), least, least, language)
        else:
            yield language.words("pair-days-unknown")

    def cells(self) -> dict[str, Any]:
        """Return its value of each column."""
        least, most = self.presumed_range or self.rivalry_range or (self.least_rivalry, self.least_rivalry)
        return {
            **give_names("target", self.target),
            "level": self.level,
            "verdict": self.verdict,
            **give_names("who", self.provinces),
            "provinces": len(self.provinces),
            "sectors": tell_sectors(self.sectors, self.verdict, self.preparing, self.unknown),
            "since": self.meeting.since if self.verdict != "none" else None,
            "silent_since": self.silent_since,
            "least": least,
            "most": most,
            "ties": self.ties,
            "target_id": self.target.id,
            "province_ids": [province.id for province in self.provinces],
        }

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it; R, J, C and U are None where sectors or dates are not known."""
        shares = self.shares
        return {
            "target": self.target.as_json(),
            "level": self.level,
            "provinces": [province.id for province in self.provinces],
            "verdict": self.verdict,
            "preparing": self.preparing,
            "days": {"least": self.days[0], "most": self.days[1]},
            "R": shares.rivalry if shares else None,
            "J": shares.joint if shares else None,
            "C": shares.complementarity if shares else None,
            "U": shares.one_sided if shares else None,
            "R_range": list(self.rivalry_range) if self.rivalry_range else None,
            "R_range_presumed": list(self.presumed_range) if self.presumed_range else None,
            "sectors": list(self.sectors),
            "both_since": self.meeting.since,
            "both_since_latest": self.meeting.since_latest.isoformat() if self.meeting.since_latest else None,
            "first": self.first.id if self.first else None,
            "ties": list(self.ties),
            "meeting_ties": list(self.meeting.ties),
            "joint_ties": list(self.joint_ties),
            "joint_acts": list(self.joint_acts),
            "unknown": [doubt.as_json() for doubt in self.unknown],
        }


def list_counts(verdicts: Iterable[tuple[Verdict, int]], language: Language) -> list[str]:
    """Say how many pairs have which verdict, one text a verdict."""
    return [f"{say_verdict(verdict, language)}: {language.number(count)}" for verdict, count in verdicts]


def tell_sectors(
    common: Sequence[str], verdict: Verdict, preparing: Verdict, unknown: Iterable[Doubt]
) -> list[str] | None:
    """Return common sectors as a cell has them: empty where those known are different ones, None: unknown."""
    if common:
        return [*common]
    decides = preparing if verdict == "none" else verdict
    untold = any(doubt.what == "sectors" for doubt in unknown)
    return None if untold or decides in (*RIVALRY, "possible") else []


def _add_years(said: str, least: int, most: int, language: Language) -> str:
    """Add to days, from a year on, how many years they are."""
    if most < DAYS_OF_YEAR:
        return said
    fewest, years = (round(days / DAYS_OF_YEAR) for days in (least, most))
    if fewest == years:
        return language.words("span-years", days=said, years=years)
    if not fewest:
        return language.words("span-years-at-most", days=said, years=years)
    return language.words("span-years-between", days=said, least=fewest, most=years)


def say_verdict(verdict: Verdict, language: Language) -> str:
    """Say a verdict in a language."""
    return language.words(name_message("verdict", verdict))


class JudgedPair:
    """Two provinces at a target, judged; what else is said of them is worked out when it is asked for.

    To rank hundreds by it and to describe a few is far less work than to describe them all.
    """

    def __init__(
        self, block: Block, level: Level, places: tuple[int, int], verdict: Verdict, preparing: Verdict
    ) -> None:
        """Take the target with all its ties, the place of each of the two there, and what they are."""
        self._block, self._places, self.level = block, places, level
        self.provinces = (block.provinces[places[0]], block.provinces[places[1]])
        self.verdict, self.preparing = verdict, preparing

    @cached_property
    def meeting(self) -> Meeting:
        """Return by which ties the two meet there, in what, and since when."""
        return find_meeting(self._block, *self._places)

    @cached_property
    def shares(self) -> Shares | None:
        """Return R, J, C and U, None where a sector or date is not known."""
        return self._block.measure_pair(*self._places)

    @cached_property
    def rivalry_range(self) -> tuple[float, float] | None:
        """Return the least and the most that R can be, None where no period can be told."""
        return self._block.bound_pair(*self._places)

    @cached_property
    def presumed_range(self) -> tuple[float, float] | None:
        """Return the same if all that is presumed to go on does, None where nothing rests on that."""
        return self._block.bound_pair(*self._places, presume=True) if self.verdict == "presumed" else None

    @cached_property
    def least_rivalry(self) -> float | None:
        """Return the least that R can be, None where no period can be told."""
        if self.shares is not None:
            return self.shares.rivalry
        find = self._block.find_least_rivalry
        presumed = find(*self._places, presume=True) if self.verdict == "presumed" else None
        return find(*self._places) if presumed is None else presumed

    @cached_property
    def described(self) -> RivalPair:
        """Return all that is said of the two."""
        block, places = self._block, self._places
        first = block.find_first(*places)
        return RivalPair(
            target=block.target,
            level=self.level,
            provinces=self.provinces,
            verdict=self.verdict,
            preparing=self.preparing,
            days=block.count_days(*places),
            shares=self.shares,
            rivalry_range=self.rivalry_range,
            presumed_range=self.presumed_range,
            meeting=self.meeting,
            first=None if first is None else block.provinces[first],
            ties=block.list_ties(*places),
            joint_ties=block.list_joint_ties(*places),
            joint_acts=block.list_joint_acts(*places),
            unknown=block.list_doubts(*places),
        )


class JudgedPairs:
    """The pairs of provinces of one target: each is looked at once, however often it is asked for."""

    def __init__(self, block: Block, judged: Judged, level: Level) -> None:
        """Take the target with all its ties, and what its pairs are."""
        self._block, self._judged, self._level = block, judged, level
        self._known: dict[tuple[int, int], JudgedPair] = {}

    def choose(self, limit: int | None = None, chosen: Flags | None = None) -> list[JudgedPair]:
        """Return some of the pairs, by strength and ids, at most so many.

        `chosen` says in a square table which; without it those that are anything to each other.
        """
        one, other = choose_first(self._judged, limit, chosen)
        return [*map(self._find, zip(one.tolist(), other.tolist(), strict=True))]

    def _find(self, places: tuple[int, int]) -> JudgedPair:
        if places not in self._known:
            codes = self._judged.strength[places], self._judged.preparing[places]
            told = (VERDICTS[code] for code in codes)
            self._known[places] = JudgedPair(self._block, self._level, places, *told)
        return self._known[places]


class DescribedPairs(Sequence[RivalPair]):
    """Pairs in their order, each described when it is looked at."""

    def __init__(self, pairs: Sequence[JudgedPair] = ()) -> None:
        """Take the pairs."""
        self._pairs = pairs

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._pairs)

    @overload
    def __getitem__(self, place: int) -> RivalPair: ...
    @overload
    def __getitem__(self, place: slice) -> DescribedPairs: ...
    def __getitem__(self, place: int | slice) -> RivalPair | DescribedPairs:
        """Return a pair, or some of them."""
        if isinstance(place, slice):
            return DescribedPairs(self._pairs[place])
        return self._pairs[place].described

    def __eq__(self, other: object) -> bool:
        """Say whether all that is said of them is the same."""
        return isinstance(other, DescribedPairs) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        """Hash by all that is said of them."""
        return hash(tuple(self))


def rank_pair(pair: RivalPair | JudgedPair) -> tuple[int, int, int, float, int, tuple[str, ...]]:
    """Return what pairs are ordered by: verdict, nearness, the least R, how lately they came to meet, ids."""
    return (
        -VERDICTS.index(pair.verdict),
        LEVELS.index(pair.level),
        -VERDICTS.index(pair.preparing),
        *rank_meeting(pair),
        tuple(province.id for province in pair.provinces),
    )


DECIMALS = 9
"""To how many of them R is compared: the sums that it is made of differ in the last ones by their order."""


def rank_meeting(pair: RivalPair | JudgedPair) -> tuple[float, int]:
    """Return what pairs of one verdict are ordered by: the least R (the greatest first), the latest day."""
    least, latest = pair.least_rivalry, pair.meeting.since_latest
    return 1.0 if least is None else -round(least, DECIMALS), 0 if latest is None else -latest.toordinal()
