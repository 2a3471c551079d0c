"""An answer is taken away as a workbook with caption, day, what its columns mean and its sources in it."""

from __future__ import annotations

from io import BytesIO

import httpx
import openpyxl
import pytest

from tests.web.serving import TODAY


@pytest.mark.parametrize(("lang", "caption", "row"), [
    ("en", "Borders with and without a tie", "Razavi Khorasan"),
    ("fa", "روابط مرزی و خلأ پوشش", "خراسان رضوی"),
])  # fmt: skip
def test_an_answer_is_a_workbook(lang: str, caption: str, row: str, explorer: httpx.Client) -> None:
    page = explorer.get("/reports/border_gaps", params={"lang": lang}).text
    assert f"/reports/border_gaps?format=xlsx&amp;lang={lang}" in page
    answer = explorer.get("/reports/border_gaps", params={"lang": lang, "format": "xlsx"})
    assert answer.headers["content-disposition"] == 'attachment; filename="border_gaps.xlsx"'
    rows, columns, sources = openpyxl.load_workbook(BytesIO(answer.content)).worksheets
    cells = [[cell.value for cell in line] for line in rows.iter_rows()]
    assert cells[0][0] == caption
    assert any(str(TODAY.year) in str(line[0]) or "۲۰۲۶" in str(line[0]) for line in cells[:4])
    assert any(line[0] == row for line in cells)
    total = explorer.get("/api/border_gaps").json()["total"]
    assert sum(isinstance(line[3], int | float) for line in cells) == total
    assert columns.max_row == len([one for one in cells[len(cells) - total - 1] if one])
    assert sources.max_row > 1
    assert rows.sheet_view.rightToLeft == (lang == "fa")
    assert explorer.get("/reports/border_gaps", params={"format": "pdf"}).status_code == 422
