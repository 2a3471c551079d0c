// Finds a free place for what is new, beside its neighbour; what is there stays where it is.

import { type Box, listNear, meet, type Node, type Picture, type Place, findBox, listLines, PLATE } from "./picture";

const GAP = 8;
const ANGLES = 20;
const RINGS = 8;
const FAR_RINGS = 90;
const LOOKED = 2;
const MOST_LINES = 260;

/** Boxes found by where they are. */
export class BoxGrid {
  private readonly cells = new Map<string, Box[]>();
  constructor(private readonly size = 160) {}

  add(box: Box): void {
    for (const key of this.keys(box, 0)) {
      const held = this.cells.get(key);
      if (held) held.push(box);
      else this.cells.set(key, [box]);
    }
  }

  hits(box: Box, gap = 0): boolean {
    for (const key of this.keys(box, gap)) {
      if (this.cells.get(key)?.some((other) => meet(box, other, gap))) return true;
    }
    return false;
  }

  private *keys({ x, y, w, h }: Box, gap: number): Iterable<string> {
    const at = (value: number): number => Math.floor(value / this.size);
    for (let i = at(x - w / 2 - gap); i <= at(x + w / 2 + gap); i += 1) {
      for (let j = at(y - h / 2 - gap); j <= at(y + h / 2 + gap); j += 1) yield `${i},${j}`;
    }
  }
}

type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** Return the picture with a place for each node that has none, beside `anchor` or the neighbour that has one. */
export function placeNew(picture: Picture, anchor: string): Picture {
  const places = new Map(picture.places);
  const fresh = [...picture.nodes.values()].filter((node) => !places.has(node.id));
  if (!fresh.length) return picture;
  const lines = listLines(picture);
  const near = listNear(lines);
  const grid = new BoxGrid();
  for (const id of places.keys()) grid.add(findBox(picture, id));
  const placed = (id: string): string[] => (near.get(id) ?? []).filter((other) => places.has(other));
  const segments: Segment[] = [];
  const draw = (one: string, other: string): void => {
    const [a, b] = [places.get(one), places.get(other)];
    if (a && b && segments.length < MOST_LINES) segments.push([a.x, a.y, b.x, b.y]);
  };
  for (const { start, end } of lines) draw(start, end);
  fresh.sort((a, b) => placed(b.id).length - placed(a.id).length || (a.id < b.id ? -1 : 1));
  for (const node of fresh) {
    const others = placed(node.id);
    const beside = others.includes(anchor) || !others.length ? anchor : others[0] ?? anchor;
    const origin = places.get(beside) ?? middle(places);
    const wide = picture.nodes.get(beside)?.width ?? 0;
    const ends = others.map((id) => places.get(id)).filter((one): one is Place => one !== undefined);
    const place = findSlot(node, origin, wide, ends.slice(0, 6), grid, segments);
    places.set(node.id, place);
    grid.add({ ...place, w: node.width, h: PLATE });
    for (const other of others) draw(node.id, other);
  }
  return { ...picture, places };
}

function middle(places: ReadonlyMap<string, Place>): Place {
  let [x, y] = [0, 0];
  for (const place of places.values()) [x, y] = [x + place.x, y + place.y];
  return places.size ? { x: x / places.size, y: y / places.size } : { x: 0, y: 0 };
}

function findSlot(
  node: Node, origin: Place, wide: number, ends: readonly Place[], grid: BoxGrid, segments: readonly Segment[],
): Place {
  let best: Place = origin;
  let least = Infinity;
  let since = 0;
  for (let ring = 0; ring < FAR_RINGS; ring += 1) {
    const across = (wide + node.width) / 2 + 26 + ring * 58;
    const down = PLATE + 16 + ring * 34;
    for (let step = 0; step < ANGLES; step += 1) {
      const angle = ((step + (ring % 2) / 2) / ANGLES) * 2 * Math.PI;
      const place = { x: origin.x + across * Math.cos(angle), y: origin.y + down * Math.sin(angle) };
      const box = { ...place, w: node.width, h: PLATE };
      if (grid.hits(box, GAP)) continue;
      const price = ring * 0.7 + ends.reduce((sum, end) => sum + Math.hypot(end.x - place.x, end.y - place.y) / 260, 0)
        + priceLines(box, ends, segments, least);
      if (price < least) [least, best] = [price, place];
    }
    if (least < Infinity) since += 1;
    if (least < Infinity && (since > LOOKED || ring >= RINGS)) break;
  }
  return best;
}

/** What a place costs by the lines there: one that would run behind its box, and those that its own would cross. */
function priceLines(box: Box, ends: readonly Place[], segments: readonly Segment[], most: number): number {
  let price = 0;
  for (const segment of segments) {
    if (passes(segment, box)) price += 1.6;
    for (const end of ends) if (cross([box.x, box.y, end.x, end.y], segment)) price += 1;
    if (price > most) break;
  }
  return price;
}

function passes([x1, y1, x2, y2]: Segment, { x, y, w, h }: Box): boolean {
  if (Math.max(x1, x2) < x - w / 2 || Math.min(x1, x2) > x + w / 2) return false;
  if (Math.max(y1, y2) < y - h / 2 || Math.min(y1, y2) > y + h / 2) return false;
  const side = (px: number, py: number): number => Math.sign((x2 - x1) * (py - y1) - (y2 - y1) * (px - x1));
  const corner = side(x - w / 2, y - h / 2);
  return [side(x + w / 2, y - h / 2), side(x - w / 2, y + h / 2), side(x + w / 2, y + h / 2)].some((one) => one !== corner);
}

function cross([ax, ay, bx, by]: Segment, [cx, cy, dx, dy]: Segment): boolean {
  const turn = (px: number, py: number, qx: number, qy: number, rx: number, ry: number): number =>
    (qx - px) * (ry - py) - (qy - py) * (rx - px);
  return turn(ax, ay, bx, by, cx, cy) * turn(ax, ay, bx, by, dx, dy) < -1e-6
    && turn(cx, cy, dx, dy, ax, ay) * turn(cx, cy, dx, dy, bx, by) < -1e-6;
}
