"""Send the sheet of an office through LibreOffice and back, and say what it hurt: python -m tools.try_office.

It needs `soffice`. Each language's sheet is filled, saved anew as XLSX, ODS and CSV, and imported; then what
`export --to sheet` and `--to xlsx` write goes the same way, and must change nothing.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import openpyxl

from graphmap.errors import Faults
from graphmap.exchange.export import write_book
from graphmap.exchange.known import Known
from graphmap.exchange.native import read_batch
from graphmap.exchange.office_sheet import (
    HEADS,
    TITLE,
    find_filled_sheets,
    read_filled_sheets,
    write_empty_sheet,
    write_filled_sheet,
)
from graphmap.exchange.samples import read_sample
from graphmap.schema import Batch, Contents, Named, Relationship, Tie, find_difference

CSV_IN_UTF_8 = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
"""CSV with commas and quotation marks, in UTF-8, cells as they are shown."""

ROWS = {
    "en": {
        "province": "West Azerbaijan", "country": "Türkiye", "partner": "Iğdır", "kind": "memorandum",
        "sectors": "trade|tourism", "since": "2019-05", "until": "2021-12-31", "document": "0042",
        "source": "'Letter' 007", "note": "1/2; 'quoted'",
    },
    "fa": {
        "province": "آذربایجان غربی", "country": "ترکیه", "partner": "ایغدیر", "kind": "یادداشت تفاهم",
        "sectors": "تجارت، گردشگری", "since": "۱۳۹۸/۰۲", "until": "۱۴۰۰/۱۰/۱۱", "document": "۰۰۴۲",
        "source": "نامهٔ می‌خواهیم ۷", "note": "«نیم‌فاصله» و 1/2",
    },
}  # fmt: skip
"""A row in each language, with what spreadsheets like to change."""


def convert(path: Path, to: str, folder: Path) -> Path:
    """Let LibreOffice open a file and save it in another form; return the new file."""
    folder.mkdir(parents=True, exist_ok=True)
    home = f"-env:UserInstallation=file://{folder / 'profile'}"
    words = ["soffice", home, "--headless", "--convert-to", to, "--outdir", str(folder), str(path)]
    subprocess.run(words, check=True, capture_output=True, timeout=120)  # noqa: S603 - words all our own
    return folder / f"{path.stem}.{to.partition(':')[0]}"


def list_ways(path: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the file as it is, and as it comes back from LibreOffice by each way."""
    yield "as it is", path
    yield "xlsx, xlsx", convert(path, "xlsx", folder / "xlsx")
    ods = convert(path, "ods", folder / "ods")
    yield "xlsx, ods, xlsx", convert(ods, "xlsx", folder / "ods-xlsx")
    yield "xlsx, csv", convert(path, CSV_IN_UTF_8, folder / "csv")


def take(path: Path, contents: Contents) -> Batch:
    """Read a file as an import without a mapping does."""
    if language := find_filled_sheets([path]):
        return read_filled_sheets([path], language, Known.of(contents))
    return read_batch([path], lambda _: contents)


def tell(what: str, path: Path, contents: Contents) -> None:
    """Say what a file would do to a store."""
    try:
        difference = find_difference(take(path, contents), contents)
    except Faults as faults:
        click.echo(f"  {what}: {len(faults.faults)} faults; the first: {faults.faults[0].sentence()}")
        return
    made, changed = len(difference.created), len(difference.changed)
    click.echo(f"  {what}: {made} created, {changed} changed, {len(difference.unchanged)} as they were")
    for record in difference.created:
        if isinstance(record, Tie) and made < 10:
            click.echo(f"    {record.given()}")


def main() -> int:
    """Try all ways and say what came of each."""
    made = find_difference(read_sample("iran"), Contents()).created
    nodes = {record.identity: record for record in made if isinstance(record, Named)}
    ties = {record.identity: record for record in made if isinstance(record, Relationship)}
    contents = Contents(nodes, ties)
    with TemporaryDirectory() as name:
        folder = Path(name)
        for language, row in ROWS.items():
            path = write_empty_sheet(contents, folder / language, language)
            book = openpyxl.load_workbook(path)
            sheet = book[TITLE.in_language(language)]
            for number, key in enumerate(HEADS, start=1):
                sheet.cell(2, number, row.get(key))
            book.save(path)
            click.echo(f"template --simple --lang {language}")
            for what, file in list_ways(path, folder / language / "ways"):
                tell(what, file, contents)
            filled = write_filled_sheet(contents, folder / f"filled-{language}" / "ties.xlsx", language)
            click.echo(f"export --to sheet --lang {language}")
            for what, file in list_ways(filled, filled.parent / "ways"):
                tell(what, file, contents)
        book_path = write_book(contents, folder / "book" / "graph.xlsx")
        click.echo("export --to xlsx")
        for what, file in list(list_ways(book_path, book_path.parent / "ways"))[:3]:
            tell(what, file, contents)
    return 0


if __name__ == "__main__":
    sys.exit(main())
