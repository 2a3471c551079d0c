// Names on the map: the most important that fit are shown, at one size whatever the zoom.

import type { Chosen } from "./chosen";
import type { State } from "./state";

interface Box { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

const LINE = 1.35;
const GAP = 2;

/** Show the names that fit. `unit` is how much of the map one pixel covers. */
export function cullLabels(
  labels: readonly SVGTextElement[], state: State, chosen: Chosen, unit: number,
  view: readonly [number, number, number, number],
): void {
  const ranked = labels
    .filter((label) => !label.classList.contains(state.lang === "fa" ? "in-en" : "in-fa"))
    .map((label) => ({ label, rank: findRank(label, state, chosen) }))
    .sort((a, b) => a.rank - b.rank);
  const taken: Box[] = [];
  for (const { label, rank } of ranked) {
    const chosenOne = rank < 2;
    label.classList.toggle("on", chosenOne);
    label.classList.toggle("first", rank === 0);
    const spot = rank >= 9 ? null : findSpot(label, rank === 0, unit, view, taken);
    label.classList.toggle("cull", spot === null);
    if (!spot) continue;
    taken.push(spot.box);
    label.setAttribute("transform", `translate(0 ${(spot.down * unit).toFixed(2)})`);
  }
}

/** 0 for what is chosen, up to 8; 9 is never shown. */
function findRank(label: SVGTextElement, state: State, chosen: Chosen): number {
  const { label: id = "", ties = "" } = label.dataset;
  const kind = findKind(label);
  const weight = Number(label.dataset["weight"] ?? 0) / 1000;
  if (id === state.country || id === state.province) return 0;
  const any = Boolean(state.country || state.province);
  if (kind === "province") return any && chosen.provinces.has(id) ? 1 - weight : 5 - weight;
  if (kind === "country") return any && !state.country && chosen.countries.has(id) ? 1 - weight : 4 - weight;
  const meant = any && ties.split(" ").some((index) => chosen.ties.has(Number(index)));
  return meant ? 1.5 - weight : 9;
}

function findKind(label: Element): string {
  return ["province", "country"].find((kind) => label.classList.contains(`for-${kind}`)) ?? "city";
}

function findSpot(
  label: SVGTextElement, first: boolean, unit: number, view: readonly [number, number, number, number], taken: readonly Box[],
): { box: Box; down: number } | null {
  const grown = first && findKind(label) === "country" ? 1.35 : 1; // the chosen country's name is larger
  const size = Number(label.dataset["size"] ?? 11) * grown;
  const half = (Number(label.dataset["wide"] ?? 50) * grown * unit) / 2;
  const tall = size * LINE * unit * Number(label.dataset["lines"] ?? 1);
  const x = Number(label.getAttribute("x"));
  const y = Number(label.getAttribute("y"));
  if (x < view[0] || x > view[0] + view[2] || y < view[1] || y > view[1] + view[3]) return null;
  if (x - half < view[0] || x + half > view[0] + view[2]) return null;
  const offsets = findKind(label) === "city" ? [-size * 0.95, size * 1.1] : [0, -size, size];
  for (const down of offsets) {
    const middle = y + down * unit;
    const box = { left: x - half, right: x + half, top: middle - tall / 2, bottom: middle + tall / 2 };
    if (box.top < view[1] || box.bottom > view[1] + view[3]) continue;
    if (!taken.some((other) => meets(box, other, GAP * unit))) return { box, down };
  }
  return null;
}

function meets(a: Box, b: Box, gap: number): boolean {
  return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;
}
