// What was guessed about somebody's tables, what no cell says, and how that is changed.

import { h } from '../dom.js';
import { countryName } from './countries.js';
import { FIELDS } from './fields.js';
import { where } from './place.js';
import { said } from './said.js';
import { COUNTRIES, input, languageList, select } from './say.js';
import { t } from './words.js';

/** @import { Go } from './place.js' */
/** @import { Say } from './say.js' */
/** @import { ColumnUse, Review } from './workshop.js' */

/** What may be said of all tables together: an option, its name, an example, if it is no country. */
export const FACTS = [
  ['reporting', 'Whose trade and events', ''],
  ['reporter', 'Whose statistics', ''],
  ['partner', 'With whom, where no column says it', ''],
  ['measure', 'What is measured', 'exports'],
  ['unit', 'Unit', 'USD'],
  ['period', 'Period', '2020'],
  ['kind', 'Kind of the events', 'visit'],
  ['lang', 'Language of titles and notes', ''],
  ['title', 'Title of the package', ''],
  ['publisher', 'Publisher of the figures', ''],
  ['url', 'Address of the source', 'https://'],
  ['license', 'Licence', 'CC-BY-4.0'],
];

/** What a column may be, by its name in packages. @param {string} name */
export function described(name) {
  const text = t(FIELDS.get(name) ?? '');
  return text && text !== name ? `${name} — ${text}` : name;
}

/** What can be said of all tables. @param {Review} review @param {Say} say */
export function facts(review, say) {
  const said = new Map(review.said);
  return FACTS.map(([option, label, example]) => {
    const told = said.get(option) ?? '';
    if (option === 'lang') {
      const choice = languageList(t(label), told, t('as guessed'), (value) => say(option, value));
      return h('label', {}, h('span', {}, t(label)), choice);
    }
    const isCountry = COUNTRIES.includes(option);
    const node = input(option, isCountry ? countryName(told) : told, t(label), say);
    node.placeholder = isCountry ? t('a country') : example;
    return h('label', {}, h('span', {}, t(label)), node);
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

/** @param {Review} review @param {Go} go */
export const inferred = (review, go) =>
  review.inferred.map((one) => h('li', {}, where(one.place, one.at, go), ` ${said(one.what)}`));

/** @param {Review} review @param {Go} go */
export function left(review, go) {
  const list = review.left.map((one) => h('li', {}, where(one.place, one.at, go), ` “${one.text.slice(0, 40)}”: ${said(one.why)}`));
  if (review.leftMore) list.push(h('li', {}, t('and {n} more', { n: review.leftMore })));
  return list;
}
