// The pills at the edge of the map: countries outside it that several provinces court, with an arrow to each.

import type { Box } from "./label_places";
import type { View } from "./map_view";

/** A country beyond the frame: its id, the words on its pill and how wide these are in pixels, where it lies. */
export interface Beyond { readonly id: string; readonly wide: number; readonly x: number; readonly y: number }

/** A pill as it stands: its box, and the angle in degrees in which its country lies. */
export interface Pill<Kind extends Beyond = Beyond> { readonly country: Kind; readonly box: Box; readonly angle: number }

/** Height of a pill, room for its arrow and round its words, and distance from the frame, in pixels. */
export const PILL = { height: 22, arrow: 20, room: 9, inset: 8, gap: 4 } as const;

/** Steps along the edge by which a pill that has no room is moved. */
const STEPS = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 8, -8];

/** Place pills along the edge, the first with the first choice; one that fits nowhere is left out. */
export function placePills<Kind extends Beyond>(
  countries: readonly Kind[], view: View, unit: number, taken: readonly Box[] = [],
): readonly Pill<Kind>[] {
  const [left, top, width, height] = view;
  const middle = [left + width / 2, top + height / 2] as const;
  const placed: Pill<Kind>[] = [];
  for (const country of countries) {
    const wide = (country.wide + PILL.arrow + 2 * PILL.room) * unit;
    const tall = PILL.height * unit;
    const inset = PILL.inset * unit;
    const half = [width / 2 - wide / 2 - inset, height / 2 - tall / 2 - inset] as const;
    const [dx, dy] = [country.x - middle[0], country.y - middle[1]];
    const reach = Math.min(half[0] / Math.max(Math.abs(dx), 1e-9), half[1] / Math.max(Math.abs(dy), 1e-9));
    const upright = half[0] / Math.max(Math.abs(dx), 1e-9) < half[1] / Math.max(Math.abs(dy), 1e-9);
    for (const step of STEPS) {
      const along = step * (upright ? tall + PILL.gap * unit : (wide + PILL.gap * unit) / 2);
      const x = clamp(middle[0] + dx * reach + (upright ? 0 : along), middle[0] - half[0], middle[0] + half[0]);
      const y = clamp(middle[1] + dy * reach + (upright ? along : 0), middle[1] - half[1], middle[1] + half[1]);
      const box = { left: x - wide / 2, right: x + wide / 2, top: y - tall / 2, bottom: y + tall / 2 };
      const gap = PILL.gap * unit;
      if ([...taken, ...placed.map((pill) => pill.box)].some((other) => meets(box, other, gap))) continue;
      placed.push({ country, box, angle: (Math.atan2(country.y - y, country.x - x) * 180) / Math.PI });
      break;
    }
  }
  return placed;
}

function clamp(at: number, low: number, high: number): number {
  return Math.min(Math.max(at, low), high);
}

function meets(a: Box, b: Box, gap: number): boolean {
  return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;
}
