"""What the mapping language says of real tables, each by a small list."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmap.errors import MappingError
from graphmap.exchange.mapping_files import read_mapping
from graphmap.schema import Tie, TradesWith
from tests.exchange.mapped_store import begin, faults_of, read_list
from tests.exchange.test_strange_lists import TIES, read_ties, save

SET = "steps = ["
TRADE = (
    TIES.replace('record = "TIED_TO"', 'record = "TRADES_WITH"')
    .replace('kind = "memorandum"', 'flow = "exports", year = "2020", value_usd = "{value|decimal_comma}"')
    .replace('files = ["*"]', 'files = ["*"]')
)


def dated(**cells: str) -> str:
    """Return a mapping of ties with these cells."""
    said = ", ".join(f'{field} = "{text}"' for field, text in cells.items())
    return TIES.replace('kind = "mem', f'{said}, kind = "mem')


@pytest.mark.parametrize(
    ("form", "cell", "since"),
    [
        ("day/month/year", "11/05/2019", "2019-05-11"),
        ("month/day/year", "11/05/2019", "2019-11-05"),
        ("day.month.year", "25.12.2018", "2018-12-25"),
        ("month year", "June 1980", "1980-06"),
        ("day month year", "3 Sept. 1980", "1980-09-03"),
        ("day_number", "43586", "2019-05-01"),
    ],
)
def test_the_order_of_a_date_is_said(tmp_path: Path, form: str, cell: str, since: str) -> None:
    rows = f"province,country,signed\nFars,Turkey,{cell}\n"
    assert [tie.since for tie in read_ties(tmp_path, rows, dated(since=f"{{signed|{form}}}"))] == [since]


def test_a_date_in_another_order_than_is_said_stays_a_fault(tmp_path: Path) -> None:
    path, saved = save(tmp_path, "province,country,signed\nFars,Turkey,25/12/2018\n", dated(since="{signed}"))
    assert "'25/12/2018' does not begin with the year" in faults_of(path, saved, begin("iran"))[0]
    path, saved = save(
        tmp_path, "province,country,signed\nFars,Turkey,25/12/2018\n", dated(since="{signed|month/day/year}")
    )
    assert "'2018-25-12' has no month 25" in faults_of(path, saved, begin("iran"))[0]


def test_a_last_day_that_still_counts_becomes_the_day_after(tmp_path: Path) -> None:
    rows = "province,country,from,to\nFars,Turkey,2015-01-01,2019-12-31\nGilan,Turkey,2010,2024\n"
    ties = read_ties(tmp_path, rows, dated(since="{from}", until="{to|day_after}"))
    assert {tie.until for tie in ties} == {"2020-01-01", "2025"}


def test_words_of_one_cell_are_split_and_translated_one_by_one(tmp_path: Path) -> None:
    mapping = dated(sectors="{s}").replace(
        SET, SET + '{ set = "s", to = "{sectors}", split = ",", words = "sectors" },'
    )
    mapping += '[words.sectors]\n"trade" = "trade"\n"holidays" = "tourism"\n'
    rows = 'province,country,sectors\nFars,Turkey,"Trade, holidays"\nGilan,Turkey,\n'
    assert {tie.sectors for tie in read_ties(tmp_path, rows, mapping)} == {("trade", "tourism"), None}
    path, saved = save(tmp_path, 'province,country,sectors\nFars,Turkey,"trade, spying"\n', mapping)
    assert faults_of(path, saved, begin("iran")) == [
        "ties.csv, line 2, column sectors: 'spying' is not in the value table sectors of the mapping; "
        "right would be one of trade, holidays"
    ]


def test_a_text_is_replaced_and_a_blank_has_a_default(tmp_path: Path) -> None:
    mapping = TIES.replace("{province}", "{n}").replace(
        SET, SET + '{ set = "n", to = "{province}", default = "{other}", replace = { "(prov.)" = "" } },'
    )
    rows = "province,other,country\nFars (prov.),,Turkey\n,Gilan,Iraq\n"
    assert {tie.from_id for tie in read_ties(tmp_path, rows, mapping)} == {"IR-07", "IR-01"}


def test_a_code_and_a_name_that_must_agree_are_a_fault_where_they_do_not(tmp_path: Path) -> None:
    mapping = TIES.replace(SET, SET + '{ find = "coded", label = "Province", by = "{code}" },').replace(
        "\n]\nwrites", '\n    { agree = ["coded", "p"] },\n]\nwrites'
    )
    path, saved = save(
        tmp_path, "code,province,country\nIR-07,Fars,Turkey\nIR-01,East Azerbaijan,Turkey\n", mapping
    )
    assert faults_of(path, saved, begin("iran")) == [
        "ties.csv, line 3: The row does not agree with itself: coded is IR-01 (Gilan), "
        "p is IR-03 (East Azerbaijan); right would be one and the same in both"
    ]


def test_a_wide_table_becomes_a_row_for_each_filled_cell(tmp_path: Path) -> None:
    wide = 'unpivot = { but = ["province"], name = "country", value = "value" }'
    mapping = TRADE.replace('files = ["*"]', f'files = ["*"]\n{wide}')
    path, saved = save(
        tmp_path, "province,Turkey,Iraq,China\nFars,120000,45000,\nGilan,,7000,99000\n", mapping
    )
    batch = read_list([path], saved, begin("iran"))
    made = [entry.record for entry in batch.entries if isinstance(entry.record, TradesWith)]
    assert {(r.from_id, r.to_id, r.value_usd) for r in made} == {
        ("IR-07", "TUR", 120000),
        ("IR-07", "IRQ", 45000),
        ("IR-01", "IRQ", 7000),
        ("IR-01", "CHN", 99000),
    }
    path, saved = save(tmp_path, "province,Turkey,Atlantis\nFars,12x,5\n", mapping)
    said = faults_of(path, saved, begin("iran"))
    assert said[0].startswith("ties.csv, line 2, column Turkey: '12x' is not a number")
    assert said[1].startswith("ties.csv, line 2, column Atlantis: 'Atlantis' is not a known country")


def test_a_blank_cell_says_what_the_one_above_says_where_the_mapping_says_so(tmp_path: Path) -> None:
    rows = "province,country\nFars,Turkey\n,Iraq\nGilan,Oman\n"
    ties = read_ties(tmp_path, rows, TIES.replace('files = ["*"]', 'files = ["*"]\nfill_down = ["province"]'))
    assert {(tie.from_id, tie.to_id) for tie in ties} == {
        ("IR-07", "TUR"),
        ("IR-07", "IRQ"),
        ("IR-01", "OMN"),
    }


@pytest.mark.parametrize(
    ("form", "value"), [("", None), ("|decimal_comma", (15762, 12.345)), ("|decimal_point", (15.762, 12345))]
)
def test_a_number_that_lands_read_in_two_ways_asks_for_its_mark(
    tmp_path: Path, form: str, value: tuple[float, float] | None
) -> None:
    mapping = TRADE.replace("|decimal_comma", form)
    path, saved = save(tmp_path, "province;country;value\nFars;Turkey;15.762\nYazd;Turkey;12,345\n", mapping)
    if value is None:
        assert [said.split(";")[0] for said in faults_of(path, saved, begin("iran"))] == [
            "ties.csv, line 2, column value: '15.762' can be read in two ways",
            "ties.csv, line 3, column value: '12,345' can be read in two ways",
        ]
        return
    batch = read_list([path], saved, begin("iran"))
    made = [entry.record for entry in batch.entries if isinstance(entry.record, TradesWith)]
    assert tuple(record.value_usd for record in made) == value


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'files = ["*"]',
            'files = ["*"]\nheader = 0',
            "key tables[1].header: is '0'; right would be 1 or more",
        ),
        ('files = ["*"]', 'files = ["*"]\nfill_dwn = ["x"]', "the nearest is fill_down"),
        (SET, SET + '{ agree = ["p"] },', "key tables[1].steps[1]: agree takes the names of two"),
        ('"{country}"', '"{country|day/day}"', "'day/day' is not one of the forms"),
        (
            'files = ["*"]',
            'files = ["*"]\nunpivot = { but = ["x"], name = "n" }',
            "unpivot.value: is missing",
        ),
    ],
)
def test_a_wrong_key_is_blamed_on_the_mapping(tmp_path: Path, old: str, new: str, said: str) -> None:
    _, saved = save(tmp_path, "", TIES.replace(old, new))
    with pytest.raises(MappingError) as raised:
        read_mapping(saved)
    assert said in str(raised.value)
    assert str(raised.value).startswith("m.toml: ")
    assert Tie.stored_as not in str(raised.value)
