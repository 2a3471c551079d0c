// Pictures in bands: things compared (shared, only here), and what is shown grouped by sector.

import type { Verdict } from "../generated";
import { drawVerdictMark, findStrongest } from "../marks";
import { askGraph } from "./ask";
import type { Board } from "./board";
import { make } from "./elements";
import type { CanvasFacts, PictureRow } from "./facts";
import { type Band, type Box, EMPTY, keyOf, type Node, type Place, PLATE, takeRows } from "./picture";

const PITCH = PLATE + 12;
const PAD = 12;

/** Some nodes under words. */
interface Group { readonly words: string; readonly ids: readonly string[] }

interface Compared extends PictureRow {
  readonly reached: readonly { readonly id: string; readonly by: readonly string[] }[];
  readonly verdicts: readonly { readonly country: string; readonly one: string; readonly other: string; readonly verdict: Verdict }[];
}

/** What a comparison says, for the panel: `verdicts` in words, `marks` the strongest of each place. */
export interface Comparison {
  readonly names: readonly string[]; readonly groups: readonly Group[];
  readonly verdicts: ReadonlyMap<string, string>; readonly marks: ReadonlyMap<string, Verdict>;
}

/** Lay nodes out: some in a column, the others in bands beside it, each band with its words. */
export function layOutBands(
  nodes: ReadonlyMap<string, Node>, column: readonly string[], groups: readonly Group[], rtl: boolean, measure: (words: string) => number,
): { places: Map<string, Place>; bands: Band[] } {
  const width = (ids: readonly string[]): number => Math.max(60, ...ids.map((id) => nodes.get(id)?.width ?? 0));
  const plates = width(groups.flatMap(({ ids }) => ids));
  const words = Math.max(...groups.map((group) => measure(group.words) * 1.15), 0);
  const wide = plates + words + 4 * PAD;
  const left = width(column) + 190;
  const way = rtl ? -1 : 1;
  const places = new Map<string, Place>();
  const bands: Band[] = [];
  let y = 0;
  for (const group of groups) {
    const high = Math.max(group.ids.length * PITCH, PLATE) + PAD;
    const box: Box = { x: way * (left + wide / 2), y: y + high / 2, w: wide, h: high };
    bands.push({ words: group.words, box });
    group.ids.forEach((id, row) => places.set(id, { x: way * (left + PAD + plates / 2), y: y + PAD / 2 + PITCH * (row + 0.5) }));
    y += high + 10;
  }
  const pitch = Math.max(PITCH, (y - 10) / Math.max(column.length, 1));
  column.forEach((id, row) => places.set(id, { x: way * (width(column) / 2), y: (y - 10) / 2 + (row - (column.length - 1) / 2) * pitch }));
  return { places, bands };
}

/** Compare two to four: what all, what some, what only one of them reaches, with counts also where there is nothing. */
export async function compare(board: Board, ids: readonly string[], measure: (words: string) => number): Promise<Comparison> {
  const { voice } = board;
  const rows = await askGraph<Compared>("compare", { ids: ids.join("|") });
  const taken = takeRows(EMPTY, rows, board.dress);
  const name = (id: string): string => taken.nodes.get(id)?.said ?? id;
  const among = (test: (by: readonly string[]) => boolean): string[] => rows.reached.filter(({ by }) => test(by)).map(({ id }) => id);
  const group = (message: string, ids_: readonly string[], given: Readonly<Record<string, string>> = {}): Group =>
    ({ words: voice.say(message, { ...given, count: ids_.length }), ids: ids_ });
  const groups = [
    group("canvas-band-all", among((by) => by.length === ids.length)),
    ...(ids.length > 2 ? [group("canvas-band-some", among((by) => by.length > 1 && by.length < ids.length))] : []),
    ...ids.map((id) => group("canvas-band-only", among((by) => by.length === 1 && by[0] === id), { name: name(id) })),
  ];
  const { places, bands } = layOutBands(taken.nodes, ids, groups, voice.rtl, measure);
  const only = new Set(taken.lines.filter(({ type, start, end }) => type === "TIED_TO" && ids.includes(start) !== ids.includes(end)).map(keyOf));
  const names = ids.map(name);
  board.commit(voice.say("canvas-step-compare", { names: voice.list(names) }), { ...taken, places, bands, only }, [...taken.nodes.keys()]);
  const verdicts = new Map<string, string>();
  const marks = new Map<string, Verdict>();
  for (const { country, one, other, verdict } of rows.verdicts) {
    const said = voice.say(`verdict-${verdict.replace(/ /g, "-")}`);
    const pair = ids.length > 2 ? voice.say("canvas-pair", { one: name(one), other: name(other), verdict: said }) : said;
    verdicts.set(country, [verdicts.get(country), pair].filter(Boolean).join(voice.say("list-mark")));
    marks.set(country, findStrongest([marks.get(country) ?? "none", verdict]));
  }
  return { names, verdicts, marks, groups: groups.map(({ words, ids: inside }) => ({ words, ids: inside })) };
}

/** Show a comparison: a list a band, the verdict behind each name. */
export function showComparison(heading: HTMLElement, body: HTMLElement, compared: Comparison, board: Board): void {
  const { voice } = board;
  heading.textContent = voice.say("canvas-step-compare", { names: voice.list(compared.names) });
  body.replaceChildren(...compared.groups.map(({ words, ids }) => make("div", { class: "canvas-band" }, make("h3", {}, words),
    make("ul", { class: "plain" }, ...ids.map((id) => {
      const verdict = compared.verdicts.get(id);
      const item = make("li", {}, make("bdi", {}, board.name(id)));
      const mark = drawVerdictMark(compared.marks.get(id) ?? "none");
      if (mark) item.append(" ", mark);
      if (verdict) item.append(" ", make("span", { class: "quiet" }, verdict));
      return item;
    })))));
}

/** Group what is abroad by the sector in which most of its ties lie. */
export function groupBySector(board: Board, facts: CanvasFacts, measure: (words: string) => number): void {
  const { picture, voice } = board;
  const counts = new Map<string, Map<string, number>>();
  for (const { start, end, sectors } of picture.lines) {
    for (const id of [start, end]) {
      const held = counts.get(id) ?? new Map<string, number>();
      counts.set(id, held);
      for (const [sector, count] of Object.entries(sectors)) held.set(sector, (held.get(sector) ?? 0) + count);
    }
  }
  const nodes = [...picture.nodes.values()];
  const bySector = new Map<string, string[]>();
  for (const node of nodes.filter(({ home }) => !home)) {
    const [most = ""] = [...(counts.get(node.id) ?? [])].sort((a, b) => b[1] - a[1]).map(([sector]) => sector);
    bySector.set(most, [...(bySector.get(most) ?? []), node.id]);
  }
  const groups = [...Object.keys(facts.sectors), ""].filter((sector) => bySector.has(sector)).map((sector) => {
    const ids = bySector.get(sector) ?? [];
    const name = sector ? facts.sectors[sector] ?? sector : voice.say("canvas-no-sectors");
    return { words: voice.say("canvas-times", { name, count: ids.length }), ids };
  });
  const { places, bands } = layOutBands(picture.nodes, nodes.filter(({ home }) => home).map(({ id }) => id), groups, voice.rtl, measure);
  board.commit(voice.say("canvas-step-group-sector"), { ...picture, places, bands }, [...picture.nodes.keys()]);
}

/** Fold what is shown into its countries and provinces, or into the regions abroad. */
export async function groupInto(board: Board, level: "top" | "region"): Promise<void> {
  const nodes = [...board.picture.nodes.values()];
  const groups = new Set(nodes.map((node) => node[level]).filter(Boolean));
  const kept = nodes.filter((node) => groups.has(node.id) || !node[level]).map(({ id, closed }) => ({ id, closed: closed || groups.has(id) }));
  const there = new Set(kept.map(({ id }) => id));
  const fresh = [...groups].filter((id) => !there.has(id));
  await board.show([...kept, ...fresh.map((id) => ({ id, closed: true }))], board.voice.say(`canvas-step-group-${level}`), fresh, fresh[0] ?? "");
}
