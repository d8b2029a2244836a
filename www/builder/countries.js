// Countries, as the page's language names them.

import { h } from '../dom.js';
import { language } from './words.js';

/** @import { Builder } from '#builder' */

/** Names by codes. @type {Map<string, string>} */
const names = new Map();
let known = '';

/** A country's name, or its code where it has none. @param {string} code */
export const countryName = (code) => names.get(code) ?? code;

/** Learns the names in the page's language. @param {Builder} builder */
export function learnCountries(builder) {
  if (known === language()) return;
  known = language();
  /** @type {[string, string][]} */
  const list = JSON.parse(builder.countries(known));
  for (const [code, name] of list) names.set(code, name);
  document.getElementById('countries')?.replaceChildren(...list.map(([code, name]) => h('option', { value: name }, code)));
}
