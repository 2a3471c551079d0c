"""A question that takes a file: its path is given, and what is wrong in it is told with file and line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run, Said


def plan_with(points: str, run: Run, store: Path, folder: Path) -> Said:
    """Ask for the plan with the points of a file."""
    path = folder / "points.csv"
    path.write_text(points, encoding="utf-8")
    return run("plan", "--store", store, "--points", path)


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
    done = plan_with("province,country,points\nAtlantis,Iraq,1\nQom,Iraq,many\n", run, iran_store, tmp_path)
    assert done.code == 2
    assert "points.csv, line 2, column province" in done.err
    assert "points.csv, line 3, column points: 'many'" in done.err


def test_a_pair_that_stands_twice_is_told_with_both_lines(run: Run, iran_store: Path, tmp_path: Path) -> None:
    done = plan_with(
        "province,country,points\nQom,Iraq,3\nFars,Iraq,2\nQom,Iraq,3\n", run, iran_store, tmp_path
    )
    assert (done.code, "points.csv, line 4: 'Qom, Iraq' stands there twice, in line 2 too; " in done.err) == (
        2,
        True,
    )


RULES = """[pionts]
tie = 3
[capacity]
Tehran = "x"
[[must]]
province = "Qom"
country = "Iraq"
[[must]]
province = "Qom"
country = "Narnia"
[urgency]
base = 2
[intention]
months = -1
"""


def test_every_fault_of_rules_names_its_line_and_key_whatever_part_is_read(
    run: Run, iran_store: Path, tmp_path: Path
) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text(RULES, encoding="utf-8")
    done = run("plan", "--store", iran_store, "--rules", rules)
    assert done.code == 2
    told = done.err.splitlines()
    assert [line.partition("rules.toml, ")[2].partition(": ")[0] for line in told[:-1]] == [
        *("line 1", "line 4, column capacity.Tehran", "line 10, column must.country"),
        *("line 12, column urgency.base", "line 14, column intention.months"),
    ]
    assert "'pionts' is no part of it; right would be one of points, " in told[0]
    assert told[0].endswith("urgency, intention")


def test_a_number_that_cannot_be_is_told_with_the_bounds_of_the_option(run: Run, iran_store: Path) -> None:
    done = run("plan", "--store", iran_store, "--capacity", "-3")
    assert (done.code, "'-3' is out of bounds; right would be at least 1 and at most 300" in done.err) == (
        2,
        True,
    )


def test_a_plan_is_enacted_from_a_day_or_archived_and_never_by_a_slip(run: Run, iran_store: Path) -> None:
    for asked, said in (
        (("--until", "all"), "'all' is not a date; right would be a whole day, such as 2019-05-01"),
        (("--from", "2026-01-01", "--until", "2026-03-01"), "right would be one"),
    ):
        done = run("enact-plan", "None", *asked, "--store", iran_store)
        assert (done.code, said in done.err) == (2, True), done.err


def test_a_file_that_is_not_there_or_is_no_text_is_named(run: Run, iran_store: Path, tmp_path: Path) -> None:
    done = run("plan", "--store", iran_store, "--rules", tmp_path / "none.toml")
    assert (done.code, "none.toml is not there" in done.err) == (2, True)
    image = tmp_path / "image.toml"
    image.write_bytes(b"\x89PNG\xff")
    done = run("plan", "--store", iran_store, "--rules", image)
    assert (done.code, "no text in UTF-8" in done.err) == (2, True)
    done = run("plan", "--store", iran_store, "--rules", tmp_path)
    assert (done.code, "folder" in done.err) == (2, True)


def test_every_column_that_lacks_is_told_and_one_that_is_misspelt_is_not_passed_over(
    run: Run, iran_store: Path, tmp_path: Path
) -> None:
    done = plan_with("Province,note,point\nQom,x,1\n", run, iran_store, tmp_path)
    assert done.code == 2
    assert done.err.splitlines()[:-1] == [
        "points.csv, line 1: 'point' is no column that is read; right would be the column points",
        "points.csv, line 1: has no column country; right would be the columns province, country, points",
    ]
    ties = tmp_path / "ties.csv"
    ties.write_text("province,target,kind,docuument\nQom,Chad,memorandum,d\n", encoding="utf-8")
    done = run("trial", ties, "--store", iran_store)
    assert (done.code, "'docuument' is no column that is read" in done.err) == (2, True)
