// The networks, one a level and width: what is not chosen steps back.

import type { Chosen } from "./chosen";
import type { Facts } from "./facts";
import { addRoving, isShown, makeItem } from "./keyboard";
import type { State } from "./state";

/** Make the drawings of shared targets follow the state. */
export function startNetwork(frame: Element, facts: Facts): (state: State, chosen: Chosen) => void {
  const drawings = Array.from(frame.querySelectorAll<Element>("[data-level]"));
  const nodes = Array.from(frame.querySelectorAll<Element>("[data-node]"));
  const lines = Array.from(frame.querySelectorAll<Element>("[data-from]"));
  for (const drawing of frame.querySelectorAll("svg")) drawing.setAttribute("role", "group");
  for (const node of nodes) makeItem(node, "button");
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
    for (const line of lines) {
      const pair = `${line.getAttribute("data-from")} ${line.getAttribute("data-to")}`;
      line.classList.toggle("on", chosen.any && joined.has(pair));
    }
    settle();
  };
}
