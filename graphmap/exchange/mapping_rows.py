"""Turn the rows of a mapped table into records: run the steps of the mapping, then its writes."""

from __future__ import annotations

from graphmap.directory import list_node
from graphmap.errors import Fault, NameUnclear, NameUnknown
from graphmap.exchange.codes_doubted import WITHDRAWN
from graphmap.exchange.mapping_format import FileMapping, Table
from graphmap.exchange.mapping_places import (
    Shapes,
    may_lie,
    mint_free_id,
    say_place,
    say_unit,
    say_where,
)
from graphmap.exchange.mapping_records import RecordMaker
from graphmap.exchange.mapping_steps import (
    HOME,
    MINTED,
    Agree,
    Condition,
    Divide,
    Find,
    LeaveOut,
    Set,
    Step,
    Turn,
    Write,
    fold_words,
)
from graphmap.exchange.mapping_values import (
    TextTooLong,
    Values,
    fill_text,
    holds,
    list_items,
    multiply,
    split_text,
)
from graphmap.exchange.tables import LONGEST_CELL, Row
from graphmap.points import LatLon
from graphmap.schema import DECLARED, City, In, Named, Represents
from graphmap.schema.batch import make_record
from graphmap.schema.kinds import LATITUDE, LONGITUDE, ValueRefused
from graphmap.text import fold


class _RowLeft(Exception):
    """Ends the steps of a row that is left out; its text is the reason."""


class RowReader:
    """Reads row after row; what they say is handed to the maker of records.

    Names are looked up in what the store holds and in what earlier rows made.
    """

    def __init__(self, mapping: FileMapping, maker: RecordMaker) -> None:
        """Begin with the value tables of a mapping; the store must have a home country."""
        self.maker = maker
        self._directory = maker.directory
        self._home = maker.known.home.identity if maker.known.home else ""
        self._spelt = mapping.words
        self._words = {name: fold_words(words) for name, words in mapping.words.items()}
        self._shapes: dict[str, Shapes] = {}
        self._bad: set[str] = set()
        """The values of the row that a fault spoilt."""

    def read_row(self, row: Row, table: Table, file: str) -> None:
        """Run the steps of a table on one row, then make its records; a row with a fault makes none."""
        place = row.place
        given = {HOME: self._home, "file": file, "sheet": place.sheet or "", "line": str(place.line or "")}
        values: Values = {**given, **row.cells}
        self._bad = set()
        self.maker.begin_row(row, file, table)
        before = len(self.maker.faults)
        try:
            self._run(table, values, before)
        except _RowLeft as left:
            self.maker.noted.leave_out(file, place, str(left))
        except TextTooLong as error:
            problem = f"would be filled with more than {LONGEST_CELL} characters"
            self.maker.faults.append(
                Fault(problem, "a text of the mapping that does not grow", row.place, None, str(error))
            )

    def _run(self, table: Table, values: Values, before: int) -> None:
        for step in table.steps:
            if self._holds(step.when, values):
                self._take(step, values)
        if self._bad or len(self.maker.faults) > before:
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

    # ------------------------------------------------------------------ steps

    def _take(self, step: Step, values: Values) -> None:
        match step:
            case LeaveOut():
                raise _RowLeft(step.leave_out)
            case Turn():
                for first, second in step.turn:
                    values[first], values[second] = values.get(second, ""), values.get(first, "")
                    swapped = {first: second, second: first}
                    self._bad = {swapped.get(name, name) for name in self._bad}
            case Set():
                self._set(step, values)
            case Divide():
                self._divide(step, values)
            case Find():
                self._find(step, values)
            case Agree():
                self._demand(step, values)

    def _set(self, step: Set, values: Values) -> None:
        texts = (step.to,) if isinstance(step.to, str) else step.to
        if any(map(self._is_bad, (*texts, step.times))):
            self._bad.add(step.set)
            return
        value = next((filled for text in texts if (filled := self._fill(text, values))), "")
        value = value or self._fill(step.default, values)
        for old, new in step.replace.items():
            value = value.replace(old, new).strip()
        if step.times and value:
            value = self._multiply(step, value, self._fill(step.times, values), texts[0])
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
            text = step.to if isinstance(step.to, str) else step.to[0]
            right = f"one of {known}" if known else "a line for it in that table"
            self.maker.blame(problem, right, text, word)
            self._bad.add(step.set)
        return found or ""

    def _multiply(self, step: Set, value: str, factor: str, text: str) -> str:
        """Return a number times a factor; blank, with a fault, where one of them is no number."""
        try:
            return multiply(value, factor)
        except ValueError as error:
            known = f"a number with a point as its mark, to be multiplied by {factor or 'a factor'}"
            self.maker.blame("is no number", known, text, str(error) or value)
            self._bad.add(step.set)
            return ""

    def _divide(self, step: Divide, values: Values) -> None:
        if self._is_bad(step.text):
            self._bad.update(step.divide)
            return
        values.update(dict.fromkeys(step.divide, ""))
        pieces = [piece for one in self._fill(step.text, values).split(step.mark) if (piece := one.strip())]
        more = len(pieces) - len(step.divide)
        if step.rest and more > 0:
            held = slice(0, more + 1) if step.from_end else slice(-more - 1, None)
            pieces[held] = [f"{step.mark.rstrip()} ".join(pieces[held])]
        elif more > 0:
            right = f"at most {len(step.divide)} pieces, as divide names"
            self.maker.blame(
                f"has {len(pieces)} pieces between {step.mark!r}", right, step.text, step.mark.join(pieces)
            )
            self._bad.update(step.divide)
            return
        names = step.divide[-len(pieces) :] if step.from_end and pieces else step.divide
        values.update(zip(names, pieces, strict=False))

    def _demand(self, step: Agree, values: Values) -> None:
        said = {name: text for name in step.agree if isinstance(text := values.get(name, ""), str) and text}
        if self._bad.isdisjoint(step.agree) and len(set(map(fold, said.values()))) > 1:
            shown = ", ".join(f"{name} is {say_place(self._directory, text)}" for name, text in said.items())
            problem = f"The row does not agree with itself: {shown}"
            self.maker.faults.append(Fault(problem, "one and the same in both", self.maker.row.place))

    def _find(self, step: Find, values: Values) -> None:
        values[step.find] = ""
        texts = (step.by, *step.within, *step.at)
        if any(self._is_bad(text) for text in texts):
            self._bad.add(step.find)
            return
        if step.by_point:
            values[step.find] = self._find_by_point(step, values)
            return
        said = self._fill(step.by, values)
        within = next((filled for text in step.within if (filled := self._fill(text, values))), "")
        if not step.split:
            if said:
                values[step.find] = self._find_one(step, said, within, values) or ""
            return
        items = [part.strip() for part in said.split(step.split)]
        # Of several names in one cell, the fields of a new node are filled with the one that is meant.
        found = [self._find_one(step, item, within, {**values, step.find: item}) for item in items if item]
        values[step.find] = tuple(dict.fromkeys(identity for identity in found if identity))

    def _find_one(self, step: Find, said: str, within: str, values: Values) -> str | None:
        """Return the id of what a name stands for; with a fault, nothing."""
        name = self._words.get(step.words, {}).get(fold(said), said)
        if not name:
            return None
        at = self._read_point(step, values)
        if step.find in self._bad:
            return None
        bearing = self._directory.candidates(step.labels(), name, within, at)
        candidates = tuple(known for known in bearing if may_lie(self._directory, known, name, within, at))
        if bearing and not candidates and step.new is None and not step.leave_unknown:
            where = " or ".join(say_where(self._directory, known) for known in bearing)
            self.maker.blame(f"is not known in {say_unit(self._directory, within)}", where, step.by, said)
            self._bad.add(step.find)
            return None
        if len(candidates) == 1:
            self._refine(candidates[0], within, at)
            return candidates[0]
        if not candidates and step.new is not None:
            return self._make_new(step, within, values)
        if not candidates and step.leave_unknown:
            self.maker.noted.left_away[self.maker.file, said] += 1
            return None
        try:
            return self._directory.find(step.labels(), name, within)
        except NameUnknown as unknown:
            near = " or ".join(f"{known} ({identity})" for known, identity in unknown.nearest)
            if (code := WITHDRAWN.get(name, "")) in self._directory:
                near = f"{code}, the code of {self._directory.name(code).en} since ISO gave new ones in 2020"
            self.maker.blame(f"is not a known {unknown.what}", near, step.by, said)
        except NameUnclear as unclear:
            if step.unclear:
                raise _RowLeft(step.unclear) from None
            which = " or ".join(f"{identity} ({known})" for known, identity in unclear.candidates)
            self.maker.blame(f"is the name of more than one {unclear.what}", which, step.by, said)
        self._bad.add(step.find)
        return None

    def _find_by_point(self, step: Find, values: Values) -> str:
        """Return the id of the unit in whose shape a point lies, blank where that is not sure."""
        label = step.labels()[0]
        at = self._read_point(step, values)
        if at is None:
            return ""
        if label not in self._shapes:
            self._shapes[label] = Shapes.of(self._home, label)
        identity = self._shapes[label].find(at)
        if identity not in self._directory:
            self.maker.noted.unplaced[self.maker.file, label] += 1
            return ""
        return identity

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
                self.maker.blame(refused.problem, refused.right, said, text)
                self._bad.add(step.find)
                return None
        return LatLon(*point)

    def _refine(self, identity: str, within: str, at: LatLon | None) -> None:
        """Add what this row knows better of a place: a smaller unit that holds it, its point."""
        parent = self._directory.parent(identity)
        if within and parent != within and (not parent or parent in self._directory.above(within)):
            self.maker.place(identity, within)
        listing = self._directory[identity]
        if at is not None and listing.label == City.stored_as and listing.point is None:
            self.maker.add(City, {"id": identity, "lat": at.lat, "lon": at.lon}, self.maker.row.place)
            self._directory.put(identity, at)

    def _make_new(self, step: Find, within: str, values: Values) -> str | None:
        """Make a new node that lies in a unit; return its id, or nothing with a fault."""
        texts, label = step.new or {}, step.labels()[0]
        cells = {field: self._fill(text, values) for field, text in texts.items()}
        if not cells.get("id") and label in MINTED:
            cells["id"], is_numbered = mint_free_id(self._directory, label, cells.get("name", ""), within)
            if is_numbered:
                self.maker.noted.numbered.append(cells["id"])
        known = self._directory.get(cells.get("id", ""))
        if known is not None and known.label == label:
            return known.id
        given = self.maker.read(label, {**self.maker.rest_on(DECLARED[label]), **cells}, texts)
        if given is None:
            self._bad.add(step.find)
            return None
        record = self.maker.add(DECLARED[label], given, self.maker.row.place)
        if record.id is None:
            return None
        identity = record.identity
        if isinstance(record, Named):
            self._directory.add(list_node(record), within)
        if within:
            self.maker.place(identity, within)
        return identity

    # ------------------------------------------------------------------ writes

    def _write(self, write: Write, values: Values) -> None:
        for its in list_items(write.each, values):
            cells = {field: self._fill(text, its) for field, text in write.cells.items()}
            cls = DECLARED[write.record]
            given = self.maker.read(write.record, {**self.maker.rest_on(cls), **cells}, write.cells)
            if given is None:
                continue
            record = make_record(cls, given)
            earlier = self.maker.find_earlier(record)
            if earlier is not None and write.keep:
                if write.keep == "all":
                    continue
                given = {f: v for f, v in given.items() if f not in write.keep or f not in earlier}
            self.maker.settle_end(cls, given, write)
            record = self.maker.add(cls, given, self.maker.row.place, write.wins)
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
                self.maker.read(
                    write.record, {field: self._fill(text, its) for field, text in sound.items()}, sound
                )
        # Two records may take one cell.
        self.maker.faults[before:] = dict.fromkeys(self.maker.faults[before:])
