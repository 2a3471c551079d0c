"""What a mapping says of the tables of others: where they begin, what their cells mean, who is right."""
# ruff: noqa: E501

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from graphmap.errors import Faults, MappingError
from graphmap.exchange.mapping_files import read_mapping
from graphmap.schema import City, In, Region, Tie, TradesWith
from tests.exchange.mapped_store import begin, faults_of, read_list, write
from tests.exchange.test_strange_lists import CITIES, DATED, HEAD, TIES, read_ties, save

TRADE = f"""{HEAD}
steps = [
    {{ find = "p", label = "Province", by = "{{province}}" }},
    {{ find = "c", label = "Country", by = "{{country}}" }},
    {{ set = "usd", to = "{{value|decimal_point}}", times = "1000" }},
]
[[tables.writes]]
record = "TRADES_WITH"
cells = {{ from_id = "{{p}}", to_id = "{{c}}", flow = "exports", year = "2020", value_usd = "{{usd}}" }}
"""


def notes_of(folder: Path, rows: str, mapping: str) -> tuple[str, ...]:
    """Return the notes of a list."""
    path, saved = save(folder, rows, mapping)
    return read_list([path], saved, begin("iran")).notes


# ---------------------------------------------------------------------------- where a table begins


def test_a_header_is_found_by_its_columns_and_hashtags_totals_and_footnotes_go(tmp_path: Path) -> None:
    rows = (
        "Foreign ties of the provinces,,\n,,\nprovince,country,since\n#adm1+name,#country+name,#date+start\n"
    )
    rows += "Fars,Turkey,2019\nGilan,Iraq,2020\nTotal,2,\n* provisional,,\n"
    leave = '{ leave_out = "totals and footnotes", when = { like = { province = ["total*", "[*]*"] } } },'
    mapping = DATED.replace("steps = [", f"steps = [{leave}")
    assert {tie.from_id for tie in read_ties(tmp_path, rows, mapping)} == {"IR-07", "IR-01"}
    assert notes_of(tmp_path, rows, mapping) == (
        "ties.csv, line 3: the names of the columns; what stands above is passed over",
        "ties.csv, line 4: a row of hashtags, passed over",
        "ties.csv: 2 rows left out: totals and footnotes",
    )


def test_a_sheet_of_notes_is_passed_over(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "ties"
    for row in (["province", "country"], ["Fars", "Turkey"]):
        book["ties"].append(row)
    book.create_sheet("How to read this").append(["Ask the office"])
    book.save(tmp_path / "ties.xlsx")
    passed = '[[pass_over]]\nsheet = "How*"\nreason = "it is for readers"\n'
    _, saved = save(tmp_path, "", TIES + passed)
    batch = read_list([tmp_path / "ties.xlsx"], saved, begin("iran"))
    assert batch.notes == ("ties.xlsx, sheet How to read this: passed over, it is for readers",)


def test_file_sheet_and_line_are_values(tmp_path: Path) -> None:
    mapping = TIES.replace('kind = "mem', 'note = "{file}, {line}", kind = "mem')
    [tie] = read_ties(tmp_path, "province,country\nFars,Turkey\n", mapping)
    assert tie.note == "ties.csv, 2"


@pytest.mark.parametrize(
    "text",
    [
        '[{"province": "Fars", "country": "Turkey", "of": {"n": 1}}]',
        '{"province": "Fars", "country": "Turkey"}\n{"province": "Fars", "country": "Turkey"}\n',
    ],
)
def test_objects_of_json_are_rows(tmp_path: Path, text: str) -> None:
    assert [tie.from_id for tie in read_ties(tmp_path, text, TIES)] == ["IR-07"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[{"province": "Fars"}, 3]', "is JSON whose items are no objects (line 1)"),
        ('[{"province":\n "Fars"]', "is JSON with a mistake in line 2"),
        (
            '[{"province": "Fars", "country": "Iraq", "a": [{"x": 1}], "b": [{"y": 1}]}]',
            "line 1: holds a list of objects in a",
        ),
    ],
)
def test_json_that_is_no_table_is_told_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    path, saved = save(tmp_path, text, TIES)
    assert said in faults_of(path, saved, begin("iran"))[0]


def test_numbers_and_lists_of_json_are_read_as_they_are_written(tmp_path: Path) -> None:
    rows = [{"province": "Yazd", "country": "Turkey", "value": 15.762}]
    path, saved = save(tmp_path, json.dumps(rows), TRADE.replace("|decimal_point", ""))
    made = write(read_list([path], saved, begin("iran")), begin("iran"))[0].created
    assert [r.value_usd for r in made if isinstance(r, TradesWith)] == [15762.0]


# ---------------------------------------------------------------------------- what cells mean


def test_one_cell_is_divided_into_region_and_country(tmp_path: Path) -> None:
    mapping = f"""{HEAD}
steps = [
    {{ find = "p", label = "Province", by = "{{province}}" }},
    {{ divide = ["region", "country"], text = "{{place}}", mark = ",", from_end = true }},
    {{ find = "c", label = "Country", by = "{{country}}" }},
    {{ find = "r", label = "Region", by = "{{region}}", within = ["{{c}}"], new = {{ name = "{{region}}" }} }},
    {{ set = "to", to = ["{{r}}", "{{c}}"] }},
]
writes = [{{ record = "TIED_TO", cells = {{ from_id = "{{p}}", to_id = "{{to}}", kind = "memorandum" }} }}]
"""
    rows = 'province,place\nFars,"Nowhere, China"\nGilan,China\n'
    path, saved = save(tmp_path, rows, mapping)
    made = write(read_list([path], saved, begin("iran")), begin("iran"))[0].created
    region = next(r.id for r in made if isinstance(r, Region))
    assert region == "region:chn:nowhere"
    assert {(r.from_id, r.to_id) for r in made if isinstance(r, Tie)} == {("IR-07", region), ("IR-01", "CHN")}
    path, saved = save(tmp_path, 'province,place\nFars,"a, b, China"\n', mapping)
    assert faults_of(path, saved, begin("iran")) == [
        "ties.csv, line 2, column place: 'a,b,China' has 3 pieces between ','; "
        "right would be at most 2 pieces, as divide names"
    ]


def test_one_column_names_regions_and_countries(tmp_path: Path) -> None:
    mapping = TIES.replace('label = "Country"', 'label = ["Region", "Country"]')
    ties = read_ties(tmp_path, "province,country\nFars,Turkey\nGilan,Astrakhan Oblast\n", mapping)
    assert {tie.to_id for tie in ties} == {"TUR", "RU-AST"}


def test_a_number_is_multiplied_exactly(tmp_path: Path) -> None:
    path, saved = save(tmp_path, 'province,country,value\nFars,Turkey,"1,234.1"\n', TRADE)
    made = write(read_list([path], saved, begin("iran")), begin("iran"))[0].created
    assert [r.value_usd for r in made if isinstance(r, TradesWith)] == [1234100.0]
    path, saved = save(tmp_path, "province,country,value\nFars,Turkey,many\n", TRADE)
    assert "column value: 'many' is no number" in faults_of(path, saved, begin("iran"))[0]


def test_an_amount_of_another_currency_is_counted_by_the_rate_of_its_row(tmp_path: Path) -> None:
    mapping = TRADE.replace('times = "1000"', 'times = "{rate}"')
    rows = 'province,country,value,rate\nFars,Turkey,"1,000",1.25\nGilan,Turkey,200,\nYazd,Turkey,8,dear\n'
    path, saved = save(tmp_path, "\n".join(rows.splitlines()[:2]), mapping)
    made = write(read_list([path], saved, begin("iran")), begin("iran"))[0].created
    assert [r.value_usd for r in made if isinstance(r, TradesWith)] == [1250.0]
    # A rate that is not there, or is none, is told: never is the amount of another currency taken for dollars.
    path, saved = save(tmp_path, rows, mapping)
    wrong = faults_of(path, saved, begin("iran"))
    assert [text.split(" is ")[0].split("value: ")[1] for text in wrong] == ["'200'", "'8'"], wrong


def test_a_condition_holds_where_one_of_some_does(tmp_path: Path) -> None:
    either = '{ any = [{ blank = ["kind"] }, { among = { kind = ["visit"] } }] }'
    mapping = TIES.replace("steps = [", f'steps = [{{ leave_out = "no act", when = {either} }},')
    rows = "province,country,kind\nFars,Turkey,\nGilan,Turkey,Visit\nYazd,Turkey,MoU\n"
    assert [tie.from_id for tie in read_ties(tmp_path, rows, mapping)] == ["IR-21"]


def test_a_blank_end_is_told_until_the_mapping_says_what_it_means(tmp_path: Path) -> None:
    ended = DATED.replace('kind = "mem', 'until = "{until}", kind = "mem')
    rows = "province,country,since,until\nFars,Turkey,2015,\nGilan,Iraq,2016,2020\nYazd,Iraq,2017,\n"
    assert notes_of(tmp_path, rows, ended) == (
        "ties.csv: 2 of 3 ties have no end, which is taken as unknown; "
        'blank_end = "held" in the mapping takes them to have held on the day of the list',
    )
    unknown = ended.replace('files = ["*"]', 'files = ["*"]\nblank_end = "unknown"')
    assert notes_of(tmp_path, rows, unknown) == ()
    held = unknown.replace('"unknown"', '"held"')
    with pytest.raises(MappingError, match="needs published or retrieved of the source"):
        read_mapping(save(tmp_path, rows, held)[1])
    ties = read_ties(tmp_path, rows, held.replace('name = "x"', 'name = "x"\npublished = "2024-05"'))
    assert {(tie.from_id, tie.attested) for tie in ties} == {
        ("IR-07", ("2024-05",)), ("IR-01", None), ("IR-21", ("2024-05",)),
    }  # fmt: skip


# ---------------------------------------------------------------------------- places


def test_the_province_of_a_city_is_found_by_its_point_but_near_a_border(tmp_path: Path) -> None:
    mapping = f"""{HEAD}
steps = [
    {{ find = "c", label = "Country", by = "{{country}}" }},
    {{ find = "p", label = "Province", at = ["{{lat}}", "{{lon}}"], by_point = true }},
    {{ find = "h", label = "City", by = "{{hc}}", within = ["{{p}}", "{{home}}"], new = {{ name = "{{hc}}" }} }},
]
writes = [{{ record = "TIED_TO", cells = {{ from_id = "{{h}}", to_id = "{{c}}", kind = "sister_city" }} }}]
"""
    rows = "hc,lat,lon,country\nMarand,38.43,45.77,Russia\nNowhere,38.0,30.0,Russia\n"
    path, saved = save(tmp_path, rows, mapping)
    difference = write(read_list([path], saved, begin("iran")), begin("iran"))[0]
    lies = {r.from_id: r.to_id for r in difference.created if isinstance(r, In)}
    assert lies == {"city:irn:marand": "IR-03", "city:irn:nowhere": "IRN"}
    assert "ties.csv: 1 point lies surely in no province whose shape is known (near a border, perhaps)" in (
        difference.notes
    )


CODED = TIES.replace("{province}", "{code}")


def test_codes_that_are_not_of_the_names_beside_them_are_faults(tmp_path: Path) -> None:
    rows = "code,province,country\nIR-01,East Azerbaijan,Turkey\nIR-27,Golestan,Iraq\nIR-07,Yazd,Oman\n"
    path, saved = save(tmp_path, rows, CODED)
    assert faults_of(path, saved, begin("iran")) == [
        "ties.csv, line 2, column code: 'IR-01' is Gilan, and column province says East Azerbaijan; right would "
        "be IR-03; until 2020 it had the code IR-01, which ISO has given to another since",
        "ties.csv, line 4, column code: 'IR-07' is Fars, and column province says Yazd; right would be IR-21, "
        'or ignore = ["province"] in the mapping if that column means another',
    ]
    ignoring = CODED.replace('files = ["*"]', 'files = ["*"]\nignore = ["province"]')
    assert len(read_ties(tmp_path, rows, ignoring)) == 3


def test_a_withdrawn_code_is_told_as_such(tmp_path: Path) -> None:
    path, saved = save(tmp_path, "code,country\nIR-32,Turkey\n", CODED)
    assert faults_of(path, saved, begin("iran")) == [
        "ties.csv, line 2, column code: 'IR-32' is not a known province; right would be IR-30, the code of Alborz "
        "since ISO gave new ones in 2020"
    ]


# ---------------------------------------------------------------------------- who is right


@pytest.mark.parametrize(("wins", "since"), [("list", "2005"), ("store", "1999")])
def test_the_mapping_says_whose_start_stands_where_two_lists_differ(
    tmp_path: Path, wins: str, since: str
) -> None:
    rows = "province,country,since\nGilan,Chile,1999\n"
    path, saved = save(tmp_path, rows, DATED)
    held = write(read_list([path], saved, begin("iran")), begin("iran"))[1]
    other = DATED.replace("source:x", "source:y").replace("writes = [{ ", f'writes = [{{ wins = "{wins}", ')
    path, saved = save(tmp_path, rows.replace("1999", "2005"), DATED.replace("source:x", "source:y"))
    with pytest.raises(Faults, match="is not the since of"):
        write(read_list([path], saved, held), held)
    path, saved = save(tmp_path, rows.replace("1999", "2005"), other)
    after = write(read_list([path], saved, held), held)[1]
    ties = [r for r in after.relationships.values() if isinstance(r, Tie) and r.to_id == "CHL"]
    assert [(tie.since, tie.sources) for tie in ties] == [(since, ("source:x", "source:y"))]


def test_new_provinces_and_offices_get_an_id_of_their_country_and_name(tmp_path: Path) -> None:
    made = read_ties(tmp_path, "province,country,city\nFars,Iraq,Zubair\n", CITIES)
    assert [tie.to_id for tie in made] == ["city:irq:zubair"]
    with pytest.raises(MappingError, match="new needs an id: only that of a City, a Province, a Region"):
        read_mapping(save(tmp_path, "", CITIES.replace('label = "City"', 'label = "Mission"'))[1])
    assert City.stored_as in str(read_mapping(save(tmp_path, "", CITIES)[1]))
