"""Gives pages their style, font and script as files, each at an address that names its content."""

from __future__ import annotations

import base64
import secrets
import threading
from collections import OrderedDict
from collections.abc import Mapping
from functools import cache
from hashlib import blake2s
from importlib.resources import files
from typing import TYPE_CHECKING

from fastapi import APIRouter
from starlette.responses import Response

from graphmap.views.dress import make_style, read_static
from graphmap.web.faults import NotThere

if TYPE_CHECKING:
    from jinja2 import Environment

KINDS: Mapping[str, str] = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "woff2": "font/woff2",
}
FOREVER = "public, max-age=31536000, immutable"
MOST = 512
"""Of how many files the content is kept; what every page needs is made again when it is asked for."""

router = APIRouter(include_in_schema=False)


class Linked:
    """Contents by their addresses, those of the latest pages."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._always: dict[str, bytes] = {}
        self._alone = threading.Lock()

    def link(self, content: bytes, kind: str, always: bool = False) -> str:
        """Return the address of a content, at which it is found from now on, or as long as there is room."""
        name = f"{blake2s(content, digest_size=10).hexdigest()}.{kind}"
        if always:
            self._always[name] = content
            return f"/static/{name}"
        with self._alone:
            self._kept[name] = content
            self._kept.move_to_end(name)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return f"/static/{name}"

    def find(self, name: str) -> bytes | None:
        """Return the content of an address; None where it is not known."""
        with self._alone:
            return self._always.get(name) or self._kept.get(name)


LINKED = Linked()
BOOT = secrets.token_hex(4)
"""Tells a page of this process from one of another, whose files are gone with it."""


@router.get("/static/{name}")
def send_file(name: str) -> Response:
    """Send a file that pages need."""
    content = LINKED.find(name)
    if content is None:
        raise NotThere("this file belongs to a page that is no longer served; load the page again")
    return Response(content, media_type=KINDS[name.rpartition(".")[2]], headers={"Cache-Control": FOREVER})


@router.get("/favicon.ico")
def send_no_icon() -> Response:
    """Say that there is no icon."""
    return Response(status_code=204, headers={"Cache-Control": FOREVER})


@cache
def make_linked_style() -> bytes:
    """Return the style of all pages, its font at an address of its own."""
    font = (files("graphmap.views") / "static" / "vazirmatn.woff2").read_bytes()
    inline = f"data:font/woff2;base64,{base64.b64encode(font).decode('ascii')}"
    style = make_style() + read_static("explorer.css")
    return style.replace(inline, LINKED.link(font, "woff2", always=True)).encode()


def link_style(further: str = "") -> list[str]:
    """Return the addresses of the style of a page: that of all, and its own where it has any."""
    links = [LINKED.link(make_linked_style(), "css", always=True)]
    return links + ([LINKED.link(further.encode(), "css")] if further.strip() else [])


def link_script(*scripts: str) -> list[str]:
    """Return the addresses of scripts."""
    return [LINKED.link(script.encode(), "js", always=True) for script in scripts if script]


@cache
def open_served_templates() -> Environment:
    """Return the templates of all pages, the explorer's own before others of their name: the frame is one."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=ChoiceLoader([PackageLoader("graphmap.web"), PackageLoader("graphmap.views")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
