"""Files without end, or that unfold without end, are refused at once and in a sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graphmap.errors import MappingError
from graphmap.exchange import mapping_files, reading
from graphmap.exchange.mapping_files import read_mapping
from graphmap.exchange.reading import read_tables
from graphmap.exchange.tables import MOST_COLUMNS
from tests.exchange.mapped_store import begin, faults_of
from tests.exchange.test_mapping_faults import MAPPING


def say(path: Path) -> list[str]:
    return [fault.sentence() for fault in read_tables(path).faults]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".txt"])
def test_a_pipe_and_a_device_are_no_tables(tmp_path: Path, suffix: str) -> None:
    os.mkfifo(tmp_path / f"pipe{suffix}")
    assert say(tmp_path / f"pipe{suffix}") == [f"pipe{suffix}: is a pipe; right would be a file"]
    (tmp_path / f"zero{suffix}").symlink_to("/dev/zero")
    assert say(tmp_path / f"zero{suffix}") == [f"zero{suffix}: is a device; right would be a file"]


def test_a_table_of_too_many_bytes_or_columns_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wide.csv").write_text(",".join(f"c{number}" for number in range(100_000)) + "\n1\n")
    assert say(tmp_path / "wide.csv") == [
        f"wide.csv: has 100000 columns; right would be a table of at most {MOST_COLUMNS} columns"
    ]
    monkeypatch.setattr(reading, "LARGEST_TEXT", 9)
    (tmp_path / "long.csv").write_text("id\n123456\n")
    assert say(tmp_path / "long.csv") == [
        "long.csv: has more than 9 bytes; right would be smaller files, each a part of it"
    ]


GROWING = "".join(
    f'[[tables.steps]]\nset = "x{n + 1}"\nto = "{(chr(123) + f"x{n}" + chr(125)) * 4}"\n' for n in range(18)
)


def test_a_mapping_that_doubles_a_text_again_and_again_is_one_fault_a_row(tmp_path: Path) -> None:
    mapping, path = tmp_path / "letters.toml", tmp_path / "letters.csv"
    mapping.write_text(MAPPING.replace("[[tables.writes]]", GROWING + "[[tables.writes]]"), "utf-8")
    path.write_text("استان,کشور,نوع,از,x0\nفارس,عراق,تفاهم‌نامه,1398,abcd\n", "utf-8")
    [fault] = faults_of(path, str(mapping), begin("iran"))
    assert fault == (
        "letters.csv, line 2: '{x8}{x8}{x8}{x8}' would be filled with more than 1000000 characters; "
        "right would be a text of the mapping that does not grow"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = " + "[" * 5000, "is nested too deeply"),
        ("a = " + "[" * 300 + "]" * 300, "is not a key that is known here"),
        ("a" + ".a" * 5000 + " = 1", ""),
        ("caption = " + "{a = " * 2000, ""),
        ("caption = " + "9" * 5000, "holds a number of too many digits"),
        ("caption = 0x" + "f" * 5000, "is too long; right would be a text"),
        ("caption = " + "[" * 200 + "]" * 200, "right would be a text"),
        ('"a\\u001b]52;c;eA\\nb" = 1', "a\\x1b]52;c;eA\\nb: is not a key"),
        ("\0", "is not TOML"),
    ],
    ids=range(9),
)
def test_a_hostile_mapping_is_refused_in_lines(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "m.toml").write_text(text, "utf-8")
    with pytest.raises(MappingError) as caught:
        read_mapping(str(tmp_path / "m.toml"))
    assert all(line.startswith("m.toml: ") for line in str(caught.value).splitlines())
    assert said in str(caught.value)


def test_a_mapping_that_is_no_file_or_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "m.toml")
    with pytest.raises(MappingError, match=r"m\.toml: is a pipe"):
        read_mapping(str(tmp_path / "m.toml"))
    monkeypatch.setattr(mapping_files, "LARGEST", 3)
    (tmp_path / "n.toml").write_text("a = 1")
    with pytest.raises(MappingError, match="has more than 3 bytes"):
        read_mapping(str(tmp_path / "n.toml"))
