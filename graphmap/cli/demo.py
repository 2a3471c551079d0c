"""The command that shows what graphmap is for, on a sample of real data."""

from __future__ import annotations

import shlex
import shutil
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from graphmap.cli.command import tell, who_writes
from graphmap.cli.options import as_of_option, language_option

if TYPE_CHECKING:
    from graphmap.analysis import RivalPair
    from graphmap.language import Language
    from graphmap.store.contract import Store
    from graphmap.store.snapshot import Snapshot

WIDTH = 100
"""How many characters a line has at most."""
SHOWN = {"rivals": 9, "joint": 3, "borders": 5, "contacts": 5}
"""How many lines each part has at most."""
MONTHS = 24
"""How far back a visit or meeting makes a province one that is in contact."""
UNRECORDED = ("none recorded", "cannot tell")


@click.command("demo")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path("graphmap-demo"))
@click.option(
    "--sample", type=click.Choice(["iran", "invented"]), default="iran", show_default=True,
    help="Real ties of Iran's provinces; or an invented country with certain dates.",
)  # fmt: skip
@as_of_option
@language_option("en", "fa")
def show_demo(folder: Path, sample: str, as_of: date | None, lang: str) -> None:
    """Load a sample, and show who competes, who acts jointly, what is not covered; write the map.

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
        for line in _say_contents(store, snapshot, as_of, language):
            tell(line, bold=True)
        tell()
        _show("rivals", _list_rivals(snapshot, as_of, language), language)
        _show("joint", _list_joint(store, as_of, language), language)
        lines, counts = _list_borders(store, as_of, language)
        _show("borders", lines, language, **counts)
        _show("contacts", _list_contacts(store, as_of, language), language)
        tell(_say_checks(store, as_of, language))
        make_map(snapshot, page, as_of=as_of, lang="both", overwrite=True)
    tell(f"{language.words('demo-map')}: {page}")
    tell(language.words("demo-next"), bold=True)
    for command in _list_next(store_path, sample, lang):
        tell(f"  {command}")


def _show(part: str, lines: list[str], language: Language, **counts: int) -> None:
    """Show the first lines of a part, if it has any, under its title, which counts them all."""
    if not lines:
        return
    counts |= {"shown": min(len(lines), SHOWN[part]), "of": len(lines)}
    tell(language.words(f"demo-{part}", **counts), bold=True)
    for line in lines[: SHOWN[part]]:
        tell(f"  {line}")
    tell()


def _fit(say: Callable[[str], str], names: Iterable[str], language: Language) -> str:
    """Say a line with as many of the names as it has room for, and how many more there are."""
    from graphmap.direction import END_ISOLATE, ISOLATE

    named = list(names)
    said = say("")
    for kept in range(len(named), 0, -1):
        listed = language.list_names(named[:kept])
        if kept < len(named):
            listed = language.words("and-more", listed=listed, more=len(named) - kept)
        said = say(listed)
        # Isolating marks take no room.
        if len(said) - said.count(ISOLATE) - said.count(END_ISOLATE) <= WIDTH - 2:
            break
    return said


def _say_contents(store: Store, snapshot: Snapshot, as_of: date | None, language: Language) -> list[str]:
    from graphmap.scales import PRESUMED_YEARS

    day = language.words("page-as-of-all") if as_of is None else language.words("page-as-of", day=as_of)
    lines = [
        language.words(
            "demo-contents",
            home=language.name(store.home().known_as),
            provinces=len(snapshot.rows_of("Province")),
            ties=len(snapshot.ties.ids),
            sources=len(snapshot.sources.ids),
            day=day,
        )
    ]
    if as_of is not None:
        lines.append(language.words("demo-presumed", years=PRESUMED_YEARS))
    if snapshot.is_invented:
        lines.append(language.words("invented-warning"))
    return lines


def _list_rivals(snapshot: Snapshot, as_of: date | None, language: Language) -> list[str]:
    """Say each two provinces that are rivals at one office, the strongest first."""
    from graphmap.analysis import find_rivals
    from graphmap.scales import RIVALRY
    from graphmap.schema import SECTORS

    def say(pair: RivalPair) -> str:
        one, other = (province.in_language(language) for province in pair.provinces)
        verdict = language.words(f"certainty-{pair.verdict}")
        target = pair.target.in_language(language)
        sectors = pair.sectors if language.code == "en" else tuple(SECTORS[name] for name in pair.sectors)
        return _fit(
            lambda listed: language.words(
                "demo-rival", target=target, one=one, other=other, sectors=listed, verdict=verdict
            ),
            sectors,
            language,
        )

    return [
        say(pair)
        for pair in find_rivals(snapshot, "counterpart", as_of=as_of, by="pair")
        if pair.verdict in RIVALRY
    ]


def _list_joint(store: Store, as_of: date | None, language: Language) -> list[str]:
    """Say each act on which several provinces stood together by a day, a meeting too, the latest first."""
    column = "province_names" if language.code == "en" else "province_names_fa"

    def say(row: dict[str, Any]) -> str:
        act, partners = row["document"], len(row["targets"])
        message = "demo-act-met" if row["nature"] == "event" else "demo-act"
        return _fit(
            lambda listed: language.words(message, act=act, names=listed, partners=partners),
            row[column],
            language,
        )

    acts = _ask(store, "joint_acts", None)
    told = [row for row in acts if not (as_of and row["first_day"] and row["first_day"] > as_of)]
    return [say(row) for row in reversed(told)]


def _list_borders(store: Store, as_of: date | None, language: Language) -> tuple[list[str], dict[str, int]]:
    """Say, for each neighbour, across which borders no tie is on record, and how many of all these are."""
    rows = _ask(store, "border_gaps", as_of, level="region")
    gaps = [row for row in rows if row["answer"] in UNRECORDED]
    lines = _group(gaps, "country_name", ("province_name", "target_name"), language)
    untold = sum(row["answer"] == "cannot tell" for row in gaps)
    return lines, {"gaps": len(gaps), "borders": len(rows), "untold": untold}


def _list_contacts(store: Store, as_of: date | None, language: Language) -> list[str]:
    """Say, for each country, which provinces met somebody of it and have no commitment there."""
    return _group(
        _ask(store, "in_contact", as_of, level="country", months=MONTHS),
        "target_name",
        ("province_name",),
        language,
    )


def _group(rows: list[dict[str, Any]], by: str, named: tuple[str, ...], language: Language) -> list[str]:
    """Say what some columns of rows name, by the name in another column, the one with most rows first."""

    def read(row: dict[str, Any], column: str) -> str:
        return str(row[column if language.code == "en" else f"{column}_fa"] or row[column])

    held: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        held[read(row, by)][" – ".join(read(row, column) for column in named)] = None
    ranked = sorted(held.items(), key=lambda item: -len(item[1]))
    return [_fit(partial(_join, target), names, language) for target, names in ranked]


def _join(target: str, listed: str) -> str:
    return f"{target}: {listed}"


def _ask(store: Store, report: str, as_of: date | None, **parameters: Any) -> list[dict[str, Any]]:
    from graphmap.reports import run_report

    return run_report(store, report, parameters, as_of=as_of).as_dicts()


def _say_checks(store: Store, as_of: date | None, language: Language) -> str:
    from graphmap.reports import count_findings, run_checks
    from graphmap.scales import SEVERITIES

    found = Counter(count_findings(run_checks(store, as_of)))
    return language.words("demo-checks", **{name: found[name] for name in SEVERITIES})


def _list_next(store: Path, sample: str, lang: str) -> list[str]:
    speaking = "" if lang == "en" else f" --lang {lang}"
    asked = {
        "iran": ["rivals --country Iraq", "report joint_acts"],
        "invented": ["rivals --level counterpart", "report governor_terms"],
    }[sample]
    other = "demo --sample invented" if sample == "iran" else "demo"
    return [
        f"{_name_program()} {words}"
        for words in (
            *(f"{words}{speaking} --store {shlex.quote(str(store))}" for words in asked),
            f"serve --store {shlex.quote(str(store))}",
            f"{other}{speaking}",
        )
    ]


def _name_program() -> str:
    """Return how this program is called here: by its name, or by its path where PATH does not find it."""
    called = Path(sys.argv[0])
    return (
        shlex.quote(str(called))
        if called.name == "graphmap" and shutil.which("graphmap") is None
        else "graphmap"
    )
