// Draws a table of the page as a picture of its own: cells as they look, marks as shapes, names as text.

import { CELL_LOOKS, type MarkName, MARK_SIZE } from "./generated";
import { drawMark, makeShape } from "./marks";

interface Spot { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const px = (text: string): number => Number.parseFloat(text) || 0;
const isSeen = (colour: string): boolean => colour !== "" && !/^(transparent|rgba\([^)]*, 0\))$/.test(colour);

/** Draw a table where it stands, from its top left; `size` are its width and height. */
export function drawTable(table: HTMLElement): { drawing: SVGElement; size: Spot } {
  const frame = table.closest<HTMLElement>(".scroll");
  const scrolled = frame ? [frame.scrollLeft, frame.scrollTop] as const : null;
  frame?.scrollTo(0, 0); // heads that stand while the rest is scrolled are in their places then
  const whole = table.getBoundingClientRect();
  const drawing = makeShape("g", {});
  // Names that are turned reach beyond the table.
  let [left, right] = [0, whole.width];
  for (const cell of table.querySelectorAll<HTMLElement>("th, td")) {
    const box = cell.getBoundingClientRect();
    if (!box.width || getComputedStyle(cell).visibility === "hidden") continue;
    const spot = { x: box.x - whole.x, y: box.y - whole.y, width: box.width, height: box.height };
    drawCell(drawing, cell, spot);
    const turned = cell.querySelector<HTMLElement>(":scope > div");
    if (turned && getComputedStyle(turned).transform !== "none") {
      drawTurned(drawing, turned, spot);
      const range = document.createRange();
      range.selectNodeContents(turned);
      const reach = range.getBoundingClientRect();
      [left, right] = [Math.min(left, reach.left - whole.x), Math.max(right, reach.right - whole.x)];
    } else writeText(drawing, cell, whole);
  }
  if (frame && scrolled) frame.scrollTo(...scrolled);
  return { drawing, size: { x: left, y: 0, width: right - left, height: whole.height } };
}

function drawCell(drawing: SVGElement, cell: HTMLElement, { x, y, width, height }: Spot): void {
  const looks = getComputedStyle(cell);
  const look = CELL_LOOKS.find((name) => cell.classList.contains(`fill-${name}`));
  if (look && look !== "plain" && look !== "contact") {
    const [w, h] = MARK_SIZE;
    const mark = drawMark(look as MarkName);
    for (const [name, value] of Object.entries({ x, y, width, height, viewBox: `1 1 ${w - 2} ${h - 2}`, preserveAspectRatio: "none" })) mark.setAttribute(name, String(value));
    drawing.append(mark);
  } else if (isSeen(looks.backgroundColor)) drawing.append(makeShape("rect", { x, y, width, height, fill: looks.backgroundColor }));
  const sides = [["Top", x, y, x + width, y], ["Bottom", x, y + height, x + width, y + height], ["Left", x, y, x, y + height], ["Right", x + width, y, x + width, y + height]] as const;
  for (const [side, x1, y1, x2, y2] of sides) {
    const [wide, colour] = [px(looks[`border${side}Width`]), looks[`border${side}Color`]];
    if (wide && isSeen(colour)) drawing.append(makeShape("line", { x1, y1, x2, y2, stroke: colour, "stroke-width": wide }));
  }
  for (const part of ["::before", "::after"]) drawPart(drawing, getComputedStyle(cell, part), x + px(looks.borderLeftWidth), y + px(looks.borderTopWidth));
  if (px(looks.outlineWidth) && looks.outlineStyle !== "none") {
    drawing.append(makeShape("rect", { x: x + 1, y: y + 1, width: width - 2, height: height - 2, fill: "none", stroke: looks.outlineColor, "stroke-width": px(looks.outlineWidth) }));
  }
}

/** Draw what a style sheet puts into a cell: a dot, a ring, a bar, a corner. */
function drawPart(drawing: SVGElement, looks: CSSStyleDeclaration, left: number, top: number): void {
  if (looks.content === "none" || looks.position !== "absolute" || looks.display === "none") return;
  const edge = px(looks.borderTopWidth);
  const [x, y] = [left + px(looks.left) + px(looks.marginLeft), top + px(looks.top) + px(looks.marginTop)];
  const [width, height] = [px(looks.width), px(looks.height)];
  const corner = /linear-gradient\(\d+deg, (rgb\([^)]*\))/.exec(looks.backgroundImage)?.[1];
  if (corner) {
    const points = looks.direction === "rtl" ? [x, y, x + width, y, x + width, y + height] : [x, y, x + width, y, x, y + height];
    drawing.append(makeShape("polygon", { points: points.join(" "), fill: corner }));
    return;
  }
  const round = looks.borderTopLeftRadius.endsWith("%") ? width / 2 : px(looks.borderTopLeftRadius);
  drawing.append(makeShape("rect", {
    x: x + edge / 2, y: y + edge / 2, width: width - edge, height: height - edge, rx: round,
    fill: isSeen(looks.backgroundColor) ? looks.backgroundColor : "none", stroke: edge ? looks.borderTopColor : "none", "stroke-width": edge,
  }));
}

/** Write a name that stands aslant over its column. */
function drawTurned(drawing: SVGElement, name: HTMLElement, { x, y }: Spot): void {
  const looks = getComputedStyle(name);
  const [ox = 0, oy = 0] = looks.transformOrigin.split(" ").map(px);
  const group = makeShape("g", { transform: `translate(${x + name.offsetLeft + ox} ${y + name.offsetTop + oy}) ${looks.transform} translate(${-ox} ${-oy})` });
  const rtl = looks.direction === "rtl";
  group.append(write(name.innerText.trim(), rtl ? name.offsetWidth : 0, name.offsetHeight / 2, looks, "start"));
  drawing.append(group);
}

/** Write the text of a cell where it stands, line by line. */
function writeText(drawing: SVGElement, cell: HTMLElement, whole: DOMRect): void {
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const owner = text.parentElement;
    if (!owner || owner.closest(".vh") || !text.textContent?.trim()) continue;
    const looks = getComputedStyle(owner);
    if (owner !== cell && isSeen(looks.backgroundColor)) {
      const { x, y, width, height } = owner.getBoundingClientRect();
      drawing.append(makeShape("rect", { x: x - whole.x, y: y - whole.y, width, height, rx: 2, fill: looks.backgroundColor }));
    }
    for (const [line, box] of findLines(text)) {
      drawing.append(write(line, box.x + box.width / 2 - whole.x, box.y + box.height / 2 - whole.y, looks, "middle"));
    }
  }
}

/** Find the lines into which a text is broken on the page, each with its box. */
function findLines(text: Node): readonly (readonly [string, DOMRect])[] {
  const said = text.textContent ?? "";
  const lines: { words: string; box: DOMRect }[] = [];
  const range = document.createRange();
  for (const found of said.matchAll(/\S+/g)) {
    range.setStart(text, found.index);
    range.setEnd(text, found.index + found[0].length);
    const box = range.getBoundingClientRect();
    const last = lines[lines.length - 1];
    if (last && Math.abs(last.box.y - box.y) < box.height / 2) {
      last.words += ` ${found[0]}`;
      const [from, to] = [Math.min(last.box.x, box.x), Math.max(last.box.right, box.right)];
      last.box = new DOMRect(from, last.box.y, to - from, last.box.height);
    } else lines.push({ words: found[0], box });
  }
  return lines.map(({ words, box }) => [words, box] as const);
}

function write(text: string, x: number, y: number, looks: CSSStyleDeclaration, anchor: "start" | "middle"): SVGElement {
  const made = makeShape("text", {
    x, y, "font-family": "Vazirmatn, sans-serif", "font-size": looks.fontSize, "font-weight": looks.fontWeight, fill: looks.color,
    direction: looks.direction, "text-anchor": anchor, "dominant-baseline": "central",
  });
  made.textContent = text;
  return made;
}
