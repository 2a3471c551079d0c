"""A mapping that cannot be used says so in one line: its file, the key, and what would be right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graphmap.errors import MappingError
from graphmap.exchange.mapping_files import KEYS, list_mappings, read_mapping
from graphmap.exchange.mapping_places import mint_id
from graphmap.exchange.samples import read_sample
from graphmap.schema import Contents, Named, Relationship, Tie, find_difference
from tests.exchange.mapped_store import read_list

WHOLE = """
caption = "Governors"
[[sources]]
id = "source:list"
name = "A list"
grade = "C"
[words.states]
ak = "Alaska"
[[tables]]
files = ["governors"]
[[tables.steps]]
leave_out = "not a governor"
when.not_among = { role = ["governor"] }
[[tables.steps]]
set = "state_name"
to = "{state}"
words = "states"
[[tables.steps]]
find = "home_state"
label = "Province"
by = "{state_name}"
[[tables.writes]]
record = "GOVERNS"
keep = "all"
[tables.writes.cells]
from_id = "g:{name|slug}"
to_id = "{home_state}"
since = "{start}"
"""


def refuse(tmp_path: Path, old: str, new: str) -> str:
    """Return what is said of the whole mapping with one thing replaced."""
    assert old in WHOLE
    (tmp_path / "m.toml").write_text(WHOLE.replace(old, new, 1), "utf-8")
    with pytest.raises(MappingError) as raised:
        read_mapping(str(tmp_path / "m.toml"))
    return str(raised.value)


def test_a_whole_mapping_knows_the_columns_it_needs(tmp_path: Path) -> None:
    (tmp_path / "m.toml").write_text(WHOLE, "utf-8")
    assert read_mapping(str(tmp_path / "m.toml")).tables[0].columns() == ("role", "state", "name", "start")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'record = "GOVERNS"',
            'record = "GOVERN"',
            "key tables[1].writes[1]: record 'GOVERN' is not one of Country",
        ),
        ("since =", "sinse =", "key tables[1].writes[1]: GOVERNS has no field 'sinse'; the nearest is since"),
        (
            'label = "Province"',
            'label = "State"',
            "key tables[1].steps[3]: label 'State' is not one of Country",
        ),
        ('words = "states"', 'words = "state"', "there is no value table words.state"),
        ("leave_out =", "leave_ou =", "key tables[1].steps[1]: a step has just one of the keys"),
        (
            "not_among",
            "not_amongst",
            "key tables[1].steps[1].when.not_amongst: is not a key that is known here",
        ),
        ('["governor"]', '"governor"', "is 'governor'; right would be a list in brackets"),
        (
            '["governors"]',
            '"governors"',
            "key tables[1].files: is 'governors'; right would be a list in brackets",
        ),
        ("|slug", "|slag", "'slag' is not one of the forms lower, upper, slug"),
        ('caption = "Gov', "caption = Gov", "is not TOML"),
        ('grade = "C"', 'grade = "Z"', "sources[1].grade: 'Z' is not one of the words allowed here"),
        ('to = "{state}"\n', "", "key tables[1].steps[2].to: is missing"),
        ("[[tables]]", "[[table]]", "the nearest is tables"),
        ('keep = "all"', 'keep = "most"', "keep: is 'most'; right would be \"all\" or a list of fields"),
        ('id = "source:list"\n', "", "sources[1] needs an id"),
        (
            'files = ["governors"]',
            'files = ["g"]\nsources = ["x"]',
            "'x' is not the id of one of its sources",
        ),
        ('by = "{state_name}"', 'by = "{state_name}"\nat = ["{a}"]', "at takes two texts"),
        ('label = "Province"', 'label = "Mission"\nnew = { name = "{a}" }', "new needs an id"),
    ],
)
def test_a_wrong_key_or_value_is_named_with_what_would_be_right(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    message = refuse(tmp_path, old, new)
    assert all(line.startswith("m.toml: ") for line in message.splitlines())
    assert said in message
    assert "pydantic" not in message


def test_a_file_that_is_no_mapping_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_bytes(b"\xff\xfe\x00")
    for name, said in [("x.toml", "is not a text file in UTF-8"), ("y.toml", "is not there")]:
        with pytest.raises(MappingError, match=said):
            read_mapping(str(tmp_path / name))


def test_every_shipped_mapping_reads() -> None:
    assert all(caption for caption in list_mappings().values())


def test_a_city_id_is_minted_in_ascii() -> None:
    assert mint_id("City", "IRN", "نجف‌آباد").startswith("city:irn:")
    assert re.fullmatch(r"[a-z0-9:-]+", mint_id("City", "IRN", "نجف‌آباد"))


def test_the_page_on_mappings_names_every_key_and_its_example_works(
    project_folder: Path, tmp_path: Path
) -> None:
    page = (project_folder / "docs" / "mappings.md").read_text("utf-8")
    told = set(re.findall(r"[a-z_]+", page))
    assert set(KEYS) <= told | {"file", "reason"}
    blocks = dict(re.findall(r"```(csv|toml)\n(.*?)```", page[: page.index("## How it works")], re.DOTALL))
    (tmp_path / "letters.csv").write_text(blocks["csv"], "utf-8")
    (tmp_path / "letters.toml").write_text(blocks["toml"], "utf-8")
    created = find_difference(read_sample("iran"), Contents()).created
    contents = Contents(
        {r.id or "": r for r in created if isinstance(r, Named)},
        {r.id or "": r for r in created if isinstance(r, Relationship)},
    )
    batch = read_list([tmp_path / "letters.csv"], str(tmp_path / "letters.toml"), contents)
    ties = {(t.from_id, t.to_id): t for t in find_difference(batch, contents).created if isinstance(t, Tie)}
    assert ties["IR-03", "city:tur:erzurum"].since == "2019-05-01"
    assert ties["IR-09", "city:irq:karbala"].kind == "sister_province"
    assert batch.notes == ("letters.csv: 1 row left out: no country is named",)
