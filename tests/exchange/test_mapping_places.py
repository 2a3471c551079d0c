"""Which known place a row of someone else's list means, and what is told of a new one."""

from __future__ import annotations

from pathlib import Path

from graphmap.schema import City, Tie
from tests.exchange.mapped_store import begin, faults_of, read_list, write

HEAD = 'caption = "x"\n[[sources]]\nid = "source:x"\nname = "x"\n[[tables]]\nfiles = ["*"]\n'
CITIES = f"""{HEAD}
steps = [
    {{ find = "p", label = "Province", by = "{{province}}" }},
    {{ find = "c", label = "Country", by = "{{country}}" }},
    {{ find = "s", label = "Region", by = "{{state}}", within = ["{{c}}"], new = {{ id = "us:{{state|slug}}", name = "{{state}}" }} }},
    {{ find = "t", label = "City", by = "{{city}}", within = ["{{s}}", "{{c}}"], new = {{ name = "{{city}}" }} }},
]
writes = [{{ record = "TIED_TO", cells = {{ from_id = "{{p}}", to_id = "{{t}}", kind = "sister_city" }} }}]
"""  # noqa: E501
STATES = "province,country,state,city\n"


def save(folder: Path, rows: str, mapping: str = CITIES) -> tuple[Path, str]:
    """Write a list and its mapping."""
    (folder / "ties.csv").write_text(rows, "utf-8")
    (folder / "m.toml").write_text(mapping, "utf-8")
    return folder / "ties.csv", str(folder / "m.toml")


def test_a_city_of_one_name_in_another_state_is_another_city(tmp_path: Path) -> None:
    rows = "Fars,United States,Oregon,Portland\nGilan,United States,Maine,Portland\n"
    path, mapping = save(tmp_path, STATES + rows)
    batch = read_list([path], mapping, begin("iran"))
    made = write(batch, begin("iran"))[0].created
    assert {r.id for r in made if isinstance(r, City)} == {
        "city:usa:portland",
        "city:usa:portland-us-maine",
    }
    assert len({r.to_id for r in made if isinstance(r, Tie)}) == 2
    assert any("1 city bears the name of another one" in note for note in batch.notes)


def test_a_coarser_place_is_refined_and_a_finer_one_stays(tmp_path: Path) -> None:
    rows = "Fars,United States,,Portland\nGilan,United States,Maine,Portland\nYazd,United States,,Portland\n"
    path, mapping = save(tmp_path, STATES + rows)
    made = write(read_list([path], mapping, begin("iran")), begin("iran"))[0].created
    assert [r.id for r in made if isinstance(r, City)] == ["city:usa:portland"]


def test_a_place_that_is_known_elsewhere_is_a_fault_where_none_may_be_made(tmp_path: Path) -> None:
    first, mapping = save(tmp_path, STATES + "Fars,United States,Oregon,Portland\n")
    held = write(read_list([first], mapping, begin("iran")), begin("iran"))[1]
    strict = CITIES.replace(', new = { name = "{city}" }', "")
    path, mapping = save(tmp_path, STATES + "Gilan,United States,Maine,Portland\n", strict)
    assert faults_of(path, mapping, held) == [
        "ties.csv, line 2, column city: 'Portland' is not known in Maine; "
        "right would be city:usa:portland, which lies in Oregon"
    ]


def test_ties_of_cities_of_no_known_province_are_told(tmp_path: Path) -> None:
    mapping = HEAD + (
        'steps = [{ find = "h", label = "City", by = "{hc}", within = ["IRN"], new = { name = "{hc}" } }]\n'
        'writes = [{ record = "TIED_TO", cells = { from_id = "{h}", to_id = "RUS", kind = "trade" } }]\n'
    )
    path, saved = save(tmp_path, "hc\nMarand\nTabriz\n", mapping)
    difference, held = write(read_list([path], saved, begin("iran")), begin("iran"))
    told = (
        "1 new tie counts for no province, since no IN row says in which one the city lies: city:irn:marand"
    )
    assert told in difference.notes
    again, _ = write(read_list([path], saved, held), held)
    assert told not in again.notes


def test_new_places_beside_a_near_name_are_told_with_it(tmp_path: Path) -> None:
    rows = "Yazd,Russia,,Saint Petersburg\nQom,Russia,,St. Petersburg\n"
    rows += "Fars,Russia,,Kazan City\nYazd,Russia,,Perm\n"
    path, mapping = save(tmp_path, STATES + rows)
    [told] = [note for note in read_list([path], mapping, begin("iran")).notes if "near each other" in note]
    assert told == (
        "2 pairs of names are near each other, of which one is new: Kazan (city:rus:kazan) and Kazan City "
        "(city:rus:kazan-city); Saint Petersburg (city:rus:saint-petersburg) and St. Petersburg "
        "(city:rus:st-petersburg); graphmap review lists all"
    )


def test_a_province_is_no_city_of_its_name(tmp_path: Path) -> None:
    path, mapping = save(tmp_path, STATES + "Yazd,Russia,,Kazan\nQom,Russia,,Kazan Province\n")
    made = write(read_list([path], mapping, begin("iran")), begin("iran"))[0].created
    assert [r.id for r in made if isinstance(r, City)] == ["city:rus:kazan-province"]


def test_a_new_city_that_is_called_a_province_or_an_office_is_told(tmp_path: Path) -> None:
    path, saved = tmp_path / "ties.csv", tmp_path / "m.toml"
    path.write_text("country,city\nGermany,Munich Province\nGermany,Ulm\n", "utf-8")
    saved.write_text(
        'caption = "x"\n[[sources]]\nid = "source:x"\nname = "x"\n[[tables]]\nfiles = ["*"]\n'
        '[[tables.steps]]\nfind = "c"\nlabel = "Country"\nby = "{country}"\n'
        '[[tables.steps]]\nfind = "t"\nlabel = "City"\nby = "{city}"\nwithin = ["{c}"]\n'
        'new = { name = "{city}" }\n[[tables.writes]]\nrecord = "TIED_TO"\n'
        'cells = { from_id = "IR-07", to_id = "{t}", kind = "memorandum" }\n',
        "utf-8",
    )
    city = "Munich Province (city:deu:munich-province)"
    said = f"1 new city is called a province, a region or an office: {city}"
    assert said in read_list([path], str(saved), begin("iran")).notes
