"""Build the Iran sample: python tools/samples/build_iran.py DATA (the folder of the published files) [OUT].

Reads iran_sample, iran_press, geo, admin1_adjacency and factbook_extract in it; writes graphmap/samples/iran,
or OUT. lists.py keys what published lists tell, press.py what public pages tell. With --lists, the latter is
left out: twin cities, missions and borders remain, as listed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from lists import Sample
from native import OUTPUT, write_tables
from page_names import name_pages
from press import Press

ORDER = ("id", "from_id", "to_id", "flow", "kind", "since", "document", "attested")
"""By what the rows of a table are sorted."""

if __name__ == "__main__":
    lists, (given, *out) = "--lists" in sys.argv, [word for word in sys.argv[1:] if word != "--lists"]
    sample = Sample(Path(given), as_listed=lists)
    sample.add_provinces()
    sample.add_borders()
    sample.add_ties()
    sample.add_missions()
    sample.add_trade()
    sample.say_coverage()
    if not lists:
        Press(sample).add_all()
        sample.tables["Source"] = name_pages(sample.tables, sample.countries.rows)
    for table, rows in sample.tables.items():
        if table != "Source":
            rows.sort(key=lambda row: tuple(row.get(key, "") for key in ORDER))
    write_tables(Path(out[0]) if out else OUTPUT / "iran", sample.tables)
