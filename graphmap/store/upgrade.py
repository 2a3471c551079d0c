"""The version of a store: what it was made by, and the numbered steps that bring an older one up to date.

A store says of itself, in one node `Store`: the number of the last step that it went through (`version`),
marks of the declaration that it was made by, and since which changeset it keeps what it overwrites.
A new label, type, field or derived property needs no step: the marks tell that they are new.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from graphmap.errors import DateError, StoreDamaged, StoreError
from graphmap.schema import DECLARED, RELATIONSHIPS, Lasting, Record
from graphmap.store.history import number_of
from graphmap.store.settling import settle_all
from graphmap.store.statements import (
    PLACES,
    Run,
    change_record,
    read_changesets,
    read_label,
    store_derived,
    write_rows,
)
from graphmap.store.values import PLACE

STORE = "Store"
FIRST_VERSION = 1
"""The version of a store that does not say one: it kept no history."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a store says of itself."""

    version: int
    declaration: str
    """A mark of its labels, types and properties."""
    derived: str
    """A mark of its derived properties."""
    kept_since: int
    """The number of the first changeset of which it keeps what was overwritten."""


def _mark(names: Mapping[str, list[str]]) -> str:
    return hashlib.blake2s(json.dumps(names, sort_keys=True).encode(), digest_size=8).hexdigest()


def make_stamp(kept_since: int = 1) -> Stamp:
    """Return the stamp of a store that is made now."""
    names = {name: [*sorted(cls.model_fields), *sorted(cls.kept())] for name, cls in DECLARED.items()}
    derived = {name: sorted(cls.kept()) for name, cls in DECLARED.items() if cls.kept()}
    return Stamp(max(STEPS, default=FIRST_VERSION), _mark(names), _mark(derived), kept_since)


def read_stamp(run: Run) -> Stamp:
    """Read the stamp of a store; a store without one is of the first version."""
    rows = run(
        f"MATCH (s:{STORE}) RETURN s.version AS version, s.declaration AS declaration, "
        "s.derived AS derived, s.kept_since AS kept_since",
        {},
    )
    if rows:
        return Stamp(*rows[0])
    last = max((number_of(changeset.id) for changeset in read_changesets(run)), default=0)
    return Stamp(FIRST_VERSION, "", "", last + 1)


def write_stamp(run: Run, stamp: Stamp) -> None:
    """Write the stamp of a store over the one it had."""
    # It has a name like every node: of one without, kglite 0.21 answers label and id where Neo4j has null.
    named = {**asdict(stamp), "name": f"graphmap store, version {stamp.version}"}
    run(f"MERGE (s:{STORE} {{id: 'store'}}) SET s += $stamp", {"stamp": named})


def check_version(stamp: Stamp, url: str) -> None:
    """Raise StoreError where a store was made by a newer graphmap than this one."""
    if stamp.version > make_stamp().version:
        raise StoreError(
            f"{url} was made by a newer graphmap (store version {stamp.version}; this one knows "
            f"{make_stamp().version}): bring graphmap up to date, or restore a backup made before"
        )


def upgrade_store(run: Run, stamp: Stamp) -> None:
    """Bring a store up to date within one transaction: the steps it lacks, then what is derived anew."""
    now = replace(make_stamp(), kept_since=stamp.kept_since)
    for number in sorted(STEPS):
        if number > stamp.version:
            STEPS[number](run)
    if stamp.derived != now.derived and not any(
        work is derive_anew for number, work in STEPS.items() if number > stamp.version
    ):
        derive_anew(run)
    write_stamp(run, now)


def begin_history(run: Run) -> None:
    """Step 2: from now on what is overwritten is kept; the stamp says since when."""
    del run


def write_attested_as_dates(run: Run) -> None:
    """Step 3: an attested day is a date as far as known, and so a text; a month or a year may stand there."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for cls in RELATIONSHIPS.values():
        if issubclass(cls, Lasting):
            for record in read_label(run, cls):
                if days := getattr(record, "attested", None):
                    row = {"id": record.id, "properties": {"attested": list(map(str, days))}}
                    groups[change_record(record)].append(row)
    write_rows(run, groups)


def forget_doubtful(run: Run) -> None:
    """Step 4: what is doubtful of a date is in its bounds, which are derived anew; no mark is kept of it."""
    for name, cls in RELATIONSHIPS.items():
        if issubclass(cls, Lasting):
            run(f"MATCH ()-[r:{name}]->() SET r.doubtful = null", {})


def forget_ended_by(run: Run) -> None:
    """Step 6: until when a tie counts that is only said to be over stands in `counts_until`, derived anew."""
    run("MATCH ()-[t:TIED_TO]->() SET t.ended_by = null", {})


def label_places(run: Run) -> None:
    """Step 7: whatever a tie may start from or lead to bears one label more, common to all places."""
    for label in sorted(PLACES):
        run(f"MATCH (n:{label}) SET n:{PLACE}", {})


def derive_anew(run: Run) -> None:
    """Compute the derived properties of every record again and write them; `recorded` stays as it is."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for cls in DECLARED.values():
        if cls.kept():
            for record in read_label(run, cls):
                groups[change_record(record)].append({"id": record.id, "properties": _derive(record)})
    write_rows(run, groups)
    settle_all(run)


def _derive(record: Record) -> dict[str, Any]:
    try:
        return store_derived(record)
    except DateError as error:
        raise StoreDamaged(
            f"the store cannot be upgraded: {record.id} {error.column or ''} {error.problem}; "
            f"right would be {error.right}. Correct it with the graphmap that wrote it"
        ) from error


STEPS: Mapping[int, Callable[[Run], None]] = {
    2: begin_history,
    3: write_attested_as_dates,
    4: forget_doubtful,
    # What records tell of each other is settled when they are written, where queries worked it out before.
    5: derive_anew,
    6: forget_ended_by,
    7: label_places,
    # Names of places fold without words for what they are, too.
    8: derive_anew,
    # A day that is not known, or open, is absent where a far day stood for it.
    9: derive_anew,
    # Names in -sburg fold as those in -burg, too: Петербург is Petersburg.
    10: derive_anew,
    # A tie that is over by its stage alone counted at least as long as a source attests it.
    11: derive_anew,
}
"""What brings a store of the version before to each version. Where a rule changes how a property is derived
and no name changes, the step is derive_anew."""
