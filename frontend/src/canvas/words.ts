// Says what is on the canvas: each node with what it is connected to.

import type { LineRow, Voice } from "./facts";
import { nameMessage } from "./facts";
import type { Scene } from "./scene";

/** Say what a node is connected to, ties first: "ties with: Qom ×2, Gilan; lies in: Iraq". */
export function sayNode(scene: Scene, id: string, near: ReadonlyMap<string, readonly LineRow[]>): string {
  const { voice } = scene;
  const groups = new Map<string, string[]>();
  for (const line of near.get(id) ?? []) {
    const out = line.start === id;
    const other = scene.picture.nodes.get(out ? line.end : line.start);
    if (!other) continue;
    const way = `${nameMessage("canvas-list", line.type)}-${out ? "out" : "in"}`;
    const said = line.count > 1 ? voice.say("canvas-times", { name: other.said, count: line.count }) : other.said;
    groups.set(way, [...(groups.get(way) ?? []), said]);
  }
  const clauses = [...groups].map(([way, names]) => voice.say(way, { names: voice.list(names) }));
  return clauses.join(voice.say("canvas-clause"));
}

/** Find the lines of each node. */
export function findNear(lines: readonly LineRow[]): Map<string, LineRow[]> {
  const near = new Map<string, LineRow[]>();
  const add = (id: string, line: LineRow): void => {
    const there = near.get(id);
    if (there) there.push(line);
    else near.set(id, [line]);
  };
  for (const line of lines) {
    add(line.start, line);
    add(line.end, line);
  }
  return near;
}

/** Say a label, and what a closed node stands for. */
export function sayKind(voice: Voice, node: { label: string; closed: boolean; inside: number }): string {
  const label = voice.say(nameMessage("label", node.label));
  return node.closed && node.inside ? voice.say("canvas-stands-for", { label, count: node.inside }) : label;
}
