// What the page carries packed: the module that reads tables, and the files that are packed into.

/** @type {Map<string, Uint8Array>} */
const parts = /** @type {any} */ (globalThis).bilateralParts;

/** @param {string} name @returns {Uint8Array<ArrayBuffer>} */
export function part(name) {
  const found = parts.get(name);
  if (!found) throw new Error(`this page lacks ${name}: take it anew`);
  return /** @type {Uint8Array<ArrayBuffer>} */ (found);
}
