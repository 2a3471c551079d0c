"""A list with several mistakes in one row: all are told at once, in the words of the mapping."""

from __future__ import annotations

from pathlib import Path

from tests.exchange.mapped_store import begin, faults_of

MAPPING = """
caption = "Letters"
[[sources]]
id = "source:letters"
name = "Letters"
[words.kinds]
"تفاهم‌نامه" = "memorandum"
"خواهرخوانده" = "sister_province"
[[tables]]
files = ["letters"]
[[tables.steps]]
find = "province"
label = "Province"
by = "{استان}"
[[tables.steps]]
find = "country"
label = "Country"
by = "{کشور}"
[[tables.steps]]
set = "kind"
to = "{نوع}"
words = "kinds"
[[tables.writes]]
record = "TIED_TO"
[tables.writes.cells]
from_id = "{province}"
to_id = "{country}"
kind = "{kind}"
since = "{از}"
until = "{از}"
"""


def test_every_fault_of_a_row_is_told_at_once(tmp_path: Path) -> None:
    mapping, path = tmp_path / "letters.toml", tmp_path / "letters.csv"
    mapping.write_text(MAPPING, "utf-8")
    path.write_text(
        "استان,کشور,نوع,از\nفارس,عراق,خاهرخوانده,1398/13/02\nقم,قتر,تفاهم نامه,1401/12/30\n", "utf-8"
    )
    found = faults_of(path, str(mapping), begin("iran"))
    assert [fault.split(": ")[0] for fault in found] == [
        "letters.csv, line 2, column نوع",
        "letters.csv, line 2, column از",
        "letters.csv, line 3, column کشور",
        "letters.csv, line 3, column از",
    ]
    assert found[0].endswith("right would be one of تفاهم‌نامه, خواهرخوانده")
    assert "قطر (QAT)" in found[2]
