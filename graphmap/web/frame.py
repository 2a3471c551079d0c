"""Puts a page into the frame of the explorer: its places, search and language round what the page says."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlencode

from fastapi import Request
from markupsafe import Markup

from graphmap.errors import QuestionError, shown_value
from graphmap.language import CODES, Code, Language, load_language
from graphmap.store.snapshot import Snapshot
from graphmap.text import Name, clean_name
from graphmap.views.dress import dressed_by, read_static
from graphmap.views.wording import say
from graphmap.web.asking import settings_of
from graphmap.web.linking import link_script, link_style, open_served_templates

PLACES = (
    ("/map", "serve-map"),
    ("/canvas", "serve-canvas"),
    ("/reports/rivals", "serve-rivals"),
    ("/trial", "serve-trial"),
    ("/reports", "serve-reports"),
    ("/meeting", "serve-meeting"),
    ("/views", "serve-views"),
)
"""Where one can go from every page, with the words for it."""

CYPHER = ("/cypher", "serve-cypher")
"""Where one can go beside, if queries of one's own are answered."""

NOTHING = Markup("")

SECRET, TOKEN = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
"""What a form of this process is known by: a cookie that no other page can send, and a word in the form."""


def name_cookie(request: Request) -> str:
    """Return the name of the cookie: browsers send one to every port, and each may be another graphmap."""
    return f"graphmap-{request.url.port or 80}"


@dataclass(frozen=True)
class Frame:
    """What stands round a page: its path, the home country, the search, and it in the other language."""

    path: str
    home: str
    other: Language
    other_address: str
    query: str = ""
    above: Markup = NOTHING
    styles: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    places: tuple[tuple[str, str], ...] = PLACES
    editor: str = ""
    token: str = ""
    address: str = ""


def choose_language(request: Request) -> Language:
    """Return the language of a page: that of its address or form, else the one that the browser prefers."""
    asked = request.query_params.get("lang", getattr(request.state, "language", None))
    if asked is not None:
        if asked not in CODES:
            raise QuestionError(
                f"lang: {shown_value(asked)} is no language of graphmap; right would be en or fa"
            )
        return load_language(asked)
    return load_language(prefer_language(request.headers.get("accept-language", "")))


def prefer_language(accepted: str) -> Code:
    """Return the language that a header likes best among those spoken.

    >>> prefer_language("de, fa;q=0.9, en;q=0.5"), prefer_language("")
    ('fa', 'en')
    """
    liked: list[tuple[float, int, Code]] = []
    for place, part in enumerate(accepted[:500].split(",")):
        name, _, quality = part.strip().partition(";q=")
        for code in CODES:
            if name.casefold().split("-")[0] == code:
                try:
                    liked.append((-float(quality or 1), place, code))
                except ValueError:
                    continue
    return min(liked)[2] if liked else CODES[0]


def make_frame(
    request: Request, snapshot: Snapshot | None, language: Language, above: Markup = NOTHING
) -> Frame:
    """Return the frame of a page; `above` is what stands before the page itself."""
    other = load_language(next(code for code in CODES if code != language.code))
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
    return Frame(
        path=request.url.path,
        home=name_home(snapshot, language),
        other=other,
        other_address=f"{request.url.path}?{urlencode([*kept, ('lang', other.code)])}",
        query=request.query_params.get("q", "") if request.url.path == "/search" else "",
        above=above,
        places=(*PLACES, CYPHER) if settings_of(request).allow_cypher else PLACES,
        editor=(editor := settings_of(request).edit),
        token=TOKEN if editor else "",
        address=f"{request.url.path}?{urlencode(kept)}".removesuffix("?"),
    )


def name_home(snapshot: Snapshot | None, language: Language) -> str:
    """Return what the explorer is called: the foreign ties of the provinces of its home country."""
    if snapshot is None:
        return "graphmap"
    places, row = snapshot.places, snapshot.row(snapshot.home)
    name = Name(clean_name(places.names[row]), clean_name(places.names_fa[row] or ""))
    return say(language, "page-title", home=name)


def render_framed(
    frame: Frame, template: str, script: str, further_style: str, parts: Mapping[str, object]
) -> str:
    """Render a template in a frame, with style and scripts linked."""
    frame.styles.extend(link_style(further_style))
    frame.scripts.extend(link_script(script, read_static("explorer.js")))
    return open_served_templates().get_template(template).render(frame=frame, **parts)


@contextmanager
def framed(frame: Frame) -> Iterator[None]:
    """Let pages that are made within stand in a frame, whatever makes them."""
    with dressed_by(lambda *page: render_framed(frame, *page)):
        yield
