"""What a page carries for its script: names once, ties and pairs as rows of numbers, words as messages."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from typing import Any, Literal, cast

from graphmap.language import Language
from graphmap.messages import read_messages_of
from graphmap.periods import say_period
from graphmap.scales import CERTAINTIES, LEVELS, VERDICTS, name_message
from graphmap.schema import DECLARED, Tie
from graphmap.schema.sectors import SECTORS
from graphmap.views.days import find_standing
from graphmap.views.fact_rows import (
    BESIDE,
    NOT_THERE,
    DayRow,
    GroundRow,
    PairRow,
    SourceRow,
    TieRow,
    Written,
)
from graphmap.views.grounds import find_border_state, find_ground, say_gaps, say_missions
from graphmap.views.page_data import PageData, ShownTie
from graphmap.views.pairs import Pairs, ShownPair
from graphmap.views.panel import Scene
from graphmap.views.spoken import SPOKEN
from graphmap.views.wording import Wording, say_choice


def gather_facts(scene: Scene) -> Written:
    """Gather what the page's script needs: names, ties, pairs, and the messages that it says."""
    return _Writer(scene.page, scene.wording).write()


def say_titles(page: PageData, wording: Wording) -> tuple[str, ...]:
    """Return the title of a page in each of its languages."""
    return tuple(
        one.words("page-title", home=page.home.name.in_language(one.code)) for one in wording.languages
    )


class _Numbers:
    """Gives each thing a number when it is first met."""

    def __init__(self) -> None:
        self.of: dict[Hashable, int] = {}

    def __call__(self, thing: Hashable) -> int:
        return NOT_THERE if thing is None or thing == "" else self.of.setdefault(thing, len(self.of))


class _Writer:
    """Writes the facts of one page."""

    def __init__(self, page: PageData, wording: Wording) -> None:
        self.page, self.wording = page, wording
        self.place, self.date, self.line, self.text = _Numbers(), _Numbers(), _Numbers(), _Numbers()
        self.kind, self.stage, self.through = _Numbers(), _Numbers(), _Numbers()
        self.sector = {word: number for number, word in enumerate(page.sectors)}
        self.source = {source.id: number for number, source in enumerate(page.sources)}

    def write(self) -> Written:
        page, languages = self.page, self.wording.languages
        countries = tuple(map(self.place, page.countries))
        provinces = tuple(map(self.place, page.provinces))
        ties = [*page.ties, *page.beside]
        rows = tuple(map(self._write_tie, ties))
        chains = {self.place(tie.target): tuple(map(self.place, tie.targets.values())) for tie in ties}
        whole = all(page.find_pairs_in(sector).lists_all for sector in (None, *page.sectors))
        pairs = tuple(self._write_pairs())
        return Written(
            languages=self.wording.codes,
            levels=page.levels,
            titles=say_titles(page, self.wording),
            home=page.home.id,
            file=f"graphmap-{page.home.id}",
            years=page.presume,
            countries=countries,
            provinces=provinces,
            chains=chains,
            borders=tuple((self.place(province), self.place(country)) for province, country in page.borders),
            sectors=page.sectors,
            ties=rows,
            pairs=pairs,
            own_day=tuple(one.day(page.as_of) for one in languages) if page.as_of else (),
            days=tuple(self._write_days(pairs)) if whole else (),
            whole=whole,
            cells=() if whole else tuple(self._write_cells()),
            tallies={} if whole else self._write_tallies(),
            grounds={self.place(place): self._write_ground(place) for place in self._list_grounded()},
            gaps=self._number_lines([tuple(say_gaps(page, one)) for one in languages]),
            sources=tuple(self._write_sources()),
            messages=tuple(
                {name: read_messages_of(one.code).describe(name) for name in SPOKEN} for one in languages
            ),
            # what was numbered on the way
            words=self._write_words(),
            places=tuple(
                (str(place), *(page.places[str(place)].name.in_language(one.code) for one in languages))
                for place in self.place.of
            ),
            dates=tuple(self._say_date(key) for key in self.date.of),
            lines=tuple(self.line.of),  # type: ignore[arg-type]
            texts=tuple(map(str, self.text.of)),
        )

    # ------------------------------------------------------------------------ ties

    def _write_tie(self, tie: ShownTie) -> TieRow:
        return TieRow(
            province=self.place(tie.province),
            country=self.place(tie.country),
            target=self.place(tie.target),
            city=self.place(tie.city),
            through=self.through(tie.through),
            kind=self.kind(tie.kind),
            sectors=tuple(self.sector[word] for word in tie.sectors if word in self.sector),
            stage=self.stage(tie.stage),
            since=self.date((tie.since, "since") if tie.since else None),
            until=self.date((tie.until, "until") if tie.until else None),
            last_sign=self.date(tie.last_sign),
            certainty=CERTAINTIES.index(tie.certainty),
            beside=BESIDE.index(tie.beside),
            sources=tuple(self.source[source] for source in tie.sources if source in self.source),
            key=tie.id.removeprefix(f"{Tie.stored_as.lower()}:{tie.city or tie.province}..{tie.target}:"),
            attested=self.text(" ".join(tie.attested)),
            document=self.text(tie.document),
        )

    def _say_date(self, key: Hashable) -> tuple[str, ...]:
        """Return a date as it is written, to sort by, and as it is said."""
        if isinstance(key, date):
            return key.isoformat(), *(one.day(key) for one in self.wording.languages)
        first = cast(tuple[object, object], key)[0]
        if isinstance(first, date):
            days = cast(tuple[date, date], key)
            return first.isoformat(), *(say_period(*days, one) for one in self.wording.languages)
        text, column = cast(tuple[str, Literal["since", "until"]], key)
        return text, *(one.date_text(text, column) for one in self.wording.languages)

    def _write_words(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """Write the words of ties in all languages, by what they are words of."""
        tie, languages = Tie.stored_as, self.wording.languages

        def name(record: str, column: str, words: Iterable[Any]) -> tuple[tuple[str, ...], ...]:
            return tuple(
                (word, *(say_choice(one, record, column, word) for one in languages)) for word in words
            )

        def say(scale: str, words: Sequence[str]) -> tuple[tuple[str, ...], ...]:
            return tuple(
                (word, *(one.words(name_message(scale, word)) for one in languages)) for word in words
            )

        bodies = DECLARED["Body"].column("kind").kind.choices
        return {
            "kind": name(tie, "kind", self.kind.of),
            "stage": name(tie, "stage", self.stage.of),
            "sector": name(tie, "sectors", self.page.sectors),
            "through": tuple(
                (str(word), *(self._say_through(one, str(word), word in bodies) for one in languages))
                for word in self.through.of
            ),
            "verdict": say("verdict", VERDICTS),
            "certainty": say("certainty", CERTAINTIES),
            "level": say("level", LEVELS),
            "beside": tuple(
                (word or "", *(one.words(f"beside-{word}") if word else "" for one in languages))
                for word in BESIDE
            ),
            "grade": tuple(
                (grade, *(one.words(f"grade-{grade}") for one in languages)) for grade in ("A", "B", "C", "D")
            ),
        }

    @staticmethod
    def _say_through(one: Language, word: str, is_body: bool) -> str:
        return say_choice(one, "Body", "kind", word) if is_body else one.words("evidence-municipal")

    # ------------------------------------------------------------------------ pairs

    def _write_pairs(self) -> Iterable[PairRow]:
        """Write each meeting once, with what it is in each sector, ranked as the analysis ranks them."""
        page, selections = self.page, (None, *self.page.sectors)
        verdicts: dict[tuple[object, ...], list[int]] = {}
        shown: dict[tuple[object, ...], ShownPair] = {}
        sectors: dict[tuple[object, ...], set[str]] = {}
        for place, sector in enumerate(selections):
            for pair in page.find_pairs_in(sector).listed:
                if pair.verdict == "none":
                    continue
                key = (
                    pair.provinces,
                    pair.target,
                    pair.since,
                    pair.since_latest,
                    pair.listed,
                    len(pair.ties),
                )
                verdicts.setdefault(key, [0] * len(selections))[place] = VERDICTS.index(pair.verdict)
                shown.setdefault(key, pair)
                sectors.setdefault(key, set()).update(pair.sectors)
        for met, pair in shown.items():
            words = tuple(self.sector[word] for word in SECTORS if word in sectors[met])
            yield self._write_pair(pair, verdicts[met], words)

    def _write_pair(self, pair: ShownPair, verdicts: Iterable[int], sectors: tuple[int, ...]) -> PairRow:
        one, other = pair.provinces
        return PairRow(
            one=self.place(one),
            other=self.place(other),
            country=self.place(pair.country),
            target=self.place(pair.target),
            level=LEVELS.index(pair.level),
            verdicts="".join(map(str, verdicts)),
            sectors=sectors,
            since=self.date((pair.since, "since") if pair.since else None),
            day=self.date(pair.since_latest),
            listed=pair.listed,
            ties=len(pair.ties),
            first=pair.provinces.index(pair.first) if pair.first else NOT_THERE,
        )

    def _write_days(self, own: Sequence[PairRow]) -> Iterable[DayRow]:
        """Write the days of which all pairs can be listed."""
        for day in self.page.days:
            signs, pairs = find_standing(self.page, day)
            if pairs.lists_all:
                yield self._write_day(day, signs, pairs, own)

    def _write_day(self, day: date, signs: str, pairs: Pairs, own: Sequence[PairRow]) -> DayRow:
        """Write how ties and pairs stood on another day: a pair that the page has by its place among them."""
        places = {row._replace(verdicts=""): place for place, row in enumerate(own)}
        known = len(places)
        found = []
        for pair in pairs.listed:
            if pair.verdict != "none":
                words = tuple(self.sector[word] for word in SECTORS if word in pair.sectors)
                row = self._write_pair(pair, (), words)
                found.append((places.setdefault(row, len(places)), VERDICTS.index(pair.verdict)))
        return DayRow(
            day=day.isoformat(),
            said=tuple(one.day(day) for one in self.wording.languages),
            ties=signs,
            pairs=tuple(found),
            more=tuple(places)[known:],
        )

    def _write_cells(self) -> Iterable[tuple[int, int, str]]:
        page = self.page
        for province, country in dict.fromkeys((tie.province, tie.country) for tie in page.ties):
            found = (
                page.find_pairs_in(sector).find_verdict(province, country) for sector in (None, *page.sectors)
            )
            yield (
                self.place(province),
                self.place(country),
                "".join(str(VERDICTS.index(one)) for one in found),
            )

    def _write_tallies(self) -> dict[int, tuple[tuple[int, ...], ...]]:
        """Write for each country how many of its pairs have which verdict, in all sectors and in each."""
        page = self.page
        return {
            self.place(country): tuple(
                tuple(found.get(verdict, 0) for verdict in VERDICTS)
                for sector in (None, *page.sectors)
                for found in [page.find_pairs_in(sector).count_verdicts(country)]
            )
            for country in page.pairs.tables
        }

    # ------------------------------------------------------------------------ absences and sources

    def _list_grounded(self) -> list[str]:
        return [self.page.home.id, *self.page.countries, *self.page.provinces]

    def _write_ground(self, place: str) -> GroundRow:
        page, languages = self.page, self.wording.languages
        grounds = [find_ground(page, one, place) for one in languages]
        is_country = page.places[place].label == "Country"
        bordering = page.find_border_provinces(place) if is_country else page.find_border_countries(place)
        missions = (
            [tuple(say_missions(page, one, place)) for one in languages]
            if is_country and place != page.home.id
            else []
        )
        (sentence,) = self._number_lines([(ground.sentence,) for ground in grounds])
        return GroundRow(
            told=grounds[0].told,
            sentence=sentence,
            notes=self._number_lines([ground.notes for ground in grounds]),
            open_ties=self._number_lines([ground.open_ties for ground in grounds]),
            passing=self._number_lines([ground.passing for ground in grounds]),
            unplaced=grounds[0].unplaced,
            border=find_border_state(page, bordering, place),
            missions=self._number_lines(missions),
        )

    def _number_lines(self, said: list[tuple[str, ...]]) -> tuple[int, ...]:
        """Number lines that are given a language; each stands once in the page."""
        return tuple(self.line(line) for line in zip(*said, strict=True))

    def _write_sources(self) -> Iterable[SourceRow]:
        for source in self.page.sources:
            yield SourceRow(
                id=source.id,
                names=tuple(
                    dict.fromkeys(source.name.in_language(one.code) for one in self.wording.languages)
                ),
                # Most names begin with the publisher's.
                publisher="" if source.name.en.startswith(source.publisher) else source.publisher,
                url=source.url,
                grade=source.grade,
                day=self.date(source.retrieved),
            )
