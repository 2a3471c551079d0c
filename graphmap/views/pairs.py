"""Pairs of provinces on a page: what each two are to each other, in one sector or all, found in one place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

import numpy as np

from graphmap.analysis.contests import Contest
from graphmap.analysis.dividing import Division, divide_by_target
from graphmap.analysis.meeting_points import judge_contests
from graphmap.analysis.meetings import Meeting
from graphmap.analysis.pairs import RivalPair
from graphmap.analysis.ranked_contests import gather_contests
from graphmap.analysis.ranked_contests import list_pairs as list_rival_pairs
from graphmap.analysis.scope import Scope, select_ties
from graphmap.analysis.standing import PairTable, judge_targets, list_farther, list_places, pool_verdicts
from graphmap.scales import LEVELS, RIVALRY, VERDICTS, Level, Verdict
from graphmap.store.snapshot import Snapshot

MOST_PAIRS = 2000
"""How many pairs a page lists at most, the strongest; all are counted."""


@dataclass(frozen=True, slots=True)
class ShownPair:
    """Two provinces and what they are to each other where they meet: the nearest target that both have.

    `country` is that of `target`. `verdict` rests on ties in force ("none": they meet by ties not in force
    yet alone, which `preparing` judges). `sectors` are common to both there, `since` the date (EDTF) from
    which both are there, None where the source gives none; `since_latest` is the day by which they were, and
    `listed` says that no more than the day of a list shows it. `ties` make the verdict; `joint_ties` rest on
    an act of both, and `first` is the province that certainly came first: both are told of all sectors alone.
    """

    provinces: tuple[str, str]
    country: str
    target: str
    level: Level
    verdict: Verdict
    preparing: Verdict
    sectors: tuple[str, ...]
    since: str | None
    since_latest: date | None
    listed: bool
    ties: tuple[str, ...]
    joint_ties: tuple[str, ...] = ()
    first: str | None = None


@dataclass(frozen=True, slots=True)
class ShownContest:
    """A target at which pairs meet, and how many of them have which verdict, the strongest first."""

    target: str
    level: Level
    country: str
    provinces: tuple[str, ...]
    verdict: Verdict
    verdicts: tuple[tuple[Verdict, int], ...]


@dataclass(frozen=True, eq=False)
class Pairs:
    """The pairs of a page's provinces, in one sector (a tie of no known sector counts possibly) or in all.

    `listed` are the strongest, at most MOST_PAIRS, ranked as graphmap.analysis ranks them (in one sector by
    verdict and nearness alone); `tables` hold what all are to each other in each country. Sentence, list,
    matrix, map and table read what a province meets from here and from nowhere else.
    """

    sector: str | None
    listed: tuple[ShownPair, ...]
    contests: tuple[ShownContest, ...]
    tables: Mapping[str, PairTable] = field(repr=False)

    def find_verdict(self, province: str, country: str) -> Verdict:
        """Return the strongest verdict of a province's pairs in a country: that of a cell of the matrix."""
        table = self.tables.get(country)
        return table.strongest.get(province, "none") if table else "none"

    @cached_property
    def rivals(self) -> tuple[Counter[str], Counter[str]]:
        """Count the pairs of rivals, certain or presumed, of each province and of each country."""
        least = min(VERDICTS.index(verdict) for verdict in RIVALRY)
        of: Counter[str] = Counter()
        there: Counter[str] = Counter()
        for country, table in self.tables.items():
            counts = (table.strength >= least).sum(axis=1).tolist()
            of.update({name: count for name, count in zip(table.provinces, counts, strict=True) if count})
            there[country] = sum(counts) // 2
        return of, there

    @property
    def lists_all(self) -> bool:
        """Return whether `listed` has all pairs that are something, and not the strongest alone."""
        met = {(pair.provinces, pair.country) for pair in self.listed if pair.verdict != "none"}
        return len(met) == sum(self.count_verdicts().values())

    def count_verdicts(self, country: str | None = None, province: str | None = None) -> dict[Verdict, int]:
        """Return how many pairs have which verdict: two provinces in one country are one pair, and once.

        In a country, of a province, or both; None means any.
        """
        tables = self.tables.values() if country is None else filter(None, [self.tables.get(country)])
        if province is None:
            return pool_verdicts(table.verdicts for table in tables)
        return pool_verdicts(Counter(table.list_others(province).values()) for table in tables)

    def list_rivals(self, province: str, country: str | None = None) -> dict[str, Verdict]:
        """Return what other provinces are to one, in a country or the strongest in any; strongest first."""
        found: dict[str, Verdict] = {}
        for name, table in self.tables.items():
            if country in (None, name):
                for other, verdict in table.list_others(province).items():
                    if VERDICTS.index(verdict) > VERDICTS.index(found.get(other, "none")):
                        found[other] = verdict
        return dict(sorted(found.items(), key=lambda one: (-VERDICTS.index(one[1]), one[0])))

    def list_pairs(
        self, country: str | None = None, province: str | None = None, other: str | None = None
    ) -> list[ShownPair]:
        """Return the listed pairs in a country, of a province, of it and another; None means any."""
        meant = {place for place in (province, other) if place}
        return [
            pair for pair in self.listed if country in (None, pair.country) and meant <= set(pair.provinces)
        ]


def find_pairs(snapshot: Snapshot, as_of: date | None, presume: int) -> Pairs:
    """Find the pairs of all sectors, ranked as the analysis of rivals ranks them."""
    scope = Scope("country", as_of=as_of, presume=presume)
    blocks = _divide(snapshot, scope)
    contests = gather_contests(snapshot, scope, blocks)
    tables = judge_targets(contests.in_any_order.squares, contests.in_any_order)
    farther = list_farther(contests.in_any_order, MOST_PAIRS)
    found = [_show(snapshot, pair) for pair in (*farther, *list_rival_pairs(contests, MOST_PAIRS))]
    found.sort(key=_rank)  # in a stable order: ranked as they were where alike
    return Pairs(None, tuple(found[:MOST_PAIRS]), tuple(_show_contests(snapshot, contests)), tables)


def find_pairs_in(snapshot: Snapshot, as_of: date | None, presume: int, sector: str, whole: Pairs) -> Pairs:
    """Find the pairs in one sector; of `whole`, those of all, it keeps what a sector leaves alone."""
    scope = Scope("country", as_of=as_of, presume=presume, sector=sector)
    blocks = _divide(snapshot, scope)
    contests = judge_contests(snapshot, scope, blocks)
    tables = judge_targets(contests.squares, contests)
    shown = [*_show_farther(tables)]
    for contest, one, other, known in _choose_meetings(contests, whole):
        verdict = VERDICTS[contest.strengths[1][one, other]]
        if known and known.verdict == verdict == "possible":
            shown.append(known)
            continue
        provinces = contest.strengths[0]
        shown.append(
            _show_meeting(
                (provinces[one].id, provinces[other].id),
                _find_country(snapshot, contest.target.id),
                contest.target.id,
                contest.level,
                verdict,
                contest.find_meeting(one, other),
            )
        )
    shown.sort(key=_rank)
    return Pairs(sector, tuple(shown[:MOST_PAIRS]), tuple(_show_contests(snapshot, contests)), tables)


def _choose_meetings(
    contests: Iterable[Contest], whole: Pairs
) -> Iterator[tuple[Contest, int, int, ShownPair | None]]:
    """Yield the first MOST_PAIRS pairs of contests: by verdict and nearness, then as those of all sectors.

    Each with the places of its provinces, and what it is in all sectors where that is listed: of very many
    alike those that are not follow by their ids.
    """
    by_target = {contest.target.id: contest for contest in contests}
    kinds: defaultdict[tuple[int, int], list[Contest]] = defaultdict(list)
    for _, contest in sorted(by_target.items()):
        for code in np.unique(contest.strengths[1]).tolist():
            if code:
                kinds[-code, LEVELS.index(contest.level)].append(contest)
    places = {
        name: {place.id: at for at, place in enumerate(contest.strengths[0])}
        for name, contest in by_target.items()
    }
    listed: defaultdict[tuple[int, int], list[tuple[Contest, int, int, ShownPair]]] = defaultdict(list)
    for pair in whole.listed:
        contest_of, here = by_target.get(pair.target), places.get(pair.target, {})
        if contest_of and all(province in here for province in pair.provinces):
            one, other = (here[province] for province in pair.provinces)
            kind = -int(contest_of.strengths[1][one, other]), LEVELS.index(contest_of.level)
            listed[kind].append((contest_of, one, other, pair))
    left = MOST_PAIRS
    for kind, alike in sorted(kinds.items()):
        first = listed[kind][:left]
        yield from first
        left -= len(first)
        taken = {(contest.target.id, one, other) for contest, one, other, _ in first}
        for contest in alike:
            for one, other in list_places(contest.strengths[1] == -kind[0], left + len(taken)):
                if left and (contest.target.id, one, other) not in taken:
                    yield contest, one, other, None
                    left -= 1


def _divide(snapshot: Snapshot, scope: Scope) -> Division:
    return divide_by_target(select_ties(snapshot, scope, beside=True))


def _show_farther(tables: Mapping[str, PairTable]) -> Iterator[ShownPair]:
    """Show who meets nearer without rivalry and is more in the country, the strongest first."""
    left = MOST_PAIRS
    for verdict in reversed(VERDICTS[1:]):
        for country, table in tables.items():
            for one, other in list_places(table.farther == VERDICTS.index(verdict), left):
                provinces = table.provinces[one], table.provinces[other]
                meeting = table.find_meeting(one, other)
                yield _show_meeting(provinces, country, country, "country", verdict, meeting)
                left -= 1


def _show_meeting(
    provinces: tuple[str, str], country: str, target: str, level: Level, verdict: Verdict, meeting: Meeting
) -> ShownPair:
    return ShownPair(
        provinces=provinces,
        country=country,
        target=target,
        level=level,
        verdict=verdict,
        preparing="none",
        sectors=meeting.sectors,
        since=meeting.since,
        since_latest=meeting.since_latest,
        listed=meeting.listed,
        ties=meeting.ties,
    )


def _show(snapshot: Snapshot, pair: RivalPair) -> ShownPair:
    provinces = pair.provinces[0].id, pair.provinces[1].id
    country = _find_country(snapshot, pair.target.id)
    shown = _show_meeting(provinces, country, pair.target.id, pair.level, pair.verdict, pair.meeting)
    return replace(
        shown,
        preparing=pair.preparing,
        joint_ties=pair.joint_ties,
        first=pair.first.id if pair.first else None,
    )


def _rank(pair: ShownPair) -> tuple[int, int]:
    return -VERDICTS.index(pair.verdict), LEVELS.index(pair.level)


def _show_contests(snapshot: Snapshot, contests: Iterable[Contest]) -> Iterator[ShownContest]:
    for contest in contests:
        yield ShownContest(
            target=contest.target.id,
            level=contest.level,
            country=_find_country(snapshot, contest.target.id),
            provinces=tuple(place.id for place in contest.provinces),
            verdict=contest.verdict,
            verdicts=contest.verdicts,
        )


def _find_country(snapshot: Snapshot, place: str) -> str:
    return snapshot.places.ids[int(snapshot.countries[snapshot.row(place)])]
