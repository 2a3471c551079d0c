// The matrix: marks the chosen row and column, and writes its counts for the sector and in the language chosen.

import { type Chosen, inSector } from "./chosen";
import { digits, type Facts } from "./facts";
import { addRoving, isShown, makeItem } from "./keyboard";
import type { State } from "./state";

const DARKEST = 5;

/** Make the table of provinces and countries follow the state. */
export function startMatrix(table: Element, facts: Facts): (state: State, chosen: Chosen) => void {
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
    if (written !== `${state.sector} ${state.lang}`) recount(cells, table, facts, state);
    written = `${state.sector} ${state.lang}`;
    for (const cell of cells) {
      const { p = "", c = "" } = cell.dataset;
      const on = (c === state.country && (!state.province || p === state.province)) ||
        (p === state.province && !state.country);
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

function recount(cells: readonly HTMLElement[], table: Element, facts: Facts, state: State): void {
  const counts = new Map<string, [number, number]>();
  const add = (key: string, certain: boolean): void => {
    const [all, sure] = counts.get(key) ?? [0, 0];
    counts.set(key, [all + 1, sure + (certain ? 1 : 0)]);
  };
  const courting = new Map<string, Set<string>>();
  for (const tie of facts.ties) {
    if (!inSector(tie, state)) continue;
    add(`${tie.province} ${tie.country}`, tie.certain);
    add(`${tie.province} `, tie.certain);
    courting.set(tie.country, (courting.get(tie.country) ?? new Set<string>()).add(tie.province));
  }
  for (const cell of cells) {
    const [all, sure] = counts.get(`${cell.dataset["p"]} ${cell.dataset["c"]}`) ?? [0, 0];
    for (let shade = 1; shade <= DARKEST; shade += 1) cell.classList.toggle(`n${shade}`, Math.min(all, DARKEST) === shade);
    cell.classList.toggle("possible", all > 0 && sure === 0);
    writeCount(cell, all ? digits(all, state.lang) : "");
  }
  for (const sum of table.querySelectorAll<HTMLElement>("[data-sum-p]")) {
    writeCount(sum, digits(counts.get(`${sum.dataset["sumP"]} `)?.[0] ?? 0, state.lang));
  }
  for (const sum of table.querySelectorAll<HTMLElement>("[data-sum-c]")) {
    writeCount(sum, digits(courting.get(sum.dataset["sumC"] ?? "")?.size ?? 0, state.lang));
  }
}

/** The count is the text that a cell begins with; a cell that never had one has none to write. */
function writeCount(cell: Element, count: string): void {
  if (cell.firstChild instanceof Text) cell.firstChild.data = count;
}
