// Tables of evidence and of reports: follow the state, search, sort, download as CSV.

import { digits, type Facts } from "./facts";
import { addRoving, isShown, makeItem } from "./keyboard";

const FORMULA = /^[=+\-@\t\r]/;

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
  const settle = addRoving(table, () => items.filter(isShown));
  frame.querySelector("[data-csv]")?.addEventListener("click", () => {
    download(file, listCells(heads, rows.filter((row) => !row.hidden), lang(), facts));
  });

  return {
    filter(query, keep) {
      const words = fold(query).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        const text = texts.get(row) ?? "";
        const show = keep(row) && words.every((word) => text.includes(word));
        row.hidden = !show;
        if (show) shown += 1;
      }
      settle();
      return shown;
    },
  };
}

/** The form in which texts are compared: no case, no accents, one form of the letters and digits of Persian. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u064b-\u0652\u0670\u200c\u200e\u200f\u2066-\u2069]/g, "")
    .replace(/[\u064a\u0649]/g, "\u06cc")
    .replace(/\u0643/g, "\u06a9")
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .toLowerCase();
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
  const order = new Intl.Collator(lang, { numeric: true });
  const keyed = rows.map((row) => ({ row, key: sortText(row.cells[column], lang) }));
  keyed.sort((a, b) => {
    if (!a.key || !b.key) return a.key ? -1 : b.key ? 1 : 0; // what is not known stands last, both ways
    return (down ? -1 : 1) * order.compare(a.key, b.key);
  });
  rows.splice(0, rows.length, ...keyed.map(({ row }) => row));
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

function download(file: string, lines: readonly (readonly string[])[]): void {
  const text = lines.map((cells) => cells.map(writeCell).join(",")).join("\r\n");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff", text, "\r\n"], { type: "text/csv;charset=utf-8" }));
  link.download = `${file}.csv`;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** One cell: a text that a spreadsheet would take for a formula gets an apostrophe before it. */
function writeCell(text: string): string {
  const plain = text.replace(/[\u2066-\u2069]/g, "");
  const safe = FORMULA.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** Write "13 of 101" after a pattern such as "{n} of {m} ties". */
export function sayShown(pattern: string, shown: number, all: number, lang: string): string {
  return pattern.replace("{n}", digits(shown, lang)).replace("{m}", digits(all, lang));
}
