// Places the nodes of a network in columns, provinces between what they share: no two meet, few lines cross.

import { NETWORK_GAP } from "./generated";

/** What a node takes up round its point: half its width, and its height above and below. */
export interface NodeBox { readonly half: number; readonly above: number; readonly below: number }
type Point = readonly [number, number];
/** A line: the place of its province among the nodes, and that of its target. */
export type Line = readonly [number, number];
export interface NetworkLayout { readonly points: readonly Point[]; readonly width: number; readonly height: number }

/** How often the columns are put in order by each other. */
const ROUNDS = 12;

/**
 * Place nodes: provinces in the middle with targets on both sides, or beside them where there is no room for three
 * columns. Each column stands in the order of its neighbours' middles (the barycentre method), which leaves few
 * crossings; nodes that no line starts at are targets.
 */
export function placeColumns(boxes: readonly NodeBox[], lines: readonly Line[], least: number): NetworkLayout {
  const provinces = new Set(lines.map(([start]) => start));
  const all = boxes.map((_, node) => node);
  const columns = orderColumns(all.filter((node) => provinces.has(node)), all.filter((node) => !provinces.has(node)), lines);
  const [home, abroad] = columns;
  const sides = [abroad.filter((_, at) => at % 2 === 0), home, abroad.filter((_, at) => at % 2 === 1)];
  const three = sides.map((nodes) => measureWidth(nodes, boxes));
  const wide = three.reduce((sum, one) => sum + one, 0) <= least;
  return spread(wide ? sides : [home, abroad], boxes, least);
}

/** Order both columns by where their neighbours stand in the other, again and again; the best order is kept. */
function orderColumns(home: readonly number[], abroad: readonly number[], lines: readonly Line[]): readonly [readonly number[], readonly number[]] {
  const neighbours = new Map<number, number[]>();
  for (const [start, end] of lines) {
    neighbours.set(start, [...(neighbours.get(start) ?? []), end]);
    neighbours.set(end, [...(neighbours.get(end) ?? []), start]);
  }
  const order = (column: readonly number[], other: readonly number[]): readonly number[] => {
    const place = new Map(other.map((node, at) => [node, at]));
    const middle = (node: number): number => {
      const near = neighbours.get(node) ?? [];
      return near.reduce((sum, one) => sum + (place.get(one) ?? 0), 0) / Math.max(near.length, 1);
    };
    const keyed = column.map((node) => [middle(node), node] as const);
    return keyed.sort(([a], [b]) => a - b).map(([, node]) => node);
  };
  let best = [home, abroad] as const;
  let least = countCrossings(home, abroad, lines);
  let now = best;
  for (let round = 0; round < ROUNDS && least > 0; round += 1) {
    const right = order(now[1], now[0]);
    now = [order(now[0], right), right];
    const crossings = countCrossings(now[0], now[1], lines);
    if (crossings < least) [best, least] = [now, crossings];
  }
  return best;
}

/** Count the pairs of lines that cross between two columns. */
export function countCrossings(home: readonly number[], abroad: readonly number[], lines: readonly Line[]): number {
  const [left, right] = [home, abroad].map((column) => new Map(column.map((node, at) => [node, at])));
  const ends = lines.map(([start, end]) => [left?.get(start) ?? 0, right?.get(end) ?? 0] as const);
  let found = 0;
  ends.forEach(([a, b], index) => {
    for (const [c, d] of ends.slice(index + 1)) if ((a - c) * (b - d) < 0) found += 1;
  });
  return found;
}

function measureWidth(column: readonly number[], boxes: readonly NodeBox[]): number {
  return Math.max(0, ...column.map((node) => 2 * (boxes[node]?.half ?? 0))) + 2 * NETWORK_GAP;
}

function measureHeight(column: readonly number[], boxes: readonly NodeBox[]): number {
  return column.reduce((sum, node) => sum + (boxes[node]?.above ?? 0) + (boxes[node]?.below ?? 0) + NETWORK_GAP, NETWORK_GAP);
}

/** Stand columns beside each other, each over the whole height; what room is left is shared out evenly. */
function spread(columns: readonly (readonly number[])[], boxes: readonly NodeBox[], least: number): NetworkLayout {
  const filled = columns.filter((column) => column.length > 0);
  const widths = filled.map((column) => measureWidth(column, boxes));
  const width = Math.max(least, widths.reduce((sum, one) => sum + one, 0));
  const height = Math.max(0, ...filled.map((column) => measureHeight(column, boxes)));
  const between = (width - widths.reduce((sum, one) => sum + one, 0)) / Math.max(filled.length - 1, 1);
  const points: Point[] = boxes.map(() => [0, 0]);
  let left = 0;
  filled.forEach((column, at) => {
    const wide = widths[at] ?? 0;
    const room = (height - measureHeight(column, boxes)) / column.length;
    let top = NETWORK_GAP;
    for (const node of column) {
      const { above = 0, below = 0 } = boxes[node] ?? {};
      points[node] = [left + wide / 2, top + room / 2 + above];
      top += room + above + below + NETWORK_GAP;
    }
    left += wide + between;
  });
  return { points, width, height };
}
