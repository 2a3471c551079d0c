"""Find ties that may be said twice and terms of governors that overlap, with what each says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graphmap.reports.runner import run_report
from graphmap.schema import Tie
from graphmap.store.contract import Store

_TERMS = """
MATCH (a:Governor)-[t:GOVERNS]->(p:Province)<-[u:GOVERNS]-(b:Governor)
WHERE t.id < u.id AND coalesce(t.certain_from < u.certain_until, t.certain_from IS NOT NULL)
  AND coalesce(u.certain_from < t.certain_until, u.certain_from IS NOT NULL)
RETURN t.id AS first, u.id AS second, p.name AS province, p.name_fa AS province_fa,
       a.name AS governor, a.name_fa AS governor_fa, b.name AS other, b.name_fa AS other_fa,
       t.since AS first_since, t.until AS first_until, u.since AS second_since, u.until AS second_until,
       coalesce(t.sources, []) AS first_sources, coalesce(u.sources, []) AS second_sources
ORDER BY first, second
"""
_TIES = """
MATCH (home)-[t:TIED_TO]->(place) WHERE t.id IN $ids
OPTIONAL MATCH (place)-[:IN|REPRESENTS*1..6]->(country:Country)
RETURN t.id AS id, t.until AS until, coalesce(t.sources, []) AS sources, t.document AS document,
       coalesce(country.id, CASE WHEN place:Country THEN place.id END) AS country
"""


@dataclass(frozen=True, slots=True)
class Twice:
    """Two ties or two terms, by id, with a sentence of what each says; the country abroad of ties."""

    label: str
    country: str
    first: str
    second: str
    first_said: str
    second_said: str


def find_twice(store: Store, language: str) -> list[Twice]:
    """Return the pairs of ties that may be one, and of terms in one province that certainly overlap."""
    return [*_find_ties(store, language), *_find_terms(store, language)]


def _find_ties(store: Store, language: str) -> Iterator[Twice]:
    rows = run_report(store, "double_ties", language=language).as_dicts()
    ids = sorted({identity for row in rows for identity in (row["first"], row["second"])})
    said = {row["id"]: row for row in store.rows(_TIES, {"ids": ids}).as_dicts()} if ids else {}
    for row in rows:
        home = _name(row, "home", language)
        target = _name(row, "target", language)
        kind = Tie.column("kind").kind.choices.get(row["kind"]) if language == "fa" else row["kind"]
        first, second = (
            _join(
                f"{home} – {target}", kind, _span(row[f"{which}_since"], said[row[which]]["until"]),
                said[row[which]]["document"], *said[row[which]]["sources"],
            )
            for which in ("first", "second")
        )  # fmt: skip
        country = said[row["first"]]["country"] or ""
        yield Twice("TIED_TO", country, row["first"], row["second"], first, second)


def _find_terms(store: Store, language: str) -> Iterator[Twice]:
    for row in store.rows(_TERMS, {}).as_dicts():
        province = _name(row, "province", language, "")
        first = _join(
            f"{_name(row, 'governor', language, '')}, {province}",
            _span(row["first_since"], row["first_until"]), *row["first_sources"],
        )  # fmt: skip
        second = _join(
            f"{_name(row, 'other', language, '')}, {province}",
            _span(row["second_since"], row["second_until"]), *row["second_sources"],
        )  # fmt: skip
        yield Twice("GOVERNS", "", row["first"], row["second"], first, second)


def _name(row: dict[str, object], key: str, language: str, end: str = "_name") -> str:
    english = row[f"{key}{end}"] or row.get(key) or ""
    return str(row.get(f"{key}{end}_fa") or english) if language == "fa" else str(english)


def _span(since: object, until: object) -> str:
    return f"{since or '?'} – {until or '?'}" if since or until else ""


def _join(*parts: object) -> str:
    return "; ".join(str(part) for part in parts if part)
