// The network of one level: lies where Python laid it, or is laid out when first shown; what is not chosen steps back.

import type { Chosen } from "./chosen";
import type { Facts } from "./generated";
import { addRoving, isShown, makeItem } from "./keyboard";
import { placeColumns } from "./network_layout";
import type { State } from "./state";

/** Make the drawings of shared targets, one a width, follow the state. */
export function startNetwork(frame: Element, facts: Facts): (state: State, chosen: Chosen) => void {
  const nodes = Array.from(frame.querySelectorAll<Element>("[data-node]"));
  const drawings = Array.from(frame.querySelectorAll("svg.network"));
  const lines = drawings.flatMap(readLines);
  for (const drawing of drawings) drawing.setAttribute("role", "group");
  const countryOf = new Map(facts.ties.flatMap((tie) => tie.targets.map((target) => [target, tie.country] as const)));
  for (const node of nodes) {
    const id = node.getAttribute("data-node") ?? "";
    const country = countryOf.get(id);
    node.setAttribute(country === undefined ? "data-choose-province" : "data-choose-country", country ?? id);
    makeItem(node, "button");
  }
  const settle = addRoving(frame, () => nodes.filter(isShown));
  let laid = false;

  return (state, chosen) => {
    if (!laid && frame.getAttribute("data-level") === state.level) {
      for (const drawing of drawings) if (!drawing.hasAttribute("viewBox")) layOut(drawing);
      laid = true;
    }
    const joined = listJoined(facts, chosen);
    frame.classList.toggle("choosing", chosen.any);
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

/** List what the chosen ties join: provinces, targets, and pairs of both with a space between. */
export function listJoined(facts: Facts, chosen: Chosen): ReadonlySet<string> {
  const joined = new Set<string>();
  for (const index of chosen.ties) {
    const tie = facts.ties[index];
    if (!tie) continue;
    joined.add(tie.province);
    for (const target of tie.targets) joined.add(target).add(`${tie.province} ${target}`);
  }
  return joined;
}

function readLines(drawing: Element): readonly { line: Element; pair: string }[] {
  const own = Array.from(drawing.querySelectorAll("[data-node]"), (node) => node.getAttribute("data-node") ?? "");
  return Array.from(drawing.querySelectorAll("[data-ends]"), (line) => {
    const [start, end] = readEnds(line);
    return { line, pair: `${own[start]} ${own[end]}` };
  });
}

function readEnds(line: Element): readonly [number, number] {
  const [start = 0, end = 0] = (line.getAttribute("data-ends") ?? "").split(" ").map(Number);
  return [start, end];
}

/** Give the nodes and lines of a drawing that came without places theirs. */
function layOut(drawing: Element): void {
  const nodes = Array.from(drawing.querySelectorAll("[data-node]"));
  const lines = Array.from(drawing.querySelectorAll("[data-ends]"));
  const boxes = nodes.map((node) => {
    const [half = 0, above = 0, below = 0] = (node.getAttribute("data-takes") ?? "").split(" ").map(Number);
    return { half, above, below };
  });
  const least = Number(drawing.getAttribute("data-least"));
  const { points, width, height } = placeColumns(boxes, lines.map(readEnds), least);
  drawing.setAttribute("viewBox", `0 0 ${width.toFixed(0)} ${height.toFixed(0)}`);
  const say = (node: number): string => (points[node] ?? [0, 0]).map((one) => one.toFixed(0)).join(" ");
  nodes.forEach((node, at) => node.setAttribute("transform", `translate(${say(at)})`));
  for (const line of lines) {
    const [start, end] = readEnds(line);
    line.setAttribute("d", `M${say(start)}L${say(end)}`);
  }
}
