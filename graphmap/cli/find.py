"""The commands that find: overlaps and rivals."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import rich_click as click

from graphmap.cli.command import (
    as_of_option,
    format_option,
    language_option,
    level_option,
    output_option,
    read_store,
    say,
    say_day,
    store_option,
)

if TYPE_CHECKING:
    from graphmap.analysis import Rivals, SoleContact
    from graphmap.language import Language
    from graphmap.store.snapshot import Level

SHOWN = 10
"""How many pairs and sole contacts a terminal is told."""


country_option = click.option(
    "--country", default=None, help="Only targets in this country: a code or any of its names."
)
sector_option = click.option(
    "--sector", default=None, help="Only ties of this sector; those that name none count as possible."
)


@click.command("overlaps")
@store_option
@level_option
@as_of_option
@click.option(
    "--min-shared", type=click.IntRange(1), default=2, show_default=True, help="Fewest targets shared."
)
@sector_option
@country_option
@click.option("--province", default=None, help="Only pairs with this province: a code or any of its names.")
@click.option("--limit", type=click.IntRange(1), default=None, help="At most so many pairs.")
@language_option("en", "fa")
@format_option("table", "csv", "json")
@output_option
def show_overlaps(
    store_url: str,
    level: Level,
    as_of: date | None,
    min_shared: int,
    sector: str | None,
    country: str | None,
    province: str | None,
    limit: int | None,
    lang: str,
    format_name: str,
    output: str | None,
) -> None:
    """Find pairs of provinces that deal with the same foreign targets.

    "2 of 5" means: of the five targets that either deals with, both deal with two.
    """
    from graphmap.analysis import find_overlaps
    from graphmap.cli.show import show_findings, show_json
    from graphmap.language import load_language

    with read_store(store_url) as store:
        snapshot = store.snapshot()
    language = load_language(lang)
    found = find_overlaps(
        snapshot,
        level,
        as_of=as_of,
        sector=sector,
        country=country,
        province=province,
        min_shared=min_shared,
        limit=limit,
    )
    say_day(as_of, lang)
    say(found.counted.sentence(language))
    if format_name == "json":
        show_json({"question": "overlaps", **found.as_json()}, output)
        return
    rows: list[dict[str, Any]] = [
        {
            "provinces": " – ".join(language.name(place.name, place.name_fa) for place in overlap.provinces),
            "shared": len(overlap.shared),
            "of": overlap.union,
            "targets": [language.name(target.place.name, target.place.name_fa) for target in overlap.shared],
            "jaccard": round(overlap.jaccard, 3),
            "smaller_share": round(overlap.smaller_share, 3),
            "possible_only": len(overlap.shared) - overlap.certain,
            "ties": overlap.ties if format_name == "csv" else len(overlap.ties),
        }
        for overlap in found
    ]
    if format_name == "csv":
        for row, overlap in zip(rows, found, strict=True):
            row["province_ids"] = [province.id for province in overlap.provinces]
            row["target_ids"] = [target.place.id for target in overlap.shared]
    show_findings(rows, format_name, output, language)
    say(language.words("told-pairs", shown=len(found), total=found.total, least=min_shared))


@click.command("rivals")
@store_option
@level_option
@as_of_option
@click.option("--until", default=None, help="With --as-of all: the day up to which days are counted.")
@country_option
@sector_option
@click.option("--limit", type=click.IntRange(1), default=None, help="At most so many targets.")
@language_option("en", "fa")
@format_option("table", "csv", "json")
@output_option
def show_rivals(
    store_url: str,
    level: Level,
    as_of: date | None,
    until: str | None,
    country: str | None,
    sector: str | None,
    limit: int | None,
    lang: str,
    format_name: str,
    output: str | None,
) -> None:
    """Find foreign targets that several provinces court for the same thing at the same time.

    A verdict is certain, possible, complementary (different sectors), possibly complementary, or successive
    (not at the same time). What the data do not say makes it possible, never certain.
    """
    from graphmap.analysis import find_rivals, say_verdict
    from graphmap.cli.command import Day
    from graphmap.cli.show import show_findings, show_json
    from graphmap.language import load_language

    if until is not None and as_of is not None:
        raise click.UsageError("--until is the horizon of the whole history: it goes with --as-of all.")
    with read_store(store_url) as store:
        snapshot = store.snapshot()
    language = load_language(lang)
    found = find_rivals(
        snapshot,
        level,
        as_of=as_of,
        until=Day().convert(until, None, None),
        country=country,
        sector=sector,
        limit=limit,
    )
    say_day(as_of, lang)
    say(found.counted.sentence(language))
    if format_name == "json":
        show_json({"question": "rivals", **found.as_json()}, output)
        return
    rows: list[dict[str, Any]] = [
        {
            "target": language.name(rivalry.target.name, rivalry.target.name_fa),
            "verdict": say_verdict(rivalry.verdict, language),
            "provinces": len(rivalry.provinces),
            "ties": rivalry.ties if format_name == "csv" else len(rivalry.ties),
            "effective": _rounded(rivalry.effective_provinces),
            "crowding": _rounded(rivalry.crowding),
            "pairs": [
                f"{say_verdict(verdict, language)}: {language.number(n)}" for verdict, n in rivalry.verdicts
            ],
            "who": [language.name(province.name, province.name_fa) for province in rivalry.provinces],
        }
        for rivalry in found
    ]
    if format_name == "csv":
        for row, rivalry in zip(rows, found, strict=True):
            row["verdict"] = rivalry.verdict
            row["target_id"] = rivalry.target.id
            row["province_ids"] = [province.id for province in rivalry.provinces]
    show_findings(rows, format_name, output, language)
    if country is not None and format_name == "table" and output is None:
        _show_pairs(found, language)
    say(language.words("told-targets", shown=len(found), total=found.total))
    alone = found.sole_contacts
    if alone:
        shown = language.words("list-mark").join(_say_alone(contact, language) for contact in alone[:SHOWN])
        say(language.words("told-alone", count=len(alone)) + " " + shown)
        if len(alone) > SHOWN:
            say(language.words("told-more", more=len(alone) - SHOWN))


def _show_pairs(found: Rivals, language: Language) -> None:
    for rivalry in found:
        for pair in rivalry.pairs[:SHOWN]:
            click.echo(pair.sentence(language))
        if len(rivalry.pairs) > SHOWN:
            click.echo(language.words("told-more", more=len(rivalry.pairs) - SHOWN))


def _say_alone(contact: SoleContact, language: Language) -> str:
    target, province = contact.target, contact.province
    return f"{language.name(target.name, target.name_fa)} ({language.name(province.name, province.name_fa)})"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
