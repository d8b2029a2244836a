// The period's slider: two native thumbs on one track, a month a step, which say dates.

import { h, say, set } from './dom.js';
import { share, thumbs } from './thumbs.js';

/**
 * Months count from January of year 0.
 * @typedef {object} Range
 * @property {number} first of the records in view
 * @property {number} last
 * @property {number} from of what is drawn
 * @property {number} to
 * @property {[number, number]} held what is drawn in days since 1970, for a drag
 * @property {string} start the month of `from` in words
 * @property {string} end
 * @property {string} text both together
 * @property {boolean} changed whether the reader has chosen it
 * @property {boolean} whole whether nothing that could be drawn lies outside of it
 */

/** @typedef {ReturnType<typeof slider>} Slider */

/**
 * @param {(from: number, to: number) => void} tell
 * @param {HTMLElement} reset shows all that lies outside of it, too; its place is kept while it is hidden
 */
export function slider(tell, reset) {
  const from = h('input', { type: 'range' });
  const to = h('input', { type: 'range' });
  const track = h('div', { class: 'track' }, from, to);
  const name = h('span', { 'aria-hidden': 'true' });
  const text = h('span', { class: 'text', 'aria-hidden': 'true' });
  // Below the track, which keeps its width however long the words are.
  const told = h('div', { class: 'chosen' }, text, reset);
  const root = h('div', { role: 'group', class: 'period', part: 'period' }, name, track, told);
  const both = () => tell(+from.value, +to.value);
  from.addEventListener('input', () => {
    if (+from.value > +to.value) from.value = to.value;
    both();
  });
  to.addEventListener('input', () => {
    if (+to.value < +from.value) to.value = from.value;
    both();
  });
  return { root, name, from, to, text, thumbs: thumbs(track, from, to, both) };
}

/**
 * @param {Slider} slider
 * @param {Range} range
 * @param {Record<string, string>} labels
 */
export function fillSlider({ root, name, from, to, text, thumbs }, range, labels) {
  set(root, 'aria-label', labels.period);
  say(name, labels.period);
  say(text, range.text);
  thumb(from, range, range.from, labels.start, range.start);
  thumb(to, range, range.to, labels.end, range.end);
  thumbs.settle();
  // Of two thumbs at one end, the one that has room to move lies on top.
  from.style.zIndex = share(from) > 0.5 ? '2' : '';
}

/**
 * @param {HTMLInputElement} input
 * @param {Range} range
 * @param {number} value
 * @param {string} label
 * @param {string} words
 */
function thumb(input, { first, last }, value, label, words) {
  set(input, 'min', String(first));
  set(input, 'max', String(last));
  if (+input.value !== value) input.value = String(value);
  set(input, 'aria-label', label);
  set(input, 'aria-valuetext', words);
}
