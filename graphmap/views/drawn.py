"""What the page's script draws from: each province in each country with its verdicts, counts, and time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple, TypedDict

from graphmap.direction import END_ISOLATE, ISOLATE
from graphmap.language import Code, Language
from graphmap.scales import LEVELS, RIVALRY, VERDICTS, Level, Verdict, name_message
from graphmap.views.contested import count_rivals, rank_countries, rank_provinces
from graphmap.views.marks import MARKS
from graphmap.views.page_data import PageData
from graphmap.views.pairs import ShownPair
from graphmap.views.spans import TimeLine, count_days, list_spans
from graphmap.views.wording import Wording, say_choice

MOST_JUDGED = 200_000
MOST_PROVINCES = 300
"""How many verdicts, and provinces, a page can have before it carries the verdicts of all sectors alone."""


WORDS: Mapping[str, tuple[str, ...]] = {
    **{f"mark-{name}": () for name in MARKS if name != "contact"},
    **{name_message("verdict", verdict): () for verdict in VERDICTS},
    "matrix-cell": ("province", "country", "verdict", "ties"),
    "matrix-cell-contact": ("province", "country"),
    "matrix-cell-empty": ("province", "country"),
    "matrix-cell-border": ("cell",),
    "list-mark": (),
    "list-more": ("names", "more"),
    **{
        f"neighbourhood-{kind}": ("name", "shown", "all") for kind in ("strip", "country", "province", "pair")
    },
    "neighbourhood-overlap": ("shown", "all"),
    **{
        f"timeline-{kind}": ("shown", "all", "undated")
        for kind in ("shown", "shown-undated", "more", "fewer")
    },
    "timeline-several": ("count",),
    "timeline-today": (),
    "timeline-strip": (),
}
"""The messages that drawings say, with the names of what is filled in."""


class DrawnCell(NamedTuple):
    """A province in a country, by their numbers: its ties that count and its events, whether they touch.

    `ties` has a number for each sector, `verdicts` a digit (a place on VERDICTS) for each level and sector,
    the sectors of one level together. `sectors` are those of its ties, as numbers of the page's own, from 1.
    """

    province: int
    country: int
    ties: tuple[int, ...]
    events: int
    border: int
    verdicts: str
    sectors: tuple[int, ...]


class Drawn(TypedDict):
    """What is drawn: provinces and countries in the order of the matrix, and what stands where they meet.

    `levels` and `sectors` (the first, blank, is all) say what there are counts for: `rivals` are pairs of
    each province, `contested` of each country, a number for each level and sector. `sector_names` are the
    sectors' names in the page's languages, `names` those of places (one where all are alike), `words` the
    messages that drawings say.
    """

    languages: tuple[Code, ...]
    names: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]
    provinces: tuple[str, ...]
    countries: tuple[str, ...]
    levels: tuple[Level, ...]
    sectors: tuple[str, ...]
    sector_names: tuple[tuple[str, ...], ...]
    cells: tuple[DrawnCell, ...]
    rivals: tuple[tuple[int, ...], ...]
    contested: tuple[tuple[int, ...], ...]
    time: TimeLine
    today: int


def gather_drawn(page: PageData, wording: Wording) -> Drawn:
    """Gather what the drawings of a page are made of."""
    provinces = rank_provinces(page)
    provinces += sorted(set(page.provinces) - set(provinces), key=lambda one: page.places[one].name.en)
    countries = rank_countries(page)
    countries += sorted({tie.country for tie in page.beside if tie.beside != "ended"} - set(countries))
    pairs = list(_list_cells(page, provinces, countries))
    levels, sectors = page.levels, ("", *page.sectors)
    if len(provinces) > MOST_PROVINCES or len(pairs) * len(levels) * len(sectors) > MOST_JUDGED:
        levels, sectors = (page.level,), ("",)
    row = {province: place for place, province in enumerate(provinces)}
    column = {country: place for place, country in enumerate(countries)}
    judged = [_Judged(page, level, sector) for level in levels for sector in sectors]
    return Drawn(
        languages=wording.codes,
        names={
            place: _name_once([page.places[place].name.in_language(code) for code in wording.codes])
            for place in (*provinces, *countries)
        },
        words={
            message: tuple(_say_pattern(one, message, values) for one in wording.languages)
            for message, values in WORDS.items()
        },
        provinces=tuple(provinces),
        countries=tuple(countries),
        levels=levels,
        sectors=sectors,
        sector_names=tuple(
            tuple(
                say_choice(one, "TIED_TO", "sectors", sector) if sector else "" for one in wording.languages
            )
            for sector in sectors
        ),
        cells=tuple(
            DrawnCell(
                row[province],
                column[country],
                tuple(len(page.find_ties(country, province, sector or None)) for sector in sectors),
                sum(tie.beside != "ended" for tie in page.find_beside(country, province)),
                int((province, country) in page.borders),
                "".join(str(VERDICTS.index(one.find_verdict(province, country))) for one in judged),
                _number_sectors(page, province, country),
            )
            for province, country in pairs
        ),
        rivals=tuple(tuple(one.rivals_of[province] for one in judged) for province in provinces),
        contested=tuple(tuple(one.rivals_in[country] for one in judged) for country in countries),
        time=list_spans(page, provinces, countries, wording.languages),
        today=count_days(page.as_of or date.today()),
    )


def _name_once(names: list[str]) -> tuple[str, ...]:
    """Return names a language, or the one that all languages have."""
    return tuple(names) if len(set(names)) > 1 else tuple(names[:1])


def _number_sectors(page: PageData, province: str, country: str) -> tuple[int, ...]:
    """Return the sectors of a province's ties with a country, as numbers of the page's own, from 1."""
    known = {sector: number for number, sector in enumerate(page.sectors, start=1)}
    named = {sector for tie in page.find_ties(country, province) for sector in tie.sectors}
    return tuple(sorted(known[sector] for sector in named))


def _say_pattern(one: Language, message: str, values: tuple[str, ...]) -> str:
    """Say a message with marks where the page's script puts names and counts."""
    said = one.words(message, **{value: f"{{{value}}}" for value in values})
    return said.replace(ISOLATE, "").replace(END_ISOLATE, "")


def _list_cells(page: PageData, provinces: list[str], countries: list[str]) -> Iterator[tuple[str, str]]:
    found = {(tie.province, tie.country) for tie in page.ties}
    found |= {(tie.province, tie.country) for tie in page.beside if tie.beside != "ended"}
    known = set(countries)
    found |= {pair for pair in page.borders if pair[1] in known}
    row = {province: place for place, province in enumerate(provinces)}
    column = {country: place for place, country in enumerate(countries)}
    return iter(sorted(found, key=lambda pair: (row[pair[0]], column[pair[1]])))


class _Judged:
    """What provinces are in countries at one level and in one sector (blank: all).

    At the level of countries two provinces are what they most are in one; at a finer level only those count
    that meet at that level or nearer.
    """

    def __init__(self, page: PageData, level: Level, sector: str) -> None:
        self._page, self._sector = page, sector or None
        self._nearer: Mapping[tuple[str, str], Verdict] | None = None
        self.rivals_of: Counter[str] = Counter()
        self.rivals_in: Counter[str] = Counter()
        if level == "country":
            for country in {tie.country for tie in page.ties}:
                self.rivals_in[country] = count_rivals(page, country, None, self._sector)
            for province in page.provinces:
                self.rivals_of[province] = count_rivals(page, None, province, self._sector)
        else:
            self._nearer = self._judge_nearer(page.find_pairs_in(self._sector).listed, level)

    def _judge_nearer(self, pairs: tuple[ShownPair, ...], level: Level) -> Mapping[tuple[str, str], Verdict]:
        found: dict[tuple[str, str], Verdict] = {}
        met: set[tuple[str, tuple[str, str]]] = set()
        for pair in pairs:
            if LEVELS.index(pair.level) > LEVELS.index(level):
                continue
            for province in pair.provinces:
                key = province, pair.country
                if VERDICTS.index(pair.verdict) > VERDICTS.index(found.get(key, "none")):
                    found[key] = pair.verdict
            if pair.verdict in RIVALRY and (pair.country, pair.provinces) not in met:
                met.add((pair.country, pair.provinces))
                self.rivals_of.update(pair.provinces)
                self.rivals_in[pair.country] += 1
        return found

    def find_verdict(self, province: str, country: str) -> Verdict:
        """Return what a province is to others in a country."""
        if self._nearer is None:
            return self._page.find_verdict(province, country, self._sector)
        return self._nearer.get((province, country), "none")
