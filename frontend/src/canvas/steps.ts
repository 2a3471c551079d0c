// The steps that were made, in words, each with the picture after it: back, forth, to any of them.

import type { Picture } from "./picture";

/** A step: what it did, and what then was on the canvas. */
export interface Step { readonly words: string; readonly picture: Picture }

/** All steps and the one that is on the canvas; -1 before the first. */
export interface Steps { readonly all: readonly Step[]; readonly at: number }

export const NO_STEPS: Steps = { all: [], at: -1 };
const MOST = 200;

/** Make a step: what was taken back before it is given up. */
export function makeStep(steps: Steps, words: string, picture: Picture): Steps {
  const all = [...steps.all.slice(0, steps.at + 1), { words, picture }].slice(-MOST);
  return { all, at: all.length - 1 };
}

/** Go to a step, if it is there. */
export function goTo(steps: Steps, at: number): Steps {
  return at >= 0 && at < steps.all.length ? { ...steps, at } : steps;
}

/** Return the picture that is on the canvas. */
export function findPicture(steps: Steps): Picture | undefined {
  return steps.all[steps.at]?.picture;
}
