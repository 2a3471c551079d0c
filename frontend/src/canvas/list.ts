// What is on the canvas as a list in words: the focus moves over it, and the drawing follows.

import { make } from "./elements";
import type { Scene } from "./scene";
import { findNear, sayKind, sayNode } from "./words";

const MOST = 400;

/** Name the element of a node in the list. */
export function nameOption(index: number): string {
  return `canvas-node-${index}`;
}

/** Write the list of a scene; `choose` is called for what is clicked. */
export function writeList(list: HTMLElement, focus: HTMLElement, scene: Scene, choose: (id: string) => void): string[] {
  const near = findNear(scene.lines);
  const sorted = [...scene.nodes].sort((a, b) => (scene.degree.get(b.id) ?? 0) - (scene.degree.get(a.id) ?? 0));
  const nodes = sorted.slice(0, MOST);
  const chosen = scene.nodes.find(({ id }) => id === scene.chosen);
  if (chosen && !nodes.includes(chosen)) nodes.push(chosen);
  const options = nodes.map((node, index) => {
    const said = sayNode(scene, node.id, near);
    const option = make("li", {
      role: "option", id: nameOption(index), "aria-selected": String(node.id === scene.chosen), class: node.id === scene.chosen ? "is-chosen" : undefined,
    }, make("strong", {}, make("bdi", {}, node.said)), ` (${sayKind(scene.voice, node)})${said ? ": " : ""}`, said);
    option.addEventListener("click", () => choose(node.id));
    return option;
  });
  const left = sorted.length - nodes.length;
  list.replaceChildren(...options);
  if (left > 0) list.append(make("li", { class: "quiet" }, scene.voice.say("canvas-words-left", { count: left })));
  focus.setAttribute("aria-owns", options.map(({ id }) => id).join(" "));
  const at = nodes.findIndex(({ id }) => id === scene.chosen);
  if (at < 0) focus.removeAttribute("aria-activedescendant");
  else focus.setAttribute("aria-activedescendant", nameOption(at));
  return nodes.map(({ id }) => id);
}
