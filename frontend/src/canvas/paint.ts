// Paints a picture: lines, then plates with names over them; from afar marks, and the names that have room. In slices.

import type { LineRow } from "./facts";
import { type Box, findBox, type Node, surround } from "./picture";
import { drawShape, findLook, type Pen } from "./pen";
import { findPoint, findRoute, findShifts, type Route } from "./routes";
import type { Scene } from "./scene";
import { BoxGrid } from "./slots";

/** How the picture lies on the screen: a point of it is at x * k + dx, y * k + dy. */
export interface View { readonly k: number; readonly dx: number; readonly dy: number }

/** Below this enlargement a plate would be too small to read: a mark stands for it. */
export const PLATES_FROM = 0.77;
const MANY = 500;
const SLICE = 150;
const BATCH = 50;
const MOST_NAMES = 350;
const MARK = 5;
const EDGE = 2;
export const FONT = "Vazirmatn, 'Segoe UI', Tahoma, sans-serif";

/** Paint a scene on a pen of some size; it pauses now and then, so that it may be done in slices. */
export function* paint(pen: Pen, scene: Scene, view: View, width: number, height: number, dpr: number): Generator<void> {
  pen.globalAlpha = 1;
  pen.fillStyle = scene.colours.paper;
  pen.beginPath();
  pen.rect(0, 0, width, height);
  pen.fill();
  pen.direction = scene.voice.rtl ? "rtl" : "ltr";
  paintBands(pen, scene, view);
  const plates = view.k >= PLATES_FROM;
  const boxes = new Map(scene.nodes.map((node) => [node.id, onScreen(findBox(scene.picture, node.id), view)] as const));
  const seen = (box: Box): boolean =>
    box.x + box.w / 2 > 0 && box.x - box.w / 2 < width && box.y + box.h / 2 > 0 && box.y - box.h / 2 < height;
  yield;
  const many = !plates && scene.lines.length > MANY;
  const routes = many ? [] : findRoutes(scene, boxes, plates, width, height);
  if (many) yield* paintMany(pen, scene, boxes, dpr);
  else yield* paintLines(pen, scene, routes, dpr);
  const nodes = scene.nodes.filter((node) => seen(boxes.get(node.id) ?? NOWHERE));
  let done = 0;
  if (plates) {
    const shown = moveInside(nodes, boxes, width, height);
    paintCounts(pen, scene, routes, [...shown.values()], view.k);
    // What is written whole lies over what the edge cuts.
    for (const node of [...nodes].sort((a, b) => Number(shown.has(a.id)) - Number(shown.has(b.id)))) {
      paintPlate(pen, scene, node, shown.get(node.id) ?? boxes.get(node.id) ?? NOWHERE, view.k, shown.has(node.id));
      if ((done += 1) % SLICE === 0) yield;
    }
    return;
  }
  for (const node of nodes) {
    const box = boxes.get(node.id) ?? NOWHERE;
    const strong = node.id === scene.chosen || scene.lit.has(node.id);
    drawShape(pen, node.label, node.home, box.x, box.y, strong ? MARK + 1.5 : MARK, scene.colours);
    if ((done += 1) % SLICE === 0) yield;
  }
  yield* paintNames(pen, scene, nodes, boxes, width, height);
}

/** Where plates are drawn: one that the edge would cut moves inside where there is room, and else has no place. */
function moveInside(nodes: readonly Node[], boxes: ReadonlyMap<string, Box>, width: number, height: number): Map<string, Box> {
  const shown = new Map<string, Box>();
  const grid = new BoxGrid();
  const cut: [string, Box][] = [];
  const clamp = (at: number, size: number, room: number): number => Math.max(size / 2 + EDGE, Math.min(room - size / 2 - EDGE, at));
  for (const { id } of nodes) {
    const box = boxes.get(id) ?? NOWHERE;
    const inside = { ...box, x: clamp(box.x, box.w, width), y: clamp(box.y, box.h, height) };
    if (Math.abs(inside.x - box.x) > EDGE || Math.abs(inside.y - box.y) > EDGE) cut.push([id, inside]);
    else {
      shown.set(id, box);
      grid.add(box);
    }
  }
  for (const [id, box] of cut) {
    if (grid.hits(box)) continue;
    shown.set(id, box);
    grid.add(box);
  }
  return shown;
}

const NOWHERE: Box = { x: -1e6, y: -1e6, w: 0, h: 0 };

/** Return where a box lies on the screen. */
export function onScreen({ x, y, w, h }: Box, { k, dx, dy }: View): Box {
  return { x: x * k + dx, y: y * k + dy, w: w * k, h: h * k };
}

type Drawn = readonly [line: LineRow, route: Route, strong: boolean];

function findRoutes(scene: Scene, boxes: ReadonlyMap<string, Box>, plates: boolean, width: number, height: number): Drawn[] {
  const shifts = findShifts(scene.lines);
  const centre = surround(boxes.values()).x;
  const drawn: Drawn[] = [];
  scene.lines.forEach((line, index) => {
    let [a, b] = [boxes.get(line.start), boxes.get(line.end)];
    if (!a || !b) return;
    if (Math.max(a.x, b.x) < -200 || Math.min(a.x, b.x) > width + 200 || Math.max(a.y, b.y) < -60 || Math.min(a.y, b.y) > height + 60) return;
    if (!plates) [a, b] = [{ ...a, w: 2 * MARK, h: 2 * MARK }, { ...b, w: 2 * MARK, h: 2 * MARK }];
    const strong = line.start === scene.chosen || line.end === scene.chosen || scene.litLines.has(line);
    drawn.push([line, findRoute(a, b, plates ? shifts[index] ?? 0 : 0, centre), strong]);
  });
  return drawn;
}

const sorted = new WeakMap<readonly LineRow[], readonly LineRow[]>();

/** Paint very many lines from afar: straight, one dot wide, batches of a type in one path; the chosen one's over them. */
function* paintMany(pen: Pen, scene: Scene, boxes: ReadonlyMap<string, Box>, dpr: number): Generator<void> {
  const lines = sorted.get(scene.lines) ?? [...scene.lines].sort((a, b) => (a.type < b.type ? -1 : a.type > b.type ? 1 : 0));
  sorted.set(scene.lines, lines);
  pen.setLineDash([]);
  const draw = (from: number, to: number, some: readonly LineRow[]): void => {
    pen.beginPath();
    for (let at = from; at < to; at += 1) {
      const line = some[at];
      const [a, b] = line ? [boxes.get(line.start), boxes.get(line.end)] : [];
      if (!a || !b) continue;
      pen.moveTo(a.x, a.y);
      pen.lineTo(b.x, b.y);
    }
    pen.stroke();
  };
  pen.globalAlpha = 0.55;
  pen.lineWidth = 1 / dpr;
  for (let from = 0; from < lines.length;) {
    const type = lines[from]?.type ?? "";
    let to = from;
    while (to < from + BATCH && lines[to]?.type === type) to += 1;
    pen.strokeStyle = scene.colours[findLook(type).colour];
    draw(from, to, lines);
    from = to;
    yield;
  }
  pen.globalAlpha = 1;
  const strong = lines.filter((line) => line.start === scene.chosen || line.end === scene.chosen || scene.litLines.has(line)).slice(0, 400);
  pen.strokeStyle = scene.colours.abroad;
  pen.lineWidth = 1.5;
  for (let at = 0; at < strong.length; at += 1) draw(at, at + 1, strong);
}

function* paintLines(pen: Pen, scene: Scene, drawn: readonly Drawn[], dpr: number): Generator<void> {
  const many = drawn.length > MANY;
  const rest = scene.chosen && !many ? 0.5 : many ? 0.55 : 0.9;
  const strong = drawn.filter((one) => one[2]);
  let done = 0;
  if (many) {
    const sorted = drawn.filter((one) => !one[2]).sort((a, b) => (a[0].type < b[0].type ? -1 : a[0].type > b[0].type ? 1 : 0));
    pen.globalAlpha = rest;
    pen.lineWidth = 1 / dpr;
    pen.setLineDash([]);
    for (let from = 0; from < sorted.length;) {
      const type = sorted[from]?.[0].type ?? "";
      pen.strokeStyle = scene.colours[findLook(type).colour];
      pen.beginPath();
      let count = 0;
      for (; count < BATCH && sorted[from]?.[0].type === type; from += 1, count += 1) {
        const route = sorted[from]?.[1];
        if (!route) continue;
        pen.moveTo(route[0], route[1]);
        pen.lineTo(route[6], route[7]);
      }
      pen.stroke();
      if ((done += count) % SLICE < count) yield;
    }
  } else {
    for (const one of drawn) {
      if (!one[2]) paintLine(pen, scene, one, rest);
      if ((done += 1) % SLICE === 0) yield;
    }
  }
  for (const one of strong.slice(0, 400)) paintLine(pen, scene, one, 1);
  pen.globalAlpha = 1;
}

function paintLine(pen: Pen, scene: Scene, [line, route, strong]: Drawn, alpha: number): void {
  const look = findLook(line.type);
  pen.globalAlpha = alpha;
  pen.strokeStyle = strong ? scene.colours.abroad : scene.colours[look.colour];
  pen.lineWidth = line.type === "TIED_TO" ? Math.min(6, look.width * Math.sqrt(line.count)) : look.width;
  pen.setLineDash(line.holds ? [...look.dash] : [7, 5]);
  pen.beginPath();
  pen.moveTo(route[0], route[1]);
  pen.bezierCurveTo(route[2], route[3], route[4], route[5], route[6], route[7]);
  pen.stroke();
}

function paintCounts(pen: Pen, scene: Scene, drawn: readonly Drawn[], plates: readonly Box[], k: number): void {
  if (drawn.length > MANY) return;
  const grid = new BoxGrid();
  for (const box of plates) grid.add(box);
  const size = Math.max(9, Math.min(12, 11 * k));
  pen.font = `600 ${size}px ${FONT}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.setLineDash([]);
  for (const [line, route, strong] of [...drawn].sort((a, b) => Number(b[2]) - Number(a[2]) || b[0].count - a[0].count)) {
    const words = scene.sayLine(line);
    if (!words) continue;
    const w = words.length * size * 0.6 + 9;
    const spots = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78, 0.14, 0.86].map((t) => ({ ...findPoint(route, t), w, h: size + 5 }));
    const spot = spots.find((box) => !grid.hits(box, 1));
    if (!spot) continue;
    grid.add(spot);
    pen.globalAlpha = 1;
    roundBox(pen, spot, spot.h / 2);
    pen.fillStyle = scene.colours.paper;
    pen.fill();
    pen.strokeStyle = strong ? scene.colours.abroad : scene.colours.line;
    pen.lineWidth = 1;
    pen.stroke();
    pen.fillStyle = strong ? scene.colours.abroad : scene.colours.ink;
    pen.fillText(words, spot.x, spot.y + 0.5);
  }
}

function paintPlate(pen: Pen, scene: Scene, node: Node, box: Box, k: number, named: boolean): void {
  const { colours, voice } = scene;
  const chosen = node.id === scene.chosen;
  pen.globalAlpha = 1;
  pen.setLineDash([]);
  if (node.closed && node.inside) {
    roundBox(pen, { ...box, x: box.x + (voice.rtl ? -3 : 3) * k, y: box.y + 3 * k }, 5 * k);
    pen.fillStyle = colours.paper;
    pen.fill();
    pen.lineWidth = 1;
    pen.strokeStyle = colours.line;
    pen.stroke();
  }
  roundBox(pen, box, node.label === "Country" ? box.h / 2 : 5 * k);
  pen.fillStyle = chosen ? colours.pale : colours.paper;
  pen.fill();
  pen.lineWidth = chosen ? 2.5 : scene.lit.has(node.id) ? 2 : 1.2;
  pen.strokeStyle = chosen || scene.lit.has(node.id) ? colours.abroad : node.home ? colours.home : colours.edge;
  pen.stroke();
  const way = voice.rtl ? -1 : 1;
  const start = box.x - (way * box.w) / 2;
  drawShape(pen, node.label, node.home, start + way * 14 * k, box.y, 6 * k, colours);
  if (!named) return;
  pen.font = `${chosen ? 700 : 400} ${13 * k}px ${FONT}`;
  pen.textBaseline = "middle";
  pen.textAlign = voice.rtl ? "right" : "left";
  pen.fillStyle = colours.ink;
  pen.fillText(isolate(node.said), start + way * 26 * k, box.y + k);
  const marks = scene.sayInside(node);
  if (marks) {
    pen.font = `600 ${11 * k}px ${FONT}`;
    pen.textAlign = voice.rtl ? "left" : "right";
    pen.fillStyle = colours.quiet;
    pen.fillText(marks, box.x + way * (box.w / 2 - 9 * k), box.y + k);
  }
}

function* paintNames(
  pen: Pen, scene: Scene, nodes: readonly Node[], boxes: ReadonlyMap<string, Box>, width: number, height: number,
): Generator<void> {
  const grid = new BoxGrid(80);
  let held = 0;
  for (const node of nodes) {
    grid.add({ ...(boxes.get(node.id) ?? NOWHERE), w: 2 * MARK + 2, h: 2 * MARK + 2 });
    if ((held += 1) % 400 === 0) yield;
  }
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillStyle = scene.colours.ink;
  const size = 11.5;
  pen.font = `400 ${size}px ${FONT}`;
  let [written, tried] = [0, 0];
  const before = (node: Node): number => (node.id === scene.chosen ? 1e6 : 0) + (scene.lit.has(node.id) ? 1e4 : 0) + (scene.degree.get(node.id) ?? 0);
  for (const node of [...nodes].sort((a, b) => before(b) - before(a))) {
    if (written >= MOST_NAMES || tried > 1_500) return;
    tried += 1;
    if (tried % 40 === 0) yield;
    const at = boxes.get(node.id) ?? NOWHERE;
    const [w, h] = [scene.measure(node.said) * (size / 13) + 4, size + 3];
    const aside = w / 2 + MARK + 3;
    const slant = aside * 0.8;
    const places = [[0, 14], [0, -14], [aside, 0], [-aside, 0]];
    // Of few, every name finds a place.
    if (nodes.length < 200) places.push([slant, 12], [-slant, 12], [slant, -12], [-slant, -12], [0, 24], [0, -24], [slant, 22], [-slant, 22], [slant, -22], [-slant, -22], [0, 34], [0, -34]);
    const spots = places.map(([dx = 0, dy = 0]) => ({ x: at.x + dx, y: at.y + dy, w, h }));
    const spot = spots.find((box) => box.x - w / 2 > 2 && box.x + w / 2 < width - 2 && box.y - h / 2 > 2 && box.y + h / 2 < height - 2 && !grid.hits(box));
    if (!spot) continue;
    grid.add(spot);
    written += 1;
    pen.globalAlpha = 0.85;
    pen.fillStyle = scene.colours.paper;
    pen.beginPath();
    pen.rect(spot.x - w / 2, spot.y - h / 2, w, h);
    pen.fill();
    pen.globalAlpha = 1;
    pen.fillStyle = node.id === scene.chosen ? scene.colours.abroad : scene.colours.ink;
    pen.fillText(isolate(node.said), spot.x, spot.y);
  }
}

function paintBands(pen: Pen, scene: Scene, view: View): void {
  for (const { words, box } of scene.picture.bands) {
    const at = onScreen(box, view);
    roundBox(pen, at, 6 * view.k);
    pen.fillStyle = scene.colours.ground;
    pen.fill();
    pen.strokeStyle = scene.colours.rule;
    pen.lineWidth = 1;
    pen.stroke();
    pen.font = `600 ${Math.max(10, 13 * view.k)}px ${FONT}`;
    pen.fillStyle = scene.colours.quiet;
    pen.textBaseline = "middle";
    pen.textAlign = scene.voice.rtl ? "left" : "right";
    pen.fillText(words, at.x + (scene.voice.rtl ? -1 : 1) * (at.w / 2 - 12 * view.k), at.y);
  }
}

/** Keep the direction of a name to itself. */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`;
}

function roundBox(pen: Pen, { x, y, w, h }: Box, r: number): void {
  const [left, top, right, bottom] = [x - w / 2, y - h / 2, x + w / 2, y + h / 2];
  const quarter = Math.PI / 2;
  pen.beginPath();
  pen.moveTo(left + r, top);
  pen.lineTo(right - r, top);
  pen.arc(right - r, top + r, r, -quarter, 0);
  pen.lineTo(right, bottom - r);
  pen.arc(right - r, bottom - r, r, 0, quarter);
  pen.lineTo(left + r, bottom);
  pen.arc(left + r, bottom - r, r, quarter, 2 * quarter);
  pen.lineTo(left, top + r);
  pen.arc(left + r, top + r, r, 2 * quarter, 3 * quarter);
  pen.closePath();
}

