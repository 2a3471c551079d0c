"""The commands that build a store: init, template, import, export."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from graphmap.cli.command import read_store, say, say_lines, tell, who_writes, write_to_store
from graphmap.cli.options import DEFAULT_STORE, language_option, overwrite_option, store_option
from graphmap.cli.persian import in_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from graphmap.schema import Batch, Changeset, Contents, Difference
    from graphmap.store.contract import Store


@click.command("init")
@store_option
@click.option("--home", required=True, help="The home country: an ISO code or any of its names.")
@click.option("--bare", is_flag=True, help="Leave out its provinces, though they are known.")
@language_option("en", "fa")
def init_store(store_url: str, home: str, bare: bool, lang: str) -> None:
    """Make a store without a tie for a home country.

    It holds the countries of the world with their codes and names, so that your files can name them, and,
    where graphmap knows them (of Iran, and of a home for which `graphmap geometry build` was run), the
    provinces of the home country, their names and their borders. A store that is there already for the same
    home is left as it is.
    """
    from graphmap.exchange.samples import make_home_batch, make_places_batch
    from graphmap.schema import Province
    from graphmap.store import create_store

    batch = make_home_batch(home) if bare else make_places_batch(home)
    provinces = sum(isinstance(entry.record, Province) for entry in batch.entries)
    store, changeset = create_store(store_url, batch, by=who_writes())
    with store:
        country, place = store.home(), store.url
    called = f"{country.name_fa if lang == 'fa' and country.name_fa else country.name} ({country.id})"
    if not changeset.created:
        tell(in_language(f"{place}: is there already, for {called}; nothing changed.", lang))
        return
    named, spoken = name_store(place), " --lang fa" if lang == "fa" else ""
    told = f"{place}: an empty graph of the provinces of {called}."
    if provinces:
        told = f"{place}: the {provinces} provinces of {called} with their borders; no tie yet."
    tell(in_language(told, lang))
    tell(in_language("Next: write files to fill, fill what you know, and import them:", lang))
    tell(f"  graphmap template my-files{named}{spoken}")
    tell(f"  graphmap import my-files{named}{spoken}")


def name_store(place: str) -> str:
    """Return the option that names a store, for a command to paste; nothing for the usual one."""
    return "" if place == DEFAULT_STORE else f" --store {shlex.quote(place)}"


@click.command("template")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--format", "format_name", type=click.Choice(["csv", "xlsx"]), default="csv", show_default=True,
    help="CSV files, or one XLSX book with a sheet each.",
)  # fmt: skip
@click.option(
    "--simple",
    is_flag=True,
    help="One XLSX sheet for an office to fill, a row a tie, with the names of the store.",
)
@language_option("en", "fa")
@store_option
@overwrite_option
def write_template(
    folder: Path, format_name: str, simple: bool, lang: str, store_url: str, overwrite: bool
) -> None:
    """Write empty files to fill: one a label or relationship type, each with an example row.

    A further file or sheet explains every field in English and Persian. Import leaves the example rows out.
    """
    if simple:
        from graphmap.exchange.office_sheet import write_empty_sheet
        from graphmap.language import load_language

        with read_store(store_url) as store:
            sheet = write_empty_sheet(store.contents(), folder, lang, overwrite)
        tell(load_language(lang).words("told-sheet-written", path=str(sheet)))
        tell(f"  graphmap import {shlex.quote(str(sheet))}{name_store(store_url)}")
        return
    from graphmap.exchange.templates import write_templates

    written = write_templates(folder, format_name, overwrite)
    files = "file" if len(written) == 1 else "files"
    tell(in_language(f"Wrote {len(written)} {files} to {folder}.", lang))
    tell(in_language("Next: fill what you know, leave the rest blank, and import it:", lang))
    tell(f"  graphmap import {shlex.quote(str(folder))}{name_store(store_url)}")


def check_encoding_option(_: click.Context, __: click.Parameter, name: str) -> str:
    """Check the name of an encoding that a person gave."""
    from graphmap.exchange.encoding import check_encoding

    try:
        return check_encoding(name) if name else name
    except ValueError as error:
        raise click.BadParameter(f"{error}.") from error


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@store_option
@click.option(
    "--mapping", default=None, help="For files that others made: a shipped mapping, or a TOML file."
)
@click.option(
    "--encoding",
    default="",
    callback=check_encoding_option,
    help="Of text tables, such as windows-1254.  [default: found]",
)
@click.option(
    "--label", default="", metavar="LABEL",
    help="What the standard input (-) holds: a label or relationship type, such as TIED_TO.",
)  # fmt: skip
@click.option(
    "--edition", is_flag=True,
    help="Of a list that is whole: print what its source said before and says no more. Nothing is removed.",
)  # fmt: skip
@click.option(
    "--dry-run", is_flag=True, help="Say what would be created, changed and left alone; write nothing."
)
@language_option("en", "fa")
@click.option("--by", default=None, help="Who imports.  [default: the name of the login]")
@click.option("--reason", default=None, help="Why, for the history.  [default: the names of the files]")
def import_files(
    paths: tuple[Path, ...],
    store_url: str,
    mapping: str | None,
    encoding: str,
    label: str,
    edition: bool,
    dry_run: bool,
    lang: str,
    by: str | None,
    reason: str | None,
) -> None:
    """Read files into the graph: all of them, or, with one fault anywhere, nothing.

    Native files are CSV files (or one XLSX with a sheet each) named after a label or relationship type, as
    `graphmap template` writes them. Files of another form go in through a mapping. - is the standard input:
    a workbook, entities of followthemoney, what --mapping reads, or a table of --label. Importing the same
    files twice changes nothing. A row without an id that means a relationship already there, such as the
    same tie in another list, adds its sources and attested days to those known; a row with its id (as
    `export` writes it) says all of them, so that one can be taken back. What it says of any other field
    replaces what was there; a blank cell leaves it.
    """
    from graphmap.cli.edition import Edition, tell_unsaid
    from graphmap.cli.progress import show_progress
    from graphmap.cli.streams import STREAM, take_input

    missing = [path for path in paths if path != STREAM and not path.exists()]
    if missing:
        raise click.UsageError("; ".join(f"{path}: no such file or folder" for path in missing) + ".")
    with (
        take_input(paths, label, is_mapped=mapping is not None) as files,
        read_store(store_url) if dry_run else write_to_store(store_url) as store,
    ):
        known = store.known() if mapping else None
        earlier = Edition.of(mapping, known) if mapping and known else Edition()
        with show_progress() as progress:
            if known is None or mapping is None:
                batch = _read_native(files, store, progress, encoding)
            else:
                from graphmap.exchange.mapping import read_mapped

                batch = read_mapped(files, mapping, known, progress, encoding)
        if edition and not mapping:
            earlier = Edition.of_native(batch)
        if dry_run:
            difference = store.difference(batch)
            _tell_difference(difference, lang)
        else:
            why = reason or ", ".join("standard input" if path == STREAM else path.name for path in paths)
            difference = _tell_changes(store, batch, by, why, lang)
        tell_unsaid(store, difference, earlier, edition, lang)


def _read_native(
    paths: tuple[Path, ...], store: Store, progress: Callable[[str, int], None], encoding: str
) -> Batch:
    from graphmap.errors import Faults
    from graphmap.exchange.followthemoney import are_entities, read_entities
    from graphmap.exchange.mapping import find_mappings
    from graphmap.exchange.native import read_batch

    if are_entities(paths):
        return read_entities(paths, store.known())
    from graphmap.exchange.office_sheet import find_filled_sheets, read_filled_sheets

    if language := find_filled_sheets(paths):
        return read_filled_sheets(paths, language, store.known(), progress)
    try:
        return read_batch(paths, store.contents, progress, encoding, lambda: store.known().directory)
    except Faults:
        for path in paths:
            for name in find_mappings(path) if path.is_file() else ():
                say(f"{path} looks like a list that goes in with --mapping {name}.")
        raise


def _tell_difference(difference: Difference, lang: str) -> None:
    from collections import Counter

    say_lines(difference.notes, lang=lang)
    for verb, records in (
        ("create", difference.created),
        ("change", [change.after for change in difference.changed]),
    ):
        for name, count in sorted(Counter(record.stored_as for record in records).items()):
            tell(in_language(f"would {verb} {count} {name}", lang))
    told = (
        f"Would create {len(difference.created)}, change {len(difference.changed)}, "
        f"remove {len(difference.removed)} and leave {len(difference.unchanged)} as they are. "
        "Nothing was written."
    )
    tell(in_language(told, lang))


def _tell_changes(store: Store, batch: Batch, by: str | None, reason: str, lang: str) -> Difference:
    done: list[Difference] = []
    changeset: Changeset = store.apply(batch, by or who_writes(), reason, tell=done.append)
    say_lines(done[0].notes, lang=lang)
    tell(in_language(_say_changeset(batch, changeset), lang))
    return done[0]


def _say_changeset(batch: Batch, changeset: Changeset) -> str:
    if not batch.entries:
        return "Nothing changed: the files hold no rows to import."
    if not (changeset.created or changeset.changed or changeset.removed):
        return f"Nothing changed: the graph already holds all of it ({len(batch.entries)} records read)."
    removed = f", removed {changeset.removed}" if changeset.removed else ""
    return f"Created {changeset.created}, changed {changeset.changed}{removed} (changeset {changeset.id})."


NETWORKS = {"graphml": "graphml", "gexf": "gexf", "geojson": "geojson", "followthemoney": "ftm.json"}
"""The forms of other programs in which a graph is exported, and how their files end."""


@click.command("export")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@store_option
@click.option(
    "--to", "form", type=click.Choice(["native", "xlsx", "sheet", "neo4j-admin", *NETWORKS]),
    default="native", show_default=True,
    help="Native files or an XLSX book, which import to the same graph; the ties as the sheet of "
    "template --simple; all of it for neo4j-admin's import; GraphML or GEXF for Gephi; what is on the map as "
    "GeoJSON; or entities of followthemoney.",
)  # fmt: skip
@click.option("--tied-only", is_flag=True, help="In GraphML and GEXF, no node that nothing leads to or from.")
@click.option(
    "--label", default="", metavar="LABEL",
    help="With DIR -: put the native table of this label or relationship type on the output.",
)  # fmt: skip
@language_option("en", "fa")
@overwrite_option
def export_store(
    folder: Path, store_url: str, form: str, tied_only: bool, label: str, lang: str, overwrite: bool
) -> None:
    """Write the whole graph as files; - puts one file on the output."""
    from graphmap.cli.streams import STREAM, put_file
    from graphmap.exchange import export

    if label and (folder != STREAM or form != "native"):
        raise click.UsageError("--label goes with - and native files alone.")
    with read_store(store_url) as store:
        if form == "neo4j-admin":
            if folder == STREAM:
                raise click.UsageError("files for neo4j-admin are several: name a folder for them, not -.")
            _write_bulk(store, folder, overwrite, lang)
            return
        contents = store.contents()
    if form == "native" and folder == STREAM:
        put_file(f"{label}.csv", lambda path: export.write_table(contents, label, path))
        return
    if form == "native":
        # People open them in spreadsheets, which show Persian as noise without the mark.
        written = export.write_native(contents, folder, overwrite, "utf-8-sig")
        tell(in_language(f"Wrote {len(written)} files to {folder}.", lang))
        return
    ending = NETWORKS.get(form, "xlsx")

    def write(path: Path) -> None:
        _write_one(form, contents, path, lang, overwrite, tied_only)

    if folder == STREAM:
        put_file(f"graph.{ending}", write)
        return
    path = folder if folder.name.endswith(f".{ending}") else folder / f"graph.{ending}"
    write(path)
    tell(in_language(f"Wrote {path}.", lang))


def _write_one(
    form: str, contents: Contents, path: Path, lang: str, overwrite: bool, tied_only: bool
) -> None:
    """Write a form of the graph that is one file."""
    if form == "sheet":
        from graphmap.exchange.office_sheet import write_filled_sheet

        write_filled_sheet(contents, path, lang, overwrite)
    elif form == "xlsx":
        from graphmap.exchange.export import write_book

        write_book(contents, path, overwrite)
    else:
        _write_network(form, contents, path, overwrite, tied_only)


def _write_bulk(store: Store, folder: Path, overwrite: bool, lang: str) -> None:
    from graphmap.language import load_language

    words = load_language(lang).words
    nodes, relationships = store.write_bulk(folder, overwrite)
    tell(words("export-bulk", nodes=nodes, relationships=relationships, folder=str(folder)))
    tell(f"  cd {shlex.quote(str(folder))}")
    tell("  neo4j-admin database import full neo4j @import.args")
    tell(words("export-bulk-then"))
    tell("  graphmap upgrade --store neo4j://localhost")


def _write_network(form: str, contents: Contents, path: Path, overwrite: bool, tied_only: bool) -> None:
    if form == "geojson":
        from graphmap.exchange.geojson import write_geojson

        write_geojson(contents, path, overwrite)
    elif form == "followthemoney":
        from graphmap.exchange.followthemoney import write_entities

        write_entities(contents, path, overwrite)
    elif form == "gexf":
        from graphmap.exchange.gexf import write_gexf

        write_gexf(contents, path, overwrite, tied_only)
    else:
        from graphmap.exchange.export import write_graphml

        write_graphml(contents, path, overwrite, tied_only)
