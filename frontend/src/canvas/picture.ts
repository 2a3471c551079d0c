// The picture on the canvas: what is shown and where, never changed but replaced, so that each step can be taken back.

import type { LineRow, NodeRow, PictureRow } from "./facts";

/** A middle, in units of the picture. */
export interface Place { readonly x: number; readonly y: number }

/** A box by its middle. */
export interface Box extends Place { readonly w: number; readonly h: number }

/** A part of a comparison: its words and what lies in it. */
export interface Band { readonly words: string; readonly box: Box }

/** A node as it is drawn: what is written on its plate, and how wide that makes it. */
export interface Node extends NodeRow { readonly said: string; readonly width: number }

/** All that is on the canvas. `off` are labels and types that the legend hides; `only` the lines that a path leaves. */
export interface Picture {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly lines: readonly LineRow[];
  readonly places: ReadonlyMap<string, Place>;
  readonly pinned: ReadonlySet<string>;
  readonly off: ReadonlySet<string>;
  readonly only: ReadonlySet<string> | null;
  readonly bands: readonly Band[];
}

export const PLATE = 28;
export const EMPTY: Picture = {
  nodes: new Map(), lines: [], places: new Map(), pinned: new Set(), off: new Set(), only: null, bands: [],
};

/** Name a line by its ends and type. */
export function keyOf(line: Pick<LineRow, "start" | "end" | "type">): string {
  return `${line.start} ${line.type} ${line.end}`;
}

/** List the nodes that the legend lets be seen. */
export function listNodes(picture: Picture): Node[] {
  return [...picture.nodes.values()].filter((node) => !picture.off.has(node.label));
}

/** List the lines that are seen: of a type that is on, between nodes that are. */
export function listLines(picture: Picture): LineRow[] {
  const seen = (id: string): boolean => {
    const node = picture.nodes.get(id);
    return node !== undefined && !picture.off.has(node.label);
  };
  return picture.lines.filter((line) =>
    !picture.off.has(line.type) && seen(line.start) && seen(line.end) && (!picture.only || picture.only.has(keyOf(line))));
}

/** Return the box of a node. */
export function findBox(picture: Picture, id: string): Box {
  const place = picture.places.get(id) ?? { x: 0, y: 0 };
  return { x: place.x, y: place.y, w: picture.nodes.get(id)?.width ?? 0, h: PLATE };
}

/** Say whether two boxes come nearer than a gap. */
export function meet(a: Box, b: Box, gap = 0): boolean {
  return Math.abs(a.x - b.x) * 2 < a.w + b.w + 2 * gap && Math.abs(a.y - b.y) * 2 < a.h + b.h + 2 * gap;
}

/** Return the box round some boxes. */
export function surround(boxes: Iterable<Box>): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, w, h } of boxes) {
    left = Math.min(left, x - w / 2);
    right = Math.max(right, x + w / 2);
    top = Math.min(top, y - h / 2);
    bottom = Math.max(bottom, y + h / 2);
  }
  if (left > right) return { x: 0, y: 0, w: 1, h: 1 };
  return { x: (left + right) / 2, y: (top + bottom) / 2, w: right - left, h: bottom - top };
}

/** Write what is shown as the server reads it: ids, a star behind the closed. */
export function writeShown(nodes: Iterable<Pick<NodeRow, "id" | "closed">>): string {
  return [...nodes].map((node) => node.id + (node.closed ? "*" : "")).join("|");
}

/** Return a picture that holds what the server tells; places of what is new are still to be found. */
export function takeRows(picture: Picture, rows: PictureRow, dress: (row: NodeRow) => Node): Picture {
  const nodes = new Map(rows.nodes.map((row) => [row.id, dress(row)] as const));
  const places = new Map([...picture.places].filter(([id]) => nodes.has(id)));
  const pinned = new Set([...picture.pinned].filter((id) => nodes.has(id)));
  return { ...picture, nodes, places, pinned, lines: rows.lines };
}

/** List the ids next to each node. */
export function listNear(lines: readonly LineRow[]): Map<string, string[]> {
  const near = new Map<string, string[]>();
  const add = (one: string, other: string): void => {
    const there = near.get(one);
    if (there) there.push(other);
    else near.set(one, [other]);
  };
  for (const { start, end } of lines) {
    add(start, end);
    add(end, start);
  }
  return near;
}
