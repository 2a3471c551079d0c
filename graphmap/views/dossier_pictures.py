"""The pictures of a dossier as PNG, for forms of it that hold no SVG: a browser draws them."""

from __future__ import annotations

from markupsafe import Markup

from graphmap.language import Language
from graphmap.views.browser import draw_picture
from graphmap.views.dossier_frame import HEIGHT, WIDTH
from graphmap.views.dossier_page import draw_figure
from graphmap.views.dossier_parts import Picture
from graphmap.views.dress import put_font_in, read_static
from graphmap.views.emblem import Emblem
from graphmap.views.tokens import write_tokens

LEGEND_ROW = 24
"""Pixels of the height of a row of a legend."""

ROW_LETTERS, SIGN_LETTERS = 110, 9
"""How many letters a row of a legend holds at least, and as how many its signs count."""

EMBLEM_SIZE = 160
"""Pixels of the height of an emblem; it is drawn at twice that."""


def draw_map(picture: Picture, language: Language) -> bytes:
    """Return the map of a dossier with its legend as PNG. Raises ViewError where no browser can draw it."""
    style = write_tokens() + put_font_in(read_static("dossier.css"))
    bare = "html, body { margin: 0 !important; padding: 0; max-width: none; box-shadow: none !important; "
    bare += "background: var(--paper); } figure { margin: 0; } .legend { font-size: 12px; }"
    page = f"<!doctype html><html lang={language.code} dir={language.direction}><meta charset=utf-8>"
    page += f"<style>{style}{bare}</style><body><figure>{draw_figure(picture)}</figure>"
    rows = 1 + sum(len(text) + SIGN_LETTERS for _, text in picture.legend) // ROW_LETTERS
    return draw_picture(page, round(WIDTH), round(HEIGHT) + LEGEND_ROW * rows, scale=3)


def draw_emblem(emblem: Emblem) -> bytes:
    """Return an emblem as PNG. Raises ViewError where it is an SVG and no browser can draw it."""
    if emblem.media == "image/png":
        return emblem.data
    image = Markup('<img src="{}" alt="">').format(emblem.address)
    size = f"body {{ margin: 0; }} img {{ height: {EMBLEM_SIZE}px; width: {EMBLEM_SIZE}px; }}"
    page = f"<!doctype html><meta charset=utf-8><style>{size}</style><body>{image}"
    return draw_picture(page, EMBLEM_SIZE, EMBLEM_SIZE)
