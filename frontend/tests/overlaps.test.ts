// Overlaps: counted by numbers, they are those that are found by holding each two provinces against each other.

import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";

import type { Facts } from "../src/facts";
import { findOverlaps } from "../src/overlaps";

/** Many ties of provinces with countries, some of which many have: always the same. */
function make(provinces: number, ties: number): Facts {
  let seed = 7;
  const draw = (most: number): number => { seed = (seed * 48271) % 2147483647; return seed % most; };
  const made = Array.from({ length: ties }, () => ({
    province: `P-${100 + draw(provinces)}`, country: `C${Math.min(draw(12), draw(12))}`, sectors: draw(3) ? [["trade", "culture"][draw(2)]] : [],
  }));
  return { provinces: Array.from({ length: provinces }, (_, at) => `P-${100 + at}`), ties: made } as unknown as Facts;
}

function reach(facts: Facts, province: string, sector: string): Set<string> {
  const lies = (sectors: readonly string[]): boolean => !sector || !sectors.length || sectors.includes(sector);
  return new Set(facts.ties.filter((tie) => tie.province === province && lies(tie.sectors)).map((tie) => tie.country));
}

/** Every two provinces that share enough, in order, held against each other one by one. */
function hold(facts: Facts, sector: string, country: string, province: string): readonly (readonly [string, number, number])[] {
  const own = new Map(facts.provinces.map((id) => [id, reach(facts, id, sector)]));
  const holders = (id: string): number => [...own.values()].filter((one) => one.has(id)).length;
  const found: { pair: string; shared: number; of: number; rank: number }[] = [];
  facts.provinces.forEach((one, at) => facts.provinces.slice(at + 1).forEach((other) => {
    if (province && province !== one && province !== other) return;
    const [a, b] = [own.get(one) ?? new Set<string>(), own.get(other) ?? new Set<string>()];
    const shared = [...a].filter((id) => b.has(id) && (province || !country || id === country));
    if (shared.length < (country && !province ? 1 : 2)) return;
    const rank = Math.round(shared.reduce((sum, id) => sum + 1 / Math.log(holders(id)), 0) * 1e9);
    found.push({ pair: `${one}*${other}`, shared: shared.length, of: a.size + b.size - shared.length, rank });
  }));
  found.sort((a, b) => b.rank - a.rank || b.shared / b.of - a.shared / a.of || (a.pair < b.pair ? -1 : 1));
  return found.map(({ pair, shared, of }) => [pair, shared, of]);
}

test("all pairs that share enough are counted, and the first of them stand in order", () => {
  for (const [provinces, ties] of [[6, 20], [30, 90], [70, 400]] as const) {
    const facts = make(provinces, ties);
    for (const [sector, country, province] of [["", "", ""], ["trade", "", ""], ["", "C1", ""], ["", "", "P-103"], ["", "C1", "P-103"]] as const) {
      const found = findOverlaps(facts, { sector, country, province });
      const expected = hold(facts, sector, country, province);
      equal(found.count, expected.length);
      for (const most of [3, 5000]) {
        const told = found.first(most).map((one) => [one.provinces.join("*"), one.countries.length, one.of]);
        deepEqual(told, expected.slice(0, most).map((one) => [...one]));
      }
    }
  }
});

test("a million pairs are counted, and what is asked again is not looked at again", () => {
  const facts = make(2000, 8000);
  const found = findOverlaps(facts, { sector: "", country: "", province: "" });
  ok(found.count > 500_000, String(found.count));
  equal(findOverlaps(facts, { sector: "", country: "", province: "" }), found);
  equal(found.first(5).length, 5);
});
