// Step 3's partners: all of the dataset, under the names that the chart gives them; those are ticked that
// the chart shows.

import { each, h, say, set } from '../dom.js';
import { chart, get } from './elements.js';

const row = () => /** @type {HTMLElement} */ (get('partners').querySelector('.row'));

/** The codes that are chosen; undefined where the data chooses. @type {string | undefined} */
let asked;
/** Those that the chart shows where nobody chooses. */
let usual = '';

const ticked = () => [...row().querySelectorAll('input')].filter((box) => box.checked).map(({ value }) => value).join(' ');

/** The partners that are chosen. */
export const chosenPartners = () => asked;

/** @param {string | undefined} partners codes; undefined where the data chooses */
export function choosePartners(partners) {
  asked = partners || undefined;
}

function box() {
  const input = h('input', { type: 'checkbox', name: 'partner' });
  input.addEventListener('change', () => choosePartners(ticked() === usual ? undefined : ticked()));
  return h('label', { class: 'check' }, input, h('span'));
}

/** Offers the partners of the chart's dataset as the chart shows and names them. */
export function offerPartners() {
  const root = chart.shadowRoot;
  const all = [.../** @type {NodeListOf<HTMLElement>} */ (root?.getElementById('partners')?.querySelectorAll('label') ?? [])];
  const known = all.map(({ children: [input, name] }) => ({ from: /** @type {HTMLInputElement} */ (input), name: name.textContent ?? '' }));
  if (!all.length) return;
  set(row(), 'lang', root?.querySelector('figure')?.lang);
  each(row(), known, box, (label, { from, name }) => {
    const [input, text] = label.children;
    Object.assign(input, { value: from.value, checked: from.checked });
    say(text, name);
  });
  get('partners').hidden = known.length < 2;
  if (asked === undefined) usual = ticked();
  // Of other data some may not be there any more.
  else choosePartners(asked.split(' ').filter((code) => known.some(({ from }) => from.value === code)).join(' '));
}
