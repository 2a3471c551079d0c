"""The sources of a dossier: numbered as they are first named, and listed at its end."""

from __future__ import annotations

from collections.abc import Iterable

from graphmap.language import Language
from graphmap.views.dossier_ground import Ground
from graphmap.views.dossier_parts import Cell, Row, Said, Section, Table
from graphmap.views.elements import is_web_address
from graphmap.views.short_dates import say_short_date

MOST_SOURCES = 60
"""How many sources are listed; more would fill a sheet of their own."""


class Citing:
    """Gives each source a number when it is first named."""

    def __init__(self, ground: Ground, language: Language) -> None:
        """Begin without a number."""
        self._ground, self._language = ground, language
        self._numbers: dict[str, int] = {}

    def cite(self, sources: Iterable[str]) -> str:
        """Return the numbers of some sources, as they stand beside what rests on them."""
        numbers = [self._numbers.setdefault(source, len(self._numbers) + 1) for source in sources]
        return self._language.words("list-mark").join(self._language.number(one) for one in sorted(numbers))

    def make_section(self) -> Section | None:
        """List the sources that were named, and those that claim to list such things whole."""
        ground, one = self._ground, self._language
        if not self._numbers:
            return None
        rows = []
        for identity, number in list(self._numbers.items())[:MOST_SOURCES]:
            source = ground.sources.get(identity)
            name = one.name(source.name) if source else identity
            published, read = ground.find_published(identity)
            facts = [say_short_date(published, one)] if published else []
            if read and not published:
                facts = [one.words("dossier-read", date=say_short_date(read, one))]
            if source and source.grade:
                facts.append(one.words(f"grade-{source.grade}"))
            link = source.url if source and is_web_address(source.url) else ""
            cells = (
                Cell(one.number(number)),
                Cell(name, link=link),
                Cell(one.words("list-mark").join(facts), quiet=True),
            )
            rows.append(Row(cells))
        notes: tuple[Said, ...] = ()
        if (more := len(self._numbers) - MOST_SOURCES) > 0:
            notes = (Said(one.words("dossier-sources-more", more=more)),)
        heads = tuple(one.words(f"dossier-head-{name}") for name in ("number", "source", "published"))
        return Section(
            "sources", one.words("sources-heading"), table=Table(heads, (7, 63, 30), tuple(rows)), notes=notes
        )
