"""The office that signs a dossier: names, emblem, classification, signatures, from a small TOML file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphmap.errors import Fault, Faults, FileRefused, shown_value
from graphmap.errors import Place as Where
from graphmap.files import read_bytes
from graphmap.text import Name, clean_name
from graphmap.views.emblem import Emblem, read_emblem

LONGEST_FILE = 100_000
"""Bytes that a file of settings may have: one of more is something else."""

LONGEST_LINE = 200
"""Letters of a name or line; more would not stand in the head of a page."""

MOST_SIGNATURES = 4
"""As many signatures as stand side by side on a page."""

BILINGUAL = ("name", "unit", "classification", "opening")
"""Lines of the head that may be given in English and, with `_fa` after the key, in Persian."""

KEYS = (
    *(key + tail for key in BILINGUAL for tail in ("", "_fa")),
    *("emblem", "font", "signatures"),
)
"""The settings there are: lines of text, the file of the emblem, the font of DOCX, and who signs."""

SIGNATURE_KEYS = ("role", "role_fa", "person", "person_fa")


NAMELESS = Name("")
"""What nothing is written of."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A line to sign: whose post, and the person's name where it is known beforehand."""

    role: Name
    person: Name = NAMELESS


@dataclass(frozen=True, slots=True)
class Office:
    """An office as the head and foot of its papers name it; all of it may be blank.

    `name` is the office, `unit` its part below; `classification` stands on every page, `opening` above all.
    """

    name: Name = NAMELESS
    unit: Name = NAMELESS
    classification: Name = NAMELESS
    opening: Name = NAMELESS
    emblem: Emblem | None = None
    font: str = ""
    signatures: tuple[Signature, ...] = ()


NO_OFFICE = Office()
"""What a dossier has at its head where no office is named: blank lines to fill in."""


def read_office(path: Path) -> Office:
    """Read the settings of an office, and the emblem that they name, which lies beside the file.

    Raises Faults with everything that is wrong in it.
    """
    faults: list[Fault] = []

    def refuse(problem: str, right: str) -> None:
        faults.append(Fault(problem, right, Where(str(path))))

    try:
        settings = _read_toml(path)
    except FileRefused as error:
        refuse(error.problem, error.right)
        raise Faults(faults) from error

    def read_line(table: Mapping[str, Any], key: str, before: str) -> str:
        value = table.get(key, "")
        if not isinstance(value, str):
            refuse(f"{before}{key} is no text", f'{key} = "…"')
            return ""
        if len(value) > LONGEST_LINE:
            refuse(f"{before}{key} is longer than {LONGEST_LINE} letters", "a shorter line")
        return clean_name(value)

    def read_name(table: Mapping[str, Any], key: str, before: str = "") -> Name:
        english, persian = (read_line(table, key + tail, before) for tail in ("", "_fa"))
        # What is said above all belongs to a language; a name alone stands for both.
        return Name(english if key == "opening" else english or persian, persian)

    for key in sorted(settings.keys() - set(KEYS)):
        refuse(f"{shown_value(key)} is no setting of an office", f"one of {', '.join(KEYS)}")
    listed = settings.get("signatures", [])
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        refuse("signatures is no list of tables", "a line [[signatures]] before each")
        listed = []
    if len(listed) > MOST_SIGNATURES:
        refuse(f"{len(listed)} signatures do not fit beside each other", f"at most {MOST_SIGNATURES}")
    signatures = []
    for number, one in enumerate(listed, start=1):
        before = f"signature {number}: "
        for key in sorted(one.keys() - set(SIGNATURE_KEYS)):
            refuse(f"{before}{shown_value(key)} is nothing of it", f"one of {', '.join(SIGNATURE_KEYS)}")
        signatures.append(Signature(read_name(one, "role", before), read_name(one, "person", before)))
    named = {key: read_name(settings, key) for key in BILINGUAL}
    font, emblem = read_line(settings, "font", ""), None
    if file := read_line(settings, "emblem", ""):
        try:
            emblem = read_emblem(path.parent / file)
        except FileRefused as error:
            refuse(f"the emblem {shown_value(file)} {error.problem}", error.right)
    if faults:
        raise Faults(faults)
    return Office(**named, emblem=emblem, font=font, signatures=tuple(signatures))


def _read_toml(path: Path) -> dict[str, Any]:
    held = read_bytes(path, LONGEST_FILE)
    try:
        return tomllib.loads(held.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise FileRefused("is no text in UTF-8", "a file saved as UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        why = str(error).replace("\n", " ")
        raise FileRefused(f"is no TOML: {why}", 'lines such as name = "Border committee"') from error
