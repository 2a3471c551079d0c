"""Makes SVG and HTML elements whose attributes and texts are always escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import urlsplit

from markupsafe import Markup, escape

VOID: Final = frozenset({"br", "col", "input", "meta"})
SHAPES: Final = frozenset({"circle", "line", "path", "rect"})
"""Elements of drawings that close themselves when nothing stands in them."""

Attributes = Mapping[str, object]
Child = str | Markup | None


def element(tag: str, attributes: Attributes | None = None, *children: Child) -> Markup:
    """Make one element. None and False are left out, True stands alone, numbers are shortened.

    A child that is Markup goes in as it is, any other text is escaped.

    >>> element("text", {"x": 1.50, "class": None}, "<b> & c")
    Markup('<text x="1.5">&lt;b&gt; &amp; c</text>')
    """
    pairs = "".join(_write_attribute(name, value) for name, value in (attributes or {}).items())
    inside = Markup("").join(escape(child) for child in children if child is not None)
    if tag in VOID:
        return Markup(f"<{tag}{pairs}>")  # noqa: S704 - every part has been escaped above
    if tag in SHAPES and not inside:
        return Markup(f"<{tag}{pairs}/>")  # noqa: S704
    return Markup(f"<{tag}{pairs}>{inside}</{tag}>")  # noqa: S704


def write_attributes(attributes: Attributes) -> Markup:
    """Write attributes as they stand in a tag, each after a blank.

    >>> write_attributes({"id": "a<b", "hidden": None, "required": True})
    Markup(' id="a&lt;b" required')
    """
    pairs = "".join(_write_attribute(name, value) for name, value in attributes.items())
    return Markup(pairs)  # noqa: S704 - every value has been escaped


def join_markup(parts: Iterable[Markup]) -> Markup:
    """Put elements after one another."""
    return Markup("").join(parts)


def draw_link(address: str) -> Markup | None:
    """Make a link that shows its own address; None for what may not become one."""
    if not is_web_address(address):
        return None
    return element("a", {"href": address, "rel": "noreferrer noopener", "dir": "ltr"}, address)


def is_web_address(text: str) -> bool:
    """Say whether a text may become a link: http and https alone, never script.

    >>> is_web_address("https://example.org/a"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def _write_attribute(name: str, value: object) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return f" {name}"
    text = f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
    return f' {name}="{escape(text)}"'
