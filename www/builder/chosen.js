// Step 3: what is chosen becomes attributes of the chart, and the chart's own buttons choose as well.

import { set } from '../dom.js';
import { chart, choices, field, get } from './elements.js';
import { choosePartners, chosenPartners, offerPartners } from './partners.js';
import { differing } from './snippets.js';
import { write } from './texts.js';

/** @import { Choices } from './snippets.js' */

/** What the form says; a value that is not one yet is left out. @returns {Partial<Choices>} */
export function chosen() {
  /** @type {Record<string, string>} */
  const found = {};
  for (const name of ['view', 'measure', 'scale', 'compare', 'from', 'to', 'lang', 'theme', 'height', 'title']) {
    const one = field(choices, name);
    const input = one instanceof HTMLElement && !(one instanceof HTMLSelectElement) ? one : undefined;
    const wrong = input ? !input.checkValidity() : false;
    if (input) set(input, 'aria-invalid', wrong ? 'true' : undefined);
    if (!wrong && !(one instanceof HTMLElement && one.closest('[hidden]'))) found[name] = one.value;
  }
  const partners = chosenPartners();
  if (partners !== undefined) found.partners = partners;
  found.controls = field(choices, 'controls').checked ? 'on' : 'off';
  return found;
}

/** Lets the form say what the chart's own buttons have changed. @param {Record<string, string>} state */
export function adopt(state) {
  for (const name of ['view', 'measure', 'scale', 'compare', 'from', 'to']) {
    const one = field(choices, name);
    const first = one instanceof HTMLSelectElement ? one.options[0].value : '';
    one.value = state[name] ?? (name === 'view' ? 'story' : first);
  }
  choosePartners(state.partners);
}

let drawing = 0;

export async function show() {
  const view = field(choices, 'view').value;
  for (const label of choices.querySelectorAll('[data-views]')) {
    set(label, 'hidden', !label.getAttribute('data-views')?.split(' ').includes(view));
  }
  set(get('range-hint'), 'hidden', view === 'sectors');
  const state = chosen();
  const written = new Map(differing(state));
  for (const name of ['view', 'partners', 'measure', 'scale', 'compare', 'from', 'to', 'lang', 'theme', 'height', 'title', 'controls']) {
    set(chart, name, written.get(name));
  }
  const width = /** @type {HTMLInputElement | null} */ (document.querySelector('#widths :checked'))?.value;
  chart.style.width = width ? `${width}px` : '';
  write(state);
  // Only the last of many quick changes needs the headline and the height that follow from it.
  const turn = ++drawing;
  await customElements.whenDefined('bilateral-chart');
  await chart.resize();
  // Out of sight it is not drawn until somebody asks for what it shows.
  await chart.save().catch(() => {});
  if (turn !== drawing) return;
  offerPartners();
  write(state);
}
