"""What a graph on Neo4j bears for those who look at it with Neo4j's own programs.

Named constraints, indexes on names and days, a full-text index, and the point of each place. All of it is
derived from the schema and from what is stored: no record has it, no file gives it, no report needs it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphmap.schema import NODES, Difference, Governor, Official, Source, Tie
from graphmap.store.statements import PLACES, Run, list_constraints, write_at_nodes
from graphmap.store.values import NEO4J_OWN as LOCATION
from graphmap.store.values import PLACE

NAMES = "names"
"""The full-text index over the names of whatever people look for."""

LOCATED = tuple(name for name, cls in NODES.items() if {"lat", "lon"} <= cls.model_fields.keys())
"""Labels whose nodes have a point."""

LOOKED_FOR = (PLACE, *(cls.stored_as for cls in (Governor, Official, Source)))
"""Labels whose nodes people look for by name."""


@dataclass(frozen=True, slots=True)
class Held:
    """A constraint that a database has."""

    name: str
    owners: tuple[str, ...]
    properties: tuple[str, ...]


def find_declarations(constraints: Iterable[Held], indexes: Collection[str]) -> Iterator[str]:
    """Yield the statements that give a database what it lacks.

    A constraint that an older graphmap made under no name of its own is made again under its name.
    """
    held = {(one.owners, one.properties): one.name for one in constraints}
    for name, owner, pattern in list_constraints():
        known = held.get(((owner,), ("id",)))
        if known == name:
            continue
        if known is not None:
            yield f"DROP CONSTRAINT `{known.replace('`', '``')}` IF EXISTS"
        yield f"CREATE CONSTRAINT {name} IF NOT EXISTS {pattern}"
    for name, statement in _list_indexes().items():
        if name not in indexes:
            yield statement


def _list_indexes() -> Mapping[str, str]:
    """Return the statement that makes each index, by its name."""
    found = {}
    for label in (*sorted(PLACES), *LOOKED_FOR):
        for field in ("name", "name_fa"):
            name = f"{label.lower()}_{field}"
            found[name] = f"CREATE INDEX {name} IF NOT EXISTS FOR (n:{label}) ON (n.{field})"
    for field in ("since", "counts_from", "counts_until"):
        name = f"{Tie.stored_as.lower()}_{field}"
        found[name] = f"CREATE INDEX {name} IF NOT EXISTS FOR ()-[t:{Tie.stored_as}]-() ON (t.{field})"
    name = f"{PLACE.lower()}_{LOCATION}"
    found[name] = f"CREATE POINT INDEX {name} IF NOT EXISTS FOR (n:{PLACE}) ON (n.{LOCATION})"
    # This analyzer takes the forms of ye and kaf for one, half-spaces for spaces, Latin words as they are.
    found[NAMES] = (
        f"CREATE FULLTEXT INDEX {NAMES} IF NOT EXISTS FOR (n:{'|'.join(LOOKED_FOR)}) "
        "ON EACH [n.name, n.name_fa, n.aliases] OPTIONS {indexConfig: {`fulltext.analyzer`: 'persian'}}"
    )
    return found


def locate_written(run: Run, difference: Difference) -> None:
    """Let the point of each place that was written follow its latitude and longitude."""
    written = [*difference.created, *(change.after for change in difference.changed)]
    write_at_nodes(run, (record for record in written if record.stored_as in LOCATED), _LOCATE)


def locate_all(run: Run) -> None:
    """Give every place that lacks it its point."""
    for label in LOCATED:
        run(f"MATCH (n:{label}) WHERE n.lat IS NOT NULL AND n.{LOCATION} IS NULL {_LOCATE}", {})


_LOCATE = f"SET n.{LOCATION} = point({{latitude: n.lat, longitude: n.lon}})"
# Where one of the two is not known the point is null, and so taken away.


def read_held(rows: Iterable[Sequence[Any]]) -> Iterator[Held]:
    """Read the answer of SHOW CONSTRAINTS YIELD name, labelsOrTypes, properties."""
    for name, owners, properties in rows:
        yield Held(name, tuple(owners), tuple(properties))
