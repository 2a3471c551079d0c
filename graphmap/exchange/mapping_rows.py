"""Turn the rows of a mapped table into records: run the steps of the mapping, then its writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphmap.directory import list_node
from graphmap.errors import Fault, NameUnclear, NameUnknown, Place
from graphmap.exchange.date_columns import DateColumns, judge_start
from graphmap.exchange.known import Known
from graphmap.exchange.mapping_format import (
    HOME,
    Agree,
    Condition,
    FileMapping,
    Find,
    LeaveOut,
    Set,
    Step,
    Table,
    Turn,
    Write,
    fold_words,
)
from graphmap.exchange.mapping_notes import MappingNotes
from graphmap.exchange.mapping_places import may_lie, mint_free_id, say_place, say_unit, say_where
from graphmap.exchange.mapping_values import TextTooLong, Values, fill_text, holds, list_items, split_text
from graphmap.exchange.tables import LONGEST_CELL, Row
from graphmap.points import LatLon
from graphmap.schema import DECLARED, Batch, City, Entry, In, Named, Record, Relationship, Represents
from graphmap.schema.batch import join_lists, make_record, read_cells
from graphmap.schema.kinds import LATITUDE, LIST_MARK, LONGITUDE, ValueRefused
from graphmap.text import fold


class _RowLeft(Exception):
    """Ends the steps of a row that is left out."""


class RowReader:
    """Reads row after row; holds the records, faults and notes that come of them.

    Names are looked up in what the store holds and in what earlier rows made.
    """

    def __init__(self, mapping: FileMapping, known: Known) -> None:
        """Begin with what a store holds; it must have a home country."""
        self.faults: list[Fault] = []
        self._known = known
        self._directory = known.directory
        self._home = known.home.identity if known.home else ""
        self._spelt = mapping.words
        self._words = {name: fold_words(words) for name, words in mapping.words.items()}
        self._sources: tuple[str, ...] = ()
        self._entries: list[Entry] = []
        self._made: dict[str, dict[str, Any]] = {}
        self.noted = MappingNotes()
        self.dates = DateColumns()
        self.guessed = ""
        """The encoding of the table, where it is a guess."""
        self._doubted: set[str] = set()
        # State of one row.
        self._row = Row({}, Place(""))
        self._bad: set[str] = set()
        self._file = ""
        self._first_source = mapping.sources[0]["id"]
        for source in mapping.sources:
            if source["id"] not in self._directory:
                self._add(DECLARED["Source"], read_cells("Source", source)[0], None)

    def make_batch(self) -> Batch:
        """Return all records, with notes on what was left out and why."""
        return Batch(tuple(self._entries), self.noted.lines())

    def read_row(self, row: Row, table: Table, file: str) -> None:
        """Run the steps of a table on one row, then make its records; a row with a fault makes none."""
        values: Values = {HOME: self._home, **row.cells}
        self._row, self._file, self._bad = row, file, set()
        self._sources = table.sources or (self._first_source,)
        before = len(self.faults)
        try:
            self._run(table, values, before)
        except _RowLeft:
            return
        except TextTooLong as error:
            problem = f"would be filled with more than {LONGEST_CELL} characters"
            self.faults.append(
                Fault(problem, "a text of the mapping that does not grow", row.place, None, str(error))
            )

    def _run(self, table: Table, values: Values, before: int) -> None:
        for step in table.steps:
            if self._holds(step.when, values):
                self._take(step, values)
        if self._bad or len(self.faults) > before:
            self._check_writes(table, values, before)
            return
        for write in table.writes:
            if self._holds(write.when, values):
                self._write(write, values)

    # ------------------------------------------------------------------ conditions and texts

    def _holds(self, condition: Condition, values: Values) -> bool:
        return not self._bad.intersection(condition.values()) and holds(condition, values)

    def _fill(self, text: str, values: Values) -> str:
        return fill_text(text, values, self._directory)

    def _is_bad(self, text: str) -> bool:
        return bool(self._bad) and any(name in self._bad for _, name, _ in split_text(text))

    def _blame(self, problem: str, right: str, text: str, value: str) -> None:
        """Blame the cell that a text of the mapping takes its value from."""
        column = self._find_column(text)
        column = self._row.heads.get(column or "", column)
        self.faults.append(Fault(problem, right, self._row.place, column, value))

    def _find_column(self, text: str) -> str | None:
        return next((name for _, name, _ in split_text(text) if name in self._row.cells), None)

    def _doubt_encoding(self, cls: type[Record], given: Mapping[str, Any]) -> bool:
        """Blame a new node with letters that were read by a guess: once a file, since one word mends all."""
        strange = next((text for text in map(str, given.values()) if not text.isascii()), None)
        stored = given.get("id") and self._known.stored(cls, given["id"])
        if not self.guessed or strange is None or stored:
            return False
        if self._file not in self._doubted:
            self._doubted.add(self._file)
            problem = f"would name a new {cls.stored_as}, and was read as {self.guessed}, which is a guess"
            right = (
                f'encoding = "{self.guessed}" in the table of the mapping, or the encoding it was saved in'
            )
            self.faults.append(Fault(problem, right, self._row.place, None, strange))
        return True

    # ------------------------------------------------------------------ steps

    def _take(self, step: Step, values: Values) -> None:
        match step:
            case LeaveOut():
                self.noted.left_out[self._file, step.leave_out] += 1
                raise _RowLeft
            case Turn():
                for first, second in step.turn:
                    values[first], values[second] = values.get(second, ""), values.get(first, "")
                    swapped = {first: second, second: first}
                    self._bad = {swapped.get(name, name) for name in self._bad}
            case Set():
                self._set(step, values)
            case Find():
                self._find(step, values)
            case Agree():
                self._demand(step, values)

    def _set(self, step: Set, values: Values) -> None:
        if self._is_bad(step.to):
            self._bad.add(step.set)
            return
        value = self._fill(step.to, values) or self._fill(step.default, values)
        for old, new in step.replace.items():
            value = value.replace(old, new).strip()
        if not step.split:
            values[step.set] = self._translate(step, value)
            return
        items = [self._translate(step, item) for part in value.split(step.split) if (item := part.strip())]
        values[step.set] = tuple(dict.fromkeys(item for item in items if item))

    def _translate(self, step: Set, word: str) -> str:
        """Return what a word becomes by the value table of a step; blank, with a fault, if it lacks it."""
        if not step.words or not word:
            return word
        found = self._words[step.words].get(fold(word), step.otherwise)
        if found is None:
            known = ", ".join(list(self._spelt[step.words])[:12])
            problem = f"is not in the value table {step.words} of the mapping"
            self._blame(problem, f"one of {known}", step.to, word)
            self._bad.add(step.set)
        return found or ""

    def _demand(self, step: Agree, values: Values) -> None:
        said = {name: text for name in step.agree if isinstance(text := values.get(name, ""), str) and text}
        if self._bad.isdisjoint(step.agree) and len(set(map(fold, said.values()))) > 1:
            shown = ", ".join(f"{name} is {say_place(self._directory, text)}" for name, text in said.items())
            problem = f"The row does not agree with itself: {shown}"
            self.faults.append(Fault(problem, "one and the same in both", self._row.place))

    def _find(self, step: Find, values: Values) -> None:
        values[step.find] = ""
        texts = (step.by, *step.within, *step.at)
        if any(self._is_bad(text) for text in texts):
            self._bad.add(step.find)
            return
        said = self._fill(step.by, values)
        within = next((filled for text in step.within if (filled := self._fill(text, values))), "")
        if not step.split:
            if said:
                values[step.find] = self._find_one(step, said, within, values) or ""
            return
        items = [part.strip() for part in said.split(step.split)]
        found = [self._find_one(step, item, within, values) for item in items if item]
        values[step.find] = tuple(dict.fromkeys(identity for identity in found if identity))

    def _find_one(self, step: Find, said: str, within: str, values: Values) -> str | None:
        """Return the id of what a name stands for; with a fault, nothing."""
        name = self._words.get(step.words, {}).get(fold(said), said)
        if not name:
            return None
        at = self._read_point(step, values)
        if step.find in self._bad:
            return None
        bearing = self._directory.candidates(step.label, name, within, at)
        candidates = tuple(known for known in bearing if may_lie(self._directory, known, name, within, at))
        if bearing and not candidates and step.new is None and not step.leave_unknown:
            where = " or ".join(say_where(self._directory, known) for known in bearing)
            self._blame(f"is not known in {say_unit(self._directory, within)}", where, step.by, said)
            self._bad.add(step.find)
            return None
        if len(candidates) == 1:
            self._refine(candidates[0], within, at)
            return candidates[0]
        if not candidates and step.new is not None:
            return self._make_new(step, within, values)
        if not candidates and step.leave_unknown:
            self.noted.left_away[self._file, said] += 1
            return None
        try:
            return self._directory.find(step.label, name, within)
        except NameUnknown as unknown:
            near = " or ".join(f"{known} ({identity})" for known, identity in unknown.nearest)
            self._blame(f"is not a known {unknown.what}", near, step.by, said)
        except NameUnclear as unclear:
            if step.unclear:
                self.noted.left_out[self._file, step.unclear] += 1
                raise _RowLeft from None
            which = " or ".join(f"{identity} ({known})" for known, identity in unclear.candidates)
            self._blame(f"is the name of more than one {unclear.what}", which, step.by, said)
        self._bad.add(step.find)
        return None

    def _read_point(self, step: Find, values: Values) -> LatLon | None:
        if not step.at:
            return None
        texts = [self._fill(text, values) for text in step.at]
        if not all(texts):
            return None
        point = []
        for kind, text, said in zip((LATITUDE, LONGITUDE), texts, step.at, strict=True):
            try:
                point.append(float(kind.read_cell(text)))
            except ValueRefused as refused:
                self._blame(refused.problem, refused.right, said, text)
                self._bad.add(step.find)
                return None
        return LatLon(*point)

    def _refine(self, identity: str, within: str, at: LatLon | None) -> None:
        """Add what this row knows better of a place: a smaller unit that holds it, its point."""
        parent = self._directory.parent(identity)
        if within and parent != within and (not parent or parent in self._directory.above(within)):
            self._place(identity, within)
        listing = self._directory[identity]
        if at is not None and listing.label == City.stored_as and listing.point is None:
            self._add(City, {"id": identity, "lat": at.lat, "lon": at.lon}, self._row.place)
            self._directory.put(identity, at)

    def _make_new(self, step: Find, within: str, values: Values) -> str | None:
        """Make a new node that lies in a unit; return its id, or nothing with a fault."""
        texts = step.new or {}
        cells = {field: self._fill(text, values) for field, text in texts.items()}
        if not cells.get("id") and step.label == City.stored_as:
            cells["id"], is_numbered = mint_free_id(self._directory, cells.get("name", ""), within)
            if is_numbered:
                self.noted.numbered.append(cells["id"])
        known = self._directory.get(cells.get("id", ""))
        if known is not None and known.label == step.label:
            return known.id
        given = self._read(step.label, {**self._rest_on(DECLARED[step.label]), **cells}, texts)
        if given is None:
            self._bad.add(step.find)
            return None
        record = self._add(DECLARED[step.label], given, self._row.place)
        if record.id is None:
            return None
        identity = record.identity
        if isinstance(record, Named):
            self._directory.add(list_node(record), within)
        if within:
            self._place(identity, within)
        return identity

    def _place(self, identity: str, within: str) -> None:
        node, unit = self._directory.get(identity), self._directory.get(within)
        if node is None or unit is None:
            return
        pair = (node.label, unit.label)
        kind = next((kind for kind in (In, Represents) if pair in kind.ends), None)
        if kind is not None:
            given = {"from_id": identity, "to_id": within, "sources": self._sources}
            self._add(kind, given, self._row.place)
            self._directory.add(node, within)

    # ------------------------------------------------------------------ writes

    def _write(self, write: Write, values: Values) -> None:
        for its in list_items(write.each, values):
            cells = {field: self._fill(text, its) for field, text in write.cells.items()}
            cls = DECLARED[write.record]
            given = self._read(write.record, {**self._rest_on(cls), **cells}, write.cells)
            if given is None:
                continue
            record = make_record(cls, given)
            earlier = self._find_earlier(record)
            if earlier is not None and write.keep:
                if write.keep == "all":
                    continue
                given = {f: v for f, v in given.items() if f not in write.keep or f not in earlier}
            record = self._add(cls, given, self._row.place)
            if record.id is None:
                continue
            if isinstance(record, Named) and record.identity not in self._directory:
                self._directory.add(list_node(record))
            if isinstance(record, In | Represents) and record.has_ends():
                node = self._directory.get(record.start)
                if node is not None:
                    self._directory.add(node, record.target)

    def _check_writes(self, table: Table, values: Values, before: int) -> None:
        """Read what a row with a fault would write, from its sound values, to tell its other faults too."""
        for write in table.writes:
            if write.each in self._bad or not self._holds(write.when, values):
                continue
            sound = {field: text for field, text in write.cells.items() if not self._is_bad(text)}
            for its in list_items(write.each, values):
                self._read(
                    write.record, {field: self._fill(text, its) for field, text in sound.items()}, sound
                )
        # Two records may take one cell.
        self.faults[before:] = dict.fromkeys(self.faults[before:])

    def _find_earlier(self, record: Record) -> dict[str, Any] | None:
        """Return what the store and earlier rows say of the same record."""
        if record.id is None:
            return None
        stored, made = self._known.stored(type(record), record.id), self._made.get(record.id)
        if stored is None and made is None:
            return None
        return {**(stored.values() if stored is not None else {}), **(made or {})}

    def _rest_on(self, cls: type[Record]) -> dict[str, str]:
        """Return the sources of the table as a cell, for what rests on sources."""
        return {"sources": LIST_MARK.join(self._sources)} if "sources" in cls.model_fields else {}

    def _read(self, name: str, cells: Mapping[str, str], texts: Mapping[str, str]) -> dict[str, Any] | None:
        """Read the cells of a record; blame the column of the file that a wrong one comes from."""
        cls = DECLARED[name]
        given, faults = read_cells(name, cells, None)
        if (far := judge_start(cls, given, cells)) is not None:
            faults.append(far)
        if not faults and issubclass(cls, Named) and self._doubt_encoding(cls, given):
            return None
        columns = {field: column for field in cells if (column := self._find_column(texts.get(field, "")))}
        faults += self.dates.doubt(cls, cells, columns, self._row.place)
        for fault in faults:
            self._blame(fault.problem, fault.right, texts.get(fault.column or "", ""), fault.value or "")
        return None if faults else given

    def _add(self, cls: type[Record], given: dict[str, Any], place: Place | None) -> Record:
        """Add a record; one that says nothing new is counted, and lists join those of the store."""
        record = make_record(cls, given)
        if record.id is None:
            # What it lacks is told as a fault when the batch is held against the store.
            self._entries.append(Entry(record, place))
            return record
        identity = record.identity
        stored = self._known.stored(cls, identity)
        if stored is not None:
            record = make_record(cls, {**given, **join_lists(given, stored.values())})
        said = record.given()
        earlier = self._made.get(identity)
        if earlier is not None and all(field in earlier and earlier[field] == said[field] for field in said):
            if not isinstance(record, In | Named):
                self.noted.repeated[self._file] += 1
            return record
        self._made[identity] = {**(earlier or {}), **said}
        joins = isinstance(record, Relationship) and "id" not in given
        self._entries.append(Entry(record, place, joins))
        return record
