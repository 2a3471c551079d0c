"""The pictures of a dossier as PNG, for forms of it that hold no SVG: a browser draws them."""

from __future__ import annotations

from markupsafe import Markup

from graphmap.views.browser import draw_picture
from graphmap.views.dossier_frame import HEIGHT, WIDTH
from graphmap.views.dossier_parts import Picture
from graphmap.views.dress import put_font_in, read_static
from graphmap.views.emblem import Emblem
from graphmap.views.tokens import write_tokens

EMBLEM_SIZE = 160
"""Pixels of the height of an emblem; it is drawn at twice that."""


def draw_map(picture: Picture) -> bytes:
    """Return the map of a dossier as PNG. Raises ViewError where no browser can draw it."""
    style = write_tokens() + put_font_in(read_static("dossier.css"))
    bare = "html, body { margin: 0 !important; padding: 0; max-width: none; box-shadow: none !important; }"
    page = f"<!doctype html><meta charset=utf-8><style>{style}{bare}</style><body>{picture.drawing}"
    return draw_picture(page, round(WIDTH), round(HEIGHT), scale=3)


def draw_emblem(emblem: Emblem) -> bytes:
    """Return an emblem as PNG. Raises ViewError where it is an SVG and no browser can draw it."""
    if emblem.media == "image/png":
        return emblem.data
    image = Markup('<img src="{}" alt="">').format(emblem.address)
    size = f"body {{ margin: 0; }} img {{ height: {EMBLEM_SIZE}px; width: {EMBLEM_SIZE}px; }}"
    page = f"<!doctype html><meta charset=utf-8><style>{size}</style><body>{image}"
    return draw_picture(page, EMBLEM_SIZE, EMBLEM_SIZE)
