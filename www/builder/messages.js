// Step 2: what the check says of the tables.

import { h } from '../dom.js';
import { quoted, where } from './place.js';
import { t } from './words.js';

/** @import { Go } from './place.js' */
/** @import { EmptyView, Review } from './workshop.js' */

/** How a message weighs that is no error. */
const WEIGHTS = new Map([['warning', 'warning'], ['notice', 'notice']]);

/** What the chart's buttons call its views. */
const VIEWS = new Map([['story', 'Story'], ['trade', 'Trade'], ['events', 'Events'], ['sectors', 'Sectors']]);

/** What it comes to. @param {Review} review */
export function summary({ questions, rows, messages, counts, leftCells }) {
  if (questions.length) return t('{n} questions to answer first, in step 1.', { n: questions.length });
  if (!rows) return t('No row was found yet: say in step 1 what the columns hold, or fill the table.');
  const faults = messages.filter(({ severity }) => severity === 'error').length;
  if (faults) return t('{n} faults: press a place to mend it.', { n: faults });
  const whole = t('Nothing wrong: {values}, {events}, {countries}.', {
    values: t('{n} values', { n: counts?.figures ?? 0 }),
    events: t('{n} events', { n: counts?.events ?? 0 }),
    countries: t('{n} countries', { n: counts?.partners ?? 0 }),
  });
  return leftCells ? [whole, t('{n} cells found no place.', { n: leftCells })].join(' ') : whole;
}

/** @param {Review} review @param {Go} go */
export function messages(review, go) {
  const list = review.messages.map((one) => h(
    'li',
    { class: one.severity },
    where(one.place, one.at, go, 'en'),
    one.severity === 'error' ? ' ' : ` ${t(WEIGHTS.get(one.severity) ?? one.severity)}: `,
    quoted(one.what),
    quoted(one.hint, 'hint'),
  ));
  if (review.messagesMore) list.push(h('li', {}, t('and {n} more', { n: review.messagesMore })));
  list.push(...review.empty.map((one) => h('li', { class: 'warning' }, empty(one))));
  return list;
}

/** That a view has nothing to show, and which ones have something. @param {EmptyView} one */
function empty({ view, why, others }) {
  const [name, ...rest] = [view, ...others].map((one) => t(VIEWS.get(one) ?? one));
  const values = { view: name, why: t(why), others: rest.join(', ') };
  return t(others.length ? 'nothing to show in {view}: {why}; {others} can be shown' : 'nothing to show in {view}: {why}; Table has the records', values);
}

/** The messages as a text to copy. @param {Review} review */
export function messagesAsText(review) {
  const lines = review.messages.map(({ place, severity, what, hint }) =>
    `${place}: ${severity === 'error' ? '' : `${severity}: `}${what}\n  hint: ${hint}`);
  return [...lines, ...review.empty.map(({ text }) => text)].join('\n');
}
