// What a page carries packed: JSON, deflated, in base 85, as pack_facts of graphmap/views/dress.py writes it.

import { inflateSync, strFromU8 } from "fflate";

/** Read a packed block of the page; null where the page has none. */
export function readPacked(id: string): string | null {
  const packed = document.getElementById(id)?.textContent?.trim();
  return packed ? unpack(packed) : null;
}

/** Unpack a text. */
export function unpack(packed: string): string {
  return strFromU8(inflateSync(readBase85(packed)));
}

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%.()*+-;,=:?@^_`{|}~";

/** Five digits are four bytes, the highest first; the last may be fewer, one digit more than bytes. */
function readBase85(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(text.length / 5) * 4);
  for (let at = 0; at < text.length; at += 5) {
    let value = 0;
    for (let digit = at; digit < at + 5; digit += 1) value = value * 85 + (digit < text.length ? DIGITS.indexOf(text[digit]!) : 84);
    for (let byte = 3; byte >= 0; byte -= 1, value = Math.floor(value / 256)) bytes[at / 5 * 4 + byte] = value;
  }
  return bytes.subarray(0, Math.floor(text.length * 4 / 5));
}
