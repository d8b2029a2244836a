// Steps 1 and 2: what was found in the tables is told as lists, and answered.

import { say as write, set } from '../dom.js';
import { answered, questions } from './asked.js';
import { learnCountries } from './countries.js';
import { go, refresh, showSheet } from './desk.js';
import { afterRest, get } from './elements.js';
import { columns, facts, inferred, left } from './guessed.js';
import { messages, messagesAsText, summary } from './messages.js';
import { said } from './said.js';
import { attempt, builder, work } from './work.js';
import { live } from './words.js';

/** @import { Review } from './workshop.js' */

/** How long a hand may rest before what it wrote is checked. */
const REST = 300;

/** What a column can be. @type {string[] | undefined} */
let fields;
/** @type {(json: string | undefined, review: Review) => void} */
let changed = () => {};

export function check() {
  return attempt(() => {
    const review = /** @type {Review} */ (JSON.parse(builder.review()));
    work.review = review;
    tell(review);
    changed(review.ok ? builder.data() : undefined, review);
  });
}

export const checkSoon = afterRest(check, REST);

/** @param {Review} review */
function tell(review) {
  learnCountries(builder);
  work.wrong = new Map(review.messages.filter(({ at }) => at)
    .map((one) => [String(one.at), { text: `${one.what}; ${one.hint}`, lang: 'en' }]));
  for (const one of review.questions) if (one.at) work.wrong.set(String(one.at), { text: said(one.what) });
  show(review);
  refresh();
}

/** @param {string} option @param {string} value @param {HTMLElement} [why] */
async function say(option, value, why) {
  if (!await attempt(() => builder.say(option, value), why)) return false;
  work.edited = true;
  await check();
  // What was answered is gone, and the focus with it.
  if (document.activeElement === document.body) {
    const next = /** @type {HTMLElement | null} */ (document.querySelector('#questions .row input')
      ?? document.querySelector('#questions .row button'));
    (next ?? get('data-sum')).focus({ preventScroll: true });
  }
  return true;
}

/** @param {string} id @param {Node[]} nodes */
function list(id, nodes) {
  const node = get(id);
  const held = document.activeElement instanceof HTMLElement && node.contains(document.activeElement)
    ? document.activeElement.getAttribute('aria-label') : null;
  node.replaceChildren(...nodes);
  if (held) /** @type {HTMLElement | null} */ (node.querySelector(`[aria-label="${CSS.escape(held)}"]`))?.focus();
  const block = node.closest('[data-block]');
  if (block) set(block, 'hidden', !nodes.length);
}

/** @param {Review} review */
function show(review) {
  fields ??= /** @type {string[]} */ (JSON.parse(builder.fields()));
  list('questions', questions(review.questions, say, go));
  list('answered', answered(review, say, go));
  list('facts', facts(review, say));
  list('columns', columns(review, work.sheet, fields, say));
  list('inferred', inferred(review, go));
  list('left', left(review, go));
  list('messages', messages(review, go));
  const sum = summary(review);
  write(get('check-sum'), sum);
  write(get('data-sum'), sum);
}

/** Shows what was found in another language; what was typed and refused stays. */
function retell() {
  if (!work.review) return;
  const inputs = () => /** @type {NodeListOf<HTMLInputElement>} */ (get('desk').querySelectorAll('input[data-option]'));
  const typed = [...inputs()].map(({ value, defaultValue }) => (value === defaultValue ? undefined : value));
  tell(work.review);
  inputs().forEach((input, at) => {
    if (typed[at] === undefined) return;
    input.value = typed[at];
    input.dispatchEvent(new Event('change'));
  });
}

/**
 * @param {(json: string | undefined, review: Review) => void} act told the dataset, where nothing is
 *   wrong, after each change
 * @param {(name: string, text: string) => void} copyText
 */
export function beginFound(act, copyText) {
  changed = act;
  get('sheet').addEventListener('change', () => {
    work.sheet = Number(/** @type {HTMLSelectElement} */ (get('sheet')).value);
    showSheet().then(() => work.review && show(work.review));
  });
  get('copy-messages').addEventListener('click', () => work.review && copyText('Messages', messagesAsText(work.review)));
  live(retell, retell);
}
