// Tables of reports: search, sort, download as CSV.

import { download, writeCsv } from "./csv";
import { fold, makeMatcher } from "./folding";
import { addRoving } from "./keyboard";
import { orderKeys } from "./order";
import { addSort, turnOrder } from "./sorting";

export interface TableView {
  /** Show the rows that hold every word of the query; returns how many. */
  filter(query: string): number;
}

/** Make a table searchable and sortable; `lang` says which language is shown now. */
export function startTable(frame: Element, lang: () => string, file: string): TableView {
  const table = frame.querySelector("table") as HTMLTableElement;
  const body = table.tBodies[0] as HTMLTableSectionElement;
  const rows = Array.from(body.rows);
  const heads = Array.from(table.tHead?.rows[0]?.cells ?? []);
  const texts = new Map(rows.map((row) => [row, fold(row.textContent ?? "")]));
  heads.forEach((head, column) => addSort(head, () => sortRows(body, rows, heads, column, lang())));
  const items = Array.from(table.querySelectorAll("[data-item]"));
  // Asked without a look at the screen, which would lay out every row of a table that nobody sees yet.
  const settle = addRoving(table, () => items, (item) => !item.closest("tr")?.hidden);
  frame.querySelector("[data-csv]")?.addEventListener("click", () => {
    download(`${file}.csv`, writeCsv(listCells(heads, rows.filter((row) => !row.hidden), lang())));
  });

  return {
    filter(query) {
      const matches = makeMatcher(query);
      let shown = 0;
      for (const row of rows) {
        const show = matches(texts.get(row) ?? "");
        row.hidden = !show;
        if (show) shown += 1;
      }
      settle();
      return shown;
    },
  };
}

function sortRows(body: Element, rows: HTMLTableRowElement[], heads: readonly HTMLElement[], column: number, lang: string): void {
  const head = heads[column];
  if (!head) return;
  const down = turnOrder(head, heads);
  const keys = rows.map((row) => sortText(row.cells[column], lang));
  const sorted = orderKeys(keys, down, lang).flatMap((index) => rows[index] ?? []);
  rows.splice(0, rows.length, ...sorted);
  body.append(...rows);
}

function sortText(cell: HTMLTableCellElement | undefined, lang: string): string {
  const said = cell?.dataset["value"];
  if (said !== undefined) return said;
  return cell?.querySelector(`.in-${lang}`)?.textContent ?? cell?.textContent ?? "";
}

/** What the CSV holds: the cells as they are stored, or as they read. */
function listCells(heads: readonly HTMLElement[], rows: readonly HTMLElement[], lang: string): string[][] {
  return [
    heads.map((head) => readText(head, lang)),
    ...rows.map((row) => Array.from(row.children, (cell) => (cell as HTMLElement).dataset["value"] ?? readText(cell, lang))),
  ];
}

/** The text of an element in the language that is shown, whether or not it is on the screen. */
function readText(element: Element, lang: string): string {
  const copy = element.cloneNode(true) as Element;
  for (const twin of copy.querySelectorAll(lang === "fa" ? ".in-en" : ".in-fa")) twin.remove();
  return (copy.textContent ?? "").trim();
}
