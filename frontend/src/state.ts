// The state of the page: one record, kept in the address after the hash, so that it can be shared and gone back in.

import type { Facts } from "./facts";
import { type Code, PAIR_MARK, STATE_KEYS, type StateKey } from "./generated";

export type State = Readonly<Record<StateKey, string>>;

/** The provinces that a state names: none, one or two. */
export function listProvinces(state: Pick<State, "province">): readonly string[] {
  return state.province ? state.province.split(PAIR_MARK) : [];
}

/** The days that the page can show, the latest first: each as it is written, its own first. */
export function listDays(facts: Facts): readonly string[] {
  return [facts.start.as_of ?? "", ...facts.days.map(({ day }) => day)];
}

/** The state in which a page opens: what it does not say of itself is blank. */
export function findStart(lang: string, facts: Facts | null): State {
  const blank = Object.fromEntries(STATE_KEYS.map((key) => [key, ""])) as State;
  return { ...blank, lang, ...facts?.start };
}

/** Read the state from a hash; what it does not say, or says of nothing here, is as the page was written. */
export function readState(hash: string, start: State, facts: Facts | null): State {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const state: Record<StateKey, string> = { ...start };
  for (const key of STATE_KEYS) {
    const value = said.get(key);
    if (value !== null && isKnown(key, value, facts)) state[key] = value;
  }
  return settleDay(state, facts);
}

/** A sector is told for the page's own day alone: with one chosen it is that day. */
export function settleDay(state: State, facts: Facts | null): State {
  return facts && state.sector ? { ...state, as_of: facts.start.as_of ?? state.as_of } : state;
}

/** Say whether a value means something on this page; blank is no choice, and always possible. */
function isKnown(key: StateKey, value: string, facts: Facts | null): boolean {
  if (!facts) return true;
  switch (key) {
    case "lang": return facts.languages.includes(value as Code);
    case "level": return (facts.levels as readonly string[]).includes(value);
    case "country": return value === "" || facts.countries.includes(value);
    case "province": {
      const named = listProvinces({ province: value });
      return named.length <= 2 && new Set(named).size === named.length && named.every((one) => facts.provinces.includes(one));
    }
    case "as_of": return listDays(facts).includes(value);
    case "sector": return value === "" || facts.sectors.includes(value);
    default: return true;
  }
}

/** Write the state as a hash: only what differs from the page as it was written. */
export function writeState(state: State, start: State): string {
  const said = new URLSearchParams();
  for (const key of STATE_KEYS) {
    if (state[key] !== start[key]) said.set(key, state[key]);
  }
  return said.toString();
}

/** Write the state into a query, whatever else stands there; what is as it would be without it is left out. */
export function writeQuery(state: State, blank: State, query: string): string {
  const said = new URLSearchParams(query);
  for (const key of STATE_KEYS) {
    if (key === "as_of") continue; // another day is another page
    if (state[key] !== blank[key] || key === "lang") said.set(key, state[key]);
    else said.delete(key);
  }
  return said.toString();
}

/** List the keys in which two states differ. */
export function listChanges(before: State, after: State): readonly StateKey[] {
  return STATE_KEYS.filter((key) => before[key] !== after[key]);
}

/** The change that choosing a country, a province or both makes: choosing the same again takes it back. */
export function toggleChoice(state: State, country: string | null, province: string | null): Partial<State> {
  const same = (country === null || country === state.country) && (province === null || province === state.province);
  return {
    ...(country === null ? {} : { country: same ? "" : country }),
    ...(province === null ? {} : { province: same ? "" : province }),
  };
}

/** The change that takes back every choice. */
export const CLEARED: Partial<State> = { country: "", province: "", sector: "", query: "" };
