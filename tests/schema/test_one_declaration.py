"""One more field, one more label: a line in the declaration, and all that is derived from it follows."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ANCHOR = """    area_km2: Annotated[float | None, NUMBER]"""
NEW_FIELD = """    altitude_m: Annotated[int | None, WHOLE] = described(
        "height of its seat", "بلندی مرکز استان", "1351", required=True
    )
"""
NEW_LABEL = '''class Port(Node):
    """A harbour that serves a province."""

    meaning_fa: ClassVar[str] = "بندر"
    example: ClassVar[Mapping[str, str]] = {"id": "port:example", "name": "Example Port"}


DECLARED_NODES = (
    Port,
'''

# Prints everything that is derived from the declaration, with the store that a batch was written to.
LOOK = """
import json, sys, tempfile
from pathlib import Path

import openpyxl

from graphmap.errors import Faults
from graphmap.exchange.export import write_native
from graphmap.model.texts import describe_model_markdown, describe_model_schema
from graphmap.exchange.templates import BOOK, explain_fields, write_templates
from graphmap.language import load_language
from graphmap.schema import (
    WRITABLE,
    Batch,
    Contents,
    Country,
    Source,
    find_difference,
    read_record,
    validated,
)
from graphmap.store import create_store
from graphmap.store.statements import list_constraints
from graphmap.model.page import describe_model_html

place = Path(tempfile.mkdtemp(dir=sys.argv[1]))
write_templates(place / "csv")
write_templates(place / "xlsx", "xlsx")
book = openpyxl.load_workbook(place / "xlsx" / BOOK)
cells = {"id": "IR-04", "name": "West Azerbaijan", "sources": "s", "altitude_m": "1351"}
known = {c.name for c in WRITABLE["Province"].columns()}
province = read_record("Province", {k: v for k, v in cells.items() if k in known})
bare = read_record("Province", {k: v for k, v in cells.items() if k != "altitude_m"})
source = validated(Source, id="s", name="List")
home = validated(Country, id="IRN", name="Iran", home=True, sources=("s",))
try:
    find_difference(Batch.of([source, home, bare]), Contents())
    faults = []
except Faults as error:
    faults = [fault.sentence() for fault in error.faults]
if "altitude_m" in known:
    refused = [fault.sentence() for fault in read_record("Province", {"altitude_m": "high"})]
else:
    refused = []
store, _ = create_store(str(place / "graph.kgl"), Batch.of([source, home]))
with store:
    store.apply(Batch.of([province]), "a tester", "to see")
    stored = store.rows("MATCH (p:Province) RETURN p.altitude_m AS altitude").rows
    write_native(store.contents(), place / "out")
json.dump({
    "constraints": [pattern for _, _, pattern in list_constraints()],
    "csv": {p.stem: p.read_text("utf-8-sig").split("\\n")[0].split(",") for p in place.glob("csv/*.csv")},
    "xlsx": {sheet.title: [cell.value for cell in sheet[1]] for sheet in book},
    "explained": [row[:2] for row in explain_fields()],
    "schema": describe_model_schema(),
    "markdown": describe_model_markdown(),
    "html": describe_model_html(load_language("fa")),
    "missing": faults,
    "refused": refused,
    "stored": stored,
    "export": (place / "out" / "Province.csv").read_text("utf-8"),
}, sys.stdout)
"""


def look_at(package: Path, place: Path) -> dict[str, Any]:
    """Return everything derived from the declaration of a copy of the package."""
    place.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(package.parent), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        (sys.executable, "-c", LOOK, str(place)), env=environment, capture_output=True, text=True, cwd=place
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def looks(
    tmp_path_factory: pytest.TempPathFactory, project_folder: Path
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what is derived from the declaration as it is, and with one more field and one more label."""
    place = tmp_path_factory.mktemp("declaration")
    for name in ("before", "after"):
        shutil.copytree(
            project_folder / "graphmap",
            place / name / "graphmap",
            ignore=shutil.ignore_patterns("__pycache__", "samples"),
        )
    nodes = place / "after" / "graphmap" / "schema" / "nodes.py"
    text = nodes.read_text("utf-8")
    assert text.count(ANCHOR) == 1
    text = text.replace(ANCHOR, NEW_FIELD + ANCHOR)
    nodes.write_text(text.replace("DECLARED_NODES = (\n", NEW_LABEL), "utf-8")
    return look_at(place / "before" / "graphmap", place / "b"), look_at(
        place / "after" / "graphmap", place / "a"
    )


Looks = tuple[dict[str, Any], dict[str, Any]]


def test_a_label_more_has_its_constraint(looks: Looks) -> None:
    before, after = looks
    new = set(after["constraints"]) - set(before["constraints"])
    assert len(new) == 1
    assert "Port" in new.pop()


def test_a_field_more_is_a_column_of_both_templates_and_is_explained(looks: Looks) -> None:
    before, after = looks
    for form in ("csv", "xlsx"):
        assert [c for c in after[form]["Province"] if c not in before[form]["Province"]] == ["altitude_m"]
        assert "Port" in after[form]
    assert ["Province", "altitude_m"] in after["explained"]


def test_a_field_more_is_in_the_json_schema_with_its_persian(looks: Looks) -> None:
    before, after = looks
    province = after["schema"]["$defs"]["Province"]
    assert "altitude_m" not in before["schema"]["$defs"]["Province"]["properties"]
    assert province["properties"]["altitude_m"] == {
        "type": "integer",
        "description": "height of its seat",
        "meaning_fa": "بلندی مرکز استان",
        "examples": [1351],
    }
    assert "altitude_m" in province["required"]
    assert "Port" in after["schema"]["$defs"]


def test_a_field_more_is_on_the_page_of_the_model(looks: Looks) -> None:
    before, after = looks
    for form in ("markdown", "html"):
        assert "altitude_m" not in before[form]
        assert "altitude_m" in after[form]
        assert "بلندی مرکز استان" in after[form]
        assert "Port" in after[form]


def test_a_field_more_is_validated(looks: Looks) -> None:
    before, after = looks
    assert before["missing"] == []
    assert len(after["missing"]) == 1
    assert "altitude_m" in after["missing"][0]
    assert "'high' is not a number" in after["refused"][0]


def test_a_field_more_is_stored_and_exported(looks: Looks) -> None:
    before, after = looks
    assert before["stored"] == [[None]]
    assert after["stored"] == [[1351]]
    header, row = after["export"].splitlines()
    assert dict(zip(header.split(","), row.split(","), strict=True))["altitude_m"] == "1351"
    assert "altitude_m" not in before["export"]
