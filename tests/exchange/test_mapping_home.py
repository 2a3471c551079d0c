"""A list of one country's provinces never becomes those of another country."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmap.errors import MappingError
from tests.exchange.mapped_store import begin, read_list

STATES = "state,name,role,jurisdiction,start_date,end_date,party,ocd_id\nak,A,governor,,2018-12-03,,,ocd/1\n"

LETTERS = """
caption = "Letters"
home = "TUR"
[[sources]]
id = "source:letters"
name = "Letters"
[[tables]]
files = ["letters"]
[[tables.writes]]
record = "Province"
cells = { id = "{id}", name = "{name}" }
"""


@pytest.mark.parametrize(("home", "name"), [("DEU", "Germany"), ("IRN", "Iran")])
def test_a_mapping_for_one_home_is_refused_by_the_store_of_another(
    tmp_path: Path, home: str, name: str
) -> None:
    path = tmp_path / "executives.csv"
    path.write_text(STATES, "utf-8")
    with pytest.raises(MappingError) as raised:
        read_list([path], "us_governors_openstates", begin(home))
    assert str(raised.value) == (
        "us_governors_openstates is for a store whose home is USA, "
        f"and the home of this one is {home} ({name})"
    )
    assert read_list([path], "us_governors_openstates", begin("USA")).entries


def test_the_files_about_iran_go_into_no_other_store(data_folder: Path) -> None:
    with pytest.raises(MappingError, match="is for a store whose home is IRN"):
        read_list([data_folder / "iran_sample"], "iran_sample", begin("DEU"))


def test_a_mapping_of_ones_own_may_name_its_home(tmp_path: Path) -> None:
    mapping, path = tmp_path / "letters.toml", tmp_path / "letters.csv"
    mapping.write_text(LETTERS, "utf-8")
    path.write_text("id,name\nTR-42,Konya\n", "utf-8")
    assert len(read_list([path], str(mapping), begin("TUR")).entries) == 2
    with pytest.raises(MappingError, match=r"letters\.toml is for a store whose home is TUR"):
        read_list([path], str(mapping), begin("IRN"))


def test_a_home_that_is_no_code_is_told_with_what_would_be_right(tmp_path: Path) -> None:
    mapping, path = tmp_path / "letters.toml", tmp_path / "letters.csv"
    mapping.write_text(LETTERS.replace('"TUR"', '"Turkey"'), "utf-8")
    path.write_text("id,name\nTR-42,Konya\n", "utf-8")
    with pytest.raises(MappingError) as raised:
        read_list([path], str(mapping), begin("TUR"))
    assert str(raised.value) == (
        "letters.toml: key home: is 'Turkey'; right would be an ISO 3166-1 alpha-3 code, such as TUR"
    )
