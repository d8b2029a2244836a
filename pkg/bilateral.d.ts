/** The types of `<bilateral-chart>`, its data and its events. */

export type View = 'story' | 'trade' | 'events' | 'sectors' | 'table';
/** Those that every dataset may have, and any of a package's own. */
export type Measure = 'turnover' | 'exports' | 'imports' | 'agreements' | (string & {});
/** Those that the widget has words in, and any that a package brings its own words in. */
export type Language = 'en' | 'az' | 'ru' | 'kk' | 'tg' | 'de' | 'tr' | (string & {});
export type Certainty = 'stated' | 'inferred' | 'ambiguous';
export type Basis = 'stated' | 'inferred' | 'none';
export type Status = 'done' | 'planned' | 'under-way' | 'proposed' | 'claimed';
export type Qualifier = 'exact' | 'about' | 'more-than' | 'almost' | 'up-to' | 'rose' | 'fell';

/** A text in one or more languages. */
export type LocalText = Partial<Record<Language, string>>;

export interface Citation {
  source: string;
  /** Counted from 1, blank lines not counted. */
  paragraph?: number;
  evidence?: string[];
}

export interface Source {
  id: string;
  kind: 'document' | 'publication';
  publisher: string;
  /** What readers of other languages call it. */
  publishers?: LocalText;
  title: string;
  /** Its page prints it, its address spells it, or it is worded by what the source tells. */
  title_from?: 'page' | 'address' | 'described';
  /** EDTF level 1, as every date. */
  published?: string | null;
  published_basis: Basis;
  published_from?: 'page' | 'address';
  url?: string;
  file?: string;
}

export interface DataRecord {
  id: string;
  partner?: string;
  partners?: string[];
  citations: Citation[];
  certainty: Certainty;
  reason?: LocalText;
  note?: LocalText;
}

export interface Figure extends DataRecord {
  measure: Measure | 'growth' | 'documents';
  /** In `unit`; null where the qualifier is `rose` or `fell`. */
  value: number | null;
  /** An ISO 4217 code, `ratio` or `count`. */
  unit: string;
  qualifier: Qualifier;
  period?: string | null;
  period_basis: Basis;
  reporter?: string | null;
  derived: boolean;
}

export interface TradeEvent extends DataRecord {
  kind: string;
  date?: string | null;
  date_basis: Basis;
  status: Status;
  title: LocalText;
}

export interface SectorMention extends DataRecord {
  sector: string;
  status: Status;
}

export interface Project extends DataRecord {
  title: LocalText;
  sector: string;
  status: Status;
  date?: string | null;
}

export interface Person extends DataRecord {
  name: string;
  role: string;
}

export interface Meta {
  name: string;
  title: string;
  version: string;
  /** A day, as 2026-11-21. */
  created?: string;
  /** The country whose trade it is. */
  reporting: string;
  license: string;
  /** The title in further languages. */
  titles?: LocalText;
  /** The newest first. */
  versions?: { version: string; date: string; note: LocalText }[];
}

/** What `load()` and `src` take, and `bilateral export --format json` prints. */
export interface Dataset {
  format: 'bilateral/1';
  meta: Meta;
  sources: Source[];
  partners: Record<string, unknown>[];
  figures: Figure[];
  events: TradeEvent[];
  projects: Project[];
  sectors: SectorMention[];
  people: Person[];
  conflicts: Record<string, unknown>[];
}

/** The attributes that differ from their default. */
export type State = Partial<Record<
  'view' | 'partners' | 'measure' | 'unit' | 'kinds' | 'from' | 'to' | 'scale' | 'compare' | 'lang'
  | 'theme' | 'height' | 'title' | 'controls' | 'select',
  string
>>;

/** Why an attribute's value was not taken. */
export interface Problem {
  attribute: string;
  reason: string;
}

/** `json` is a {@link Dataset} of the records in view; `csl` is CSL-JSON. */
export type FileType = 'png' | 'svg' | 'csv' | 'json' | 'bibtex' | 'csl';

export type FailureReason = 'csp' | 'mime' | 'network' | 'no-wasm' | 'data' | 'trap';

export interface BilateralEventMap {
  'bilateral-ready': CustomEvent<Record<string, never>>;
  'bilateral-select': CustomEvent<{ id: string | null }>;
  'bilateral-change': CustomEvent<State>;
  'bilateral-error': CustomEvent<{ reason: FailureReason; message: string }>;
  'bilateral-height': CustomEvent<{ height: number }>;
}

/** `<bilateral-chart>`: the attributes of {@link State}, `src` and `dataset`; see the README. */
export interface BilateralChart extends HTMLElement {
  /** Shows another dataset; rejects with all that is wrong with it, a line each. */
  load(data: Dataset): Promise<void>;
  /** Pins a record's card, or takes it away. */
  select(id: string | null): Promise<void>;
  /**
   * The dataset that is shown; undefined until the module runs. It has all languages but in the slim form, which
   * has those that it was asked for: `toBlob('json')` brings the others.
   */
  readonly data: Dataset | undefined;
  /**
   * The state as the query of a URL (`view=trade&partners=KZ`), differences from the default only.
   * Attributes and state never disagree: what the reader changes is written to the attributes.
   */
  save(): Promise<string>;
  /**
   * Goes back to a state: what `save` answered, or attributes by name; those that are not named
   * get their default. Answers what was not taken, and why.
   */
  restore(state: string | State): Promise<Problem[]>;
  /** The figure at twice its size, or the records behind it; rejects for another type. */
  toBlob(type: FileType): Promise<Blob>;
  /** Has the browser save such a file. */
  download(type: FileType): Promise<void>;
  /** Measures the element anew, where the page knows that it has changed. */
  resize(): Promise<void>;
  addEventListener<Type extends keyof BilateralEventMap>(
    type: Type,
    listener: (this: BilateralChart, event: BilateralEventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** The element's class; where there is no page it can be imported and not made. */
export declare const BilateralChart: {
  new (): BilateralChart;
  prototype: BilateralChart;
  readonly observedAttributes: string[];
};

/** Registers the element, once a page; importing `bilateral` has done so. */
export declare function define(): void;

declare global {
  interface HTMLElementTagNameMap {
    'bilateral-chart': BilateralChart;
  }
}
