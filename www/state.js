// Attributes and state never disagree: what a reader or a script changes is written to the
// attributes, the default as none. What is not taken from an author's attribute counts as none.

import { set } from './dom.js';
import { forget, isTitled } from './link.js';
import { answered } from './unable.js';

/** @import { Widget } from '#glue' */

/** The attributes that a state is made of, besides the language. */
export const STATE = [
  'view', 'partners', 'measure', 'unit', 'kinds', 'from', 'to', 'scale', 'compare', 'theme', 'height',
  'title', 'controls', 'select',
];

/**
 * Tells the widget the attributes that have changed.
 * @param {HTMLElement} element
 * @param {Widget} widget
 * @param {Set<string>} changed
 * @param {() => string} language that of the chart
 */
export function take(element, widget, changed, language) {
  // A range that moves as a whole must not meet its old ends.
  const ends = ['from', 'to'].filter(() => changed.has('from') || changed.has('to'));
  for (const name of ends) widget.set(name, undefined);
  // The others may name what the dataset has in that language.
  if (changed.has('lang')) speak(widget, language());
  for (const name of new Set([...changed, ...ends])) {
    if (STATE.includes(name)) {
      const stands = name !== 'title' || isTitled(element);
      const value = (stands && element.getAttribute(name)) || '';
      const problem = widget.set(name, value || undefined);
      const [told] = problem ? JSON.parse(widget.problems(String(new URLSearchParams([[name, value]]))) ?? '[]') : [];
      if (problem) console.warn(`bilateral-chart: ${told ? `${name} ${told.reason}` : problem}`);
    }
  }
}

/**
 * Sets the language. Countries that the page's own dataset leaves unnamed, and the script's words
 * too, are called as the browser calls them: else they would be told by their codes.
 * @param {Widget} widget
 * @param {string} language
 */
function speak(widget, language) {
  const codes = widget.unnamed(language)?.match(/\b[A-Z]{2}\b/gu) ?? [];
  const names = codes.length ? new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }) : undefined;
  // In another language the name would stand in the wrong script.
  if (names?.resolvedOptions().locale.split('-')[0] === language) {
    for (const code of codes) {
      const name = names.of(code);
      if (name) widget.name(language, code, name);
    }
  }
  widget.set('lang', language);
}

/**
 * Writes the widget's state to the attributes; the language stays as the page has it.
 * @param {HTMLElement} element
 * @param {Widget | undefined} widget
 * @param {Set<string>} [changed] what the page has set and the widget has not seen: it stays
 */
export function mirror(element, widget, changed) {
  const values = STATE.map((name) => widget?.attribute(name));
  // One that has trapped meanwhile knows none of them.
  if (widget?.save() === undefined) return;
  STATE.forEach((name, at) => {
    const away = name === 'title' && !isTitled(element);
    if (!changed?.has(name) && !away) set(element, name, values[at]);
  });
}

/**
 * What `restore` takes back: the query of a URL. English where the element asks for it itself is
 * said, as the page or the browser may be in another language.
 * @param {HTMLElement} element
 * @param {Widget} widget
 */
export function saved(element, widget) {
  const query = answered(widget.save());
  const said = element.hasAttribute('lang') && !widget.attribute('lang');
  return said ? [query, 'lang=en'].filter(Boolean).join('&') : query;
}

/**
 * The language that a state asks for, where the chart is not shown in it.
 * @param {HTMLElement} element
 * @param {Widget} widget
 * @returns {{attribute: string, reason: string}[]}
 */
export function unspoken(element, widget) {
  const asked = element.getAttribute('lang');
  const shown = widget.attribute('lang') ?? 'en';
  return asked && asked !== shown
    ? [{ attribute: 'lang', reason: `"${asked}" is no language of the dataset; it is shown in "${shown}"` }] : [];
}

/**
 * Gives the widget and the attributes a state.
 * @param {HTMLElement} element
 * @param {Widget} widget
 * @param {string | Record<string, string>} state a query, or attributes by name
 * @returns {{attribute: string, reason: string}[]} what was not taken, and why
 */
export function restored(element, widget, state) {
  const query = typeof state === 'string' ? state : String(new URLSearchParams(state));
  forget(element);
  let problems = JSON.parse(answered(widget.restore(query)));
  // Names are looked for in all languages, which are brought for it alone.
  if (problems.length) problems = JSON.parse(answered(widget.problems(query)));
  for (const { attribute, reason } of problems) console.warn(`bilateral-chart: ${attribute} ${reason}`);
  mirror(element, widget);
  const lang = new URLSearchParams(query).get('lang');
  set(element, 'lang', lang ? widget.attribute('lang') ?? 'en' : undefined);
  return problems;
}
