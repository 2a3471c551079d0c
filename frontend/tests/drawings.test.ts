// What drawings are made of: columns and crossings, pills at the edge, rows in time, years, looks of cells.

import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";

import { findStep, listYears } from "../src/calendar";
import { countCrossings, drawCurve, orderColumns } from "../src/columns";
import { findClass, parseDrawn, viewDrawn } from "../src/drawn";
import { ABROAD_STEPS, type Drawn, HOME_STEPS, NO_DAY } from "../src/generated";
import { countBehind, findPart, findParts } from "../src/map_classes";
import { PILL, placePills } from "../src/map_pills";
import { isMeant, isPlain } from "../src/matrix";
import { findLook, sayCell } from "../src/matrix_cell";
import { findNeighbours } from "../src/neighbours";
import { countShared } from "../src/overlap";
import { countYears, findBounds, listMeant, makeRows } from "../src/time_rows";
import { choose, FACTS, START } from "./sample";
import { findChosen } from "../src/chosen";

// Two provinces presumed rivals in one country, possibly so in another; a third has visits alone.
const DRAWN: Drawn = parseDrawn(JSON.stringify({
  languages: ["en"], names: { A: ["Alpha"], B: ["Beta"], C: ["Gamma"], TUR: ["Türkiye"], IRQ: ["Iraq"] },
  words: { "list-mark": [", "], "list-more": ["{names} +{more}"] },
  provinces: ["A", "B", "C"], countries: ["TUR", "IRQ"], levels: ["city", "country"],
  sectors: ["", "trade"], sector_names: [[""], ["trade"]],
  cells: [
    [0, 0, [2, 1], 0, 1, "0088", [1]], [1, 0, [1, 1], 0, 0, "0088", [1]], [2, 0, [0, 0], 1, 0, "1111", []],
    [0, 1, [1, 1], 0, 0, "0077", []], [1, 1, [1, 0], 0, 0, "0070", []],
  ],
  rivals: [[0, 0, 1, 1], [0, 0, 1, 1], [0, 0, 0, 0]], contested: [[0, 0, 1, 1], [0, 0, 0, 0]],
  time: [[
    [0, 0, 0, 0, 100, 100, 100, 100, 1900, 1, 0, -1, [1]], [1, 0, 0, 1, 200, 200, 200, 200, 2000, 1, 0, 0, []],
    [2, 1, 0, 1, 200, 200, 200, 200, 2000, 1, 0, 0, []], [3, 0, 0, 2, 200, 200, 200, 200, 2000, 1, 0, 0, []],
    [-1, 0, 0, 0, 300, 300, 300, 300, 300, 0, 1, -1, []], [4, 0, 1, 0, NO_DAY, 50, 50, 50, 1850, 1, 0, -1, []],
  ], [["Konya"], ["Izmir"], ["Bursa"]], 0],
  today: 1000,
}));
const all = viewDrawn(DRAWN, START);

test("what the drawing does not know has no rivals", () => {
  deepEqual([all.rivals("A"), all.rivals("C"), all.rivals("unknown"), all.contested("unknown")], [1, 0, 0, 0]);
});

test("a view counts for the level and the sector that are chosen", () => {
  const [first] = DRAWN.cells;
  if (!first) throw new Error("no cell");
  equal(all.verdict(first), "presumed");
  equal(viewDrawn(DRAWN, choose({ level: "city" })).verdict(first), "none");
  equal(all.ties(first), 2);
  equal(viewDrawn(DRAWN, choose({ sector: "trade" })).ties(first), 1);
  equal(all.rivals("A"), 1);
  equal(viewDrawn(DRAWN, choose({ level: "city" })).contested("TUR"), 0);
  deepEqual([...all.provinces("IRQ")], ["A", "B"]);
  deepEqual([...viewDrawn(DRAWN, choose({ sector: "trade" })).provinces("IRQ")], ["A"]);
});

test("a cell looks as its verdict does, plain where all are possible, a ring for events alone", () => {
  const looks = DRAWN.cells.map((cell) => findLook(cell, all, isPlain(DRAWN, all, DRAWN.countries[cell.country] ?? "")));
  deepEqual(looks, ["presumed", "presumed", "contact", "plain", "plain"]);
  equal(findLook(undefined, all, false), "");
  const [rival] = DRAWN.cells;
  equal(findLook(rival, all, true), "presumed");
});

test("the cells of a chosen column, of a chosen row, or the one where both meet are marked", () => {
  equal(isMeant("P-1", "TUR", START), false);
  equal(isMeant("P-1", "TUR", choose({ country: "TUR" })), true);
  equal(isMeant("P-1", "IRQ", choose({ country: "TUR" })), false);
  equal(isMeant("P-1", "IRQ", choose({ province: "P-1" })), true);
  equal(isMeant("P-2", "IRQ", choose({ province: "P-1" })), false);
  equal(isMeant("P-1", "IRQ", choose({ country: "TUR", province: "P-1" })), false);
  equal(isMeant("P-2", "IRQ", choose({ province: "P-1*P-2" })), true);
});

test("columns are ordered so that no lines cross that need not", () => {
  const links = [[{ from: 0, to: 2 }, { from: 1, to: 1 }, { from: 2, to: 0 }]];
  const [left = [], right = []] = orderColumns([3, 3], links);
  equal(countCrossings(left, right, links[0] ?? []), 0);
  deepEqual(orderColumns([3, 3], links, [1])[1], [0, 1, 2]);
  deepEqual(orderColumns([], []), []);
  equal(drawCurve([0, 10], [100, 50]), "M0.0 10.0C50.0 10.0 50.0 50.0 100.0 50.0");
});

test("round a country stand its provinces, rivals first, and the countries that two of them share", () => {
  const found = findNeighbours(DRAWN, all, choose({ country: "TUR" }));
  deepEqual(found.columns.map((column) => column.map((node) => node.id)), [["TUR"], ["A", "B"], ["IRQ"]]);
  deepEqual([found.shown, found.all], [1, 1]);
  deepEqual(found.columns[1]?.map((node) => [node.rival, node.below]), [[true, "trade"], [true, "trade"]]);
  deepEqual(found.lines.map((lines) => lines.length), [2, 2]);
});

test("two provinces stand on both sides of what they share; nothing chosen is a strip", () => {
  const pair = findNeighbours(DRAWN, all, choose({ province: "A*B" }));
  deepEqual(pair.columns.map((column) => column.map((node) => node.id)), [["A"], ["TUR", "IRQ"], ["B"]]);
  const strip = findNeighbours(DRAWN, all, START);
  deepEqual(strip.columns.map((column) => column.length), [2, 2]);
  deepEqual(findNeighbours(DRAWN, all, choose({ province: "A" })).columns[2]?.map((node) => node.id), ["B"]);
});

test("beside a province stand others by how many of its countries they have too, the most first", () => {
  const cells = [[0, 0], [0, 1], [1, 1], [2, 0], [2, 1]].map(([province, country]) => [province, country, [1, 1], 0, 0, "0000", []]);
  const drawn = { ...DRAWN, cells: cells.map((row) => ({ ...DRAWN.cells[0], province: row[0], country: row[1], ties: row[2] })) } as unknown as Drawn;
  const state = choose({ province: "A" });
  deepEqual(findNeighbours(drawn, viewDrawn(drawn, state), state).columns[2]?.map(({ id, count }) => [id, count]), [["C", 2], ["B", 1]]);
});

test("two provinces share the countries in which both have a tie", () => {
  deepEqual(countShared(DRAWN, all, ["A", "B", "C"]), [[2, 2, 0], [2, 2, 0], [0, 0, 0]]);
});

test("pills stand in the frame, apart, and point to their country", () => {
  const far = Array.from({ length: 9 }, (_, at) => ({ id: `c${at}`, wide: 60, x: 5000, y: -300 + at * 20 }));
  const pills = placePills(far, [0, 0, 600, 500], 1);
  ok(pills.length >= 8);
  for (const { box } of pills) {
    ok(box.left >= PILL.inset - 0.1 && box.right <= 600 - PILL.inset + 0.1 && box.top >= PILL.inset - 0.1 && box.bottom <= 500 - PILL.inset + 0.1);
  }
  pills.forEach(({ box }, at) => pills.slice(at + 1).forEach((other) =>
    ok(box.right <= other.box.left || other.box.right <= box.left || box.bottom <= other.box.top || other.box.bottom <= box.top)));
  const [north] = placePills([{ id: "n", wide: 40, x: 300, y: -4000 }], [0, 0, 600, 500], 1);
  equal(Math.round(north?.angle ?? 0), -90);
});

test("the ties of one act of a province are one row, and a visit stands on the row of its target", () => {
  const rows = makeRows(DRAWN, choose({ country: "TUR" }));
  deepEqual(rows.map((row) => [row.province, row.spans.length, row.events.length, row.joint]), [
    ["A", 1, 1, false], ["A", 2, 0, true], ["B", 1, 0, true],
  ]);
  deepEqual(listMeant(DRAWN, choose({ province: "B" })).length, 1);
  equal(listMeant(DRAWN, START).some((span) => span.first === NO_DAY || span.event === 1), false);
});

test("years are counted by provinces in force", () => {
  const rows = makeRows(DRAWN, choose({ country: "TUR" }));
  deepEqual(countYears(rows, [[0, 50], [100, 150], [210, 400], [1950, 1999]]), [0, 1, 2, 2]);
  deepEqual(countYears(rows, [[50, 100], [2000, 2100]]), [0, 0]);
  const [from, to] = findBounds(rows, 1000);
  ok(from < 100 && to > 2000);
});

test("an axis has the years of its calendar, with those of the other, and says as many as fit", () => {
  const day = (year: number): number => Math.round(Date.UTC(year, 0, 1) / 86_400_000);
  const english = listYears(day(2024) - 5, day(2025) + 5, "en");
  deepEqual(english.map(({ label, other }) => [label, other]), [["2024", "SH 1402/03"], ["2025", "SH 1403/04"]]);
  const persian = listYears(day(2024), day(2025), "fa");
  deepEqual(persian.map(({ label, other }) => [label, other]), [["۱۴۰۳", "۲۰۲۴"]]);
  equal(findStep(20, 600, 60), 2);
  equal(findStep(5, 600, 60), 1);
});

// One is a presumed rival in a country in which the other's tie is possible only; a third lies at its border.
const MIXED: Drawn = parseDrawn(JSON.stringify({
  languages: ["en"], names: { A: ["Alpha"], B: ["Beta"], C: ["Gamma"], TUR: ["Türkiye"] },
  words: {
    "matrix-cell": ["{province}, {country}: {ties} ({verdict})"], "matrix-cell-empty": ["{province}, {country}: none"],
    "matrix-cell-contact": ["{province}, {country}: visits"], "matrix-cell-border": ["{cell}; a border"],
    "verdict-presumed": ["presumed"],
  },
  provinces: ["A", "B", "C"], countries: ["TUR"], levels: ["country"], sectors: [""], sector_names: [[""]],
  cells: [[0, 0, [2], 0, 1, "8", []], [1, 0, [1], 0, 0, "7", []], [2, 0, [0], 0, 1, "1", []]],
  rivals: [[1], [1], [0]], contested: [[1]], time: [[], [], 0], today: 1000,
}));

test("a country of a presumed and a possible rival is not plain, and of nobody's rival nothing is", () => {
  const view = viewDrawn(MIXED, START);
  equal(isPlain(MIXED, view, "TUR"), false);
  equal(isPlain(DRAWN, all, "IRQ"), true);
  deepEqual(MIXED.cells.map((cell) => findLook(cell, view, false)), ["presumed", "possible", ""]);
});

test("a cell is said with its ties and verdict, and one without ties as having none", () => {
  const view = viewDrawn(MIXED, START);
  const said = (cell: number, province: string): string => sayCell(MIXED.cells[cell], province, "TUR", view, MIXED, START);
  equal(said(0, "A"), "Alpha, Türkiye: 2 (presumed); a border");
  equal(said(2, "C"), "Gamma, Türkiye: none; a border");
  equal(said(9, "C"), "Gamma, Türkiye: none");
});

test("on the map a province is a rival, tied, at the border or nothing to the country that is chosen", () => {
  const parts = (change: Parameters<typeof choose>[0]): object => {
    const state = choose(change);
    return Object.fromEntries(findParts(MIXED, { state, chosen: findChosen(FACTS, state), view: viewDrawn(MIXED, state) }));
  };
  deepEqual(parts({ country: "TUR" }), { A: "presumed", B: "tied", C: "edge" });
  deepEqual(parts({ country: "TUR", province: "B" }), { B: "tied" });
  deepEqual(parts({ country: "IRQ" }), {});
});

test("the more the darker: each shade begins at its step, and the last has all that is more", () => {
  for (const steps of [HOME_STEPS, ABROAD_STEPS]) {
    steps.forEach((step, at) => deepEqual([step - 1, step].map((count) => findClass(count, steps)), [at, at + 1]));
    equal(findClass(10_000, steps), steps.length);
  }
});

test("a province that nobody rivals is shown as none's rival", () => {
  const [column] = findNeighbours(DRAWN, all, choose({ province: "C" })).columns;
  deepEqual(column?.map((node) => [node.id, node.rival]), [["C", false]]);
});

test("a pill is as tall as it is said, points from where it stands, and gives way by its own height", () => {
  const view = [0, 0, 600, 500] as const;
  const east = { id: "e", wide: 40, x: 5000, y: 240 };
  const [one, other] = placePills([east, { ...east, id: "f" }], view, 1);
  if (!one || !other) throw new Error("no pill");
  equal(one.box.bottom - one.box.top, PILL.height);
  equal(one.box.right - one.box.left, 40 + PILL.arrow + 2 * PILL.room);
  equal(other.box.top - one.box.top, PILL.height + PILL.gap);
  const [south] = placePills([{ id: "s", wide: 40, x: 3000, y: 4000 }], view, 1);
  if (!south) throw new Error("no pill");
  const [x, y] = [(south.box.left + south.box.right) / 2, (south.box.top + south.box.bottom) / 2];
  equal(Math.round(Math.tan((south.angle * Math.PI) / 180) * 1e6), Math.round(((4000 - y) / (3000 - x)) * 1e6));
});

test("what nothing joins keeps its place among what is", () => {
  const links = [[{ from: 0, to: 2 }, { from: 1, to: 0 }]];
  deepEqual(orderColumns([2, 3], links)[1], [2, 1, 0]);
  equal(countCrossings([0, 1], [0, 1], [{ from: 0, to: 1 }, { from: 1, to: 0 }]), 1);
  equal(countCrossings([0, 1], [0, 1], [{ from: 0, to: 0 }, { from: 1, to: 1 }]), 0);
});

test("a province is drawn as the rival of the one that is chosen, else by its ties, else by its border", () => {
  const rivals = new Map([["A", "presumed"], ["B", "complementary"]] as const);
  const parts = new Map([["A", "tied"], ["B", "tied"]] as const);
  const find = (state: ReturnType<typeof choose>): readonly string[] => {
    const look = { state, chosen: { ...findChosen(FACTS, START), rivals } };
    return ["A", "B", "C", "D"].map((id) => findPart(id, parts, ["C"], look));
  };
  deepEqual(find(choose({ country: "TUR", province: "P-1" })), ["presumed", "tied", "", ""]);
  deepEqual(find(choose({ country: "TUR" })), ["tied", "tied", "edge", ""]);
});

test("a number stands behind a name while nothing is chosen, and behind cities of the choice", () => {
  const behind = (id: string, kind: "province" | "country" | "city", state: ReturnType<typeof choose>): readonly unknown[] => {
    const { count, counts, shown } = countBehind({ id, kind, ties: [0, 2] }, { state, chosen: findChosen(FACTS, state), view: all });
    return [count, counts, shown];
  };
  deepEqual([behind("A", "province", START), behind("C", "province", START)], [[1, true, true], [0, false, false]]);
  deepEqual(behind("TUR", "country", START), [2, true, true]);
  const state = choose({ country: "TUR", province: "P-1" });
  deepEqual(behind("TUR", "country", state), [2, true, false]);
  deepEqual(behind("IRQ", "country", state), [2, false, false]);
  deepEqual(behind("konya", "city", state), [1, true, true]);
});

test("a pill that has no room is moved along the edge by no more than it needs", () => {
  const pills = ["a", "b"].map((id) => ({ id, wide: 40, x: 300, y: -4000 }));
  const [one, other] = placePills(pills, [0, 0, 600, 500], 1).map(({ box }) => box);
  equal((other?.left ?? 0) - (one?.right ?? 0), PILL.gap);
});
