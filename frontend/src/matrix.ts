// The matrix: marks the chosen row and column, and writes its counts for the sector and in the language chosen.

import { type Chosen, inSector } from "./chosen";
import { DARKEST, type Facts } from "./generated";
import { addRoving, isShown, makeItem } from "./keyboard";
import type { State } from "./state";
import { writeNumber } from "./words";

/** Make the table of provinces and countries follow the state. */
export function startMatrix(frame: Element, facts: Facts): (state: State, chosen: Chosen) => void {
  const table = frame.querySelector("table");
  if (!table) return () => undefined;
  const cells = nameCells(table);
  const heads = Array.from(table.querySelectorAll<HTMLElement>("th[data-p], th[data-c]"));
  const items = [...heads, ...cells];
  table.setAttribute("role", "grid");
  for (const item of items) makeItem(item, null);
  for (const head of heads) {
    const { p, c } = head.dataset;
    head.setAttribute(p === undefined ? "data-choose-country" : "data-choose-province", p ?? c ?? "");
  }
  const settle = addRoving(table, () => items.filter(isShown));
  let written = "";

  return (state, chosen) => {
    if (written !== `${state.sector} ${state.lang}`) writeCounts(cells, table, countTies(facts, state), state.lang);
    written = `${state.sector} ${state.lang}`;
    for (const cell of cells) {
      const { p = "", c = "" } = cell.dataset;
      const on = isMeant(p, c, state);
      cell.classList.toggle("on", on);
      cell.setAttribute("aria-selected", String(on));
    }
    for (const head of heads) {
      const { p, c } = head.dataset;
      head.classList.toggle("on", (p ?? "") !== "" && p === state.province || (c ?? "") !== "" && c === state.country);
      head.classList.toggle("with", chosen.any && (p !== undefined ? chosen.provinces.has(p) : chosen.countries.has(c ?? "")));
    }
    settle();
  };
}

/** Say whether a cell lies in what is chosen: a column, a row, or where both meet. */
export function isMeant(province: string, country: string, state: State): boolean {
  if (state.country) return country === state.country && (!state.province || province === state.province);
  return state.province !== "" && province === state.province;
}

/** Tell each cell its province and country, from the heads of its row and column. */
function nameCells(table: Element): readonly HTMLElement[] {
  const columns = Array.from(table.querySelectorAll<HTMLElement>("thead th[data-c]"), (head) => head.dataset["c"] ?? "");
  const cells: HTMLElement[] = [];
  for (const row of table.querySelectorAll<HTMLElement>("tbody tr")) {
    const province = row.querySelector<HTMLElement>("th")?.dataset["p"] ?? "";
    row.querySelectorAll<HTMLElement>("td:not(.sum)").forEach((cell, index) => {
      const country = columns[index] ?? "";
      cell.dataset["p"] = cell.dataset["chooseProvince"] = province;
      cell.dataset["c"] = cell.dataset["chooseCountry"] = country;
      cells.push(cell);
    });
  }
  return cells;
}

/** How many ties, and how many of these certainly hold. */
export interface Count { readonly all: number; readonly certain: number }

export interface Counts {
  readonly cell: (province: string, country: string) => Count;
  readonly province: (province: string) => number;
  /** How many provinces have a tie with a country. */
  readonly courting: (country: string) => number;
}

/** Count the ties in the chosen sector. */
export function countTies(facts: Facts, state: State): Counts {
  const cells = new Map<string, Count>();
  const rows = new Map<string, number>();
  const courting = new Map<string, Set<string>>();
  const cell = (province: string, country: string): Count =>
    cells.get(`${province} ${country}`) ?? { all: 0, certain: 0 };
  for (const tie of facts.ties) {
    if (!inSector(tie, state)) continue;
    const { all, certain } = cell(tie.province, tie.country);
    cells.set(`${tie.province} ${tie.country}`, { all: all + 1, certain: certain + Number(tie.certain) });
    rows.set(tie.province, (rows.get(tie.province) ?? 0) + 1);
    courting.set(tie.country, (courting.get(tie.country) ?? new Set<string>()).add(tie.province));
  }
  return {
    cell,
    province: (province) => rows.get(province) ?? 0,
    courting: (country) => courting.get(country)?.size ?? 0,
  };
}

/** The classes of a cell by its count: a shade, none for no tie, and a hatch where no tie is certain. */
export function dressCell({ all, certain }: Count): Readonly<Record<string, boolean>> {
  const classes: Record<string, boolean> = { possible: all > 0 && certain === 0 };
  for (let shade = 1; shade <= DARKEST; shade += 1) classes[`n${shade}`] = Math.min(all, DARKEST) === shade;
  return classes;
}

function writeCounts(cells: readonly HTMLElement[], table: Element, counts: Counts, lang: string): void {
  for (const cell of cells) {
    const count = counts.cell(cell.dataset["p"] ?? "", cell.dataset["c"] ?? "");
    for (const [name, on] of Object.entries(dressCell(count))) cell.classList.toggle(name, on);
    writeCount(cell, count.all ? writeNumber(count.all, lang) : "");
  }
  for (const sum of table.querySelectorAll<HTMLElement>("[data-sum-p]")) {
    writeCount(sum, writeNumber(counts.province(sum.dataset["sumP"] ?? ""), lang));
  }
  for (const sum of table.querySelectorAll<HTMLElement>("[data-sum-c]")) {
    writeCount(sum, writeNumber(counts.courting(sum.dataset["sumC"] ?? ""), lang));
  }
}

/** The count is the text that a cell begins with; a cell that never had one has none to write. */
function writeCount(cell: Element, count: string): void {
  if (cell.firstChild instanceof Text) cell.firstChild.data = count;
}
