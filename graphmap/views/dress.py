"""What every page wears: style, font and script in the file itself, and a policy that lets in no other."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from graphmap.views.marks import write_mark_styles
from graphmap.views.tokens import write_tokens

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def read_static(name: str) -> str:
    """Return a text that ships beside this module."""
    return (files("graphmap.views") / "static" / name).read_text(encoding="utf-8")


STYLES = ("graphmap.css", "frame.css", "drawings.css", "print.css")
"""The style sheets in the order in which a page has them."""


@cache
def make_style() -> str:
    """Return the style of a page: tokens, marks and style sheets, with the font in them."""
    sheets = "".join(read_static(name) for name in STYLES)
    return put_font_in(shorten_style(write_tokens() + sheets + write_mark_styles()))


def shorten_style(style: str) -> str:
    r"""Leave out of a style sheet what says nothing to a browser: comments, and blanks beside marks.

    >>> shorten_style("/* A. */\na { color: red; }\n.b :hover, i { top: 0 }")
    'a{color:red}.b :hover,i{top:0}'
    """
    bare = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    return re.sub(r"\s*([{};,])\s*|(:)\s+", r"\1\2", bare).replace(";}", "}").strip()


def put_font_in(style: str) -> str:
    """Put the font where a style sheet says FONT."""
    font = (files("graphmap.views") / "static" / "vazirmatn.woff2").read_bytes()
    return style.replace("FONT", base64.b64encode(font).decode("ascii"))


def hash_for_policy(text: str) -> str:
    """Return the expression by which a content security policy lets one inline text in."""
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


def write_policy(script: str, style: str, further_styles: str = "") -> str:
    """Write the content security policy of a page: this script, this style and the font in it, no more."""
    return (
        f"default-src 'none'; script-src {hash_for_policy(script)}; "
        f"style-src {' '.join(filter(None, [hash_for_policy(style), further_styles]))}; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )


def write_facts(facts: Mapping[str, object]) -> Markup:
    """Write JSON that can stand in a script element: no text in it can end the element."""
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(text)  # noqa: S704 - nothing is left in it that HTML would read


_MARKS, _PLAIN = "&<>", ".,:"
_TO_PLAIN, _FROM_PLAIN = str.maketrans(_MARKS, _PLAIN), str.maketrans(_PLAIN, _MARKS)
"""What stands for the digits of base 85 (RFC 1924) that are marks of HTML."""


def pack_facts(facts: Mapping[str, object]) -> Markup:
    """Write JSON as a page carries much: deflated (RFC 1951), in base 85, for frontend/src/packed.ts."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    packed = base64.b85encode(deflate.compress(text) + deflate.flush())
    return Markup(packed.decode("ascii").translate(_TO_PLAIN))  # noqa: S704 - no mark of HTML is left


def unpack_facts(text: str) -> Any:
    """Read what `pack_facts` wrote.

    >>> unpack_facts(pack_facts({"name": "</script>"}))
    {'name': '</script>'}
    """
    return json.loads(zlib.decompress(base64.b85decode(str(text).translate(_FROM_PLAIN)), -zlib.MAX_WBITS))


@cache
def open_templates() -> Environment:
    """Return the templates of the pages, which escape everything that is not markup."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("graphmap.views"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


SHARED_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src data:; base-uri 'none'; "
    "form-action 'none'"
)
"""The policy of a page whose style and script lie beside it, as site.css and site.js."""

Renderer = Callable[[str, str, str, Mapping[str, object]], str]
"""Puts a page together of a template, its script, the style of its own, and the parts of the template."""


def render_page(
    template: str, script: str, further_style: str = "", shared: bool = False, **parts: object
) -> str:
    """Render a template as a whole page: policy, style and script in it, or (`shared`) beside it.

    Within `dressed_by`, a door renders it in its own way.
    """
    return _RENDERER.get()(template, script, further_style, {"shared": shared, **parts})


@contextmanager
def dressed_by(renderer: Renderer) -> Iterator[None]:
    """Let a door dress the pages that are made within: a server links what a file holds."""
    token = _RENDERER.set(renderer)
    try:
        yield
    finally:
        _RENDERER.reset(token)


def _render_alone(template: str, script: str, further_style: str, parts: Mapping[str, object]) -> str:
    style = make_style() + further_style
    shared = SHARED_POLICY.replace("style-src 'self'", f"style-src 'self' {hash_for_policy(further_style)}")
    return (
        open_templates()
        .get_template(template)
        .render(
            policy=shared if parts["shared"] else write_policy(script, style),
            own_style=Markup(further_style),  # noqa: S704 - our own words
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            **parts,
        )
    )


_RENDERER: ContextVar[Renderer] = ContextVar("renderer", default=_render_alone)
