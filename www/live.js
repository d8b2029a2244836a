// The polite live region: what is said last within a moment is said, once.

import { h } from './dom.js';

/** Long enough to pass over marks without hearing each, in milliseconds. */
const MOMENT = 150;

export function live() {
  const region = h('div', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  let timer = 0;
  /** @param {string} sentence */
  const announce = (sentence) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      region.textContent = sentence;
    }, MOMENT);
  };
  return { region, announce };
}
