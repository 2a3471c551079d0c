// The timeline: draws the rows of what is chosen, right to left in Persian, today on a row of its own.

import { findStep, listYears } from "./calendar";
import { drawnOf, sayDay } from "./days";
import { findClass, nameOf, readDrawn, wordOf } from "./drawn";
import type { Facts } from "./facts";
import { DIRECTIONS, type Drawn, HOME_STEPS, NO_DAY, type Span, TIMELINE_ROWS } from "./generated";
import { makeShape } from "./marks";
import { drawForPaper } from "./printing";
import { watchSize } from "./sizes";
import { listDays, type State } from "./state";
import { countYears, findBounds, makeRows, type Row } from "./time_rows";
import { fillPattern, findLanguage, writeNumber } from "./words";

const SIZE = { row: 22, bar: 11, head: 56, strip: 40 } as const;
/** Days over which an unknown start fades in. */
const FADE = 300;
const LETTER = 7.4;

/** Make the drawing follow the state. */
export function startTimeline(
  frame: HTMLElement, facts: Facts, set: (change: Partial<State>, quiet?: boolean) => void,
): (state: State, chosen: unknown, shown: Facts) => void {
  let drawn = readDrawn();
  let turned = facts;
  const slider = frame.querySelector<HTMLInputElement>("input[data-days]");
  const days = listDays(facts);
  const field = frame.querySelector<HTMLElement>("[data-drawing]");
  const said = frame.querySelector<HTMLElement>("[data-said]");
  const more = frame.querySelector<HTMLButtonElement>("[data-more-rows]");
  if (!field) return () => undefined;
  let now: State | null = null;
  let most: number = TIMELINE_ROWS;
  let wide = 0;
  const size = watchSize(field);
  const draw = (width = size().width): void => {
    if (!now || width === 0) return; // hidden, or printing, when a resize comes with an empty box
    wide = width;
    const state = now;
    const rows = makeRows(drawn, state);
    const shown = rows.slice(0, most);
    const numbers = { shown: writeNumber(shown.length, state.lang), all: writeNumber(rows.length, state.lang), undated: writeNumber(drawn.time.undated, state.lang) };
    if (said) said.textContent = fillPattern(wordOf(drawn, drawn.time.undated ? "timeline-shown-undated" : "timeline-shown", state), numbers);
    if (more) {
      more.hidden = rows.length <= TIMELINE_ROWS;
      more.textContent = fillPattern(wordOf(drawn, most > TIMELINE_ROWS ? "timeline-fewer" : "timeline-more", state), numbers);
    }
    field.replaceChildren(...(rows.length ? [drawRows(drawn, shown, rows, state, width, turned.turned && sayDay(turned, state))] : []));
  };
  more?.addEventListener("click", () => {
    most = most > TIMELINE_ROWS ? TIMELINE_ROWS : Infinity;
    draw();
  });
  slider?.addEventListener("input", () => set({ as_of: days[days.length - 1 - Number(slider.value)] ?? "" }, true));
  const drag = (event: PointerEvent): void => {
    const svg = field.querySelector("svg");
    if (!svg || days.length < 2 || event.buttons !== 1 || event.pointerType === "touch") return; // a finger scrolls, and has the slider
    const [from = 0, to = 0, label = 0] = (svg.dataset["scale"] ?? "").split(" ").map(Number);
    const box = svg.getBoundingClientRect();
    const aside = getComputedStyle(svg).direction === "rtl" ? box.right - event.clientX : event.clientX - box.left;
    const at = from + ((aside - label) / (box.width - label - 6)) * (to - from);
    const far = (day: string): number => Math.abs(Date.parse(day) / 864e5 - at);
    set({ as_of: days.reduce((best, day) => (far(day) < far(best) ? day : best)) }, true);
  };
  field.addEventListener("pointerdown", drag);
  field.addEventListener("pointermove", drag);
  drawForPaper(draw);
  window.addEventListener("resize", () => {
    if (Math.abs(size().width - wide) > 1) draw();
  });
  return (state, _, shown) => {
    [turned, drawn] = [shown, drawnOf(shown, readDrawn())];
    if (slider) {
      slider.value = String(days.length - 1 - days.indexOf(state.as_of));
      slider.setAttribute("aria-valuetext", sayDay(shown, state));
      slider.disabled = state.sector !== "";
    }
    if (now && (now.country !== state.country || now.province !== state.province)) most = TIMELINE_ROWS;
    now = state;
    draw();
  };
}

function drawRows(drawn: Drawn, rows: readonly Row[], all: readonly Row[], state: State, width: number, flag: string): SVGElement {
  const mirror = DIRECTIONS[state.lang as "en" | "fa"] === "rtl";
  const small = width < 560;
  const names = rows.map((row, at) => nameRow(row, rows[at - 1], state, small));
  const widest = Math.max(...names.flatMap(([first, second]) => [first.length, small ? second.length : 0])) * LETTER;
  const second = small ? 0 : Math.min(Math.max(...names.map(([, one]) => one.length)) * (LETTER - 0.8), 170);
  const label = Math.min(widest, small ? 104 : 150) + second + 14;
  const [from, to] = findBounds(all, drawn.today);
  const height = SIZE.head + rows.length * SIZE.row + SIZE.strip;
  const x = (day: number): number => {
    const at = label + ((day - from) / (to - from)) * (width - label - 6);
    return mirror ? width - at : at;
  };
  const svg = makeShape("svg", { class: "time", viewBox: `0 0 ${width.toFixed(0)} ${height}`, width: width.toFixed(0), height, role: "img", "aria-labelledby": "timeline-heading", "data-scale": `${from} ${to} ${label}` });
  const edge = (at: number): number => (mirror ? width - at : at);
  drawAxis(svg, drawn, all, state, { from, to, x, width: width - label, height });
  rows.forEach((row, at) => {
    const y = SIZE.head + at * SIZE.row + SIZE.row / 2;
    const [first, other] = names[at] ?? ["", ""];
    if (first) svg.append(makeShape("path", { class: "rule", d: `M0 ${y - SIZE.row / 2}H${width.toFixed(0)}` }));
    addText(svg, first, { class: "who", x: edge(0), y });
    if (!small) addText(svg, other, { class: "with", x: edge(label - second - 8), y });
    for (const span of row.spans.slice(0, 1)) drawSpan(svg, span, row.joint, x, y, state);
    for (const event of row.events) svg.append(makeShape("circle", { class: "visit", cx: x(event.start).toFixed(1), cy: y, r: 3.6 }));
  });
  const today = x(drawn.today).toFixed(1);
  svg.append(makeShape("path", { class: "today", d: `M${today} ${SIZE.head - 16}V${height - SIZE.strip}` }));
  const word = flag || wordOf(drawn, "timeline-today", state);
  const wide = word.length * LETTER + 12;
  svg.append(makeShape("rect", { class: "today", x: Number(today) - wide / 2, y: SIZE.head - 20, width: wide, height: 16, rx: 3 }));
  addText(svg, word, { class: "day", x: today, y: SIZE.head - 12 });
  return svg;
}

/** What a row is called: its province or country where it differs from the row before, and whom it leads to. */
function nameRow(row: Row, before: Row | undefined, state: State, small: boolean): readonly [string, string] {
  const drawn = readDrawn();
  const own = (one: Row): string => (state.country || !state.province ? one.province : one.country);
  const name = before && own(before) === own(row) ? "" : nameOf(drawn, own(row), state);
  const targets = new Set([...row.spans, ...row.events].map((span) => span.target));
  const at = findLanguage(drawn.languages, state.lang);
  const first = drawn.time.targets[[...targets][0] ?? 0]?.[at] ?? "";
  const other = targets.size > 1
    ? fillPattern(wordOf(drawn, "timeline-several", state), { count: writeNumber(targets.size, state.lang) }) : first;
  return small ? [clip(name, 14), ""] : [clip(name, 22), clip(other, 26)];
}

function clip(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

interface Scale { readonly from: number; readonly to: number; readonly x: (day: number) => number; readonly width: number; readonly height: number }

function drawAxis(svg: SVGElement, drawn: Drawn, rows: readonly Row[], state: State, { from, to, x, width, height }: Scale): void {
  const years = listYears(from, to, state.lang);
  const step = findStep(years.length, width, 62);
  const counts = countYears(rows, years.map(({ day, end }) => [day, end] as const));
  const strip = height - SIZE.strip + 10;
  const wide = Math.abs(x(365) - x(0));
  years.forEach((year, at) => {
    const middle = x(year.day).toFixed(1);
    if (at % step === 0) {
      svg.append(makeShape("path", { class: "year", d: `M${middle} ${SIZE.head - 2}V${strip - 6}` }));
      addText(svg, year.label, { class: "calendar", x: middle, y: 10 });
      addText(svg, year.other, { class: "other", x: middle, y: 25 });
    }
    const count = counts[at] ?? 0;
    const left = Math.min(x(year.day), x(year.end));
    svg.append(makeShape("rect", {
      class: `home-${findClass(count, HOME_STEPS)}${year.day > drawn.today ? " ahead" : ""}`,
      x: (left + 0.5).toFixed(1), y: strip, width: Math.max(wide - 1, 1).toFixed(1), height: 20,
    }));
    if (count && wide > 13) addText(svg, writeNumber(count, state.lang), { class: `count on-${findClass(count, HOME_STEPS)}`, x: (left + wide / 2).toFixed(1), y: strip + 10 });
  });
  addText(svg, wordOf(drawn, "timeline-strip", state), { class: "who", x: DIRECTIONS[state.lang as "en" | "fa"] === "rtl" ? svg.getAttribute("width") ?? "0" : "0", y: strip + 10 });
}

function drawSpan(svg: SVGElement, span: Span, joint: boolean, x: (day: number) => number, y: number, state: State): void {
  const box = (from: number, to: number): Record<string, string | number> => ({
    x: Math.min(x(from), x(to)).toFixed(1), y: y - SIZE.bar / 2, width: Math.max(Math.abs(x(to) - x(from)), 1).toFixed(1), height: SIZE.bar,
  });
  if (joint) {
    svg.append(makeShape("rect", { class: "joint", ...box(span.start, span.until) }));
    const middle = (x(span.start) + x(span.until)) / 2;
    svg.append(makeShape("circle", { class: "letter", cx: middle.toFixed(1), cy: y, r: 7.5 }));
    addText(svg, wordOf(readDrawn(), "mark-joint", state), { class: "letter", x: middle.toFixed(1), y });
  } else {
    const faint = span.first === NO_DAY ? span.start - FADE : span.first;
    if (faint < span.start) drawFade(svg, faint, span.start, box);
    svg.append(makeShape("rect", { class: "sure", ...box(span.start, span.sure) }));
    if (span.until > span.sure && span.presumed) {
      const ruled = box(span.sure, span.until);
      svg.append(makeShape("rect", { class: "ruled", ...ruled }));
      const [left, right] = [Number(ruled["x"]), Number(ruled["x"]) + Number(ruled["width"])];
      svg.append(makeShape("path", { class: "rules", d: `M${left} ${y - 2}H${right}M${left} ${y + 2}H${right}` }));
    } else if (span.until > span.sure) drawFade(svg, span.until, span.sure, box);
  }
  if (span.sign !== NO_DAY) {
    const at = x(span.sign).toFixed(1);
    svg.append(makeShape("path", { class: "sign", d: `M${at} ${y - 8}V${y + 8}` }));
  }
}

/** Four steps from nothing to full: no gradient needs an id, and each prints as a vector. */
function drawFade(svg: SVGElement, faint: number, full: number, box: (from: number, to: number) => Record<string, string | number>): void {
  const step = (full - faint) / 4;
  for (const [at, share] of [0.12, 0.32, 0.55, 0.8].entries()) {
    svg.append(makeShape("rect", { class: "sure", ...box(faint + at * step, faint + (at + 1) * step), opacity: share }));
  }
}

function addText(svg: SVGElement, text: string, attributes: Readonly<Record<string, string | number>>): void {
  if (!text) return;
  const made = makeShape("text", attributes);
  made.textContent = text;
  svg.append(made);
}
