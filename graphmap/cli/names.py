"""The names of provinces and countries of a store that a shell is offered to complete."""

from __future__ import annotations

import os
import re

import rich_click as click
from click.shell_completion import CompletionItem

MOST_OFFERED = 300
"""Names that a shell is offered at once."""

_FOR_BASH = re.compile(r"([^\w@%+=:,./-])")
"""What a word of bash cannot hold as it stands."""


def complete_subject(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer what a dossier of the kind that was named may be about."""
    del param
    return offer_names(
        ctx, "Country" if ctx.params.get("kind") in {"country", "border"} else "Province", incomplete
    )


def complete_province(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the provinces of a store."""
    del param
    return offer_names(ctx, "Province", incomplete)


def complete_country(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the countries of a store."""
    del param
    return offer_names(ctx, "Country", incomplete)


def offer_names(ctx: click.Context, label: str, incomplete: str) -> list[CompletionItem]:
    """Offer the nodes of a label that have a name, or an id, that begins so: in the script that is typed.

    The store is the one that the words before name, or the usual one; where there is none, none is offered.
    """
    from graphmap.cli.command import read_session
    from graphmap.cli.options import DEFAULT_STORE
    from graphmap.errors import GraphmapError
    from graphmap.text import fold, guess_language

    url = ctx.params.get("store_url") or os.environ.get("GRAPHMAP_STORE") or DEFAULT_STORE
    try:
        with read_session(url) as session:
            listings = [one for one in session.directory() if one.label == label]
    except (GraphmapError, OSError):
        return []
    begun, language = fold(incomplete), guess_language(incomplete) if incomplete else "en"
    found = {}
    for one in listings:
        own, named = one.name.in_language(language), [*one.names_in(language), one.id]
        if any(fold(name).startswith(begun) for name in named):
            is_id = not fold(own).startswith(begun) and fold(one.id).startswith(begun)
            found[one.id if is_id else own] = one.id if own != one.id else ""
    return [CompletionItem(_quote(name), help=found[name]) for name in sorted(found)[:MOST_OFFERED]]


def _quote(name: str) -> str:
    """Return a name as the shell that asks takes it for one word: bash puts it in as it is."""
    is_bash = os.environ.get("_GRAPHMAP_COMPLETE", "").startswith("bash")
    return _FOR_BASH.sub(r"\\\1", name) if is_bash else name
