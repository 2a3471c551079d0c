// Says messages in a language of the page, from the patterns that Python wrote; as graphmap/messages.py fills them.

import type { Facts } from "./facts";
import { ISOLATES } from "./generated";
import { findLanguage, writeNumber } from "./words";

type Part = string | readonly [name: string, forms?: Readonly<Record<string, readonly Part[]>>, other?: string];

const AGAINST: Readonly<Record<string, RegExp>> = {
  en: /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/, fa: /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u,
};

/** Put a text that could turn the words around it between marks that keep its direction to itself, as Python does. */
function contain(text: string, lang: string): string {
  return AGAINST[lang]?.test(text) ? ISOLATES.join(text) : text;
}

/** Speaks one language of the page. */
export interface Speaker {
  readonly at: number;
  readonly lang: string;
  /** Say a message; numbers choose the form, texts are kept apart from the direction of what is round them. */
  readonly say: (name: string, given?: Readonly<Record<string, string | number>>) => string;
  readonly list: (names: readonly string[], most?: number) => string;
  /** Compare names as a dictionary of the language does. */
  readonly compare: (a: string, b: string) => number;
}

type Spoken = Pick<Facts, "languages" | "messages">;

const SPEAKERS = new WeakMap<Spoken, Map<string, Speaker>>();

/** Make a speaker of a language; each is made once. */
export function findSpeaker(facts: Spoken, lang: string): Speaker {
  const known = SPEAKERS.get(facts) ?? new Map<string, Speaker>();
  SPEAKERS.set(facts, known);
  const found = known.get(lang) ?? makeSpeaker(facts, lang);
  known.set(lang, found);
  return found;
}

function makeSpeaker(facts: Spoken, lang: string): Speaker {
  const at = findLanguage(facts.languages, lang);
  const messages = facts.messages[at] as Readonly<Record<string, readonly Part[]>> | undefined;
  const plural = new Intl.PluralRules(lang);
  const collator = new Intl.Collator(lang);
  const fill = (parts: readonly Part[], given: Readonly<Record<string, string | number>>): string =>
    parts.map((part) => {
      if (typeof part === "string") return part;
      const [name, forms, other = ""] = part;
      const value = given[name] ?? "";
      if (!forms) return typeof value === "number" ? writeNumber(value, lang) : contain(value, lang);
      const number = Number(value);
      const key = [String(value), plural.select(number)].find((one) => one in forms) ?? other;
      return fill(forms[key] ?? [], given);
    }).join("");
  const say: Speaker["say"] = (name, given = {}) => fill(messages?.[name] ?? [], given);
  return {
    at, lang, say,
    compare: (a, b) => collator.compare(a, b),
    list: (names, most = Infinity) => {
      const mark = say("list-mark");
      const apart = names.map((name) => contain(name, lang));
      if (apart.length > most) return say("and-more", { listed: apart.slice(0, most).join(mark), more: apart.length - most });
      if (apart.length < 2) return apart[0] ?? "";
      return say("list-last", { first: apart.slice(0, -1).join(mark), last: apart[apart.length - 1] ?? "" });
    },
  };
}
