// The overlap of provinces as a table: how many countries each two of the most contested share.

import { findClass, nameOf, type View, wordOf } from "./drawn";
import { type Drawn, HOME_STEPS, NEIGHBOURS } from "./generated";
import type { State } from "./state";
import { writeNumber } from "./words";

/** Count the countries in which each two provinces both have a tie. */
export function countShared(drawn: Drawn, view: View, provinces: readonly string[]): readonly (readonly number[])[] {
  const own = new Map(provinces.map((id) => [id, new Set<number>()]));
  for (const cell of drawn.cells) if (view.ties(cell) > 0) own.get(drawn.provinces[cell.province] ?? "")?.add(cell.country);
  return provinces.map((one) => provinces.map((other) => {
    const [here, there] = [own.get(one), own.get(other)];
    return here && there ? [...here].filter((country) => there.has(country)).length : 0;
  }));
}

/** Draw the table, of the provinces with most rivals; each cell says its two provinces. */
export function drawOverlap(drawn: Drawn, view: View, state: State): HTMLElement {
  const provinces = drawn.provinces.slice(0, NEIGHBOURS.overlapping);
  const counts = countShared(drawn, view, provinces);
  const table = document.createElement("table");
  table.className = "overlap";
  const caption = table.createCaption();
  caption.className = "vh";
  caption.textContent = wordOf(drawn, "neighbourhood-overlap", state);
  const head = table.createTHead().insertRow();
  head.append(document.createElement("td"), ...provinces.map((id) => makeHead(nameOf(drawn, id, state), "col", true)));
  const body = table.createTBody();
  provinces.forEach((id, row) => {
    const line = body.insertRow();
    const name = makeHead(nameOf(drawn, id, state), "row");
    name.dataset["chooseProvince"] = id;
    name.dataset["item"] = "";
    name.tabIndex = -1;
    line.append(name);
    provinces.forEach((_, column) => {
      const cell = line.insertCell();
      const count = counts[row]?.[column] ?? 0;
      if (row === column || !count) return;
      cell.className = `home-${findClass(count, HOME_STEPS)}`;
      cell.textContent = writeNumber(count, state.lang);
    });
  });
  const scroll = document.createElement("div");
  scroll.className = "scroll";
  scroll.append(table);
  return scroll;
}

function makeHead(text: string, scope: string, turned = false): HTMLTableCellElement {
  const head = document.createElement("th");
  head.scope = scope;
  const inside = document.createElement("div");
  inside.textContent = text;
  if (turned) head.className = "turn";
  head.append(inside);
  return head;
}
