"""The model's documents say what the declaration says."""

from __future__ import annotations

import json
import re

import pytest

from graphmap.language import load_language
from graphmap.model.page import describe_model_html
from graphmap.model.texts import describe_model_markdown, describe_model_schema, say_ends
from graphmap.schema import DECLARED, RELATIONSHIPS, In, Tie


def test_markdown_names_every_label_type_field_and_meaning() -> None:
    parts = re.split(r"\n### ", describe_model_markdown())[1:]
    told = {part.partition("\n")[0]: part for part in parts}
    assert list(told) == list(DECLARED)
    for name, cls in DECLARED.items():
        for column in cls.columns():
            row = next(
                line for line in told[name].splitlines() if re.match(rf"\| \**{column.name}\** \|", line)
            )
            assert column.meaning in row
            assert column.meaning_fa in row


def test_ends_are_said_in_groups() -> None:
    assert say_ends(Tie) == "Province, City, Body → Country, Region, City, Counterpart, Mission"
    assert say_ends(In).count("→") == len({frozenset(b for a, b in In.ends if a == s) for s, _ in In.ends})


def test_the_json_schema_says_what_is_required_and_means_it_in_persian_too() -> None:
    schema = describe_model_schema()
    assert json.loads(json.dumps(schema)) == schema
    assert list(schema["$defs"]) == list(DECLARED)
    for name, cls in DECLARED.items():
        described = schema["$defs"][name]
        assert described["required"] == [column.name for column in cls.columns() if column.required]
        assert described["meaning_fa"] == cls.meaning_fa
        for column in cls.columns():
            field = described["properties"][column.name]
            assert field["description"] == column.meaning
            assert field["meaning_fa"] == column.meaning_fa
            inner = field["items"] if column.kind.many else field
            assert inner.get("enum", []) == list(column.kind.choices)
            assert (field["type"] == "array") == column.kind.many


def test_the_json_schema_knows_types_and_forms() -> None:
    defs = describe_model_schema()["$defs"]
    assert defs["Country"]["properties"]["id"]["pattern"] == "^(?:[A-Z]{3})$"
    assert defs["Province"]["properties"]["population"]["type"] == "integer"
    assert defs["Province"]["properties"]["lat"]["type"] == "number"
    assert defs["Country"]["properties"]["home"]["type"] == "boolean"
    assert defs["Source"]["properties"]["retrieved"]["format"] == "date"
    assert defs["TIED_TO"]["properties"]["sectors"]["items"]["enum"][0] == "trade"
    assert ["Province", "Country"] in defs["TIED_TO"]["ends"]


@pytest.mark.parametrize("code", ["en", "fa"])
def test_the_page_draws_every_type_and_names_every_field(code: str) -> None:
    page = describe_model_html(load_language(code))
    assert page == describe_model_html(load_language(code))
    drawing = page[page.index('<svg class="model-drawing"') : page.index("</svg>")]
    curves = drawing.count("<path")
    assert curves == sum(
        len({a for a, _ in c.ends}) + len({b for _, b in c.ends}) for c in RELATIONSHIPS.values()
    )
    for name, cls in DECLARED.items():
        section = page[page.index(f'<article class="panel" id="{name}"') :]
        section = section[: section.index("</article>")]
        for column in cls.columns():
            assert f">{column.name}</code>" in section
    assert f'dir="{"rtl" if code == "fa" else "ltr"}"' in page
    assert "http://" not in page.replace("http://www.w3.org", "")
