"""Lists that understand has drafted, each in its own spelling, tell no finding that is none."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.cli.conftest import Run

LISTS = {
    "english.csv": "Province,Partner city,Country,Kind,Sector,Signed\n"
    "Fars,Dushanbe,Tajikistan,MoU,Trade,2019-05-01\n"
    "Razavi Khorasan,Dushanbe,Tajikistan,MoU,Trade,2020-02-01\n"
    "East Azerbaijan,Baku,Azerbaijan,Sister city,,2018\n",
    "persian.csv": "استان,شهر طرف خارجی,کشور,نوع رابطه,تاریخ\n"
    "استان فارس,دوشنبه,تاجیکستان,تفاهم‌نامه,۱۳۹۸/۰۲/۱۱\n"
    "آذربایجان شرقی,باکو,جمهوری آذربایجان,خواهرخواندگی,۱۳۹۷\n",
    "spelled.csv": "province;city;country;kind;since\n"
    "Fars Province;Dushanbe;Tajikistan;memorandum;2019\n"
    "Khorasan-e Razavi;Dushanbe;Tajikistan;memorandum;2020\n"
    "Azarbaijan-e Sharqi;Baku;Azerbaijan;sister city;2018\n",
}


def test_lists_of_three_spellings_make_one_rivalry_and_no_double_tie(run: Run, tmp_path: Path) -> None:
    run("init", "--home", "IRN")
    for name, text in LISTS.items():
        (tmp_path / name).write_text(text, "utf-8")
        assert run("understand", name).code == 0
        said = run("import", name, "--mapping", str(Path(name).with_suffix(".toml")))
        assert said.code == 0, said.err
    # Baku and Dushanbe in either script are told as near, and joined as a person says.
    pairs = {(row["first_id"], row["second_id"]) for row in read(run("review", "--format", "csv").out)}
    assert pairs == {
        ("city:aze:baku", "city:aze:bkw"),
        ("city:tjk:dushanbe", "city:tjk:dwshnbh"),
    }
    for pair in pairs:
        assert run("review", "--join", *pair).code == 0
    [rival] = read(run("rivals", "--as-of", "2020-06-01", "--format", "csv").out)
    assert (rival["province_ids"], rival["target_id"]) == ("IR-07|IR-09", "city:tjk:dushanbe")
    assert len(rival["ties"].split("|")) == 2
    overlaps = read(
        run("overlaps", "--as-of", "all", "--level", "city", "--min-shared", "1", "--format", "csv").out
    )
    assert [(one["province_ids"], one["targets"]) for one in overlaps] == [("IR-07|IR-09", "Dushanbe")]
    # What was read so is no fault: not even two dates of one tie, of which one is the finer.
    assert run("check").code == 0
    assert [one["name"] for one in read(run("check", "--format", "csv").out) if one["rows"] != "0"] == []


def read(text: str) -> list[dict[str, str]]:
    return [*csv.DictReader(text.splitlines())]
