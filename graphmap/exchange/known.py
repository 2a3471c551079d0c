"""What a store holds, as far as a mapping asks: names, and the records that rows name again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from graphmap.directory import Directory
from graphmap.schema import Contents, Country, Record


@dataclass
class Known:
    """The nodes of a store by all their names, and its records of a label or type where one of them is named.

    `directory` belongs to whoever reads: what rows make is added to it. `list_ids` and `read` give the ids
    and the records of one label or type, `look_up` what a batch with some ids touches (`Store.contents`).
    """

    home: Country | None
    directory: Directory
    list_ids: Callable[[type[Record]], Collection[str]]
    read: Callable[[type[Record]], Mapping[str, Record]]
    look_up: Callable[[Collection[str]], Contents]
    _ids: dict[type[Record], frozenset[str]] = field(default_factory=dict)
    _records: dict[type[Record], Mapping[str, Record]] = field(default_factory=dict)

    @classmethod
    def of(cls, contents: Contents) -> Known:
        """Make it of all that a store holds."""

        def read(kind: type[Record]) -> Mapping[str, Record]:
            return {record.identity: record for record in contents.records(kind.stored_as)}

        return cls(contents.home, Directory.of(contents), read, read, lambda _: contents)

    def stored(self, kind: type[Record], identity: str) -> Record | None:
        """Return a stored record; all of its label or type are read when the first of them is named."""
        if kind not in self._ids:
            self._ids[kind] = frozenset(self.list_ids(kind))
        if identity not in self._ids[kind]:
            return None
        if kind not in self._records:
            self._records[kind] = self.read(kind)
        return self._records[kind].get(identity)
