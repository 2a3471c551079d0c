// Tables: what a search finds, in which order rows stand, what the CSV holds.

import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { writeCell, writeCsv } from "../src/csv";
import { isAddress } from "../src/evidence";
import { fold, makeMatcher } from "../src/folding";
import { keyOfDate, orderKeys } from "../src/order";

test("a search finds every spelling of a name", () => {
  for (const [query, text] of [
    ["TURKIYE konya", "Konya, Türkiye"], ["كرمان", "کرمان"], ["۲۰۱۹", "2019"], ["سان مارينو", "سان‌مارینو"], ["", "x"],
  ] as const) equal(makeMatcher(query)(fold(text)), true, query);
});

test("a search finds only rows that hold all its words, whole or begun", () => {
  const row = fold("Konya, Türkiye");
  equal(makeMatcher("konya iraq")(row), false);
  equal(makeMatcher("kon tur")(row), true);
  equal(makeMatcher("konyaa")(row), false);
});

test("rows are ordered both ways, numbers by size, the unknown last, equals as they stood", () => {
  deepEqual(orderKeys(["b10", "", "b9", "a", "b9"], false, "en"), [3, 2, 4, 0, 1]);
  deepEqual(orderKeys(["b10", "", "b9", "a", "b9"], true, "en"), [0, 2, 4, 3, 1]);
});

test("rows are ordered as their language does: Persian has its letters after te and before jim", () => {
  const names = ["جلفا", "پاوه", "تهران", "بم"];
  deepEqual(orderKeys(names, false, "fa").map((at) => names[at]), ["بم", "پاوه", "تهران", "جلفا"]);
});

test("no cell of the CSV is run by a spreadsheet, and one that was shielded is shielded again", () => {
  deepEqual(["=1", "+1", "-1", "@a", "'=1"].map(writeCell), ["'=1", "'+1", "'-1", "'@a", "''=1"]);
  deepEqual(["a=1", "Qom", "'Qom"].map(writeCell), ["a=1", "Qom", "'Qom"]);
  equal(writeCell("\u2068=1\u2069"), "'=1");
});

test("a cell with a comma, a quote or a new line stands in quotes", () => {
  deepEqual(['a,b', 'a"b', "a\nb", "a\rb"].map(writeCell), ['"a,b"', '"a""b"', '"a\nb"', '"a\rb"']);
});

test("the CSV begins with the mark that Excel needs and ends each line as the standard says", () => {
  equal(writeCsv([["a", "b"], ["1", "2"]]), "\ufeffa,b\r\n1,2\r\n");
});

test("dates of both calendars stand in the order of their days", () => {
  const dates = ["1391", "2012-02", "1404-11", "2025", "2012-06-01", "1404-02?", ""];
  deepEqual(orderKeys(dates.map(keyOfDate), false, "fa").map((at) => dates[at]),
    ["2012-02", "1391", "2012-06-01", "2025", "1404-02?", "1404-11", ""]);
});

test("an address becomes a link where it leads to a page of the web, and nothing else does", () => {
  deepEqual(["https://a.example/x", "http://a.example", "HTTPS://a.example"].map(isAddress), [true, true, true]);
  deepEqual(["javascript:alert(1)", "data:text/html,x", "ftp://a.example", "file:///x", "a.example", "//a.example", ""].map(isAddress),
    Array.from({ length: 7 }, () => false));
});
