// Asks the server what the canvas needs.

import { askPatiently } from "../patience";

/** Ask the graph; what was not answered is an error that says why. */
export async function askGraph<Answer>(path: string, given: Readonly<Record<string, string | number>> = {}): Promise<Answer> {
  const kept = Object.entries(given).filter(([, value]) => value !== "");
  // Ids hold no sign that an address must not; so each stays as short as it is.
  const query = kept.map(([name, value]) => `${name}=${encodeURIComponent(String(value)).replace(/%7C/g, "|").replace(/%3A/g, ":")}`).join("&");
  const answer = await askPatiently(`/api/graph/${path}${query ? `?${query}` : ""}`);
  const said = (await answer.json()) as Answer & { error?: string };
  if (!answer.ok) throw new Error(said.error ?? String(answer.status));
  return said;
}
