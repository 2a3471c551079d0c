// The state of the page: one record, kept in the address after the hash, so that it can be shared and gone back in.

import type { Facts, Lang } from "./facts";

export interface State {
  readonly lang: string;
  readonly country: string;
  readonly province: string;
  readonly sector: string;
  readonly level: string;
  readonly as_of: string;
  readonly query: string;
}

const KEYS: readonly (keyof State)[] = ["lang", "country", "province", "sector", "level", "as_of", "query"];

/** Read the state from a hash; what it does not say is as the page was written. */
export function readState(hash: string, start: State, facts: Facts | null): State {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const state: Record<string, string> = { ...start };
  for (const key of KEYS) {
    const value = said.get(key);
    if (value !== null) state[key] = value;
  }
  if (facts) {
    if (!facts.languages.includes(state["lang"] as Lang)) state["lang"] = start.lang;
    for (const key of ["country", "province"]) {
      if (state[key] && !((state[key] ?? "") in facts.names)) state[key] = "";
    }
  }
  return state as unknown as State;
}

/** Write the state as a hash: only what differs from the page as it was written. */
export function writeState(state: State, start: State): string {
  const said = new URLSearchParams();
  for (const key of KEYS) {
    if (state[key] !== start[key]) said.set(key, state[key]);
  }
  return said.toString();
}
