// How lines run: from side to side of plates where there is room, else straight between middles, behind the plates.

import type { LineRow } from "./facts";
import type { Box } from "./picture";

/** A curve: its start, two points that bend it, its end. */
export type Route = readonly [
  x1: number, y1: number, cx1: number, cy1: number, cx2: number, cy2: number, x2: number, y2: number,
];

const ROOM = 46;
const APART = 5;

/** Find how a line runs between two boxes; `shift` keeps lines of different types between the same two
 * apart; one within a column swings out on the side away from `centre`. */
export function findRoute(a: Box, b: Box, shift = 0, centre = Infinity): Route {
  const dx = b.x - a.x;
  if (Math.abs(dx) > (a.w + b.w) / 2 + ROOM) {
    const way = Math.sign(dx);
    const [x1, x2] = [a.x + (way * a.w) / 2, b.x - (way * b.w) / 2];
    const bend = (x2 - x1) * 0.45;
    return [x1, a.y + shift, x1 + bend, a.y + shift, x2 - bend, b.y + shift, x2, b.y + shift];
  }
  if (Math.abs(b.y - a.y) > a.h + b.h && Math.abs(dx) < (a.w + b.w) / 4) {
    const way = a.x + b.x < 2 * centre ? -1 : 1;
    const [x1, x2] = [a.x + (way * a.w) / 2, b.x + (way * b.w) / 2];
    const out = way * Math.max(way * x1, way * x2) + way * (18 + Math.min(60, Math.abs(b.y - a.y) * 0.16) + Math.abs(shift) * 2);
    return [x1, a.y + shift, out, a.y + shift, out, b.y + shift, x2, b.y + shift];
  }
  const side = shift;
  return [a.x + side, a.y, a.x + dx / 3 + side, a.y + (b.y - a.y) / 3, b.x - dx / 3 + side, b.y - (b.y - a.y) / 3, b.x + side, b.y];
}

/** Find a point of a curve, `t` of the way along it. */
export function findPoint([x1, y1, cx1, cy1, cx2, cy2, x2, y2]: Route, t: number): { x: number; y: number } {
  const u = 1 - t;
  const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return { x: a * x1 + b * cx1 + c * cx2 + d * x2, y: a * y1 + b * cy1 + c * cy2 + d * y2 };
}

/** Find the shift of each line, so that those between the same two run side by side. */
export function findShifts(lines: readonly LineRow[]): number[] {
  const counts = new Map<string, number>();
  const keys = lines.map(({ start, end }) => (start < end ? `${start} ${end}` : `${end} ${start}`));
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const place = seen.get(key) ?? 0;
    seen.set(key, place + 1);
    return (place - ((counts.get(key) ?? 1) - 1) / 2) * APART;
  });
}
