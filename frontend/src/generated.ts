// Written by `make frontend` from graphmap/views/shared.py: change it there.

export type Code = "en" | "fa";

export type Level = "counterpart" | "city" | "region" | "country";

export type PanelName = "findings" | "sentence" | "matrix" | "map" | "neighbourhood" | "timeline" | "groups" | "evidence" | "sources";

export type StateKey = "lang" | "country" | "province" | "sector" | "level" | "as_of" | "query";

export type Verdict = "none" | "in contact" | "joint" | "possibly successive" | "successive" | "possibly complementary" | "complementary" | "possible" | "presumed" | "certain";

export type MarkName = "certain" | "presumed" | "possible" | "complementary" | "joint" | "contact";

export type CellLook = "certain" | "presumed" | "possible" | "complementary" | "joint" | "contact" | "plain";

/** One tie: numbers of places, words, dates and sources; sectors as numbers of the page's. `key` is what its id has after its two ends (else the whole id), `attested` and `document` numbers of texts: what the CSV holds beside what is shown. */
export interface TieRow {
  readonly province: number;
  readonly country: number;
  readonly target: number;
  readonly city: number;
  readonly through: number;
  readonly kind: number;
  readonly sectors: readonly number[];
  readonly stage: number;
  readonly since: number;
  readonly until: number;
  readonly last_sign: number;
  readonly certainty: number;
  readonly beside: number;
  readonly sources: readonly number[];
  readonly key: string;
  readonly attested: number;
  readonly document: number;
}

/** Two provinces where they meet; `verdicts` has a digit for all sectors, then one for each of the page's. A digit is a place among VERDICTS. `sectors` are common to both, `since` and `day` numbers of dates, `ties` how many make the verdict, `first` which of the two was there first (0, 1; -1 not known). */
export interface PairRow {
  readonly one: number;
  readonly other: number;
  readonly country: number;
  readonly target: number;
  readonly level: number;
  readonly verdicts: string;
  readonly sectors: readonly number[];
  readonly since: number;
  readonly day: number;
  readonly listed: boolean;
  readonly ties: number;
  readonly first: number;
}

/** What can be said where nothing is recorded at a place, as numbers of lines (views/grounds.py). */
export interface GroundRow {
  readonly told: boolean;
  readonly sentence: number;
  readonly notes: readonly number[];
  readonly open_ties: readonly number[];
  readonly passing: readonly number[];
  readonly unplaced: boolean;
  readonly border: number;
  readonly missions: readonly number[];
}

/** A source: id, names a language (one if all are alike), address, grade, the number of a date of reading. `publisher` is blank where the name begins with it. */
export interface SourceRow {
  readonly id: string;
  readonly names: readonly string[];
  readonly publisher: string;
  readonly url: string;
  readonly grade: string;
  readonly day: number;
}

/** Another day that the page can show, as it is written and as it is said in each language. `ties` has a sign for each tie of the page: "-" is not there yet, a digit how sure it is that it counts (a place among CERTAINTIES), a letter why it stands beside (the first is the second of BESIDE). `pairs` are those of the day in their rank, each by its place among the page's own and then among `more`, and its verdict (a place among VERDICTS). */
export interface DayRow {
  readonly day: string;
  readonly said: readonly string[];
  readonly ties: string;
  readonly pairs: readonly (readonly [number, number])[];
  readonly more: readonly PairRow[];
}

/** All that the script of a page reads. A list a language is in the order of `languages`. `places` are ids with their names, `chains` the targets of a tie at all levels by its own; `dates` and `words` say texts. `whole` says that `pairs` holds all of them: else `cells` has verdicts of each province in each country, and `tallies` how many pairs of a country have which, by sector. `grounds` are what absences rest on, by place, in `lines`; `gaps` are lines of the whole page. */
export interface Written {
  readonly languages: readonly Code[];
  readonly levels: readonly Level[];
  readonly titles: readonly string[];
  readonly home: string;
  readonly file: string;
  readonly years: number;
  readonly places: readonly (readonly string[])[];
  readonly countries: readonly number[];
  readonly provinces: readonly number[];
  readonly chains: Readonly<Record<number, readonly number[]>>;
  readonly borders: readonly (readonly [number, number])[];
  readonly sectors: readonly string[];
  readonly words: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly dates: readonly (readonly string[])[];
  readonly ties: readonly TieRow[];
  readonly pairs: readonly PairRow[];
  readonly own_day: readonly string[];
  readonly days: readonly DayRow[];
  readonly whole: boolean;
  readonly cells: readonly (readonly [number, number, string])[];
  readonly tallies: Readonly<Record<number, readonly (readonly number[])[]>>;
  readonly lines: readonly (readonly string[])[];
  readonly grounds: Readonly<Record<number, GroundRow>>;
  readonly gaps: readonly number[];
  readonly sources: readonly SourceRow[];
  readonly texts: readonly string[];
  readonly messages: readonly Readonly<Record<string, unknown>>[];
}

/** A province in a country, by their numbers: its ties that count and its events, whether they touch. `ties` has a number for each sector, `verdicts` a digit (a place on VERDICTS) for each level and sector, the sectors of one level together. `sectors` are those of its ties, as numbers of the page's own, from 1. */
export interface DrawnCell {
  readonly province: number;
  readonly country: number;
  readonly ties: readonly number[];
  readonly events: number;
  readonly border: number;
  readonly verdicts: string;
  readonly sectors: readonly number[];
}

/** One tie in time, by numbers of its province, country and target's name. It may have begun on `first` and had by `start`; it holds surely to `sure`, of which `sign` is the last sign of life, and possibly, or as presumed, to `until`. Unknown days are NO_DAY. `event`: 1 for one that passes or is proposed; `act`: ties of one act of several provinces share its number, -1 for none. */
export interface Span {
  readonly tie: number;
  readonly province: number;
  readonly country: number;
  readonly target: number;
  readonly first: number;
  readonly start: number;
  readonly sure: number;
  readonly sign: number;
  readonly until: number;
  readonly presumed: number;
  readonly event: number;
  readonly act: number;
  readonly sectors: readonly number[];
}

/** The spans of a page, the names of their targets a language, and how many ties have no day at all. */
export interface TimeLine {
  readonly spans: readonly Span[];
  readonly targets: readonly (readonly string[])[];
  readonly undated: number;
}

/** What is drawn: provinces and countries in the order of the matrix, and what stands where they meet. `levels` and `sectors` (the first, blank, is all) say what there are counts for: `rivals` are pairs of each province, `contested` of each country, a number for each level and sector. `sector_names` are the sectors' names in the page's languages, `names` those of places (one where all are alike), `words` the messages that drawings say. */
export interface Drawn {
  readonly languages: readonly Code[];
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly provinces: readonly string[];
  readonly countries: readonly string[];
  readonly levels: readonly Level[];
  readonly sectors: readonly string[];
  readonly sector_names: readonly (readonly string[])[];
  readonly cells: readonly DrawnCell[];
  readonly rivals: readonly (readonly number[])[];
  readonly contested: readonly (readonly number[])[];
  readonly time: TimeLine;
  readonly today: number;
}

/** A unit of a neighbour that touches home, and the provinces that it touches. */
export interface MapUnit {
  readonly country: string;
  readonly touches: readonly string[];
  readonly path: string;
}

/** All ties between the same two places, by their numbers; `known` says that a sector of some is. */
export interface MapArc {
  readonly ties: readonly number[];
  readonly known: boolean;
  readonly path: string;
}

/** Where missions stand, and with which countries they join home. */
export interface MapMission {
  readonly x: number;
  readonly y: number;
  readonly countries: readonly string[];
}

/** The name of a place where ties end: its lines, and how wide it is with a count, in pixels. */
export interface CityName {
  readonly lines: readonly string[];
  readonly wide: number;
}

/** A place where ties end, and its name a language; none where it is a country, which has one already. */
export interface MapCity {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly ties: readonly number[];
  readonly names: readonly CityName[];
}

/** All that the map shows of a choice alone, in the map's kilometres. */
export interface OnChoice {
  readonly units: readonly MapUnit[];
  readonly arcs: readonly MapArc[];
  readonly missions: readonly MapMission[];
  readonly cities: readonly MapCity[];
}

/** Names in one language: of nodes, what a pointer on one shows, and of lines, in the network's order. */
export interface QuickLabels {
  readonly nodes: readonly string[];
  readonly titles: readonly string[];
  readonly edges: readonly string[];
}

/** What the page carries for its script: nodes, lines and options as vis-network takes them, and names. */
export interface QuickFacts {
  readonly languages: readonly Code[];
  readonly titles: readonly string[];
  readonly labels: readonly QuickLabels[];
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
  readonly edges: readonly Readonly<Record<string, unknown>>[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** The keys of the state, in the order in which an address names them. */
export const STATE_KEYS = ["lang", "country", "province", "sector", "level", "as_of", "query"] as const;

/** What the items of the row of a tie are, in their order. */
export const TIE_FIELDS = ["province", "country", "target", "city", "through", "kind", "sectors", "stage", "since", "until", "last_sign", "certainty", "beside", "sources", "key", "attested", "document"] as const;

/** What the items of the row of a pair are, in their order. */
export const PAIR_FIELDS = ["one", "other", "country", "target", "level", "verdicts", "sectors", "since", "day", "listed", "ties", "first"] as const;

/** What the items of the row of a ground are, in their order. */
export const GROUND_FIELDS = ["told", "sentence", "notes", "open_ties", "passing", "unplaced", "border", "missions"] as const;

/** What the items of the row of a source are, in their order. */
export const SOURCE_FIELDS = ["id", "names", "publisher", "url", "grade", "day"] as const;

/** What the items of another day are, in their order. */
export const DAY_FIELDS = ["day", "said", "ties", "pairs", "more"] as const;

/** Why a tie stands beside those that count, by the number that rows have for it. */
export const BESIDE = [null, "event", "proposal", "ended"] as const;

/** How sure it is that a tie holds, by the number that rows have for it. */
export const CERTAINTIES = ["none", "possible", "presumed", "certain"] as const;

/** The levels at which provinces meet, by the number that rows have for them. */
export const LEVELS = ["counterpart", "city", "region", "country"] as const;

/** The verdicts that a page calls rivalry, the strongest first. */
export const RIVALRY = ["certain", "presumed"] as const;

/** How many names a line lists before it says how many more there are. */
export const MOST_NAMES = 8 as const;

/** How many meeting points, or pairs, have lines of their own. */
export const MOST_LINES = 3 as const;

/** How many lines of findings stand there before all are asked for. */
export const FIRST_LINES = 5 as const;

/** How many sectors a line names before it says how many more there are. */
export const MOST_SECTORS = 3 as const;

/** Up to how many rows of evidence say all that they have in common themselves. */
export const FEW_ROWS = 2 as const;

/** How many rows of evidence stand there before more are asked for. */
export const FIRST_ROWS = 10 as const;

/** Stands between two provinces in the address; no id holds it. */
export const PAIR_MARK = "*" as const;

/** What the items of a cell are, in their order. */
export const DRAWN_FIELDS = ["province", "country", "ties", "events", "border", "verdicts", "sectors"] as const;

/** Which way each language runs. */
export const DIRECTIONS = {"en": "ltr", "fa": "rtl"} as const;

/** Marks round a name whose direction must touch nothing else. */
export const ISOLATES = ["\u2068", "\u2069"] as const;

/** What two provinces can be to each other toward a target, the weakest first. */
export const VERDICTS = ["none", "in contact", "joint", "possibly successive", "successive", "possibly complementary", "complementary", "possible", "presumed", "certain"] as const;

/** Width and height of the mark of a verdict, in pixels. */
export const MARK_SIZE = [26, 18] as const;

/** The mark of each verdict; null for none. */
export const MARK_OF = {"none": null, "in contact": "contact", "joint": "joint", "possibly successive": null, "successive": null, "possibly complementary": "complementary", "complementary": "complementary", "possible": "possible", "presumed": "presumed", "certain": "certain"} as const;

/** What each mark is drawn of: tags, and their attributes. */
export const MARK_SHAPES = {"certain": [["rect", {"x": "1.7", "y": "1.7", "width": "22.6", "height": "14.6", "rx": "1.5", "fill": "var(--home)", "stroke": "var(--home)", "stroke-width": "1.4"}]], "presumed": [["rect", {"x": "1.7", "y": "1.7", "width": "22.6", "height": "14.6", "rx": "1.5", "fill": "var(--ruled)", "stroke": "var(--home)", "stroke-width": "1.4"}], ["path", {"d": "M2 4.5H24M2 9H24M2 13.5H24", "stroke": "var(--home)", "stroke-width": "2.2", "fill": "none"}]], "possible": [["rect", {"x": "1.7", "y": "1.7", "width": "22.6", "height": "14.6", "rx": "1.5", "fill": "var(--paper)", "stroke": "var(--hatch)", "stroke-width": "1.4"}], ["path", {"d": "M2.0 9.1L9.1 2.0M2.1 16.0L16.1 2.0M9.2 16.0L23.2 2.0M16.3 16.0L24.0 8.3M23.4 16.0L24.0 15.4", "stroke": "var(--hatch)", "stroke-width": "1.5", "fill": "none"}]], "complementary": [["rect", {"x": "2.2", "y": "2.2", "width": "21.6", "height": "13.6", "rx": "1.5", "fill": "var(--paper)", "stroke": "var(--home)", "stroke-width": "2.4"}]], "joint": [["rect", {"x": "1.7", "y": "1.7", "width": "22.6", "height": "14.6", "rx": "1.5", "fill": "var(--paper)", "stroke": "var(--home)", "stroke-width": "1.4"}], ["path", {"d": "M5 5.5h0M9 5.5h0M13 5.5h0M17 5.5h0M21 5.5h0M5 9h0M9 9h0M13 9h0M17 9h0M21 9h0M5 12.5h0M9 12.5h0M13 12.5h0M17 12.5h0M21 12.5h0", "stroke": "var(--home)", "stroke-width": "2.2", "fill": "none", "stroke-linecap": "round"}]], "contact": [["circle", {"cx": "13", "cy": "9", "r": "5", "fill": "var(--paper)", "stroke": "var(--home)", "stroke-width": "2"}]]} as const;

/** From how many rival pairs on a province has its second, third, fourth class. */
export const HOME_STEPS = [1, 3, 6] as const;

/** From how many provinces on a country has its second, third, fourth class. */
export const ABROAD_STEPS = [2, 4, 7] as const;

/** What a cell of the matrix can look like. */
export const CELL_LOOKS = ["certain", "presumed", "possible", "complementary", "joint", "contact", "plain"] as const;

/** How many provinces the matrix shows at once. */
export const ROWS_SHOWN = 40 as const;

/** The views of the map that have a button. */
export const VIEWS = ["home", "region", "world"] as const;

/** Size of a name on the map, in pixels, by what it names. */
export const LABEL_SIZES = {"sea": 11.5, "country": 12.0, "city": 11.0, "province": 11.5} as const;

/** Height of a line of a name on the map, in parts of its size. */
export const LABEL_LINE = 1.35 as const;

/** How much larger the name of the chosen country is. */
export const LABEL_GROWN = 1.35 as const;

/** How much the neighbourhood shows. */
export const NEIGHBOURS = {"countries": 12, "others": 9, "lines": 150, "overlapping": 20} as const;

/** What the items of a tie in time are, in their order. */
export const SPAN_FIELDS = ["tie", "province", "country", "target", "first", "start", "sure", "sign", "until", "presumed", "event", "act", "sectors"] as const;

/** What stands where no day is known. */
export const NO_DAY = -1000000 as const;

/** How many rows of the timeline stand at once. */
export const TIMELINE_ROWS = 24 as const;

/** What stands for a letter or digit where texts are compared, as graphmap/text.py has it. */
export const LETTERS_ALIKE = {"\u064a": "\u06cc", "\u0649": "\u06cc", "\u06d2": "\u06cc", "\u0643": "\u06a9", "\u06d5": "\u0647", "\u06c1": "\u0647", "\u06be": "\u0647", "\u0629": "\u0647", "\u0671": "\u0627", "\u00f8": "o", "\u0142": "l", "\u0131": "i", "\u0111": "d", "\u00f0": "d", "\u0259": "a", "\u00e6": "ae", "\u0153": "oe", "\u00fe": "th", "&": " and ", "\u0640": "", "\u200c": "", "\u200d": "", "\u0621": "", "'": "", "\u2019": "", "\u2018": "", "`": "", "\u00b4": "", "\u02bc": "", "\u02bb": "", "\u02bf": "", "\u02be": "", "\u2032": "", "\u0660": "0", "\u0661": "1", "\u0662": "2", "\u0663": "3", "\u0664": "4", "\u0665": "5", "\u0666": "6", "\u0667": "7", "\u0668": "8", "\u0669": "9", "\u06f0": "0", "\u06f1": "1", "\u06f2": "2", "\u06f3": "3", "\u06f4": "4", "\u06f5": "5", "\u06f6": "6", "\u06f7": "7", "\u06f8": "8", "\u06f9": "9"} as const;

/** How a text begins that a spreadsheet would run as a formula. */
export const FORMULA_START = "'*[=+@-]" as const;
