"""History, undo, removal, backup and restore as a person runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

FIRST = {
    "Source.csv": "id,name\nsource:letters,Letters\n",
    "Region.csv": "id,name,sources\nIQ-BA,Basra,source:letters\n",
    "IN.csv": "from_id,to_id,sources\nIQ-BA,IRQ,source:letters\ncity:irn:ahvaz,IRN,source:letters\n",
    "City.csv": "id,name,sources\ncity:irn:ahvaz,Ahvaz,source:letters\n",
    "TIED_TO.csv": "id,from_id,to_id,sources,kind\ntie:1,city:irn:ahvaz,IQ-BA,source:letters,visit\n",
}


@pytest.fixture
def written(run: Run, tmp_path: Path) -> Run:
    """Return the command line in a folder with a store: made, filled, and a name corrected."""
    folder = tmp_path / "letters"
    folder.mkdir()
    run("init", "--home", "IRN", "--bare")
    for name, text in FIRST.items():
        (folder / name).write_text(text, "utf-8")
    assert run("import", folder, "--by", "ann", "--reason", "letters").code == 0
    for path in folder.iterdir():
        path.unlink()
    (folder / "Region.csv").write_text("id,name\nIQ-BA,Al-Basra\n", "utf-8")
    assert run("import", folder, "--by", "bob", "--reason", "the name").code == 0
    return run


def test_history_lists_changesets_the_newest_first(written: Run) -> None:
    said = written("history", "--format", "csv")
    head, newest, *_ = said.out.splitlines()
    assert head == "changeset,at,by,reason,created,changed,removed"
    assert newest.startswith("changeset:000003,20")
    assert newest.endswith("Z,bob,the name,0,1,0")


def test_history_of_a_record_says_what_each_changeset_did(written: Run) -> None:
    said = written("history", "IQ-BA")
    assert "name: Basra → Al-Basra" in said.out
    told = json.loads(written("history", "IQ-BA", "--format", "json").out)
    assert [row["action"] for row in told["rows"]] == ["changed", "created"]
    assert (told["question"], told["total"]) == ("history", 2)
    assert told["rows"][0]["before"]["name"] == "Basra"
    assert "تغییر" in written("history", "IQ-BA", "--lang", "fa").out


def test_history_of_a_changeset_says_what_it_did(written: Run) -> None:
    rows = json.loads(written("history", "changeset:000002", "--format", "json").out)["rows"]
    assert {(row["id"], row["label"]) for row in rows} >= {("tie:1", "TIED_TO"), ("IQ-BA", "Region")}
    said = written("history", "changeset:000099")
    assert (said.code, said.out) == (2, "")


def test_an_undo_is_refused_with_what_rests_on_it_and_done_when_nothing_does(written: Run) -> None:
    said = written("undo", "changeset:000002")
    assert said.code == 2
    assert "rest on it: changeset:000003" in said.err
    assert "bob: the name" in said.err
    assert written("undo", "changeset:000003").out == "Changed 1 (changeset changeset:000004).\n"
    said = written("undo", "changeset:000002", "--reason", "a wrong list", "--by", "ann")
    assert said.code == 0
    assert "Removed" in said.out or "removed" in said.out
    newest = written("history", "--format", "csv").out.splitlines()[1]
    assert ",ann,undo of changeset:000002: a wrong list,0,0," in newest


def test_a_removal_asks_for_a_reason_and_names_the_ties(written: Run) -> None:
    assert written("remove", "IQ-BA").code == 2
    said = written("remove", "IQ-BA", "--reason", "no such place")
    assert said.code == 2
    assert "tie:1" in said.err
    assert "--with-ties" in said.err
    planned = written("remove", "IQ-BA", "--reason", "no such place", "--with-ties", "--dry-run")
    assert "would be removed: TIED_TO tie:1" in planned.out
    done = written("remove", "IQ-BA", "--reason", "no such place", "--with-ties")
    assert done.out == "Removed 3 (changeset changeset:000004).\n"
    assert "removed" in written("history", "tie:1").out
    assert written("undo", "changeset:000004").code == 0


def test_a_backup_restores_to_a_store_with_the_same_history(written: Run) -> None:
    history = written("history").out
    assert written("backup", "all.zip").code == 0
    again = written("backup", "all.zip")
    assert again.code == 2
    assert "--overwrite" in again.err
    assert written("restore", "all.zip", "--store", "new.kgl").code == 0
    assert written("history", "--store", "new.kgl").out == history
    refused = written("restore", "all.zip")
    assert refused.code == 2
    assert "is not empty" in refused.err


def test_an_upgrade_says_whether_there_was_anything_to_do(written: Run) -> None:
    assert written("upgrade").out == "graph.kgl: was up to date already.\n"


def test_what_keeps_a_store_speaks_persian_too(written: Run) -> None:
    fa = ("--lang", "fa")
    planned = written("remove", "IQ-BA", "--reason", "x", "--with-ties", "--dry-run", *fa)
    assert "حذف خواهد شد: TIED_TO tie:1" in planned.out.replace("\u2068", "").replace("\u2069", "")
    assert "انجام شد: تغییر ۱ مورد (نوبت ثبت" in written("undo", "changeset:000003", *fa).out
    done = written("remove", "IQ-BA", "--reason", "no such place", "--with-ties", *fa)
    assert "حذف ۳ مورد" in done.out
    assert "نسخهٔ پشتیبان" in written("backup", "all.zip", *fa).out
    assert "بازیابی شد" in written("restore", "all.zip", "--store", "new.kgl", *fa).out
    assert "از پیش به‌روز بود" in written("upgrade", *fa).out
