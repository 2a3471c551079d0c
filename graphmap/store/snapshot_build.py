"""Puts the tables of a snapshot together from gathered columns: ids become rows, ties reach every level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar, cast

import numpy as np
import numpy.typing as npt

from graphmap.errors import GraphmapError
from graphmap.schema import Body, City, Mission, Source
from graphmap.schema.nodes import BODY_KIND
from graphmap.store.columns import (
    NO_DAY,
    NOTHING,
    Coded,
    Days,
    Flags,
    Indices,
    Numbers,
    Texts,
    Words,
    freeze,
    map_rows,
)
from graphmap.store.ended import settle_ends
from graphmap.store.snapshot_read import NAMED_IN_PLURAL, Frame, Frames
from graphmap.store.snapshot_tables import Tables, find_levels_above
from graphmap.store.table import Table
from graphmap.store.tables import (
    MUNICIPAL,
    Accreditations,
    Borders,
    Districts,
    Lasting,
    Missions,
    People,
    Places,
    Plans,
    Posts,
    Sectors,
    Sources,
    Terms,
    Ties,
    Trade,
)

THROUGH = ("", MUNICIPAL, *BODY_KIND.choices)
"""By what a tie comes to its province: by nothing else, by a city, by a body of some kind."""

OneTable = TypeVar("OneTable", bound=Table)
AllTables = TypeVar("AllTables", bound=Tables)


@dataclass(frozen=True)
class Rows:
    """The rows of places, people and missions by their ids."""

    places: Mapping[str, int]
    people: Mapping[str, int]
    missions: Mapping[str, int]


def assemble(kind: type[AllTables], frames: Frames) -> AllTables:
    """Put a snapshot (a kind of tables) together; GraphmapError where there is no home country."""
    home = np.flatnonzero(cast(Flags, frames["places"].columns["home"]))
    if not len(home):
        raise GraphmapError("the graph has no home country; `graphmap init --home CODE` gives it one")
    rows = Rows(*(number_rows(frames[name].ids) for name in ("places", "people", "missions")))
    places = build_places(frames, rows.places)
    sources = build_sources(frames["sources"])
    return kind(
        home=places.ids[int(home[0])],
        places=places,
        ties=settle_ends(build_ties(frames["ties"], rows.places, places), sources),
        missions=_fill(
            Missions,
            frames["missions"],
            names=_name(frames["missions"]),
            city=_climb(frames["placements"], rows.missions, rows.places),
            sender=_climb(frames["senders"], rows.missions, rows.places),
        ),
        accreditations=_join(
            Accreditations, frames["accreditations"], mission=rows.missions, country=rows.places
        ),
        districts=_join(Districts, frames["districts"], mission=rows.missions, place=rows.places),
        borders=_join(Borders, frames["borders"], start=rows.places, target=rows.places),
        trade=_join(Trade, frames["trade"], start=rows.places, target=rows.places),
        people=_fill(People, frames["people"], names=_name(frames["people"])),
        terms=_join(Terms, frames["terms"], person=rows.people, province=rows.places),
        posts=_build_posts(frames["posts"], rows),
        sectors=_fill(Sectors, frames["sectors"], names=_name(frames["sectors"])),
        sources=sources,
        plans=_fill(Plans, frames["plans"], names=_name(frames["plans"])),
    )


def number_rows(ids: list[str]) -> dict[str, int]:
    """Return the row of each id."""
    return {identity: row for row, identity in enumerate(ids)}


def build_places(frames: Frames, rows: Mapping[str, int]) -> Places:
    """Build the places, each with what it lies in or represents among them."""
    parent = _climb(frames["placements"], rows, rows)
    speaks_for = _climb(frames["representations"], rows, rows)
    parent = np.where(speaks_for == NOTHING, parent, speaks_for)
    frame = frames["places"]
    labels = cast(Words[str], frame.columns["labels"])
    # A mission stands for the country that sends it, wherever it lies.
    missions = labels.codes == labels.find_code(Mission.stored_as)
    parent = freeze(np.where(missions, _climb(frames["senders"], rows, rows), parent))
    return _fill(Places, frame, names=_name(frame), parent=parent)


def build_sources(frame: Frame) -> Sources:
    """Build the sources; which are invented, the schema says."""
    table = _fill(Sources, frame, names=_name(frame))
    told = zip(table.ids, table.notes, table.invented.tolist(), strict=True)
    invented = [
        Source.holding({"id": identity, "note": note, "invented": said}).is_invented()
        for identity, note, said in told
    ]
    return replace(table, invented=freeze(np.array(invented, np.bool_)))


def build_ties(frame: Frame, rows: Mapping[str, int], places: Places) -> Ties:
    """Build the ties whose ends are among the places, up to every level."""
    frame, start, target = _keep_joined(frame, rows, rows)
    intensity = cast(Numbers, frame.columns["intensity"])
    ties = _fill(
        Ties,
        frame,
        start=start,
        target=target,
        intensity=freeze(np.where(np.isnan(intensity), 1.0, intensity)),
        kinds=cast(Words[str | None], frame.columns["kind"]).filled("other"),
        **dict.fromkeys(("province", "counterpart", "city", "region", "country"), start),
        municipal=np.empty(0, np.bool_),
        through=None,
    )
    return roll_up(ties, places)


def roll_up(ties: Ties, places: Places) -> Ties:
    """Return ties with the province they count for and their targets at every level, found anew."""
    above = find_levels_above(places)
    through = _say_through(places)[ties.start]
    rolled = replace(
        ties,
        province=freeze(above["Province"][ties.start]),
        municipal=freeze(through == THROUGH.index(MUNICIPAL)),
        through=Words[str].of_codes(through, THROUGH),
        counterpart=freeze(above["Counterpart"][ties.target]),
        city=freeze(above["City"][ties.target]),
        region=freeze(above["Region"][ties.target]),
        country=freeze(above["Country"][ties.target]),
    )
    return share_days(rolled)


def share_days(ties: Ties) -> Ties:
    """Return ties whose columns of days are kept once where they hold the same, as two ends of a period."""
    kept: list[Days] = []
    shared: dict[str, Any] = {}
    for name, column in ties.columns():
        if isinstance(column, Days):
            shared[name] = next((one for one in kept if one.is_same(column)), column)
            kept.append(column)
    return replace(ties, **shared)


def _say_through(places: Places) -> npt.NDArray[np.int8]:
    """Return, for each place, by what a tie that starts there comes to its province: a number of THROUGH."""
    labels = places.labels
    known = {kind: number for number, kind in enumerate(THROUGH) if kind in BODY_KIND.choices}
    kinds = places.kinds.map(lambda kind: known.get(kind or "", known["other"]), np.int8)
    found = np.zeros(len(places), np.int8)
    found[labels.codes == labels.find_code(City.stored_as)] = THROUGH.index(MUNICIPAL)
    bodies = labels.codes == labels.find_code(Body.stored_as)
    found[bodies] = kinds[bodies]
    return found


def _build_posts(frame: Frame, rows: Rows) -> Posts:
    counterpart = map_rows(cast(Coded, frame.columns["to_id"]), rows.places)
    mission = map_rows(cast(Coded, frame.columns["to_id"]), rows.missions)
    person = map_rows(cast(Coded, frame.columns["from_id"]), rows.people)
    kept = np.flatnonzero((person != NOTHING) & ((counterpart != NOTHING) | (mission != NOTHING)))
    table = _fill(Posts, frame, person=person, counterpart=counterpart, mission=mission)
    return table if len(kept) == len(table) else table.take(kept)


def _join(cls: type[OneTable], frame: Frame, **ends: Mapping[str, int]) -> OneTable:
    """Build a table of relationships whose two ends are in other tables."""
    (start, starts), (target, targets) = ends.items()
    frame, at_start, at_target = _keep_joined(frame, starts, targets)
    return _fill(cls, frame, **{start: at_start, target: at_target})


def _keep_joined(
    frame: Frame, starts: Mapping[str, int], targets: Mapping[str, int]
) -> tuple[Frame, Indices, Indices]:
    """Return the rows of relationships whose ends are known, and the rows of their ends."""
    start = map_rows(cast(Coded, frame.columns["from_id"]), starts)
    target = map_rows(cast(Coded, frame.columns["to_id"]), targets)
    known = np.flatnonzero((start != NOTHING) & (target != NOTHING))
    if len(known) == len(start):
        return frame, start, target
    return frame.take(known), freeze(start[known]), freeze(target[known])


def _climb(steps: Frame, starts: Mapping[str, int], targets: Mapping[str, int]) -> Indices:
    """Return, for each row of `starts`, the row that a relationship leads to, -1 where none does."""
    _, start, target = _keep_joined(steps, starts, targets)
    found = np.full(len(starts), NOTHING, np.int32)
    found[start] = target
    return freeze(found)


def _name(frame: Frame) -> Words[str]:
    """Return the name of each node, its id where it has none."""
    names = cast(Words[str | None], frame.columns["name"])
    lacking = np.flatnonzero(names.codes == NOTHING).tolist()
    if not lacking:
        return cast(Words[str], names)
    codes = names.codes.astype(np.int32)
    codes[lacking] = len(names.words) + np.arange(len(lacking))
    return Words[str].of_codes(codes, [*names.words, *(frame.ids[row] for row in lacking)])


def _fill(cls: type[OneTable], frame: Frame, **given: Any) -> OneTable:
    """Make a table of the columns given and, for the others, of those that were gathered."""
    gathered: dict[str, Any] = {**frame.columns, "id": Texts.of(frame.ids)}
    names = [one.name for one in fields(cls)]
    table = cls(
        **{
            name: given[name] if name in given else gathered[NAMED_IN_PLURAL.get(name, name)]
            for name in names
        }
    )
    for name, column in table.columns():
        if issubclass(cls, Lasting) and isinstance(column, Days) and (column.numbers == NO_DAY).any():
            raise GraphmapError(
                f"the store was written by an older graphmap: {name} of some {name_of(cls)} is not there; "
                "open it to write, and it is brought up to date"
            )
    return table


def name_of(cls: type[Table]) -> str:
    """Return what the rows of a table are called."""
    return cls.__name__.lower()
