// What the page carries packed: the module that reads tables, and the files that are packed into.

import { Refusal } from './refusal.js';

/** @type {Map<string, Uint8Array>} */
const parts = /** @type {any} */ (globalThis).bilateralParts;

/** @param {string} name @returns {Uint8Array<ArrayBuffer>} */
export function part(name) {
  const found = parts.get(name);
  if (!found) throw new Refusal('this page lacks {name}: take it anew', { name });
  return /** @type {Uint8Array<ArrayBuffer>} */ (found);
}
