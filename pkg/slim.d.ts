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
 * it is left out. Does nothing where there is no page, as in a server-side render.
 */
export declare function define(source: Source | (() => Source), label?: string, words?: string): void;
