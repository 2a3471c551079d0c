// The state is read from the hash and written to it, and says what a choice changes.

import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { STATE_KEYS } from "../src/generated";
import { CLEARED, findStart, listChanges, readState, toggleChoice, writeQuery, writeState } from "../src/state";
import { choose, FACTS, START } from "./sample";

test("a page opens in the state that it was written with", () => {
  deepEqual(START, { lang: "en", country: "", province: "", sector: "", level: "country", as_of: "2026-11-24", query: "" });
  equal(findStart("fa", null).lang, "fa");
  deepEqual(Object.keys(findStart("fa", null)), [...STATE_KEYS]);
});

test("a state that is written is read again", () => {
  const state = choose({ lang: "fa", country: "TUR", province: "P-1", sector: "trade", level: "city", query: "a&b=ق" });
  deepEqual(readState(`#${writeState(state, START)}`, START, FACTS), state);
});

test("a hash holds only what differs from the page as it was written, in the order of the keys", () => {
  equal(writeState(START, START), "");
  equal(writeState(choose({ query: "x", country: "TUR" }), START), "country=TUR&query=x");
  equal(writeState(choose({ country: "" }), choose({ country: "TUR" })), "country=");
});

test("what means nothing on this page is passed over", () => {
  const hash = "#lang=xx&level=nowhere&country=ZZZ&province=P-9&sector=unheard&other=1";
  deepEqual(readState(hash, START, FACTS), START);
  deepEqual(readState("#country=constructor", START, FACTS), START);
});

test("the address names one province or two, each once", () => {
  equal(readState("#province=P-1*P-2", START, FACTS).province, "P-1*P-2");
  equal(writeState(choose({ province: "P-1*P-2" }), START), "province=P-1*P-2");
  equal(readState("#province=P-1*P-1", START, FACTS).province, "");
  equal(readState("#province=P-1*P-9", START, FACTS).province, "");
});

test("a blank country is no choice, where the page was written with one", () => {
  equal(readState("#country=", choose({ country: "TUR" }), FACTS).country, "");
});

test("a page without facts believes what its hash says", () => {
  equal(readState("query=konya", START, null).query, "konya");
  equal(readState("lang=fa", START, null).lang, "fa");
});

test("the keys in which two states differ are told", () => {
  deepEqual(listChanges(START, START), []);
  deepEqual(listChanges(START, choose({ query: "x", lang: "fa" })), ["lang", "query"]);
});

test("choosing again takes a choice back, and choosing a cell takes both", () => {
  deepEqual(toggleChoice(START, "TUR", null), { country: "TUR" });
  deepEqual(toggleChoice(choose({ country: "TUR" }), "TUR", null), { country: "" });
  deepEqual(toggleChoice(choose({ country: "TUR" }), "TUR", "P-1"), { country: "TUR", province: "P-1" });
  deepEqual(toggleChoice(choose({ country: "TUR", province: "P-1" }), "TUR", "P-1"), { country: "", province: "" });
  deepEqual(toggleChoice(choose({ country: "TUR", province: "P-1" }), null, "P-2"), { province: "P-2" });
});

test("clearing takes back every choice and what is searched, but neither language, level nor day", () => {
  deepEqual(Object.keys(CLEARED).sort(), ["country", "province", "query", "sector"]);
  deepEqual(new Set(Object.values(CLEARED)), new Set([""]));
});

test("a query keeps what else stands there, says the language always and the day never", () => {
  const state = choose({ country: "TUR", as_of: "2020-01-01" });
  equal(writeQuery(state, START, "q=a&as_of=2026&province=P-1"), "q=a&as_of=2026&lang=en&country=TUR");
  equal(writeQuery(START, START, "country=TUR"), "lang=en");
});
