// Fields and lists in which something is said of the tables: an option of the command line and its value.

import { h, set } from '../dom.js';
import { get } from './elements.js';

/** Says it; false where it is refused, and why in a node. @typedef {(option: string, value: string, why?: HTMLElement) => unknown} Say */

/** Options that take a country. */
export const COUNTRIES = ['reporting', 'reporter', 'partner'];

/** The languages that the chart speaks, as options. */
const languages = () => [.../** @type {HTMLSelectElement} */ (get('language')).options];

/** What a language calls itself. @param {string} code */
export const languageName = (code) => languages().find(({ value }) => value === code)?.text ?? code;

/**
 * A list of languages, as they call themselves.
 * @param {string} label @param {string} value @param {string} none what stands for no language
 * @param {(value: string) => void} act
 */
export function languageList(label, value, none, act) {
  const node = select(label, '', [['', none]], act);
  node.append(...languages().map((one) => one.cloneNode(true)));
  node.value = value;
  return node;
}

let refused = 0;

/** A text that is said when it is entered; why it is refused stands behind it. @param {string} option @param {string} value @param {string} label @param {Say} say */
export function input(option, value, label, say) {
  const node = h('input', { 'aria-label': label, value, 'data-option': option, list: COUNTRIES.includes(option) ? 'countries' : undefined });
  const why = h('span', { class: 'refused', role: 'alert', id: `refused-${++refused}` });
  node.addEventListener('change', async () => {
    node.after(why);
    const taken = await say(option, node.value.trim(), why);
    set(node, 'aria-invalid', taken ? undefined : 'true');
    set(node, 'aria-describedby', taken ? undefined : why.id);
    if (taken) why.remove();
  });
  // Not every engine takes Enter for the end of a change.
  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    node.dispatchEvent(new Event('change'));
  });
  return node;
}

/** @param {string} label @param {string} value @param {string[][]} options @param {(value: string) => void} act */
export function select(label, value, options, act) {
  const node = h('select', { 'aria-label': label }, ...options.map(([name, text]) => h('option', { value: name }, text)));
  node.value = value;
  node.addEventListener('change', () => act(node.value));
  return node;
}
