"""The command understand drafts a mapping, tries it, and gives back the rows to mend."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.cli.conftest import Run

ROWS = """Foreign ties of the provinces,,,
province,country,kind,signed
Fars,Turkey,MoU,11/05/2019
Gilan,Rassia,MoU,25/12/2018
Yazd,-,,
Qom,Iraq,handshake,2020
"""


def test_a_list_is_drafted_tried_mended_and_imported(run: Run, iran_store: Path, tmp_path: Path) -> None:
    (tmp_path / "ties.csv").write_text(ROWS, "utf-8")
    said = run("understand", "ties.csv", "--store", iran_store)
    assert said.code == 0
    assert "the names of the columns in line 2" in said.out
    assert "1 of 4 rows become ties; 3 do not, because:" in said.out
    assert '? Column kind: what does "handshake" mean (1 row)?' in said.out
    assert "1 × no country is named" in said.out
    mend = list(csv.reader((tmp_path / "ties-mend.csv").read_text("utf-8-sig").splitlines()))
    assert mend[0] == ["province", "country", "kind", "signed", "why not"]
    assert [row[0] for row in mend[1:]] == ["Gilan", "Qom", "Yazd"]
    # A person mends the rows, and says what the word means.
    rows = [row[:4] for row in mend]
    rows[1][1] = "Russia"
    with (tmp_path / "ties-mend.csv").open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows(rows)
    text = (tmp_path / "ties.toml").read_text("utf-8")
    text = "\n".join(
        '"handshake" = "contact"' if '"handshake"' in line else line for line in text.split("\n")
    )
    (tmp_path / "ties.toml").write_text(text, "utf-8")
    tried = run(
        "understand", "ties-mend.csv", "--mapping", "ties.toml", "--mend", "rest.csv", "--store", iran_store
    )
    assert "2 of 3 rows become ties; 1 does not, because:" in tried.out
    done = run("import", "ties-mend.csv", "--mapping", "ties.toml", "--dry-run", "--store", iran_store)
    assert "would create 2 TIED_TO" in done.out


def test_nothing_is_replaced_unasked_and_it_speaks_persian(
    run: Run, iran_store: Path, tmp_path: Path
) -> None:
    (tmp_path / "ties.csv").write_text(ROWS, "utf-8")
    (tmp_path / "ties.toml").write_text("mine", "utf-8")
    assert run("understand", "ties.csv", "--store", iran_store).code == 2
    assert (tmp_path / "ties.toml").read_text("utf-8") == "mine"
    said = run("understand", "ties.csv", "--store", iran_store, "--lang", "fa", "--draft", "other.toml")
    assert "به رابطه تبدیل می‌شود" in said.out
    assert "پیش‌نویس نگاشت" in (tmp_path / "other.toml").read_text("utf-8")


def test_a_list_without_ties_is_told_so_and_drafts_nothing(
    run: Run, iran_store: Path, tmp_path: Path
) -> None:
    (tmp_path / "towns.csv").write_text("name,population\nBerlin,3600000\nRome,2800000\n", "utf-8")
    said = run("understand", "towns.csv", "--store", iran_store)
    assert said.code == 0
    assert "nothing here becomes a tie" in said.out
    assert not (tmp_path / "towns.toml").exists()
