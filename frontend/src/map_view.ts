// The views of the map: what of it is shown, for home and for what is chosen, and how zoom and drag change that.

import type { Chosen } from "./chosen";
import type { State } from "./state";

/** Left, top, width and height, in the map's kilometres. */
export type View = readonly [number, number, number, number];
/** Left, top, right and bottom of what the view holds when a country is chosen. */
export type Box = readonly [number, number, number, number];

/** The width below which nothing more can be made out. */
const NEAREST = 250;
/** How much larger than what it holds a view is. */
const MARGIN = 1.06;

/** How much wider than home the view gets for a chosen province: its far arcs leave the frame. */
const AROUND = 1.75;

/** Whether a point lies in what begins at left and top, its edges included. */
export function liesIn(left: number, top: number, width: number, height: number, x: number, y: number): boolean {
  return x >= left && x <= left + width && y >= top && y <= top + height;
}

/** The view that holds home and a chosen country; for a province home and what is near; home alone for nothing. */
export function findView(boxes: ReadonlyMap<string, Box>, home: View, state: State, chosen: Chosen): View {
  if (!state.country && !state.province) return home;
  const [x, y, width, height] = home;
  const [aside, above] = [(width * (AROUND - 1)) / 2, (height * (AROUND - 1)) / 2];
  let [left, top, right, bottom] = [x, y, x + width, y + height];
  for (const country of state.country ? [state.country] : chosen.countries) {
    const box = boxes.get(country);
    if (!box) continue;
    const [x1, y1, x2, y2] = box;
    const far = x2 < x - aside || x1 > x + width + aside || y2 < y - above || y1 > y + height + above;
    if (far && !state.country) continue;
    [left, top, right, bottom] = [Math.min(left, x1), Math.min(top, y1), Math.max(right, x2), Math.max(bottom, y2)];
  }
  if (!state.country) {
    [left, top] = [Math.max(left, x - aside), Math.max(top, y - above)];
    [right, bottom] = [Math.min(right, x + width + aside), Math.min(bottom, y + height + above)];
  }
  const shape = width / height;
  const wide = Math.max(right - left, (bottom - top) * shape) * MARGIN;
  const tall = wide / shape;
  return [(left + right - wide) / 2, (top + bottom - tall) / 2, wide, tall];
}

/** Read a view as the drawing says it. */
export function readView(text: string | null): View {
  const [x = 0, y = 0, width = 1, height = 1] = (text ?? "").split(" ").map(Number);
  return [x, y, width, height];
}

/** Zoom a view so many times in, a point of it (in parts of its width and height) staying where it is. */
export function zoomView([x, y, width, height]: View, by: number, world: View, at: readonly [number, number]): View {
  const wide = Math.min(Math.max(width / by, NEAREST), world[2]);
  const tall = (wide * height) / width;
  return [x + (width - wide) * at[0], y + (height - tall) * at[1], wide, tall];
}

/** Move a view back into the world; one that is larger stands in its middle. */
export function clampView([x, y, width, height]: View, world: View): View {
  const within = (at: number, size: number, low: number, room: number): number =>
    size >= room ? low + (room - size) / 2 : Math.min(Math.max(at, low), low + room - size);
  return [within(x, width, world[0], world[2]), within(y, height, world[1], world[3]), width, height];
}

