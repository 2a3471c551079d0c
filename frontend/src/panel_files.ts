// Takes a drawn panel of the served page away as a picture: caption, day, legend and sources in it.

import { readFont, save } from "./files";
import { drawTable } from "./table_picture";

const SVG = "http://www.w3.org/2000/svg";
const DRAWN = ["map", "neighbourhood", "timeline"] as const;
const TABLES = ["matrix", "groups"] as const;
const LOOKS = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "paint-order", "display",
  "visibility", "font-family", "font-size", "font-weight", "font-style", "text-anchor", "vector-effect", "dominant-baseline", "direction", "transform",
] as const;
const MARGIN = 24;
const LINE = 20;
const MOST_SOURCES = 6;
const MOST_PIXELS = 24e6;

function make(tag: string, attributes: Readonly<Record<string, string | number>>, text = ""): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  if (text) made.textContent = text;
  return made;
}

/** Copy a drawing as it looks now: what style sheets say stands on each element. */
function copy(drawing: Element): SVGElement {
  const made = drawing.cloneNode(true) as SVGElement;
  const [from, to] = [[drawing, ...drawing.querySelectorAll("*")], [made, ...made.querySelectorAll("*")]];
  for (const [at, element] of from.entries()) {
    const looks = getComputedStyle(element);
    const target = to[at] as SVGElement;
    for (const name of ["class", "style", "tabindex", "role"]) target.removeAttribute(name);
    for (const name of LOOKS) {
      const value = looks.getPropertyValue(name);
      if (value && value !== "none" && value !== "normal") target.setAttribute(name, value.replace(/url\("[^"]*#([^"]+)"\)/, "url(#$1)"));
      else if (name === "fill" || name === "display") target.setAttribute(name, value);
    }
    const { transform } = looks;
    if (transform !== "none") target.setAttribute("transform", transform);
  }
  return made;
}

/** Break a text into lines of at most so many letters. */
function breakLines(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const read = (element: Element | null | undefined): string => (element as HTMLElement | null | undefined)?.innerText.trim() ?? "";

interface Drawing { readonly drawing: SVGElement; readonly back: string; readonly width: number; readonly height: number }

/** Copy the largest drawing of a panel. */
function copyLargest(panel: Element): Drawing | null {
  const drawings = Array.from(panel.querySelectorAll("svg"), (svg) => ({ svg, box: svg.getBoundingClientRect() }));
  const largest = drawings.sort((one, other) => other.box.width * other.box.height - one.box.width * one.box.height)[0];
  if (!largest || largest.box.width < 100) return null;
  const { svg, box: { width, height } } = largest;
  const back = getComputedStyle(svg).backgroundColor;
  return { drawing: copy(svg), back: back === "rgba(0, 0, 0, 0)" ? "" : back, width, height };
}

/** Copy the table of a panel as a drawing. */
function copyTable(panel: Element): Drawing | null {
  const table = panel.querySelector<HTMLElement>("table");
  if (!table || !table.offsetParent) return null;
  const { drawing, size: { x, y, width, height } } = drawTable(table);
  const live = make("svg", { viewBox: `${x} ${y} ${width} ${height}`, width, height });
  live.append(drawing);
  document.body.append(live); // what a style sheet says of it is known only then
  const made = copy(live);
  live.remove();
  return { drawing: made, back: "", width, height };
}

/** Draw a panel with all that it needs to be read away from its page. */
async function draw(panel: HTMLElement): Promise<{ svg: SVGElement; width: number; height: number } | null> {
  const box = TABLES.some((name) => name === panel.dataset["panel"]) ? copyTable(panel) : copyLargest(panel);
  if (!box) return null;
  const width = Math.max(480, box.width + 2 * MARGIN);
  const rtl = document.documentElement.dir === "rtl";
  const most = Math.floor((width - 2 * MARGIN) / 7);
  const ink = getComputedStyle(document.body).color;
  const whole = make("svg", { xmlns: SVG });
  whole.append(make("style", {}, await readFont()));
  const ground = whole.appendChild(make("rect", { fill: "#fff", width }));
  let y = MARGIN + 6;
  const write = (text: string, size: number, weight = 400): void => {
    for (const line of breakLines(text, Math.floor(most * 14 / size))) {
      whole.append(make("text", { x: rtl ? width - MARGIN : MARGIN, y, "font-family": "Vazirmatn, sans-serif", "font-size": size, "font-weight": weight,
        fill: ink, direction: rtl ? "rtl" : "ltr", "text-anchor": "start" }, line));
      y += LINE * size / 14;
    }
  };
  write(`${read(panel.querySelector("h2"))} – ${read(document.querySelector("h1"))}`, 18, 700);
  write(read(document.querySelector("[data-sentence]")), 14);
  write(Array.from(document.querySelectorAll("[data-chips] .chip"), (chip) => read(chip).replace(/\s*×$/, "")).filter(Boolean).join(" · "), 13);
  if (document.querySelector(".invented")) write(read(document.querySelector(".invented")), 13, 700);
  const { drawing, back } = box;
  for (const [name, value] of Object.entries({ x: (width - box.width) / 2, y, width: box.width, height: box.height })) drawing.setAttribute(name, String(value));
  if (back) whole.append(make("rect", { x: (width - box.width) / 2, y, width: box.width, height: box.height, fill: back }));
  whole.append(drawing);
  y += box.height + LINE * 1.5;
  for (const item of panel.querySelectorAll<HTMLElement>(".legend li, .legend span:not(li span)")) {
    if (!item.offsetParent) continue;
    const sign = item.querySelector("svg");
    if (sign) {
      const size = sign.getBoundingClientRect();
      const mark = copy(sign);
      for (const [name, value] of Object.entries({ x: rtl ? width - MARGIN - size.width : MARGIN, y: y - 13, width: size.width, height: size.height })) mark.setAttribute(name, String(value));
      whole.append(mark);
    }
    whole.append(make("text", { x: rtl ? width - MARGIN - 34 : MARGIN + 34, y, "font-family": "Vazirmatn, sans-serif", "font-size": 13, fill: ink,
      direction: rtl ? "rtl" : "ltr", "text-anchor": "start" }, read(item)));
    y += LINE;
  }
  // What is said below a table of what it leaves out.
  for (const note of panel.querySelectorAll<HTMLElement>(":scope > p.quiet")) if (note.offsetParent) write(read(note), 12);
  y += LINE / 2;
  const { heading, names } = listSources();
  write(heading, 13, 700);
  for (const name of names) write(name, 12);
  const height = y + MARGIN / 2;
  ground.setAttribute("height", String(height));
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) whole.setAttribute(name, String(value));
  addMissing(whole);
  return { svg: whole, width, height };
}

/** The sources of the page, the first of them by name. */
function listSources(): { heading: string; names: readonly string[] } {
  const frame = document.querySelector("[data-panel=sources]");
  const named = Array.from(document.querySelectorAll("[data-panel=sources] li"), (one) => one.querySelector("bdi")?.textContent?.trim() ?? "");
  const names = [...new Set(named.filter(Boolean))];
  const folded = read(frame?.querySelector("details[data-sources] summary"));
  return { heading: read(frame?.querySelector("h2")), names: [...names.slice(0, MOST_SOURCES), folded].filter(Boolean) };
}

/** Bring along what the drawing refers to and does not hold: patterns of other drawings. */
function addMissing(whole: SVGElement): void {
  const definitions = whole.appendChild(make("defs", {}));
  const needed = new Set(Array.from(whole.outerHTML.matchAll(/url\(#([\w-]+)\)/g), (found) => found[1] ?? ""));
  for (const id of needed) {
    const known = document.getElementById(id);
    if (known && !whole.querySelector(`#${CSS.escape(id)}`)) definitions.append(copy(known));
  }
}

/** Save a panel as a file of a kind. */
async function savePanel(panel: HTMLElement, kind: "svg" | "png"): Promise<void> {
  const made = await draw(panel);
  if (!made) return;
  const name = `graphmap-${panel.dataset["panel"] ?? "panel"}.${kind}`;
  const text = new XMLSerializer().serializeToString(made.svg);
  if (kind === "svg") { save(name, new Blob([text], { type: "image/svg+xml" })); return; }
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await picture.decode();
  const scale = Math.min(2, Math.sqrt(MOST_PIXELS / (made.width * made.height)));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(made.width * scale), Math.round(made.height * scale)];
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const written = await new Promise<Blob | null>((done) => { canvas.toBlob(done, "image/png"); });
  if (written) save(name, written);
}

/** Give each drawn panel its two buttons. */
export function startPanelFiles(): void {
  for (const name of [...DRAWN, ...TABLES]) {
    const panel = document.querySelector<HTMLElement>(`[data-panel=${name}]`);
    const head = panel?.querySelector(":scope > .panel-head");
    if (!panel || !head) continue;
    for (const kind of ["png", "svg"] as const) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "take";
      button.dataset["take"] = kind;
      button.textContent = kind.toUpperCase();
      button.setAttribute("aria-label", `${kind.toUpperCase()}: ${head.querySelector("h2")?.textContent?.trim() ?? ""}`);
      button.addEventListener("click", () => void savePanel(panel, kind));
      head.append(button);
    }
  }
}
