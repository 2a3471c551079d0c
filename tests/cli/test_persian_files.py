"""What import, understand and review tell is told in Persian: each half of a sentence is one that is said."""

from __future__ import annotations

import ast
import re
from importlib.resources import files
from pathlib import Path

import pytest

from graphmap.persian import list_halves, tell_in_persian, tell_note, translate
from tests.cli.conftest import Run
from tests.cli.test_import import TIES
from tests.cli.test_persian import PERSIAN, list_raised, read_code, read_sentence

LIST = "province,country,since\nGilan,Turkye,2019\nNarnia,Iraq,11/05/2019\nQom,Iraq,1440/09/06\nFars,Oman,\n"


@pytest.mark.parametrize("table", ["problems", "rights", "notes"])
def test_every_english_half_is_one_that_is_said(table: str) -> None:
    code = re.sub(r'"\s*\n\s*f?"', "", read_code())
    unsaid = []
    for english in list_halves(table):
        parts = [part.strip(" ':;.,()`?+") for part in re.split(r"{\w+}", english)]
        unsaid += [(english, part) for part in parts if len(part.split()) > 2 and part not in code]
    # A count is written before these; the fault of a column without a name is cut to a note.
    allowed = (
        "row",
        "cell",
        "new cit",
        "mark",
        "relationship",
        "name",
        "bear",
        "pair",
        "Buddhist",
        "Solar Hijri",
        "this list",
        "was removed",
        *("is a pipe", "is a socket", "is a device", "is a folder"),  # of a table of kinds
    )
    assert [each for each in unsaid if not any(word in each[1] for word in allowed)] == []


@pytest.mark.parametrize("table", ["problems", "rights", "notes"])
def test_every_persian_half_tells_what_its_english_one_tells(table: str) -> None:
    for english, persian in list_halves(table).items():
        assert set(re.findall(r"{(\w+)}", persian)) == set(re.findall(r"{(\w+)}", english)), english
        assert PERSIAN.search(persian) or english in {"yes"}, english
        assert not re.search(r"[يك]|\s[،؛؟]|\u200c(?!\w)", persian), persian


def test_whatever_ends_an_import_is_told_in_persian() -> None:
    for part in ("exchange", "cli/streams.py"):
        raised = list_raised(Path(str(files("graphmap"))) / part)
        assert [said for said in raised if not PERSIAN.search(tell_in_persian(said)) and said != "X: X"] == []


def test_every_fault_of_a_file_that_is_given_to_a_question_is_told_in_persian() -> None:
    unsaid = []
    for path in sorted(Path(str(files("graphmap.analysis"))).glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "blame":
                problem, right = (read_sentence(one) for one in node.args[:2])
                unsaid += [said for said in [problem] if said and not translate(said, "problems")]
                # What is only names is the same in both languages.
                named = {"months", 'provinces = ["Qom", "Isfahan"]', "X"}
                unsaid += [said for said in {right} - named if said and not translate(said, "rights")]
    assert unsaid == []


def test_faults_of_rules_and_points_are_told_in_persian(run: Run, iran_store: Path, tmp_path: Path) -> None:
    (tmp_path / "r.toml").write_text('[capacity]\nAtlantis = 2\n[points]\ntie = "ten"\n', "utf-8")
    told = run("plan", "--rules", "r.toml", "--store", iran_store, "--lang", "fa").err
    assert "r.toml، سطر ۴، ستون points.tie: «ten» تعداد امتیاز نیست؛ شکل درست: عددی از ۰ تا ۱۰۰۰۰" in told
    assert "r.toml، سطر ۲، ستون capacity: «Atlantis» شناخته نشد (استان)؛ نزدیک‌ترین نام‌ها: " in told


def test_a_blank_file_of_points_is_not_taken_for_none(run: Run, iran_store: Path, tmp_path: Path) -> None:
    """The committee's own points stand in place of all others, so a file that lost its lines is a fault."""
    (tmp_path / "p.csv").write_text("\n", "utf-8")
    said = run("plan", "--points", "p.csv", "--store", iran_store)
    assert said.code == 2
    assert "p.csv, line 1: has no column province; right would be the columns province, country" in said.err


def test_faults_notes_and_what_was_done_are_told_in_persian(run: Run, tmp_path: Path) -> None:
    run("init", "--home", "IRN")
    (tmp_path / "m.toml").write_text(TIES, "utf-8")
    (tmp_path / "ties.csv").write_text(LIST, "utf-8")
    wrong = run("import", "ties.csv", "--mapping", "m.toml", "--lang", "fa").err
    assert "ties.csv، سطر ۳، ستون province: «Narnia» شناخته نشد (استان)؛ شکل درست: " in wrong
    assert "سطر ۳، ستون since: «11/05/2019» با سال آغاز نمی‌شود؛ شکل درست: سال، ماه، روز: " in wrong
    assert "«1440/09/06» آغازی سال‌ها پس از امروز است" in wrong
    assert "خطا؛ چیزی نوشته نشد." in wrong
    assert not re.search(r"right would be|line \d|is not| or ", wrong)
    (tmp_path / "ties.csv").write_text("province,country,since\nFars,Oman,2019\nFars,Oman,2019\n", "utf-8")
    said = run("import", "ties.csv", "--mapping", "m.toml", "--lang", "fa", "--dry-run")
    assert "ایجاد می‌شود: ۱ TIED_TO" in said.out
    assert "نکته: ties.csv: ۱ سطر تکرار سطرهای پیشین است" in said.err
    said = run("import", "ties.csv", "--mapping", "m.toml", "--lang", "fa")
    assert said.out.startswith("ایجاد شد: ۲، تغییر کرد: ۰ (نوبت ثبت ")
    said = run("import", "ties.csv", "--mapping", "m.toml", "--lang", "fa")
    assert said.out.startswith("چیزی تغییر نکرد: ")
    assert "نیست؛ شناسه‌ها را graphmap review" in run("review", "--join", "a", "b", "--lang", "fa").err


def test_what_has_no_persian_is_told_as_it_is() -> None:
    assert tell_note("the moon is down") == "the moon is down"
    assert tell_in_persian("a.csv, line 3: the moon is down") == "a.csv, line 3: the moon is down"


WRONG_FILES = """
noext: 'noext' is not the name of a label or relationship type; right would be IN
noext: is empty; right would be a first row with the names of the columns
null: is a device; right would be a file
a.csv: is a zip archive (an .xlsx that was renamed, perhaps), not a text table; right would be a text table,\
 saved as CSV in UTF-8
a.txt: is a table of a wiki page, as it is edited, not a text table; right would be the same as CSV or XLSX
There is no file here that graphmap reads; right would be CSV or XLSX files named after labels, such as\
 Country.csv
a.csv: has more than 500,000,000 bytes; right would be smaller files, each a part of it
a.xlsx: is no workbook, whatever its name says; right would be a workbook saved as .xlsx, or CSV
a.xlsx, sheet x, cell A2: '#REF!' is an error of the spreadsheet; right would be a value, or a blank cell
a.csv, line 3, column since: 'soon' is not a date; right would be a date such as 2019-05-11, 2019-05, 2019,\
 2019?, 1398/02/11, .. (open) or empty (unknown)
Invalid value for 'FILE': File 'a.csv' does not exist.
"""


@pytest.mark.parametrize("sentence", WRONG_FILES.strip().splitlines())
def test_what_is_wrong_with_a_file_is_told_in_persian_from_end_to_end(sentence: str) -> None:
    told = tell_in_persian(sentence)
    assert not re.search(r"[a-z]{3,} [a-z]{2,}", told), told


def test_what_begins_and_ends_with_files_is_told_in_persian(run: Run, iran_store: Path) -> None:
    made = run("init", "--home", "ایران", "--store", "new.kgl", "--lang", "fa")
    assert "new.kgl: ۳۱ استان ایران (IRN) با مرزهایشان؛ هنوز بدون رابطه." in made.out
    assert "  graphmap import my-files --store new.kgl --lang fa" in made.out
    assert "از پیش وجود دارد" in run("init", "--home", "IRN", "--store", "new.kgl", "--lang", "fa").out
    assert "گراف خالی استان‌های فرانسه" in run("init", "--home", "FRA", "--store", "f.kgl", "--lang", "fa").out
    template = run("template", "files", "--lang", "fa").out
    assert "فایل در files نوشته شد.\nگام بعد: آنچه می‌دانید بنویسید" in template
    written = run("groups", "--store", iran_store, "--format", "csv", "-o", "a.csv", "--lang", "fa").err
    assert "a.csv نوشته شد." in written
    assert "Wrote" not in template + written
