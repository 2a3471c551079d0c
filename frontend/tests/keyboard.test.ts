// Arrows lead to what lies straight ahead before what lies aside, and not back.

import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { findNearest, findNextTab, readArrow } from "../src/keyboard";

const key = { key: "ArrowUp", ctrlKey: false, altKey: false, metaKey: false, shiftKey: false };

test("each arrow leads its way, and what a browser means otherwise leads nowhere", () => {
  deepEqual(readArrow(key), [0, -1]);
  deepEqual(readArrow({ ...key, key: "ArrowDown" }), [0, 1]);
  deepEqual(readArrow({ ...key, key: "ArrowLeft" }), [-1, 0]);
  deepEqual(readArrow({ ...key, key: "ArrowRight" }), [1, 0]);
  equal(readArrow({ ...key, key: "a" }), undefined);
  for (const held of ["ctrlKey", "altKey", "metaKey", "shiftKey"]) equal(readArrow({ ...key, [held]: true }), undefined, held);
});

test("the nearest ahead is next", () => {
  equal(findNearest([0, 0], [[30, 0], [10, 0], [20, 0]], [1, 0]), 1);
  equal(findNearest([0, 0], [[0, -30], [0, -10]], [0, -1]), 1);
});

test("nothing behind or level is ever next", () => {
  equal(findNearest([0, 0], [[-10, 0], [0, 10], [0.5, 0]], [1, 0]), -1);
});

test("what is farther but straight ahead comes before what is nearer but aside", () => {
  equal(findNearest([0, 0], [[10, 10], [35, 0]], [1, 0]), 1);
  equal(findNearest([0, 0], [[10, 10], [45, 0]], [1, 0]), 0);
  equal(findNearest([0, 0], [[10, -10], [0, 35]], [0, 1]), 1);
});

test("where one stands counts, not where the page begins", () => {
  equal(findNearest([100, 50], [[90, 50], [120, 50], [100, 80]], [1, 0]), 1);
  equal(findNearest([100, 50], [[130, 65], [140, 50]], [1, 0]), 1);
  equal(findNearest([100, 50], [[100, 10], [100, 80]], [0, 1]), 1);
  equal(findNearest([100, 50], [[115, 80], [100, 90]], [0, 1]), 1);
});

test("arrows lead from tab to tab as the language reads, and from the last to the first", () => {
  deepEqual(["ArrowRight", "ArrowLeft", "Enter"].map((one) => findNextTab(one, 0, 3, false)), [1, 2, -1]);
  deepEqual(["ArrowRight", "ArrowLeft"].map((one) => findNextTab(one, 2, 3, true)), [1, 0]);
});
