"""Another list that says a tie adds its source and its days; a row with an id says all of them."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from graphmap.errors import Faults
from graphmap.exchange.native import read_batch
from graphmap.schema import Tie
from graphmap.store.contract import Store
from tests.store.conftest import Bench

KNOWN = {
    "Source.csv": "id,name\nsource:2,Another list\nsource:3,A third\n",
    "Country.csv": "id,name,sources\nTUR,Türkiye,source:1\n",
    "Province.csv": "id,name,sources\nH-1,One,source:1\n",
    "IN.csv": "from_id,to_id,sources\nH-1,HOM,source:1\n",
    "TIED_TO.csv": "from_id,to_id,kind,attested,sources\nH-1,TUR,sister_city,2026-02-08,source:1\n",
}


def write(store: Store, folder: Path, files: dict[str, str]) -> list[str]:
    """Import native files; return what was noted."""
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    batch = read_batch([folder], store.contents)
    notes = [*store.difference(batch).notes]
    store.apply(batch, "a tester", "a list")
    return notes


def read_tie(store: Store) -> Tie:
    (tie,) = store.contents().records("TIED_TO")
    assert isinstance(tie, Tie)
    return tie


def test_a_list_adds_its_source_and_its_day_to_a_tie_of_another_and_a_row_with_the_id_replaces(
    bench: Bench, tmp_path: Path
) -> None:
    with bench.make_store() as store:
        write(store, tmp_path / "first", KNOWN)
        row = "from_id,to_id,kind,attested,sources\nH-1,TUR,sister_city,2026-10-01,source:2\n"
        (note,) = write(store, tmp_path / "second", {"TIED_TO.csv": row})
        assert "1 row bears no id" in note
        assert "a row with its id says all of them" in note
        tie = read_tie(store)
        assert (tie.sources, tie.attested) == (("source:1", "source:2"), ("2026-02-08", "2026-10-01"))

        # The same list again changes nothing, in a workbook neither.
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.title = "TIED_TO"
        for cells in (line.split(",") for line in row.splitlines()):
            sheet.append(cells)
        book.save(tmp_path / "TIED_TO.xlsx")
        assert not store.difference(read_batch([tmp_path / "TIED_TO.xlsx"], store.contents))

        # Who takes a source back says which tie is meant, and all that it rests on.
        corrected = f"id,attested,sources\n{tie.identity},2026-10-01,source:2\n"
        assert write(store, tmp_path / "third", {"TIED_TO.csv": corrected}) == []
        tie = read_tie(store)
        assert (tie.sources, tie.attested) == (("source:2",), ("2026-10-01",))
        store.undo("changeset:000004", "a tester")
        assert read_tie(store).sources == ("source:1", "source:2")


def test_a_clear_mark_clears_days_and_rows_of_one_file_join(tmp_path: Path, embedded_bench: Bench) -> None:
    with embedded_bench.make_store() as store:
        write(store, tmp_path / "first", KNOWN)
        head = "from_id,to_id,kind,attested,sources\n"
        rows = [f"H-1,TUR,sister_city,2026-10-0{n},source:{n}\n" for n in (2, 3)]
        write(store, tmp_path / "both", {"TIED_TO.csv": head + "".join(rows)})
        tie = read_tie(store)
        assert tie.sources == ("source:1", "source:2", "source:3")
        assert tie.attested == ("2026-02-08", "2026-10-02", "2026-10-03")
        write(store, tmp_path / "cleared", {"TIED_TO.csv": f"{head}H-1,TUR,sister_city,--,source:3\n"})
        tie = read_tie(store)
        assert (tie.sources, tie.attested) == (("source:1", "source:2", "source:3"), None)


def test_rows_of_one_file_that_bear_the_id_must_say_the_same(tmp_path: Path, embedded_bench: Bench) -> None:
    with embedded_bench.make_store() as store:
        write(store, tmp_path / "first", KNOWN)
        identity = read_tie(store).identity
        rows = "".join(f"{identity},source:{n}\n" for n in (1, 2))
        with pytest.raises(Faults, match="the same in both rows"):
            write(store, tmp_path / "both", {"TIED_TO.csv": f"id,sources\n{rows}"})


def test_a_start_joins_a_tie_whose_source_nothing_else_rests_on(bench: Bench, tmp_path: Path) -> None:
    with bench.make_store() as store:
        tie = KNOWN["TIED_TO.csv"].replace("source:1", "source:2")
        write(store, tmp_path / "first", {**KNOWN, "TIED_TO.csv": tie})
        row = "from_id,to_id,kind,since,sources\nH-1,TUR,sister_city,1999,source:3\n"
        write(store, tmp_path / "second", {"TIED_TO.csv": row})
        assert (read_tie(store).since, read_tie(store).sources) == ("1999", ("source:2", "source:3"))
