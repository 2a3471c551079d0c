"""followthemoney entities out and in, a JSON object a line, where their meaning is that of something here.

What has no counterpart there (borders, trade, districts of missions, sectors) is left out, and so is, on the
way in, what has none here; notes tell how much.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2s
from pathlib import Path
from typing import Any

from graphmap.dates import find_days
from graphmap.errors import Fault, Faults, FileRefused, NameUnclear, NameUnknown, Place
from graphmap.exchange.forms import find_day_after, find_day_before
from graphmap.exchange.known import Known
from graphmap.files import read_bytes
from graphmap.schema import (
    Batch,
    Body,
    City,
    Contents,
    Counterpart,
    Country,
    Entry,
    Governor,
    Governs,
    Holds,
    Lasting,
    Mission,
    Named,
    Node,
    Official,
    Province,
    Record,
    Region,
    Relationship,
    Represents,
    Source,
    Tie,
)
from graphmap.schema.batch import make_record
from graphmap.schema.kinds_of_tie import KINDS_OF_TIE
from graphmap.text import mint_slug
from graphmap.writing import written_file

ENDING = ".ftm.json"
"""How the name of a file of entities ends."""

LARGEST = 500_000_000

SCHEMATA: Mapping[str, str] = {
    "Country": "PublicBody",
    "Province": "PublicBody",
    "Region": "PublicBody",
    "City": "PublicBody",
    "Counterpart": "Organization",
    "Body": "Organization",
    "Mission": "PublicBody",
    "Governor": "Person",
    "Official": "Person",
}
"""Each label that is written, and its schema: of a place it is the body that governs it."""

BY_KIND: Mapping[str, str] = {
    "company": "Company",
    "governor": "PublicBody",
    "mayor": "PublicBody",
    "ministry": "PublicBody",
    "agency": "PublicBody",
}
"""The schemata of counterparts and bodies of some kinds."""

WRITTEN: tuple[type[Record], ...] = (
    *(Country, Province, Region, City, Counterpart, Body, Mission, Governor, Official),
    *(Governs, Holds, Represents, Tie),
)
"""What is written as entities."""

PERSONS = frozenset({"Person"})
ORGANIZATIONS = frozenset({"Organization", "PublicBody", "Company", "LegalEntity"})


_PLAIN = re.compile(r"[0-9A-Za-z]([0-9A-Za-z:-]*[0-9A-Za-z])?")
_DATE = re.compile(r"(?!1[234])\d{4}(-\d\d){0,2}")
"""A date of the Gregorian calendar as both write it."""
MOST_YEARS = 2
"""In so many years a date may lie, as a year of the Solar Hijri calendar does; a decade is none."""
_LINKS = ("subject", "object", "holder", "post", "organization", "agent", "client")
"""The properties that name another entity."""


def write_entity_id(identity: str) -> str:
    """Return an id as followthemoney takes it, which drops every reference with another sign in it.

    >>> write_entity_id("city:irn:tehran"), write_entity_id("IR-03")
    ('city.irn.tehran', 'IR-03')
    >>> write_entity_id("a_b") == write_entity_id("a:b")
    False
    """
    plain = re.sub(r"[^0-9A-Za-z.-]", ".", identity)
    if _PLAIN.fullmatch(identity):
        return plain
    return f"{plain.strip('.-') or 'id'}.{blake2s(identity.encode(), digest_size=4).hexdigest()}"


def write_entities(contents: Contents, path: Path, overwrite: bool = False) -> Path:
    """Write places, offices and persons, who holds which post, who represents what, and ties, as entities.

    A tie is an UnknownLink with its kind as role; a post is a Position, and who holds it an Occupancy. Days
    are as far as known, without the marks of doubt, which the remark keeps; an end is the last day. A file
    that is there is refused, or kept as NAME.before if `overwrite`. Raises WritingRefused.
    """
    with written_file(path, overwrite, make_folder=True) as opened:
        for entity in _list_entities(contents):
            opened.write(json.dumps(entity, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
    return path


def _list_entities(contents: Contents) -> Iterator[dict[str, Any]]:
    countries = _find_countries(contents)
    for node in contents.nodes.values():
        schema = BY_KIND.get(getattr(node, "kind", None) or "", SCHEMATA.get(node.stored_as, ""))
        if schema and isinstance(node, Node):
            code = countries.get(node.identity)
            yield _make_entity(node.identity, schema, contents, node, **_name(node), country=[code])
    posts: set[str] = set()
    for one in contents.relationships.values():
        if isinstance(one, Governs | Holds):
            title = one.post if isinstance(one, Holds) else "governor"
            office = contents.nodes.get(one.target)
            post = f"post:{one.target}:{mint_slug(str(title))}"
            if post not in posts and office is not None:
                posts.add(post)
                code = countries.get(one.target)
                yield _make_entity(
                    post, "Position", contents, None, name=[title], organization=[one.target], country=[code]
                )
            ends = {"holder": [one.start], "post": [post]}
            yield _make_entity(one.identity, "Occupancy", contents, one, **ends, **_date(one))
        elif isinstance(one, Represents):
            ends = {"agent": [one.start], "client": [one.target]}
            yield _make_entity(one.identity, "Representation", contents, one, **ends)
        elif isinstance(one, Tie):
            link = {"subject": [one.start], "object": [one.target], "role": [one.kind or ""]}
            yield _make_entity(one.identity, "UnknownLink", contents, one, **link, **_date(one))


def _make_entity(
    identity: str, schema: str, contents: Contents, record: Record | None, **properties: Iterable[Any]
) -> dict[str, Any]:
    cited = (contents.nodes.get(source) for source in getattr(record, "sources", None) or ())
    told = {**properties, **_cite([one for one in cited if isinstance(one, Source)])}
    kept = {
        name: found for name, values in told.items() if (found := [str(value) for value in values if value])
    }
    for name in kept.keys() & set(_LINKS):
        kept[name] = list(map(write_entity_id, kept[name]))
    return {"id": write_entity_id(identity), "schema": schema, "properties": kept}


def _cite(sources: Sequence[Source]) -> dict[str, list[Any]]:
    return {
        "sourceUrl": [source.url for source in sources],
        "publisher": [source.publisher or source.name for source in sources],
    }


def _name(node: Named) -> dict[str, list[Any]]:
    return {"name": [node.name, node.name_fa], "alias": list(node.aliases or ()), "notes": [node.note]}


def _date(one: Lasting) -> dict[str, list[Any]]:
    since, until = (text if text != ".." else None for text in (one.since, one.until))
    doubted = [text for text in (since, until) if text and not _DATE.fullmatch(text)]
    return {
        "startDate": _list_dates(since or ""),
        "endDate": _list_dates(find_day_before(until or "")),
        "summary": [one.note, *(f"as the source says it: {text}" for text in doubted)],
    }


def _list_dates(text: str) -> list[str]:
    """Return a date as entities have it: of the Gregorian calendar, both years where it may be in either.

    >>> _list_dates("2019-05?"), _list_dates("1398"), _list_dates("1398-02"), _list_dates("197X")
    (['2019-05'], ['2019', '2020'], ['2019'], [])
    """
    plain = text.rstrip("?~%")
    if not plain or _DATE.fullmatch(plain):
        return [plain]
    days = find_days(plain)
    years = range(days.earliest.year, days.latest.year + 1)
    return [f"{year:04}" for year in years] if len(years) <= MOST_YEARS else []


def _find_countries(contents: Contents) -> dict[str, str]:
    """Return of each node the code of the country that it lies in, in lower case, as entities have it."""
    above = {
        one.start: one.target
        for one in contents.relationships.values()
        if one.stored_as in {"IN", "REPRESENTS", "SENT_BY"}
    }
    # A mission is its sender's, not of the city that it lies in.
    above |= {one.start: one.target for one in contents.relationships.values() if one.stored_as == "SENT_BY"}
    found: dict[str, str] = {}
    for identity in contents.nodes:
        seen, here = {identity}, identity
        while (here := above.get(here, here)) not in seen:
            seen.add(here)
        if code := getattr(contents.nodes.get(here), "iso2", None):
            found[identity] = code.lower()
    return found


# ---------------------------------------------------------------------------- reading


def are_entities(paths: Iterable[Path]) -> bool:
    """Say whether all of some paths are files of entities, by their names."""
    return all(path.name.lower().endswith(ENDING) for path in paths)


def read_entities(paths: Iterable[Path], known: Known) -> Batch:
    """Read persons, foreign offices, posts and links into a batch; what the store has already stays as it is.

    A Person is an Official; an Organization, PublicBody or Company of a foreign country a Counterpart that
    represents it; an Occupancy of a post of an organization HOLDS; an UnknownLink from a province, city or
    body of the store a tie, of the kind that its role names. A file is a Source. Raises Faults.
    """
    reading = _Reading(known)
    for path in paths:
        reading.read(path)
    if reading.faults:
        raise Faults(reading.faults)
    left = [
        f"{count} {name} left out: it has no meaning here" for name, count in sorted(reading.left.items())
    ]
    return Batch(tuple(reading.entries), tuple(left))


class _Reading:
    def __init__(self, known: Known) -> None:
        self._known = known
        stored = (identity for kind in WRITTEN for identity in known.list_ids(kind))
        self._ids = {written: one for one in stored if (written := write_entity_id(one)) != one}
        self.entries: list[Entry] = []
        self.faults: list[Fault] = []
        self.left: Counter[str] = Counter()

    def read(self, path: Path) -> None:
        try:
            entities = list(_parse(read_bytes(path, LARGEST)))
        except FileRefused as refused:
            self.faults.append(Fault(refused.problem, refused.right, Place(path.name)))
            return
        for _, one in entities:
            self._name_as_here(one)
        source = f"source:ftm:{mint_slug(path.name.removesuffix(ENDING))}"
        held = self._known.look_up([source, *(one["id"] for _, one in entities)])
        there = {*held.nodes, *held.relationships}
        if source not in there:
            named = {"id": source, "name": f"Entities of {path.name}"}
            self.entries.append(Entry(make_record(Source, named), Place(path.name)))
        posts = {one["id"]: one for _, one in entities if one["schema"] == "Position"}
        nodes = set(held.nodes)
        for line, one in entities:
            if one["id"] in there or one["schema"] == "Position":
                continue
            found = list(self._make_nodes(one, (source,)))
            nodes.update(record.identity for record in found if isinstance(record, Node))
            self._keep(found, path, line)
        linked = {end for _, one in entities for end in _list_ends(one, posts)}
        nodes |= set(self._known.look_up(sorted(linked - nodes)).nodes)
        for line, one in entities:
            if one["id"] not in there and one["schema"] not in PERSONS | ORGANIZATIONS | {"Position"}:
                records = list(_make_links(one, posts, nodes, (source,)))
                if not records:
                    self.left[one["schema"]] += 1
                self._keep(records, path, line)

    def _name_as_here(self, one: dict[str, Any]) -> None:
        """Give an entity, and those that it names, the ids that the store has for them."""
        one["id"] = self._ids.get(one["id"], one["id"])
        for name in one["properties"].keys() & set(_LINKS):
            one["properties"][name] = [self._ids.get(end, end) for end in _take(one, name)]

    def _keep(self, records: Iterable[Record], path: Path, line: int) -> None:
        self.entries += (Entry(record, Place(path.name, line)) for record in records)

    def _make_nodes(self, one: Mapping[str, Any], sources: tuple[str, ...]) -> Iterator[Record]:
        names, aliases = _take(one, "name"), (*_take(one, "alias"), *_take(one, "weakAlias"))
        persian = next((name for name in names if "\u0600" <= name[:1] <= "\u06ff"), None)
        english = next((name for name in names if name != persian), persian)
        others = tuple(dict.fromkeys(n for n in (*names, *aliases) if n not in (english, persian)))
        told = {"id": one["id"], "name": english, "name_fa": persian, "aliases": others, "sources": sources}
        told = {name: value for name, value in told.items() if value}
        if one["schema"] in PERSONS:
            yield make_record(Official, told)
        elif one["schema"] in ORGANIZATIONS:
            home = self._known.home
            country = self._find_country((*_take(one, "country"), *_take(one, "jurisdiction")))
            if country is None or (home is not None and country == home.identity):
                self.left[f"{one['schema']} of no foreign country"] += 1
                return
            kind = "company" if one["schema"] == "Company" else "other"
            yield make_record(Counterpart, {**told, "kind": kind})
            ends = {"from_id": one["id"], "to_id": country, "sources": sources}
            yield make_record(Represents, ends)

    def _find_country(self, codes: Iterable[str]) -> str | None:
        for code in codes:
            try:
                return self._known.directory.find("Country", code)
            except (NameUnknown, NameUnclear):
                continue
        return None


def _make_links(
    one: Mapping[str, Any], posts: Mapping[str, Any], nodes: Collection[str], sources: tuple[str, ...]
) -> Iterator[Relationship]:
    ends = [end for end in _list_ends(one, posts) if end in nodes]
    if len(ends) != 2:
        return
    since, until = (next(iter(_take(one, name)), None) for name in ("startDate", "endDate"))
    told: dict[str, Any] = {"id": one["id"], "from_id": ends[0], "to_id": ends[1], "sources": sources}
    told |= {"since": since} if since else {}
    told |= {"until": find_day_after(until)} if until else {}
    record: Record
    if one["schema"] == "Occupancy":
        title = next(iter(_take(posts[_take(one, "post")[0]], "name")), "post")
        record = make_record(Holds, {**told, "post": title})
    else:
        role = next(iter(_take(one, "role")), "")
        record = make_record(Tie, {**told, "kind": role if role in KINDS_OF_TIE else "other"})
    assert isinstance(record, Relationship)  # noqa: S101 (both are)
    yield record


def _list_ends(one: Mapping[str, Any], posts: Mapping[str, Any]) -> list[str]:
    """Return what a link leads from and to: of a post, the organization that it belongs to."""
    if one["schema"] == "UnknownLink":
        return [*_take(one, "subject")[:1], *_take(one, "object")[:1]]
    if one["schema"] == "Occupancy":
        post = posts.get(next(iter(_take(one, "post")), ""))
        return [*_take(one, "holder")[:1], *(_take(post, "organization")[:1] if post else ())]
    return []


def _take(one: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return tuple(str(value) for value in one["properties"].get(name, ()) if value)


def _parse(data: bytes) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield each entity with its line. Raises FileRefused for what is none."""
    right = 'an object a line, such as {"id": "Q1", "schema": "Person", "properties": {"name": ["…"]}}'
    for line, text in enumerate(data.decode("utf-8-sig", "replace").splitlines(), start=1):
        if not text.strip():
            continue
        try:
            found = json.loads(text)
            fits = isinstance(found["id"], str) and isinstance(found["schema"], str)
            fits = fits and all(isinstance(values, list) for values in found["properties"].values())
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            fits = False
        if not fits:
            raise FileRefused(f"has no followthemoney entity in line {line}", right)
        yield line, found
