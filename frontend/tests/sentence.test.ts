// Messages as the script says them, the language it opens in, and numbers as each language writes them.

import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import type { Facts, Pair } from "../src/facts";
import { PAIR_MARK, type Verdict } from "../src/generated";
import { findSpeaker } from "../src/say";
import { writeSentences } from "../src/sentence";
import { chooseLanguage, fillPattern, findLanguage, sayShown, writeNumber } from "../src/words";
import { choose, FACTS } from "./sample";

const SAID: Facts = {
  ...FACTS,
  messages: [{
    "list-mark": [", "], "list-last": [["first"], " and ", ["last"]], "and-more": [["listed"], " and ", ["more"], " more"],
    "pairs": [["count", { one: [["count"], " pair"], other: [["count"], " pairs"], 0: ["no pair"] }, "other"], ": ", ["names"]],
  }, {}],
};

test("a message is filled as Python fills it: a number chooses its form, a name is set apart and not read again", () => {
  const { say } = findSpeaker(SAID, "en");
  equal(say("pairs", { count: 0, names: "{count}" }), "no pair: {count}");
  equal(say("pairs", { count: 1, names: "x" }), "1 pair: x");
  equal(say("pairs", { count: 1200, names: "قم" }), "1,200 pairs: \u2068قم\u2069");
});

test("names in a row end with a word, and too many with how many more there are", () => {
  const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, "");
  const { list } = findSpeaker(SAID, "en");
  equal(plain(list(["a", "b", "c"])), "a, b and c");
  equal(plain(list(["a", "b", "c"], 2)), "a, b and 1 more");
  equal(plain(list(["a"])), "a");
});

test("a page opens in the language that the browser prefers of those that it holds", () => {
  equal(chooseLanguage(["en", "fa"], ["de-DE", "fa-IR", "en"], "en"), "fa");
  equal(chooseLanguage(["en"], ["fa"], "en"), "en");
});

test("a pattern is filled once: what a name holds is not read again, and what is not named stays", () => {
  equal(fillPattern("{a} {b} {c}", { a: "{b}", b: "$&" }), "{b} $& {c}");
});

test("numbers have the digits and the mark between thousands of their language", () => {
  equal(writeNumber(1234567, "en"), "1,234,567");
  equal(writeNumber(1234567, "fa"), "۱٬۲۳۴٬۵۶۷");
  equal(sayShown("{n} of {m}", 13, 1010, "en"), "13 of 1,010");
  equal(sayShown("{n} از {m}", 13, 1010, "fa"), "۱۳ از ۱٬۰۱۰");
});

test("a language that the page has not is its first", () => {
  equal(findLanguage(["fa", "en"], "en"), 1);
  equal(findLanguage(["fa"], "en"), 0);
});

/** Two provinces that meet at a place in Türkiye, as they are in all sectors and in each. */
function meetAt(target: string, level: Pair["level"], verdict: Verdict, other = "P-2"): Pair {
  return { ...FACTS.pairs[0], provinces: ["P-1", other], country: "TUR", target, level, verdicts: [verdict, verdict, verdict] } as Pair;
}

const MESSAGES = {
  "list-mark": [", "], "list-last": [["first"], " and ", ["last"]], "clause-mark": ["; "],
  "sentence-at": ["at ", ["target"], ": ", ["pairs"], " of ", ["names"]],
  "sentence-two": [["one"], " against ", ["other"], " in ", ["names"]],
  "sentence-two-none": [["one"], " apart from ", ["other"]],
  "sentence-line": [["name"], ": ", ["said"]], "pair-since": ["since ", ["date"]], "sentence-met": ["at ", ["target"]],
  "sentence-shared": [["shared"], " of ", ["of"], ": ", ["names"]],
  "sentence-only-countries": [["province"], " alone in ", ["names"]],
};

function tellOf(pairs: readonly Pair[], state: Parameters<typeof choose>[0]): readonly string[] {
  const words = { ...FACTS.words, sector: [["culture", "culture", ""], ["trade", "trade", ""]] };
  const facts = { ...FACTS, pairs, words, messages: [MESSAGES, {}] } as unknown as Facts;
  return writeSentences(facts, choose(state)).filter(Boolean).map((line) => line.replace(/[\u2066-\u2069]/g, ""));
}

test("where rivals meet in a country is told by the number of their pairs, then the nearer place first", () => {
  const pairs = [
    meetAt("region", "region", "presumed"), meetAt("konya", "city", "presumed"),
    meetAt("ank", "city", "certain"), meetAt("ank", "city", "presumed", "P-3"),
    meetAt("far", "city", "possible"), meetAt("TUR", "country", "certain"),
  ];
  deepEqual(tellOf(pairs, { country: "TUR" }), [
    "at ank: 2 of One {ties}, P-3 and Two", "at Konya: 1 of One {ties} and Two", "at region: 1 of One {ties} and Two",
  ]);
});

test("of two provinces it is told where they meet, what they share of all they have, and where each is alone", () => {
  deepEqual(tellOf([meetAt("konya", "city", "presumed")], { province: `P-1${PAIR_MARK}P-2` }), [
    "One {ties} against Two in Türkiye", "Türkiye: ; at Konya", "1 of 2: Türkiye", "One {ties} alone in Iraq",
  ]);
  const inTrade = { ...meetAt("konya", "city", "presumed"), sectors: ["culture", "trade"] };
  equal(tellOf([inTrade], { province: `P-1${PAIR_MARK}P-2` })[1], "Türkiye: ; culture and trade; at Konya");
  deepEqual(tellOf([], { province: `P-1${PAIR_MARK}P-2`, country: "IRQ" }), ["One {ties} apart from Two"]);
});
