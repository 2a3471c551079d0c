"""Tell what a list no longer says that it said before: a new edition of it, or a part."""

from __future__ import annotations

from dataclasses import dataclass

from graphmap.cli.command import say_lines, tell
from graphmap.cli.persian import in_language
from graphmap.exchange.known import Known
from graphmap.exchange.mapping import read_mapping
from graphmap.schema import Batch, Difference
from graphmap.store.contract import Store
from graphmap.store.editions import Unsaid, find_unsaid

SHOWN = 3
"""How many relationships a note lists."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The sources of a list that the store knew before, and the relationship types of which it speaks."""

    sources: frozenset[str] = frozenset()
    types: tuple[str, ...] = ()

    @classmethod
    def of(cls, mapping: str, known: Known) -> Edition:
        """Return what a mapping says of its list, before the list is read."""
        declared = read_mapping(mapping)
        sources = frozenset(one["id"] for one in declared.sources if one["id"] in known.directory)
        return cls(sources, tuple(write.record for table in declared.tables for write in table.writes))

    @classmethod
    def of_native(cls, batch: Batch) -> Edition:
        """Return what native files cite and hold."""
        records = [entry.record for entry in batch.entries]
        sources = frozenset(one for record in records for one in getattr(record, "sources", None) or ())
        return cls(sources, tuple(record.stored_as for record in records))


def tell_unsaid(
    store: Store, difference: Difference, edition: Edition, is_whole: bool, lang: str = "en"
) -> None:
    """Tell what rests on the sources of a list and is not in it; all of it where the list is a whole one."""
    unsaid = find_unsaid(store, difference, edition.sources, edition.types) if edition.sources else []
    if not unsaid:
        if is_whole:
            tell(in_language("All that its source said before stands in this list too.", lang))
        return
    count = "1 relationship rests" if len(unsaid) == 1 else f"{len(unsaid):,} relationships rest"
    said = f"{count} on {', '.join(sorted(edition.sources))} and is not in this list"
    if len(unsaid) > 1:
        said = said.replace("and is not", "and are not")
    directory = store.known().directory
    shown = [
        " - ".join(directory.name(end).in_language(lang) for end in (one.start, one.target))
        + _add(one, edition)
        for one in (unsaid if is_whole else unsaid[:SHOWN])
    ]
    if is_whole:
        tell(in_language(f"{said}; nothing was removed (graphmap remove ID does that):", lang))
        for line in shown:
            tell(f"  {line}")
    else:
        more = "; …" if len(unsaid) > SHOWN else ""
        told = f"{said}: {'; '.join(shown)}{more}. If it is a whole new edition, --edition lists them"
        say_lines([told], lang=lang)


def _add(one: Unsaid, edition: Edition) -> str:
    """Return what tells a relationship from others of its ends, and whether it rests on nothing else."""
    since = f", since {one.since}" if one.since else ""
    alone = "" if set(one.sources) - edition.sources else ", which rests on nothing else"
    return f"{since} ({one.id}{alone})"
