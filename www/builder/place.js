// Places in the tables, and what the module says of them as the command line does.

import { button, h } from '../dom.js';

/** @typedef {(at: [number, number, number]) => void} Go */

/** @param {string} text in English @param {string} [kind] */
export const quoted = (text, kind) => h('span', { lang: 'en', class: kind }, text);

/**
 * A place that leads to its cell, where it is one; a table's name is its owner's own.
 * @param {string} place @param {[number, number, number] | null} at @param {Go} go @param {string} [lang]
 */
export function where(place, at, go, lang) {
  if (!at) return h('b', { lang, translate: 'no' }, place);
  const node = button(place, () => go(at));
  node.className = 'place';
  return node;
}
