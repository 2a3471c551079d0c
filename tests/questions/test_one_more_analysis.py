"""One more analysis is one module and its words: command, options, table, CSV, JSON, page and docs follow."""

from __future__ import annotations

import compileall
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MODULE = '''"""How many ties each province has: an analysis that only this test knows."""

# /// question
# caption = "Provinces by their ties"
# caption_fa = "استان‌ها به ترتیب پیوند"
# description = "Each province with the number of its ties."
# description_fa = "هر استان با شمار پیوندهایش."
# key = ["province_id"]
#
# [parameters]
# limit = {}
# least.type = "whole"
# least.default = 1
# least.least = 0
# least.help = "Fewest ties."
# least.help_fa = "کمترین شمار پیوند."
#
# [columns]
# province = {type = "name", help = "the province", caption_fa = "استان"}
# count = {type = "whole", help = "number of its ties", caption_fa = "شمار پیوند"}
# ties = {type = "ids", help = "ids of the ties", caption_fa = "پیوندها"}
# province_id = {type = "id", help = "id of the province", caption_fa = "شناسه", named_by = "province"}
# ///

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Unpack

import numpy as np

from graphmap.analysis.findings import Doubt, Findings, PlaceName, give_names, name_place
from graphmap.analysis.scope import Asked, Scope, select_ties
from graphmap.language import Language
from graphmap.scales import Level
from graphmap.store.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Busy:
    """A province and its ties."""

    province: PlaceName
    ties: tuple[str, ...]
    unknown: tuple[Doubt, ...] = ()

    def sentence(self, language: Language) -> str:
        """Say it."""
        province = self.province.in_language(language)
        return language.words("busy-province", province=province, ties=len(self.ties))

    def cells(self) -> dict[str, Any]:
        """Return its value of each column."""
        named = give_names("province", self.province)
        return {**named, "count": len(self.ties), "ties": self.ties, "province_id": self.province.id}

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {"province": self.province.as_json(), "ties": list(self.ties)}


def find_busy_provinces(
    snapshot: Snapshot,
    level: Level = "country",
    *,
    limit: int | None = None,
    least: int = 1,
    **asked: Unpack[Asked],
) -> Findings[Busy]:
    """Find the provinces with the most ties."""
    selection = select_ties(snapshot, Scope(level, **asked))
    found = []
    for row in np.unique(selection.province).tolist():
        ties = selection.ties[selection.province == row].tolist()
        if len(ties) >= least:
            found.append(Busy(name_place(snapshot, row), tuple(snapshot.ties.ids[tie] for tie in ties)))
    found.sort(key=lambda busy: (-len(busy.ties), busy.province.id))
    return Findings(found[:limit], selection.scope, selection.counted, len(found))
'''
WORDS = {
    "en": "\nbusy-province = { $province } has { $ties } ties.\n",
    "fa": "\nbusy-province = { $province } { $ties } پیوند دارد.\n",
}
DESCRIBE = """
from importlib.util import module_from_spec, spec_from_file_location
import sys
spec = spec_from_file_location("write_docs", sys.argv[1])
tool = module_from_spec(spec)
spec.loader.exec_module(tool)
print(tool.describe_commands())
"""
NOTEBOOK = """
import sys
from graphmap.notebook import busy_provinces
from graphmap.store import open_store
with open_store(sys.argv[1], read_only=True) as store:
    answer = busy_provinces(store, least=6, as_of="2026-02-08")
print(busy_provinces.__doc__)
print(answer.total, [finding.province.id for finding in answer.findings])
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory, project_folder: Path) -> Path:
    """Return a folder with a copy of the package that has one more analysis, its words, and a store."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(
        project_folder / "graphmap", folder / "graphmap", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(project_folder / "cypher", folder / "graphmap" / "cypher")
    (folder / "graphmap" / "analysis" / "busy_provinces.py").write_text(MODULE, "utf-8")
    for code, words in WORDS.items():
        with (folder / "graphmap" / "words" / f"{code}.ftl").open("a", encoding="utf-8") as file:
            file.write(words)
    # Compiled once: Python keeps no bytecode where PYTHONDONTWRITEBYTECODE is set, and reads it all the same.
    compileall.compile_dir(folder / "graphmap", quiet=1)
    make = (
        "from graphmap.exchange.samples import read_sample; from graphmap.store import create_store; "
        "create_store('iran.kgl', read_sample('iran'), by='a tester')[0].close()"
    )
    run(folder, "-c", make)
    return folder


def run(folder: Path, *words: str) -> str:
    """Run the Python of the tests on the copy and return what it says."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8", "COLUMNS": "200"}
    environment |= {"GRAPHMAP_STORE": "iran.kgl"}
    done = subprocess.run(
        (sys.executable, *words), env=environment, capture_output=True, text=True, cwd=folder, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def call(folder: Path, *words: str) -> str:
    """Call graphmap of the copy."""
    return run(folder, "-m", "graphmap", *words)


ASKED = ("busy_provinces", "--least", "6", "--as-of", "2026-02-08")


def test_it_stands_in_the_help_with_its_options(copy: Path) -> None:
    assert "Provinces by their ties" in call(copy, "--help")
    said = call(copy, "busy_provinces", "--help")
    for option in ("--least", "--level", "--country", "--sector", "--limit", "--as-of", "--lang", "--format"):
        assert option in said
    assert "Fewest ties." in said


def test_it_answers_as_a_table_in_both_languages_and_as_csv(copy: Path) -> None:
    assert "Razavi Khorasan" in call(copy, *ASKED)
    persian = call(copy, *ASKED, "--lang", "fa")
    assert "خراسان رضوی" in persian
    assert "شمار پیوند" in persian
    assert call(copy, *ASKED, "--format", "csv").startswith("province,province_fa,count,ties,province_id")


def test_it_answers_as_json_of_the_one_shape(copy: Path) -> None:
    found = json.loads(call(copy, *ASKED, "--limit", "2", "--format", "json"))
    shape = ["question", "as_of", "level", "findings", "ties", "unknown", "scope", "counted", "total"]
    assert list(found) == shape
    assert (found["question"], len(found["findings"]), found["counted"]["total"]) == (
        "busy_provinces",
        2,
        345,
    )
    assert (found["scope"]["least"], found["scope"]["limit"]) == (6, 2)
    assert found["total"] > 2


def test_it_has_a_page_with_its_sentences(copy: Path) -> None:
    call(copy, *ASKED, "--format", "html", "-o", "busy.html", "--lang", "fa")
    page = (copy / "busy.html").read_text("utf-8")
    assert "استان‌ها به ترتیب پیوند</h1>" in page
    assert "پیوند دارد." in page


def test_it_is_in_the_manual_and_in_a_notebook(copy: Path, project_folder: Path) -> None:
    tool = str(project_folder / "tools" / "write_docs.py")
    assert "## graphmap busy_provinces\n" in run(copy, "-c", DESCRIBE, tool)
    said = run(copy, "-c", NOTEBOOK, "iran.kgl")
    assert "least: Fewest ties." in said
    assert "IR-09" in said.splitlines()[-1]
