// Starts the quick network: hands the nodes that pyvis made to vis-network, every name as text, in one language.

import { type Code, DIRECTIONS, type QuickFacts } from "./generated";

interface Item { id?: number | string; [key: string]: unknown }
interface Items { update(items: readonly Item[]): void }
interface Vis {
  DataSet: new (items: readonly Item[]) => Items;
  Network: new (place: Element, data: { nodes: Items; edges: Items }, options: object) => unknown;
}
declare const vis: Vis;

/** A title that is a string would be read as HTML by some versions; an element is never. */
function makeTitle(text: string | undefined): HTMLElement {
  const box = document.createElement("div");
  box.dir = "auto";
  box.textContent = text ?? "";
  return box;
}

const root = document.documentElement;
const block = document.getElementById("facts");
const place = document.getElementById("network");
if (block && place) {
  const facts = JSON.parse(block.textContent || "{}") as QuickFacts;
  root.classList.add("scripted");
  const name = (at: number): { nodes: Item[]; edges: Item[] } => {
    const labels = facts.labels[at];
    return {
      nodes: facts.nodes.map((node, index) => ({ ...node, label: labels?.nodes[index], title: makeTitle(labels?.titles[index]) })),
      edges: facts.edges.map((edge, index) => ({ ...edge, id: index, title: makeTitle(labels?.edges[index]) })),
    };
  };
  const first = name(0);
  const [nodes, edges] = [new vis.DataSet(first.nodes), new vis.DataSet(first.edges)];
  // Every node has its place: nothing moves until somebody drags it.
  new vis.Network(place, { nodes, edges }, facts.options);

  const buttons = Array.from(document.querySelectorAll<HTMLElement>("[data-lang-switch]"));
  const speak = (lang: string): void => {
    const at = Math.max(facts.languages.indexOf(lang as Code), 0);
    root.lang = lang;
    root.dir = DIRECTIONS[lang as Code] ?? root.dir;
    document.title = facts.titles[at] ?? document.title;
    for (const button of buttons) button.hidden = button.dataset["langSwitch"] === lang;
    const named = name(at);
    // Only names are given anew, so that every node stays where it lies.
    nodes.update(named.nodes.map(({ id, label, title }) => ({ ...(id === undefined ? {} : { id }), label, title })));
    edges.update(named.edges.map(({ id, title }) => ({ ...(id === undefined ? {} : { id }), title })));
  };
  for (const button of buttons) {
    button.addEventListener("click", () => speak(button.dataset["langSwitch"] ?? "en"));
    button.hidden = button.dataset["langSwitch"] === root.lang;
  }
}
