"""What is not known, and which document would settle it: the doubts of ties, gathered by what they lack."""

from __future__ import annotations

from collections.abc import Sequence

from graphmap.language import Language
from graphmap.scales import CERTAINTIES, VERDICTS
from graphmap.views.dossier_gaps import MOST_MISSIONS
from graphmap.views.dossier_ground import Ground, Record, is_rivalry
from graphmap.views.dossier_parts import Cell, Row, Said, Section, Subject, Table
from graphmap.views.short_dates import say_short_date
from graphmap.views.wording import say_choice

MOST_QUESTIONS = 6
"""How many questions are asked; the rest is counted."""

NAMED = 2
"""How many documents a question names before it counts the others like it."""

INFERRED = "D"
"""The grade of a source that says no more than what was inferred."""

Lack = tuple[str, str, tuple[str, ...]]
"""What kind of tie, of which joint act (blank for none), lacks what."""


def make_unknown_section(
    ground: Ground, subject: Subject, one: Language, records: Sequence[Record]
) -> Section | None:
    """Ask what the data leave open, first of the documents that stand in a rivalry; None where nothing is."""
    rows = [*_ask_of_documents(ground, one, records)]
    rows += _ask_of_missions(ground, subject, one)
    aside = ground.page.absences.judge("ties", *subject.ids)
    unplaced = [one_aside for one_aside in aside.asides if one_aside.why in ("province", "place")]
    if unplaced:
        names = one.list_names([one.name(tie.target) for tie in unplaced[:NAMED]])
        question = one.words("dossier-ask-province", count=len(unplaced), names=names)
        cells = (Cell(question), Cell(one.words("dossier-settle-province")))
        rows.append(Row(cells, tuple(tie.id for tie in unplaced)))
    if not rows:
        return None
    notes: tuple[Said, ...] = ()
    if (more := len(rows) - MOST_QUESTIONS) > 0:
        notes = (Said(one.words("dossier-unknown-more", more=more)),)
    heads = (one.words("dossier-head-unknown"), one.words("dossier-head-settles"))
    table = Table(heads, (58, 42), tuple(rows[:MOST_QUESTIONS]))
    return Section("unknown", one.words("dossier-unknown"), table=table, notes=notes)


def _ask_of_documents(ground: Ground, one: Language, records: Sequence[Record]) -> list[Row]:
    groups: dict[Lack, list[Record]] = {}
    for record in records:
        if record.holds and (lacks := _find_lacks(ground, record)):
            groups.setdefault((record.kind, _find_act(ground, record), lacks), []).append(record)

    def weigh(record: Record) -> int:
        verdict = ground.find_verdict(record.province, record.country)
        return VERDICTS.index(verdict) if is_rivalry(verdict) else 0

    def rank(group: tuple[Lack, list[Record]]) -> tuple[int, int, Lack]:
        lack, some = group
        return -max(map(weigh, some)), -len(some), lack

    rows = []
    for (kind, act, lacks), some in sorted(groups.items(), key=rank):
        some.sort(key=lambda record: record.since, reverse=True)
        some.sort(key=lambda record: (-weigh(record), -CERTAINTIES.index(record.certainty)))
        if act:
            named = _name_act(ground, one, some)
        else:
            said = [_name(ground, one, record) for record in some[:NAMED]]
            if (more := len(some) - NAMED) > 0:
                said.append(one.words("dossier-others", more=more))
            named = one.words("clause-mark").join(said)
        asked = [one.words(f"dossier-ask-{what}") for what in lacks]
        question = one.words(
            "dossier-ask",
            kind=say_choice(one, "TIED_TO", "kind", kind),
            count=len(some),
            names=named,
            asked=one.words("dossier-ask-mark").join(asked),
        )
        cells = (Cell(question), Cell(_say_keepers(ground, one, kind, some)))
        rows.append(Row(cells, tuple(record.id for record in some)))
    return rows


def _find_lacks(ground: Ground, record: Record) -> tuple[str, ...]:
    """Return what is to be asked of a document, in the order of the questions."""
    lacks = set(record.unknown)
    if "dates" in lacks:
        lacks |= {"start", "end"}
    grades = {source.grade for one in record.sources if (source := ground.sources.get(one))}
    if INFERRED in grades:
        lacks.add("inferred")
    return tuple(
        what for what in ("inferred", "start", "day", "end", "sectors", "suspended") if what in lacks
    )


def _find_act(ground: Ground, record: Record) -> str:
    return record.document if record.document is not None and record.document in ground.acts else ""


def _name_act(ground: Ground, one: Language, records: Sequence[Record]) -> str:
    provinces = ground.list_names(dict.fromkeys(record.province for record in records), one)
    since = next((record.since for record in records if record.since), "")
    return one.words("dossier-ask-act", provinces=provinces, date=say_short_date(since, one))


def _name(ground: Ground, one: Language, record: Record) -> str:
    start, target = ground.name(record.start, one), ground.name(record.target, one)
    if not record.since:
        return one.words("dossier-ask-tie", start=start, target=target)
    date = say_short_date(record.since, one)
    return one.words("dossier-ask-tie-dated", start=start, target=target, date=date)


def _say_keepers(ground: Ground, one: Language, kind: str, records: Sequence[Record]) -> str:
    """Say which papers would tell, and who keeps them: the office that made each."""
    cities = [record for record in records if _is_city(ground, record)]
    if kind in ("sister_city", "sister_province") and len(cities) == len(records):
        names = ground.list_names(dict.fromkeys(record.start for record in cities), one, 4)
        return one.words("dossier-settle-cities", names=names)
    provinces = dict.fromkeys(record.province for record in records if record.start == record.province)
    bodies = dict.fromkeys(record.start for record in records if record.start != record.province)
    said = []
    if provinces:
        said.append(
            one.words(
                "dossier-keeper-provinces", count=len(provinces), names=ground.list_names(provinces, one, 4)
            )
        )
    if bodies:
        said.append(ground.list_names(bodies, one, 4))
    return one.words(
        "dossier-settle", kind=say_choice(one, "TIED_TO", "kind", kind), keepers=one.list_names(said)
    )


def _is_city(ground: Ground, record: Record) -> bool:
    place = ground.page.places.get(record.start)
    return place is not None and place.label == "City"


def _ask_of_missions(ground: Ground, subject: Subject, one: Language) -> list[Row]:
    """Ask of missions whose status on the day is not known."""
    country = subject.country
    if country is None:
        return []
    home = ground.page.home.id
    unknown = [
        mission
        for mission in ground.page.missions
        if {mission.sender, mission.host} == {home, country} and mission.status == "unknown"
    ]
    if not unknown:
        return []
    cities = dict.fromkeys(ground.name(mission.city or mission.host, one) for mission in unknown)
    names = one.list_names(list(cities)[:MOST_MISSIONS])
    question = one.words("dossier-ask-missions", count=len(unknown), names=names)
    return [Row((Cell(question), Cell(one.words("dossier-settle-missions"))))]
