// Attributes and state never disagree: what a reader or a script changes is written to the
// attributes, the default as none. What is not taken from an author's attribute counts as none.

import { set } from './dom.js';
import { forget, isTitled } from './link.js';
import { whole } from './loader.js';
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
      if (widget.set(name, value || undefined) === false) problems(widget, String(new URLSearchParams([[name, value]])));
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
 * Says in the console what is not taken of a query or names nothing of the dataset, in words that come
 * with the second part; answers it.
 * @param {Widget} widget
 * @param {string} query
 * @returns {Promise<{attribute: string, reason: string}[]>}
 */
export async function problems(widget, query) {
  try {
    await whole();
    const found = JSON.parse(widget.problems(query) ?? '[]');
    for (const { attribute, reason } of found) console.warn(`bilateral-chart: ${attribute} ${reason}`);
    return found;
  } catch {
    console.warn(`bilateral-chart: not all is taken of ${query}`);
    return [];
  }
}

/**
 * Gives the widget and the attributes a state; answers whether all of it is taken.
 * @param {HTMLElement} element
 * @param {Widget} widget
 * @param {string} query
 */
export function restored(element, widget, query) {
  forget(element);
  const isTaken = answered(widget.restore(query));
  mirror(element, widget);
  const lang = new URLSearchParams(query).get('lang');
  set(element, 'lang', lang ? widget.attribute('lang') ?? 'en' : undefined);
  return isTaken;
}
