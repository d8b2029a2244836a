// What was guessed and what is asked about somebody's tables, and how that is changed.

import { button, h } from '../dom.js';
import { FIELDS } from './fields.js';
import { t } from './words.js';

/** @import { ColumnUse, Question, Review } from './workshop.js' */
/** @typedef {(option: string, value: string) => void} Say */
/** @typedef {(at: [number, number, number]) => void} Go */

/** What may be said of all tables together: an option, its name, an example. */
const FACTS = [
  ['reporting', 'Whose trade and events', 'a country'],
  ['reporter', 'Whose statistics', 'a country'],
  ['partner', 'With whom, where no column says it', 'a country'],
  ['measure', 'What is measured', 'exports'],
  ['unit', 'Unit', 'USD'],
  ['period', 'Period', '2020'],
  ['kind', 'Kind of the events', 'visit'],
  ['title', 'Title of the package', ''],
  ['publisher', 'Publisher of the figures', ''],
  ['url', 'Address of the source', 'https://'],
  ['license', 'Licence', 'CC-BY-4.0'],
];
const COUNTRIES = ['reporting', 'reporter', 'partner'];

/** What stands in an answer for something that only the reader knows. */
const BLANK = /^(CODE|DATE|NUMBER|TEXT|UNIT|VALUE)$/;

/** Countries' names by their codes. @type {Map<string, string>} */
export const countryNames = new Map();

/** How a message weighs that is no error. */
const WEIGHTS = new Map([['warning', 'warning'], ['notice', 'notice']]);

/** What the answers of questions mean. @type {Record<string, string>} */
const MEANINGS = {
  'decimal comma': 'The comma is the decimal mark',
  'decimal point': 'The point is the decimal mark',
  'date-order dmy': 'The day stands first',
  'date-order mdy': 'The month stands first',
};

/** What the module says, as the command line does. @param {string} text @param {string} [kind] */
const quoted = (text, kind) => h('span', { lang: 'en', class: kind }, text);

/** @param {string} place @param {[number, number, number] | null} at @param {Go} go */
function where(place, at, go) {
  if (!at) return h('b', { lang: 'en' }, place);
  const node = button(place, () => go(at));
  node.className = 'place';
  return node;
}

/** @param {Question[]} list @param {Say} say @param {Go} go */
export function questions(list, say, go) {
  return list.map((one) => h(
    'li',
    {},
    h('p', {}, where(one.place, one.at, go), ' ', quoted(one.what)),
    h('div', { class: 'row' }, ...one.answers.map(([option, value]) => answer(one, option, value, say))),
  ));
}

/** @param {Question} question @param {string} option @param {string} value @param {Say} say */
function answer({ what }, option, value, say) {
  const open = value.match(/\b[A-Z]{4,}\b|^\d{4}$/) || COUNTRIES.includes(option);
  if (open && option !== 'read' && option !== 'map') return h('span', { lang: 'en' }, field(option, '', what, say));
  const [, about = '', told = ''] = option === 'read' ? value.match(/^(.*)=(.*)$/) ?? [] : [];
  if (BLANK.test(told)) {
    const input = field(option, '', `${what}: ${about}`, (_, text) => say(option, text && `${about}=${text}`));
    if (told === 'CODE') input.setAttribute('list', 'countries');
    return h('span', { lang: 'en' }, input);
  }
  if (/\b(CODE|COLUMN|TEXT)\b/.test(value)) return h('span', { class: 'hint' }, meaning(option, value));
  return button(meaning(option, value), () => say(option, value));
}

/** @param {string} option @param {string} value */
function meaning(option, value) {
  const [, about = '', told = value] = value.match(/^(.*)=(.*)$/) ?? [];
  const known = MEANINGS[`${option} ${told}`];
  if (known) return t(known);
  if (option === 'map') {
    return t(about === 'COLUMN' ? 'or say below which column is the {field}' : '“{column}” is the {field}', { column: about, field: told });
  }
  if (option === 'read') return t(told === '-' ? 'Leave “{text}” out' : '“{text}” is {value}', {
    text: about,
    value: countryNames.has(told) ? `${countryNames.get(told)} (${told})` : told,
  });
  return option === 'measure' ? described(told) : told;
}

/** What a column may be, by its name in packages. @param {string} name */
function described(name) {
  const text = t(FIELDS.get(name) ?? '');
  return text && text !== name ? `${name} — ${text}` : name;
}

/** A text that is said when it is entered. @param {string} option @param {string} value @param {string} label @param {Say} say */
function field(option, value, label, say) {
  const input = h('input', { 'aria-label': label, value, 'data-option': option, list: COUNTRIES.includes(option) ? 'countries' : undefined });
  input.addEventListener('change', () => say(option, input.value.trim()));
  return input;
}

/** What can be said of all tables. @param {Review} review @param {Say} say */
export function facts(review, say) {
  const said = new Map(review.said);
  return FACTS.map(([option, label, example]) => {
    const input = field(option, said.get(option) ?? '', t(label), say);
    input.placeholder = t(example);
    return h('label', {}, h('span', {}, t(label)), input);
  });
}

/**
 * What each column of a table is taken for.
 * @param {Review} review @param {number} sheet @param {string[]} fields @param {Say} say
 */
export function columns(review, sheet, fields, say) {
  const own = review.columns.filter((one) => one.sheet === sheet);
  const twice = (/** @type {ColumnUse} */ one) => own.filter(({ header }) => header === one.header).length > 1;
  return own.map((one) => {
    const name = one.header && !one.header.includes('=') && !twice(one) ? one.header : one.letters;
    const told = (/** @type {string} */ option) => review.said.find(([known, value]) => known === option
      && value.startsWith(`${name}=`))?.[1].slice(name.length + 1) ?? '';
    const title = `${one.letters}${one.header ? ` “${one.header}”` : ''}`;
    const guess = told('map') ? t('as guessed') : described(one.field) || t('left out');
    const known = fields.map((field) => [field, described(field)]);
    const cells = [select(t('What {column} holds', { column: title }), told('map'), [['', guess], ...known], (value) => say('map', `${name}=${value}`))];
    if (one.value) {
      const marks = [['', t('marks as guessed')], ['point', '1,234.5'], ['comma', '1.234,5']];
      cells.push(select(t('Number marks of {column}', { column: title }), told('decimal'), marks, (value) => say('decimal', `${name}=${value}`)));
    }
    return h('li', { class: one.field ? '' : 'left' }, h('span', {}, title), ...cells);
  });
}

/** @param {string} label @param {string} value @param {string[][]} options @param {(value: string) => void} act */
function select(label, value, options, act) {
  const node = h('select', { 'aria-label': label }, ...options.map(([name, text]) => h('option', { value: name }, text)));
  node.value = value;
  node.addEventListener('change', () => act(node.value));
  return node;
}

/** @param {Review} review @param {Go} go */
export const inferred = (review, go) =>
  review.inferred.map((one) => h('li', {}, where(one.place, one.at, go), ' ', quoted(one.what)));

/** @param {Review} review @param {Go} go */
export function left(review, go) {
  const list = review.left.map((one) => h('li', {}, where(one.place, one.at, go), ` “${one.text.slice(0, 40)}”: `, quoted(one.why)));
  if (review.leftMore) list.push(h('li', {}, t('and {n} more', { n: review.leftMore })));
  return list;
}

/** @param {Review} review @param {Go} go */
export function messages(review, go) {
  const list = review.messages.map((one) => h(
    'li',
    { class: one.severity },
    where(one.place, one.at, go),
    one.severity === 'error' ? ' ' : ` ${t(WEIGHTS.get(one.severity) ?? one.severity)}: `,
    quoted(one.what),
    quoted(one.hint, 'hint'),
  ));
  if (review.messagesMore) list.push(h('li', {}, t('and {n} more', { n: review.messagesMore })));
  list.push(...review.empty.map((text) => h('li', { class: 'warning', lang: 'en' }, text)));
  return list;
}
