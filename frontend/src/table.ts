// Tables of evidence and of reports: follow the state, search, sort, download as CSV.

import { download, writeCsv } from "./csv";
import { fold, makeMatcher } from "./folding";
import type { Facts } from "./generated";
import { addRoving, makeItem } from "./keyboard";
import { orderKeys } from "./order";

export interface TableView {
  /** Show the rows that `keep` lets through and that hold every word of the query; returns how many. */
  filter(query: string, keep: (row: HTMLElement) => boolean): number;
}

/** Make a table searchable and sortable; `lang` says which language is shown now. */
export function startTable(frame: Element, lang: () => string, file: string, facts: Facts | null): TableView {
  const table = frame.querySelector("table") as HTMLTableElement;
  const body = table.tBodies[0] as HTMLTableSectionElement;
  const rows = Array.from(body.rows);
  const heads = Array.from(table.tHead?.rows[0]?.cells ?? []);
  const texts = new Map(rows.map((row) => [row, fold(row.textContent ?? "")]));
  heads.forEach((head, column) => addSort(head, () => sortRows(body, rows, heads, column, lang())));
  for (const item of table.querySelectorAll("tbody [data-choose-country], tbody [data-choose-province]")) {
    makeItem(item, "button");
  }
  const items = Array.from(table.querySelectorAll("[data-item]"));
  // Asked without a look at the screen, which would lay out every row of a table that nobody sees yet.
  const settle = addRoving(table, () => items.filter((item) => !item.closest("tr")?.hidden));
  frame.querySelector("[data-csv]")?.addEventListener("click", () => {
    download(`${file}.csv`, writeCsv(listCells(heads, rows.filter((row) => !row.hidden), lang(), facts)));
  });

  return {
    filter(query, keep) {
      const matches = makeMatcher(query);
      let shown = 0;
      for (const row of rows) {
        const show = keep(row) && matches(texts.get(row) ?? "");
        row.hidden = !show;
        if (show) shown += 1;
      }
      settle();
      return shown;
    },
  };
}

function addSort(head: HTMLElement, sort: () => void): void {
  // Not a button element: Chromium leaves these out of the heads that it repeats on printed sheets.
  const button = document.createElement("span");
  button.className = "sort";
  button.append(...Array.from(head.childNodes));
  head.append(button);
  makeItem(button, "button");
  button.addEventListener("click", sort);
  button.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    sort();
  });
}

function sortRows(body: Element, rows: HTMLTableRowElement[], heads: readonly HTMLElement[], column: number, lang: string): void {
  const head = heads[column];
  if (!head) return;
  const down = head.getAttribute("aria-sort") === "ascending";
  for (const other of heads) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
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

/** What the CSV holds: the cells as they read, and after them the tie as it is stored, to check and join by ids. */
function listCells(
  heads: readonly HTMLElement[], rows: readonly HTMLElement[], lang: string, facts: Facts | null,
): string[][] {
  const stored = facts ? [...facts.records.columns, "province", "country"] : [];
  const lines = [[...heads.map((head) => readText(head, lang)), ...stored]];
  for (const row of rows) {
    const cells = Array.from(row.children, (cell) => {
      const plain = facts ? undefined : (cell as HTMLElement).dataset["value"];
      return plain ?? readText(cell, lang);
    });
    const index = Number(row.dataset["index"]);
    const tie = facts?.ties[index];
    lines.push(tie ? [...cells, ...(facts?.records.rows[index] ?? []), tie.province, tie.country] : cells);
  }
  return lines;
}

/** The text of an element in the language that is shown, whether or not it is on the screen. */
function readText(element: Element, lang: string): string {
  const copy = element.cloneNode(true) as Element;
  for (const twin of copy.querySelectorAll(lang === "fa" ? ".in-en" : ".in-fa")) twin.remove();
  return (copy.textContent ?? "").trim();
}
