"""Who is there: documents with date, last sign and sources; what passes or is prepared; joint acts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from graphmap.dates import FIRST_DAY
from graphmap.language import Language
from graphmap.periods import find_text
from graphmap.scales import CERTAINTIES, VERDICTS
from graphmap.text import sort_key
from graphmap.views.dossier_citing import Citing
from graphmap.views.dossier_ground import Ground, Record
from graphmap.views.dossier_pairs import say_sectors
from graphmap.views.dossier_parts import Cell, Row, Said, Section, Subject, Table
from graphmap.views.short_dates import say_short_date
from graphmap.views.wording import say_choice

MOST_DOCUMENTS = 36
"""How many documents the table holds, so that a dossier stays within four sheets."""

MOST_ACTS = 6
"""How many joint acts are listed; the rest is counted."""

MOST_ASIDE = 6
"""How many ties in preparation are named; the rest is counted."""

Documents = tuple[Record, ...]
"""What one line tells: a document, or several that differ by whom they are with alone."""


def make_presence_section(ground: Ground, subject: Subject, one: Language, citing: Citing) -> Section | None:
    """List the documents of a subject; None where none is recorded and nothing stands beside."""
    records = choose_records(ground, subject)
    held = _order(ground, subject, [record for record in records if record.holds], one)
    by_country = subject.country is None
    shown = _cut(_put_together(ground, held), by_country)
    table = None
    if shown:
        lead = "country" if by_country else "province"
        heads = [lead, "document", "with", "sectors", "since", "sign", "source"]
        widths = [13, 14, 18, 16, 15, 16, 8]
        if subject.kind == "pair":
            heads[0] = "province"
        abroad = len({some[0].country for some in shown}) > 1
        rows = [
            _draw_row(ground, subject, one, citing, some, before, abroad) for before, some in _follow(shown)
        ]
        table = Table(tuple(one.words(f"dossier-head-{name}") for name in heads), tuple(widths), tuple(rows))
    notes = []
    listed = {record.id for some in shown for record in some}
    if left := tuple(record.id for record in held if record.id not in listed):
        notes.append(Said(one.words("dossier-documents-more", more=len(left)), left))
    if table is not None:
        notes.append(Said(one.words("dossier-documents-note")))
    notes += _say_preparing(ground, one, [record for record in records if record.preparing])
    notes += _say_events(ground, subject, one, [record for record in records if record.is_event], held)
    if table is None and not notes:
        return None
    return Section("presence", one.words(f"dossier-presence-{subject.kind}"), table=table, notes=tuple(notes))


def choose_records(ground: Ground, subject: Subject) -> list[Record]:
    """Return the ties that a dossier is about."""
    if subject.kind == "country":
        return ground.list_records(subject.ids[0])
    if subject.kind == "border":
        bordering = set(ground.page.find_border_provinces(subject.ids[0]))
        return [record for record in ground.list_records(subject.ids[0]) if record.province in bordering]
    found = [record for province in subject.ids for record in ground.list_records(None, province)]
    if subject.kind == "pair":
        # What the two do in a country of one alone sets them apart, and is said so: it is not listed.
        held = [{record.country for record in found if record.province == one} for one in subject.ids]
        found = [record for record in found if record.country in held[0] & held[1]]
    return found


def _order(ground: Ground, subject: Subject, held: list[Record], one: Language) -> list[Record]:
    """Put documents in order: rivals first, then those with most documents; then by name and date."""
    counted = Counter(_lead(subject, record) for record in held)
    strongest: dict[str, int] = {}
    for province, country in dict.fromkeys((record.province, record.country) for record in held):
        lead = province if subject.country else country
        strength = VERDICTS.index(ground.find_verdict(province, subject.country or country))
        strongest[lead] = max(strength, strongest.get(lead, 0))

    def rank(record: Record) -> tuple[int, int, object, str]:
        lead = _lead(subject, record)
        name = sort_key(ground.name(lead, one), one.code)
        return -strongest[lead], -counted[lead], name, record.province

    latest_first = sorted(held, key=lambda record: (record.since or "", record.id), reverse=True)
    return sorted(latest_first, key=rank)


def _lead(subject: Subject, record: Record) -> str:
    return record.province if subject.country else record.country


def _put_together(ground: Ground, held: Sequence[Record]) -> list[Documents]:
    """Put together what one line tells: a province's part in a joint act, or what a city has undated."""
    found: dict[tuple[str, ...], list[Record]] = {}
    for record in held:
        key: tuple[str, ...] = (record.id,)
        if record.document in ground.acts:
            key = (record.document or "", record.kind, record.since)
        elif not record.since and not record.sectors:
            key = (record.start, record.kind, record.certainty, *record.sources)
        found.setdefault((record.province, record.country, *key), []).append(record)
    return [tuple(some) for some in found.values()]


def _cut(held: Sequence[Documents], by_country: bool) -> list[Documents]:
    """Keep as many lines as the table holds, of each province or country as many as of any other."""
    if len(held) <= MOST_DOCUMENTS:
        return list(held)
    leads = [some[0].country if by_country else some[0].province for some in held]
    counted = Counter(leads)
    each = 1
    while sum(min(count, each + 1) for count in counted.values()) <= MOST_DOCUMENTS:
        each += 1
    taken: Counter[str] = Counter()
    kept = []
    for lead, some in zip(leads, held, strict=True):
        taken[lead] += 1
        if taken[lead] <= each:
            kept.append(some)
    return kept[:MOST_DOCUMENTS]


def _follow(lines: Sequence[Documents]) -> list[tuple[Record | None, Documents]]:
    return list(zip([None, *(some[0] for some in lines[:-1])], lines, strict=True))


def _draw_row(
    ground: Ground,
    subject: Subject,
    one: Language,
    citing: Citing,
    some: Documents,
    before: Record | None,
    abroad: bool,
) -> Row:
    """Draw the line of some documents; `abroad`: those of several countries stand in one table."""
    record = some[0]

    def find_lead(of: Record) -> str:
        return of.province if subject.country or subject.kind == "pair" else of.country

    lead = find_lead(record)
    is_repeated = before is not None and find_lead(before) == lead
    kind = say_choice(one, "TIED_TO", "kind", record.kind)
    if record.document in ground.acts:
        kind = one.words("dossier-kind-joint", kind=kind)
    if record.start != record.province:
        kind = one.words("dossier-kind-by", kind=kind, start=ground.name(record.start, one))
    target = ground.list_names(dict.fromkeys(other.target for other in some), one, 5)
    if subject.kind == "pair" and abroad and record.target != record.country:
        target = one.words("dossier-place", place=target, country=ground.name(record.country, one))
    sectors = tuple(dict.fromkeys(sector for other in some for sector in other.sectors))
    signs = [other.last_sign for other in some if other.last_sign is not None]
    first, last = max(signs, default=(FIRST_DAY, FIRST_DAY))
    sign = say_short_date(find_text(first, last) or first.isoformat(), one) if signs else "–"
    certainty = min((other.certainty for other in some), key=CERTAINTIES.index)
    return Row(
        (
            Cell(ground.name(lead, one), strong=not is_repeated, quiet=is_repeated),
            Cell(kind),
            Cell(target),
            Cell(say_sectors(sectors, one)),
            Cell(say_short_date(record.since, one)),
            Cell(sign, mark=certainty if certainty != "none" else None),
            Cell(citing.cite(dict.fromkeys(s for other in some for s in other.sources)), quiet=True),
        ),
        tuple(other.id for other in some),
    )


def _say_preparing(ground: Ground, one: Language, records: Sequence[Record]) -> list[Said]:
    if not records:
        return []
    named = [
        one.words(
            "dossier-tie",
            kind=say_choice(one, "TIED_TO", "kind", record.kind),
            province=ground.name(record.province, one),
            target=ground.name(record.target, one),
        )
        for record in records
    ]
    listed = one.words("list-mark").join(named[:MOST_ASIDE])
    if more := len(named[MOST_ASIDE:]):
        listed = one.words("dossier-and-more", listed=listed, more=more)
    text = one.words("dossier-preparing", count=len(records), names=listed)
    return [Said(text, tuple(record.id for record in records))]


def _say_events(
    ground: Ground, subject: Subject, one: Language, events: Sequence[Record], held: Sequence[Record]
) -> list[Said]:
    """Say which provinces are in contact: by visits and meetings of late, without a document there."""
    if not events:
        return []
    with_documents = {_lead(subject, record) for record in held}
    counted: dict[str, list[Record]] = {}
    for record in events:
        counted.setdefault(_lead(subject, record), []).append(record)
    said = []
    for message, is_alone in (("dossier-contact", True), ("dossier-visits", False)):
        some = {lead: found for lead, found in counted.items() if (lead not in with_documents) is is_alone}
        if some:
            names = one.list_names([_count_events(ground, one, lead, found) for lead, found in some.items()])
            ids = tuple(record.id for found in some.values() for record in found)
            said.append(Said(one.words(message, names=names), ids))
    return said


def _count_events(ground: Ground, one: Language, lead: str, events: Sequence[Record]) -> str:
    last = max((record.since for record in events if record.since), default="")
    name = ground.name(lead, one)
    if not last:
        return one.words("dossier-events-undated", name=name, count=len(events))
    return one.words("dossier-events", name=name, count=len(events), date=say_short_date(last, one))


def make_acts_section(ground: Ground, subject: Subject, one: Language, citing: Citing) -> Section | None:
    """List the joint acts in which a subject has a part; None where there is none."""
    acts: Mapping[str, tuple[Record, ...]] = ground.acts
    chosen: list[tuple[Record, ...]] = []
    for some in acts.values():
        here = [record for record in some if subject.country in (None, record.country)]
        provinces = {record.province for record in here if record.holds}
        if subject.provinces and not set(subject.provinces) <= provinces:
            continue
        if len(provinces) > 1:
            chosen.append(tuple(record for record in here if record.holds))
    if not chosen:
        return None
    chosen.sort(key=lambda some: (max(record.since for record in some), some[0].id), reverse=True)
    rows = []
    for some in chosen[:MOST_ACTS]:
        kinds = dict.fromkeys(say_choice(one, "TIED_TO", "kind", record.kind) for record in some)
        since = next((record.since for record in some if record.since), "")
        rows.append(
            Row(
                (
                    Cell(say_short_date(since, one), strong=True),
                    Cell(one.list_names(kinds)),
                    Cell(ground.list_names(dict.fromkeys(record.province for record in some), one)),
                    Cell(ground.list_names(dict.fromkeys(record.target for record in some), one, 5)),
                    Cell(
                        citing.cite(dict.fromkeys(s for record in some for s in record.sources)), quiet=True
                    ),
                ),
                tuple(record.id for record in some),
            )
        )
    heads = ("day", "document", "who", "with", "source")
    notes = [Said(one.words("dossier-acts-note"), tuple(r.id for some in chosen for r in some))]
    if (more := len(chosen) - MOST_ACTS) > 0:
        notes.insert(0, Said(one.words("dossier-acts-more", more=more)))
    return Section(
        "acts",
        one.words("dossier-acts"),
        table=Table(
            tuple(one.words(f"dossier-head-{name}") for name in heads), (19, 16, 27, 30, 8), tuple(rows)
        ),
        notes=tuple(notes),
    )
