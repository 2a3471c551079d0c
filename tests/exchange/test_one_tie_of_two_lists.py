"""A tie that one list knows more finely than another is one tie, with the sources of both."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmap.errors import Faults
from graphmap.exchange.native import read_batch
from graphmap.schema import Contents, Tie
from tests.exchange.mapped_store import begin, write

HEAD = "from_id,to_id,kind,since,sources,attested\n"


def add(folder: Path, contents: Contents, *rows: str) -> Contents:
    """Write rows of native ties over what is held, each of a source of its own."""
    named = [row.split(",")[4] for row in rows]
    (folder / "Source.csv").write_text(
        "id,name\n" + "".join(f"{n},{n}\n" for n in dict.fromkeys(named)), "utf-8"
    )
    (folder / "TIED_TO.csv").write_text(HEAD + "\n".join(rows), "utf-8")
    return write(read_batch([folder], lambda _: contents), contents)[1]


def ties_of(contents: Contents) -> list[tuple[str | None, tuple[str, ...] | None]]:
    """Return start and sources of the ties of one province with one country."""
    ties = [r for r in contents.relationships.values() if isinstance(r, Tie) and r.to_id == "CHL"]
    return sorted(((tie.since, tie.sources) for tie in ties), key=str)


def row(since: str, source: str, kind: str = "memorandum", attested: str = "") -> str:
    """Return a row of a tie of Gilan with Chile."""
    return f"IR-01,CHL,{kind},{since},{source},{attested}"


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ("", "1999", "1999"),
        ("1999", "", "1999"),
        ("1999", "1999-05", "1999-05"),
        ("1999-05", "1999", "1999-05"),
    ],
)
def test_the_finer_start_stands_in_either_order_and_in_one_file(
    tmp_path: Path, first: str, second: str, kept: str
) -> None:
    held = add(tmp_path, begin("iran"), row(first, "s:a"))
    both = add(tmp_path, held, row(second, "s:b"))
    assert ties_of(both) == [(kept, ("s:a", "s:b"))]
    assert ties_of(add(tmp_path, both, row(second, "s:b"))) == ties_of(both)
    [(since, sources)] = ties_of(add(tmp_path, begin("iran"), row(first, "s:a"), row(second, "s:b")))
    assert (since, set(sources or ())) == (kept, {"s:a", "s:b"})


def test_a_start_that_contradicts_is_asked_for(tmp_path: Path) -> None:
    held = add(tmp_path, begin("iran"), row("1999", "s:a"))
    with pytest.raises(Faults, match="'2005' is not the since of"):
        add(tmp_path, held, row("2005", "s:b"))
    seen = add(tmp_path, begin("iran"), row("", "s:a", attested="1998-01-01"))
    with pytest.raises(Faults, match="'1999' is not the since of"):
        add(tmp_path, seen, row("1999", "s:b"))


def test_an_undated_row_beside_two_dated_ones_stays_of_its_own(tmp_path: Path) -> None:
    rows = (row("1999", "s:a"), row("2005", "s:a"), row("", "s:b"))
    assert len(ties_of(add(tmp_path, begin("iran"), *rows))) == 3


def test_two_visits_are_never_made_one(tmp_path: Path) -> None:
    rows = (row("1999", "s:a", "visit"), row("", "s:b", "visit"))
    assert len(ties_of(add(tmp_path, begin("iran"), *rows))) == 2


def test_two_ties_that_differ_in_more_stay_two_in_one_file_and_are_asked_for_in_two(tmp_path: Path) -> None:
    (tmp_path / "Source.csv").write_text("id,name\ns:a,a\n", "utf-8")
    head, first, second = (
        "from_id,to_id,kind,since,sources,stage",
        "IR-01,CHL,memorandum,,s:a,negotiating",
        "IR-01,CHL,memorandum,1999,s:a,in_force",
    )
    file = tmp_path / "TIED_TO.csv"
    file.write_text("\n".join((head, first, second)), "utf-8")
    held = write(read_batch([tmp_path], lambda _: begin("iran")), begin("iran"))[1]
    assert len(ties_of(held)) == 2
    file.write_text("\n".join((head, first)), "utf-8")
    held = write(read_batch([tmp_path], lambda _: begin("iran")), begin("iran"))[1]
    file.write_text("\n".join((head, second)), "utf-8")
    with pytest.raises(Faults, match="'1999' is not the since of"):
        write(read_batch([tmp_path], lambda _: held), held)


def test_a_row_with_an_id_of_its_own_that_means_a_stored_tie_is_a_fault(tmp_path: Path) -> None:
    held = add(tmp_path, begin("iran"), row("1999", "s:a"))
    (tmp_path / "TIED_TO.csv").write_text(f"id,{HEAD}t:1,{row('1999', 's:b')}", "utf-8")
    with pytest.raises(Faults, match="t:1"):
        write(read_batch([tmp_path], lambda _: held), held)
