// The map: arcs and names of what is chosen, views of home, region and world, zoom by buttons or Ctrl and wheel.

import type { Chosen } from "./chosen";
import { drawnOf } from "./days";
import { readDrawn, viewDrawn } from "./drawn";
import type { Facts } from "./facts";
import { VIEWS } from "./generated";
import { addRoving, isShown, makeItem } from "./keyboard";
import { cullLabels, readLabels } from "./labels";
import type { Outline } from "./label_places";
import { type Shown, startLayers } from "./map_chosen";
import { dressShapes, type Look, writeCounts } from "./map_classes";
import { drawPills, listBeyond } from "./map_edge";
import { type Box, clampView, findView, liesIn, readView, type View, zoomView } from "./map_view";
import { watchSize } from "./sizes";
import type { State } from "./state";
import { findLanguage } from "./words";

/** How many times one step of the zoom makes things larger. */
const STEP = 1.4;

/** Make the map follow the state. */
export function startMap(frame: Element, facts: Facts): (state: State, chosen: Chosen, shown: Facts) => void {
  const svg = frame.querySelector("svg") as SVGSVGElement;
  const world = readView(svg.getAttribute("data-world"));
  const home = readView(svg.getAttribute("data-home"));
  const provinces = all(svg, "[data-map-province]");
  const countries = all(svg, "[data-map-country]");
  const written = readLabels(svg, facts, readDrawn());
  const layers = startLayers(svg, facts.languages);
  let { labels, marks }: Shown = { labels: written, marks: [] };
  const own = readOutlines(svg, "path.own")[0] ?? null;
  const outlines = readOutlines(svg, "[data-map-country]");
  const boxes = readBoxes(countries);
  const patterns = all(svg, "pattern").map((pattern) => [pattern, pattern.getAttribute("patternTransform") ?? ""] as const);
  const edge = svg.querySelector("g.pills") as Element;
  const keys = all<HTMLElement>(frame, "[data-key]");
  let drawn = readDrawn();
  let view = home;
  let last = "";
  let named = "";
  let now: Look | null = null;

  svg.setAttribute("role", "group");
  svg.setAttribute("tabindex", "-1"); // Chromium takes a drawing that listens to focus for a tab stop of its own
  for (const item of provinces) item.setAttribute("data-choose-province", item.getAttribute("data-map-province") ?? "");
  for (const item of countries) item.setAttribute("data-choose-country", item.getAttribute("data-map-country") ?? "");
  const items = [...provinces, ...countries];
  const shapes = new Map(items.map((item) => [item.getAttribute("data-map-province") ?? item.getAttribute("data-map-country") ?? "", item]));
  for (const item of items) makeItem(item, "button");
  const settle = addRoving(svg, () => items, (item) => isShown(item) && isInside(item, svg));

  const show = (next: View): void => {
    view = clampView(next, world);
    svg.setAttribute("viewBox", view.map((one) => one.toFixed(1)).join(" "));
    scale();
  };
  const size = watchSize(svg);
  const scale = (): void => {
    const box = size();
    if (box.width === 0 || box.height === 0) return; // while printing, a resize comes with an empty box
    // A screen that is read from afar asks for larger names and signs.
    const enlarged = Number(getComputedStyle(svg).getPropertyValue("--enlarged")) || 1;
    const unit = enlarged * Math.max(view[2] / box.width, view[3] / box.height);
    svg.style.setProperty("--unit", unit.toFixed(4));
    for (const [pattern, turned] of patterns) pattern.setAttribute("patternTransform", `scale(${unit.toFixed(3)}) ${turned}`);
    if (!now) return;
    const pills = drawPills(edge, listBeyond(labels, drawn, now, view), view, unit);
    cullLabels(labels, marks, now.state, now.chosen, { view, home, unit, own, countries: outlines }, pills);
  };
  const zoom = (by: number, at: readonly [number, number] = [0.5, 0.5]): void => show(zoomView(view, by, world, at));

  for (const button of frame.querySelectorAll<HTMLElement>("[data-view]")) {
    button.addEventListener("click", () => {
      const name = button.dataset["view"] ?? "";
      if (name === "in") zoom(STEP);
      else if (name === "out") zoom(1 / STEP);
      else if ((VIEWS as readonly string[]).includes(name)) show(readView(svg.getAttribute(`data-${name}`)));
    });
  }
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    const at = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height] as const;
    zoom(event.deltaY < 0 ? STEP : 1 / STEP, at);
  }, { passive: false });
  svg.addEventListener("keydown", (event) => {
    if (event.key === "+" || event.key === "=") zoom(STEP);
    if (event.key === "-") zoom(1 / STEP);
  });
  addDrag(svg, (dx, dy) => {
    const box = size();
    const unit = Math.max(view[2] / box.width, view[3] / box.height);
    show([view[0] - dx * unit, view[1] - dy * unit, view[2], view[3]]);
  });
  window.addEventListener("resize", scale);

  return (state, chosen, turned) => {
    drawn = drawnOf(turned, readDrawn());
    now = { state, chosen, view: viewDrawn(drawn, state) };
    const picked = Boolean(state.country || state.province);
    if (state.lang !== named) nameShapes(items, facts, state);
    named = state.lang;
    dressShapes(svg, provinces, countries, drawn, now);
    const shown = layers(state, chosen);
    [labels, marks] = [[...written, ...shown.labels], shown.marks];
    writeCounts(labels, shapes, now);
    for (const key of keys) key.hidden = (key.dataset["key"] === "chosen") !== picked;
    svg.classList.toggle("choosing", picked);
    const meant = `${state.country} ${state.province}`;
    if (meant !== last) show(findView(boxes, home, state, chosen));
    else scale();
    last = meant;
    settle();
  };
}

/** Give shapes their names in the language that is shown. */
function nameShapes(shapes: readonly Element[], facts: Facts, state: State): void {
  const at = findLanguage(facts.languages, state.lang);
  for (const shape of shapes) {
    const name = facts.names[shape.getAttribute("data-map-province") ?? shape.getAttribute("data-map-country") ?? ""]?.[at] ?? "";
    shape.setAttribute("aria-label", name);
    const title = shape.querySelector(":scope > title");
    if (title) title.textContent = name;
  }
}

function readBoxes(countries: readonly Element[]): ReadonlyMap<string, Box> {
  return new Map(countries.flatMap((country) => {
    const [left, top, right, bottom] = country.getAttribute("data-box")?.split(" ").map(Number) ?? [];
    const id = country.getAttribute("data-map-country") ?? "";
    return bottom === undefined ? [] : [[id, [left ?? 0, top ?? 0, right ?? 0, bottom]] as const];
  }));
}

function readOutlines(svg: Element, selector: string): readonly Outline[] {
  return Array.from(svg.querySelectorAll(selector)).flatMap((shape) => shape instanceof SVGGeometryElement ? [{
    id: shape.dataset["mapCountry"] ?? "",
    holds: readHolds(shape),
  }] : []);
}

let canvas: CanvasRenderingContext2D | null = null;

/** What says of a point whether it lies in a shape; of a path without asking where it is, which lays out the page. */
function readHolds(shape: SVGGeometryElement): (x: number, y: number) => boolean {
  canvas ??= document.createElement("canvas").getContext("2d");
  const pen = canvas;
  if (!pen || !(shape instanceof SVGPathElement)) return (x, y) => shape.isPointInFill(new DOMPoint(x, y));
  let path: Path2D | null = null;
  return (x, y) => pen.isPointInPath(path ??= new Path2D(shape.getAttribute("d") ?? ""), x, y);
}

function isInside(item: Element, svg: Element): boolean {
  const [box, frame] = [item.getBoundingClientRect(), svg.getBoundingClientRect()];
  return liesIn(frame.left, frame.top, frame.width, frame.height, box.left + box.width / 2, box.top + box.height / 2);
}

/** Drag with the mouse or a pen moves the map; a finger scrolls the page, as everywhere else. */
function addDrag(svg: SVGSVGElement, move: (dx: number, dy: number) => void): void {
  let from: readonly [number, number] | null = null;
  let far = 0;
  svg.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch" && event.button === 0) [from, far] = [[event.clientX, event.clientY], 0];
  });
  window.addEventListener("pointermove", (event) => {
    if (!from) return;
    const [dx, dy] = [event.clientX - from[0], event.clientY - from[1]];
    far += Math.abs(dx) + Math.abs(dy);
    if (far < 4) return;
    from = [event.clientX, event.clientY];
    move(dx, dy);
  });
  window.addEventListener("pointerup", () => { from = null; });
  svg.addEventListener("click", (event) => {
    if (far >= 4) event.stopPropagation(); // the end of a drag is no choice
    far = 0;
  }, { capture: true });
}

function all<Kind extends Element = Element>(root: Element, selector: string): readonly Kind[] {
  return Array.from(root.querySelectorAll<Kind>(selector));
}
