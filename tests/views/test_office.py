"""The settings of an office: every fault at once and for people, and an emblem that can do nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmap.errors import Faults, FileRefused
from graphmap.views.emblem import read_emblem
from graphmap.views.office import read_office

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7" fill="url(#a)"/></svg>'
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


def write(folder: Path, text: str | bytes, name: str = "office.toml") -> Path:
    """Write a file into a folder."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def list_faults(path: Path) -> list[str]:
    """Return what is said of the settings in a file."""
    with pytest.raises(Faults) as refused:
        read_office(path)
    return str(refused.value).replace(str(path), "FILE").split("\n")


def test_an_office_has_its_names_emblem_and_signatures_in_both_languages(tmp_path: Path) -> None:
    write(tmp_path, SVG, "emblem.svg")
    path = write(
        tmp_path,
        """
        name = "Border committee"
        name_fa = "کمیتهٔ مرزی"
        classification_fa = "محرمانه"
        opening_fa = "بسمه تعالی"
        emblem = "emblem.svg"
        font = "B Nazanin"
        [[signatures]]
        role = "Secretary"
        role_fa = "دبیر"
        person_fa = "نام"
        """,
    )
    office = read_office(path)
    assert (office.name.en, office.name.fa) == ("Border committee", "کمیتهٔ مرزی")
    assert office.classification.en == office.classification.fa == "محرمانه"
    assert (office.opening.in_language("en"), office.opening.in_language("fa")) == ("", "بسمه تعالی")
    assert office.emblem is not None
    assert office.emblem.address.startswith("data:image/svg+xml;base64,")
    assert office.font == "B Nazanin"
    assert [one.role.in_language("fa") for one in office.signatures] == ["دبیر"]


def test_every_fault_of_the_settings_is_told_at_once(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        f"""
        nmae = "x"
        name = 3
        unit = "{"x" * 300}"
        emblem = "none.svg"
        [[signatures]]
        post = "x"
        """,
    )
    assert list_faults(path) == [
        "FILE: 'nmae' is no setting of an office; right would be one of name, name_fa, unit, unit_fa, "
        "classification, classification_fa, opening, opening_fa, emblem, font, signatures",
        "FILE: signature 1: 'post' is nothing of it; right would be one of role, role_fa, person, person_fa",
        'FILE: name is no text; right would be name = "…"',
        "FILE: unit is longer than 200 letters; right would be a shorter line",
        "FILE: the emblem 'none.svg' is not there; right would be the path of a file or folder that exists",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = ", "FILE: is no TOML: Invalid value"),
        (b"name = '\xff'", "FILE: is no text in UTF-8"),
        ("#" * 100_001, "FILE: has more than 100,000 bytes"),
        ("signatures = 3", "FILE: signatures is no list of tables"),
        ("[[signatures]]\n" * 5, "FILE: 5 signatures do not fit beside each other; right would be at most 4"),
    ],
)
def test_what_is_no_settings_file_is_refused_in_one_sentence(
    tmp_path: Path, text: str | bytes, said: str
) -> None:
    (fault,) = list_faults(write(tmp_path, text))
    assert fault.startswith(said)


def test_a_file_that_is_not_there_or_is_a_folder_is_told(tmp_path: Path) -> None:
    assert list_faults(tmp_path / "none.toml")[0].startswith("FILE: is not there")
    assert list_faults(tmp_path)[0].startswith("FILE: is a folder")


@pytest.mark.parametrize(
    ("svg", "said"),
    [
        (SVG.replace("<path", "<script>alert(1)</script><path"), "holds <script>"),
        (SVG.replace("<path", "<foreignObject/><path"), "holds <foreignobject>"),
        (SVG.replace("<path", "<animate/><path"), "holds <animate>"),
        (SVG.replace("<path", '<path onload="x"'), r"holds a script \(onload\)"),
        (SVG.replace("<path", '<image href="https://x.example/a.png"/><path'), "leads to another file"),
        (SVG.replace("<path", '<use href="other.svg#a"/><path'), "leads to another file"),
        (SVG.replace("url(#a)", "url(https://x.example/#a)"), "leads to another file or address .in fill"),
        (SVG.replace("<path", "<style>@import 'x'</style><path"), "in its style"),
        (SVG.replace("<path", r"<style>a{b:u\72l(x)}</style><path"), "in its style"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG, "declares a document type"),
        ('<?xml-stylesheet href="x.css"?>' + SVG, "declares a document type, entities or a style sheet"),
        ("<html/>", "is XML, but no SVG"),
        ("GIF89a", "is neither a PNG nor an SVG"),
        (SVG.encode("utf-16"), "is neither a PNG nor an SVG in UTF-8"),
    ],
)
def test_an_emblem_that_is_more_than_a_drawing_is_refused(
    tmp_path: Path, svg: str | bytes, said: str
) -> None:
    with pytest.raises(FileRefused, match=said):
        read_emblem(write(tmp_path, svg, "emblem.svg"))


def test_a_png_and_a_drawing_that_refers_to_itself_alone_are_taken(tmp_path: Path) -> None:
    assert read_emblem(write(tmp_path, PNG, "a.png")).media == "image/png"
    assert read_emblem(write(tmp_path, SVG, "a.svg")).media == "image/svg+xml"
    with pytest.raises(FileRefused, match="more than 500,000 bytes"):
        read_emblem(write(tmp_path, PNG + b"\0" * 500_000, "large.png"))
