// The panels of a page: each follows the keys of the state that it names, and is drawn anew when one of these changes.

import type { Chosen } from "./chosen";
import { turnTo } from "./days";
import type { Facts } from "./facts";
import type { PanelName, StateKey } from "./generated";
import { startEvidence } from "./evidence";
import { startFindings } from "./findings";
import { startMap } from "./map";
import { startMatrix } from "./matrix";
import { startNeighbourhood } from "./neighbourhood";
import { startSentence } from "./sentence";
import { startSources } from "./sources";
import type { State } from "./state";
import { startTimeline } from "./timeline";

export type Draw = (state: State, chosen: Chosen) => void;
/** Something that follows some keys of the state. */
export interface Follower { readonly follows: readonly string[]; readonly draw: Draw }

/** Draws a panel from what the page carries, as it stood on the day that is shown. */
type DrawOn = (state: State, chosen: Chosen, facts: Facts) => void;

/** What makes a panel follow; some choose too. */
const STARTS: Partial<Record<PanelName, (frame: HTMLElement, facts: Facts, set: (change: Partial<State>) => void) => DrawOn>> = {
  findings: startFindings, sentence: startSentence, map: startMap, matrix: startMatrix, neighbourhood: startNeighbourhood, timeline: startTimeline,
  evidence: startEvidence, sources: startSources,
};

/** Make the panels follow the state; one with a level is shown at that level alone. */
export function startPanels(facts: Facts, set: (change: Partial<State>) => void): readonly Follower[] {
  return Array.from(document.querySelectorAll<HTMLElement>("[data-panel]")).flatMap((frame) => {
    const { panel = "", follows = "", level } = frame.dataset;
    const draws: Draw[] = [];
    if (level !== undefined) draws.push((state) => { frame.hidden = state.level !== level; });
    const start = STARTS[panel as PanelName];
    if (start) {
      const drawOn = start(frame, facts, set);
      draws.push((state, chosen) => drawOn(state, chosen, turnTo(facts, state.as_of)));
    }
    return draws.map((draw) => ({ follows: follows.split(" "), draw }));
  });
}

/** Choose what is to be drawn anew. */
export function listStale(all: readonly Follower[], changed: readonly StateKey[]): readonly Follower[] {
  return all.filter(({ follows }) => changed.some((key) => follows.includes(key)));
}
