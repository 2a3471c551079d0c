"""The command that shows what graphmap is for, on a sample of real data."""

from __future__ import annotations

import shlex
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from graphmap.cli.command import as_of_option, language_option, tell, who_writes

if TYPE_CHECKING:
    from graphmap.language import Language
    from graphmap.store.contract import Store
    from graphmap.store.snapshot import Snapshot

SHOWN = 5
"""How many overlaps and rivals are shown first."""


@click.command("demo")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path("graphmap-demo"))
@click.option(
    "--sample", type=click.Choice(["iran", "invented"]), default="iran", show_default=True,
    help="Real ties of Iran's provinces; or an invented country with dates, sectors and governors.",
)  # fmt: skip
@as_of_option
@language_option("en", "fa")
def show_demo(folder: Path, sample: str, as_of: date | None, lang: str) -> None:
    """Load a sample, check it, and show what overlaps and who competes; write the map.

    Everything goes into FOLDER (graphmap-demo). Running it again changes nothing there but the map, of
    which the one before is kept as NAME.before.
    """
    from graphmap.exchange.samples import read_sample
    from graphmap.language import load_language
    from graphmap.store import create_store, open_store
    from graphmap.views import make_map

    language = load_language(lang)
    folder.mkdir(parents=True, exist_ok=True)
    store_path, page = folder / f"{sample}.kgl", folder / f"{sample}.html"
    if store_path.exists():
        opened = open_store(str(store_path))
    else:
        opened, _ = create_store(str(store_path), read_sample(sample), by=who_writes())
    with opened as store:
        snapshot = store.snapshot()
        _head(language.words("demo-loaded"), _say_contents(store, snapshot, language))
        _head(language.words("demo-checks"), _say_checks(store, as_of, language))
        _head(language.words("demo-overlaps"), _say_overlaps(snapshot, as_of, language))
        _head(language.words("demo-rivals"), _say_rivals(snapshot, as_of, language))
        make_map(snapshot, page, as_of=as_of, lang="both", overwrite=True)
    _head(language.words("demo-map"), [str(page)])
    _head(language.words("demo-next"), _list_next(store_path, sample, lang))


def _head(title: str, lines: list[str]) -> None:
    tell(title, bold=True)
    for line in lines:
        tell(f"  {line}")
    tell()


def _say_contents(store: Store, snapshot: Snapshot, language: Language) -> list[str]:
    counts = {label: len(snapshot.rows_of(label)) for label in ("Province", "City", "Country")}
    lines = [
        language.words(
            "demo-contents",
            home=language.name(store.home().known_as),
            provinces=counts["Province"],
            ties=len(snapshot.ties.ids),
            cities=counts["City"],
            countries=counts["Country"],
        )
    ]
    if snapshot.is_invented:
        lines.append(language.words("invented-warning"))
    return lines


def _say_checks(store: Store, as_of: date | None, language: Language) -> list[str]:
    from graphmap.reports import run_checks

    lines = []
    for answer in run_checks(store, as_of):
        report = answer.report
        caption = report.caption_fa if language.code == "fa" else report.caption
        count, severity = (
            language.number(len(answer.rows.rows)),
            language.words(f"severity-{report.severity}"),
        )
        lines.append(f"{count:>4}  {severity}  {caption}")
    return lines


def _say_overlaps(snapshot: Snapshot, as_of: date | None, language: Language) -> list[str]:
    from graphmap.analysis import find_overlaps

    found = find_overlaps(snapshot, "city", as_of=as_of, limit=SHOWN)
    return [found.counted.sentence(language), *(overlap.sentence(language) for overlap in found)]


def _say_rivals(snapshot: Snapshot, as_of: date | None, language: Language) -> list[str]:
    from graphmap.analysis import find_rivals

    found: Any = find_rivals(snapshot, "country", as_of=as_of, limit=SHOWN)
    return [rivalry.sentence(language) for rivalry in found]


def _list_next(store: Path, sample: str, lang: str) -> list[str]:
    speaking = "" if lang == "en" else f" --lang {lang}"
    if sample == "iran":
        asked = ["rivals --level city", "report country_dossier --country TUR"]
        other = "demo --sample invented"
    else:
        asked = ["rivals --level counterpart", "report governor_terms"]
        other = "demo"
    asked += ["report overlapping_ties", "check"]
    commands = [
        *(f"{words}{speaking} --store {shlex.quote(str(store))}" for words in asked),
        f"{other}{speaking}",
        "template my-files",
    ]
    return [f"{_name_program()} {words}" for words in commands]


def _name_program() -> str:
    """Return how this program is called here: by its name, or by its path where PATH does not find it."""
    called = Path(sys.argv[0])
    return (
        shlex.quote(str(called))
        if called.name == "graphmap" and shutil.which("graphmap") is None
        else "graphmap"
    )
