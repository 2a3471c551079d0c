// The neighbourhood: draws the columns anew for each choice, each place with a port where its lines go on.

import { drawCurve, type Link, orderColumns } from "./columns";
import { drawnOf } from "./days";
import { findClass, nameOf, readDrawn, viewDrawn, wordOf } from "./drawn";
import type { Facts } from "./facts";
import { ABROAD_STEPS, DIRECTIONS, type Drawn, HOME_STEPS, NEIGHBOURS } from "./generated";
import { addRoving, makeItem } from "./keyboard";
import { makeShape } from "./marks";
import { findNeighbours, type Neighbours, type Node } from "./neighbours";
import { drawOverlap } from "./overlap";
import { drawForPaper } from "./printing";
import { watchSize } from "./sizes";
import type { State } from "./state";
import { fillPattern, writeNumber } from "./words";

const ROW = { plain: 28, below: 42 } as const;
const MARK = 24;
const FONT = { name: "600 13.5px Vazirmatn", below: "400 12px Vazirmatn" } as const;
/** Below this width the last of three columns is said in words. */
const NARROW = 460;

/** Make the drawing follow the state. */
export function startNeighbourhood(frame: HTMLElement): (state: State, chosen: unknown, shown: Facts) => void {
  let drawn = readDrawn();
  const field = frame.querySelector<HTMLElement>("[data-drawing]");
  const said = frame.querySelector<HTMLElement>("[data-said]");
  if (!field) return () => undefined;
  const settle = addRoving(field, () => Array.from(field.querySelectorAll("[data-item]")));
  let now: State | null = null;
  let wide = 0;
  const size = watchSize(field);
  const draw = (width = size().width): void => {
    if (!now || width === 0) return; // hidden, or printing, when a resize comes with an empty box
    wide = width;
    const held = field.contains(document.activeElement) ? findPlace(document.activeElement) : null;
    const view = viewDrawn(drawn, now);
    const found = findNeighbours(drawn, view, now);
    const lines = found.lines.reduce((sum, one) => sum + one.length, 0);
    if (said) said.textContent = sayShown(drawn, found, lines > NEIGHBOURS.lines, now);
    field.replaceChildren(lines > NEIGHBOURS.lines ? drawOverlap(drawn, view, now) : drawColumns(drawn, found, now, width));
    settle();
    if (held) focusPlace(field, held);
  };
  drawForPaper(draw);
  window.addEventListener("resize", () => {
    if (Math.abs(size().width - wide) > 1) draw();
  });
  // Names are measured with the page's own font.
  const fonts = Object.values(FONT).filter((font) => !document.fonts.check(font));
  if (fonts.length) void Promise.all(fonts.map((font) => document.fonts.load(font))).then(() => draw());
  return (state, _, shown) => {
    drawn = drawnOf(shown, readDrawn());
    now = state;
    draw();
  };
}

function findPlace(item: Element | null): string {
  return item?.getAttribute("data-choose-country") ?? item?.getAttribute("data-choose-province") ?? "";
}

/** Give the focus back to the place that had it, or to the first, when the drawing was made anew under it. */
function focusPlace(field: Element, place: string): void {
  const items = Array.from(field.querySelectorAll<HTMLElement | SVGElement>("[data-item]"));
  (items.find((item) => findPlace(item) === place) ?? items[0])?.focus();
}

function sayShown(drawn: Drawn, found: Neighbours, many: boolean, state: State): string {
  const kind = many ? "overlap" : found.kind;
  return fillPattern(wordOf(drawn, `neighbourhood-${kind}`, state), {
    name: nameOf(drawn, state.country || state.province, state),
    shown: writeNumber(found.shown, state.lang), all: writeNumber(found.all, state.lang),
  });
}

let canvas: CanvasRenderingContext2D | null = null;

function measure(text: string, font: string): number {
  canvas ??= document.createElement("canvas").getContext("2d");
  if (!canvas) return text.length * 7;
  canvas.font = font;
  return canvas.measureText(text).width;
}

function drawColumns(drawn: Drawn, found: Neighbours, state: State, width: number): SVGElement {
  const few = width < NARROW ? 2 : found.columns.length;
  const columns = found.columns.slice(0, few);
  const lines = found.lines.slice(0, few - 1);
  const orders = orderColumns(columns.map((one) => one.length), lines as readonly (readonly Link[])[], found.kind === "strip" ? [] : [1]);
  const tall = columns.map((column) => (column.some((node) => node.below) ? ROW.below : ROW.plain));
  const height = Math.max(...columns.map((column, at) => column.length * (tall[at] ?? ROW.plain))) + 16;
  const widths = columns.map((column) => Math.max(0, ...column.map((node) => measureNode(drawn, node, state))));
  const mirror = DIRECTIONS[state.lang as "en" | "fa"] === "rtl";
  const svg = makeShape("svg", { class: "columns", viewBox: `0 0 ${width.toFixed(0)} ${height}`, width: width.toFixed(0), height, role: "group" });
  const y = columns.map((column, at) => {
    const step = (height - 16) / Math.max(column.length, 1);
    const places: number[] = [];
    orders[at]?.forEach((node, row) => { places[node] = 8 + step * (row + 0.5); });
    return places;
  });
  // Marks: of the first column at the end of its names, of the others at their beginning.
  const room = width - widths.reduce((sum, one) => sum + one + MARK, 0);
  const between = room / Math.max(columns.length - 1, 1);
  let left = 0;
  const marks = columns.map((_, at) => {
    const text = widths[at] ?? 0;
    const mark = at === 0 ? left + text + MARK / 2 : left + MARK / 2;
    const span = { mark, text: at === 0 ? mark - MARK / 2 - 5 : mark + MARK / 2 + 5, port: left + MARK + text };
    left += MARK + text + between;
    return span;
  });
  const flip = (x: number): number => (mirror ? width - x : x);
  lines.forEach((some, at) => {
    const [here, there] = [marks[at], marks[at + 1]];
    for (const line of some) {
      const from = flip(at === 0 ? (here?.mark ?? 0) + 11 : (here?.port ?? 0) + 3);
      const to = flip((there?.mark ?? 0) - 12);
      svg.append(makeShape("path", {
        class: line.rival ? "link rival" : "link", "stroke-width": line.rival ? Math.min(1.6 + 0.5 * line.ties, 3.6) : Math.min(1 + 0.3 * line.ties, 2.2),
        d: drawCurve([from, y[at]?.[line.from] ?? 0], [to, y[at + 1]?.[line.to] ?? 0]),
      }));
    }
  });
  columns.forEach((column, at) => column.forEach((node, place) => {
    const port = at > 0 && at < columns.length - 1 && (lines[at] ?? []).some(({ from }) => from === place);
    const span = marks[at] ?? { mark: 0, text: 0, port: 0 };
    svg.append(drawNode(drawn, node, state, {
      x: flip(span.mark), y: y[at]?.[place] ?? 0, text: flip(span.text), port: port ? flip(span.port) : null,
      anchor: (at === 0) !== mirror ? "end" : "start", wide: widths[at] ?? 0,
    }));
  }));
  return svg;
}

function measureNode(drawn: Drawn, node: Node, state: State): number {
  const names = Object.values(drawn.names[node.id] ?? [nameOf(drawn, node.id, state)]);
  return Math.max(...names.map((name) => measure(name, FONT.name)), measure(node.below, FONT.below)) + 14;
}

interface Spot { readonly x: number; readonly y: number; readonly text: number; readonly port: number | null; readonly anchor: string; readonly wide: number }

function drawNode(drawn: Drawn, node: Node, state: State, spot: Spot): SVGElement {
  const abroad = node.kind === "country";
  const step = abroad ? findClass(node.count, ABROAD_STEPS) + 1 : findClass(node.count, HOME_STEPS);
  const group = makeShape("g", {
    class: `node ${abroad ? `abroad-${step}` : `home-${step}`}${node.rival ? " rival" : ""}${node.chosen ? " chosen" : ""}`,
    [abroad ? "data-choose-country" : "data-choose-province"]: node.id, "aria-pressed": String(node.chosen),
    "aria-label": [nameOf(drawn, node.id, state), node.below].filter(Boolean).join(", "),
  });
  makeItem(group, "button");
  const start = spot.anchor === "end" ? spot.text - spot.wide : Math.min(spot.x - MARK / 2, spot.text);
  group.append(makeShape("rect", { class: "reach", x: start, y: spot.y - 14, width: spot.wide + MARK + 6, height: 28 }));
  if (abroad) group.append(makeShape("circle", { cx: spot.x, cy: spot.y, r: 10.5 }));
  else group.append(makeShape("rect", { x: spot.x - 9, y: spot.y - 9, width: 18, height: 18, rx: 1.5 }));
  const number = makeShape("text", { class: "number", x: spot.x, y: spot.y });
  number.textContent = node.count ? writeNumber(node.count, state.lang) : "";
  const name = makeShape("text", { class: "name", x: spot.text, y: spot.y - (node.below ? 7 : 0), "text-anchor": toAnchor(spot.anchor, state) });
  name.textContent = nameOf(drawn, node.id, state);
  group.append(number, name);
  if (node.below) {
    const below = makeShape("text", { class: "below", x: spot.text, y: spot.y + 9, "text-anchor": toAnchor(spot.anchor, state) });
    below.textContent = node.below;
    group.append(below);
  }
  if (spot.port !== null) group.append(makeShape("rect", { class: "port", x: spot.port - 1.5, y: spot.y - 7, width: 3, height: 14 }));
  return group;
}

/** Where text is anchored: in a page that runs to the left, a drawing's start is at the right. */
function toAnchor(side: string, state: State): string {
  const mirror = DIRECTIONS[state.lang as "en" | "fa"] === "rtl";
  return mirror ? (side === "end" ? "start" : "end") : side;
}
