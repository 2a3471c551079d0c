"""What all dossiers of one snapshot and day rest on: ties one by one, pairs, missions, absences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from graphmap.analysis.scope import Scope, select_ties
from graphmap.dates import find_days
from graphmap.geometry.pack import Outline
from graphmap.geometry.projection import draw_path, measure_box
from graphmap.language import Language
from graphmap.scales import CERTAINTIES, PRESUMED_YEARS, RIVALRY, VERDICTS, Certainty, Verdict
from graphmap.store.snapshot import NOTHING, Snapshot
from graphmap.text import Name
from graphmap.views.chart import Chart, Corners, make_chart
from graphmap.views.dossier_parts import Said
from graphmap.views.gather import gather_page_data
from graphmap.views.page_data import PageData, ShownSource
from graphmap.views.pairs import Pairs, ShownPair


@dataclass(frozen=True, slots=True)
class Record:
    """A tie as a dossier lists it.

    `start` made it, `province` has it; `holds` says that it lasts and is in force, `preparing` that it is not
    in force yet; the rest passes. `certainty` is how surely it counts on the day, `last_sign` the last day on
    which it is known to have been alive (the first and the last that this may be). `unknown` names what the
    data do not say of it.
    """

    id: str
    province: str
    start: str
    country: str
    target: str
    kind: str
    sectors: tuple[str, ...]
    since: str
    until: str
    certainty: Certainty
    last_sign: tuple[date, date] | None
    document: str | None
    sources: tuple[str, ...]
    holds: bool
    preparing: bool
    unknown: tuple[str, ...]

    @property
    def is_event(self) -> bool:
        """Whether it passes: a visit, a contact, a meeting."""
        return not self.holds and not self.preparing


@dataclass(frozen=True, eq=False)
class Ground:
    """A snapshot looked at on a day, with what is presumed; made once for many dossiers."""

    snapshot: Snapshot
    as_of: date | None
    presume: int = PRESUMED_YEARS

    @cached_property
    def page(self) -> PageData:
        """Return what a page of the same day shows: places, borders, missions, sources, what is absent."""
        return gather_page_data(self.snapshot, self.as_of, presume=self.presume)

    @cached_property
    def chart(self) -> Chart:
        """Return the chart of the maps: it does not depend on what is chosen."""
        return make_chart(self.page)

    @property
    def pairs(self) -> Pairs:
        """Return what each two provinces are to each other, and where."""
        return self.page.pairs

    @cached_property
    def sources(self) -> dict[str, ShownSource]:
        """Return the sources that a dossier may name, by id."""
        return {source.id: source for source in self.page.sources}

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """Return the ties that count on the day, and those that stand beside them, by their rows."""
        snapshot, ties = self.snapshot, self.snapshot.ties
        scope = Scope("country", as_of=self.as_of, presume=self.presume)
        selection = select_ties(snapshot, scope, beside=True)
        ids, events = snapshot.places.ids, ties.nature.is_in(["event"])
        doubts = {what: flags.tolist() for what, flags in selection.doubts.items()}
        found = []
        rows = zip(selection.ties.tolist(), selection.certainty.tolist(), strict=True)
        for place, (row, certainty) in enumerate(rows):
            since = ties.since[row] or ""
            unknown: list[str] = [what for what, flags in doubts.items() if flags[place]]
            if since and find_days(since).doubtful:
                unknown.append("day")
            preparing = bool(ties.preparing[row])
            found.append(
                Record(
                    id=ties.ids[row],
                    province=ids[ties.province[row]],
                    start=ids[ties.start[row]],
                    country=ids[ties.country[row]],
                    target=ids[ties.target[row]],
                    kind=ties.kinds[row],
                    sectors=ties.sectors[row],
                    since=since,
                    until=ties.until[row] or "",
                    certainty=CERTAINTIES[certainty],
                    last_sign=snapshot.find_last_sign(row),
                    document=ties.documents[row],
                    sources=ties.sources[row],
                    holds=not preparing and not events[row],
                    preparing=preparing,
                    unknown=tuple(unknown),
                )
            )
        return tuple(found)

    @cached_property
    def _records_of(self) -> dict[tuple[str | None, str | None], list[Record]]:
        found: defaultdict[tuple[str | None, str | None], list[Record]] = defaultdict(list)
        for one in self.records:
            for key in {(None, None), (one.province, None), (None, one.country), (one.province, one.country)}:
                found[key].append(one)
        return found

    def list_records(self, country: str | None = None, province: str | None = None) -> list[Record]:
        """Return the ties with a country, of a province, of both; None means any."""
        return self._records_of.get((province, country), [])

    @cached_property
    def acts(self) -> dict[str, tuple[Record, ...]]:
        """Return the acts on which ties of several provinces rest, each with its ties."""
        found: defaultdict[str, list[Record]] = defaultdict(list)
        for one in self.records:
            if one.document is not None:
                found[one.document].append(one)
        return {
            act: tuple(some) for act, some in sorted(found.items()) if len({one.province for one in some}) > 1
        }

    @cached_property
    def neighbours(self) -> frozenset[str]:
        """Return the countries that border home, as far as is recorded."""
        borders, countries, ids = self.snapshot.borders, self.snapshot.countries, self.snapshot.places.ids
        ends = zip(borders.start.tolist(), borders.target.tolist(), strict=True)
        pairs = [{int(countries[start]), int(countries[target])} for start, target in ends]
        home = self.snapshot.row(self.snapshot.home)
        return frozenset(ids[row] for pair in pairs if home in pair for row in pair - {home, NOTHING})

    def has_joint_act(self, provinces: Iterable[str], country: str) -> bool:
        """Say whether some provinces all have a part in one act that leads to a country."""
        wanted = set(provinces)
        return any(
            wanted <= {one.province for one in some if one.country == country and one.holds}
            for some in self.acts.values()
        )

    def find_verdict(self, province: str, country: str | None = None) -> Verdict:
        """Return the strongest verdict of a province's pairs, in a country or in any."""
        if country is not None:
            return self.pairs.find_verdict(province, country)
        found = [table.strongest.get(province, "none") for table in self.pairs.tables.values()]
        return max(found, key=VERDICTS.index, default="none")

    def name(self, place: str, language: Language) -> str:
        """Return the name of a place in a language, its id where it has none."""
        known = self.page.places.get(place)
        return language.name(known.name) if known else language.name(Name(place))

    def list_names(self, places: Iterable[str], language: Language, most: int = 8) -> str:
        """List the names of places in a language: the first few, and how many more there are."""
        names = [self.name(place, language) for place in places]
        if len(names) <= most:
            return language.list_names(names)
        listed = language.words("list-mark").join(names[:most])
        return language.words("and-more", listed=listed, more=len(names) - most)

    def find_published(self, source: str) -> tuple[str, str]:
        """Return the date of a source, as written, and the day of its reading; blank where not known."""
        sources = self.snapshot.sources
        row = sources.find(source)
        if row == NOTHING:
            return "", ""
        read = sources.retrieved.day(row)
        return sources.published[row] or "", read.isoformat() if read else ""

    def find_province(self, place: str) -> str | None:
        """Return the province that a place is or lies in, None where it lies in none."""
        return self._find_above(place, "Province")

    def find_region(self, place: str) -> str | None:
        """Return the region across a border that a place is or lies in, None where none is known."""
        return self._find_above(place, "Region")

    def find_country(self, place: str) -> str:
        """Return the country that a place is or lies in; the place itself where none is known."""
        return self._find_above(place, "Country") or place

    def list_above(self, place: str) -> Iterator[str]:
        """Yield a place and all that it lies in."""
        places, row = self.snapshot.places, self.snapshot.places.find(place)
        while row != NOTHING:
            yield places.ids[row]
            row = int(places.parent[row])

    def _find_above(self, place: str, label: str) -> str | None:
        found = (one for one in self.list_above(place) if self.page.places[one].label == label)
        return next(found, None)

    def measure_outline(self, outline: Outline) -> Corners | None:
        """Return the box of an outline on the maps, in kilometres; measured once for all of them."""
        key = outline.id, id(outline)
        if key not in self._boxes:
            self._boxes[key] = measure_box(outline.rings, self.chart.projection)
        return self._boxes[key]

    def draw_outline(self, outline: Outline, unit: float) -> str:
        """Return the path of an outline in steps of so many kilometres; drawn once for all maps."""
        key = id(outline), unit
        if key not in self._paths:
            self._paths[key] = draw_path(outline.rings, self.chart.projection, unit)
        return self._paths[key]

    @cached_property
    def _paths(self) -> dict[tuple[int, float], str]:
        return {}

    @cached_property
    def _boxes(self) -> dict[tuple[str, int], Corners | None]:
        return {}


def say_absences(ground: Ground, gaps: Iterable[tuple[str, str]], one: Language) -> list[Said]:
    """Say of provinces that have no document with a country on what that rests, and what could break it."""
    found = [ground.page.absences.judge("ties", province, country) for province, country in gaps]
    said = dict.fromkeys(absence.sentence(one) for absence in found)
    asides = {aside.id: aside for absence in found for aside in absence.asides}
    lines = replace(found[0], asides=tuple(asides.values())).list_asides(one) if found else []
    return [*map(Said, said), *(Said(line, tuple(asides)) for line in lines)]


def is_rivalry(verdict: Verdict) -> bool:
    """Say whether a verdict is rivalry that can be named: certain, or presumed."""
    return verdict in RIVALRY


def list_pair_ties(pairs: Iterable[ShownPair]) -> tuple[str, ...]:
    """Return the ids of the ties that pairs rest on, each once."""
    return tuple(dict.fromkeys(tie for pair in pairs for tie in pair.ties))
