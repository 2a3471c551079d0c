// How the shapes of the map are filled: by counts where nothing is chosen, else by who is what to the choice.

import type { Chosen } from "./chosen";
import { findClass, type View } from "./drawn";
import { ABROAD_STEPS, type Drawn, HOME_STEPS, MARK_OF, type Verdict } from "./generated";
import type { DrawnLabel } from "./labels";
import { listProvinces, type State } from "./state";
import { setText, writeNumber } from "./words";

export interface Look { readonly state: State; readonly chosen: Chosen; readonly view: View }

/** What a province is to a chosen country: the class it is filled by. */
export type Part = "certain" | "presumed" | "tied" | "edge" | "";

const RIVAL: readonly Part[] = ["certain", "presumed"];

/** Say of a verdict whether it is a rival's, and which. */
function findRival(verdict: Verdict): Part {
  return RIVAL.find((part) => part === MARK_OF[verdict]) ?? "";
}

/** Say what provinces are to the chosen country: rivals there, tied, on its border, or nothing. */
export function findParts(drawn: Drawn, { state, view }: Look): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  const meant = listProvinces(state);
  for (const cell of drawn.cells) {
    const province = drawn.provinces[cell.province] ?? "";
    if (drawn.countries[cell.country] !== state.country) continue;
    if (meant.length && !meant.includes(province)) continue;
    if (view.ties(cell) > 0) parts.set(province, findRival(view.verdict(cell)) || "tied");
    else if (cell.border) parts.set(province, "edge");
  }
  return parts;
}

/** Say what one province is to the choice; whom a chosen province competes with is seen as clearly as it is. */
export function findPart(
  id: string, parts: ReadonlyMap<string, Part>, bordering: readonly string[], { state, chosen }: Pick<Look, "state" | "chosen">,
): Part {
  const competes = listProvinces(state).length === 1 ? findRival(chosen.rivals.get(id) ?? "none") : "";
  return competes || (parts.get(id) ?? (state.country && !state.province && bordering.includes(id) ? "edge" : ""));
}

/** Fill provinces and countries. */
export function dressShapes(
  svg: Element, provinces: readonly Element[], countries: readonly Element[], drawn: Drawn, look: Look,
): void {
  const { state, chosen, view } = look;
  const meant = listProvinces(state);
  const parts = state.country ? findParts(drawn, look) : new Map<string, Part>();
  const bordering = (svg.querySelector(`[data-map-country="${CSS.escape(state.country)}"]`)?.getAttribute("data-edge") ?? "").split(" ");
  for (const item of provinces) {
    const id = item.getAttribute("data-map-province") ?? "";
    const part = findPart(id, parts, bordering, look);
    setClass(item, "home-", state.country || state.province ? "" : String(findClass(view.rivals(id), HOME_STEPS)));
    item.classList.toggle("rival", RIVAL.includes(part));
    for (const one of ["presumed", "tied", "edge"]) item.classList.toggle(one, part === one);
    item.classList.toggle("with", chosen.provinces.has(id));
    item.classList.toggle("on", meant.includes(id));
    item.setAttribute("aria-pressed", String(meant.includes(id)));
  }
  for (const item of countries) {
    const id = item.getAttribute("data-map-country") ?? "";
    const count = view.provinces(id).size;
    const shaded = !state.country && !state.province && count > 0;
    setClass(item, "abroad-", shaded ? String(findClass(count, ABROAD_STEPS) + 1) : "");
    item.classList.toggle("on", id === state.country);
    item.classList.toggle("with", state.province !== "" && !state.country && chosen.countries.has(id));
    item.setAttribute("aria-pressed", String(id === state.country));
  }
}

function setClass(item: Element, prefix: string, value: string): void {
  for (const name of Array.from(item.classList)) if (name.startsWith(prefix)) item.classList.remove(name);
  if (value) item.classList.add(prefix + value);
}

/** Count what a name stands for; whether that is part of the choice, and whether the number is shown behind the name. */
export function countBehind(
  { id, kind, ties }: Pick<DrawnLabel, "id" | "kind" | "ties">, { state, chosen, view }: Look,
): { readonly count: number; readonly counts: boolean; readonly shown: boolean } {
  const picked = Boolean(state.country || state.province);
  const count = kind === "province" ? view.rivals(id)
    : kind === "country" ? view.provinces(id).size
    : ties.filter((index) => chosen.ties.has(index)).length;
  const meant = !picked || chosen.provinces.has(id) || chosen.countries.has(id) || kind === "city";
  return { count, counts: count > 0 && meant, shown: count > 0 && (kind === "city" || !picked) };
}

/** Write the counts behind names, and say which names stand on dark ground. */
export function writeCounts(labels: readonly DrawnLabel[], shapes: ReadonlyMap<string, Element>, look: Look): void {
  for (const label of labels) {
    const { text, id } = label;
    const behind = text.querySelector(".count");
    const { count, counts, shown } = countBehind(label, look);
    text.classList.toggle("counted", counts);
    if (behind) setText(behind, shown ? ` ${writeNumber(count, look.state.lang)}` : "");
    text.classList.toggle("dark", shapes.get(id)?.matches("path.home-3, path.rival, path.province.on, path.abroad-4") ?? false);
  }
}
