"""The explorer answers from a Neo4j as from a file, and shows what another process writes to it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from graphmap.store import create_store
from tests.cli.conftest import make_sample_store
from tests.municipal import read_municipal
from tests.web.serving import serve_store

ASKED = ("/", "/country/TUR?lang=fa", "/map?lang=fa&country=TUR")
"""The start, for which the engine itself answers too, a page of a thing, and a choice among the panels."""

WRITE = """
import sys
from graphmap.schema import Batch, Tie, validated
from graphmap.store import open_store
given = dict(from_id="IR-30", to_id="TUR", kind="trade", since="2025")
with open_store(sys.argv[1]) as store:
    given["sources"] = store.snapshot().sources.ids[:1]
    store.apply(Batch.of([validated(Tie, **given)]), by="test", reason="a tie more")
"""


def test_the_explorer_answers_from_neo4j_as_from_a_file_and_shows_what_others_write(
    neo4j_url: str, tmp_path: Path
) -> None:
    create_store(neo4j_url, read_municipal(), by="test")[0].close()
    with serve_store(neo4j_url) as client, serve_store(make_sample_store("municipal", tmp_path)) as other:
        before = {address: client.get(address) for address in ASKED}
        for address, told in before.items():
            assert told.status_code == 200
            assert told.text == other.get(address).text
        subprocess.run((sys.executable, "-c", WRITE, neo4j_url), check=True)
        for address, told in before.items():
            assert client.get(address).text != told.text
