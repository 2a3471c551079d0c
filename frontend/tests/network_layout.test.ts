// A network in columns: no two boxes meet, all lie in the frame, few lines cross.

import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";

import { NETWORK_GAP } from "../src/generated";
import { countCrossings, type Line, type NodeBox, placeColumns } from "../src/network_layout";

const BOX: NodeBox = { half: 40, above: 10, below: 28 };
const boxes = (count: number): readonly NodeBox[] => Array.from({ length: count }, () => BOX);

test("boxes keep apart and inside the frame, at every width", () => {
  const lines: Line[] = Array.from({ length: 40 }, (_, at) => [at % 8, 8 + (at * 7) % 20]);
  for (const least of [100, 340, 600]) {
    const { points, width, height } = placeColumns(boxes(28), lines, least);
    ok(width >= least);
    points.forEach(([x, y], at) => {
      ok(x - BOX.half >= 0 && x + BOX.half <= width && y - BOX.above >= 0 && y + BOX.below <= height, `${at} ${least}`);
      for (const [other, upper] of points.slice(at + 1)) {
        ok(Math.abs(x - other) >= 2 * BOX.half || Math.abs(y - upper) >= BOX.above + BOX.below, `${at} ${least}`);
      }
    });
  }
});

test("where three columns have room, provinces stand between what they share; else beside it", () => {
  const lines: Line[] = [[0, 2], [0, 3], [1, 2], [1, 3]];
  const columns = (least: number): number => new Set(placeColumns(boxes(4), lines, least).points.map(([x]) => x)).size;
  equal(columns(600), 3);
  equal(columns(200), 2);
  const { points } = placeColumns(boxes(4), lines, 600);
  const x = (node: number): number => points[node]?.[0] ?? NaN;
  equal(x(0), x(1));
  ok(x(2) < x(0) && x(0) < x(3) || x(3) < x(0) && x(0) < x(2));
});

test("columns stand from edge to edge, shorter ones spread over the whole height", () => {
  const { points, width, height } = placeColumns(boxes(5), [[0, 2], [0, 3], [0, 4], [1, 2]], 200);
  const side = NETWORK_GAP + BOX.half;
  deepEqual([width, height], [200, 3 * (10 + 28) + 4 * NETWORK_GAP]);
  deepEqual([...new Set(points.map(([x]) => x))].sort((a, b) => a - b), [side, 200 - side]);
  const rows = (nodes: readonly number[]): readonly number[] => nodes.map((node) => points[node]?.[1] ?? NaN).sort((a, b) => a - b);
  const least = rows([2, 3, 4]);
  deepEqual(least, [14, 56, 98]);
  const [first = NaN, second = NaN] = rows([0, 1]);
  deepEqual([first, second], [24.5, 87.5]);
});

test("three columns that just fit the width stand beside each other", () => {
  const lines: Line[] = [[0, 1], [0, 2]];
  const columns = (least: number): number => new Set(placeColumns(boxes(3), lines, least).points.map(([x]) => x)).size;
  equal(columns(3 * (80 + 2 * NETWORK_GAP)), 3);
  equal(columns(3 * (80 + 2 * NETWORK_GAP) - 1), 2);
});

test("crossings are counted: lines that part, meet or run side by side do not cross", () => {
  equal(countCrossings([0, 1], [2, 3], [[0, 3], [1, 2]]), 1);
  equal(countCrossings([0, 1], [2, 3], [[0, 2], [1, 3]]), 0);
  equal(countCrossings([0, 1], [2, 3], [[0, 2], [0, 3], [1, 3]]), 0);
});

test("the order of columns undoes the crossings that can be undone", () => {
  const lines: Line[] = [[0, 5], [1, 4], [2, 3]];
  const { points } = placeColumns(boxes(6), lines, 100);
  const order = (nodes: readonly number[]): readonly number[] =>
    [...nodes].sort((a, b) => (points[a]?.[1] ?? 0) - (points[b]?.[1] ?? 0));
  equal(countCrossings(order([0, 1, 2]), order([3, 4, 5]), lines), 0);
});

test("nothing takes no room, and the same network lies the same every time", () => {
  deepEqual(placeColumns([], [], 600).points, []);
  deepEqual(placeColumns(boxes(4), [[0, 2], [1, 3]], 600), placeColumns(boxes(4), [[0, 2], [1, 3]], 600));
});
