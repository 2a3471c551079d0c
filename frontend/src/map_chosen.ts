// What the map shows of a choice alone: arcs, the places where they end with their names, missions, units across the border.

import type { Chosen } from "./chosen";
import type { OnChoice } from "./generated";
import type { Mark } from "./label_places";
import type { DrawnLabel } from "./labels";
import { makeShape } from "./marks";
import { readPacked } from "./packed";
import { listProvinces, type State } from "./state";
import { findLanguage } from "./words";

/** What stands on the map for a choice: names to be placed, and signs that no name may cover. */
export interface Shown { readonly labels: readonly DrawnLabel[]; readonly marks: readonly Mark[] }

const NOTHING: Shown = { labels: [], marks: [] };

/** Make the layers of the map follow the choice. */
export function startLayers(svg: Element, languages: readonly string[]): (state: State, chosen: Chosen) => Shown {
  const text = readPacked("on-choice");
  const layer = (name: string): Element | null => svg.querySelector(`[data-layer="${name}"]`);
  const [units, arcs, missions, cities, names] = ["units", "arcs", "missions", "cities", "names"].map(layer);
  const casing = svg.querySelector(".casing");
  if (!text || !units || !arcs || !missions || !cities || !names || !casing) return () => NOTHING;
  const all = JSON.parse(text) as OnChoice;

  return (state, chosen) => {
    const provinces = listProvinces(state);
    const meant = state.country || state.province ? chosen.ties : new Set<number>();
    const count = (ties: readonly number[]): number => ties.filter((index) => meant.has(index)).length;
    units.replaceChildren(...all.units
      .filter((unit) => (state.country ? unit.country === state.country : provinces.some((one) => unit.touches.includes(one))))
      .map((unit) => makeShape("path", { class: "unit on", d: unit.path })));
    const drawn = all.arcs.map((arc) => ({ arc, wide: Math.min(count(arc.ties), 3) })).filter(({ wide }) => wide > 0);
    arcs.replaceChildren(...drawn.map(({ arc, wide }) => makeShape("path", {
      class: `arc on${arc.known ? "" : " unknown"}${wide > 1 ? ` wide-${wide}` : ""}`, d: arc.path,
    })));
    casing.setAttribute("d", drawn.map(({ arc }) => arc.path).join("")); // each arc on a white ground of its own
    missions.replaceChildren(...all.missions.filter(({ countries }) => state.country && countries.includes(state.country))
      .map(({ x, y }) => sign("mission on", x, y, makeShape("path", { class: "symbol", d: "M0-10 4.5-5.5 0-1-4.5-5.5z" }))));
    const ends = all.cities.filter(({ ties }) => count(ties) > 0);
    cities.replaceChildren(...ends.map(({ x, y }) => sign("city on", x, y, makeShape("circle", { class: "symbol", r: 4 }))));
    const at = findLanguage(languages as Parameters<typeof findLanguage>[0], state.lang);
    const labels = ends.flatMap((city): DrawnLabel[] => {
      const name = city.names[at];
      return name ? [{
        text: writeName(city, name.lines), id: city.id, kind: "city", ties: city.ties, lang: state.lang,
        weight: Math.min(city.ties.length / 1e5, 0.9), wide: name.wide, bare: name.wide, lines: name.lines.length,
        x: city.x, y: city.y, middle: null,
      }] : [];
    });
    names.replaceChildren(...labels.map((label) => label.text));
    return { labels, marks: ends };
  };
}

function sign(look: string, x: number, y: number, symbol: Element): Element {
  const group = makeShape("g", { class: look, transform: `translate(${x} ${y})` });
  group.append(symbol);
  return group;
}

/** Write a name at its place, on one line or two, with room for a count behind it. */
function writeName({ id, x, y }: OnChoice["cities"][number], lines: readonly string[]): SVGTextElement {
  const text = makeShape("text", { "data-label": id, x, y }) as SVGTextElement;
  const count = makeShape("tspan", { class: "count" });
  const [first = "", second] = lines;
  if (second === undefined) text.append(first, count);
  else {
    const [above, below] = [makeShape("tspan", { x, dy: "-.6em" }), makeShape("tspan", { x, dy: "1.2em" })];
    above.append(first);
    below.append(second, count);
    text.append(above, below);
  }
  return text;
}
