"""What lets a province lead toward a target, in points: ties there, a border, missions in it, its trade.

Points are transparent: each factor gives what its weight says, and nothing else counts (docs/rules.md). A tie
that only possibly holds gives none, and is told beside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

from graphmap.analysis.missions import find_missions
from graphmap.analysis.scope import Selection
from graphmap.analysis.wanted import list_borders, list_partners
from graphmap.dates import LAST_DAY
from graphmap.scales import SURE
from graphmap.store.columns import NOTHING
from graphmap.store.snapshot import Snapshot

Factor = Literal["ties", "border", "mission", "trade", "given"]
FACTORS: tuple[Factor, ...] = get_args(Factor)
"""What gives points, in the order in which it is told; `given` are the committee's own, in place of all."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How many points each thing gives a province.

    A tie, at most so many for all ties, a land border, an open mission of the country in the province, trade
    of the province with the country.
    """

    tie: float = 10
    most_ties: float = 30
    border: float = 20
    mission: float = 15
    trade: float = 10


@dataclass(slots=True)
class Ground:
    """What a province has toward a target: ids of ties that hold, and of those that only may; and the rest.

    `since` is the day from which its oldest tie surely or at latest holds. `sources` are those of the border,
    missions and trade; ties have their own. `given` are the committee's own points.
    """

    ties: list[str] = field(default_factory=list)
    perhaps: list[str] = field(default_factory=list)
    since: date = LAST_DAY
    borders: bool = False
    missions: list[str] = field(default_factory=list)
    trades: bool = False
    given: float | None = None
    sources: list[str] = field(default_factory=list)

    def measure(self, weights: Weights) -> dict[Factor, float]:
        """Return its points, by what gives them.

        >>> Ground(ties=["a", "b"], borders=True).measure(Weights())
        {'ties': 20, 'border': 20}
        >>> Ground(ties=["a", "b"], given=7.5).measure(Weights())
        {'given': 7.5}
        """
        if self.given is not None:
            return {"given": self.given} if self.given else {}
        points: dict[Factor, float] = {
            "ties": min(len(self.ties) * weights.tie, weights.most_ties),
            "border": weights.border if self.borders else 0,
            "mission": weights.mission if self.missions else 0,
            "trade": weights.trade if self.trades else 0,
        }
        return {factor: number for factor, number in points.items() if number}


Grounds = Mapping[tuple[int, int], Ground]
"""By province and target, both rows of places."""


def find_grounds(selection: Selection) -> dict[tuple[int, int], Ground]:
    """Return what each province has toward each target of a selection, by its ties that are present.

    Borders count where targets are regions or countries; missions and trade where they are countries.
    """
    snapshot, scope = selection.snapshot, selection.scope
    found: dict[tuple[int, int], Ground] = {}
    ties = snapshot.ties
    columns = (selection.province, selection.target, selection.ties, selection.certainty)
    present = (column[selection.present].tolist() for column in columns)
    for province, target, tie, certainty in zip(*present, strict=True):
        if (ground := found.get((province, target))) is None:
            ground = found[province, target] = Ground()
        if certainty < SURE:
            ground.perhaps.append(ties.ids[tie])
            continue
        ground.ties.append(ties.ids[tie])
        ground.since = min(ground.since, ties.since_latest.day(tie) or LAST_DAY)
    wanted = scope.country
    only = None if wanted is None else snapshot.row(wanted)
    if scope.level in ("region", "country"):
        for border in list_borders(snapshot, scope.level == "region"):
            if only in (None, border.country):
                ground = found.setdefault((border.province, border.target), Ground())
                ground.borders = True
                ground.sources += border.sources
    if scope.level == "country":
        for province, country, mission, sources in _list_missions(snapshot, scope.as_of):
            if only in (None, country):
                ground = found.setdefault((province, country), Ground())
                ground.missions.append(mission)
                ground.sources += sources
        provinces = snapshot.rows_of("Province")
        for partner in list_partners(snapshot, scope.as_of):
            if partner.start in provinces and only in (None, partner.country):
                ground = found.setdefault((partner.start, partner.country), Ground())
                ground.trades = True
                ground.sources += partner.sources
    return found


def _list_missions(snapshot: Snapshot, as_of: date | None) -> Iterator[tuple[int, int, str, tuple[str, ...]]]:
    """Yield the open missions of other countries in provinces: province, country, mission, sources."""
    home, missions = snapshot.row(snapshot.home), snapshot.missions
    provinces = snapshot.rows_of("Province")
    for one in find_missions(snapshot, as_of):
        province = one.city
        while province not in provinces and province != NOTHING:
            province = int(snapshot.places.parent[province])
        # One that is accredited from elsewhere stands in no province of home.
        if one.host == home and one.status == "open" and province != NOTHING:
            yield province, one.sender, missions.ids[one.row], missions.sources[one.row]
