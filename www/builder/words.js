// What the page says, in the language of its reader. The English text is the key to the others.

import { say, set } from '../dom.js';

/**
 * Texts by their English; where a number inflects them, one for each form of `Intl.PluralRules`.
 * English has those only.
 * @typedef {Record<string, string | Record<string, string>>} Table
 */

/** @type {Map<string, Map<string, string | Record<string, string>>>} */
const tables = new Map();
let spoken = 'en';

/** What is said again when the language changes, by what it is said about. @type {Map<unknown, () => void>} */
const acts = new Map();

/** Attributes of the page that are texts. */
const ATTRIBUTES = ['aria-label', 'placeholder'];

/** What is no text of the page's, or has a language of its own. */
const LEFT = 'script, style, pre, code, noscript, [translate=no], :not(html)[lang]';

/**
 * A text in the reader's language, with its places in braces filled; `n` is the number that inflects.
 * @param {string} text in English
 * @param {Record<string, string | number>} [values]
 * @param {string} [code] of another language; one that the page does not speak is English
 */
export function t(text, values = {}, code = spoken) {
  const found = tables.get(code)?.get(text) ?? tables.get('en')?.get(text) ?? text;
  const form = typeof found === 'string' ? found : found[new Intl.PluralRules(code).select(Number(values.n))] ?? found.other;
  return form.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}

/** The code of the reader's language. */
export const language = () => spoken;

/** A number with the language's decimal mark. @param {number} number @param {number} digits after it */
export const decimal = (number, digits) =>
  new Intl.NumberFormat(spoken, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(number);

/** Does something now, and again when the language changes. @param {unknown} about @param {() => void} act */
export function live(about, act) {
  acts.set(about, act);
  act();
}

/** Says a text in a node, and says it anew when the language changes. @param {HTMLElement} node @param {() => string} make */
export const speak = (node, make) => live(node, () => say(node, make()));

/** Learns the texts of the page itself. @param {Element} node */
function learn(node) {
  for (const name of ATTRIBUTES) {
    const text = node.getAttribute(name);
    if (text) acts.set(`${acts.size} ${name}`, () => set(node, name, t(text)));
  }
  const nodes = [...node.childNodes];
  if (nodes.some((one) => one instanceof Text && /\p{L}/u.test(one.data))) {
    const elements = [...node.children];
    const pieces = nodes.map((one) => (one instanceof Element ? `{${elements.indexOf(one) + 1}}` : one.textContent));
    const text = pieces.join('').replace(/\s+/g, ' ').trim();
    acts.set(node, () => node.replaceChildren(...arranged(t(text), elements)));
  }
  for (const child of node.children) if (!child.matches(LEFT)) learn(child);
}

/** A text with elements in its places. @param {string} text @param {Element[]} elements */
function arranged(text, elements) {
  return text.split(/(\{\d\})/).map((piece) => elements[Number(/^\{(\d)\}$/.exec(piece)?.[1]) - 1] ?? piece);
}

/** @param {string} code */
function change(code) {
  spoken = code;
  document.documentElement.lang = code;
  for (const act of acts.values()) act();
}

/**
 * Speaks the first language of the reader's browser that there is, and then what is chosen.
 * @param {Record<string, Table>} found by code
 * @param {HTMLSelectElement} choice
 */
export function converse(found, choice) {
  for (const [code, table] of Object.entries(found)) tables.set(code, new Map(Object.entries(table)));
  learn(document.documentElement);
  const wanted = navigator.languages.map((tag) => tag.split('-')[0].toLowerCase());
  choice.value = wanted.find((code) => tables.has(code)) ?? 'en';
  choice.addEventListener('change', () => change(choice.value));
  change(choice.value);
}
