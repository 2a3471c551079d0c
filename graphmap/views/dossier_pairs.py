"""The rival pairs of a dossier as a table; where rivalry is possible only, the places at which pairs meet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphmap.language import Code, Language
from graphmap.scales import LEVELS, RIVALRY, VERDICTS, Verdict, name_message
from graphmap.views.dossier_finding import say_place
from graphmap.views.dossier_ground import Ground, is_rivalry, list_pair_ties
from graphmap.views.dossier_parts import Cell, Row, Said, Section, Subject, Table
from graphmap.views.pairs import ShownContest, ShownPair
from graphmap.views.short_dates import say_short_date
from graphmap.views.wording import say_choice

MOST_PAIRS = 11
"""How many pairs the table holds: as many as stand on the first sheet beside map and finding."""

MOST_SECTORS = 3
"""How many sectors a cell names before it counts the rest."""

MOST_CONTESTS = 8
"""How many places of possible rivalry the table holds."""

WIDTHS: Mapping[Code, tuple[int, ...]] = {"en": (25, 18, 22, 14, 12, 9), "fa": (19, 12, 17, 27, 15, 10)}
"""How wide the columns are: in Persian a month of the other calendar is two, and needs room."""

Met = tuple[tuple[str, str], str]
"""Two provinces and the country in which they meet."""


def make_pairs_section(ground: Ground, subject: Subject, one: Language) -> Section | None:
    """List the pairs that compete, the strongest first, and count the rest; None where no two meet."""
    pairs = _choose_pairs(ground, subject)
    counts = _count_all(ground, subject, pairs)
    if not counts:
        return None
    rows = _gather([pair for pair in pairs if is_rivalry(pair.verdict)])
    if not rows:
        return _list_contests(ground, subject, one, pairs, counts)
    shown, of = min(len(rows), MOST_PAIRS), sum(counts.get(verdict, 0) for verdict in RIVALRY)
    heading = one.words("dossier-pairs-some", shown=shown, of=of, more=of - shown)
    who = {"pair": "country", "province": "other"}.get(subject.kind, "who")
    table = Table(
        heads=tuple(
            one.words(f"dossier-head-{name}") for name in (who, "where", "sectors", "both", "verdict", "act")
        ),
        widths=WIDTHS[one.code],
        rows=tuple(_draw_row(ground, subject, one, some) for some in rows[:MOST_PAIRS]),
    )
    more = dict(counts)
    for some in rows[:MOST_PAIRS]:
        more[some[0].verdict] -= 1
    return Section("pairs", heading, table=table, notes=_count_rest(one, more, pairs, bool(rows)))


def _choose_pairs(ground: Ground, subject: Subject) -> list[ShownPair]:
    found = ground.pairs.list_pairs(subject.country, *subject.provinces)
    if subject.kind == "border":
        bordering = set(ground.page.find_border_provinces(subject.ids[0]))
        found = [pair for pair in found if set(pair.provinces) <= bordering]
    return found


def _gather(pairs: Sequence[ShownPair]) -> list[list[ShownPair]]:
    """Put together what two provinces are to each other in one country, at whichever places they meet."""
    found: dict[Met, list[ShownPair]] = {}
    for pair in pairs:
        found.setdefault((pair.provinces, pair.country), []).append(pair)
    # Of one country the strongest verdict is meant, as the page counts it.
    return [[pair for pair in some if pair.verdict == some[0].verdict] for some in found.values()]


def _count_all(ground: Ground, subject: Subject, pairs: Sequence[ShownPair]) -> dict[Verdict, int]:
    """Return how many pairs have which verdict: of all, though the strongest alone are listed one by one."""
    if subject.kind == "country":
        return ground.pairs.count_verdicts(subject.ids[0])
    if subject.kind == "province":
        return ground.pairs.count_verdicts(None, subject.ids[0])
    return _count(pairs)


def _count(pairs: Sequence[ShownPair]) -> dict[Verdict, int]:
    strongest: dict[Met, Verdict] = {}
    for pair in pairs:
        key = pair.provinces, pair.country
        strongest[key] = max(strongest.get(key, "none"), pair.verdict, key=VERDICTS.index)
    found = [*strongest.values()]
    return {
        verdict: found.count(verdict)
        for verdict in reversed(VERDICTS)
        if verdict != "none" and verdict in found
    }


def _draw_row(ground: Ground, subject: Subject, one: Language, some: Sequence[ShownPair]) -> Row:
    lead = some[0]
    meant = [province for province in lead.provinces if province not in subject.provinces]
    if subject.kind == "pair":
        meant = [lead.country]
    who = one.list_names([ground.name(place, one) for place in meant])
    sectors = list(dict.fromkeys(sector for pair in some for sector in pair.sectors))
    named = dict.fromkeys(pair.target for pair in some)
    if subject.country or subject.kind == "pair":
        places = [
            one.words("dossier-same-country") if place == lead.country else ground.name(place, one)
            for place in named
        ]
        where = one.list_names(places)
    else:
        where = one.list_names([say_place(ground, pair, one) for pair in some[:2]])
    joint = ground.has_joint_act(lead.provinces, lead.country)
    since = min((pair.since for pair in some if pair.since), default=None)
    return Row(
        (
            Cell(who, strong=True),
            Cell(where),
            Cell(say_sectors(sectors, one)),
            Cell(say_short_date(since, one) if since else say_latest(lead, one)),
            Cell(one.words(f"dossier-word-{lead.verdict}"), mark=lead.verdict),
            Cell(one.words("dossier-word-joint"), mark="joint") if joint else Cell("–", quiet=True),
        ),
        list_pair_ties(some),
    )


def say_latest(pair: ShownPair, one: Language) -> str:
    """Say the day by which two were there, where no date says since when."""
    if pair.since_latest is None:
        return "–"
    return one.words("dossier-by", date=say_short_date(pair.since_latest.isoformat(), one))


def say_sectors(sectors: Sequence[str], one: Language) -> str:
    """Name the first of some sectors and count the rest; a dash where none is known."""
    named = [say_choice(one, "TIED_TO", "sectors", sector) for sector in sectors]
    if not named:
        return "–"
    if len(named) <= MOST_SECTORS:
        return one.list_names(named)
    listed = one.words("list-mark").join(named[: MOST_SECTORS - 1])
    return one.words("dossier-more", listed=listed, more=len(named) - MOST_SECTORS + 1)


def _count_rest(
    one: Language, more: dict[Verdict, int], pairs: Sequence[ShownPair], listed: bool
) -> tuple[Said, ...]:
    said = [
        one.words("dossier-rest", pairs=count, verdict=one.words(name_message("verdict", verdict)))
        for verdict, count in more.items()
        if count
    ]
    if not said:
        return ()
    text = one.words(
        "dossier-rests" if listed else "dossier-rests-all", rests=one.words("list-mark").join(said)
    )
    return (Said(text, list_pair_ties(pair for pair in pairs if more.get(pair.verdict))),)


def _list_contests(
    ground: Ground, subject: Subject, one: Language, pairs: Sequence[ShownPair], counts: dict[Verdict, int]
) -> Section:
    """List where pairs meet that are possible rivals only, each place once: so many pairs say one thing."""
    targets = {pair.target: pair for pair in pairs if pair.verdict == "possible"}
    contests = [
        contest
        for contest in ground.pairs.contests
        if contest.target in targets and "possible" in dict(contest.verdicts)
    ]
    met = {
        target: [pair for pair in pairs if pair.target == target and pair.verdict == "possible"]
        for target in targets
    }

    def rank(contest: ShownContest) -> tuple[int, int, str]:
        return LEVELS.index(contest.level), -len(met[contest.target]), contest.target

    ranked = sorted(contests, key=rank)
    rows = []
    for contest in ranked[:MOST_CONTESTS]:
        some = met[contest.target]
        provinces = dict.fromkeys(p for pair in some for p in pair.provinces if p not in subject.provinces)
        who = (
            ground.list_names(provinces, one) if subject.kind != "pair" else ground.name(some[0].country, one)
        )
        sectors = list(dict.fromkeys(sector for pair in some for sector in pair.sectors))
        rows.append(
            Row(
                (
                    Cell(_name_contest(ground, subject, contest, one), strong=True),
                    Cell(who),
                    Cell(one.number(len(some))),
                    Cell(say_sectors(sectors, one)),
                ),
                list_pair_ties(some),
            )
        )
    if not rows:
        return Section("pairs", one.words("dossier-pairs-none"), notes=_count_rest(one, counts, pairs, False))
    heads = ("where", "country" if subject.kind == "pair" else "who", "pairs", "sectors")
    told = {(p.provinces, p.country) for contest in ranked[:MOST_CONTESTS] for p in met[contest.target]}
    rest = {**counts, "possible": counts["possible"] - len(told)}
    return Section(
        "pairs",
        one.words("dossier-pairs-possible", pairs=counts["possible"]),
        lead=(
            Said(
                one.words("dossier-possible-why"),
                list_pair_ties(pair for some in met.values() for pair in some),
            ),
        ),
        table=Table(tuple(one.words(f"dossier-head-{name}") for name in heads), (26, 46, 8, 20), tuple(rows)),
        notes=_count_rest(one, rest, pairs, True),
    )


def _name_contest(ground: Ground, subject: Subject, contest: ShownContest, one: Language) -> str:
    if contest.target == contest.country:
        if subject.country:
            return one.words("dossier-same-country")
        return one.words("dossier-place-country", country=ground.name(contest.country, one))
    if subject.country:
        return ground.name(contest.target, one)
    return one.words(
        "dossier-place", place=ground.name(contest.target, one), country=ground.name(contest.country, one)
    )
