"""Key the facts that public pages tell of Iran's provinces into the Iran sample (build_iran.py calls this).

Reads the folder iran_press, facts alone, one Source a page. The folder `press` beside this file has what was
keyed by hand: `ends.csv` (one partner, one end: the office that represents a region, the mission that a page
calls an embassy), `ties.csv` (ties put right, by their ends, first page, kind and beginning as the pages have
them), `missions.csv` (days of opening and closing), `points.csv` (of GeoNames), and native rows that are new.
What lasts days is no committee but a meeting. Of `extra` only crossings are taken.
"""

from __future__ import annotations

import re
from pathlib import Path

from lists import Sample
from native import read_rows

from graphmap.schema.kinds import CLEAR_MARK, LIST_MARK
from graphmap.schema.kinds_of_tie import find_nature

KEYED = Path(__file__).parent / "press"
NEW = ("Source", "Region", "City", "Mission", "Body", "IN", "SENT_BY", "ACCREDITED_TO")
"""Tables of native rows that no file of the folder has."""
PLAIN = ("Governor", "Official", "GOVERNS", "HOLDS", "ACCREDITED_TO", "SENT_BY", "COVERS")
"""Tables taken as they are."""
CODES, OURS = "source:p:iso-3166", "source:iso-3166"
INFERRED = "source:graphmap-inference"
STATE_AGENCIES = ("source:p:app-zahedan", "source:p:shahrara-163338")
"""A state news agency and the paper of a municipality are press, whoever owns them."""
SUSPENDED = ("Closed for the time being", "Work suspended")
PERIODS = {"Eleven months of 1397": "1397-01..1397-11", "Eleven months of 1402": "1402-01..1402-11"}

Row = dict[str, str]


class Press:
    """The facts of the pages while they are keyed into the sample."""

    def __init__(self, sample: Sample) -> None:
        """Read the pages and what was keyed by hand."""
        self.sample, self.folder = sample, sample.data / "iran_press"
        self.ends = {row["page_end"]: row["end"] for row in read_rows(KEYED / "ends.csv")}
        self.regions = {row["id"]: row["ne_fid"] for row in sample.regions.values()}
        self.urls = {row["id"]: row["url"] for row in self.read("Source")}
        self.used: set[str] = set()

    def read(self, table: str) -> list[Row]:
        """Read a file of the folder, without the ids of relationships, which are made of their keys."""
        rows = read_rows(self.folder / f"{table}.csv")
        return [
            {key: cell for key, cell in row.items() if key != "id" or "from_id" not in row} for row in rows
        ]

    def add(self, table: str, row: Row) -> None:
        """Add a row, and use its sources."""
        row["sources"] = row["sources"].replace(CODES, OURS)
        self.used |= set(row["sources"].split(LIST_MARK))
        self.sample.add(table, **row)

    def is_office(self, identity: str) -> bool:
        """Say whether what the pages call a counterpart is a mission."""
        return identity.startswith("counterpart:") and identity in self.ends

    def add_all(self) -> None:
        """Add everything, and of the pages those that something rests on."""
        for row in self.read("Region"):
            if row["id"] in self.regions:
                self.sample.use_region(self.regions[row["id"]])
        points = {row["id"]: row for row in read_rows(KEYED / "points.csv")}
        for row in self.read("City"):
            self.add("City", row | points[row["id"]] | {"sources": row["sources"] + "|source:geonames"})
        for row in self.read("IN"):
            if row["from_id"] not in self.sample.placed:
                self.add("IN", row)
        for table in ("Counterpart", "REPRESENTS"):
            for row in self.read(table):
                if not self.is_office(row.get("id") or row["from_id"]):
                    self.add(table, row)
        for table in PLAIN:
            for row in self.read(table):
                self.add(table, row)
        for row in self.read("TRADES_WITH"):
            period = next(period for said, period in PERIODS.items() if row["note"].startswith(said))
            self.add("TRADES_WITH", row | {"year": "", "period": period, "note": ""})
        self.add_missions()
        for table in NEW[1:]:
            for row in read_rows(KEYED / f"{table}.csv"):
                self.add(table, row)
        self.add_ties()
        self.add_crossings()
        self.add_sources()

    def add_missions(self) -> None:
        """Add missions, or what pages tell of those that the list has."""
        days = {row["id"]: row for row in read_rows(KEYED / "missions.csv")}
        listed = {row["id"]: row for row in self.sample.tables["Mission"]}
        for row in self.read("Mission"):
            if row["note"].startswith(SUSPENDED):
                row["status"] = "suspended"
            row |= days.pop(row["id"], {})
            if known := listed.get(row["id"]):
                self.sample.tables["Mission"].remove(known)
                row = {**known, **{key: cell for key, cell in row.items() if cell}}
            self.add("Mission", row)
        if days:
            raise SystemExit(f"no such mission: {sorted(days)}")

    def add_ties(self) -> None:
        """Add the ties; one that the list of twin cities has already takes what the pages add."""
        mended = {
            (row["from_id"], row["to_id"], row["page"], row["kind_there"], row["since_there"]): row
            for row in read_rows(KEYED / "ties.csv")
        }
        listed = {(row["from_id"], row["to_id"], row["kind"]): row for row in self.sample.tables["TIED_TO"]}
        keys = set()
        for told in self.read("TIED_TO"):
            page = told["sources"].split(LIST_MARK)[0]
            told_key = (told["from_id"], told["to_id"], page, told["kind"], told["since"])
            row = self.mend(told, mended.pop(told_key, {}))
            row["url"] = self.urls[page]
            if known := listed.get((row["from_id"], row["to_id"], row["kind"])):
                self.sample.tables["TIED_TO"].remove(known)
                row["sources"] += LIST_MARK + known["sources"]
                row["attested"] += LIST_MARK + known["attested"]
            self.add("TIED_TO", row)
            key = tuple(row[k] for k in ("from_id", "to_id", "since", "kind", "document"))
            if key in keys:
                raise SystemExit(f"two ties with one key: {key}")
            keys.add(key)
        if mended:
            raise SystemExit(f"no such tie: {sorted(mended)}")

    def add_crossings(self) -> None:
        """Add to each border with a region the crossings that pages name there, but markets and plans."""
        names = {row["crossing"]: row for row in read_rows(KEYED / "crossings.csv")}
        borders = {(row["from_id"], row["to_id"]): dict(row) for row in self.sample.tables["BORDERS"]}
        for row in read_rows(self.folder / "extra" / "crossings.csv"):
            border = borders.get((row["province"], row["foreign_place"]))
            if border is None or row["kind"] != "crossing" or row["status"] not in ("", "open"):
                continue
            named = names[row["crossing"]]
            for column, key in (("crossings", "name"), ("crossings_fa", "name_fa")):
                border[column] = LIST_MARK.join(filter(None, [border.get(column, ""), named[key]]))
            known = border["sources"].split(LIST_MARK)
            told = row["sources"].replace(CODES, OURS).split(LIST_MARK)
            self.used |= {*told}
            border["sources"] = LIST_MARK.join(dict.fromkeys([*known, *told]))
        self.sample.tables["BORDERS"] = [*borders.values()]

    def mend(self, told: Row, given: Row) -> Row:
        """Return a tie put right: its ends, its kind, and what was keyed by hand."""
        row = dict(told)
        row["to_id"] = self.ends.get(row["to_id"], row["to_id"])
        row["note"] = row["note"].replace(" Stood as a tie of the province.", "")
        if row["kind"] == "committee" and row["since"] and row["until"]:
            row["kind"] = "meeting"
        for column, mine in (("start", "from_id"), ("target", "to_id")):
            row[mine] = given.get(column) or row[mine]
        for column in ("kind", "since", "until", "stage", "attested", "sectors"):
            if cell := given.get(column):
                row[column] = "" if cell == CLEAR_MARK else cell
        if find_nature(row["kind"]) == "event" and row["stage"] == "ended":
            row["stage"] = ""  # Each event passes; whether a page of its day says so tells nothing.
        row["note"] = " ".join(filter(None, (row["note"], given.get("note"), given.get("inferred"))))
        if given.get("inferred"):
            row["sources"] += LIST_MARK + INFERRED
        return row

    def add_sources(self) -> None:
        """Add a Source for each page that something rests on; its own date stands in its note there."""
        for row in self.read("Source"):
            if row["id"] not in self.used:
                continue
            note = row["note"]
            if found := re.match(r"Page of (\d{4}(?:-\d\d)?(?:-\d\d)?)( \(date estimated\))?\. ?", note):
                row["published"] = found[1] + ("?" if found[2] else "")
                note = note[found.end() :]
            row["note"] = note.replace(" (the rest is only the title)", "")
            if row["id"] in STATE_AGENCIES:
                row["grade"] = "B"
            self.sample.add("Source", **row)
        for row in read_rows(KEYED / "Source.csv"):
            self.sample.add("Source", **row)
