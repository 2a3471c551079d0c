// Names on the map: the most important that fit are shown, at one size whatever the zoom.

import type { Chosen } from "./chosen";
import type { Facts } from "./facts";
import type { State } from "./state";

type View = readonly [number, number, number, number];

interface Box { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** A name: whose, of which kind and language ("" for any), its ties, and what Python measured of it. */
export interface Label {
  readonly text: SVGTextElement;
  readonly id: string;
  readonly kind: "province" | "country" | "city";
  readonly lang: string;
  readonly ties: readonly number[];
  readonly weight: number;
  readonly wide: number;
  readonly lines: number;
  readonly x: number;
  readonly y: number;
  /** For a country: the middle of what the view shows of it when it is chosen. */
  readonly middle: readonly [number, number] | null;
}

/** A sign of a city, which no name may cover. */
export interface Mark { readonly x: number; readonly y: number; readonly ties: readonly number[] }

/** What names are laid on: the view, the signs of cities, the outline of home and those of all countries. */
interface Ground {
  readonly view: View;
  readonly signs: readonly Box[];
  readonly own: SVGGeometryElement | null;
  readonly countries: readonly SVGGeometryElement[];
}
interface Ranked { readonly label: Label; readonly rank: number }
interface Spot { readonly box: Box; readonly aside: number; readonly down: number }

const LINE = 1.35;
const GAP = 2;
/** Pixels from the middle of a city's sign that stay free. */
const SIGN = 4.5;
/** The view is so much wider than home that provinces that are not meant become too small to be named. */
const SMALL = 2;
/** Names with a rank from here on are not shown. */
const NEVER = 9;

/** Read the names that the page was written with, once. */
export function readLabels(svg: Element, facts: Facts): readonly Label[] {
  const weights = new Map<string, number>();
  for (const tie of facts.ties) {
    for (const id of [tie.province, tie.country]) weights.set(id, (weights.get(id) ?? 0) + 1);
  }
  return Array.from(svg.querySelectorAll<SVGTextElement>("text[data-label]"), (text) => {
    const group = text.parentElement?.classList;
    const kind = (["province", "country"] as const).find((one) => group?.contains(`for-${one}`)) ?? "city";
    const ties = readNumbers(text.dataset["ties"]);
    const id = text.dataset["label"] ?? "";
    return {
      text, id, kind, ties,
      lang: ["en", "fa"].find((one) => group?.contains(`in-${one}`)) ?? "",
      weight: (kind === "city" ? ties.length : weights.get(id) ?? 0) / 1000,
      wide: Number(text.dataset["wide"]),
      lines: text.childElementCount || 1,
      x: Number(text.getAttribute("x")),
      y: Number(text.getAttribute("y")),
      middle: kind === "country" ? findMiddle(svg, id) : null,
    };
  });
}

function findMiddle(svg: Element, country: string): readonly [number, number] | null {
  const box = svg.querySelector<SVGElement>(`[data-map-country="${CSS.escape(country)}"]`)?.dataset["box"];
  if (!box) return null;
  const [left = 0, top = 0, right = 0, bottom = 0] = readNumbers(box);
  return [(left + right) / 2, (top + bottom) / 2];
}

/** Read where the signs of cities are. */
export function readMarks(svg: Element): readonly Mark[] {
  return Array.from(svg.querySelectorAll<SVGGElement>(".city"), (sign) => {
    const [x = 0, y = 0] = readNumbers(sign.getAttribute("transform")?.replace(/[^-\d. ]/g, ""));
    return { x, y, ties: readNumbers(sign.dataset["ties"]) };
  });
}

function readNumbers(text: string | undefined): readonly number[] {
  return (text ?? "").split(" ").filter(Boolean).map(Number);
}

/** Show the names that fit. `unit` is how much of the map one pixel covers. */
export function cullLabels(
  labels: readonly Label[], marks: readonly Mark[], state: State, chosen: Chosen, unit: number,
  { view, home, own, countries }: Omit<Ground, "signs"> & { home: View },
): void {
  const any = Boolean(state.country || state.province);
  const small = any && view[2] > SMALL * home[2];
  const ranked = labels
    .filter((label) => !label.lang || label.lang === state.lang)
    .map((label) => ({ label, rank: findRank(label, state, chosen, small) }))
    .sort((a, b) => a.rank - b.rank);
  const signs = marks
    .filter((mark) => any && mark.ties.some((index) => chosen.ties.has(index)))
    .map(({ x, y }) => ({ left: x - SIGN * unit, right: x + SIGN * unit, top: y - SIGN * unit, bottom: y + SIGN * unit }));
  // A chosen country's name has the most room to move, so its cities choose before it, unless it then has none.
  const ground = { view, signs, own, countries };
  const spots = placeLabels([...ranked].sort((a, b) => findTurn(a) - findTurn(b)), unit, ground);
  const placed = ranked.every(({ label, rank }) => rank !== 0 || spots.has(label)) ? spots : placeLabels(ranked, unit, ground);
  for (const { label, rank } of ranked) {
    const { text } = label;
    const spot = placed.get(label);
    text.classList.toggle("on", rank < 3);
    text.classList.toggle("first", rank === 0);
    text.classList.toggle("cull", !spot);
    if (spot) text.setAttribute("transform", `translate(${spot.aside.toFixed(1)} ${spot.down.toFixed(1)})`);
  }
}

function findTurn({ label, rank }: Ranked): number {
  return rank === 0 && label.kind === "country" ? 2 : rank;
}

function placeLabels(ranked: readonly Ranked[], unit: number, ground: Ground): ReadonlyMap<Label, Spot> {
  const taken: Box[] = [];
  const spots = new Map<Label, Spot>();
  for (const { label, rank } of ranked) {
    const spot = rank >= NEVER ? null : findSpot(label, rank, unit, taken, ground);
    if (!spot) continue;
    taken.push(spot.box);
    spots.set(label, spot);
  }
  return spots;
}

/** 0 for what is chosen, then the places where its ties end, then where they start; from 9 never shown. */
function findRank(label: Label, state: State, chosen: Chosen, small: boolean): number {
  const { id, kind, weight } = label;
  if (id === state.country || id === state.province) return 0;
  const any = Boolean(state.country || state.province);
  if (kind === "city") return any && label.ties.some((index) => chosen.ties.has(index)) ? 2 - weight : NEVER;
  if (kind === "province") {
    if (any && chosen.provinces.has(id)) return 3 - weight;
    return small ? NEVER : 6 - weight;
  }
  if (any && !state.country && chosen.countries.has(id)) return 1 - weight;
  return small && weight === 0 ? NEVER : 5 - weight;
}

/** Ways to move a name from its place: parts of its own width and lines of its size. */
const MOVES: Readonly<Record<Label["kind"], readonly (readonly [number, number])[]>> = {
  city: [
    [0, -0.95], [0, 1.1], [1, 0], [-1, 0], [0.6, -0.95], [-0.6, -0.95], [0.6, 1.1], [-0.6, 1.1],
    [1, -0.7], [-1, -0.7], [1, 0.7], [-1, 0.7], [1, -1.5], [-1, -1.5], [1, 1.5], [-1, 1.5], [0, -1.9], [0, 2.1],
    [1, 2.3], [-1, 2.3], [1, -2.3], [-1, -2.3],
  ],
  province: [
    [0, 0], [0, -1], [0, 1], [0.4, 0], [-0.4, 0], [0.4, -1], [-0.4, -1], [0.4, 1], [-0.4, 1], [0, -1.6], [0, 1.6],
    [-0.8, 0], [0.8, 0], [-0.8, -1], [0.8, -1], [-0.8, 1], [0.8, 1],
  ],
  country: [
    [0, 0], [0, -1], [0, 1], [-0.5, 0], [0.5, 0], [-1, 0], [1, 0], [0, -2], [0, 2], [-0.7, 2], [0.7, 2], [-0.7, -2], [0.7, -2],
    [1.3, 1], [-1.3, 1], [1.3, -1], [-1.3, -1], [0, 3], [0, -3], [1, 3], [-1, 3],
    [1.8, 0], [1.8, 1], [1.8, -1], [2.3, 0], [2.3, 1], [2.3, -1], [-1.8, 0], [-1.8, -1], [-2.3, 0], [-2.3, -1],
    [2.7, 0], [2.7, -1], [2.7, 1], [3.2, 0], [3.2, 1], [3.2, -1], [2.3, -2], [2.3, 2], [2.7, 2],
  ],
};

function findSpot(
  label: Label, rank: number, unit: number, taken: readonly Box[], ground: Ground,
): Spot | null {
  // The name of the chosen country stands on it or on the sea; on a neighbour only where there is no other place.
  const strict = rank === 0 && label.kind === "country";
  return (strict && tryMoves(label, rank, unit, taken, ground, true)) || tryMoves(label, rank, unit, taken, ground, false);
}

function tryMoves(
  label: Label, rank: number, unit: number, taken: readonly Box[], { view, signs, own, countries }: Ground, strict: boolean,
): Spot | null {
  const first = rank === 0;
  const grown = first && label.kind === "country" ? 1.35 : 1; // the chosen country's name is larger
  const size = (label.kind === "country" ? 12 : 11) * grown * unit;
  const half = (label.wide * grown * unit) / 2;
  const tall = size * LINE * label.lines;
  // The middle of a large country may be far outside; its name then stands where its ties are.
  const places = [[label.x, label.y] as const, ...(first && label.middle ? [label.middle] : [])];
  const place = places.find(([x, y]) => x >= view[0] && x <= view[0] + view[2] && y >= view[1] && y <= view[1] + view[3]);
  if (!place) return null;
  // What is not meant is named at its place or not at all: a name that has moved far reads as another's.
  const near = label.kind === "province" ? rank >= 3 : label.kind === "country" && rank > 1;
  const steps = label.kind === "province" ? 3 : 5;
  const moves = near ? MOVES[label.kind].slice(0, steps) : MOVES[label.kind];
  for (const [across, lines] of moves) {
    let x = place[0] + across * (half + (label.kind === "city" ? 7 * unit : 0));
    let y = place[1] + lines * size;
    if (first) { // what is chosen may lie at the edge: its name then moves into the frame
      x = Math.min(Math.max(x, view[0] + half), view[0] + view[2] - half);
      y = Math.min(Math.max(y, view[1] + tall / 2), view[1] + view[3] - tall / 2);
    }
    const box = { left: x - half, right: x + half, top: y - tall / 2, bottom: y + tall / 2 };
    if (box.left < view[0] || box.right > view[0] + view[2] || box.top < view[1] || box.bottom > view[1] + view[3]) continue;
    if (signs.some((sign) => meets(box, sign, 0))) continue;
    if (label.kind === "country" && own && covers(own, box)) continue;
    if (strict && countries.some((one) => one.dataset["mapCountry"] !== label.id && covers(one, box))) continue;
    if (!taken.some((other) => meets(box, other, GAP * unit))) return { box, aside: x - label.x, down: y - label.y };
  }
  return null;
}

/** Whether an outline lies under a name. */
function covers(own: SVGGeometryElement, { left, right, top, bottom }: Box): boolean {
  const middle = (top + bottom) / 2;
  return [0.1, 0.5, 0.9].some((part) => own.isPointInFill(new DOMPoint(left + part * (right - left), middle)));
}

function meets(a: Box, b: Box, gap: number): boolean {
  return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;
}
