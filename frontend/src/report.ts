// Starts the page of an answer: searches and sorts its tables, hands its rows on as CSV, prints.

import { download, writeCsv } from "./csv";
import { fold, makeMatcher } from "./folding";
import { addRoving, isShown } from "./keyboard";
import { orderKeys } from "./order";
import { addSort, turnOrder } from "./sorting";
import { sayShown } from "./words";

/** What the CSV is written from: heads, texts that stand once, and rows of the places of their texts. */
interface Taken { heads: readonly string[]; texts: readonly string[]; rows: readonly (readonly (readonly number[])[])[] }

const root = document.documentElement;
root.classList.add("scripted");
document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
const frame = document.querySelector<HTMLElement>("[data-answer]");
const tables = Array.from(frame?.querySelectorAll("table") ?? []);
const rows = tables.flatMap((table) => Array.from(table.tBodies[0]?.rows ?? []));
const texts = rows.map((row) => fold(row.textContent ?? ""));
const said = frame?.querySelector<HTMLElement>("[data-shown]");
const empty = frame?.querySelector<HTMLElement>("[data-none]");
const whole = said?.textContent ?? "";
const search = frame?.querySelector<HTMLInputElement>("[data-search]");

search?.addEventListener("input", () => {
  const matches = makeMatcher(search.value);
  let shown = 0;
  rows.forEach((row, index) => {
    row.hidden = !matches(texts[index] ?? "");
    if (!row.hidden) shown += 1;
  });
  if (said) said.textContent = search.value ? sayShown(said.dataset["pattern"] ?? "", shown, rows.length, root.lang) : whole;
  if (empty) empty.hidden = shown > 0;
});

for (const more of document.querySelectorAll<HTMLElement>("[data-more]")) {
  const table = more.previousElementSibling?.querySelector("table");
  const settle = (): void => { more.hidden = !table || table.classList.contains("all") || !isCut(table); };
  more.querySelector("button")?.addEventListener("click", () => { table?.classList.add("all"); settle(); });
  search?.addEventListener("input", () => { if (search.value) table?.classList.add("all"); settle(); });
  window.addEventListener("resize", settle);
  settle();
}

frame?.querySelector("[data-csv]")?.addEventListener("click", () => {
  const taken = JSON.parse(document.getElementById("facts")?.textContent || "{}") as Taken;
  const order = tables.flatMap((table) => Array.from(table.tBodies[0]?.rows ?? [])).filter((row) => !row.hidden);
  const kept = order.length ? order.map((row) => Number(row.dataset["row"])) : taken.rows.map((_, index) => index);
  const lines = kept.map((index) => (taken.rows[index] ?? []).map((cell) => cell.map((place) => taken.texts[place] ?? "").join("|")));
  download(`${root.dataset["file"] ?? "table"}.csv`, writeCsv([taken.heads, ...lines]));
});

for (const table of tables) {
  const heads = Array.from(table.tHead?.rows[0]?.cells ?? []);
  heads.forEach((head, column) => addSort(head, () => sortRows(table, heads, column)));
  const items = Array.from(table.querySelectorAll("[data-item]"));
  addRoving(table, () => items);
}

/** Say whether rows or cells of a table are left out on this screen. */
function isCut(table: HTMLTableElement): boolean {
  const last = table.tBodies[0]?.rows[table.tBodies[0].rows.length - 1];
  return Boolean(last && !isShown(last)) || Array.from(table.querySelectorAll("tbody tr:first-child td.detail")).some((cell) => !isShown(cell));
}

function sortRows(table: HTMLTableElement, heads: readonly HTMLElement[], column: number): void {
  const [head, body] = [heads[column], table.tBodies[0]];
  if (!head || !body) return;
  const down = turnOrder(head, heads);
  const own = Array.from(body.rows);
  const keys = own.map((row) => row.cells[column]?.dataset["value"] ?? row.cells[column]?.textContent ?? "");
  body.append(...orderKeys(keys, down, root.lang).flatMap((index) => own[index] ?? []));
}
