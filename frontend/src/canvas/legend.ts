// The legend: what is on the canvas by label and type, with counts; each is a switch.

import { writeNumber } from "../words";
import { make, makeButton } from "./elements";
import { nameMessage, type Voice } from "./facts";
import type { Board } from "./board";
import { type Colours, drawShape, findLook } from "./pen";

const [WIDE, HIGH] = [26, 14];

/** Draw a small sample of a label or a type. */
export function drawSample(label: string, home: boolean, isLine: boolean, colours: Colours): HTMLCanvasElement {
  const dpr = Math.min(window.devicePixelRatio || 1, 3);
  const canvas = make("canvas", { width: WIDE * dpr, height: HIGH * dpr, "aria-hidden": "true", class: "canvas-sample" });
  const pen = canvas.getContext("2d");
  if (!pen) return canvas;
  pen.scale(dpr, dpr);
  if (isLine) {
    const look = findLook(label);
    pen.strokeStyle = colours[look.colour];
    pen.lineWidth = Math.max(1.5, look.width);
    pen.setLineDash([...look.dash]);
    pen.beginPath();
    pen.moveTo(1, HIGH / 2);
    pen.lineTo(WIDE - 1, HIGH / 2);
    pen.stroke();
  } else drawShape(pen, label, home, WIDE / 2, HIGH / 2, 5.5, colours);
  return canvas;
}

/** Write the legend of a board. */
export function writeLegend(element: HTMLElement, board: Board, voice: Voice, colours: Colours, order: readonly string[]): void {
  const { nodes, lines, off } = board.picture;
  const counts = new Map<string, number>();
  const homes = new Map<string, boolean>();
  for (const { label, home } of nodes.values()) {
    counts.set(label, (counts.get(label) ?? 0) + 1);
    homes.set(label, home || (homes.get(label) ?? false));
  }
  const types = new Map<string, number>();
  for (const { type, count } of lines) types.set(type, (types.get(type) ?? 0) + count);
  const there = new Set([...counts.keys(), ...types.keys(), ...off]);
  const had = element.querySelector<HTMLElement>(":focus")?.dataset["word"];
  element.replaceChildren(...order.filter((word) => there.has(word)).map((word) => {
    const isLine = !counts.has(word) && (types.has(word) || word === word.toUpperCase());
    const said = isLine ? voice.say(nameMessage("relation", word)) : voice.say(nameMessage("canvas-many", word));
    const button = makeButton("", () => board.toggle(word, said), { "aria-pressed": String(!off.has(word)), "data-word": word });
    button.append(drawSample(word, homes.get(word) ?? false, isLine, colours), make("span", {}, said), ` ${writeNumber((isLine ? types : counts).get(word) ?? 0, voice.lang)}`);
    return button;
  }));
  if (had) element.querySelector<HTMLElement>(`[data-word="${had}"]`)?.focus();
}
