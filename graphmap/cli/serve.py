"""The command that serves the explorer."""

from __future__ import annotations

from contextlib import suppress

import rich_click as click

from graphmap.cli.command import say, tell
from graphmap.cli.options import store_option
from graphmap.cli.waiting import end_waiting

NO_SIGN_IN = "--i-know-that-there-is-no-sign-in"


@click.command("serve")
@store_option
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="NAME",
    help="What to listen on: this machine alone.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=8400,
    show_default=True,
    help="The port; 0 takes a free one.",
)
@click.option("--no-browser", is_flag=True, help="Open no browser.")
@click.option(
    "--allow-cypher", is_flag=True, help="Let readers ask Cypher queries of their own, read-only and bounded."
)
@click.option(
    "--edit",
    "editor",
    metavar="NAME",
    default=None,
    help="Let readers keep views, and record decisions and ties, under this name.",
)
@click.option(
    NO_SIGN_IN, "knows", is_flag=True,
    help="Needed for another host than this machine: everyone who reaches it reads everything.",
)  # fmt: skip
def serve_explorer(
    store_url: str,
    host: str,
    port: int,
    no_browser: bool,
    allow_cypher: bool,
    editor: str | None,
    knows: bool,
) -> None:
    """Show the graph in a browser: findings, maps, reports, search, and the same as JSON under /api.

    It only reads unless --edit NAME, and answers this machine alone unless --host says otherwise. What
    another command writes to the store appears without a restart. Ctrl+C ends it.
    """
    from graphmap.web.server import leave_at_once, serve
    from graphmap.web.settings import Settings, is_loopback

    if editor is not None and not editor.strip():
        raise click.UsageError("--edit needs the name of who writes, such as --edit 'Border committee'")
    if not is_loopback(host) and not knows:
        raise click.UsageError(
            f"--host {host} lets other machines in, and there is no sign-in yet: everyone who reaches this "
            f"machine reads everything in the store. If that is meant, add {NO_SIGN_IN}."
        )

    def tell_address(address: str) -> None:
        tell(address)
        say("Ctrl+C ends it.")
        end_waiting()

    with suppress(KeyboardInterrupt):
        settings = Settings(host=host, allow_cypher=allow_cypher, edit=(editor or "").strip())
        serve(store_url, settings, port, not no_browser, tell_address)
    say("Stopped.")
    leave_at_once()
