// From the bytes that this file carries to one running module, shared by all elements of a page.

import init, { Widget } from '#glue';
import packed from '#packed';

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
  try {
    // WebKit compiles under a policy that then forbids the instance, so only this one tells.
    await WebAssembly.instantiate(EMPTY);
  } catch (error) {
    throw new Unable('csp', "the page's policy needs script-src 'wasm-unsafe-eval'", error);
  }
  try {
    await init({ module_or_path: await unpack(packed) });
  } catch (error) {
    throw new Unable('trap', 'the module did not start', error);
  }
  return Widget;
}

/**
 * The bytes of a base64 text of gzip.
 * @param {string} text
 */
async function unpack(text) {
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
