"""Write empty native files to fill, from the schema: CSV, or an XLSX book with drop-down lists and notes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from graphmap.exchange.export import write_csv
from graphmap.exchange.native import EXAMPLE_MARK, EXPLANATION
from graphmap.exchange.tables import column_letter
from graphmap.schema import WRITABLE, Column, Record
from graphmap.schema.kinds import CLEAR_MARK, LIST_MARK, YES_NO
from graphmap.writing import open_new, written_folder

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

BOOK = "graphmap.xlsx"
"""The name of the book in its folder."""

MARKED = "utf-8-sig"
"""With a byte-order mark: templates are for people, whose spreadsheets else show Persian as noise."""

ROWS_TO_FILL = 5000
"""Rows of a sheet that have drop-down lists."""

NO_ID = f"{EXAMPLE_MARK}(not imported; the id may be left blank)"

HEADINGS = (
    ("File", "فایل"),
    ("Field", "فیلد"),
    ("Needed", "الزامی"),
    ("Meaning", "معنی"),
    ("Value", "مقدار"),
    ("Words allowed", "واژه‌های مجاز"),
    ("Example", "نمونه"),
)
"""Headings of the explanation; each column that speaks has one in either language."""

RULES = (
    (
        "example row",
        f"its id begins with {EXAMPLE_MARK.strip()}: import leaves it out; write over it or delete it",
        f"شناسه‌اش با {EXAMPLE_MARK.strip()} آغاز می‌شود: وارد نمی‌شود؛ روی آن بنویسید یا پاکش کنید",
    ),
    ("blank cell", "leaves a stored value as it is", "مقدار ذخیره‌شده را همان‌گونه که هست نگه می‌دارد"),
    (CLEAR_MARK, "clears a stored value", "مقدار ذخیره‌شده را پاک می‌کند"),
    (LIST_MARK, "joins the items of a list in one cell", "اقلام یک فهرست را در یک خانه از هم جدا می‌کند"),
    (
        "'",
        "stands before a text that truly begins with = + - @, which a spreadsheet would take for a formula",
        "پیش از متنی می‌آید که به‌راستی با = + - @ آغاز می‌شود و صفحه‌گسترده آن را فرمول می‌پندارد",
    ),
    (
        "date",
        "2019, 2019-05, 2019-05-11, 2019? (uncertain), .. (open), 1398/02/11 (Solar Hijri); blank if unknown",
        "۲۰۱۹، ۲۰۱۹-۰۵، ۲۰۱۹-۰۵-۱۱، ۲۰۱۹? (نامطمئن)، .. (باز)، ۱۳۹۸/۰۲/۱۱ (هجری خورشیدی)؛ "
        "خالی اگر نامعلوم است",
    ),
)
"""What holds for every file: a mark or word, what it means in English and in Persian."""


def write_templates(
    folder: Path, form: Literal["csv", "xlsx"] | str = "csv", overwrite: bool = False
) -> tuple[Path, ...]:
    """Write empty files for every label and relationship type into a folder, and return their paths.

    Each has an example row, which import leaves out, and beside them stands a file or sheet that explains
    every field in English and Persian. Raises WritingRefused where the folder holds anything already
    (`overwrite`: it is kept as NAME.before).
    """
    with written_folder(folder, overwrite) as partial:
        if form == "xlsx":
            _write_book(partial / BOOK)
        else:
            for name, cls in WRITABLE.items():
                header = [column.name for column in cls.columns()]
                write_csv(partial / f"{name}.csv", header, [list(make_example(cls).values())], MARKED)
            write_csv(partial / f"{EXPLANATION}.csv", list_headings(), explain_fields(), MARKED)
        written = sorted(path.name for path in partial.iterdir())
    return tuple(folder / name for name in written)


def make_example(cls: type[Record]) -> dict[str, str]:
    """Return the cells of the example row, marked so that import leaves it out."""
    cells = cls.example_row()
    return {**cells, "id": EXAMPLE_MARK + cells["id"] if cells["id"] else NO_ID}


def list_headings() -> list[str]:
    """Return the headings of the explanation: English, and Persian for what is also said in Persian."""
    heads: list[str] = []
    for english, persian in HEADINGS:
        heads += [english, persian] if english in {"Meaning", "Value", "Words allowed"} else [english]
    return heads


def explain_fields() -> Iterator[list[str]]:
    """Yield the rows of the explanation: the rules for every file, then each file and each of its fields."""
    for mark, meaning, meaning_fa in RULES:
        yield ["(every file)", mark, "", meaning, meaning_fa, "", "", "", "", ""]
    for name, cls in WRITABLE.items():
        yield [name, "", "", cls.meaning(), cls.meaning_fa, "", "", "", "", ""]
        for column in cls.columns():
            yield explain_field(name, cls, column)


def explain_field(name: str, cls: type[Record], column: Column) -> list[str]:
    """Return the row that explains one field."""
    choices = column.kind.choices
    return [
        name,
        column.name,
        "yes" if column.required else "",
        column.meaning,
        column.meaning_fa,
        cls.id_form[1] if column.name == "id" else column.kind.right,
        column.kind.name_fa,
        ", ".join(choices),
        "، ".join(choices.values()),
        cls.example_row()[column.name],
    ]


# ---------------------------------------------------------------------------- the book


def _write_book(path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    _write_explanation(book.create_sheet(EXPLANATION))
    for name, cls in WRITABLE.items():
        _write_sheet(book.create_sheet(name), cls)
    with open_new(path) as opened:
        book.save(opened)


def _write_explanation(sheet: Worksheet) -> None:
    from openpyxl.styles import Alignment, Font

    heads = list_headings()
    sheet.append(heads)
    for row in explain_fields():
        sheet.append(["" if cell is None else cell for cell in row])
    persian = {persian for _, persian in HEADINGS}
    widths = {"Meaning": 48, "Value": 40, "Words allowed": 40, "Example": 30, "معنی": 48, "واژه‌های مجاز": 40}
    for number, head in enumerate(heads):
        letter = column_letter(number)
        sheet.column_dimensions[letter].width = widths.get(head, 18)
        for cell in sheet[letter]:
            # Nothing here is a formula, whatever it begins with.
            cell.data_type = "s"
            turned = head in persian
            cell.alignment = Alignment(
                wrap_text=True,
                vertical="top",
                horizontal="right" if turned else "left",
                readingOrder=2 if turned else 1,
            )
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "C2"


def _write_sheet(sheet: Worksheet, cls: type[Record]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill

    example = make_example(cls)
    for number, column in enumerate(cls.columns()):
        letter = column_letter(number)
        head = sheet.cell(1, number + 1, column.name)
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor="FFE2C2" if column.required else "E8E8E8")
        head.comment = Comment(_say_note(cls, column), "graphmap", width=320, height=160)
        sheet.column_dimensions[letter].width = max(
            14, len(column.name) + 4, min(len(example[column.name]), 40)
        )
        # As text, so that a spreadsheet makes no day of 2019-05 and no number of an id.
        sheet.column_dimensions[letter].number_format = "@"
        shown = sheet.cell(2, number + 1, example[column.name] or None)
        shown.font = Font(italic=True, color="777777")
        shown.number_format = "@"
        if column.name.endswith("_fa"):
            shown.alignment = _right_to_left()
        _add_list(sheet, column, letter)
    sheet.freeze_panes = "B2"


def _right_to_left() -> Any:
    from openpyxl.styles import Alignment

    return Alignment(horizontal="right", readingOrder=2)


def _say_note(cls: type[Record], column: Column) -> str:
    right = cls.id_form[1] if column.name == "id" else column.kind.right
    needed = "\n(needed · الزامی)" if column.required else ""
    words = "\n" + "، ".join(column.kind.choices.values()) if column.kind.choices else ""
    return f"{column.meaning}: {right}{needed}\n\u200f{column.meaning_fa}{words}"


def _add_list(sheet: Worksheet, column: Column, letter: str) -> None:
    """Give the cells of a column a drop-down list of its words; a list of several words stays free."""
    from openpyxl.worksheet.datavalidation import DataValidation

    words = ("yes", "no") if column.kind is YES_NO else tuple(column.kind.choices)
    if not words or column.kind.many:
        return
    rule = DataValidation(
        "list",
        formula1='"' + ",".join(words) + '"',
        allow_blank=True,
        showErrorMessage=True,
        errorTitle=column.name,
        error=("one of " + ", ".join(words))[:255],
    )
    sheet.add_data_validation(rule)
    rule.add(f"{letter}2:{letter}{ROWS_TO_FILL}")
