// What a reader sees where a chart failed and the page put nothing inside the element.

import { h } from './dom.js';
import { languages } from './language.js';

/** @type {Record<string, string>} */
const SENTENCES = {
  en: 'The chart cannot be shown here.',
  az: 'Diaqramı burada göstərmək mümkün deyil.',
  ru: 'Диаграмму не удалось здесь показать.',
  kk: 'Диаграмманы мұнда көрсету мүмкін емес.',
  tg: 'Диаграммаро дар ин ҷо нишон додан имкон надорад.',
};

/** Elements that show nothing. */
const UNSEEN = /^(script|style|template|noscript|link|meta)$/;

/**
 * Shows what the page has inside the element or, where that is nothing, why there is no chart.
 * @param {HTMLSlotElement} slot
 * @param {Element} chart
 * @param {string} message
 */
export function showFailure(slot, chart, message) {
  slot.hidden = false;
  clearFailure(slot);
  const seen = slot.assignedNodes({ flatten: true }).some((node) =>
    node.nodeType === 1 ? !UNSEEN.test(/** @type {Element} */ (node).localName) : node.textContent?.trim());
  if (!seen) slot.after(failureWords(chart, message));
}

/**
 * The same in the reader's language.
 * @param {Element} chart
 * @param {string} message
 */
export function failureWords(chart, message) {
  const tags = languages(chart).map((tag) => tag.slice(0, 2).toLowerCase());
  const lang = tags.find((tag) => SENTENCES[tag]) ?? 'en';
  const small = h('small', { lang: 'en' }, `(${message})`);
  return h('p', { class: 'failure', lang }, `${SENTENCES[lang]} `, small);
}

/**
 * Takes the words away again.
 * @param {HTMLSlotElement} slot
 */
export function clearFailure(slot) {
  slot.parentNode?.querySelector('.failure')?.remove();
}
