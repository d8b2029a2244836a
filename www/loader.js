// From a source to one running module, shared by all elements of a page.

import init, { Widget } from '#glue';

/**
 * What the module starts from: an address, an answer, bytes or a compiled module.
 * @typedef {string | URL | Response | BufferSource | WebAssembly.Module
 *   | Promise<Response | BufferSource | WebAssembly.Module>} Source
 */

/** The smallest module there is: an engine or a policy that refuses it refuses all. */
const EMPTY = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** Why the module could not start; the element tells it to the page. */
export class Unable extends Error {
  /**
   * @param {'csp' | 'no-wasm' | 'trap'} reason
   * @param {string} message
   * @param {unknown} [cause]
   */
  constructor(reason, message, cause) {
    super(message, { cause });
    this.reason = reason;
  }
}

/** @type {Source | (() => Source) | undefined} */
let source;

/**
 * Says where the module comes from; the first source given stays.
 * @param {Source | (() => Source)} given
 */
export function from(given) {
  source ??= given;
}

/** @type {Promise<typeof Widget> | undefined} */
let started;

/** The widget's class, once the module runs; rejects with {@link Unable}. */
export function start() {
  started ??= run();
  return started;
}

async function run() {
  if (typeof WebAssembly !== 'object') {
    throw new Unable('no-wasm', 'this browser or its settings switch WebAssembly off');
  }
  // Asked for first, so that it comes while the policy is tried.
  const module = Promise.resolve(typeof source === 'function' ? source() : source);
  module.catch(() => {});
  try {
    // WebKit compiles under a policy that then forbids the instance, so only this one tells.
    await WebAssembly.instantiate(EMPTY);
  } catch (error) {
    throw new Unable('csp', "the page's policy needs script-src 'wasm-unsafe-eval'", error);
  }
  try {
    await init({ module_or_path: await module });
  } catch (error) {
    throw new Unable('trap', 'the module did not start', error);
  }
  return Widget;
}
