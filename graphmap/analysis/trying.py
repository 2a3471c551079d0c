"""What a tie that does not exist would do: whom its province meets, what it fills; nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

import numpy as np

from graphmap.analysis.blocks import Block
from graphmap.analysis.dividing import divide_by_target
from graphmap.analysis.findings import PlaceName, name_place
from graphmap.analysis.pairs import JudgedPairs, RivalPair, rank_pair
from graphmap.analysis.scope import Scope, select_ties
from graphmap.errors import GraphmapError
from graphmap.scales import CERTAINTIES, LEVELS, PRESUMED_YEARS, VERDICTS, Certainty, Verdict
from graphmap.schema import Batch, Record, Source, Tie, make_record, validated
from graphmap.schema.kinds_of_tie import find_nature
from graphmap.store.snapshot import NOTHING, Snapshot
from graphmap.text import Name

SOURCE = "source:trial"
"""The id of the source on which a tried tie rests: nobody says it."""


@dataclass(frozen=True, slots=True)
class There:
    """A tie that is there: whose it is, with whom, of what kind and sectors, since when, how sure.

    `nearness` is 0 where it is with the very target, 1 with what lies in it or holds it (the country itself
    does not count as such), 2 elsewhere in the country.
    """

    id: str
    province: PlaceName
    target: PlaceName
    kind: str
    sectors: tuple[str, ...]
    since: str
    certainty: Certainty
    sources: tuple[str, ...]
    nearness: int


@dataclass(frozen=True, slots=True)
class Change:
    """A pair that the tie makes or changes, and what the two were to each other there before."""

    pair: RivalPair
    before: Verdict


@dataclass(frozen=True)
class Trial:
    """What a tie would do on a day.

    `changes` are the pairs of its province that it makes or changes, the strongest first; `there` are the
    ties of its country before it. `regions` are those across a border that it would be the first tie over;
    `alone` says that no other province is in the country, `joins` names the one that was alone there.
    `after` is the snapshot with it, which the store does not hold.
    """

    tie: Tie
    province: PlaceName
    target: PlaceName
    country: PlaceName
    as_of: date
    certainty: Certainty
    changes: tuple[Change, ...]
    there: tuple[There, ...]
    regions: tuple[PlaceName, ...]
    alone: bool
    joins: PlaceName | None
    after: Snapshot

    @property
    def is_event(self) -> bool:
        """Whether it passes: a visit makes no rivalry."""
        return find_nature(self.tie.kind or "") == "event"

    def find_before(self, province: str) -> Verdict:
        """Return what another province and its own were to each other where they now meet."""
        found = (one.before for one in self.changes if province in {place.id for place in one.pair.provinces})
        return next(found, "none")

    def list_met(self, *verdicts: Verdict) -> list[PlaceName]:
        """Return the provinces that it meets with one of some verdicts, each once."""
        met = {
            place.id: place
            for change in self.changes
            for place in change.pair.provinces
            if place.id != self.province.id and change.pair.verdict in verdicts
        }
        return list(met.values())


def make_batch(*ties: Tie) -> Batch:
    """Return what is tried: the ties, and the source that stands for nobody's word."""
    name = Name("Trial: no source says this", "سنجش: در هیچ منبعی نیامده است")
    source: Record = validated(Source, id=SOURCE, name=name.en, name_fa=name.fa, grade="D")
    return Batch.of([source, *ties])


def make_tie(
    province: str, target: str, kind: str, sectors: tuple[str, ...], since: str, document: str | None = None
) -> Tie:
    """Return the tie that is tried, in force from its start; whether it can be, `try_tie` says.

    `document` is the act of several provinces that it is a part of.
    It has an id of its own, so that it is never taken for one that is stored and like it but for its start.
    """
    ends = {"from_id": province, "to_id": target, "kind": kind, "since": since}
    told = {name: value for name, value in (("sectors", sectors), ("document", document)) if value}
    tie = cast(Tie, make_record(Tie, {**ends, "stage": "in_force", "sources": (SOURCE,), **told}))
    return Tie.holding({**tie.given(), "id": f"trial:{tie.identity}"})


def try_tie(
    snapshot: Snapshot, tie: Tie, day: date, presume: int = PRESUMED_YEARS, beside: tuple[Tie, ...] = ()
) -> Trial:
    """Return what a tie would do on a day, or when it surely began if that is later.

    Others may be tried `beside` it: it meets them too.

    Raises Faults as an import would, GraphmapError where its target lies in no country.
    """
    begun: date = tie.derive()["since_latest"]
    as_of = max(day, begun) if begun.year < 9_999 else day
    after = snapshot.with_ties(make_batch(tie, *beside))
    row = after.ties.find(tie.identity)
    province, target, country = (
        int(column[row]) for column in (after.ties.province, after.ties.target, after.ties.country)
    )
    if country == NOTHING or province == NOTHING:
        raise GraphmapError(
            f"{tie.to_id} lies in no country of this graph; right would be a place abroad, or a counterpart "
            "or mission that is placed in one"
        )
    places = after.places
    code, own = places.ids[country], places.ids[province]
    there = list_there(snapshot, tie.target, as_of, presume)
    present = {one.province.id for one in there}
    others = sorted(present - {own})
    only = next(one.province for one in there if one.province.id == others[0]) if len(others) == 1 else None
    borders = after.borders
    regions = [
        int(region)
        for region in borders.target[borders.start == province]
        if int(after.countries[region]) == country
    ]
    return Trial(
        tie=tie,
        province=name_place(after, province),
        target=name_place(after, target),
        country=name_place(after, country),
        as_of=as_of,
        certainty=_find_certainty(after, code, as_of, presume).get(row, "none"),
        changes=tuple(_find_changes(snapshot, after, row, code, as_of, presume)),
        there=there,
        regions=() if own in present else tuple(name_place(after, region) for region in regions),
        alone=not others,
        joins=only if own not in present else None,
        after=after,
    )


def list_there(
    snapshot: Snapshot, target: str, day: date, presume: int = PRESUMED_YEARS
) -> tuple[There, ...]:
    """Return the ties in the country of a place that count on a day, those nearest to the place first."""
    place = snapshot.row(target)
    country = int(snapshot.countries[place])
    if country == NOTHING:
        return ()
    chain = {*snapshot.places.climb(place)} - {country}
    found = _find_certainty(snapshot, snapshot.places.ids[country], day, presume)
    ties = snapshot.ties

    def measure(row: int) -> int:
        at = int(ties.target[row])
        if at == place:
            return 0
        return 1 if place == country or chain & {*snapshot.places.climb(at)} else 2

    there = [
        There(
            id=ties.ids[row],
            province=name_place(snapshot, int(ties.province[row])),
            target=name_place(snapshot, int(ties.target[row])),
            kind=ties.kinds[row],
            sectors=ties.sectors[row],
            since=ties.since[row] or "",
            certainty=certainty,
            sources=ties.sources[row],
            nearness=measure(row),
        )
        for row, certainty in found.items()
    ]
    there.sort(key=lambda one: (one.nearness, -CERTAINTIES.index(one.certainty), one.province.name, one.id))
    return tuple(there)


def _find_certainty(snapshot: Snapshot, country: str, day: date, presume: int) -> dict[int, Certainty]:
    """Return the ties of a country that make their province one that is there, and how sure each is."""
    selection = select_ties(snapshot, Scope("country", as_of=day, country=country, presume=presume))
    rows = np.flatnonzero(selection.present).tolist()
    return {int(selection.ties[row]): CERTAINTIES[int(selection.certainty[row])] for row in rows}


def _find_changes(
    snapshot: Snapshot, after: Snapshot, row: int, country: str, day: date, presume: int
) -> list[Change]:
    """Return the pairs that a tie makes at its target or above it, for each other province the strongest.

    Where two are as strong at several levels, the nearest counts.
    """
    own, tie = after.places.ids[int(after.ties.province[row])], after.ties.ids[row]
    found: dict[str, Change] = {}
    for level in LEVELS:
        if (target := int(after.targets(level)[row])) == NOTHING:
            continue
        scope = Scope(level, as_of=day, country=country, presume=presume)
        at = after.places.ids[target]
        block = _find_block(after, scope, at)
        ids = [] if block is None else [one.id for one in block.provinces]
        if block is None or own not in ids:
            continue  # it is over on that day, as a visit of a year ago is
        before = _judge(_find_block(snapshot, scope, at) if at in snapshot.places else None, own)
        judged = block.judged
        chosen = np.zeros_like(judged.meet)
        place = ids.index(own)
        chosen[place, :] = chosen[:, place] = True
        for chosen_pair in JudgedPairs(block, judged, level).choose(None, chosen & judged.meet):
            pair = chosen_pair.described
            other = next(one.id for one in pair.provinces if one.id != own)
            strongest = VERDICTS.index(found[other].pair.verdict) if other in found else 0
            was = before.get(other, "none")
            # What it does where the other does nothing of the kind changes nothing between the two.
            concerns = tie in pair.ties and (pair.verdict != was or tie in pair.meeting.ties)
            if concerns and VERDICTS.index(pair.verdict) > strongest:
                found[other] = Change(pair, was)
    return sorted(found.values(), key=lambda one: rank_pair(one.pair))


def _find_block(snapshot: Snapshot, scope: Scope, target: str) -> Block | None:
    blocks = divide_by_target(select_ties(snapshot, scope, beside=True))
    return next((block for block in blocks if block.target.id == target), None)


def _judge(block: Block | None, own: str) -> dict[str, Verdict]:
    """Return what each other province is to one at a target."""
    ids = [] if block is None else [one.id for one in block.provinces]
    if block is None or own not in ids:
        return {}
    strength = block.judged.strength[ids.index(own)].tolist()
    return {other: VERDICTS[code] for other, code in zip(ids, strength, strict=True) if other != own}
