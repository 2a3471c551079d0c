// The ties behind a chosen line, with dates and sources, and the query that asks for them.

import { askGraph } from "./ask";
import type { Board } from "./board";
import { make, makeButton } from "./elements";
import { type CanvasFacts, nameMessage, type TieRow, type Voice } from "./facts";
import { writeDate } from "./dates";

interface Answer { readonly ties: readonly TieRow[]; readonly total: number; readonly cypher: string; readonly parameters: Readonly<Record<string, string>> }

/** Show the ties behind the chosen line. */
export async function showEvidence(
  heading: HTMLElement, body: HTMLElement, board: Board, facts: CanvasFacts, voice: Voice,
): Promise<void> {
  const { line } = board;
  if (!line) return;
  const [one, other] = [board.name(line.start), board.name(line.end)];
  heading.textContent = voice.say("canvas-line-between", { one, other });
  const about = make("p", {}, voice.say("canvas-line-count", { what: voice.say(nameMessage("relation", line.type)), count: line.count }));
  body.replaceChildren(about);
  if (line.type !== "TIED_TO") return;
  const answer = await askGraph<Answer>("ties", { shown: board.shown(), one: line.start, other: line.end });
  if (board.line !== line) return;
  if (!line.holds) about.append(` ${voice.say("canvas-line-none-holds")}`);
  const list = make("ol", { class: "canvas-ties" }, ...answer.ties.map((tie) => sayTie(tie, facts, voice)));
  if (answer.total > answer.ties.length) about.append(` ${voice.say("canvas-shown-of", { shown: answer.ties.length, all: answer.total })}`);
  const given = Object.entries(answer.parameters).map(([name, value]) => `:param ${name} => '${value}';\n`).join("");
  const query = make("pre", { class: "query", tabindex: 0, lang: "en" }, given + answer.cypher);
  body.append(list, make("details", { class: "behind" }, make("summary", {}, voice.say("canvas-behind")), query,
    makeButton(voice.say("canvas-copy"), () => void navigator.clipboard?.writeText(query.textContent ?? ""))));
}

function sayTie(tie: TieRow, facts: CanvasFacts, voice: Voice): HTMLElement {
  const link = (one: { id: string; name: string; name_fa: string }, label: string): HTMLElement =>
    make("a", { href: `/${facts.pages[label] ?? "source"}/${encodeURIComponent(one.id)}?lang=${voice.lang}` }, make("bdi", {}, voice.name(one)));
  const sectors = tie.sectors.map((one) => facts.sectors[one] ?? one);
  const when = [
    tie.since ? voice.say("canvas-since", { day: writeDate(tie.since, voice.lang) }) : voice.say("canvas-no-since"),
    tie.until ? voice.say("canvas-until", { day: writeDate(tie.until, voice.lang) }) : "",
  ].filter(Boolean);
  const item = make("li", {},
    make("strong", {}, facts.kinds[tie.kind] ?? tie.kind), ": ", make("bdi", {}, voice.name(tie.start)), " – ", make("bdi", {}, voice.name(tie.end)),
    make("br"), [...when, sectors.length ? voice.list(sectors) : voice.say("canvas-no-sectors"), voice.say(`canvas-standing-${tie.standing}`)].join(voice.say("canvas-clause")));
  for (const source of tie.sources) {
    const grade = source.grade ? voice.say("canvas-grade", { grade: facts.grades[source.grade] ?? source.grade }) : voice.say("canvas-no-grade");
    item.append(make("br"), make("span", { class: "quiet" }, voice.say("canvas-source"), " ", link(source, "Source"), ` (${grade})`));
  }
  return item;
}
