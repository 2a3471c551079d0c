"""A notebook asks a served graphmap, and is told what the server says."""

from __future__ import annotations

from datetime import date

import httpx
import pytest

from graphmap.errors import GraphmapError
from graphmap.served import Served


def test_a_notebook_is_answered_what_the_interface_answers(explorer: httpx.Client) -> None:
    served = Served(str(explorer.base_url))
    said = explorer.get("/api/rivals", params={"country": "TUR", "as_of": "2026-02-08"}).json()
    assert served.rivals(country="Turkey", as_of=date(2026, 2, 8))["findings"] == said["findings"]
    assert "border_gaps" in served.questions()
    gaps = explorer.get("/api/border_gaps").json()["rows"]
    assert served.rows("border_gaps") == gaps == served.rows("border_gaps"), "the second time it is kept"
    kinds = {"kinds": "memorandum|agreement"}
    assert (
        served.rivals(kinds=("memorandum", "agreement")) == explorer.get("/api/rivals", params=kinds).json()
    )


def test_what_does_not_fit_is_the_sentence_of_the_server(explorer: httpx.Client) -> None:
    served = Served(str(explorer.base_url))
    with pytest.raises(GraphmapError, match="'Tukey' is not a known country"):
        served.rivals(country="Tukey")
    with pytest.raises(GraphmapError, match="rivals"):
        served.rivalry()
    with pytest.raises(GraphmapError, match="does not answer as graphmap does"):
        Served("http://127.0.0.1:9", seconds=2).questions()
    with pytest.raises(GraphmapError, match="no address of a server"):
        Served("graph.kgl")
