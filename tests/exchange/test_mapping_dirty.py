"""What is wrong in someone else's list is told with what would be right, and never guessed at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmap.errors import GraphmapError, MappingError
from graphmap.schema import Contents, Tie
from tests.examples import examples
from tests.exchange.mapped_store import begin, faults_of, read_list, write

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
    persian: Callable[..., tuple[Path, str]], encoding: str
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
    _, after = write(read_list([path], mapping, contents), contents)
    ties = {(t.from_id, t.to_id): t for t in after.relationships.values() if isinstance(t, Tie)}
    assert ties["IR-03", "city:tur:konya"].since == "2019-05-01"
    assert ties["IR-09", "city:irq:karbala"].kind == "memorandum"
    assert ties["IR-09", "city:irq:karbala"].note is None


def test_every_fault_of_a_dirty_list_is_told_at_once_with_what_would_be_right(
    persian: Callable[..., tuple[Path, str]],
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


def test_a_fault_in_a_workbook_names_its_cell(tmp_path: Path) -> None:
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
    persian: Callable[..., tuple[Path, str]],
) -> None:
    path, mapping = persian("یزد,عراق,کربلا,خواهرخوانده,1398,\n" * 3, header=HEADER.replace("کشور", "کشورها"))
    found = faults_of(path, mapping, begin("iran"))
    assert found == [
        "ties.csv, line 1, column کشور: 'کشور' is not among the columns, and the mapping needs it; "
        "right would be a column کشور (is it کشورها?)"
    ]


def test_a_tie_with_the_own_country_is_a_fault_with_those_of_the_list(
    persian: Callable[..., tuple[Path, str]],
) -> None:
    path, mapping = persian("یزد,ایران,تهران,خواهرخوانده,,\nیزد,عراغ,کربلا,خواهرخوانده,,\n")
    found = faults_of(path, mapping, begin("iran"))
    assert len(found) == 2
    assert "the home country" in found[0]
    assert "'عراغ'" in found[1]


def test_files_that_the_mapping_does_not_know_are_a_fault_or_passed_over(tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("a,b\n1,2\n", "utf-8")
    assert (
        "is not a table that the mapping knows"
        in faults_of(tmp_path / "other.csv", "iran_sample", begin("IRN"))[0]
    )
    assert "There is no file here" in faults_of(tmp_path, "iran_sample", begin("IRN"))[0]


def test_a_store_without_a_home_is_told_what_to_do(data_folder: Path) -> None:
    with pytest.raises(GraphmapError, match="graphmap init --home"):
        read_list([data_folder / "iran_sample"], "iran_sample", Contents())


def test_a_mapping_that_is_not_there_is_an_error_with_the_nearest() -> None:
    with pytest.raises(MappingError, match="no mapping 'embasies'; right would be embassies"):
        read_list([], "embasies", Contents())


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


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs=st.lists(st.tuples(own, places, st.booleans()), min_size=1, max_size=12))
def test_places_are_told_apart_by_25_km_and_in_any_order_of_rows(tmp_path: Path, pairs: list[Pair]) -> None:
    def rows_of(listed: list[Pair]) -> str:
        lines = ["city1,country1,lat1,lng1,city2,country2,lat2,lng2"]
        for (a, lat_a, lon_a), (b, lat_b, lon_b), turned in listed:
            ends = [f"{a},Turkey,{lat_a},{lon_a}", f"{b},United States,{lat_b},{lon_b}"]
            lines.append(",".join(reversed(ends) if turned else ends))
        return "\n".join(lines) + "\n"

    path = tmp_path / "twin_cities.csv"
    contents = begin("TUR")
    path.write_text(rows_of(pairs), "utf-8")
    _, after = write(read_list([path], "twincities_wikipedia", contents), contents)
    path.write_text(rows_of(pairs[::-1]), "utf-8")
    again, _ = write(read_list([path], "twincities_wikipedia", after), after)
    assert not again
    # Two of the Springfields lie 2 km apart: one place.
    meant = {(a[:2], b[0], round(b[1])) for a, b, _ in pairs}
    ties = [t for t in after.relationships.values() if isinstance(t, Tie)]
    assert len(ties) == len(meant)
