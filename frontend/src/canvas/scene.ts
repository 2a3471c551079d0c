// What is painted: the picture as it is seen, what is chosen in it, and how things are said.

import type { LineRow, NodeRow, Voice } from "./facts";
import { nameMessage } from "./facts";
import { listLines, listNodes, type Node, type Picture } from "./picture";
import type { Colours } from "./pen";
import { writeNumber } from "../words";

/** A picture with what is chosen, ready to be painted. */
export interface Scene {
  readonly picture: Picture;
  readonly nodes: readonly Node[];
  readonly lines: readonly LineRow[];
  readonly chosen: string;
  /** Nodes and lines that are marked beside the chosen one: both ends of a line, the others of a comparison. */
  readonly lit: ReadonlySet<string>;
  readonly litLines: ReadonlySet<LineRow>;
  readonly degree: ReadonlyMap<string, number>;
  readonly colours: Colours;
  readonly voice: Voice;
  readonly measure: (words: string) => number;
  readonly sayInside: (node: NodeRow) => string;
  readonly sayLine: (line: LineRow) => string;
}

/** Make the scene of a picture. `marked` are further nodes to mark, `line` is the chosen line. */
export function makeScene(
  picture: Picture, chosen: string, marked: ReadonlySet<string>, line: LineRow | null,
  colours: Colours, voice: Voice, measure: (words: string) => number,
): Scene {
  const lines = listLines(picture);
  const degree = new Map<string, number>();
  for (const { start, end, count } of lines) {
    degree.set(start, (degree.get(start) ?? 0) + count);
    degree.set(end, (degree.get(end) ?? 0) + count);
  }
  return {
    picture, nodes: listNodes(picture), lines, chosen, degree, colours, voice, measure,
    lit: line ? new Set([line.start, line.end]) : marked,
    litLines: line ? new Set([line]) : new Set(),
    sayInside: (node) => sayInside(node, voice),
    sayLine: (one) => (one.count > 1 && one.type === "TIED_TO" ? writeNumber(one.count, voice.lang) : ""),
  };
}

function sayInside(node: NodeRow, voice: Voice): string {
  return node.closed && node.inside ? `\u2066+${writeNumber(node.inside, voice.lang)}\u2069` : "";
}

/** Make the plate of a node: its name, with its label where another has the name too, and the width of both. */
export function dressNode(row: NodeRow, voice: Voice, measure: (words: string) => number): Node {
  const name = voice.name(row);
  // Of two with one name it is the finer that says what it is.
  const plain = !row.twice || row.label === "Province" || row.label === "Country";
  const said = !plain ? voice.say("canvas-twice", { name, label: voice.say(nameMessage("label", row.label)) }) : name;
  const groups = ["Country", "Province", "Region"].includes(row.label) ? 40 : 0;
  return { ...row, said, width: Math.ceil(measure(said) * 1.06 + 26 + 12 + groups) };
}
