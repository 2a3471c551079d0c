"""A question that takes a file: its path is given, and what is wrong in it is told with file and line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_rules_and_points_are_read_from_files(run: Run, iran_store: Path, tmp_path: Path) -> None:
    rules, points = tmp_path / "قواعد.toml", tmp_path / "points.csv"
    rules.write_text('[[never]]\nprovince = "قم"\ncountry = "عراق"\n', encoding="utf-8")
    points.write_text("\ufeffprovince;country;points\nQom;Iraq;9\nTehran;Iraq;8\n", encoding="utf-8")
    done = run("plan", "--store", iran_store, "--rules", rules, "--points", points, "--format", "csv")
    assert done.code == 0, done.err
    (head, *rows) = done.out.splitlines()
    assert head.startswith("target,")
    assert [row.split(",")[2] for row in rows if row.startswith("Iraq")] == ["Tehran"]


def test_every_fault_of_a_given_file_names_it_and_its_line(
    run: Run, iran_store: Path, tmp_path: Path
) -> None:
    points = tmp_path / "points.csv"
    points.write_text("province,country,points\nAtlantis,Iraq,1\nQom,Iraq,many\n", encoding="utf-8")
    done = run("plan", "--store", iran_store, "--points", points)
    assert done.code == 2
    assert "points.csv, line 2, column province" in done.err
    assert "points.csv, line 3, column points: 'many'" in done.err


def test_a_file_that_is_not_there_or_is_no_text_is_named(run: Run, iran_store: Path, tmp_path: Path) -> None:
    done = run("plan", "--store", iran_store, "--rules", tmp_path / "none.toml")
    assert (done.code, "none.toml is not there" in done.err) == (2, True)
    image = tmp_path / "image.toml"
    image.write_bytes(b"\x89PNG\xff")
    done = run("plan", "--store", iran_store, "--rules", image)
    assert (done.code, "no text in UTF-8" in done.err) == (2, True)
    done = run("plan", "--store", iran_store, "--rules", tmp_path)
    assert (done.code, "folder" in done.err) == (2, True)
