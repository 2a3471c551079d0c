// The canvas: steps go back and forth, what is there stays, no two plates overlap, and words follow what is shown.

import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";

import { layOutBands } from "../src/canvas/bands";
import { listCommon } from "../src/canvas/board";
import type { LineRow, NodeRow, Voice } from "../src/canvas/facts";
import { findNext } from "../src/canvas/keys";
import { EMPTY, findBox, listLines, meet, type Node, type Picture, takeRows, writeShown } from "../src/canvas/picture";
import { onScreen, paint, type View } from "../src/canvas/paint";
import type { Colours, Pen } from "../src/canvas/pen";
import { layOut, layOutAll } from "../src/canvas/ranks";
import { findRoute, findShifts } from "../src/canvas/routes";
import { makeScene } from "../src/canvas/scene";
import { placeNew } from "../src/canvas/slots";
import { findPicture, goTo, makeStep, NO_STEPS } from "../src/canvas/steps";

function makeNode(id: string, label = "Country", more: Partial<NodeRow> = {}): NodeRow {
  return { id, label, name: id, name_fa: "", twice: false, home: label === "Province", above: "", top: "", region: "", closed: false, inside: 0, ...more };
}

function makeLine(start: string, end: string, type = "TIED_TO"): LineRow {
  return { start, end, type, count: 1, holds: true, kinds: {}, sectors: {} };
}

const dress = (row: NodeRow): Node => ({ ...row, said: row.name, width: 60 + row.id.length * 9 });

function begin(nodes: NodeRow[], lines: LineRow[], rtl = false): Picture {
  const picture = takeRows(EMPTY, { nodes, lines, added: [] }, dress);
  return { ...picture, places: layOut([...picture.nodes.values()], lines, rtl, 1.3) };
}

function countMeetings(picture: Picture): number {
  const boxes = [...picture.nodes.keys()].map((id) => findBox(picture, id));
  return boxes.reduce((sum, box, at) => sum + boxes.slice(at + 1).filter((other) => meet(box, other)).length, 0);
}

const PROVINCES = Array.from({ length: 40 }, (_, at) => makeNode(`IR-${at}`, "Province"));
const LINES = PROVINCES.map(({ id }) => makeLine(id, "IRQ"));

test("a picture begins with no plate over another, however many there are, in both directions", () => {
  for (const rtl of [false, true]) {
    const picture = begin([makeNode("IRQ"), ...PROVINCES], LINES, rtl);
    equal(countMeetings(picture), 0);
    const [home, abroad] = [picture.places.get("IR-0")?.x ?? 0, picture.places.get("IRQ")?.x ?? 0];
    ok(rtl ? home > abroad : home < abroad);
  }
});

test("a thousand nodes have a place each, none over another", () => {
  const nodes = Array.from({ length: 1_000 }, (_, at) => dress(makeNode(`n${at}`, "City", { top: `T${at % 9}` })));
  const places = layOutAll(nodes, false, 1.4);
  equal(new Set([...places.values()].map(({ x, y }) => `${x},${y}`)).size, 1_000);
});

test("what is added enters beside its neighbour, over nothing, and what was there stays where it was", () => {
  let picture = begin([makeNode("IRQ"), ...PROVINCES], LINES);
  const before = picture.places;
  let [nodes, lines] = [[...picture.nodes.values()] as NodeRow[], [...LINES]];
  for (let round = 0; round < 8; round += 1) {
    const more = Array.from({ length: 20 }, (_, at) => makeNode(`counterpart-${round}-${at}`, "Counterpart"));
    nodes = [...nodes, ...more];
    lines = [...lines, ...more.map(({ id }) => makeLine(`IR-${round}`, id))];
    picture = placeNew(takeRows(picture, { nodes, lines, added: [] }, dress), `IR-${round}`);
  }
  for (const [id, place] of before) deepEqual(picture.places.get(id), place);
  equal(picture.places.size, 201);
  equal(countMeetings(picture), 0);
});

test("steps go back, forth and to any of them, and a new one gives up what was taken back", () => {
  const [first, second, third] = ["a", "b", "c"].map((id) => begin([makeNode(id)], [])) as [Picture, Picture, Picture];
  let steps = makeStep(makeStep(NO_STEPS, "start", first), "add", second);
  equal(findPicture(steps), second);
  steps = goTo(steps, 0);
  equal(findPicture(steps), first);
  equal(goTo(steps, 1).at, 1);
  equal(goTo(steps, -1).at, 0);
  equal(goTo(steps, 9).at, 0);
  steps = makeStep(steps, "other", third);
  deepEqual(steps.all.map(({ words }) => words), ["start", "other"]);
  equal(findPicture(steps), third);
  equal(findPicture(NO_STEPS), undefined);
});

test("the legend hides labels and types, and lines of what is hidden with them", () => {
  const picture = begin([makeNode("IRQ"), makeNode("IR-1", "Province")], [makeLine("IR-1", "IRQ"), makeLine("IR-1", "IRQ", "BORDERS")]);
  equal(listLines(picture).length, 2);
  equal(listLines({ ...picture, off: new Set(["BORDERS"]) }).length, 1);
  equal(listLines({ ...picture, off: new Set(["Province"]) }).length, 0);
});

test("what is shown is written with a star behind the closed", () => {
  equal(writeShown([makeNode("IRQ", "Country", { closed: true }), makeNode("IR-1")]), "IRQ*|IR-1");
});

test("an arrow leads to the nearest that way, or nowhere", () => {
  const picture = begin([makeNode("IRQ"), ...PROVINCES.slice(0, 3)], LINES.slice(0, 3));
  const from = picture.places.get("IRQ") ?? { x: 0, y: 0 };
  const others = PROVINCES.slice(0, 3).map(({ id }) => id);
  ok(others.includes(findNext(picture, from, others, [-1, 0])));
  equal(findNext(picture, from, others, [1, 0]), "");
});

test("lines of several types between two run side by side, from plate to plate", () => {
  const shifts = findShifts([makeLine("a", "b"), makeLine("b", "a", "BORDERS"), makeLine("a", "c")]);
  deepEqual(shifts, [-2.5, 2.5, 0]);
  const route = findRoute({ x: 0, y: 0, w: 40, h: 20 }, { x: 300, y: 50, w: 60, h: 20 });
  deepEqual([route[0], route[1], route[6], route[7]], [20, 0, 270, 50]);
});

test("a line bends between its plates: level from side to side, out of the way within a column, straight when near", () => {
  const [a, right] = [{ x: 0, y: 0, w: 40, h: 20 }, { x: 300, y: 50, w: 60, h: 20 }];
  deepEqual(findRoute(a, right), [20, 0, 132.5, 0, 157.5, 50, 270, 50]);
  deepEqual(findRoute(right, a), [270, 50, 157.5, 50, 132.5, 0, 20, 0]);
  const [x1, , out, , , , x2] = findRoute(a, { x: 0, y: 200, w: 60, h: 20 });
  deepEqual([x1, x2], [-20, -30]);
  ok(out < -30);
  deepEqual(findRoute(a, { x: 30, y: 24, w: 40, h: 20 }, 5), [5, 0, 15, 8, 25, 16, 35, 24]);
});

test("columns stand round one middle, and in each what has most lines comes first", () => {
  const nodes = [makeNode("IRQ"), makeNode("TUR"), ...["IR-1", "IR-2", "IR-3"].map((id) => makeNode(id, "Province"))];
  const lines = [makeLine("IR-1", "TUR"), makeLine("IR-2", "TUR"), makeLine("IR-3", "TUR")];
  const places = layOut(nodes.map(dress), lines, false, 1.5);
  const rows = (...ids: string[]): number[] => ids.map((id) => places.get(id)?.y ?? NaN);
  equal(rows("IR-1", "IR-2", "IR-3").reduce((a, b) => a + b), 0);
  equal(rows("TUR", "IRQ").reduce((a, b) => a + b), 0);
  ok((places.get("TUR")?.y ?? 0) < (places.get("IRQ")?.y ?? 0));
});

test("what some nodes have in common is what all of them reach, each once, and not what is there", () => {
  const reached = [{ id: "all", by: ["a", "b"] }, { id: "one", by: ["a"] }, { id: "there", by: ["a", "b"] }];
  deepEqual(listCommon(reached, ["near", "all"], 2, new Map([["there", 1]])), ["all", "near"]);
  equal(listCommon([], Array.from({ length: 99 }, (_, at) => `${at}`), 2, new Map()).length, 60);
});

test("plates in bands lie each in its own band, none over another, the column on the other side", () => {
  const ids = ["a", "b", "c", "d"];
  const nodes = new Map(["one", "two", ...ids].map((id) => [id, dress(makeNode(id))] as const));
  for (const rtl of [false, true]) {
    const { places, bands } = layOutBands(nodes, ["one", "two"], [{ words: "shared", ids: ["a"] }, { words: "only", ids: ["b", "c", "d"] }], rtl, () => 50);
    const picture = { ...EMPTY, nodes, places };
    const boxOf = (id: string): ReturnType<typeof findBox> => findBox(picture, id);
    equal(countMeetings(picture), 0);
    for (const [at, own] of [["a"], ["b", "c", "d"]].entries()) {
      const box = bands[at]?.box ?? { x: NaN, y: NaN, w: 0, h: 0 };
      for (const id of own) {
        const plate = boxOf(id);
        ok(Math.abs(plate.x - box.x) + plate.w / 2 < box.w / 2 && Math.abs(plate.y - box.y) + plate.h / 2 < box.h / 2, `${id} ${rtl}`);
      }
      for (const id of ["one", "two"]) ok(!meet(boxOf(id), box), id);
    }
  }
});

interface Written { readonly words: string; readonly box: { x: number; y: number; w: number; h: number } }

/** Paint a picture and return the names that are written, each with the box that it takes. */
function writeNames(picture: Picture, view: View, width: number, height: number, rtl: boolean): Written[] {
  const written: Written[] = [];
  const measure = (words: string): number => words.length * 7;
  const voice = { lang: rtl ? "fa" : "en", rtl, say: (words: string) => words, name: (row: NodeRow) => row.name } as unknown as Voice;
  const known: Record<string, unknown> = {
    fillText(this: Record<string, string>, words: string, x: number, y: number): void {
      const size = Number(/([\d.]+)px/.exec(this["font"] ?? "")?.[1] ?? 13);
      const name = words.replace(/[\u2066-\u2069]/g, "");
      if (!picture.nodes.has(name)) return;
      const w = measure(name) * size / 13;
      const left = this["textAlign"] === "center" ? x - w / 2 : this["textAlign"] === "right" ? x - w : x;
      written.push({ words: name, box: { x: left + w / 2, y, w, h: size } });
    },
  };
  const pen = new Proxy(known, { get: (of, name) => of[String(name)] ?? (() => undefined), set: (of, name, value) => { of[String(name)] = value; return true; } });
  const scene = makeScene(picture, "", new Set(), null, {} as Colours, voice, measure);
  for (const _ of paint(pen as unknown as Pen, scene, view, width, height, 1)) continue;
  return written;
}

test("no name is cut by the window or lies on another, near and from afar, wherever the picture has been moved", () => {
  for (const rtl of [false, true]) {
    let picture = begin([makeNode("IRQ"), ...PROVINCES], LINES, rtl);
    const more = Array.from({ length: 60 }, (_, at) => makeNode(`counterpart of some length ${at}`, "Counterpart"));
    picture = placeNew(takeRows(picture, {
      nodes: [...picture.nodes.values(), ...more], lines: [...LINES, ...more.map(({ id }, at) => makeLine(`IR-${at % 7}`, id))], added: [],
    }, dress), "IR-0");
    for (const [width, height] of [[900, 640], [366, 380]] as const) {
      for (const k of [2, 1, 0.8, 0.6, 0.3]) {
        for (const [dx, dy] of [[width / 2, height / 2], [0, 0], [width, height / 3], [130, 77]] as const) {
          const view = { k, dx, dy };
          const names = writeNames(picture, view, width, height, rtl);
          for (const { words, box } of names) {
            ok(box.x - box.w / 2 >= 0 && box.x + box.w / 2 <= width && box.y - box.h / 2 >= 0 && box.y + box.h / 2 <= height, `${words} is cut`);
          }
          names.forEach(({ box }, at) => { for (const other of names.slice(at + 1)) ok(!meet(box, other.box)); });
          const whole = [...picture.nodes.keys()].filter((id) => {
            const { x, y, w, h } = onScreen(findBox(picture, id), view);
            return x - w / 2 >= 0 && x + w / 2 <= width && y - h / 2 >= 0 && y + h / 2 <= height;
          });
          if (k >= 0.8) for (const id of whole) ok(names.some(({ words }) => words === id), `${id} is not written`);
        }
      }
    }
  }
});
