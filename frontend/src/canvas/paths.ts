// All shortest paths between two: drawn a column a step, each a sentence; through which labels is a choice.

import { askGraph } from "./ask";
import type { Board } from "./board";
import { make, makeButton } from "./elements";
import { nameMessage, type PictureRow, type Voice } from "./facts";
import { EMPTY, keyOf, takeRows } from "./picture";
import { layOut } from "./ranks";

interface PathsAnswer {
  readonly paths: readonly { readonly ids: readonly string[]; readonly types: readonly (readonly string[])[] }[];
  readonly total: number;
  readonly cypher: string;
}

/** What was found between two: the sentences of the paths, and what they may lead through. */
export interface Found {
  readonly ends: readonly [string, string];
  readonly through: ReadonlySet<string>;
  readonly sentences: readonly string[];
  readonly total: number;
  readonly cypher: string;
}

/** Labels that a path may lead through. */
export const THROUGH = ["Country", "Province", "Region", "City", "Counterpart", "Body", "Mission", "Governor", "Official"] as const;

/** Find the paths between two nodes and draw them alone; null where there is none, and nothing changes. */
export async function findPaths(board: Board, start: string, end: string, through: ReadonlySet<string>): Promise<Found> {
  const { voice } = board;
  const open = through.size && through.size < THROUGH.length ? [...through].join("|") : "";
  const answer = await askGraph<PathsAnswer>("paths", { start, end, through: open });
  const ids = [...new Set(answer.paths.flatMap((path) => path.ids))];
  const found = { ends: [start, end] as const, through, total: answer.total, cypher: answer.cypher, sentences: [] };
  if (!ids.length) return found;
  const rows = await askGraph<PictureRow>("lines", { shown: ids.join("|") });
  const ranks = new Map<string, number>();
  const steps = new Set<string>();
  for (const path of answer.paths) {
    path.ids.forEach((id, at) => {
      ranks.set(id, at);
      const next = path.ids[at + 1];
      for (const type of next ? path.types[at] ?? [] : []) {
        steps.add(keyOf({ start: id, end: next ?? "", type }));
        steps.add(keyOf({ start: next ?? "", end: id, type }));
      }
    });
  }
  const taken = takeRows(EMPTY, rows, board.dress);
  const only = new Set(taken.lines.map(keyOf).filter((key) => steps.has(key)));
  const nodes = [...taken.nodes.values()];
  const places = layOut(nodes, taken.lines.filter((line) => only.has(keyOf(line))), voice.rtl, board.shape(), (node) => ranks.get(node.id) ?? 0);
  const name = (id: string): string => taken.nodes.get(id)?.said ?? id;
  const words = voice.say("canvas-step-paths", { one: name(start), other: name(end), count: answer.total, steps: (answer.paths[0]?.ids.length ?? 1) - 1 });
  board.commit(words, { ...taken, places, only }, ids);
  return { ...found, sentences: answer.paths.map((path) => sayPath(path, voice, name)) };
}

function sayPath(path: PathsAnswer["paths"][number], voice: Voice, name: (id: string) => string): string {
  return path.ids.map((id, at) => {
    const types = at ? path.types[at - 1] ?? [] : [];
    const how = voice.list(types.map((type) => voice.say(nameMessage("relation", type))));
    return at ? voice.say("canvas-path-step", { how, name: name(id) }) : name(id);
  }).join("");
}

/** Show what was found, with the labels that paths may lead through as switches. */
export function showPaths(heading: HTMLElement, body: HTMLElement, found: Found, board: Board, again: (through: ReadonlySet<string>) => void): void {
  const { voice } = board;
  heading.textContent = voice.say("canvas-paths-between", { one: board.name(found.ends[0]), other: board.name(found.ends[1]) });
  const chips = THROUGH.map((label) => {
    const on = !found.through.size || found.through.has(label);
    return makeButton(voice.say(nameMessage("canvas-many", label)), () => {
      const through = new Set<string>(found.through.size ? found.through : THROUGH);
      if (!through.delete(label)) through.add(label);
      again(through);
    }, { "aria-pressed": String(on), "data-through": label });
  });
  const count = found.total === found.sentences.length ? voice.say("canvas-paths-count", { count: found.total })
    : voice.say("canvas-paths-some", { shown: found.sentences.length, count: found.total });
  body.replaceChildren(
    make("div", { class: "canvas-through", role: "group", "aria-label": voice.say("canvas-through") }, make("span", {}, voice.say("canvas-through")), ...chips),
    make("p", { class: "quiet" }, found.sentences.length ? count : voice.say("canvas-paths-none")),
    make("ol", { class: "canvas-ties" }, ...found.sentences.map((sentence) => make("li", {}, sentence))),
  );
  if (found.cypher) body.append(make("details", { class: "behind" }, make("summary", {}, voice.say("canvas-behind")), make("pre", { class: "query", tabindex: 0, lang: "en" }, found.cypher)));
}
