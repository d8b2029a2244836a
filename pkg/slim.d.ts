/** The types of `bilateral/slim`: the element without the wasm, which is told where it is. */

export * from './bilateral.js';

/** Where the module comes from: an address, an answer, its bytes, or the module compiled. */
export type Source =
  | string
  | URL
  | Response
  | BufferSource
  | WebAssembly.Module
  | Promise<Response | BufferSource | WebAssembly.Module>;

/**
 * Registers `<bilateral-chart>`; nothing is fetched before the first chart starts. The first
 * source given stays. `label` is `name:sha256` of the dataset, where it is known before the module is
 * there; `words` is the folder of further languages, as the module's folder sees it, `languages/` where
 * it is left out: it is fetched from when one is wanted, and `bilateral.more.wasm` and `.mjs` from beside it for
 * files, the table, the sources, sound, speech and data of the page's own. A source that is neither an
 * address nor an answer does not say where that lies: give `words` as a whole address. A function that
 * takes a number is asked for the module's second part with 1. Does nothing where there is no page, as
 * in a server-side render.
 */
export declare function define(
  source: Source | ((part?: 0 | 1) => Source),
  label?: string,
  words?: string,
): void;
