"""Settles among records what they tell of each other, in the transaction that writes any of them.

The rules are in schema/rules/settling.py. What a write touches is read again from the store as it then is,
so that an import, an undo, a removal and a restored backup are all settled alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import numpy as np

from graphmap.dates import LAST_DAY
from graphmap.schema import Country, Difference, Governs, In, Province, Relationship, Source, Tie
from graphmap.schema.rules.settling import (
    NO_ACT,
    Term,
    find_end_told,
    find_last_signs,
    find_parties,
    make_room,
)
from graphmap.store.marks import NEVER_BEGUN, leave_out_marks
from graphmap.store.statements import OWN_LABEL, Run, change_relationship, divide, read_day, write_rows

MANY = 2_000
"""From so many written ties on, all that tell are read: one look at all costs less than so many at some."""


class Row(NamedTuple):
    """What is read of a tie: an import may read a hundred thousand at once."""

    id: str
    start: str
    label: str
    target: str
    whole: bool
    nature: str | None
    sign: Any
    document: str | None
    last_sign: Any
    attested: Any
    until_earliest: Any
    until: str | None
    sources: Sequence[str] | None
    said_ended: bool | None
    counts_until: Any
    parties: Sequence[str] | None


TIES = "MATCH (a)-[t:TIED_TO]->(b)"
TELLING = (
    f"{TIES} WHERE t.document IS NOT NULL OR t.nature = 'event' OR t.said_ended OR t.parties IS NOT NULL "
    "OR t.last_sign <> t.sign OR (t.sign IS NULL AND t.last_sign IS NOT NULL)"
)
"""The ties that may tell something of others, or were told something: all others stand as derived."""
READ = (
    f"RETURN t.id AS id, a.id AS start, {OWN_LABEL.format(node='a')} AS label, b.id AS target, "
    f"b:{Country.stored_as} AS whole, t.nature AS nature, t.sign AS sign, t.document AS document, "
    "t.last_sign AS last_sign, t.attested AS attested, t.until_earliest AS until_earliest, "
    "t.until AS until, t.sources AS sources, t.said_ended AS said_ended, t.counts_until AS counts_until, "
    "t.parties AS parties"
)

_TERM_DAYS = (
    *("since_earliest", "until_latest", "since_latest", "until_earliest"),
    *("counts_from", "counts_until"),
)
"""The days of a term as they are read: the first four are those of Term, in its order."""

Ends = dict[str, dict[str, set[str]]]
"""The ids of what ties lead to, by the label and the id of what they lead from."""
Properties = dict[str, dict[str, Any]]
"""Properties to be written, by the id of the record."""


def settle_difference(run: Run, difference: Difference, labels: Mapping[str, str]) -> None:
    """Settle what a difference touches that has just been written; `labels` gives those of the nodes."""
    written = [*difference.created, *difference.removed]
    written += [record for change in difference.changed for record in (change.before, change.after)]
    ties = [record for record in written if isinstance(record, Tie)]
    moved = [r for r in written if isinstance(r, In) and labels.get(r.start) in {"City", "Body"}]
    sources = sorted({r.identity for r in written if isinstance(r, Source)})
    if len(ties) > MANY:
        found = _by_id(_read(run, TELLING, {}))
        events: Ends = defaultdict(lambda: defaultdict(set))
        for row in found.values():
            if row.nature == "event" and not row.whole:
                events[row.label][row.start].add(row.target)
        found |= _by_id(_read_between(run, events))
        touched = {*found}
    else:
        found = _by_id(_read_around(run, [*ties, *_read_starting(run, moved, labels)], labels))
        if sources:
            cites = f"{TIES} WHERE t.said_ended AND any(source IN t.sources WHERE source IN $ids)"
            found |= _by_id(_read(run, cites, {"ids": sources}))
        touched = {*found}
        found |= _by_id(_read_around(run, [*found.values()], labels))
    _write(run, Tie, _settle_ties(run, found, touched))
    _settle_terms(run, sorted({record.target for record in written if isinstance(record, Governs)}))


def settle_all(run: Run) -> None:
    """Settle every record of a store."""
    found = _by_id(_read(run, TIES, {}))
    _write(run, Tie, _settle_ties(run, found, found.keys()))
    provinces = run("MATCH (p:Province) RETURN p.id AS id", {})
    _settle_terms(run, sorted(identity for (identity,) in provinces))


# ---------------------------------------------------------------------------- ties


def _read(run: Run, pattern: str, parameters: Mapping[str, Any]) -> Iterator[Row]:
    for row in run(f"{pattern} {READ}", parameters):
        yield Row(*row)


def _by_id(rows: Iterable[Row]) -> dict[str, Row]:
    return {row.id: row for row in rows}


def _read_around(run: Run, ties: Iterable[Tie | Row], labels: Mapping[str, str]) -> Iterator[Row]:
    """Read the ties between the same two ends as some, or of the same acts."""
    targets: Ends = defaultdict(lambda: defaultdict(set))
    acts: set[str] = set()
    for tie in ties:
        if isinstance(tie, Tie):
            start, target, act, label = tie.start, tie.target, tie.document, labels.get(tie.start)
        else:
            start, target, act, label = tie.start, tie.target, tie.document, tie.label
        if label is not None:  # else its start is gone, and all that led from it
            targets[label][start].add(target)
        if act:
            acts.add(act)
    yield from _read_between(run, targets)
    if acts:
        yield from _read(run, f"{TIES} WHERE t.document IN $acts", {"acts": sorted(acts)})


def _read_between(run: Run, ends: Ends) -> Iterator[Row]:
    """Read the ties between some ends."""
    for label, starts in sorted(ends.items()):
        pattern = (
            f"UNWIND $rows AS row MATCH (a:{label} {{id: row.id}})-[t:TIED_TO]->(b) WHERE b.id IN row.targets"
        )
        for piece in divide(sorted(starts)):
            yield from _read(
                run, pattern, {"rows": [{"id": start, "targets": sorted(starts[start])} for start in piece]}
            )


def _read_starting(run: Run, moved: Iterable[In], labels: Mapping[str, str]) -> Iterator[Row]:
    """Read the ties of acts that lead from what now lies elsewhere."""
    starts: dict[str, set[str]] = defaultdict(set)
    for record in moved:
        starts[labels[record.start]].add(record.start)
    for label, ids in sorted(starts.items()):
        pattern = (
            f"UNWIND $ids AS one MATCH (a:{label} {{id: one}})-[t:TIED_TO]->(b) WHERE t.document IS NOT NULL"
        )
        for piece in divide(sorted(ids)):
            yield from _read(run, pattern, {"ids": list(piece)})


def _settle_ties(run: Run, found: Mapping[str, Row], touched: Collection[str]) -> Properties:
    """Return what is to be written of the ties touched; `found` holds all that tell something of them."""
    rows = [row for row in found.values() if row.nature is not None]  # others another program has written
    changes: Properties = defaultdict(dict)
    signs = np.array([read_day("sign", row.sign).toordinal() for row in rows], np.int64)
    last = find_last_signs(
        signs,
        _code([row.document for row in rows]),
        _code([(row.start, row.target) for row in rows]),
        np.array([row.nature == "event" for row in rows], bool),
        np.array([not row.whole for row in rows], bool),
    )
    for row, day in zip(rows, last.tolist(), strict=True):
        told = date.fromordinal(day)
        if row.id in touched and read_day("last_sign", row.last_sign) != told:
            changes[row.id]["last_sign"] = told
    parties = find_parties(_list_shares(run, rows))
    for row in rows:
        mine = parties.get(row.document or "") if row.nature == "commitment" else None
        if row.id in touched and (row.parties or None) != mine:
            changes[row.id]["parties"] = mine
    ended = [row for row in rows if row.said_ended and row.id in touched]
    if ended:
        told_by = run("MATCH (s:Source) RETURN s.id AS id, s.tells_from AS day", {})
        tells_from = {identity: read_day("tells_from", day) for identity, day in told_by}
        for row in ended:
            days = [tells_from[one] for one in row.sources or () if one in tells_from]
            until_earliest = read_day("until_earliest", row.until_earliest, row.until)
            told = find_end_told(days, bool(row.attested), until_earliest)
            if read_day("counts_until", row.counts_until) != told:
                changes[row.id] |= {"counts_until": told, "contact_until": told}
    return changes


def _list_shares(run: Run, rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Yield the act and the province of each commitment that rests on one and whose province is known."""
    shares = [row for row in rows if row.document and row.nature == "commitment"]
    within: dict[str, str] = {}
    starts: dict[str, set[str]] = defaultdict(set)
    for row in shares:
        starts[row.label].add(row.start)
    for label, ids in sorted(starts.items()):
        if label == Province.stored_as:
            within |= {identity: identity for identity in ids}
            continue
        here = f"UNWIND $ids AS one MATCH (a:{label} {{id: one}})-[:IN]->(p:Province)"
        lies = f"{here} RETURN a.id AS id, p.id AS province"
        for piece in divide(sorted(ids)):
            within.update((start, lies_in) for start, lies_in in run(lies, {"ids": list(piece)}))
    return ((row.document or "", within[row.start]) for row in shares if row.start in within)


def _code(values: Sequence[Any]) -> Any:
    """Return a number for each value, the same for the same; NO_ACT for none."""
    known: dict[Any, int] = {None: NO_ACT}
    return np.array([known.setdefault(value, len(known)) for value in values], np.int64)


# ---------------------------------------------------------------------------- terms


def _settle_terms(run: Run, provinces: Sequence[str]) -> None:
    """Let the terms of some provinces make room for each other."""
    changes: Properties = defaultdict(dict)
    for piece in divide(provinces):
        terms: dict[str, list[Term]] = defaultdict(list)
        held: dict[str, tuple[Any, ...]] = {}
        for province, governor, identity, until, *days in run(
            "UNWIND $ids AS one MATCH (p:Province {id: one})<-[r:GOVERNS]-(g) "
            "RETURN p.id AS province, g.id AS governor, r.id AS id, r.until AS until, "
            "r.since_earliest AS since_earliest, r.until_latest AS until_latest, "
            "r.since_latest AS since_latest, "
            "r.until_earliest AS until_earliest, r.counts_from AS counts_from, "
            "r.counts_until AS counts_until",
            {"ids": list(piece)},
        ):
            found = [read_day(name, day, until) for name, day in zip(_TERM_DAYS, days, strict=True)]
            terms[province].append(Term(identity, governor, *found[:4]))
            held[identity] = tuple(found[4:])
        for beside in terms.values():
            for identity, (first, last) in make_room(beside).items():
                until = last if last < NEVER_BEGUN else LAST_DAY  # another began no one knows when
                if held[identity] != (first, until):
                    changes[identity] = {"counts_from": first, "counts_until": until}
    _write(run, Governs, changes)


def _write(run: Run, cls: type[Relationship], changes: Properties) -> None:
    rows = [{"id": one, "properties": leave_out_marks(changes[one])} for one in sorted(changes)]
    write_rows(run, {change_relationship(cls.stored_as): rows} if rows else {})
