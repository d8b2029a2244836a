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
 * source given stays. Does nothing where there is no page, as in a server-side render.
 */
export declare function define(source: Source | (() => Source)): void;
