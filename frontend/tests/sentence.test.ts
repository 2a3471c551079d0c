// The sentence of a choice, its pattern where none was written, and numbers as each language writes them.

import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { findLines } from "../src/sentence";
import { fillPattern, findLanguage, sayShown, writeNumber } from "../src/words";
import { choose, FACTS, START } from "./sample";

test("the lines written for a choice are shown in the language of the page", () => {
  deepEqual(findLines(FACTS, START), ["All."]);
  deepEqual(findLines(FACTS, choose({ country: "TUR" })), ["Türkiye.", "And more."]);
  deepEqual(findLines(FACTS, choose({ country: "TUR", lang: "fa" })), ["ترکیه."]);
});

test("a sector without lines of its own has those of the choice without it", () => {
  deepEqual(findLines(FACTS, choose({ country: "TUR", sector: "trade" })), ["Türkiye.", "And more."]);
});

test("a pair without lines has a pattern, with its count or without, names set apart", () => {
  deepEqual(findLines(FACTS, choose({ country: "TUR", province: "P-1" })), [
    "\u2068One {ties}\u2069, \u2068Türkiye\u2069: 2 ties.",
  ]);
  deepEqual(findLines(FACTS, choose({ country: "IRQ", province: "P-2" })), [
    "\u2068Two\u2069 has no tie with \u2068Iraq\u2069.",
  ]);
  deepEqual(findLines(FACTS, choose({ country: "TUR", province: "P-1", lang: "fa" })), [
    "\u2068یک\u2069، \u2068ترکیه\u2069: ۲ رابطه.",
  ]);
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
