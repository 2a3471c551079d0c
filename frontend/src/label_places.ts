// Where names on the map go: ranked by what is chosen, each moved until it meets no other, or left out.

import type { Chosen } from "./chosen";
import { LABEL_GROWN, LABEL_LINE, LABEL_SIZES } from "./generated";
import { liesIn, type View } from "./map_view";
import type { State } from "./state";

/** A name: whose, of which kind and language ("" for any), its ties, and what Python measured of it. */
export interface Label {
  readonly id: string;
  readonly kind: keyof typeof LABEL_SIZES;
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

/** The outline of a country: what lies in it. */
export interface Outline { readonly id: string; holds(x: number, y: number): boolean }

/** What names are laid on: the view, how much of the map one pixel covers, and outlines of home and of all countries. */
export interface Ground {
  readonly view: View;
  readonly home: View;
  readonly unit: number;
  readonly own: Outline | null;
  readonly countries: readonly Outline[];
}

/** A name with its rank: 0 is chosen, below 3 belongs to it. */
export interface Ranked<Kind extends Label = Label> { readonly label: Kind; readonly rank: number }
/** Where a name goes: its box, and how far that is from its place. */
export interface Spot { readonly box: Box; readonly aside: number; readonly down: number }
export interface Box { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
interface Place extends Ground { readonly signs: readonly Box[] }

const GAP = 2;
/** Pixels from the middle of a city's sign that stay free. */
const SIGN = 4.5;
/** The view is so much wider than home that provinces that are not meant become too small to be named. */
const SMALL = 2;
/** Names with a rank from here on are not shown. */
const NEVER = 9;

/** Rank the names in the page's language, the most important first. */
export function rankLabels<Kind extends Label>(
  labels: readonly Kind[], state: State, chosen: Chosen, ground: Ground,
): readonly Ranked<Kind>[] {
  const small = isAny(state) && ground.view[2] > SMALL * ground.home[2];
  return labels
    .filter((label) => !label.lang || label.lang === state.lang)
    .map((label) => ({ label, rank: findRank(label, state, chosen, small) }))
    .sort((a, b) => a.rank - b.rank);
}

/** Find where ranked names go; those that fit nowhere get no spot. */
export function placeLabels(
  ranked: readonly Ranked[], marks: readonly Mark[], state: State, chosen: Chosen, ground: Ground,
  pills: readonly Box[] = [],
): ReadonlyMap<Label, Spot> {
  const { unit } = ground;
  const signs = marks
    .filter((mark) => isAny(state) && mark.ties.some((index) => chosen.ties.has(index)))
    .map(({ x, y }) => ({ left: x - SIGN * unit, right: x + SIGN * unit, top: y - SIGN * unit, bottom: y + SIGN * unit }));
  const place = { ...ground, signs: [...signs, ...pills] };
  // A chosen country's name has the most room to move, so its cities choose before it, unless it then has none.
  const spots = placeInTurn([...ranked].sort((a, b) => findTurn(a) - findTurn(b)), place);
  return ranked.every(({ label, rank }) => rank !== 0 || spots.has(label)) ? spots : placeInTurn(ranked, place);
}

function isAny(state: State): boolean {
  return Boolean(state.country || state.province);
}

function findTurn({ label, rank }: Ranked): number {
  return rank === 0 && label.kind === "country" ? 2 : rank;
}

function placeInTurn(ranked: readonly Ranked[], place: Place): ReadonlyMap<Label, Spot> {
  const taken: Box[] = [];
  const spots = new Map<Label, Spot>();
  for (const { label, rank } of ranked) {
    const spot = rank >= NEVER ? null : findSpot(label, rank, taken, place);
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
  const any = isAny(state);
  if (kind === "city") return any && label.ties.some((index) => chosen.ties.has(index)) ? 2 - weight : NEVER;
  if (kind === "province") {
    if (any && chosen.provinces.has(id)) return 3 - weight;
    return small ? NEVER : 6 - weight;
  }
  if (kind === "sea") return 4;
  if (any && !state.country && chosen.countries.has(id)) return 1 - weight;
  return small && weight === 0 ? NEVER : 5 - weight;
}

/** Ways to move a name from its place: parts of its own width and lines of its size. */
const MOVES: Readonly<Record<Label["kind"], readonly (readonly [number, number])[]>> = {
  sea: [[0, 0], [0, -1], [0, 1], [0.3, 0], [-0.3, 0], [0.3, 1], [-0.3, 1], [0.3, -1], [-0.3, -1]],
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

function findSpot(label: Label, rank: number, taken: readonly Box[], place: Place): Spot | null {
  // The name of the chosen country stands on it or on the sea; on a neighbour only where there is no other place.
  const strict = rank === 0 && label.kind === "country";
  return (strict && tryMoves(label, rank, taken, place, true)) || tryMoves(label, rank, taken, place, false);
}

function tryMoves(
  label: Label, rank: number, taken: readonly Box[], { view, unit, signs, own, countries }: Place, strict: boolean,
): Spot | null {
  const first = rank === 0;
  const grown = first && label.kind === "country" ? LABEL_GROWN : 1; // the chosen country's name is larger
  const size = LABEL_SIZES[label.kind] * grown * unit;
  const half = (label.wide * grown * unit) / 2;
  const tall = size * LABEL_LINE * label.lines;
  // The middle of a large country may be far outside; its name then stands where its ties are.
  const places = [[label.x, label.y] as const, ...(first && label.middle ? [label.middle] : [])];
  const place = places.find(([x, y]) => liesIn(...view, x, y));
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
    if ((label.kind === "country" || label.kind === "sea") && own && covers(own, box)) continue;
    if (label.kind === "sea" && countries.some((one) => covers(one, box))) continue;
    if (strict && countries.some((one) => one.id !== label.id && covers(one, box))) continue;
    if (!taken.some((other) => meets(box, other, GAP * unit))) return { box, aside: x - label.x, down: y - label.y };
  }
  return null;
}

/** Whether an outline lies under a name. */
function covers(outline: Outline, { left, right, top, bottom }: Box): boolean {
  const middle = (top + bottom) / 2;
  return [0.1, 0.5, 0.9].some((part) => outline.holds(left + part * (right - left), middle));
}

function meets(a: Box, b: Box, gap: number): boolean {
  return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;
}
