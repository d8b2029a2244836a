// What is asked about somebody's tables, and how that is answered.

import { button, h } from '../dom.js';
import { countryName } from './countries.js';
import { FIELDS } from './fields.js';
import { FACTS, described } from './guessed.js';
import { where } from './place.js';
import { said } from './said.js';
import { COUNTRIES, input, languageName } from './say.js';
import { t } from './words.js';

/** @import { Go } from './place.js' */
/** @import { Say } from './say.js' */
/** @import { Question, Review } from './workshop.js' */

/** What stands in an answer for something that only the reader knows. */
const BLANK = /^(CODE|DATE|NUMBER|TEXT|UNIT|VALUE)$/;

/** What the answers of questions mean. @type {Record<string, string>} */
const MEANINGS = {
  'decimal comma': 'The comma is the decimal mark',
  'decimal point': 'The point is the decimal mark',
  'date-order dmy': 'The day stands first',
  'date-order mdy': 'The month stands first',
  'two-digits year': 'It is a year',
  'two-digits day': 'It is a day',
  'growth change': 'The change from the period before',
  'growth index': 'An index: the period before is 100',
  'growth ratio': 'The ratio to the period before',
};

/** What came of an event, by its word in packages. */
const STATUSES = new Map([
  ['done', 'it took place'],
  ['planned', 'it is planned'],
  ['under-way', 'it is under way'],
  ['proposed', 'it is proposed'],
  ['claimed', 'one side alone says so'],
]);

/** What was asked, by what answers it. @type {Map<string, Question>} */
const asked = new Map();

/** Of what column or text an answer is, with the sign behind it; nothing where it is of all. @param {string} option @param {string} value */
const about = (option, value) => (FACTS.some(([name]) => name === option) ? '' : /^.*=/.exec(value)?.[0] ?? '');

/** @param {string} option @param {string} value */
const key = (option, value) => `${option} ${about(option, value)}`;

/** @param {Question} one @param {Go} go */
const asks = (one, go) => h('p', {}, where(one.place, one.at, go), ' ', h('span', {}, said(one.what)));

/** @param {Question[]} list @param {Say} say @param {Go} go */
export function questions(list, say, go) {
  return list.map((one) => {
    /** @type {Say} */
    const tell = (option, value, why) => {
      asked.set(key(option, value), one);
      return say(option, value, why);
    };
    const answers = one.answers.map(([option, value]) => answer(said(one.what), option, value, tell));
    return h('li', {}, asks(one, go), h('div', { class: 'row' }, ...answers));
  });
}

/** What was answered and chosen, each with the way to take it back. @param {Review} review @param {Say} say @param {Go} go */
export function answered(review, say, go) {
  // Of other tables.
  if (!review.said.length) asked.clear();
  return review.said.map(([option, value]) => {
    const [one, name] = [asked.get(key(option, value)), decided(option, value)];
    const back = button(t('Take back'), () => say(option, about(option, value)));
    back.setAttribute('aria-label', t('Take back: {name}', { name }));
    return h('li', {}, one && asks(one, go), h('div', { class: 'row' }, h('b', {}, name), back));
  });
}

/** @param {string} option @param {string} value */
function decided(option, value) {
  const [, column = '', told = value] = value.match(/^(.*)=(.*)$/) ?? [];
  const label = FACTS.find(([name]) => name === option)?.[1];
  if (label) return `${t(label)}: ${option === 'lang' ? languageName(value) : COUNTRIES.includes(option) ? countryName(value) : value}`;
  if (option === 'map') return `“${column}”: ${described(told)}`;
  return column && MEANINGS[`${option} ${told}`] ? `“${column}”: ${meaning(option, value)}` : meaning(option, value);
}

/** @param {string} what @param {string} option @param {string} value @param {Say} say */
function answer(what, option, value, say) {
  const open = value.match(/\b[A-Z]{4,}\b|^\d{4}$/) || COUNTRIES.includes(option);
  if (open && option !== 'read' && option !== 'map' && option !== 'only') return h('span', {}, input(option, '', what, say));
  const [, text = '', told = ''] = option === 'read' ? value.match(/^(.*)=(.*)$/) ?? [] : [];
  if (BLANK.test(told)) {
    const node = input(option, '', `${what}: ${text}`, (_, typed, why) => say(option, typed && `${text}=${typed}`, why));
    if (told === 'CODE') node.setAttribute('list', 'countries');
    return h('span', {}, node);
  }
  if (option !== 'only' && /\b(CODE|COLUMN|TEXT)\b/.test(value)) return h('span', { class: 'hint' }, meaning(option, value));
  return button(meaning(option, value), () => say(option, value));
}

/** @param {string} option @param {string} value */
function meaning(option, value) {
  const [, about = '', told = value] = value.match(/^(.*)=(.*)$/) ?? [];
  const known = MEANINGS[`${option} ${told}`];
  if (known) return t(known);
  if (option === 'map') {
    return t(about === 'COLUMN' ? 'or say below which column is the {field}' : '“{column}” is the {field}', { column: about, field: t(told) });
  }
  if (option === 'only') return t('Only where {column} is “{text}”', { column: about, text: told });
  if (option === 'lang') return languageName(told);
  if (STATUSES.has(told)) return t('“{text}”: {value}', { text: about, value: read(told) });
  if (option === 'read') return t(told === '-' ? 'Leave “{text}” out' : '“{text}” is {value}', { text: about, value: read(told) });
  return option === 'measure' ? read(told) : told;
}

/** What a text is read as: a country, a measure, a status or a date. @param {string} told */
function read(told) {
  const name = countryName(told);
  return name === told ? t(FIELDS.get(told) ?? STATUSES.get(told) ?? '') || told : `${name} (${told})`;
}
