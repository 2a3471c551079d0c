// Takes the canvas away: as a picture with caption, date, legend and sources in it, as a table, as a graph.

import { writeCsv } from "../csv";
import { readFont, save } from "../files";
import { askGraph } from "./ask";
import type { Board } from "./board";
import { writeBook } from "./book";
import { type CanvasFacts, type LineRow, type Named, nameMessage } from "./facts";
import { FONT, isolate, paint, type View } from "./paint";
import { drawShape, findLook, type Pen } from "./pen";
import { findBox, listLines, listNodes, surround } from "./picture";
import type { Scene } from "./scene";
import { escape, SvgPen } from "./svg";

const MARGIN = 28;
const LINE = 22;
const MOST_PIXELS = 24e6;
const MOST_SOURCES = 6;

interface Source extends Named { readonly grade: string; readonly ties: number }

/** What surrounds the picture in a file, laid out in lines. */
interface Frame { readonly width: number; readonly height: number; readonly top: number; readonly view: View; readonly sources: readonly string[] }

function layOutFrame(board: Board, scene: Scene, facts: CanvasFacts, sources: readonly Source[], total: number): Frame {
  const { voice } = board;
  const all = surround([...scene.nodes.map(({ id }) => findBox(scene.picture, id)), ...scene.picture.bands.map(({ box }) => box)]);
  const width = Math.max(760, all.w + 2 * MARGIN + 120);
  const said = sources.slice(0, MOST_SOURCES).map((source) =>
    voice.say("canvas-file-source", { name: voice.name(source), grade: facts.grades[source.grade] ?? voice.say("canvas-no-grade"), count: source.ties }));
  if (total > said.length) said.push(voice.say("canvas-file-more", { count: total - said.length }));
  const top = MARGIN + LINE * (3 + (facts.invented ? 1 : 0)) + LINE * 1.6;
  const height = top + all.h + 60 + LINE * (said.length + 1) + MARGIN;
  return { width, height, top, view: { k: 1, dx: width / 2 - all.x, dy: top + 30 + all.h / 2 - all.y }, sources: said };
}

function drawFrame(pen: Pen, frame: Frame, board: Board, scene: Scene, facts: CanvasFacts): void {
  const { voice } = board;
  const { colours } = scene;
  const start = voice.rtl ? frame.width - MARGIN : MARGIN;
  const way = voice.rtl ? -1 : 1;
  let y = MARGIN;
  const write = (words: string, size: number, weight: number, colour: string): void => {
    pen.font = `${weight} ${size}px ${FONT}`;
    pen.fillStyle = colour;
    pen.textAlign = voice.rtl ? "right" : "left";
    pen.textBaseline = "middle";
    pen.direction = voice.rtl ? "rtl" : "ltr";
    pen.fillText(words, start, y);
    y += LINE;
  };
  pen.globalAlpha = 1;
  write(voice.say("canvas-title"), 20, 700, colours.ink);
  write(board.steps.all[board.steps.at]?.words ?? "", 14, 400, colours.ink);
  write(voice.say("canvas-file-day", { day: facts.day.said }), 12.5, 400, colours.quiet);
  if (facts.invented) write(voice.say("page-invented"), 13, 700, colours.abroad);
  y += LINE * 0.3;
  let x = start;
  const labels = new Map(scene.nodes.map(({ label, home }) => [label, home] as const));
  const types = new Set(scene.lines.map(({ type }) => type));
  pen.font = `400 12.5px ${FONT}`;
  for (const word of [...facts.labels, ...facts.types].filter((one) => labels.has(one) || types.has(one))) {
    const isLine = types.has(word);
    const said = voice.say(nameMessage(isLine ? "relation" : "canvas-many", word));
    if (isLine) {
      const look = findLook(word);
      pen.strokeStyle = colours[look.colour];
      pen.lineWidth = Math.max(1.5, look.width);
      pen.setLineDash([...look.dash]);
      pen.beginPath();
      pen.moveTo(x, y);
      pen.lineTo(x + way * 24, y);
      pen.stroke();
    } else drawShape(pen, word, labels.get(word) ?? false, x + way * 12, y, 5.5, colours);
    pen.fillStyle = colours.ink;
    pen.fillText(said, x + way * 30, y);
    x += way * (46 + scene.measure(said));
  }
  y = frame.height - MARGIN - LINE * frame.sources.length;
  pen.setLineDash([]);
  write(voice.say("canvas-file-sources"), 12.5, 700, colours.quiet);
  for (const source of frame.sources) write(isolate(source), 12, 400, colours.quiet);
}

async function prepare(board: Board, scene: Scene, facts: CanvasFacts): Promise<Frame> {
  const { sources, total } = await askGraph<{ sources: readonly Source[]; total: number }>("sources", { shown: board.shown() });
  return layOutFrame(board, { ...scene, chosen: "" }, facts, sources, total);
}

/** Save the picture as PNG, twice as fine as a screen where that is not too large. */
export async function savePng(board: Board, scene: Scene, facts: CanvasFacts): Promise<void> {
  const frame = await prepare(board, scene, facts);
  const scale = Math.min(2, Math.sqrt(MOST_PIXELS / (frame.width * frame.height)));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(frame.width * scale), Math.round(frame.height * scale)];
  const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
  pen.setTransform(scale, 0, 0, scale, 0, 0);
  for (const _ of paint(pen, { ...scene, chosen: "" }, frame.view, frame.width, frame.height, scale)) continue;
  drawFrame(pen, frame, board, scene, facts);
  const made = await new Promise<Blob | null>((done) => { canvas.toBlob(done, "image/png"); });
  if (made) save("graphmap-canvas.png", made);
}

/** Save the picture as SVG, with the font in it, so that names keep their width. */
export async function saveSvg(board: Board, scene: Scene, facts: CanvasFacts): Promise<void> {
  const frame = await prepare(board, scene, facts);
  const pen = new SvgPen();
  for (const _ of paint(pen, { ...scene, chosen: "" }, frame.view, frame.width, frame.height, 1)) continue;
  drawFrame(pen, frame, board, scene, facts);
  const text = pen.write(Math.ceil(frame.width), Math.ceil(frame.height), await readFont(), voiceTitle(board));
  save("graphmap-canvas.svg", new Blob([text], { type: "image/svg+xml" }));
}

function voiceTitle(board: Board): string {
  return `${board.voice.say("canvas-title")}: ${board.steps.all[board.steps.at]?.words ?? ""}`;
}

const LINE_HEADS = ["start", "start_name", "type", "end", "end_name", "count", "kinds", "counts_today"] as const;

/** The lines of the canvas, a row each. */
function listRows(board: Board, facts: CanvasFacts): (string | number)[][] {
  const { picture, voice } = board;
  const count = (counts: LineRow["kinds"]): string => Object.entries(counts).map(([word, times]) => `${facts.kinds[word] ?? word} ${times}`).join("; ");
  const name = (id: string): string => picture.nodes.get(id)?.said ?? id;
  return listLines(picture).map((line) => [
    line.start, name(line.start), voice.say(nameMessage("relation", line.type)), line.end, name(line.end), line.count, count(line.kinds), line.holds ? 1 : 0,
  ]);
}

/** Write the lines of the canvas as a table. */
export function writeTable(board: Board, facts: CanvasFacts): string {
  return writeCsv([[...LINE_HEADS], ...listRows(board, facts).map((row) => row.map(String))]);
}

/** Save what is on the canvas as a workbook: its lines with what it is above them, its nodes, its sources. */
export async function saveBook(board: Board, facts: CanvasFacts): Promise<void> {
  const { picture, voice } = board;
  const { sources } = await askGraph<{ sources: readonly Source[] }>("sources", { shown: board.shown() });
  const column = (word: string): string => voice.say(nameMessage("canvas-column", word));
  const told = [[voiceTitle(board)], [voice.say("canvas-file-day", { day: facts.day.said })], ...(facts.invented ? [[voice.say("page-invented")]] : []), []];
  const nodes = listNodes(picture).map((node) => [node.id, node.said, voice.say(nameMessage("label", node.label)), node.closed ? node.inside : 0]);
  save("graphmap-canvas.xlsx", new Blob([writeBook([
    { name: voice.say("canvas-sheet-lines"), rows: [...told, LINE_HEADS.map(column), ...listRows(board, facts)] },
    { name: voice.say("canvas-sheet-nodes"), rows: [["id", "name", "label", "inside"].map(column), ...nodes] },
    { name: voice.say("canvas-file-sources"), rows: [["name", "grade", "count"].map(column), ...sources.map((one) => [voice.name(one), facts.grades[one.grade] ?? "", one.ties])] },
  ], voice.rtl)], { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }));
}

/** Write what is on the canvas as GraphML. */
export function writeGraph(board: Board): string {
  const { picture } = board;
  const keys = [["label", "node", "string"], ["name", "node", "string"], ["name_fa", "node", "string"], ["stands_for", "node", "int"], ["x", "node", "double"], ["y", "node", "double"],
    ["type", "edge", "string"], ["count", "edge", "int"], ["kinds", "edge", "string"]] as const;
  const data = (key: string, value: string | number): string => `<data key="${key}">${escape(String(value))}</data>`;
  const nodes = listNodes(picture).map((node) => {
    const { x, y } = picture.places.get(node.id) ?? { x: 0, y: 0 };
    const inside = node.closed ? data("stands_for", node.inside) : "";
    return `<node id="${escape(node.id)}">${data("label", node.label)}${data("name", node.name)}${data("name_fa", node.name_fa)}${inside}${data("x", Math.round(x))}${data("y", Math.round(y))}</node>`;
  });
  const edges = listLines(picture).map((line, at) =>
    `<edge id="e${at}" source="${escape(line.start)}" target="${escape(line.end)}">${data("type", line.type)}${data("count", line.count)}${data("kinds", Object.keys(line.kinds).join("|"))}</edge>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys.map(([name, of, type]) => `<key id="${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>`),
    '<graph id="canvas" edgedefault="directed">', ...nodes, ...edges, "</graph>", "</graphml>", "",
  ].join("\n");
}
