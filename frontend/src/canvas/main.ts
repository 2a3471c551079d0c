// The page of the canvas: joins the drawing, the legend, the panel, the steps and the list, and reads the keys.

import { save } from "../files";
import { compare, groupBySector, groupInto, showComparison } from "./bands";
import { Board } from "./board";
import { make, makeButton } from "./elements";
import { showEvidence } from "./evidence";
import { saveBook, savePng, saveSvg, writeGraph, writeTable } from "./exports";
import { type CanvasFacts, makeVoice } from "./facts";
import { readStep } from "./keys";
import { writeLegend } from "./legend";
import { writeList } from "./list";
import { keepSteps, recallSteps, type Whose } from "./memory";
import { Menu, type Offer } from "./menu";
import { FONT, onScreen } from "./paint";
import { type Deed, Panel } from "./panel";
import { findPaths, showPaths } from "./paths";
import { readColours } from "./pen";
import { findBox, type Picture } from "./picture";
import { dressNode, makeScene, type Scene } from "./scene";
import { Stage } from "./stage";

function find<Element extends HTMLElement>(selector: string): Element {
  return document.querySelector(selector) as Element;
}

const facts = JSON.parse(find("#canvas-facts").textContent ?? "{}") as CanvasFacts;
const voice = makeVoice(facts, document.documentElement.lang);
const colours = readColours(getComputedStyle(document.documentElement));
const [field, focus, told] = [find(".canvas-stage"), find(".canvas-focus"), find(".canvas-told")];
const [heading, body] = [find("#canvas-chosen-heading"), find(".canvas-chosen > div")];
const ruler = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
ruler.font = `400 13px ${FONT}`;
const widths = new Map<string, number>();

function measure(words: string): number {
  const known = widths.get(words) ?? ruler.measureText(words).width;
  widths.set(words, known);
  return known;
}

const board = new Board(voice, (row) => dressNode(row, voice, measure), () => stage.width / Math.max(stage.height, 1), draw);
const stage = new Stage(find<HTMLCanvasElement>(".canvas-stage > canvas"), field, {
  choose: (id, many) => {
    focus.focus();
    if (many && board.chosen && board.chosen !== id && !board.marked.has(board.chosen)) board.mark(board.chosen);
    board.choose(id);
  },
  chooseLine: (line) => { focus.focus(); board.choose("", line); },
  clear: () => { focus.focus(); board.clear(); },
  open: (id) => { board.choose(id); work(openOrClose(id)); },
  menu: (id) => { board.choose(id); void panel.show().then(openMenu); },
  moved: (id, x, y) => board.move(id, x, y),
});
const menu = new Menu(find(".canvas-menu"), field);
const panel = new Panel(heading, body, board, facts, voice, colours, work, listDeeds);
let scene: Scene = makeScene(board.picture, "", new Set(), null, colours, voice, measure);
let drawn = board.picture;
/** What a step found, shown beside it as long as nothing is chosen: paths, a comparison. */
const reports = new WeakMap<Picture, () => void>();

/** Do what takes a while; what goes wrong is said. */
function work(deed: Promise<void> | null): void {
  if (!deed) {
    told.textContent = voice.say("canvas-nothing-to-add");
    return;
  }
  field.setAttribute("aria-busy", "true");
  deed.catch((error: unknown) => { told.textContent = voice.say("canvas-failed", { why: error instanceof Error ? error.message : "" }); })
    .finally(() => field.removeAttribute("aria-busy"));
}

async function openOrClose(id: string): Promise<void> {
  const node = board.picture.nodes.get(id);
  const row = node?.closed && node.inside > 0 ? { type: "INSIDE", direction: "in", label: "", nodes: 0, shown: 0, relationships: 0, kinds: {} } as const : null;
  if (row) await board.expand(id, row, 25);
  else if (panel.canClose(id)) await board.collapse(id);
  else await panel.expandFirst();
}

/** Draw the paths between two, and say each. */
async function showPathsTo(start: string, end: string, through: ReadonlySet<string> = new Set()): Promise<void> {
  [board.chosen, board.line] = ["", null];
  const found = await findPaths(board, start, end, through);
  const show = (): void => showPaths(heading, body, found, board, (again) => work(showPathsTo(start, end, again)));
  if (found.sentences.length) reports.set(board.picture, show);
  else told.textContent = voice.say("canvas-paths-none");
  show();
}

async function showCompared(ids: readonly string[]): Promise<void> {
  [board.chosen, board.line] = ["", null];
  const compared = await compare(board, ids, measure);
  const show = (): void => showComparison(heading, body, compared, board);
  reports.set(board.picture, show);
  show();
}

/** What can be done with the chosen node and those that are marked. */
function listJoint(id: string): Deed[] {
  const others = [...board.marked].filter((one) => one !== id);
  const first = others[0];
  if (!first) return [];
  return [
    ["canvas-path-to", () => work(showPathsTo(first, id))],
    ...(others.length < 4 ? [
      ["canvas-compare", () => work(showCompared([...others, id]))] as Deed,
      ["canvas-common", () => work(board.addCommon([...others, id]))] as Deed,
    ] : []),
  ];
}

/** Mark a node, or take its mark off, and say so. */
function mark(id: string): void {
  const did = board.marked.has(id) ? "canvas-unmark" : "canvas-mark";
  board.mark(id);
  told.textContent = `${voice.say(did)}: ${board.picture.nodes.get(id)?.said ?? ""}`;
}

function listDeeds(id: string): Deed[] {
  const node = board.picture.nodes.get(id);
  const pinned = board.picture.pinned.has(id);
  return [
    ["canvas-explore", () => work(board.begin([id]))],
    [node && panel.canClose(id) ? "canvas-close" : "canvas-collapse", () => work(board.collapse(id))],
    ...(node?.closed ? [["canvas-single", () => work(board.single(id))] as Deed] : []),
    ["canvas-hide", () => work(board.hide(id))],
    [pinned ? "canvas-unpin" : "canvas-pin", () => board.pin(id)],
    [board.marked.has(id) ? "canvas-unmark" : "canvas-mark", () => mark(id)],
    ...listJoint(id),
  ];
}

function openMenu(): void {
  if (!board.chosen) return;
  const box = onScreen(findBox(board.picture, board.chosen), stage.view);
  const rows = panel.rows.filter(({ nodes, shown }) => shown < nodes);
  const adding: Offer[] = rows.map((row) => ({
    words: voice.say("canvas-add", { count: Math.min(25, row.nodes - row.shown), what: board.sayRow(row) }), deed: () => work(panel.expand(row)),
  }));
  const deeds: Offer[] = listDeeds(board.chosen).map(([name, deed]) => ({ words: voice.say(name), deed }));
  menu.open([...adding, ...deeds], box.x, box.y + box.h / 2 + 4);
}

function draw(fresh: readonly string[]): void {
  const { picture, chosen, line, marked, steps } = board;
  scene = makeScene(picture, chosen, marked, line, colours, voice, measure);
  stage.show(scene);
  const first = steps.at === 0 || (fresh.length > 0 && fresh.length === picture.nodes.size);
  if (picture !== drawn) {
    drawn = picture;
    if (first && fresh.length) stage.fit();
    else if (fresh.length) stage.reveal(board.boxes([chosen, ...fresh]));
    told.textContent = steps.all[steps.at]?.words ?? "";
    writeLegend(find(".canvas-legend"), board, voice, colours, [...facts.labels, ...facts.types]);
    writeSteps();
  }
  writeList(find(".canvas-words"), focus, scene, (id) => { focus.focus(); board.choose(id); });
  find(".canvas-counts").textContent = voice.say("canvas-counts", { nodes: scene.nodes.length, lines: scene.lines.length });
  if (line) void showEvidence(heading, body, board, facts, voice);
  else if (!chosen && reports.has(picture)) reports.get(picture)?.();
  else void panel.show();
  setEnabled();
}

function writeSteps(): void {
  const { all, at } = board.steps;
  const list = find(".canvas-steps");
  const within = list.contains(document.activeElement);
  list.replaceChildren(...all.map(({ words }, index) =>
    make("li", {}, makeButton(words, () => board.go(index), { "aria-current": index === at ? "step" : undefined, class: index > at ? "is-undone" : undefined }))));
  const now = list.querySelector<HTMLElement>("[aria-current]");
  now?.scrollIntoView({ block: "nearest" });
  if (within) now?.focus();
}

function setEnabled(): void {
  const { all, at } = board.steps;
  const set = (name: string, on: boolean): void => find(`[data-do="${name}"]`).setAttribute("aria-disabled", String(!on));
  set("undo", at > 0);
  set("redo", at < all.length - 1);
  set("expand", board.chosen !== "");
  set("reveal", board.picture.only !== null);
  set("explore", board.chosen !== "" || board.marked.size > 0);
}

const BUTTONS: Readonly<Record<string, () => void>> = {
  explore: () => { if (board.chosen) work(board.begin([board.chosen, ...board.marked])); },
  expand: () => { if (board.chosen) work(panel.expandFirst()); },
  undo: () => board.undo(),
  redo: () => board.redo(),
  fit: () => stage.fit(),
  closer: () => stage.zoom(1.3),
  farther: () => stage.zoom(1 / 1.3),
  reveal: () => board.reveal(),
  tidy: () => { board.tidy(); stage.fit(); },
  "group-top": () => work(groupInto(board, "top")),
  "group-region": () => work(groupInto(board, "region")),
  "group-sector": () => groupBySector(board, facts, measure),
  png: () => work(savePng(board, scene, facts)),
  svg: () => work(saveSvg(board, scene, facts)),
  csv: () => save("graphmap-canvas.csv", new Blob([writeTable(board, facts)], { type: "text/csv;charset=utf-8" })),
  xlsx: () => work(saveBook(board, facts)),
  graphml: () => save("graphmap-canvas.graphml", new Blob([writeGraph(board)], { type: "application/xml" })),
};
for (const [name, deed] of Object.entries(BUTTONS)) find(`[data-do="${name}"]`).addEventListener("click", (event) => {
  const drop = (event.currentTarget as HTMLElement).closest("details");
  if (drop) {
    drop.open = false;
    drop.querySelector("summary")?.focus();
  }
  deed();
});

document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || (event.target as HTMLElement).closest("input, textarea")) return;
  const back = event.code === "KeyZ" && !event.shiftKey;
  if (!back && !(event.code === "KeyZ" && event.shiftKey) && event.code !== "KeyY") return;
  event.preventDefault();
  if (back) board.undo();
  else board.redo();
});

focus.addEventListener("keydown", (event) => {
  const next = readStep(event, scene);
  const node = board.picture.nodes.get(board.chosen);
  const keys: Readonly<Record<string, () => void>> = {
    Enter: openMenu,
    " ": () => { if (board.chosen) work(openOrClose(board.chosen)); },
    Delete: () => { if (node) work(board.hide(node.id)); },
    Escape: () => board.clear(),
    "+": () => stage.zoom(1.3),
    "=": () => stage.zoom(1.3),
    "-": () => stage.zoom(1 / 1.3),
  };
  const letters: Readonly<Record<string, () => void>> = {
    KeyP: () => { if (node) board.pin(node.id); },
    KeyE: () => { if (node) work(panel.expandFirst()); },
    KeyF: () => stage.fit(),
    KeyM: () => { if (node) mark(node.id); },
  };
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const deed = next ? () => { board.choose(next); stage.reveal(board.boxes([next])); } : keys[event.key] ?? letters[event.code];
  if (!deed && !event.key.startsWith("Arrow")) return;
  event.preventDefault();
  deed?.();
});
focus.addEventListener("focus", () => {
  if (!board.chosen && !board.line && scene.nodes[0]) board.choose(scene.nodes[0].id);
});

const whose: Whose = { starts: facts.starts, tag: facts.tag, lang: document.documentElement.lang };
addEventListener("pagehide", () => keepSteps(board.steps, whose));

async function start(): Promise<void> {
  // Names are measured in the font in which they are drawn.
  await Promise.all(["400 13px Vazirmatn", "700 13px Vazirmatn"].map((font) => document.fonts.load(font, "گaی")));
  const recalled = recallSteps(whose, facts.asked, board.dress);
  if (recalled) {
    board.recall(recalled, voice.say("canvas-step-recalled"));
    stage.fit();
  } else await board.begin(facts.starts);
  document.documentElement.dataset["canvas"] = "ready";
}

work(start());
Object.assign(window, { graphmapCanvas: { board, stage } });
