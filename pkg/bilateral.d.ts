/** The types of the element that `bilateral.js` defines; including the script is enough. */

export type Reason = 'csp' | 'mime' | 'network' | 'no-wasm' | 'data' | 'trap';

export interface BilateralEvents {
  /** The first chart stands. */
  'bilateral-ready': CustomEvent<Record<string, never>>;
  /** A record was pinned, or none any more. */
  'bilateral-select': CustomEvent<{ id: string | null }>;
  /** The reader chose something else by a control; `detail` is the new state. */
  'bilateral-change': CustomEvent<Record<string, string>>;
  /** Something kept the chart or its data from the reader. */
  'bilateral-error': CustomEvent<{ reason: Reason; message: string }>;
}

export interface BilateralChart extends HTMLElement {
  /** Shows another dataset in the form `bilateral/1`; rejects with all that is wrong with it. */
  load(data: unknown): Promise<void>;
  /** Pins a record by its id, or none. */
  select(id: string | null): Promise<void>;
  /** Measures the element anew. */
  resize(): Promise<void>;

  addEventListener<K extends keyof BilateralEvents>(
    type: K,
    listener: (this: BilateralChart, event: BilateralEvents[K]) => unknown,
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
    'bilateral-chart': BilateralChart;
  }
}
