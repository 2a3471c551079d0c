// Starts the quick network: hands the nodes that pyvis made to vis-network, every name as text.

interface Item { title?: unknown; label?: unknown; [key: string]: unknown }
interface Drawing {
  on(event: string, run: () => void): void;
  setOptions(options: object): void;
}
interface Vis {
  Network: new (place: Element, data: { nodes: Item[]; edges: Item[] }, options: object) => Drawing;
}
declare const vis: Vis;

/** A title that is a string would be read as HTML by some versions; an element is never. */
function makeTitle(item: Item): Item {
  if (typeof item.title !== "string") return item;
  const box = document.createElement("div");
  box.textContent = item.title;
  return { ...item, title: box };
}

const block = document.getElementById("facts");
const place = document.getElementById("network");
if (block && place) {
  const { nodes, edges, options } = JSON.parse(block.textContent || "{}") as { nodes: Item[]; edges: Item[]; options: object };
  document.documentElement.classList.add("scripted");
  const drawing = new vis.Network(place, { nodes: nodes.map(makeTitle), edges: edges.map(makeTitle) }, options);
  // Once it lies still it stays: a network that trembles cannot be read.
  drawing.on("stabilizationIterationsDone", () => drawing.setOptions({ physics: false }));
}
