"""Name in Persian each page of the sample: who published it, and whom it tells of (build_iran.py calls this).

`press/publishers.csv` has the Persian names of publishers and of what stands in brackets after them; whom a
page tells of is read from the rows that rest on it, so that no title is translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from native import Given, read_rows

from graphmap.schema.kinds import LIST_MARK

TELLING = ("TIED_TO", "GOVERNS", "HOLDS", "REPRESENTS", "SENT_BY", "COVERS", "TRADES_WITH")
"""What a page is named after, the first that rests on it."""
NODES = ("Counterpart", "Governor", "Official", "Mission", "Region", "City", "Body", "BORDERS")
BESIDE = {"Stanford web archive", "PressReader", "Astrakhan", "Cheboksary", "Gilan", "Turkmenistan", "Russia"}
BESIDE |= {"Iraq", "Syria", "Nigeria", "Afghanistan", "UNESCAP meeting"}
"""What stands in brackets and is not whom it has it from: archives, and places."""
SAID = {"GOVERNS": "{}، استاندار {}", "HOLDS": "{}، {}"}
"""How the two ends of a row are said; else "one and other"."""
CROSSINGS = ("گذرگاه‌های {} با {}", "گذرگاه‌های {}", "گذرگاه‌های مرزی")
"""What a page that tells of crossings is named after: one border, those of one province, or of several."""
NOTES = {
    "Address cut after its number.": "نشانی صفحه پس از شمارهٔ آن کوتاه شده است.",
    "The page as read bears no date.": "صفحه، آن‌گونه که خوانده شد، تاریخ ندارد.",
}
"""What notes of pages say, sentence by sentence."""


def name_pages(tables: Mapping[str, Sequence[Given]], countries: Mapping[str, Given]) -> list[Given]:
    """Return the sources, each with a Persian name and note."""
    publishers = {row["name"]: row["name_fa"] for row in read_rows(_KEYED / "publishers.csv")}
    names = {
        row["id"]: row.get("name_fa", "") for table in tables for row in tables[table] if "name_fa" in row
    }
    names |= {code: row["name_fa"] for code, row in countries.items()}
    told: dict[str, dict[str, None]] = {}
    crossings: dict[str, list[list[str]]] = {}
    for table in (*TELLING, *NODES):
        for row in tables.get(table, ()):
            for source in row["sources"].split(LIST_MARK):
                # A page is named after the first kind of row that rests on it.
                if source in told and table not in TELLING:
                    continue
                ends = [*filter(None, (names.get(row.get(end, "")) for end in ("from_id", "to_id", "id")))]
                if table == "BORDERS":
                    crossings.setdefault(source, []).append(ends)
                    continue
                held = told.setdefault(source, {})
                held[SAID[table].format(*ends) if table in SAID else " و ".join(ends)] = None
    told |= {source: {_name_crossings(borders): None} for source, borders in crossings.items()}
    return [_name_page(row, publishers, told) for row in tables["Source"]]


def _name_crossings(borders: Sequence[Sequence[str]]) -> str:
    border, province, several = CROSSINGS
    if len(borders) == 1:
        return border.format(*borders[0])
    (own, *others) = {ends[0] for ends in borders}
    return several if others else province.format(own)


def _name_page(row: Given, publishers: Mapping[str, str], told: Mapping[str, Mapping[str, None]]) -> Given:
    if row.get("name_fa"):
        return row
    whom = [*filter(None, told.get(row["id"], ()))]
    said = whom[0] + (" و موارد دیگر" if len(whom) > 1 else "") if whom else ""
    name = "؛ ".join(_say_publisher(row["publisher"], publishers))
    notes = [NOTES[part.strip()] for part in re.findall(r"[^.]+\.", row.get("note", ""))]
    return {**row, "name_fa": ": ".join(filter(None, (name, said))), "note_fa": " ".join(notes)}


def _say_publisher(publisher: str, publishers: Mapping[str, str]) -> Iterator[str]:
    """Yield the publisher in Persian, and after it where it has it from, or in what way it is one."""
    if publisher in publishers:
        yield publishers[publisher]
        return
    found = re.fullmatch(r"(.*?)(?: \((.*)\))?(?:, (reprint.*|blog))?", publisher)
    if found is None:
        raise SystemExit(f"no Persian name of {publisher}")
    name, within, way = found.groups()
    yield publishers[name]
    for part in filter(None, (*re.split(r"[;,] ", within or ""), *(way or "").split(", "))):
        is_from = part[0].isupper() and part not in BESIDE and not publishers[part].startswith("بخش")
        yield f"به نقل از {publishers[part]}" if is_from else publishers[part]


_KEYED = Path(__file__).parent / "press"
