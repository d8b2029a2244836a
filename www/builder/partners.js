// Step 3's partners: those of the dataset, under the names that the chart gives them.

import { h, say, set } from '../dom.js';
import { chart, get } from './elements.js';

const row = () => /** @type {HTMLElement} */ (get('partners').querySelector('.row'));

/** @returns {HTMLInputElement[]} */
const boxes = () => [...get('partners').querySelectorAll('input')];

/** The partners that are chosen, none where it is all of them. @returns {string | undefined} */
export function chosenPartners() {
  const all = boxes();
  const on = all.filter((box) => box.checked);
  return on.length < all.length ? on.map((box) => box.value).join(' ') : undefined;
}

/** @param {string | undefined} partners codes, all where there are none */
export function choosePartners(partners) {
  const codes = partners?.split(' ');
  for (const box of boxes()) box.checked = codes?.includes(box.value) ?? true;
}

/** Offers the partners of the chart's dataset. */
export function offerPartners() {
  const chips = chart.shadowRoot?.querySelectorAll('.chip') ?? [];
  if (boxes().length || chips.length < 2) return;
  for (const chip of /** @type {Iterable<HTMLElement>} */ (chips)) {
    const input = h('input', { type: 'checkbox', name: 'partner', value: chip.dataset.code, checked: true });
    row().append(h('label', { class: 'check' }, input, h('span', {}, chip.textContent ?? '')));
  }
  get('partners').hidden = false;
}

/** Offers those of another dataset. */
export function offerPartnersAnew() {
  row().replaceChildren();
  offerPartners();
}

/** The chart's language names them. */
export function namePartners() {
  const root = chart.shadowRoot;
  set(row(), 'lang', root?.querySelector('figure')?.lang);
  for (const box of boxes()) {
    const chip = root?.querySelector(`.chip[data-code="${CSS.escape(box.value)}"]`);
    if (chip) say(/** @type {Element} */ (box.nextElementSibling), chip.textContent ?? '');
  }
}
