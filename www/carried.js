// The module that the bundle carries inside: gzip in base64, so that no second file is loaded.

import { own } from './dom.js';
import packed from '#packed';
import second from '#second';

// Between two marks: the dataset's name and SHA-256, the module.
const [, name, sum, module] = packed.split(':');

/** What {@link carried} carries, without unpacking it. */
export const label = `${name}:${sum}`;

/**
 * A part of the module as an answer that is compiled while it is unpacked, four times as fast as whole:
 * the first, or what comes when it is wanted.
 * @type {(part?: 0 | 1) => Response}
 */
export const carried = (part) => {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  // What goes wrong shows on the readable side.
  writer.write(decode(part ? second.split(':')[1] : module)).catch(() => {});
  writer.close().catch(() => {});
  return new Response(readable, own({ headers: { 'Content-Type': 'application/wasm' } }));
};

/** @param {string} text in base64 */
function decode(text) {
  const native = /** @type {{fromBase64?: (text: string) => Uint8Array<ArrayBuffer>}} */ (Uint8Array);
  if (native.fromBase64) return native.fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
