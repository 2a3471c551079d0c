// Keeps the canvas for as long as the window is open: who comes back finds it as it was, steps and all.

import type { LineRow, NodeRow } from "./facts";
import type { Band, Node, Picture, Place } from "./picture";
import type { Step, Steps } from "./steps";

const KEY = "graphmap-canvas";
/** Letters that are kept at most: a browser gives a site some millions. */
const MOST = 2_000_000;

interface KeptPicture {
  readonly nodes: readonly Node[];
  readonly lines: readonly LineRow[];
  readonly places: readonly (readonly [string, Place])[];
  readonly pinned: readonly string[];
  readonly off: readonly string[];
  readonly only: readonly string[] | null;
  readonly bands: readonly Band[];
}
interface Kept {
  readonly starts: string;
  readonly tag: string;
  readonly lang: string;
  readonly at: number;
  readonly steps: readonly { readonly words: string; readonly picture: KeptPicture }[];
}

/** What the canvas was begun with, of which state of the store, in which language. */
export interface Whose { readonly starts: readonly string[]; readonly tag: string; readonly lang: string }

function pack({ nodes, lines, places, pinned, off, only, bands }: Picture): KeptPicture {
  return { nodes: [...nodes.values()], lines, places: [...places], pinned: [...pinned], off: [...off], only: only && [...only], bands };
}

function unpack(kept: KeptPicture, dress: (row: NodeRow) => Node): Picture {
  return {
    nodes: new Map(kept.nodes.map((node) => [node.id, dress(node)] as const)),
    lines: kept.lines,
    places: new Map(kept.places),
    pinned: new Set(kept.pinned),
    off: new Set(kept.off),
    only: kept.only && new Set(kept.only),
    bands: kept.bands,
  };
}

/** Keep the step that is on the canvas, and as many round it as there is room for, the latest first. */
export function keepSteps({ all, at }: Steps, whose: Whose): void {
  const written = (from: number, to: number): string => JSON.stringify({
    ...whose, starts: whose.starts.join("|"), at: at - from,
    steps: all.slice(from, to).map(({ words, picture }) => ({ words, picture: pack(picture) })),
  });
  if (at < 0) return;
  try {
    for (const [from, to] of [[0, all.length], [0, at + 1], [Math.max(0, at - 9), at + 1], [at, at + 1]] as const) {
      const text = written(from, to);
      if (text.length > MOST) continue;
      sessionStorage.setItem(KEY, text);
      return;
    }
    sessionStorage.removeItem(KEY);
  } catch {
    // Where nothing may be kept, the canvas begins anew.
  }
}

/** Return the steps that were kept; none if the store has changed, or another canvas is asked for. */
export function recallSteps(whose: Whose, asked: boolean, dress: (row: NodeRow) => Node): Steps | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Kept | null;
    if (!kept || kept.tag !== whose.tag || (asked && kept.starts !== whose.starts.join("|"))) return null;
    const same = kept.lang === whose.lang;
    // Words of steps and of bands are in the language in which they were made: in another, the picture stays.
    const steps = same ? kept.steps : kept.steps.slice(kept.at, kept.at + 1);
    const all: Step[] = steps.map(({ words, picture }) => ({ words: same ? words : "", picture: unpack(same ? picture : { ...picture, bands: [] }, dress) }));
    return all.length ? { all, at: same ? kept.at : 0 } : null;
  } catch {
    return null;
  }
}
