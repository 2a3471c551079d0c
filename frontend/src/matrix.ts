// The contest matrix: its rows are turned through the provinces, its cells follow level, sector and language.

import { drawnOf } from "./days";
import { readDrawn, type View, viewDrawn } from "./drawn";
import type { Facts } from "./facts";
import { type Drawn, type DrawnCell, ROWS_SHOWN } from "./generated";
import { addRoving, makeItem } from "./keyboard";
import { findLook, LOOKS, sayCell, writePlate } from "./matrix_cell";
import { listProvinces, type State } from "./state";
import { fillPattern, writeNumber } from "./words";

/** Make the table of provinces and countries follow the state. */
export function startMatrix(frame: Element): (state: State, chosen: unknown, shown: Facts) => void {
  let drawn = readDrawn();
  const table = frame.querySelector("table");
  if (!table) return () => undefined;
  const countries = Array.from(table.querySelectorAll<HTMLElement>("thead th[data-c]"), (head) => head.dataset["c"] ?? "");
  let known = indexCells(drawn);
  const provinces = drawn.provinces.filter((id) => countries.some((country) => isThere(known.get(`${id} ${country}`))));
  const rows = Array.from(table.tBodies[0]?.rows ?? []);
  const heads = Array.from(table.querySelectorAll<HTMLElement>("th[data-p], th[data-c]"));
  const cells = rows.map((row) => Array.from(row.querySelectorAll<HTMLElement>("td")));
  const items = [...heads, ...cells.flat()];
  table.setAttribute("role", "grid");
  for (const item of items) makeItem(item, null);
  const settle = addRoving(table, () => items);
  const pager = frame.querySelector<HTMLElement>("[data-pager]");
  let first = 0;
  let now: State | null = null;

  const draw = (state: State): void => {
    const view = viewDrawn(drawn, state);
    const plain = new Set(countries.filter((country) => isPlain(drawn, view, country)));
    rows.forEach((row, at) => {
      const province = provinces[first + at];
      row.hidden = province === undefined;
      if (province !== undefined) drawRow(row, cells[at] ?? [], province, view, plain, state);
    });
    for (const cell of table.querySelectorAll<HTMLElement>("[data-many]")) {
      cell.textContent = writeSum(view.provinces(cell.dataset["many"] ?? "").size, state.lang);
    }
    for (const cell of table.querySelectorAll<HTMLElement>("[data-pairs]")) {
      cell.textContent = writeSum(view.contested(cell.dataset["pairs"] ?? ""), state.lang);
    }
    for (const head of heads) {
      const { c } = head.dataset;
      if (c !== undefined) [head.dataset["chooseCountry"], head.className] = [c, view.contested(c) ? "rival" : ""];
    }
    if (pager) drawPager(pager, first, provinces.length, state.lang);
  };
  const drawRow = (
    row: HTMLElement, own: readonly HTMLElement[], province: string, view: View, plain: ReadonlySet<string>, state: State,
  ): void => {
    const head = row.querySelector<HTMLElement>("th");
    if (head && head.dataset["p"] !== province) nameHead(head, province, drawn);
    if (head) head.dataset["chooseProvince"] = province;
    own.forEach((cell, at) => {
      const country = countries[at] ?? "";
      const held = known.get(`${province} ${country}`);
      const look = findLook(held, view, plain.has(country));
      [cell.dataset["p"], cell.dataset["c"]] = [province, country];
      [cell.dataset["chooseProvince"], cell.dataset["chooseCountry"]] = [province, country];
      for (const one of LOOKS) cell.classList.toggle(`fill-${one}`, one === look);
      cell.classList.toggle("touch", Boolean(held?.border));
      writePlate(cell, held && view.ties(held), look, drawn, state);
      cell.setAttribute("aria-label", sayCell(held, province, country, view, drawn, state));
    });
  };
  for (const button of frame.querySelectorAll<HTMLElement>("[data-turn]")) {
    button.addEventListener("click", () => {
      const next = first + Number(button.dataset["turn"]) * ROWS_SHOWN;
      if (next < 0 || next >= provinces.length || !now) return;
      first = next;
      draw(now);
      mark(now);
    });
  }
  const mark = (state: State): void => {
    for (const cell of cells.flat()) {
      const on = isMeant(cell.dataset["p"] ?? "", cell.dataset["c"] ?? "", state);
      cell.classList.toggle("on", on);
      cell.setAttribute("aria-selected", String(on));
    }
    for (const head of heads) {
      const { p = "", c = "" } = head.dataset;
      head.classList.toggle("on", (p !== "" && listProvinces(state).includes(p)) || (c !== "" && c === state.country));
    }
    settle();
  };

  return (state, _, shown) => {
    if (now && now.as_of !== state.as_of || !now && shown.turned) known = indexCells(drawn = drawnOf(shown, readDrawn()));
    if (!now || now.as_of !== state.as_of || now.sector !== state.sector || now.level !== state.level || now.lang !== state.lang) draw(state);
    now = state;
    mark(state);
  };
}

/** Say whether a cell lies in what is chosen: a column, a row, or where both meet. */
export function isMeant(province: string, country: string, state: State): boolean {
  const provinces = listProvinces(state);
  if (state.country) return country === state.country && (provinces.length === 0 || provinces.includes(province));
  return provinces.includes(province);
}

function indexCells(drawn: Drawn): ReadonlyMap<string, DrawnCell> {
  const { cells, provinces, countries } = drawn;
  return new Map(cells.map((cell) => [`${provinces[cell.province]} ${countries[cell.country]}`, cell]));
}

function isThere(cell: DrawnCell | undefined): boolean {
  return cell !== undefined && (cell.ties[0] ?? 0) + cell.events > 0;
}

/** Say whether every tie with a country is possible only: its cells are then plain, which the key says once. */
export function isPlain(drawn: Drawn, view: View, country: string): boolean {
  const place = drawn.countries.indexOf(country);
  const found = new Set(drawn.cells.filter((cell) => cell.country === place && view.ties(cell) > 0).map(view.verdict));
  found.delete("none");
  found.delete("in contact");
  return found.size === 1 && found.has("possible");
}

function writeSum(count: number, lang: string): string {
  return count ? writeNumber(count, lang) : "·";
}

/** Give the head of a row to another province, in every language of the page. */
function nameHead(head: HTMLElement, province: string, drawn: Drawn): void {
  head.dataset["p"] = province;
  head.replaceChildren(...drawn.languages.map((code, at) => {
    const name = document.createElement("bdi");
    if (drawn.languages.length > 1) name.className = `in-${code}`;
    name.textContent = drawn.names[province]?.[at] ?? drawn.names[province]?.[0] ?? province;
    return name;
  }));
}

function drawPager(pager: HTMLElement, first: number, all: number, lang: string): void {
  pager.hidden = all <= ROWS_SHOWN;
  const said = pager.querySelector("[role='status']");
  const pattern = said?.getAttribute(`data-${lang}`) ?? "";
  if (said) {
    said.textContent = fillPattern(pattern, {
      a: writeNumber(first + 1, lang), b: writeNumber(Math.min(first + ROWS_SHOWN, all), lang), n: writeNumber(all, lang),
    });
  }
  for (const button of pager.querySelectorAll<HTMLButtonElement>("[data-turn]")) {
    const next = first + Number(button.dataset["turn"]) * ROWS_SHOWN;
    button.disabled = next < 0 || next >= all;
  }
}

