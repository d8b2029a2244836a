// Step 3's measures: those that any dataset may have, and a package's own.

import { h } from '../dom.js';
import { choices, field } from './elements.js';
import { t } from './words.js';

/** What the measures are called that any dataset may have. */
const KNOWN = new Map([
  ['', 'By the data'], ['turnover', 'Turnover'], ['exports', 'Exports'], ['imports', 'Imports'],
  ['agreements', 'Agreements'], ['documents', 'Documents'],
]);

let measures = ['turnover', 'exports', 'imports', 'agreements'];

/** Learns those of a dataset. @param {{measure: string}[]} figures */
export function learnMeasures(figures) {
  measures = [...new Set(figures.map(({ measure }) => measure))].filter((one) => one !== 'growth');
}

/** Offers the measures; a package's own are called as it calls them. */
export function offerMeasures() {
  const choice = /** @type {HTMLSelectElement} */ (/** @type {unknown} */ (field(choices, 'measure')));
  const title = (/** @type {string} */ text) => text[0].toUpperCase() + text.slice(1).replace(/[-_]/g, ' ');
  const { value } = choice;
  choice.replaceChildren(...['', ...measures].map((one) => h('option', { value: one }, t(KNOWN.get(one) ?? '') || title(one))));
  if (measures.includes(value)) choice.value = value;
}
