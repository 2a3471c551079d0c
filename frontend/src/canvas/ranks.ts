// Where a picture begins: columns by label, ordered so that few lines cross, long columns doubled.

import type { LineRow } from "./facts";
import { listNear, type Node, type Place, PLATE } from "./picture";

const COLUMNS = ["Governor", "Official", "Province", "Body", "City", "Mission", "Counterpart", "Region", "Country"] as const;
const TALLEST = 17;
const PITCH = PLATE + 18;
const SWEEPS = 8;

/** Return the column of a node: home at the start, abroad at the end. */
export function findRank(node: Pick<Node, "label" | "home">): number {
  const rank = (COLUMNS as readonly string[]).indexOf(node.label);
  if (node.label === "Country" && node.home) return -1;
  return node.home || rank > 6 ? rank : rank + 0.5;
}

/** Lay out columns; `rankOf` chooses another column for a node, as for the steps of paths. `shape` is width by height. */
export function layOut(
  nodes: readonly Node[], lines: readonly LineRow[], rtl: boolean, shape: number,
  rankOf: (node: Node) => number = findRank,
): Map<string, Place> {
  const ranks = [...new Set(nodes.map(rankOf))].sort((a, b) => a - b);
  const near = listNear(lines);
  const weight = (id: string): number => near.get(id)?.length ?? 0;
  let columns = ranks.map((rank) => nodes.filter((node) => rankOf(node) === rank)
    .sort((a, b) => weight(b.id) - weight(a.id) || (a.id < b.id ? -1 : 1)).map((node) => node.id));
  columns = order(columns, near);
  const halves = columns.flatMap((column) => halve(column));
  const width = new Map(nodes.map((node) => [node.id, node.width]));
  const tall = Math.max(...halves.map(({ ids }) => ids.length), 1) * PITCH;
  const widths = halves.map(({ ids }) => Math.max(...ids.map((id) => width.get(id) ?? 0)));
  const breaks = columns.length - 1;
  const room = breaks ? Math.max(shape < 1 ? 90 : 150, Math.min(520, (tall * shape - widths.reduce((a, b) => a + b, 0)) / breaks)) : 0;
  const places = new Map<string, Place>();
  let x = 0;
  halves.forEach(({ ids, second, doubled }, index) => {
    const own = widths[index] ?? 0;
    if (index) x += (second ? 28 : room) + own / 2;
    const pitch = Math.max(PITCH, Math.min(PITCH * 1.9, tall / ids.length));
    const shift = doubled ? (second ? pitch / 4 : -pitch / 4) : 0;
    ids.forEach((id, row) => places.set(id, { x: rtl ? -x : x, y: (row - (ids.length - 1) / 2) * pitch + shift }));
    x += own / 2;
  });
  return places;
}

/** Lay out very many nodes: those of one country together, row by row. */
export function layOutAll(nodes: readonly Node[], rtl: boolean, shape: number): Map<string, Place> {
  const sorted = [...nodes].sort((a, b) =>
    Number(b.home) - Number(a.home) || (a.top < b.top ? -1 : a.top > b.top ? 1 : findRank(b) - findRank(a)));
  const [wide, high] = [Math.max(...nodes.map((node) => node.width), 60) + 24, PLATE + 26];
  const rows = Math.max(1, Math.ceil(Math.sqrt((sorted.length * wide) / (high * shape))));
  return new Map(sorted.map((node, index) => {
    const x = Math.floor(index / rows) * wide;
    return [node.id, { x: rtl ? -x : x, y: (index % rows) * high }] as const;
  }));
}

function halve(ids: readonly string[]): { ids: readonly string[]; second: boolean; doubled: boolean }[] {
  if (ids.length <= TALLEST) return [{ ids, second: false, doubled: false }];
  return [0, 1].map((half) => ({ ids: ids.filter((_, row) => row % 2 === half), second: half === 1, doubled: true }));
}

function order(columns: string[][], near: ReadonlyMap<string, readonly string[]>): string[][] {
  let best = columns;
  let now = columns;
  let fewest = Infinity;
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const at = new Map(now.flatMap((column) => column.map((id, row) => [id, (row + 0.5) / column.length] as const)));
    const crossing = countCrossings(now, near);
    if (crossing < fewest) [fewest, best] = [crossing, now];
    now = now.map((column, index) => {
      if (index % 2 !== sweep % 2) return column;
      const middle = new Map(column.map((id) => {
        const others = (near.get(id) ?? []).filter((other) => !column.includes(other)).map((other) => at.get(other) ?? 0.5);
        return [id, others.length ? others.reduce((a, b) => a + b, 0) / others.length : at.get(id) ?? 0.5] as const;
      }));
      return [...column].sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0));
    });
  }
  return best;
}

function countCrossings(columns: readonly (readonly string[])[], near: ReadonlyMap<string, readonly string[]>): number {
  const spot = new Map(columns.flatMap((column, index) => column.map((id, row) => [id, [index, row / column.length] as const] as const)));
  const pairs: (readonly [number, number, number, number])[] = [];
  for (const [id, [column, row]] of spot) {
    for (const other of near.get(id) ?? []) {
      const [far, at] = spot.get(other) ?? [column, 0];
      if (far > column) pairs.push([column, far, row, at]);
    }
  }
  if (pairs.length > 700) return 0;
  let found = 0;
  pairs.forEach(([a, b, p, q], index) => {
    for (let next = index + 1; next < pairs.length; next += 1) {
      const [c, d, r, s] = pairs[next] ?? [0, 0, 0, 0];
      if (a === c && b === d && (p - r) * (q - s) < 0) found += 1;
    }
  });
  return found;
}
