// What a choice means: the ties, whom they join, and which panels it draws anew.

import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { findChosen } from "../src/chosen";
import type { Facts, Pair } from "../src/facts";
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
  deepEqual([...chosen.beside], []);
  deepEqual(listTies({ province: "P-1*P-2", country: "IRQ" }), [3]);
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

function pairUp(other: string, level: Pair["level"], verdict: Pair["verdicts"][number], country = "TUR"): Pair {
  const [first] = FACTS.pairs;
  if (!first) throw new Error("no pair");
  return { ...first, provinces: ["P-1", other], level, verdicts: [verdict], country };
}

// Two provinces meet twice in one country, a third there is a rival, and in another country two may be rivals.
const MANY: Facts = {
  ...FACTS,
  pairs: [
    pairUp("P-2", "country", "possible"), pairUp("P-2", "city", "possible"), pairUp("P-3", "city", "certain"),
    pairUp("P-3", "country", "possible", "IRQ"),
  ],
};

test("of two provinces in a country the strongest pair counts, once, and the nearest of equals comes first", () => {
  const pairs = findPairs(MANY, START);
  deepEqual(pairs.listed.map((pair) => [pair.provinces[1], pair.level, pair.country]), [
    ["P-3", "city", "TUR"], ["P-2", "city", "TUR"], ["P-2", "country", "TUR"], ["P-3", "country", "IRQ"],
  ]);
  deepEqual(pairs.countVerdicts("TUR"), { certain: 1, possible: 1 });
  deepEqual(pairs.countVerdicts(), { certain: 1, possible: 2 });
  deepEqual(Object.fromEntries(pairs.listRivals("P-1")), { "P-3": "certain", "P-2": "possible" });
  deepEqual(findPairs(MANY, choose({ level: "city" })).listed.map((pair) => pair.level), ["city", "city"]);
});

test("rivals of a province are the others, and of a country all, each by its strongest pair", () => {
  const of = (change: Parameters<typeof choose>[0]): object => Object.fromEntries(findChosen(MANY, choose(change)).rivals);
  deepEqual(of({ province: "P-1" }), { "P-3": "certain", "P-2": "possible" });
  deepEqual(of({ country: "TUR" }), { "P-1": "certain", "P-3": "certain", "P-2": "possible" });
});

test("what a page tells of pairs that it does not hold counts as if it held them", () => {
  const told = { ...FACTS, cells: [["P-3", "IRQ", ["certain"]], ["P-1", "IRQ", ["none"]]], tallies: { IRQ: [[0, 3]] } } as unknown as Facts;
  const pairs = findPairs(told, START);
  deepEqual([pairs.findVerdict("P-3", "IRQ"), pairs.findVerdict("P-1", "IRQ")], ["certain", "none"]);
  equal(Object.values(pairs.countVerdicts("IRQ"))[0], 3);
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
