"""The emblem of an office: a PNG, or an SVG that can do nothing, held within the paper itself."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

from graphmap.errors import FileRefused
from graphmap.files import read_bytes

LARGEST = 500_000
"""Bytes that an emblem may have: it stands in every paper of the office."""

PNG_START = b"\x89PNG\r\n\x1a\n"
INERT = "an SVG that only draws: no script, no link, no picture of another file; or a PNG"

ACTIVE = frozenset(
    (
        *("script", "foreignobject", "iframe", "embed", "object", "audio", "video", "handler", "listener"),
        *("animate", "set", "animatemotion", "animatetransform", "a"),
    )
)
"""Elements that act, move, lead elsewhere or hold what is no drawing."""

REACHING = re.compile(r"@import|url\(\s*(?!['\"]?#)|expression\s*\(|\\", re.IGNORECASE)
"""What reaches out of a drawing from a style, or (a backslash) may hide that it does."""


@dataclass(frozen=True, slots=True)
class Emblem:
    """A picture: its media type and its bytes."""

    media: Literal["image/png", "image/svg+xml"]
    data: bytes

    @property
    def address(self) -> str:
        """Return the address by which a page shows it: as an image, in which no script could run."""
        return f"data:{self.media};base64,{base64.b64encode(self.data).decode('ascii')}"


def read_emblem(path: Path) -> Emblem:
    """Read an emblem; FileRefused for what is no PNG and no SVG, or an SVG that is more than a drawing."""
    data = read_bytes(path, LARGEST)
    if data.startswith(PNG_START):
        return Emblem("image/png", data)
    _check_drawing(data)
    return Emblem("image/svg+xml", data)


def _check_drawing(data: bytes) -> None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileRefused("is neither a PNG nor an SVG in UTF-8", "the file of an SVG or PNG") from error
    if re.search("<!ENTITY|<!DOCTYPE|<[?]xml-stylesheet", text, re.IGNORECASE):
        # Entities can blow a file up or read others; a drawing needs none.
        raise FileRefused("declares a document type, entities or a style sheet", INERT)
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - without a document type nothing is expanded
    except (ElementTree.ParseError, ValueError, LookupError, RecursionError) as error:
        raise FileRefused("is neither a PNG nor an SVG", "the file of an SVG or PNG") from error
    if _local(root.tag) != "svg":
        raise FileRefused("is XML, but no SVG", "the file of an SVG or PNG")
    for part in root.iter():
        name = _local(part.tag)
        if name in ACTIVE:
            raise FileRefused(f"holds <{name}>, which is more than a drawing", INERT)
        for attribute, value in part.attrib.items():
            called = _local(attribute)
            if called.startswith("on"):
                raise FileRefused(f"holds a script ({called})", INERT)
            if called in {"href", "src"} and not value.strip().startswith("#"):
                raise FileRefused(f"leads to another file or address ({called})", INERT)
            if REACHING.search(value):
                raise FileRefused(f"leads to another file or address (in {called})", INERT)
        if name == "style" and REACHING.search("".join(part.itertext())):
            raise FileRefused("leads to another file or address (in its style)", INERT)


def _local(name: object) -> str:
    """Return a name of XML without its namespace; comments and instructions have none."""
    return name.rpartition("}")[2].casefold() if isinstance(name, str) else ""
