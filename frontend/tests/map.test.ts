// The map: which view a choice gets, how zoom and edges bound it, and which names stand where.

import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";

import { findChosen, NOTHING } from "../src/chosen";
import { LABEL_GROWN, LABEL_LINE } from "../src/generated";
import { type Ground, type Label, placeLabels, rankLabels } from "../src/label_places";
import { clampView, findView, liesIn, readView, type View, zoomView } from "../src/map_view";
import type { State } from "../src/state";
import { choose, FACTS, START } from "./sample";

const HOME: View = [0, 0, 1000, 800];
const WORLD: View = [-10_000, -5_000, 20_000, 10_000];
const BOXES = new Map([["TUR", [-1500, -100, -300, 500]], ["IRQ", [9000, 0, 9900, 500]]] as const);

test("nothing chosen shows home", () => {
  deepEqual(findView(BOXES, HOME, START, NOTHING), HOME);
});

test("a chosen country is shown with the whole of home and a margin, in the shape of the map", () => {
  const state = choose({ country: "TUR" });
  deepEqual(findView(BOXES, HOME, state, findChosen(FACTS, state)), [-1575, -710, 2650, 2120]);
  const tall = new Map([["TUR", [0, -2000, 500, 0]]] as const);
  deepEqual(findView(tall, HOME, state, NOTHING), [-1355, -2084, 3710, 2968]);
});

test("a chosen province is shown with what is near, and its far ties leave the frame", () => {
  const state = choose({ province: "P-1" });
  deepEqual(findView(BOXES, HOME, state, findChosen(FACTS, state)), [-416.25, -233, 1457.5, 1166]);
});

test("near is what reaches into three quarters more than home, on every side", () => {
  const state = choose({ province: "P-2" });
  const alone = findView(new Map(), HOME, state, NOTHING);
  const see = (box: readonly [number, number, number, number]): View =>
    findView(new Map([["TUR", box]]), HOME, state, findChosen(FACTS, state));
  for (const far of [[-900, 0, -376, 1], [1376, 0, 1900, 1], [0, -900, 1, -301], [0, 1101, 1, 1900]] as const) {
    deepEqual(see(far), alone, String(far));
  }
  const middle = ([x, y, width, height]: View): readonly number[] => [x + width / 2, y + height / 2].map(Math.round);
  deepEqual(middle(see([-900, 0, -374, 1])), [313, 400]);
  deepEqual(middle(see([1374, 0, 1900, 1])), [688, 400]);
  deepEqual(middle(see([0, -900, 1, -299])), [500, 250]);
  deepEqual(middle(see([0, 1099, 1, 1900])), [500, 550]);
});

test("a country without a place is no reason to move", () => {
  const [x, y, width, height] = findView(new Map(), HOME, choose({ country: "TUR" }), NOTHING);
  deepEqual([x + width / 2, y + height / 2], [500, 400]);
});

test("a zoom keeps the point under it, and ends at the nearest and at the world", () => {
  deepEqual(zoomView(HOME, 2, WORLD, [0.25, 0.75]), [125, 300, 500, 400]);
  equal(zoomView(HOME, 100, WORLD, [0.5, 0.5])[2], 250);
  equal(zoomView(HOME, 0.001, WORLD, [0.5, 0.5])[2], 20_000);
});

test("a view stays in the world, and one that is larger stands in its middle", () => {
  deepEqual(clampView([-20_000, 0, 1000, 800], WORLD), [-10_000, 0, 1000, 800]);
  deepEqual(clampView([0, 9_000, 1000, 800], WORLD), [0, 4_200, 1000, 800]);
  deepEqual(clampView([0, 0, 40_000, 10_000], WORLD), [-20_000, -5_000, 40_000, 10_000]);
});

test("a view is read as the drawing says it", () => {
  deepEqual(readView("-1 2 3 4"), [-1, 2, 3, 4]);
  deepEqual(readView(null), [0, 0, 1, 1]);
});

const GROUND: Ground = { view: HOME, home: HOME, unit: 1, own: null, countries: [] };

function label(id: string, kind: Label["kind"], given: Partial<Label> = {}): Label {
  return { id, kind, lang: "", ties: [], weight: 0, wide: 60, lines: 1, x: 500, y: 400, middle: null, ...given };
}

function listPlaced(labels: readonly Label[], state: State, ground: Ground = GROUND): readonly string[] {
  const chosen = state === START ? NOTHING : findChosen(FACTS, state);
  const ranked = rankLabels(labels, state, chosen, ground);
  const spots = placeLabels(ranked, [], state, chosen, ground);
  return ranked.filter((one) => spots.has(one.label)).map((one) => one.label.id);
}

test("of names that meet, the more important stays: countries before provinces, then by their ties", () => {
  const [low, high] = [label("low", "country", { weight: 0.001 }), label("high", "country", { weight: 0.003 })];
  const ranked = rankLabels([label("P-1", "province"), low, high], START, NOTHING, GROUND);
  deepEqual(ranked.map((one) => one.label.id), ["high", "low", "P-1"]);
});

test("what is chosen ranks first, then where its ties end, and cities are named only then", () => {
  const labels = [label("P-2", "province"), label("P-1", "province"), label("konya", "city", { ties: [0] }), label("TUR", "country")];
  deepEqual(listPlaced(labels, START).includes("konya"), false);
  const state = choose({ country: "TUR" });
  const ranked = rankLabels(labels, state, findChosen(FACTS, state), GROUND).map(({ label: { id }, rank }) => [id, rank]);
  deepEqual(ranked, [["TUR", 0], ["konya", 2], ["P-2", 3], ["P-1", 3]]);
});

test("a name in another language is passed over", () => {
  deepEqual(listPlaced([label("TUR", "country", { lang: "fa" })], START), []);
  deepEqual(listPlaced([label("TUR", "country", { lang: "fa" })], choose({ lang: "fa" })), ["TUR"]);
});

test("provinces that are not meant lose their names where the view is much wider than home", () => {
  const far: Ground = { ...GROUND, view: [0, 0, 2100, 1680] };
  const state = choose({ country: "IRQ" });
  deepEqual(listPlaced([label("P-1", "province")], state, far), ["P-1"]);
  deepEqual(listPlaced([label("P-2", "province")], state, far), []);
  deepEqual(listPlaced([label("P-2", "province")], state), ["P-2"]);
});

test("no two names meet, and one that finds no room is left out", () => {
  const state = choose({ country: "TUR" });
  const chosen = findChosen(FACTS, state);
  const many = Array.from({ length: 40 }, (_, at) => label(`city-${at}`, "city", { wide: 200, ties: [0] }));
  const ranked = rankLabels(many, state, chosen, GROUND);
  const boxes = [...placeLabels(ranked, [], state, chosen, GROUND).values()].map((spot) => spot.box);
  ok(boxes.length > 1 && boxes.length < 40, String(boxes.length));
  boxes.forEach((a, at) => {
    for (const b of boxes.slice(at + 1)) {
      ok(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top);
    }
  });
});

test("a name outside the view is not shown, and that of the chosen country moves into it", () => {
  for (const far of [{ x: 2000 }, { x: -1 }, { y: -1 }, { y: 801 }, { x: 1001 }]) {
    deepEqual(listPlaced([label("IRQ", "country", far)], choose({ country: "IRQ" })), [], JSON.stringify(far));
  }
  deepEqual(listPlaced([label("IRQ", "country", { x: 2000 })], START), []);
  deepEqual(listPlaced([label("IRQ", "country", { x: 990 })], choose({ country: "IRQ" })), ["IRQ"]);
  deepEqual(listPlaced([label("IRQ", "country", { x: 990, wide: 900 })], START), []);
});

test("the chosen country's name is larger by as much as the page says", () => {
  const state = choose({ country: "IRQ" });
  const ranked = rankLabels([label("IRQ", "country")], state, findChosen(FACTS, state), GROUND);
  const [spot] = [...placeLabels(ranked, [], state, NOTHING, GROUND).values()];
  equal(spot ? (spot.box.right - spot.box.left).toFixed(3) : "", (60 * LABEL_GROWN).toFixed(3));
});

test("a country's name keeps off home, the chosen one also off its neighbours, and none covers a city's sign", () => {
  const left = { id: "", holds: (x: number): boolean => x < 530 };
  const state = choose({ country: "IRQ" });
  const chosen = findChosen(FACTS, state);
  const place = (ground: Ground, marks: Parameters<typeof placeLabels>[1] = []): number => {
    const ranked = rankLabels([label("IRQ", "country")], state, chosen, ground);
    return [...placeLabels(ranked, marks, state, chosen, ground).values()][0]?.box.left ?? NaN;
  };
  ok(place(GROUND) < 500);
  ok(place({ ...GROUND, own: left }) >= 515);
  ok(place({ ...GROUND, countries: [{ ...left, id: "TUR" }] }) >= 515);
  ok(place({ ...GROUND, countries: [{ ...left, id: "IRQ" }] }) < 500);
  const ranked = rankLabels([label("IRQ", "country")], state, chosen, GROUND);
  const spot = [...placeLabels(ranked, [{ x: 500, y: 400, ties: [3] }], state, chosen, GROUND).values()][0];
  ok(spot && (spot.box.right < 500 - 4 || spot.box.left > 500 + 4 || spot.box.bottom < 400 - 4 || spot.box.top > 400 + 4));
});

test("each kind of name has its rank, less by its weight", () => {
  const labels = [
    label("TUR", "country", { weight: 0.5 }), label("IRQ", "country"), label("P-1", "province", { weight: 0.5 }),
    label("P-2", "province"), label("konya", "city", { weight: 0.5, ties: [2] }),
  ];
  const rank = (state: State, ground = GROUND): Readonly<Record<string, number>> => Object.fromEntries(
    rankLabels(labels, state, findChosen(FACTS, state), ground).map((one) => [one.label.id, one.rank]));
  deepEqual(rank(START), { TUR: 4.5, IRQ: 5, "P-1": 5.5, "P-2": 6, konya: 9 });
  deepEqual(rank(choose({ province: "P-2" })), { "P-2": 0, TUR: 0.5, konya: 1.5, IRQ: 5, "P-1": 5.5 });
  const wide = { ...GROUND, view: [0, 0, 2001, 1600] } as const;
  deepEqual(rank(choose({ country: "IRQ" }), wide), { IRQ: 0, "P-1": 2.5, TUR: 4.5, "P-2": 9, konya: 9 });
  deepEqual(rank(choose({ country: "TUR" }), wide)["IRQ"], 9);
});

test("a name that is not meant stays near its place or is left out; the chosen one may go far, within the frame", () => {
  const wall = { id: "", holds: (_: number, y: number): boolean => Math.abs(y - 400) < 14 };
  const find = (state: State, given: Partial<Label> = {}, ground: Ground = { ...GROUND, own: wall }): number => {
    const chosen = findChosen(FACTS, state);
    const ranked = rankLabels([label("IRQ", "country", given)], state, chosen, ground);
    return [...placeLabels(ranked, [], state, chosen, ground).values()][0]?.down ?? NaN;
  };
  ok(Number.isNaN(find(START)));
  ok(Math.abs(find(choose({ country: "IRQ" }))) >= 14);
  equal(find(choose({ country: "IRQ" }), { y: 799 }, GROUND).toFixed(3), (-(12 * LABEL_GROWN * LABEL_LINE) / 2 + 1).toFixed(3));
  equal(find(choose({ country: "IRQ" }), { y: 1 }, GROUND).toFixed(3), ((12 * LABEL_GROWN * LABEL_LINE) / 2 - 1).toFixed(3));
});

test("a large country that is chosen is named in its middle where its own place is out of view", () => {
  const far = label("IRQ", "country", { x: 3000, middle: [600, 300] });
  const state = choose({ country: "IRQ" });
  const ranked = rankLabels([far], state, findChosen(FACTS, state), GROUND);
  const spot = [...placeLabels(ranked, [], state, NOTHING, GROUND).values()][0];
  deepEqual([spot?.aside, spot?.down], [-2400, -100]);
});

test("a point lies in a frame where it is beyond none of its four edges", () => {
  const lies = (x: number, y: number): boolean => liesIn(10, 20, 30, 5, x, y);
  for (const [x, y] of [[10, 20], [40, 25], [25, 22]] as const) ok(lies(x, y), `${x} ${y}`);
  for (const [x, y] of [[9, 22], [41, 22], [25, 19], [25, 26]] as const) ok(!lies(x, y), `${x} ${y}`);
});
