// What a page carries packed: JSON, deflated, in base64, as pack_facts of graphmap/views/dress.py writes it.

import { inflateSync, strFromU8 } from "fflate";

/** Read a packed block of the page; null where the page has none. */
export function readPacked(id: string): string | null {
  const packed = document.getElementById(id)?.textContent?.trim();
  return packed ? unpack(packed) : null;
}

/** Unpack a text. */
export function unpack(packed: string): string {
  return strFromU8(inflateSync(Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0))));
}
