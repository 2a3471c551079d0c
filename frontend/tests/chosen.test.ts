// What a choice means: the ties, whom they join, the counts of the matrix, the lines of the network.

import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { findChosen } from "../src/chosen";
import { DARKEST } from "../src/generated";
import { countTies, dressCell, isMeant } from "../src/matrix";
import { listJoined } from "../src/network";
import { listStale } from "../src/panels";
import { choose, FACTS, START } from "./sample";

function listTies(change: Parameters<typeof choose>[0]): readonly number[] {
  return [...findChosen(FACTS, choose(change)).ties];
}

test("a choice means the ties with the country, of the province, in the sector, and of all at once", () => {
  deepEqual(listTies({}), [0, 1, 2, 3]);
  deepEqual(listTies({ country: "TUR" }), [0, 1, 2]);
  deepEqual(listTies({ province: "P-1" }), [0, 1, 3]);
  deepEqual(listTies({ sector: "trade" }), [0, 3]);
  deepEqual(listTies({ country: "TUR", province: "P-1", sector: "trade" }), [0]);
});

test("only a choice makes the rest step back, and each kind of choice does", () => {
  equal(findChosen(FACTS, START).any, false);
  for (const key of ["country", "province", "sector"]) equal(findChosen(FACTS, choose({ [key]: "x" })).any, true, key);
  equal(findChosen(FACTS, choose({ query: "x" })).any, false);
});

test("a choice tells whom its ties join", () => {
  const chosen = findChosen(FACTS, choose({ sector: "culture" }));
  deepEqual([[...chosen.provinces], [...chosen.countries]], [["P-2"], ["TUR"]]);
  deepEqual([...listJoined(FACTS, chosen)], ["P-2", "konya", "P-2 konya", "TUR", "P-2 TUR"]);
});

test("the matrix counts ties, those that are certain, and the provinces that court a country", () => {
  const counts = countTies(FACTS, START);
  deepEqual(counts.cell("P-1", "TUR"), { all: 2, certain: 1 });
  deepEqual(counts.cell("P-2", "IRQ"), { all: 0, certain: 0 });
  equal(counts.province("P-1"), 3);
  equal(counts.courting("TUR"), 2);
  equal(counts.courting("IRQ"), 1);
});

test("the matrix counts only what lies in the chosen sector", () => {
  const counts = countTies(FACTS, choose({ sector: "trade" }));
  deepEqual(counts.cell("P-1", "TUR"), { all: 1, certain: 1 });
  equal(counts.province("P-2"), 0);
  equal(counts.courting("TUR"), 1);
});

function listClasses(all: number, certain: number): readonly string[] {
  return Object.entries(dressCell({ all, certain })).filter(([, on]) => on).map(([name]) => name);
}

test("a cell has the shade of its count, the darkest from there on, and none without a tie", () => {
  deepEqual(listClasses(0, 0), []);
  deepEqual(listClasses(1, 1), ["n1"]);
  deepEqual(listClasses(DARKEST - 1, 1), [`n${DARKEST - 1}`]);
  deepEqual(listClasses(DARKEST, 1), [`n${DARKEST}`]);
  deepEqual(listClasses(DARKEST + 20, 1), [`n${DARKEST}`]);
});

test("a cell is hatched where none of its ties is certain, and only there", () => {
  deepEqual(listClasses(2, 0), ["possible", "n2"]);
  deepEqual(listClasses(2, 1), ["n2"]);
});

test("the cells of a chosen column, of a chosen row, or the one where both meet are marked", () => {
  equal(isMeant("P-1", "TUR", START), false);
  equal(isMeant("P-1", "TUR", choose({ country: "TUR" })), true);
  equal(isMeant("P-1", "IRQ", choose({ country: "TUR" })), false);
  equal(isMeant("P-1", "IRQ", choose({ province: "P-1" })), true);
  equal(isMeant("P-2", "IRQ", choose({ province: "P-1" })), false);
  equal(isMeant("P-1", "IRQ", choose({ country: "TUR", province: "P-1" })), false);
  equal(isMeant("P-2", "TUR", choose({ country: "TUR", province: "P-1" })), false);
});

test("a panel is drawn anew only when a key that it follows changes", () => {
  const draw = (): void => undefined;
  const [map, table] = [{ follows: ["lang", "country"], draw }, { follows: ["lang", "query"], draw }];
  deepEqual(listStale([map, table], ["query"]), [table]);
  deepEqual(listStale([map, table], ["country", "query"]), [map, table]);
  deepEqual(listStale([map, table], ["level"]), []);
  deepEqual(listStale([map, table], []), []);
});
