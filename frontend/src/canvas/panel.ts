// What is chosen, beside the drawing: by what it is connected, counted before anything is added, with filters and a limit.

import { writeNumber } from "../words";
import { askGraph } from "./ask";
import type { Board, Filters } from "./board";
import { canClose } from "./board";
import { make, makeButton } from "./elements";
import type { CanvasFacts, FurtherRow, Voice } from "./facts";
import { drawSample } from "./legend";
import type { Colours } from "./pen";
import { sayKind } from "./words";

/** What can be done with the chosen node, in the order in which it is offered. */
export type Deed = readonly [name: string, deed: () => void];

/** Shows the chosen node. */
export class Panel {
  rows: readonly FurtherRow[] = [];
  private filters: Filters = {};
  private limit = 25;
  private shownFor = "";
  private asked = 0;

  constructor(
    private readonly heading: HTMLElement, private readonly body: HTMLElement, private readonly board: Board,
    private readonly facts: CanvasFacts, private readonly voice: Voice, private readonly colours: Colours,
    private readonly tell: (work: Promise<void>) => void, private readonly deeds: (id: string) => readonly Deed[],
  ) {}

  /** Show the chosen node; what can be added is asked for. */
  async show(): Promise<void> {
    const { board, voice } = this;
    const node = board.picture.nodes.get(board.chosen);
    const focused = this.focusedKey();
    if (!node) {
      this.heading.textContent = voice.say("canvas-nothing-chosen");
      this.body.replaceChildren(make("p", { class: "quiet" }, voice.say("canvas-choose-hint")));
      [this.rows, this.shownFor] = [[], ""];
      this.restore(focused);
      return;
    }
    if (this.shownFor !== node.id) this.filters = {};
    const page = this.facts.pages[node.label];
    this.heading.replaceChildren(drawSample(node.label, node.home, false, this.colours), make("bdi", {}, node.said));
    const about = make("p", { class: "quiet" }, sayKind(voice, node));
    if (page) about.append(" · ", make("a", { href: `/${page}/${encodeURIComponent(node.id)}?lang=${voice.lang}` }, voice.say("canvas-profile")));
    const kept = this.shownFor === node.id ? this.body.querySelector<HTMLElement>("[data-key='filters']") : null;
    const table = (kept && this.body.querySelector<HTMLElement>(".canvas-rows")) ?? make("table", { class: "canvas-rows" });
    if (kept) {
      // Who goes on by the tab key from a filter finds what comes next where it was.
      const [deeds, old] = [this.drawDeeds(node.id), this.body.lastElementChild];
      this.body.firstElementChild?.replaceWith(about);
      if (old?.textContent !== deeds.textContent) old?.replaceWith(deeds);
      kept.replaceChildren(this.sayFilters());
    } else this.body.replaceChildren(about, table, this.drawFilters(), this.drawDeeds(node.id));
    this.shownFor = node.id;
    this.restore(focused, true);
    const turn = (this.asked += 1);
    const { rows } = await askGraph<{ rows: FurtherRow[] }>(`around/${encodeURIComponent(node.id)}`, { shown: board.shown(), ...this.filters });
    if (turn !== this.asked) return;
    this.rows = rows;
    const now = this.focusedKey() || focused;  // it may have moved on meanwhile
    table.replaceChildren(
      make("caption", {}, voice.say(rows.length ? "canvas-can-add" : "canvas-none-to-add")),
      ...rows.map((row) => this.drawRow(node.id, row)),
    );
    this.restore(now);
  }

  /** Add what the first row that has anything left offers. */
  expandFirst(): Promise<void> | null {
    const row = this.rows.find(({ nodes, shown }) => shown < nodes);
    return row ? this.expand(row) : null;
  }

  /** Add what a row offers. */
  expand(row: FurtherRow): Promise<void> {
    return this.board.expand(this.board.chosen, row, this.limit, this.filters);
  }

  private focusedKey(): string {
    const { activeElement } = document;
    return this.body.contains(activeElement) ? (activeElement as HTMLElement).dataset["key"] ?? "none" : "";
  }

  /** Give the focus back to what had it before this was drawn anew; to the heading where that is gone, unless it may come yet. */
  private restore(key: string, mayCome = false): void {
    const { activeElement } = document;
    if (!key || (activeElement !== null && activeElement !== document.body)) return;
    const turned = key.includes("-un") ? key.replace("-un", "-") : key.replace("canvas-", "canvas-un");
    const found = this.body.querySelector<HTMLElement>(`[data-key="${key}"], [data-key="${turned}"]`);
    if (found || !mayCome) (found ?? this.heading).focus();
  }

  private drawRow(id: string, row: FurtherRow): HTMLElement {
    const { voice, board } = this;
    const more = Math.min(this.limit, row.nodes - row.shown);
    const type = ["REACHES", "INSIDE"].includes(row.type) ? (row.type === "REACHES" ? "TIED_TO" : "IN") : row.type;
    const said = board.sayRow(row);
    const kinds = Object.entries(row.kinds).slice(0, 4)
      .map(([kind, count]) => voice.say("canvas-times", { name: this.facts.kinds[kind] ?? kind, count }));
    const name = make("td", {}, said);
    if (kinds.length) name.append(make("span", { class: "quiet" }, voice.list(kinds)));
    return make("tr", {},
      make("td", {}, drawSample(type, false, true, this.colours)), name,
      make("td", { class: "number" }, voice.say("canvas-of", { shown: row.shown, all: row.nodes })),
      make("td", {}, more > 0
        ? makeButton(`+ ${writeNumber(more, voice.lang)}`, () => this.tell(board.expand(id, row, this.limit, this.filters)), {
          "aria-label": voice.say("canvas-add", { count: more, what: said }), "data-key": `${row.type}-${row.direction}-${row.label}`,
        })
        : make("span", { class: "quiet", "aria-label": voice.say("canvas-all-there") }, "✓")));
  }

  private sayFilters(): string {
    const on = Object.values(this.filters).filter(Boolean).length;
    return on ? this.voice.say("canvas-filters-on", { count: on }) : this.voice.say("canvas-filters");
  }

  private drawFilters(): HTMLElement {
    const { voice, facts } = this;
    const change = (name: string, value: string): void => {
      this.filters = { ...this.filters, [name]: value };
      this.tell(this.show());
    };
    const choose = (name: string, words: Readonly<Record<string, string>>): HTMLElement => {
      const select = make("select", { "data-key": `filter-${name}` }, make("option", { value: "" }, voice.say("canvas-any")),
        ...Object.entries(words).map(([value, said]) => make("option", { value }, said)));
      select.value = this.filters[name] ?? "";
      select.addEventListener("change", () => change(name, select.value));
      return make("label", {}, make("span", {}, voice.say(`canvas-filter-${name}`)), select);
    };
    const day = make("input", { type: "date", "data-key": "filter-as_of", value: this.filters["as_of"] ?? "" });
    day.addEventListener("change", () => change("as_of", day.value));
    const limit = make("input", { type: "number", min: 1, max: 200, value: this.limit, "data-key": "filter-limit" });
    limit.addEventListener("change", () => {
      this.limit = Math.max(1, Math.min(200, Math.round(Number(limit.value)) || 25));
      this.tell(this.show());
    });
    return make("details", {}, make("summary", { "data-key": "filters" }, this.sayFilters()),
      make("div", { class: "canvas-filters" }, choose("kind", facts.kinds), choose("sector", facts.sectors), choose("grade", facts.grades),
        make("label", {}, make("span", {}, voice.say("canvas-filter-as-of")), day),
        make("label", {}, make("span", {}, voice.say("canvas-filter-limit")), limit)));
  }

  private drawDeeds(id: string): HTMLElement {
    return make("div", { class: "canvas-deeds" }, ...this.deeds(id).map(([name, deed]) =>
      makeButton(this.voice.say(name), deed, { "data-key": name })));
  }

  /** Say whether the chosen node can be closed. */
  canClose(id: string): boolean {
    const node = this.board.picture.nodes.get(id);
    return node !== undefined && canClose(node);
  }
}
