// Records what the painter draws as SVG: each call is an element, each text stays text.

import type { Pen } from "./pen";

const TURN = 2 * Math.PI - 1e-6;

/** A pen that writes SVG. */
export class SvgPen implements Pen {
  fillStyle: Pen["fillStyle"] = "#000";
  strokeStyle: Pen["strokeStyle"] = "#000";
  lineWidth = 1;
  font = "";
  textAlign: CanvasTextAlign = "start";
  textBaseline: CanvasTextBaseline = "alphabetic";
  direction: CanvasDirection = "ltr";
  globalAlpha = 1;
  private path = "";
  private dash: readonly number[] = [];
  private readonly parts: string[] = [];

  beginPath(): void { this.path = ""; }
  moveTo(x: number, y: number): void { this.path += `M${round(x)} ${round(y)}`; }
  lineTo(x: number, y: number): void { this.path += `L${round(x)} ${round(y)}`; }
  closePath(): void { this.path += "Z"; }
  rect(x: number, y: number, w: number, h: number): void { this.path += `M${round(x)} ${round(y)}h${round(w)}v${round(h)}h${round(-w)}Z`; }
  bezierCurveTo(a: number, b: number, c: number, d: number, x: number, y: number): void {
    this.path += `C${[a, b, c, d, x, y].map(round).join(" ")}`;
  }

  arc(x: number, y: number, r: number, from: number, to: number): void {
    const at = (angle: number): string => `${round(x + r * Math.cos(angle))} ${round(y + r * Math.sin(angle))}`;
    this.path += `${this.path ? "L" : "M"}${at(from)}`;
    const halves = to - from > TURN ? [from + Math.PI, to] : [to];
    for (const angle of halves) this.path += `A${round(r)} ${round(r)} 0 0 1 ${at(angle)}`;
  }

  setLineDash(dash: Iterable<number>): void { this.dash = [...dash]; }
  fill(): void { this.parts.push(`<path d="${this.path}" fill="${escape(String(this.fillStyle))}"${this.alpha()}/>`); }

  stroke(): void {
    const dash = this.dash.length ? ` stroke-dasharray="${this.dash.map(round).join(" ")}"` : "";
    this.parts.push(`<path d="${this.path}" fill="none" stroke="${escape(String(this.strokeStyle))}" stroke-width="${round(this.lineWidth)}"${dash}${this.alpha()}/>`);
  }

  strokeText(): void { /* No outline is drawn. */ }

  fillText(words: string, x: number, y: number): void {
    const [, weight = "400", size = "13"] = /^(?:(\d+) )?([\d.]+)px/.exec(this.font) ?? [];
    const ends = this.direction === "rtl" ? { left: "end", right: "start" } : { left: "start", right: "end" };
    const anchor = this.textAlign === "center" ? "middle" : ends[this.textAlign as "left" | "right"] ?? "start";
    const down = this.textBaseline === "middle" ? Number(size) * 0.35 : 0;
    this.parts.push(`<text x="${round(x)}" y="${round(y + down)}" font-size="${round(Number(size))}" font-weight="${weight}" text-anchor="${anchor}" direction="${this.direction}" fill="${escape(String(this.fillStyle))}"${this.alpha()}>${escape(words)}</text>`);
  }

  /** Write the drawing; `style` is put inside. */
  write(width: number, height: number, style: string, title: string): string {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Vazirmatn, 'Segoe UI', Tahoma, sans-serif"><title>${escape(title)}</title><style>${escape(style)}</style>${this.parts.join("")}</svg>\n`;
  }

  private alpha(): string { return this.globalAlpha < 1 ? ` opacity="${round(this.globalAlpha)}"` : ""; }
}

function round(value: number): number { return Math.round(value * 100) / 100; }

/** Write a text so that XML reads it as text. */
export function escape(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "").replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
