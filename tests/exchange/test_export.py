"""What is exported imports to the same graph: same bytes, records and snapshot, hostile names and all."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmap.errors import WritingRefused
from graphmap.exchange.export import write_book, write_cell, write_graphml, write_native
from graphmap.exchange.native import read_batch, read_native
from graphmap.schema import (
    NODES,
    Batch,
    City,
    Contents,
    Country,
    Named,
    Record,
    Relationship,
    Source,
    find_difference,
    validated,
)
from graphmap.schema.batch import read_cells
from graphmap.schema.kinds import TEXT, TEXTS
from graphmap.store import create_store
from graphmap.store.snapshot import build_snapshot
from tests.examples import examples
from tests.exchange.mapped_store import begin
from tests.strategies import graphs, texts

HOSTILE = (
    "--",
    "=HYPERLINK(1)",
    "'=x",
    "''--",
    "@SUM(A1)",
    "+98 21 1234",
    "-",
    "'",
    "a,b;c\td",
    'say "hi"\nand go',
    "EXAMPLE row",
    "می‌خواهم",
    "\u202eevil\u202c",
    "</script>",
    "NA",
)


def hold(records: tuple[Record, ...]) -> Contents:
    """Return what a store would hold after these records were applied to an empty one."""
    created = find_difference(Batch.of(records), Contents()).created
    return Contents(
        {str(record.id): record for record in created if isinstance(record, Named)},
        {str(record.id): record for record in created if isinstance(record, Relationship)},
    )


def look_like(contents: Contents) -> dict[str | None, dict[str, object]]:
    return {record.id: record.values() for record in contents}


def import_again(folder: Path) -> Contents:
    batch = read_batch([folder], lambda _: Contents())
    return hold(tuple(entry.record for entry in batch.entries))


def make_small() -> Contents:
    source = validated(Source, id="s", name="List")
    home = validated(Country, id="IRN", name="Iran", home=True, sources=("s",))
    return hold((source, home))


@settings(max_examples=examples(40))
@given(graphs())
def test_an_export_imports_to_the_same_records_and_the_same_snapshot(records: tuple[Record, ...]) -> None:
    contents = hold(records)
    with tempfile.TemporaryDirectory() as place:
        write_native(contents, Path(place, "out"))
        again = import_again(Path(place, "out"))
        write_native(again, Path(place, "twice"))
        for path in Path(place, "out").iterdir():
            assert path.read_bytes() == Path(place, "twice", path.name).read_bytes()
    assert look_like(again) == look_like(contents)
    assert build_snapshot(again) == build_snapshot(contents)


@settings(max_examples=examples(8))
@given(graphs())
def test_a_store_filled_from_an_export_holds_what_the_first_one_held(records: tuple[Record, ...]) -> None:
    with tempfile.TemporaryDirectory() as place:
        first, _ = create_store(str(Path(place, "first.kgl")), Batch.of(records))
        with first:
            snapshot, contents = first.snapshot(), first.contents()
        write_native(contents, Path(place, "out"))
        home = Batch.of([r for r in records if isinstance(r, Source) or getattr(r, "home", False)])
        second, _ = create_store(str(Path(place, "second.kgl")), home)
        with second:
            batch = read_batch([Path(place, "out")], second.contents)
            second.apply(batch, "a tester", "the export")
            assert second.snapshot() == snapshot
            assert look_like(second.contents()) == look_like(contents)
            assert not second.difference(batch)


@given(st.one_of(texts(), st.sampled_from(HOSTILE)))
def test_every_text_that_a_field_holds_survives_its_cell(text: str) -> None:
    value = TEXT.read(text)
    cell = write_cell(City.column("name"), value)
    assert read_cells("City", {"name": cell}) == ({"name": value}, [])
    assert not cell.lstrip().startswith(("=", "@"))


@given(
    st.lists(st.one_of(texts(), st.sampled_from(HOSTILE)).filter(lambda text: "|" not in text), min_size=1)
)
def test_every_list_of_texts_survives_its_cell(items: list[str]) -> None:
    value = tuple(dict.fromkeys(TEXTS.read(item) for item in items))
    cell = write_cell(City.column("aliases"), value)
    assert read_cells("City", {"aliases": cell}) == ({"aliases": value}, [])


@given(st.from_regex(r"[A-Za-z0-9:._-]{1,8}", fullmatch=True))
def test_every_id_survives_its_cell_the_clear_mark_too(identity: str) -> None:
    cell = write_cell(City.column("id"), identity)
    assert read_cells("City", {"id": cell}) == ({"id": identity}, [])


def test_a_folder_that_holds_anything_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", "utf-8")
    with pytest.raises(WritingRefused, match="is not empty; name another folder"):
        write_native(make_small(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_what_is_overwritten_is_kept_beside_and_nothing_is_ever_lost(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "letter.txt").write_text("mine", "utf-8")
    for _ in range(3):
        write_native(make_small(), out, overwrite=True)
    kept = ["out.before", "out.before-2", "out.before-3"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", *kept]
    assert (tmp_path / "out.before" / "letter.txt").read_text("utf-8") == "mine"
    assert sorted(path.name for path in out.iterdir()) == ["Country.csv", "Source.csv"]


def test_a_write_that_fails_half_way_leaves_no_folder(tmp_path: Path) -> None:
    small = make_small()
    broken = Contents({**small.nodes, "X": Country.holding({"id": "X"})})
    del broken.nodes["X"].__dict__["name"]
    with pytest.raises(AttributeError):
        write_native(broken, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    for place in (tmp_path / "file", tmp_path / "file" / "out"):
        with pytest.raises(WritingRefused):
            write_native(make_small(), place)
    with pytest.raises(WritingRefused, match="is a folder; name a file"):
        write_graphml(make_small(), tmp_path)


def test_an_empty_folder_that_is_there_is_used(tmp_path: Path) -> None:
    written = write_native(make_small(), tmp_path / "out")
    assert [path.name for path in written] == ["Country.csv", "Source.csv"]
    assert all(path.is_file() for path in written)
    assert read_native([tmp_path / "out"]).faults == ()


@settings(max_examples=examples(15))
@given(graphs())
def test_graphml_loads_again_with_every_node_and_tie(records: tuple[Record, ...]) -> None:
    contents = hold(records)
    with tempfile.TemporaryDirectory() as place:
        path = write_graphml(contents, Path(place, "graph.graphml"))
        first = path.read_bytes()
        graph = networkx.read_graphml(path, force_multigraph=True)
        write_graphml(contents, path, overwrite=True)
        assert path.read_bytes() == first
    shown = {name for name in NODES if name not in ("Source", "Changeset")}
    assert set(graph.nodes) == {node.id for node in contents.nodes.values() if node.stored_as in shown}
    assert {key for _, _, key in graph.edges(keys=True)} == set(contents.relationships)
    for identity, fields in graph.nodes(data=True):
        assert fields["what"] == contents.nodes[identity].stored_as
        lat = getattr(contents.nodes[identity], "lat", None)
        assert fields.get("lat") == lat
    for start, target, key, fields in graph.edges(keys=True, data=True):
        held = contents.relationships[key]
        assert (start, target, fields["relationship"]) == (held.from_id, held.to_id, held.stored_as)
        assert fields["sources"] == "|".join(held.sources or ())


def test_graphml_holds_hostile_names_as_text(tmp_path: Path) -> None:
    source = validated(Source, id="s", name="List")
    home = validated(
        Country, id="IRN", name='</data><node id="x"/>&\ufffe]]>', name_fa="‮ایران", home=True, sources=("s",)
    )
    write_graphml(hold((source, home)), tmp_path / "g.graphml")
    graph = networkx.read_graphml(tmp_path / "g.graphml")
    assert list(graph.nodes) == ["IRN"]
    assert graph.nodes["IRN"]["label"] == '</data><node id="x"/>&]]>'
    assert graph.nodes["IRN"]["home"] is True


def test_a_book_of_the_graph_imports_to_the_same_records(tmp_path: Path) -> None:
    contents = make_small()
    path = write_book(contents, tmp_path / "graph.xlsx")
    batch = read_batch([path], lambda _: contents)
    difference = find_difference(batch, contents)
    assert not difference
    assert len(difference.unchanged) == len(contents.nodes) + len(contents.relationships)


def test_graphml_has_plain_days_and_may_leave_out_what_stands_alone(tmp_path: Path) -> None:
    contents = begin("iran")
    graph = networkx.read_graphml(write_graphml(contents, tmp_path / "g.graphml", tied_only=True))
    assert all(degree for _, degree in graph.degree())
    days = {name for *_, data in graph.edges(data=True) for name in data if name.startswith(("start", "end"))}
    assert days <= {"start", "start_latest", "end_earliest", "end"}
    assert all(date.fromisoformat(d["start"]) for *_, d in graph.edges(data=True) if "start" in d)
    assert any("start" in data for *_, data in graph.edges(data=True))
