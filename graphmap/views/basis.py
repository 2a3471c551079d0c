"""On what the sentence of a choice rests, and how sure that is, in one line."""

from __future__ import annotations

from graphmap.language import Language
from graphmap.views.page_data import Chosen, PageData


def say_basis(page: PageData, chosen: Chosen, one: Language) -> list[str]:
    """Say of how many ties what is unknown, what stands beside them, and how many sources there are."""
    ties, beside = chosen.ties, chosen.beside
    if not ties and not beside:
        return []
    said = [one.words("basis-ties", count=len(ties))]
    clauses = {
        "undated": sum(not tie.since for tie in ties),
        "sectors": sum(not tie.sectors for tie in ties),
        "presumed": sum(tie.certainty == "presumed" for tie in ties) if page.as_of else 0,
        "possible": sum(tie.certainty == "possible" for tie in ties),
    }
    for name, count in clauses.items():
        if count:
            years = {"years": page.presume} if name == "presumed" else {}
            said.append(one.words(f"basis-{name}", count=count, others=len(ties) - count, **years))
    if beside:
        said.append(one.words("basis-beside", count=len(beside)))
    sources = dict.fromkeys(source for tie in ties for source in tie.sources)
    if len(sources) == 1:
        named = {source.id: source.name.in_language(one.code) for source in page.sources}
        (only,) = sources
        said.append(one.words("basis-source", source=named.get(only, only)))
    elif sources:
        said.append(one.words("basis-sources", count=len(sources)))
    return [one.words("sentence-basis", said=one.words("clause-mark").join(said))]
