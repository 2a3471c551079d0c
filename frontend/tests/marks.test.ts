// The marks: each verdict has one or none, each is drawn of something, the strongest verdict is found.

import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";

import { MARK_OF, MARK_SHAPES, VERDICTS } from "../src/generated";
import { findStrongest } from "../src/marks";

test("every verdict has a mark that is drawn of something, or none at all", () => {
  deepEqual(Object.keys(MARK_OF).sort(), [...VERDICTS].sort());
  for (const name of Object.values(MARK_OF)) ok(name === null || MARK_SHAPES[name].length > 0);
});

test("rivalry is stronger than what is not, and of nothing the strongest is none", () => {
  equal(findStrongest(["joint", "presumed", "possible"]), "presumed");
  equal(findStrongest(["complementary", "in contact"]), "complementary");
  equal(findStrongest([]), "none");
});
