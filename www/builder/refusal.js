// Why something is refused, in the reader's language.

import { said } from './said.js';
import { speak, t } from './words.js';

/** @import { Saying } from './workshop.js' */

/** What the page itself refuses. */
export class Refusal extends Error {
  /** @param {string} text @param {Record<string, string | number>} [values] */
  constructor(text, values) {
    super(t(text, values, 'en'));
    this.tell = () => t(text, values);
  }
}

/**
 * Says an error in a node; the module's own are sentences, and one that has trapped says nothing itself.
 * @param {HTMLElement} node @param {unknown} error
 */
export function complain(node, error) {
  if (error instanceof Refusal) return speak(node, error.tell);
  if (typeof error === 'string') {
    const saying = /** @type {Saying} */ (JSON.parse(error));
    return speak(node, () => said(saying));
  }
  const why = error instanceof Error ? error.message : String(error);
  speak(node, () => t('the builder stopped ({why}): save nothing, load this page again', { why }));
}
