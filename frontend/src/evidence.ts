// The evidence: the ties behind what is chosen, drawn from rows of numbers; what all rows say alike is said once above.

import type { Chosen } from "./chosen";
import { download, writeCsv } from "./csv";
import { type Facts, findDate, findName, findWord, type Tie } from "./facts";
import { CERTAINTIES, FEW_ROWS, FIRST_ROWS, type SourceRow } from "./generated";
import { fold, makeMatcher } from "./folding";
import { addRoving, holdFocus, makeItem } from "./keyboard";
import { keyOfDate, orderKeys } from "./order";
import { findSpeaker, type Speaker } from "./say";
import type { State } from "./state";
import { sayShown } from "./words";

/** How many rows are added at once. */
const STEP = 200;

type ColumnName = "province" | "city" | "country" | "target" | "kind" | "sectors" | "since" | "until" | "last-sign" | "standing" | "source";
const COLUMNS: readonly ColumnName[] = [
  "province", "city", "country", "target", "kind", "sectors", "since", "until", "last-sign", "standing", "source",
];

/** Make the table follow the state. */
export function startEvidence(frame: Element, own: Facts): (state: State, chosen: Chosen, shown: Facts) => void {
  let facts = own;
  const table = frame.querySelector("table") as HTMLTableElement;
  const head = table.tHead as HTMLTableSectionElement;
  const body = table.tBodies[0] as HTMLTableSectionElement;
  const said = frame.querySelector("[data-shown]");
  const empty = frame.querySelector<HTMLElement>("[data-none]");
  const constant = frame.querySelector<HTMLElement>("[data-constant]");
  const tools = frame.querySelector("[data-tools]");
  const texts = new Map<string, string>();
  let shown = FIRST_ROWS;
  let beside = false;
  let sorted: { column: ColumnName; down: boolean } | null = null;
  let now: { state: State; chosen: Chosen } | null = null;
  let last = "";
  const settle = addRoving(table, () => Array.from(table.querySelectorAll("[data-item]")));

  const list = (state: State, chosen: Chosen, withBeside: boolean): readonly Tie[] => {
    const speaker = findSpeaker(facts, state.lang);
    const matches = makeMatcher(state.query);
    const find = (tie: Tie): string => {
      const key = `${tie.index} ${state.lang} ${state.as_of}`;
      const known = texts.get(key) ?? fold(COLUMNS.map((column) => sayCell(facts, tie, column, speaker)).join(" "));
      texts.set(key, known);
      return known;
    };
    const meant = [
      ...facts.ties.filter((tie) => chosen.ties.has(tie.index)),
      ...(withBeside ? facts.beside.filter((tie) => chosen.beside.has(tie.index)) : []),
    ];
    const found = state.query ? meant.filter((tie) => matches(find(tie))) : meant;
    const named = (tie: Tie): string => [tie.province, tie.country, tie.target].map((id) => findName(facts, id, speaker.at)).join("\n");
    if (!sorted) {
      const names = new Map(found.map((tie) => [tie, named(tie)]));
      const name = (tie: Tie): string => names.get(tie) ?? "";
      return order(found, (a, b) => Number(Boolean(a.beside)) - Number(Boolean(b.beside)) || speaker.compare(name(a), name(b)));
    }
    const { column, down } = sorted;
    return orderKeys(found.map((tie) => sortKey(facts, tie, column, speaker)), down, state.lang).flatMap((place) => found[place] ?? []);
  };

  const draw = (all = false): void => {
    if (!now) return;
    const { state, chosen } = now;
    const speaker = findSpeaker(facts, state.lang);
    const ties = list(state, chosen, beside);
    const columns = COLUMNS.filter((column) => ties.some((tie) => sayCell(facts, tie, column, speaker)) && (column !== "standing" || state.as_of !== "all" || beside));
    const alike = ties.length > FEW_ROWS ? columns.filter((column) => isAlike(facts, ties, column, speaker)) : [];
    const kept = columns.filter((column) => !alike.includes(column));
    if (constant) {
      const clauses = alike.map((column) => speaker.say("row-clause", {
        column: speaker.say(`evidence-${column}`), value: ties[0] ? sayCell(facts, ties[0], column, speaker) || speaker.say("unknown") : "",
      }));
      constant.textContent = clauses.length ? speaker.say("evidence-constant", { said: clauses.join(speaker.say("clause-mark")) }) : "";
      constant.hidden = clauses.length === 0;
    }
    const row = document.createElement("tr");
    row.append(...kept.map((column) => drawHead(column, speaker, sorted, () => {
      sorted = { column, down: sorted?.column === column && !sorted.down };
      draw();
      table.querySelector<HTMLElement>(`[data-column='${column}'] .sort`)?.focus();
    })));
    head.replaceChildren(row);
    const count = all ? ties.length : Math.min(shown, ties.length);
    const giveBack = [holdFocus(body), holdFocus(tools)];
    body.replaceChildren(...ties.slice(0, count).map((tie) => drawRow(facts, tie, kept, speaker)));
    const pattern = said?.getAttribute(`data-${state.lang}`);
    if (said && pattern) said.textContent = sayShown(pattern, ties.filter((tie) => !tie.beside).length, facts.ties.length, state.lang);
    if (empty) empty.hidden = ties.length > 0;
    table.hidden = ties.length === 0;
    tools?.replaceChildren();
    const add = (text: string, press: () => void): void => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = text;
      button.addEventListener("click", () => { press(); draw(); });
      tools?.append(button);
    };
    if (count < ties.length) add(speaker.say("evidence-more", { count: Math.min(STEP, ties.length - count) }), () => { shown += STEP; });
    if (chosen.beside.size) add(beside ? speaker.say("evidence-beside-hide") : speaker.say("evidence-beside", { count: chosen.beside.size }), () => { beside = !beside; });
    for (const give of giveBack) give();
    settle();
  };

  frame.querySelector("[data-csv]")?.addEventListener("click", () => {
    if (now) download(`${facts.file}.csv`, writeCsv(listCells(facts, list(now.state, now.chosen, true), findSpeaker(facts, now.state.lang))));
  });
  // Paper has every row that is chosen.
  window.addEventListener("beforeprint", () => draw(true));
  window.addEventListener("afterprint", () => draw());
  return (state, chosen, shownOn) => {
    facts = shownOn;
    const key = [state.country, state.province, state.sector, state.level, state.query].join(" ");
    if (key !== last) shown = FIRST_ROWS;
    last = key;
    now = { state, chosen };
    draw();
  };
}

function order(ties: readonly Tie[], compare: (a: Tie, b: Tie) => number): readonly Tie[] {
  return [...ties].sort(compare);
}

function isAlike(facts: Facts, ties: readonly Tie[], column: ColumnName, speaker: Speaker): boolean {
  const first = ties[0] ? sayCell(facts, ties[0], column, speaker) : "";
  return ties.every((tie) => sayCell(facts, tie, column, speaker) === first);
}

/** What a cell says; blank where nothing is recorded. */
export function sayCell(facts: Facts, tie: Tie, column: ColumnName, speaker: Speaker): string {
  const { at, say, list } = speaker;
  const { row } = tie;
  switch (column) {
    case "province": return findName(facts, tie.province, at);
    case "city": return tie.city ? `${findName(facts, tie.city, at)} (${findWord(facts, "through", row.through, at)})` : "";
    case "country": return findName(facts, tie.country, at);
    case "target": return tie.target === tie.country ? "" : findName(facts, tie.target, at);
    case "kind": return findWord(facts, "kind", row.kind, at);
    case "sectors": return list(row.sectors.map((sector) => findWord(facts, "sector", sector, at)));
    case "since": return findDate(facts, row.since, at);
    case "until": return findDate(facts, row.until, at);
    case "last-sign": return findDate(facts, row.last_sign, at);
    case "standing": return tie.beside
      ? `${findWord(facts, "beside", row.beside, at)} (${say("evidence-not-counted")})`
      : findWord(facts, "certainty", (CERTAINTIES as readonly string[]).indexOf(tie.certainty), at);
    case "source": return row.sources.flatMap((source) => facts.sources[source] ?? []).map((source) => findSource(source, at)).join(" · ");
  }
}

function sortKey(facts: Facts, tie: Tie, column: ColumnName, speaker: Speaker): string {
  const dates: Partial<Record<ColumnName, number>> = { since: tie.row.since, until: tie.row.until, "last-sign": tie.row.last_sign };
  const date = dates[column];
  return date === undefined ? sayCell(facts, tie, column, speaker) : keyOfDate(facts.dates[date]?.[0] ?? "");
}

function drawHead(column: ColumnName, speaker: Speaker, sorted: { column: ColumnName; down: boolean } | null, sort: () => void): HTMLElement {
  const cell = document.createElement("th");
  cell.scope = "col";
  cell.dataset["column"] = column;
  if (sorted?.column === column) cell.setAttribute("aria-sort", sorted.down ? "descending" : "ascending");
  // Not a button element: Chromium leaves these out of the heads that it repeats on printed sheets.
  const button = document.createElement("span");
  button.className = "sort";
  button.textContent = speaker.say(`evidence-${column}`);
  makeItem(button, "button");
  button.addEventListener("click", sort);
  button.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    sort();
  });
  cell.append(button);
  return cell;
}

function drawRow(facts: Facts, tie: Tie, columns: readonly ColumnName[], speaker: Speaker): HTMLElement {
  const row = document.createElement("tr");
  row.dataset["index"] = String(tie.index);
  if (tie.beside) row.className = "beside";
  row.append(...columns.map((column) => {
    const cell = document.createElement("td");
    cell.className = `c-${column}`;
    if (column === "source") cell.append(...drawSources(facts, tie, speaker));
    else {
      const text = document.createElement("bdi");
      text.textContent = sayCell(facts, tie, column, speaker);
      if (column === "province" || column === "country") {
        text.setAttribute(`data-choose-${column}`, tie[column]);
        makeItem(text, "button");
      }
      cell.append(text);
    }
    return cell;
  }));
  return row;
}

/** Each source by its publisher, a link where it has an address, with what its grade means. */
function drawSources(facts: Facts, tie: Tie, { at }: Speaker): Node[] {
  return tie.row.sources.flatMap((number, place) => {
    const source = facts.sources[number];
    if (!source) return [];
    const name = findSource(source, at);
    const short = source.publisher || (name.split(":")[0] ?? name);
    const made = document.createElement(isAddress(source.url) ? "a" : "bdi");
    if (made instanceof HTMLAnchorElement) {
      made.href = source.url;
      made.rel = "noreferrer noopener";
    }
    made.textContent = short;
    made.title = name;
    if (!isPersian(short)) made.lang = "en";
    const grade = facts.words["grade"]?.find(([letter]) => letter === source.grade)?.[at + 1];
    return [...(place ? [" · "] : []), made, ...(grade ? [` (${grade})`] : [])].map((one) => typeof one === "string" ? document.createTextNode(one) : one);
  });
}

/** The name of a source in the language at a place among those of the page; one name serves all where they are alike. */
export function findSource(source: SourceRow, at: number): string {
  return source.names[at] ?? source.names[0] ?? source.id;
}

/** Say whether a text has letters of Arabic script. */
export function isPersian(text: string): boolean {
  return /[\u0600-\u06ff]/.test(text);
}

/** Say whether an address may become a link: http and https alone, never script. */
export function isAddress(address: string): boolean {
  try {
    const { protocol, host } = new URL(address);
    return (protocol === "https:" || protocol === "http:") && host !== "";
  } catch {
    return false;
  }
}

/** What the CSV holds: the cells as they read, and after them the tie as it is stored, to check and join by ids. */
function listCells(facts: Facts, ties: readonly Tie[], speaker: Speaker): string[][] {
  const raw = (number: number): string => facts.dates[number]?.[0] ?? "";
  const word = (what: string, number: number): string => facts.words[what]?.[number]?.[0] ?? "";
  const lines = [[
    ...COLUMNS.map((column) => speaker.say(`evidence-${column}`)),
    "id", "from_id", "to_id", "kind", "sectors", "stage", "since", "until", "attested", "document", "sources", "province", "country",
  ]];
  for (const tie of ties) {
    const { row } = tie;
    const from = tie.city || tie.province;
    lines.push([
      ...COLUMNS.map((column) => sayCell(facts, tie, column, speaker)),
      row.key.includes(":") ? row.key : `tied_to:${from}..${tie.target}:${row.key}`, from, tie.target,
      word("kind", row.kind), tie.sectors.join(" "), word("stage", row.stage), raw(row.since), raw(row.until),
      facts.texts[row.attested] ?? "", facts.texts[row.document] ?? "",
      row.sources.map((source) => facts.sources[source]?.id ?? "").join(" "), tie.province, tie.country,
    ]);
  }
  return lines.map((cells) => cells.map((cell) => cell.replace(/[\u2066-\u2069]/g, "")));
}
