// The list of all partners, those first of whom most is known, with a search.

import { each, h, say, set } from './dom.js';

/** @import { Chip } from './controls.js' */

/** @typedef {ReturnType<typeof partnerList>} PartnerList */

/** @param {(code: string) => void} toggle */
export function partnerList(toggle) {
  const search = h('input', { type: 'search', class: 'search' });
  const boxes = h('div', { class: 'boxes' });
  const root = h('div', { id: 'partners', role: 'group', class: 'partners', hidden: true }, search, boxes);
  search.addEventListener('input', () => sift(search, boxes));
  const box = () => {
    const input = h('input', { type: 'checkbox' });
    input.addEventListener('change', () => {
      // What the chart then shows is written back: the last one cannot be switched off.
      input.checked = !input.checked;
      toggle(input.value);
    });
    return h('label', {}, input, h('span'), h('span', { class: 'known' }));
  };
  return { root, search, boxes, box };
}

/**
 * @param {PartnerList} list
 * @param {Chip[]} chips
 * @param {Record<string, string>} labels
 */
export function fillPartnerList({ root, search, boxes, box }, chips, labels) {
  set(root, 'aria-label', labels.everyone);
  set(search, 'aria-label', labels.search);
  set(search, 'placeholder', labels.search);
  each(boxes, chips, box, (label, { code, name, on, known }) => {
    const [input, text, count] = label.children;
    Object.assign(input, { value: code, checked: on });
    say(text, name);
    say(count, String(known));
  });
  sift(search, boxes);
}

/**
 * Shows those whose name holds what is searched for.
 * @param {HTMLInputElement} search
 * @param {HTMLElement} boxes
 */
function sift(search, boxes) {
  const wanted = search.value.trim().toLowerCase();
  for (const label of /** @type {HTMLCollectionOf<HTMLElement>} */ (boxes.children)) {
    label.hidden = !label.children[1].textContent?.toLowerCase().includes(wanted);
  }
}
