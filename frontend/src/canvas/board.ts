// What can be done on the canvas: each deed asks the server if it must, and makes one step that can be taken back.

import { askGraph } from "./ask";
import { type FurtherRow, type LineRow, nameMessage, type NodeRow, type PictureRow, type Voice } from "./facts";
import { EMPTY, findBox, keyOf, listLines, listNear, type Node, type Picture, takeRows, writeShown } from "./picture";
import { layOut, layOutAll } from "./ranks";
import { placeNew } from "./slots";
import { findPicture, goTo, makeStep, NO_STEPS, type Steps } from "./steps";

/** Filters of what is added, by name; blank is any. */
export type Filters = Readonly<Record<string, string>>;

const VERY_MANY = 600;
const MOST_COMMON = 60;
const MOST = 450;

/** List what all of so many nodes reach, or are joined to themselves, and what is not there yet. */
export function listCommon(
  reached: readonly { readonly id: string; readonly by: readonly string[] }[], near: readonly string[],
  many: number, there: ReadonlyMap<string, unknown>,
): readonly string[] {
  const by = reached.filter((one) => one.by.length === many).map(({ id }) => id);
  return [...new Set([...by, ...near])].filter((id) => !there.has(id)).slice(0, MOST_COMMON);
}

/** The canvas as it is, and what one can do to it. `changed` is called after each deed with ids that have come. */
export class Board {
  steps: Steps = NO_STEPS;
  chosen = "";
  line: LineRow | null = null;
  marked: ReadonlySet<string> = new Set();

  constructor(
    readonly voice: Voice,
    readonly dress: (row: NodeRow) => Node,
    readonly shape: () => number,
    private readonly changed: (fresh: readonly string[]) => void,
  ) {}

  get picture(): Picture { return findPicture(this.steps) ?? EMPTY; }

  get canAdd(): boolean { return this.picture.nodes.size < MOST; }

  name(id: string): string { return this.picture.nodes.get(id)?.said ?? id; }

  /** Begin anew with some nodes, grouped. */
  async begin(starts: readonly string[]): Promise<void> {
    const rows = await askGraph<PictureRow>("picture", { start: starts.join("|") });
    let picture = takeRows(EMPTY, rows, this.dress);
    const nodes = [...picture.nodes.values()];
    const places = nodes.length > VERY_MANY ? layOutAll(nodes, this.voice.rtl, this.shape())
      : layOut(nodes, listLines(picture), this.voice.rtl, this.shape());
    picture = { ...picture, places };
    this.chosen = starts.length === 1 && picture.nodes.has(starts[0] ?? "") ? starts[0] ?? "" : "";
    this.line = null;
    this.marked = new Set();
    const names = starts.filter((id) => picture.nodes.has(id)).map((id) => picture.nodes.get(id)?.said ?? id);
    const words = rows.left_out
      ? this.voice.say("canvas-step-start-some", { names: this.voice.list(names), more: rows.left_out })
      : names.length ? this.voice.say("canvas-step-start", { names: this.voice.list(names) }) : this.voice.say("canvas-step-all");
    this.commit(words, picture, nodes.map(({ id }) => id));
  }

  /** Take up the steps of before; one that has no words in this language gets these. */
  recall(steps: Steps, words: string): void {
    this.steps = { ...steps, all: steps.all.map((step) => ({ ...step, words: step.words || words })) };
    this.settle();
    this.changed([]);
  }

  /** Add what a row of a node offers. */
  async expand(id: string, row: FurtherRow, limit: number, filters: Filters = {}): Promise<void> {
    const rows = await askGraph<PictureRow>("further", {
      id, type: row.type, direction: row.direction, label: row.label, limit, ...filters, shown: this.shown(),
    });
    const count = rows.added.length;
    const words = row.type === "INSIDE" ? this.voice.say("canvas-step-open", { name: this.name(id), count })
      : this.voice.say("canvas-step-add", { name: this.name(id), count, what: this.sayRow(row) });
    const taken = takeRows(this.picture, rows, this.dress);
    // What is asked for is seen, whatever the legend hid.
    const off = new Set([...taken.off].filter((word) => word !== row.type && !rows.added.some((one) => taken.nodes.get(one)?.label === word)));
    this.add(words, { ...taken, off, only: null, bands: [] }, id, rows.added);
  }

  /** Say what a row of a node offers. */
  sayRow(row: FurtherRow): string {
    const label = row.label ? this.voice.say(`${nameMessage("canvas-many", row.label)}`) : "";
    return this.voice.say(`${nameMessage("canvas-way", row.type)}-${row.direction}`, { label });
  }

  /** Let a node stand for all in it, or take away what hangs on it alone. */
  async collapse(id: string): Promise<void> {
    const node = this.picture.nodes.get(id);
    if (!node) return;
    if (canClose(node)) {
      const inside = [...this.picture.nodes.values()].filter((other) => other.id !== id && this.lies(other, id));
      const away = new Set(inside.map((other) => other.id));
      const kept = [...this.picture.nodes.values()].filter((other) => !away.has(other.id))
        .map((other) => (other.id === id ? { ...other, closed: true } : other));
      await this.show(kept, this.voice.say("canvas-step-close", { name: node.said, count: inside.length }));
      return;
    }
    const near = listNear(this.picture.lines);
    const alone = (near.get(id) ?? []).filter((other) => new Set(near.get(other)).size === 1 && !this.picture.pinned.has(other));
    await this.show([...this.picture.nodes.values()].filter((other) => !alone.includes(other.id)),
      this.voice.say("canvas-step-collapse", { name: node.said, count: new Set(alone).size }));
  }

  /** Let a node stand for itself alone: what lies in it is no longer counted with it. */
  async single(id: string): Promise<void> {
    const kept = [...this.picture.nodes.values()].map((other) => (other.id === id ? { ...other, closed: false } : other));
    await this.show(kept, this.voice.say("canvas-step-single", { name: this.name(id) }));
  }

  /** Take a node off the canvas. */
  async hide(id: string): Promise<void> {
    const words = this.voice.say("canvas-step-hide", { name: this.name(id) });
    await this.show([...this.picture.nodes.values()].filter((node) => node.id !== id), words);
  }

  /** Hold a node where it is, or let it go. */
  pin(id: string): void {
    const pinned = new Set(this.picture.pinned);
    const held = !pinned.delete(id);
    if (held) pinned.add(id);
    this.commit(this.voice.say(held ? "canvas-step-pin" : "canvas-step-unpin", { name: this.name(id) }), { ...this.picture, pinned });
  }

  /** Put a node elsewhere. */
  move(id: string, x: number, y: number): void {
    const places = new Map(this.picture.places).set(id, { x, y });
    this.commit(this.voice.say("canvas-step-move", { name: this.name(id) }), { ...this.picture, places });
  }

  /** Show or hide a label or type of line. */
  toggle(word: string, said: string): void {
    const off = new Set(this.picture.off);
    const shown = off.delete(word);
    if (!shown) off.add(word);
    this.commit(this.voice.say(shown ? "canvas-step-on" : "canvas-step-off", { what: said }), { ...this.picture, off });
  }

  /** Lay everything out anew: the one deed that moves what is there, but for what is pinned. */
  tidy(): void {
    const { picture } = this;
    const fresh = layOut([...picture.nodes.values()], listLines(picture), this.voice.rtl, this.shape());
    const places = new Map([...fresh].map(([id, place]) => [id, picture.pinned.has(id) ? picture.places.get(id) ?? place : place] as const));
    this.commit(this.voice.say("canvas-step-tidy"), { ...picture, places, bands: [] });
  }

  /** Show all lines among what is shown, where a path or a comparison left some out. */
  reveal(): void {
    this.commit(this.voice.say("canvas-step-reveal"), { ...this.picture, only: null });
  }

  undo(): void { this.go(this.steps.at - 1); }
  redo(): void { this.go(this.steps.at + 1); }

  /** Go to a step. */
  go(at: number): void {
    this.steps = goTo(this.steps, at);
    this.settle();
    this.changed([]);
  }

  /** Choose a node or a line, or nothing. */
  choose(id: string, line: LineRow | null = null): void {
    [this.chosen, this.line] = [id, line];
    this.changed([]);
  }

  /** Mark a node for what is done with several, or take the mark off. */
  mark(id: string): void {
    const marked = new Set(this.marked);
    if (!marked.delete(id)) marked.add(id);
    this.marked = marked;
    this.changed([]);
  }

  /** Choose nothing, mark nothing. */
  clear(): void {
    this.marked = new Set();
    this.choose("");
  }

  /** Add what all of some nodes are connected to, by themselves or by what lies in them. */
  async addCommon(ids: readonly string[]): Promise<void> {
    const [near, compared] = await Promise.all([
      askGraph<{ nodes: readonly NodeRow[] }>("common", { ids: ids.join("|") }),
      askGraph<PictureRow & { reached: readonly { id: string; by: readonly string[] }[] }>("compare", { ids: ids.join("|") }),
    ]);
    const groups = new Set(compared.nodes.filter(({ closed }) => closed).map(({ id }) => id));
    const there = this.picture.nodes;
    const fresh = listCommon(compared.reached, near.nodes.map(({ id }) => id), ids.length, there);
    const names = this.voice.list(ids.map((id) => this.name(id)));
    const words = this.voice.say("canvas-step-common", { names, count: fresh.length });
    await this.show([...there.values(), ...fresh.map((id) => ({ id, closed: groups.has(id) }))], words, fresh, ids[0] ?? "");
  }

  /** Write what is shown, as the server reads it. */
  shown(): string { return writeShown(this.picture.nodes.values()); }

  /** Make a step of nodes that are shown from now on, with the lines among them. */
  async show(nodes: readonly Pick<NodeRow, "id" | "closed">[], words: string, fresh: readonly string[] = [], anchor = ""): Promise<void> {
    const rows = await askGraph<PictureRow>("lines", { shown: writeShown(nodes) });
    const taken = takeRows(this.picture, rows, this.dress);
    this.add(words, { ...taken, only: null, bands: [] }, anchor, fresh);
  }

  /** Make a step of a picture in which some nodes have no place yet: they find one beside `anchor`. */
  add(words: string, picture: Picture, anchor: string, fresh: readonly string[]): void {
    this.commit(words, placeNew(picture, anchor), fresh);
  }

  /** Make a step. */
  commit(words: string, picture: Picture, fresh: readonly string[] = []): void {
    this.steps = makeStep(this.steps, words, picture);
    this.settle();
    this.changed(fresh);
  }

  private settle(): void {
    const { nodes, lines } = this.picture;
    if (!nodes.has(this.chosen)) this.chosen = "";
    this.marked = new Set([...this.marked].filter((id) => nodes.has(id)));
    const key = this.line && keyOf(this.line);
    this.line = lines.find((one) => keyOf(one) === key) ?? null;
  }

  private lies(node: NodeRow, id: string): boolean {
    if (node.top === id) return true;
    let above = this.picture.nodes.get(node.id)?.above ?? "";
    for (let depth = 0; above && depth < 9; depth += 1) {
      if (above === id) return true;
      above = this.picture.nodes.get(above)?.above ?? "";
    }
    return false;
  }

  /** Return the boxes of nodes. */
  boxes(ids: readonly string[]): ReturnType<typeof findBox>[] {
    return ids.filter((id) => this.picture.nodes.has(id)).map((id) => findBox(this.picture, id));
  }
}

/** Say whether a node can stand for what lies in it. */
export function canClose(node: Pick<NodeRow, "label" | "home">): boolean {
  return node.label === "Province" || node.label === "Region" || (node.label === "Country" && !node.home);
}
