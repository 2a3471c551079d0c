// A cell of the contest matrix: the ground of its verdict, a plate with letter and number, and its words.

import { nameOf, type View, wordOf } from "./drawn";
import { CELL_LOOKS, type CellLook, type Drawn, type DrawnCell, MARK_OF } from "./generated";
import type { State } from "./state";
import { fillPattern, writeNumber } from "./words";

export const LOOKS = CELL_LOOKS;

/** Say what a cell looks like; what graphmap/views/matrix.py draws first, this draws after a change. */
export function findLook(cell: DrawnCell | undefined, view: View, plain: boolean): CellLook | "" {
  if (!cell) return "";
  if (!view.ties(cell)) return cell.events ? "contact" : "";
  const verdict = view.verdict(cell);
  if (plain && verdict === "possible") return "plain";
  const mark = MARK_OF[verdict];
  return mark && mark !== "contact" ? mark : "plain";
}

/** Write letter and number on their plate; a cell without ties has none. */
export function writePlate(cell: HTMLElement, ties: number | undefined, look: string, drawn: Drawn, state: State): void {
  const plate = cell.querySelector("b");
  if (!ties) {
    plate?.remove();
    return;
  }
  const letter = wordOf(drawn, `mark-${look}`, state);
  const text = (letter ? `${letter} ` : "") + writeNumber(ties, state.lang);
  if (plate) plate.textContent = text;
  else cell.append(Object.assign(document.createElement("b"), { textContent: text }));
}

/** Say a cell as assistive tools read it. */
export function sayCell(
  cell: DrawnCell | undefined, province: string, country: string, view: View, drawn: Drawn, state: State,
): string {
  const say = (message: string): string => wordOf(drawn, message, state);
  const names = { province: nameOf(drawn, province, state), country: nameOf(drawn, country, state) };
  const ties = cell ? view.ties(cell) : 0;
  const verdict = cell ? say(`verdict-${view.verdict(cell).replace(/ /g, "-")}`) : "";
  const kind = ties ? "matrix-cell" : cell?.events ? "matrix-cell-contact" : "matrix-cell-empty";
  const said = fillPattern(say(kind), { ...names, verdict, ties: writeNumber(ties, state.lang) });
  return cell?.border ? fillPattern(say("matrix-cell-border"), { cell: said }) : said;
}
