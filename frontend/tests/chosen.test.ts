// What a choice means: the ties, whom they join, and which panels it draws anew.

import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { findChosen } from "../src/chosen";
import { findPairs } from "../src/pairs";
import { listStale } from "../src/panels";
import { choose, FACTS, START } from "./sample";

function listTies(change: Parameters<typeof choose>[0]): readonly number[] {
  return [...findChosen(FACTS, choose(change)).ties];
}

test("a choice means the ties with the country, of the province, in the sector, and of all at once", () => {
  deepEqual(listTies({}), [0, 1, 2, 3]);
  deepEqual(listTies({ country: "TUR" }), [0, 1, 2]);
  deepEqual(listTies({ province: "P-1" }), [0, 1, 3]);
  deepEqual(listTies({ sector: "trade" }), [0, 1, 3]);
  deepEqual(listTies({ country: "TUR", province: "P-1", sector: "trade" }), [0, 1]);
});

test("two provinces mean what both have, in the countries of both", () => {
  deepEqual(listTies({ province: "P-1*P-2" }), [0, 1, 2]);
  const chosen = findChosen(FACTS, choose({ province: "P-1*P-2" }));
  deepEqual(chosen.pairs.map((pair) => pair.target), ["konya"]);
  deepEqual([...findChosen(FACTS, choose({ province: "P-2" })).beside], [4]);
});

test("pairs are found in a sector and down to a level, by cell, country and province", () => {
  const pairs = findPairs(FACTS, START);
  equal(pairs.findVerdict("P-1", "TUR"), "possible");
  equal(pairs.findVerdict("P-1", "IRQ"), "none");
  deepEqual(pairs.countVerdicts("TUR"), { possible: 1 });
  deepEqual([...pairs.listRivals("P-1")], [["P-2", "possible"]]);
  equal(findPairs(FACTS, choose({ sector: "culture" })).findVerdict("P-2", "TUR"), "complementary");
  deepEqual(findPairs(FACTS, choose({ level: "counterpart" })).listed, []);
});

test("only a choice makes the rest step back, and each kind of choice does", () => {
  equal(findChosen(FACTS, START).any, false);
  for (const key of ["country", "province", "sector"]) equal(findChosen(FACTS, choose({ [key]: "x" })).any, true, key);
  equal(findChosen(FACTS, choose({ query: "x" })).any, false);
});

test("a choice tells whom its ties join", () => {
  const chosen = findChosen(FACTS, choose({ sector: "culture" }));
  deepEqual([[...chosen.provinces], [...chosen.countries]], [["P-1", "P-2"], ["TUR"]]);
});

test("a panel is drawn anew only when a key that it follows changes", () => {
  const draw = (): void => undefined;
  const [map, table] = [{ follows: ["lang", "country"], draw }, { follows: ["lang", "query"], draw }];
  deepEqual(listStale([map, table], ["query"]), [table]);
  deepEqual(listStale([map, table], ["country", "query"]), [map, table]);
  deepEqual(listStale([map, table], ["level"]), []);
  deepEqual(listStale([map, table], []), []);
});
