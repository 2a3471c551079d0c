// What the page and the server tell the canvas, as JSON.

import type { Facts } from "../facts";
import { findSpeaker, type Speaker } from "../say";

/** A node of the graph; a closed one stands for the `inside` nodes in it that are not shown themselves. */
export interface NodeRow {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly name_fa: string;
  /** Another node has its name too: the label is said with it. */
  readonly twice: boolean;
  readonly home: boolean;
  readonly above: string;
  readonly top: string;
  readonly region: string;
  readonly closed: boolean;
  readonly inside: number;
}

/** All relationships of a type from one node to another, and from what they stand for. */
export interface LineRow {
  readonly start: string;
  readonly end: string;
  readonly type: string;
  readonly count: number;
  /** One of its ties counts today; a line of no ties always does. */
  readonly holds: boolean;
  readonly kinds: Readonly<Record<string, number>>;
  readonly sectors: Readonly<Record<string, number>>;
}

/** Nodes with the lines among them; `added` are those that have just come. */
export interface PictureRow {
  readonly nodes: readonly NodeRow[];
  readonly lines: readonly LineRow[];
  readonly added: readonly string[];
  readonly left_out?: number;
  readonly total?: number;
}

/** What can be added to a node in one go: a type, a direction, a label at the other end. */
export interface FurtherRow {
  readonly type: string;
  readonly direction: "out" | "in";
  readonly label: string;
  readonly nodes: number;
  readonly shown: number;
  readonly relationships: number;
  readonly kinds: Readonly<Record<string, number>>;
}

/** One tie behind a line. */
export interface TieRow {
  readonly id: string;
  readonly start: Named;
  readonly end: Named;
  readonly kind: string;
  readonly sectors: readonly string[];
  readonly since: string;
  readonly until: string;
  readonly since_said?: string;
  readonly standing: "certain" | "possible" | "none";
  readonly sources: readonly (Named & { readonly grade: string; readonly published: string })[];
}

/** Something with a name in each language. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly name_fa: string;
}

/** What the page itself carries. */
export interface CanvasFacts extends Pick<Facts, "languages" | "messages"> {
  readonly starts: readonly string[];
  /** The address names where to begin; else the canvas of before is taken up again. */
  readonly asked: boolean;
  /** The state of the store. */
  readonly tag: string;
  readonly types: readonly string[];
  readonly labels: readonly string[];
  readonly pages: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly sectors: Readonly<Record<string, string>>;
  readonly grades: Readonly<Record<string, string>>;
  readonly invented: boolean;
  readonly day: { readonly iso: string; readonly said: string };
}

/** Speaks the language of the page, and knows which way it runs. */
export interface Voice extends Speaker {
  readonly rtl: boolean;
  readonly name: (one: Named) => string;
}

/** Make the voice of a page. */
export function makeVoice(facts: CanvasFacts, lang: string): Voice {
  const speaker = findSpeaker(facts, lang);
  return { ...speaker, rtl: lang === "fa", name: (one) => (lang === "fa" && one.name_fa) || one.name };
}

/** Name a message after a type of relationship or a label, as the words have it. */
export function nameMessage(start: string, word: string): string {
  return `${start}-${word.toLowerCase().replace(/_/g, "-")}`;
}
