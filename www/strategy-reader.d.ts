// Types of the element <strategy-reader> and of the questions that its module answers. Tests compare them with the element and
// with real answers.

/** A language of the controls. Documents are in `nb` and `en`. */
export type Lang = "nb" | "nn" | "en";

/** One of `nss-2025`, `cyber-2017`, `fss-2020`, `secpol-2020`, `secpol-2017`. */
export type DocumentId = string;

/** A style of references. */
export type Style =
  | "plain"
  | "norsk-apa"
  | "apa"
  | "chicago-author-date"
  | "chicago-notes"
  | "harvard"
  | "vancouver"
  | "mla"
  | "iso-690";

/** An id of a vocabulary, or several: any of them. */
export type Choice = string | number | readonly (string | number)[];

/** What the documents are narrowed down to: any of one facet, all facets together. */
export interface Facets {
  document?: Choice;
  part?: Choice;
  theme?: Choice;
  actor?: Choice;
  name?: Choice;
  kind?: Choice;
  year?: Choice;
  original?: Choice;
  strength?: Choice;
  binds?: Choice;
}

export interface SearchOptions extends Facets {
  /** How many passages at most. */
  limit?: number;
}

export interface CommitmentOptions extends Facets {
  /** The language of the words. */
  lang?: Lang;
}

export interface SectionOptions {
  lang?: Lang;
}

export interface CiteOptions {
  /** The Norwegian plain reference, where none is named. */
  style?: Style;
  /** The language of the reference. */
  lang?: Lang;
  /** The edition that was read; the original, where none is named. */
  edition?: Lang;
  /** Words of the text to take along. */
  quote?: string;
  /** Whether misprints of the original are marked as its own. */
  sic?: boolean;
  /** The day the text was read, as `2026-01-31`; today, where none is named. */
  accessed?: string;
}

export interface Edition {
  lang: Lang;
  title: string;
  standing: "original" | "official" | "unofficial";
  words: number;
  /** Changes with every word of the edition. */
  fingerprint: string;
}

export interface Document {
  id: DocumentId;
  kind: "report" | "web-page";
  status: "current" | "historical";
  year: number;
  /** Whether the year is an estimate. */
  circa: boolean;
  /** The official address, where it is known. */
  source: string | null;
  /** The original comes first. */
  editions: Edition[];
}

export interface Block {
  anchor: string;
  /** `paragraph`, `list-item`, … */
  kind: string;
  lang: Lang;
  text: string;
}

export interface Section {
  anchor: string;
  document: DocumentId;
  lang: Lang;
  /** `4.1.3`; empty where the section has none. */
  number: string;
  heading: string;
  /** The anchors of the sections directly below it. */
  sections: string[];
  blocks: Block[];
}

/** A block of an original. */
export interface Passage {
  anchor: string;
  document: DocumentId;
  lang: Lang;
  /** The whole block in its original language. */
  text: string;
  /** In which languages it was found; of a search only. */
  matched?: Lang[];
  /** How well it was found; of a search only. */
  score?: number;
}

/** A sentence that says what somebody will, must or should do. Ids are those of the vocabularies. */
export interface Commitment {
  anchor: string;
  document: DocumentId;
  lang: Lang;
  /** What leads in to a list item. */
  leadIn?: string;
  text: string;
  strength: "shall" | "must" | "should";
  binds: "state" | "others" | "everyone";
  /** None where the text names nobody. */
  actor: string | null;
  themes: string[];
  /** The anchor of the block that holds it. */
  block: string;
}

export interface Form {
  text: string;
  /** With italics and links, and nothing else. */
  html: string;
}

/** A source in the forms that its style has. */
export interface Reference {
  /** In a list of references. */
  entry: Form;
  /** In brackets within the text. */
  intext?: Form;
  /** Within the sentence. */
  narrative?: Form;
  /** In the first note. */
  note?: Form;
  /** In later notes. */
  shortNote?: Form;
  quotation?: Form;
}

/** Where a reader stands. */
export interface State {
  document?: DocumentId;
  anchor?: string;
  textLang: Lang;
  lang: Lang;
  view: "text" | "parallel" | "commitments" | "themes";
  query?: string;
  /** The link that leads there, where there is one. */
  link?: string;
}

/** Why a question was not answered. */
export interface Refusal extends Error {
  code: "unknown-anchor" | "unknown-edition" | "unknown-style" | "unknown-quotation" | "not-fetched";
}

/** What does not work. Without a code it is the reader itself. */
export interface Trouble extends Error {
  code?:
    | "clipboard-refused"
    | "storage-refused"
    | "not-fetched"
    | "network"
    | "slow"
    | "missing"
    | "page"
    | "foreign"
    | "version"
    | "cut"
    | "damaged"
    | "large";
  /** The file of documents that cannot be shown. */
  src?: string;
}

/** The version of the questions and of their answers. Fields are added, never renamed. */
export const version: 1;

/** Every document with its editions, the newest first. */
export function documents(): Promise<Document[]>;
/** The section that has the anchor, or holds it. Rejected with a {@link Refusal}, like all of these. */
export function section(anchor: string, options?: SectionOptions): Promise<Section>;
/** The passages found, the best first. */
export function search(query: string, options?: SearchOptions): Promise<Passage[]>;
/** The passages that have all of it. */
export function filter(options?: Facets): Promise<Passage[]>;
export function commitments(options?: CommitmentOptions): Promise<Commitment[]>;
/** The reference of a document, by its id, or of a place, by its anchor. */
export function cite(anchor: string, options?: CiteOptions): Promise<Reference>;

export interface StrategyReaderEventMap {
  /** It is drawn and can be used. */
  "strategy-reader-ready": CustomEvent<null>;
  /** Somebody went to another place. */
  "strategy-reader-place": CustomEvent<State>;
  /** Something else is sought, or narrowed down to. */
  "strategy-reader-search": CustomEvent<State>;
  /** The text or the controls speak another language. */
  "strategy-reader-language": CustomEvent<State>;
  /** Something does not work; the text stays. */
  "strategy-reader-error": CustomEvent<{ error: Trouble }>;
}

/** What can be written on the element in HTML. */
export interface StrategyReaderAttributes {
  document?: DocumentId | (string & {});
  /** The anchor to begin at. Without `routing` the page is not scrolled there, only something around the reader that scrolls by itself. */
  section?: string;
  "text-lang"?: "nb" | "en";
  lang?: Lang;
  routing?: "hash" | "path";
  base?: string;
  "link-base"?: string;
  /** A file of documents that `strategy-reader bundle` packed. */
  src?: string;
  "src-only"?: boolean | "";
  "heading-level"?: string | number;
  offline?: "auto";
}

/** The element. Its events bubble, and cross shadow roots. */
export interface StrategyReaderElement extends HTMLElement {
  /** Where the reader stands; nothing before it is ready. */
  readonly state: State | undefined;
  /** Goes to an anchor, of whatever document, as soon as the reader is ready. */
  goTo(anchor: string): Promise<void>;
  /** Starts the reader now, and not when it comes near the window. */
  start(): Promise<void>;
  documents: typeof documents;
  /** The question. What is set instead is the attribute: frameworks set as a property what an element has. */
  get section(): typeof section;
  set section(anchor: string | null | undefined);
  search: typeof search;
  filter: typeof filter;
  commitments: typeof commitments;
  cite: typeof cite;

  addEventListener<K extends keyof StrategyReaderEventMap>(
    type: K,
    listener: (this: StrategyReaderElement, event: StrategyReaderEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: StrategyReaderElement, event: HTMLElementEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "strategy-reader": StrategyReaderElement;
  }
}
