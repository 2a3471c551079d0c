"""Make the records that the rows of a mapped table say; blame what is wrong in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphmap.errors import Fault, Place
from graphmap.exchange.date_columns import DateColumns, judge_start
from graphmap.exchange.known import Known
from graphmap.exchange.mapping_format import FileMapping, Table
from graphmap.exchange.mapping_notes import MappingNotes
from graphmap.exchange.mapping_steps import Write
from graphmap.exchange.mapping_values import split_text
from graphmap.exchange.tables import Row
from graphmap.schema import DECLARED, Batch, Entry, In, Lasting, Named, Record, Relationship, Represents
from graphmap.schema.batch import join_lists, make_record, read_cells
from graphmap.schema.kinds import LIST_MARK


class RecordMaker:
    """Holds the records, faults and notes that come of rows, and the row that is being read.

    `directory` knows what the store holds and what earlier rows made; `known` the records of the store.
    """

    def __init__(self, mapping: FileMapping, known: Known) -> None:
        """Begin with what a store holds, and with the sources of a mapping that it lacks."""
        self.faults: list[Fault] = []
        self.noted = MappingNotes()
        self.dates = DateColumns()
        self.known = known
        self.directory = known.directory
        self.guessed = ""
        """The encoding of the table, where it is a guess."""
        self.row = Row({}, Place(""))
        self.file = ""
        self._mapping = mapping
        self._table = mapping.tables[0]
        self._sources: tuple[str, ...] = ()
        self._entries: list[Entry] = []
        self._made: dict[str, dict[str, Any]] = {}
        self._doubted: set[str] = set()
        self.new: set[str] = set()
        """The ids of the nodes that rows made, which the store lacks."""
        for source in mapping.sources:
            if source["id"] not in self.directory:
                self.add(DECLARED["Source"], read_cells("Source", source)[0], None)

    def begin_row(self, row: Row, file: str, table: Table) -> None:
        """Take the next row, of a file; what it says rests on the sources of its table."""
        self.row, self.file, self._table = row, file, table
        self._sources = table.sources or (self._mapping.sources[0]["id"],)

    def make_batch(self) -> Batch:
        """Return all records, with notes on what was left out and why."""
        return Batch(tuple(self._entries), self.noted.lines())

    def blame(self, problem: str, right: str, text: str, value: str) -> None:
        """Blame the cell that a text of the mapping takes its value from."""
        column = self._find_column(text)
        column = self.row.heads.get(column or "", column)
        self.faults.append(Fault(problem, right, self.row.place, column, value))

    def _find_column(self, text: str) -> str | None:
        return next((name for _, name, _ in split_text(text) if name in self.row.cells), None)

    def place(self, identity: str, within: str) -> None:
        """Say that a node lies in a unit, or represents it."""
        node, unit = self.directory.get(identity), self.directory.get(within)
        if node is None or unit is None:
            return
        pair = (node.label, unit.label)
        kind = next((kind for kind in (In, Represents) if pair in kind.ends), None)
        if kind is not None:
            given = {"from_id": identity, "to_id": within, "sources": self._sources}
            self.add(kind, given, self.row.place)
            self.directory.add(node, within)

    def find_earlier(self, record: Record) -> dict[str, Any] | None:
        """Return what the store and earlier rows say of the same record."""
        if record.id is None:
            return None
        stored, made = self.known.stored(type(record), record.id), self._made.get(record.id)
        if stored is None and made is None:
            return None
        return {**(stored.values() if stored is not None else {}), **(made or {})}

    def rest_on(self, cls: type[Record]) -> dict[str, str]:
        """Return the sources of the table as a cell, for what rests on sources."""
        return {"sources": LIST_MARK.join(self._sources)} if "sources" in cls.model_fields else {}

    def read(self, name: str, cells: Mapping[str, str], texts: Mapping[str, str]) -> dict[str, Any] | None:
        """Read the cells of a record; blame the column of the file that a wrong one comes from."""
        cls = DECLARED[name]
        given, faults = read_cells(name, cells, None)
        if (far := judge_start(cls, given, cells)) is not None:
            faults.append(far)
        if not faults and issubclass(cls, Named) and self._doubt_encoding(cls, given):
            return None
        columns = {field: column for field in cells if (column := self._find_column(texts.get(field, "")))}
        faults += self.dates.doubt(cls, cells, columns, self.row.place)
        for fault in faults:
            self.blame(fault.problem, fault.right, texts.get(fault.column or "", ""), fault.value or "")
        return None if faults else given

    def settle_end(self, cls: type[Record], given: dict[str, Any], write: Write) -> None:
        """Take what has no end to have held on the day of the list, or count it, as the table says."""
        if not issubclass(cls, Lasting) or "until" not in write.cells:
            return
        if self._table.blank_end == "":
            self.noted.ends[self.file, not given.get("until")] += 1
        elif self._table.blank_end == "held" and not given.get("until"):
            day = self._mapping.find_day(self._table)
            given["attested"] = tuple(dict.fromkeys((*(given.get("attested") or ()), day)))

    def add(self, cls: type[Record], given: dict[str, Any], place: Place | None, wins: str = "") -> Record:
        """Add a record; one that says nothing new is counted, and lists join those of the store.

        `wins` says whose start stands where it contradicts that of the store.
        """
        record = make_record(cls, given)
        if record.id is None:
            # What it lacks is told as a fault when the batch is held against the store.
            self._entries.append(Entry(record, place))
            return record
        identity = record.identity
        stored = self.known.stored(cls, identity)
        if stored is not None:
            record = make_record(cls, {**given, **join_lists(given, stored.values())})
        said = record.given()
        earlier = self._made.get(identity)
        if earlier is not None and all(field in earlier and earlier[field] == said[field] for field in said):
            if not isinstance(record, In | Named):
                self.noted.repeated[self.file] += 1
            return record
        if stored is None and isinstance(record, Named):
            self.new.add(identity)
        self._made[identity] = {**(earlier or {}), **said}
        joins = isinstance(record, Relationship) and "id" not in given
        self._entries.append(Entry(record, place, joins, wins))
        return record

    def _doubt_encoding(self, cls: type[Record], given: Mapping[str, Any]) -> bool:
        """Blame a new node with letters that were read by a guess: once a file, since one word mends all."""
        strange = next((text for text in map(str, given.values()) if not text.isascii()), None)
        stored = given.get("id") and self.known.stored(cls, given["id"])
        if not self.guessed or strange is None or stored:
            return False
        if self.file not in self._doubted:
            self._doubted.add(self.file)
            problem = f"would name a new {cls.stored_as}, and was read as {self.guessed}, which is a guess"
            right = (
                f'encoding = "{self.guessed}" in the table of the mapping, or the encoding it was saved in'
            )
            self.faults.append(Fault(problem, right, self.row.place, None, strange))
        return True
