"""The page people get: one file with all views of a graph, linked, in one language or in both."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from markupsafe import Markup

from graphmap.errors import ViewError
from graphmap.exchange.folder import write_text_whole
from graphmap.language import END_ISOLATE, ISOLATE
from graphmap.text import sort_key
from graphmap.views.chart import make_chart
from graphmap.views.dress import read_static, render_page, write_facts
from graphmap.views.evidence import MOST_ROWS, draw_evidence, draw_sources, list_records, style_cards
from graphmap.views.legends import draw_map_legend, draw_matrix_legend
from graphmap.views.map import draw_map
from graphmap.views.map_labels import PIXELS
from graphmap.views.matrix import draw_matrix
from graphmap.views.network import draw_networks
from graphmap.views.page_data import PageData
from graphmap.views.sentence import list_choices, write_sentences
from graphmap.views.wording import Wanted, Wording, choose_wording, say_choice


def write_map(page: PageData, path: Path, lang: Wanted = "both") -> None:
    """Write the page to a file; ViewError where it cannot be written."""
    write_text(render_map(page, lang), path)


def write_text(text: str, path: Path) -> None:
    """Write a page, whole or not at all; ViewError names the file and says what is wrong with it."""
    try:
        write_text_whole(text, path)
    except OSError as problem:
        raise ViewError(
            f"{path} cannot be written: {problem.strerror}; name a file in a folder that exists"
        ) from problem


def render_map(page: PageData, lang: Wanted = "both") -> str:
    """Render the page with all its views as one text of HTML."""
    wording = choose_wording(lang)
    chart = make_chart(page)
    first = wording.languages[0]
    choice = page.choice
    opening = write_sentences(page, first, choice.country or "", choice.province or "", choice.sector or "")
    return render_page(
        "map.html.j2",
        read_static("graphmap.js"),
        f"\nsvg.map {{ --unit: {chart.home_view[2] / PIXELS:.3f}; }}\n{style_cards(page, wording)}",
        page=page,
        chart=chart,
        wording=wording,
        first=first,
        title=_say_title(page, wording)[0],
        opening=opening,
        counted={
            "ties": len(page.ties),
            "provinces": len({tie.province for tie in page.ties}),
            "countries": len({tie.country for tie in page.ties}),
        },
        as_of=say_as_of(page.as_of, wording),
        named_countries=_name_options(page, wording, page.countries),
        named_provinces=_name_options(page, wording, page.provinces),
        named_sectors=[
            (sector, [say_choice(one, "TIED_TO", "sectors", sector) for one in wording.languages])
            for sector in page.sectors
        ],
        named_levels=[
            (level, [one.words(f"level-{level}") for one in wording.languages]) for level in page.levels
        ],
        matrix_legend=draw_matrix_legend(wording, any(tie.certainty == "possible" for tie in page.ties)),
        map_legend=draw_map_legend(page, wording),
        matrix=draw_matrix(page, wording),
        map=draw_map(page, wording, chart),
        networks=draw_networks(page, wording),
        evidence=draw_evidence(page, wording),
        sources=draw_sources(page, wording),
        most_rows=MOST_ROWS,
        shapes=chart.world.source,
        facts=write_facts(gather_facts(page, wording)),
    )


def gather_facts(page: PageData, wording: Wording) -> dict[str, object]:
    """Gather what the page's script needs: ties, names and the sentences of every choice."""
    named = dict.fromkeys([*page.countries, *page.provinces])
    choice = page.choice
    sentences: dict[str, list[list[int]]] = {}
    lines: dict[str, int] = {}
    for chosen in list_choices(page):
        said = [write_sentences(page, one, *chosen) for one in wording.languages]
        # Many choices share a line: each is written once, and sentences are numbers of lines.
        sentences["|".join(chosen)] = [[lines.setdefault(line, len(lines)) for line in one] for one in said]
    return {
        "languages": wording.codes,
        "start": {
            "country": choice.country or "",
            "province": choice.province or "",
            "sector": choice.sector or "",
            "level": page.level,
            "as_of": page.as_of.isoformat() if page.as_of else "all",
        },
        "titles": _say_title(page, wording),
        "names": {id_: [page.places[id_].name.in_language(code) for code in wording.codes] for id_ in named},
        "ties": [
            [
                tie.province,
                tie.country,
                list(dict.fromkeys(tie.targets.values())),
                tie.sectors,
                int(tie.certainty == "certain"),
            ]
            for tie in page.ties
        ],
        "lines": list(lines),
        "sentences": sentences,
        "records": list_records(page),
        "pair": _say_patterns(wording, "sentence-pair-none", province="{province}", country="{country}"),
        "counted": _say_patterns(
            wording, "sentence-pair-counted", province="{province}", country="{country}", ties="{ties}"
        ),
        "file": f"graphmap-{page.home.id}",
    }


def _name_options(page: PageData, wording: Wording, places: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Return places with their names, in the order of the page's first language."""
    first = wording.codes[0]
    ordered = sorted(places, key=lambda place: sort_key(page.places[place].name.in_language(first), first))
    return [
        (place, [page.places[place].name.in_language(code) for code in wording.codes]) for place in ordered
    ]


def say_as_of(day: date | None, wording: Wording) -> Markup:
    """Say the day on which the ties of a page count, or that it shows the whole history."""
    if day is None:
        return wording.say("page-as-of-all")
    return wording.each(lambda one: one.words("page-as-of", day=day))


def _say_patterns(wording: Wording, message_id: str, **places: str) -> list[str]:
    """Say a message with marks where the page's script puts names and counts, which it isolates itself."""
    said = [one.words(message_id, **places) for one in wording.languages]
    return [text.replace(ISOLATE, "").replace(END_ISOLATE, "") for text in said]


def _say_title(page: PageData, wording: Wording) -> list[str]:
    return [one.words("page-title", home=page.home.name.in_language(one.code)) for one in wording.languages]
