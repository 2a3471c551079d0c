"""Someone else's real lists go in through mappings, without code; what is wrong in them is told."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmap.errors import Faults, GraphmapError, MappingError
from graphmap.exchange.lookup import measure_km
from graphmap.exchange.mapping import find_mappings, list_mappings, read_mapped
from graphmap.exchange.samples import make_home_batch, read_sample
from graphmap.schema import (
    Batch,
    City,
    Contents,
    Governs,
    Named,
    Plan,
    Relationship,
    Source,
    Tie,
    plan_changes,
)


def write(batch: Batch, contents: Contents) -> tuple[Plan, Contents]:
    """Write a batch as a store does; return the plan and what is then held."""
    plan = plan_changes(batch, contents)
    nodes, relationships = dict(contents.nodes), dict(contents.relationships)
    for gone in plan.removed:
        del relationships[gone.id or ""]
    for record in (*plan.created, *(change.after for change in plan.changed)):
        if isinstance(record, Relationship):
            relationships[record.id or ""] = record
        elif isinstance(record, Named):
            nodes[record.id or ""] = record
    return plan, Contents(nodes, relationships)


@pytest.fixture(scope="module")
def begin() -> Callable[[str], Contents]:
    """Return a function that begins a store: with a home country, or with the Iran sample."""

    @cache
    def begin_store(home: str) -> Contents:
        return write(read_sample(home) if home == "iran" else make_home_batch(home), Contents())[1]

    return begin_store


def count(plan: Plan) -> dict[str, int]:
    """Count the records that a plan creates."""
    return dict(Counter(record.stored_as for record in plan.created))


def faults_of(path: Path, mapping: str, contents: Contents) -> list[str]:
    """Return the sentences of all faults of a file."""
    with pytest.raises(Faults) as raised:
        read_mapped([path], mapping, contents)
    return [fault.sentence() for fault in raised.value.faults]


# ---------------------------------------------------------------------------- real files


def test_the_iran_files_go_in_and_change_nothing_of_the_sample_made_of_them(
    begin: Callable[[str], Contents], data_folder: Path
) -> None:
    batch = read_mapped([data_folder / "iran_sample"], "iran_sample", begin("iran"))
    plan, _ = write(batch, begin("iran"))
    assert not plan
    assert "province_exports_1391_press.csv: passed over, it names no partner of the exports" in plan.notes
    assert "twin_city_ties.csv: 3 rows left out: both ends lie in Iran" in plan.notes
    assert "twin_city_ties.csv: 2 rows say again what an earlier one says; taken once" in plan.notes


def test_the_iran_files_fill_a_store_that_has_only_countries(
    begin: Callable[[str], Contents], data_folder: Path
) -> None:
    contents = begin("IRN")
    plan, after = write(read_mapped([data_folder / "iran_sample"], "iran_sample", contents), contents)
    found = count(plan)
    assert {name: found[name] for name in ("Province", "BORDERS", "TIED_TO", "Mission", "TRADES_WITH")} == {
        "Province": 31,
        "BORDERS": 45,
        "TIED_TO": 101,
        "Mission": 122,
        "TRADES_WITH": 11,
    }
    again, _ = write(read_mapped([data_folder / "iran_sample"], "iran_sample", after), after)
    assert not again


@pytest.mark.parametrize("home", ["iran", "TUR", "DEU", "USA"])
def test_the_world_list_goes_in_for_any_home_and_twice_changes_nothing(
    begin: Callable[[str], Contents], data_folder: Path, home: str
) -> None:
    path = data_folder / "twincities_wikipedia" / "twin_cities.csv"
    contents = begin(home)
    told: list[int] = []
    batch = read_mapped([path], "twincities_wikipedia", contents, lambda _, rows: told.append(rows))
    plan, after = write(batch, contents)
    assert told[-1] == len(path.read_text("utf-8").strip().splitlines()) - 1
    assert told == sorted(told)
    again, _ = write(read_mapped([path], "twincities_wikipedia", after), after)
    assert not again
    if home == "iran":
        assert not plan
    if home == "DEU":
        munster = {
            c.id: c for c in after.nodes.values() if isinstance(c, City) and c.name in {"Munster", "Münster"}
        }
        points = [(c.lat or 0, c.lon or 0) for c in munster.values()]
        assert set(munster) == {"city:deu:munster", "city:deu:munster-2"}
        assert measure_km(points[0], points[1]) > 25


def test_ties_of_the_world_list_are_those_of_the_file(
    begin: Callable[[str], Contents], data_folder: Path
) -> None:
    contents = begin("TUR")
    path = data_folder / "twincities_wikipedia" / "twin_cities.csv"
    _, after = write(read_mapped([path], "twincities_wikipedia", contents), contents)
    with path.open(encoding="utf-8") as opened:
        rows = list(csv.DictReader(opened))
    pairs = set()
    for row in rows:
        countries = (row["country1"], row["country2"])
        if countries.count("Turkey") == 1 and "Northern Cyprus" not in countries and "" not in countries:
            home, other = ("1", "2") if countries[0] == "Turkey" else ("2", "1")
            # Georgia stands under two names.
            there = row[f"country{other}"].replace(" (country)", "")
            pairs.add((row[f"city{home}"], row[f"city{other}"], there))
    ties = [t for t in after.relationships.values() if isinstance(t, Tie)]
    assert 0 <= len(pairs) - len(ties) <= 3, "a few pairs differ only in the spelling of a country"
    konya = {after.nodes[t.to_id or ""].name for t in ties if t.from_id == "city:tur:konya"}
    assert konya == {other for home, other, _ in pairs if home == "Konya"}


def test_the_list_without_points_leaves_out_a_name_that_two_cities_bear(
    begin: Callable[[str], Contents], data_folder: Path
) -> None:
    contents = begin("DEU")
    folder = data_folder / "twincities_wikipedia"
    plan, after = write(read_mapped([folder], "twincities_wikipedia", contents), contents)
    assert any("bears the name of another one in its country" in note for note in plan.notes)
    again, _ = write(read_mapped([folder], "twincities_wikipedia", after), after)
    assert not again


@pytest.mark.parametrize("home", ["iran", "USA", "DEU"])
def test_the_missions_of_the_world_go_in_for_any_home(
    begin: Callable[[str], Contents], data_folder: Path, home: str
) -> None:
    path = data_folder / "embassies" / "database_of_embassies.csv"
    contents = begin(home)
    plan, after = write(read_mapped([path], "embassies", contents), contents)
    if home == "iran":
        assert not plan
    code = contents.home.id if contents.home else ""
    sent = {r.from_id: r.to_id for r in after.relationships.values() if r.stored_as == "SENT_BY"}
    assert len(after.records("Mission")) == len(sent)
    nunciatures = [m for m in after.records("Mission") if sent[m.id] == "VAT"]
    assert {getattr(m, "kind", None) for m in nunciatures} == {"embassy"}
    assert code in sent.values()
    assert not write(read_mapped([path], "embassies", after), after)[0]


def test_governors_go_in_with_their_terms_and_the_states_they_govern(
    begin: Callable[[str], Contents], data_folder: Path
) -> None:
    contents = begin("USA")
    path = data_folder / "us_governors_openstates" / "executives.csv"
    plan, after = write(read_mapped([path], "us_governors_openstates", contents), contents)
    assert count(plan) == {"Province": 52, "Governor": 53, "GOVERNS": 53, "IN": 52, "Source": 1}
    assert plan.notes == ("executives.csv: 205 rows left out: the role is not that of a governor",)
    terms = [r for r in after.relationships.values() if isinstance(r, Governs) and r.to_id == "US-NV"]
    assert sorted((after.nodes[t.from_id or ""].name, t.since, t.until) for t in terms) == [
        ("Joe Lombardo", "2023-01-02", "2027-01-04"),
        ("Steve Sisolak", "2019-01-07", "2023-01-02"),
    ]
    assert after.nodes["US-NV"].name_fa == "نوادا"


@pytest.mark.parametrize("name", ["iran_sample", "twincities_wikipedia", "embassies"])
def test_a_mapping_and_the_sample_say_the_same_of_a_source(
    begin: Callable[[str], Contents], name: str
) -> None:
    from graphmap.exchange.mapping import read_mapping

    contents = begin("iran")
    for source in read_mapping(name).sources:
        stored = contents.nodes[source["id"]]
        assert isinstance(stored, Source)
        assert (stored.name, stored.url, stored.licence) == (source["name"], source["url"], source["licence"])


def test_shipped_mappings_are_listed_and_recognised(data_folder: Path) -> None:
    assert set(list_mappings()) == {
        "embassies",
        "iran_sample",
        "twincities_wikipedia",
        "us_governors_openstates",
    }
    assert find_mappings(data_folder / "embassies" / "database_of_embassies.csv") == ("embassies",)
    assert find_mappings(data_folder / "iran_sample" / "provinces.csv") == ("iran_sample",)
    assert find_mappings(data_folder / "factbook_extract" / "land_borders_km.csv") == ()


# ---------------------------------------------------------------------------- a dirty list in Persian

PERSIAN = """
caption = "خواهرخواندگی‌ها"
[[sources]]
id = "source:letter"
name = "Letter of the governor's office"
[words.kinds]
"خواهرخوانده" = "sister_city"
"تفاهم‌نامه" = "memorandum"
[[tables]]
files = ["پیوندها", "ties"]
[[tables.steps]]
find = "province"
label = "Province"
by = "{استان}"
[[tables.steps]]
find = "country"
label = "Country"
by = "{کشور}"
[[tables.steps]]
find = "target"
label = "City"
by = "{شهر خارجی}"
within = ["{country}"]
[[tables.steps]]
set = "kind"
to = "{نوع}"
words = "kinds"
[[tables.writes]]
record = "TIED_TO"
[tables.writes.cells]
from_id = "{province}"
to_id = "{target}"
kind = "{kind}"
since = "{آغاز}"
note = "{یادداشت}"
"""
OLD = str.maketrans("ی", "ي")
HEADER = "استان,کشور,شهر خارجی,نوع,آغاز,یادداشت\n"


@pytest.fixture
def persian(tmp_path: Path) -> Callable[..., tuple[Path, str]]:
    """Return a function that writes a list in Persian and its mapping."""

    def make(rows: str, encoding: str = "utf-8-sig", header: str = HEADER) -> tuple[Path, str]:
        (tmp_path / "persian.toml").write_text(PERSIAN, "utf-8")
        (tmp_path / "ties.csv").write_bytes((header + rows).encode(encoding))
        return tmp_path / "ties.csv", str(tmp_path / "persian.toml")

    return make


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_a_persian_list_goes_in_with_arabic_letters_and_solar_dates(
    begin: Callable[[str], Contents], persian: Callable[..., tuple[Path, str]], encoding: str
) -> None:
    rows = (
        "استان آذربايجان شرقي,تركيه,قونیه,خواهرخوانده,1398/02/11,\nخراسان رضوی,عراق,کربلا,تفاهم‌نامه,1400,--\n"
    )
    # The old code page has the Arabic letters alone.
    path, mapping = persian(
        rows.translate(OLD) if encoding == "cp1256" else rows,
        encoding,
        HEADER.translate(OLD) if encoding == "cp1256" else HEADER,
    )
    contents = begin("iran")
    _, after = write(read_mapped([path], mapping, contents), contents)
    ties = {(t.from_id, t.to_id): t for t in after.relationships.values() if isinstance(t, Tie)}
    assert ties["IR-03", "city:tur:konya"].since == "2019-05-01"
    assert ties["IR-09", "city:irq:karbala"].kind == "memorandum"
    assert ties["IR-09", "city:irq:karbala"].note is None


def test_every_fault_of_a_dirty_list_is_told_at_once_with_what_would_be_right(
    begin: Callable[[str], Contents], persian: Callable[..., tuple[Path, str]]
) -> None:
    path, mapping = persian(
        "کردستانن,ترکیه,قونیه,خواهرخوانده,1398,\n"
        "یزد,عراغ,کربلا,خواهرخوانده,1398,\n"
        "یزد,عراق,کربلاء معلی,خواهرخوانده,1398,\n"
        "یزد,عراق,کربلا,پیمان,1398,\n"
        "یزد,عراق,نجف,خواهرخوانده,1398/13/01,\n"
        'یزد,عراق,بغداد,خواهرخوانده,1398,"=HYPERLINK(""x"")"\n'
    )
    found = faults_of(path, mapping, begin("iran"))
    assert len(found) == 6
    assert found[0].startswith(
        "ties.csv, line 2, column استان: 'کردستانن' is not a known province; right would be"
    )
    assert "(IR-12)" in found[0]
    assert found[1].startswith(
        "ties.csv, line 3, column کشور: 'عراغ' is not a known country; right would be "
    )
    assert "عراق (IRQ)" in found[1]
    assert "is not a known city in Iraq; right would be کربلا (city:irq:karbala)" in found[2]
    assert found[3].startswith("ties.csv, line 5, column نوع: 'پیمان' is not in the value table kinds")
    assert found[4].startswith("ties.csv, line 6, column آغاز: '1398/13/01' ")
    assert "column یادداشت" in found[5]
    assert "is a formula" in found[5]


def test_a_fault_in_a_workbook_names_its_cell(begin: Callable[[str], Contents], tmp_path: Path) -> None:
    (tmp_path / "persian.toml").write_text(PERSIAN, "utf-8")
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = "پیوندها"
    book.active.append(HEADER.strip().split(","))
    book.active.append(["یزد", "عراغ", "کربلا", "خواهرخوانده", "۱۳۹۸", None])
    book.save(tmp_path / "any.xlsx")
    found = faults_of(tmp_path / "any.xlsx", str(tmp_path / "persian.toml"), begin("iran"))
    assert found[0].startswith("any.xlsx, sheet پیوندها, cell B2, column کشور: 'عراغ'")


def test_a_column_that_is_lacking_is_told_once_with_the_nearest(
    begin: Callable[[str], Contents], persian: Callable[..., tuple[Path, str]]
) -> None:
    path, mapping = persian("یزد,عراق,کربلا,خواهرخوانده,1398,\n" * 3, header=HEADER.replace("کشور", "کشورها"))
    found = faults_of(path, mapping, begin("iran"))
    assert found == [
        "ties.csv, line 1, column کشور: 'کشور' is not among the columns, and the mapping needs it; "
        "right would be a column کشور (is it کشورها?)"
    ]


def test_a_tie_with_the_own_country_is_a_fault_with_those_of_the_list(
    begin: Callable[[str], Contents], persian: Callable[..., tuple[Path, str]]
) -> None:
    path, mapping = persian("یزد,ایران,تهران,خواهرخوانده,,\nیزد,عراغ,کربلا,خواهرخوانده,,\n")
    found = faults_of(path, mapping, begin("iran"))
    assert len(found) == 2
    assert "the home country" in found[0]
    assert "'عراغ'" in found[1]


def test_files_that_the_mapping_does_not_know_are_a_fault_or_passed_over(
    begin: Callable[[str], Contents], tmp_path: Path
) -> None:
    (tmp_path / "other.csv").write_text("a,b\n1,2\n", "utf-8")
    assert (
        "is not a table that the mapping knows"
        in faults_of(tmp_path / "other.csv", "iran_sample", begin("IRN"))[0]
    )
    assert "There is no file here" in faults_of(tmp_path, "iran_sample", begin("IRN"))[0]


def test_a_store_without_a_home_is_told_what_to_do(data_folder: Path) -> None:
    with pytest.raises(GraphmapError, match="graphmap init --home"):
        read_mapped([data_folder / "iran_sample"], "iran_sample", Contents())


def test_a_mapping_that_is_not_there_is_an_error_with_the_nearest() -> None:
    with pytest.raises(MappingError, match="no mapping 'embasies'; right would be embassies"):
        read_mapped([], "embasies", Contents())


# ---------------------------------------------------------------------------- properties

Pair = tuple[tuple[str, float, float], tuple[str, float, float], bool]
places = st.sampled_from(
    [
        ("Springfield", 39.8, -89.6),
        ("Springfield", 37.2, -93.3),
        ("Springfield", 37.21, -93.28),
        ("Reno", 39.5, -119.8),
    ]
)
own = st.sampled_from(
    [("Ankara", 39.9, 32.9), ("Konya", 37.9, 32.5), ("Köşk", 37.85, 28.05), ("Kosk", 40.1, 35.2)]
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs=st.lists(st.tuples(own, places, st.booleans()), min_size=1, max_size=12))
def test_places_are_told_apart_by_25_km_and_in_any_order_of_rows(
    begin: Callable[[str], Contents], tmp_path: Path, pairs: list[Pair]
) -> None:
    def rows_of(listed: list[Pair]) -> str:
        lines = ["city1,country1,lat1,lng1,city2,country2,lat2,lng2"]
        for (a, lat_a, lon_a), (b, lat_b, lon_b), turned in listed:
            ends = [f"{a},Turkey,{lat_a},{lon_a}", f"{b},United States,{lat_b},{lon_b}"]
            lines.append(",".join(reversed(ends) if turned else ends))
        return "\n".join(lines) + "\n"

    path = tmp_path / "twin_cities.csv"
    contents = begin("TUR")
    path.write_text(rows_of(pairs), "utf-8")
    _, after = write(read_mapped([path], "twincities_wikipedia", contents), contents)
    path.write_text(rows_of(pairs[::-1]), "utf-8")
    again, _ = write(read_mapped([path], "twincities_wikipedia", after), after)
    assert not again
    # Two of the Springfields lie 2 km apart: one place.
    meant = {(a[:2], b[0], round(b[1])) for a, b, _ in pairs}
    ties = [t for t in after.relationships.values() if isinstance(t, Tie)]
    assert len(ties) == len(meant)
