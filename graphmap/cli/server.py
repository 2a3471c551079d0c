"""The commands that make a graph ready for another program to look at: load-sample, link-sources."""

from __future__ import annotations

import rich_click as click

from graphmap.cli.build import name_store
from graphmap.cli.command import tell, who_writes, write_to_store
from graphmap.cli.options import language_option, store_option


@click.command("load-sample")
@store_option
@click.option(
    "--sample", type=click.Choice(["iran", "invented"]), default="iran", show_default=True,
    help="Real ties of Iran's provinces; or an invented country with certain dates.",
)  # fmt: skip
@language_option("en", "fa")
def load_sample(store_url: str, sample: str, lang: str) -> None:
    """Load a sample into a store of its own: an empty Neo4j database, or a new file.

    A store that holds the sample already stays as it is; one that holds anything else is refused, so that
    ties of a sample never stand among yours. On Neo4j: --store neo4j://localhost, with the user and password
    in GRAPHMAP_USER and GRAPHMAP_PASSWORD.
    """
    from graphmap.errors import Faults, StoreError
    from graphmap.exchange.samples import read_sample
    from graphmap.language import load_language
    from graphmap.store import create_store

    words = load_language(lang).words
    batch = read_sample(sample)
    store, changeset = create_store(store_url, batch, by=who_writes())
    with store:
        if not changeset.created:
            try:
                other = bool(store.difference(batch))
            except Faults:
                other = True
            if other:
                raise StoreError(
                    f"{store.url} holds a graph of your own, and the sample stays out of it; "
                    "name an empty database or a new file"
                )
            tell(words("sample-there", store=store.url, sample=sample))
            return
        tell(words("sample-loaded", store=store.url, sample=sample, records=changeset.created))
        tell(f"  graphmap rivals{name_store(store.url)}")


@click.command("link-sources")
@store_option
@click.option(
    "--from", "level", type=click.Choice(["nodes", "ties", "none"]), default="nodes", show_default=True,
    help="From the nodes; from the ties too, each with a node Statement of its own; or take all of it away.",
)  # fmt: skip
@language_option("en", "fa")
def link_sources(store_url: str, level: str, lang: str) -> None:
    """On Neo4j, join what is recorded to its sources by SAID_BY, to walk along in Browser and Bloom.

    What is laid follows every later write of graphmap. It is for Neo4j's own programs: no question, export
    or backup of graphmap knows of it.
    """
    from graphmap.language import load_language

    with write_to_store(store_url) as store:
        count = store.lay_citations(level)
        tell(load_language(lang).words("sources-linked", count=count))
