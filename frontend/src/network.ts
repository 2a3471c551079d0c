// The networks, one a level and width: what is not chosen steps back.

import type { Chosen } from "./chosen";
import type { Facts } from "./facts";
import { addRoving, isShown, makeItem } from "./keyboard";
import type { State } from "./state";

/** Make the drawings of shared targets follow the state. */
export function startNetwork(frame: Element, facts: Facts): (state: State, chosen: Chosen) => void {
  const drawings = Array.from(frame.querySelectorAll<Element>("[data-level]"));
  const nodes = Array.from(frame.querySelectorAll<Element>("[data-node]"));
  const lines: { line: Element; pair: string }[] = [];
  for (const drawing of frame.querySelectorAll("svg.network")) {
    drawing.setAttribute("role", "group");
    const own = Array.from(drawing.querySelectorAll("[data-node]"), (node) => node.getAttribute("data-node") ?? "");
    for (const line of drawing.querySelectorAll("[data-ends]")) {
      const [start = 0, end = 0] = (line.getAttribute("data-ends") ?? "").split(" ").map(Number);
      lines.push({ line, pair: `${own[start]} ${own[end]}` });
    }
  }
  const countryOf = new Map(facts.ties.flatMap((tie) => tie.targets.map((target) => [target, tie.country] as const)));
  for (const node of nodes) {
    const id = node.getAttribute("data-node") ?? "";
    const country = countryOf.get(id);
    node.setAttribute(country === undefined ? "data-choose-province" : "data-choose-country", country ?? id);
    makeItem(node, "button");
  }
  const settle = addRoving(frame, () => nodes.filter(isShown));

  return (state, chosen) => {
    const joined = new Set<string>();
    for (const index of chosen.ties) {
      const tie = facts.ties[index];
      if (!tie) continue;
      joined.add(tie.province);
      for (const target of tie.targets) {
        joined.add(target);
        joined.add(`${tie.province} ${target}`);
      }
    }
    for (const drawing of drawings) {
      drawing.toggleAttribute("hidden", drawing.getAttribute("data-level") !== state.level);
      drawing.classList.toggle("choosing", chosen.any);
    }
    for (const node of nodes) {
      const id = node.getAttribute("data-node") ?? "";
      const pressed = id === state.province || node.getAttribute("data-choose-country") === state.country && id !== "";
      node.classList.toggle("on", chosen.any && joined.has(id));
      node.classList.toggle("picked", pressed);
      node.setAttribute("aria-pressed", String(pressed));
    }
    for (const { line, pair } of lines) line.classList.toggle("on", chosen.any && joined.has(pair));
    settle();
  };
}
