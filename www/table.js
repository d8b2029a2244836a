// The table of the records behind the chart, folded by kind: a search sifts it, the buttons in its
// headers sort it, its citations lead to the sources.

import { button, h, own, parse, renew, set } from './dom.js';

/** @import { FillPanel } from './panels.js' */

/** @typedef {{record: string, cells: string[], citations: {number: number, locator?: string}[]}} Row */

/** As the widget writes it.
 * @typedef {object} Table
 * @property {string} caption
 * @property {{name: string, of: number, numeric: boolean,
 *   sort: 'none' | 'ascending' | 'descending'}[]} columns the first names the record, the last cites
 * @property {{name: string, count: string, rows: Row[], shown?: string, more?: string}[]} groups by
 *   kind; one without rows is folded, one with more than it shows says so
 * @property {string} search
 */

/** Rows of a kind at first, as in the widget, and by each press for more. */
const PIECE = 20;
/** Rows on paper: forty sheets or so. */
const PAPER = 2000;

/**
 * What the reader has chosen in each region: how many rows of which kind, 0 where it is folded.
 * @typedef {{by?: number, descending: boolean, folds: Map<string, number>, search: HTMLInputElement,
 *   listed: HTMLElement}} Choice
 */

/** @type {WeakMap<HTMLElement, Choice>} */
const choices = new WeakMap();

/** @type {FillPanel} */
export function table(region, widget, host) {
  const choice = choices.get(region) ?? begin(region);
  const asked = (/** @type {Map<string, number>} */ rows) => {
    const folds = [...rows].map((fold) => fold.join('\t')).join('\n');
    return /** @type {Table | null} */ (
      parse(widget.table(choice.by, choice.descending, choice.search.value, folds) ?? 'null'));
  };
  const first = asked(choice.folds);
  const content = first && region.hasAttribute('data-printed') ? asked(onPaper(first)) : first;
  if (!content) return;
  const again = () => table(region, widget, host);
  choice.search.oninput = () => {
    again();
    host.announce(choice.listed.querySelector('caption')?.textContent ?? '');
  };
  set(choice.search, 'aria-label', content.search);
  set(choice.search, 'placeholder', content.search);
  const heads = content.columns.map(({ name, of, numeric, sort }) => {
    const sorter = button(name, () => {
      choice.descending = choice.by === of && !choice.descending;
      choice.by = of;
      again();
    });
    const kind = numeric ? 'number' : undefined;
    return h('th', { scope: 'col', role: 'columnheader', 'aria-sort': sort, class: kind }, sorter);
  });
  const fold = (/** @type {string} */ name, /** @type {number} */ rows) => {
    choice.folds.set(name, rows);
    again();
  };
  renew(
    choice.listed,
    // The roles hold where the style sheet makes cards of the rows.
    h(
      'table',
      { role: 'table' },
      h('caption', {}, content.caption),
      h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, ...heads)),
      ...content.groups.map((group) => body(group, content.columns, region, fold)),
    ),
  );
}

/**
 * All rows, whatever is folded; of very many as many as paper takes, and of each kind one that says of
 * how many it is.
 * @param {Table} content
 */
function onPaper({ groups }) {
  let left = PAPER;
  /** @type {Map<string, number>} */
  const all = new Map();
  for (const { name, count } of groups) {
    const rows = Math.max(1, Math.min(left, Number(count.replace(/\D/gu, ''))));
    all.set(name, rows);
    left -= rows;
  }
  return all;
}

/** @param {HTMLElement} region @returns {Choice} */
function begin(region) {
  const search = h('input', { type: 'search', class: 'search' });
  const listed = h('div');
  region.replaceChildren(search, listed);
  const choice = { descending: false, folds: new Map(), search, listed };
  choices.set(region, choice);
  return choice;
}

/**
 * The rows of a kind under a heading that folds them.
 * @param {Table['groups'][number]} group
 * @param {Table['columns']} columns
 * @param {HTMLElement} region
 * @param {(name: string, rows: number) => void} fold
 */
function body({ name, count, rows, shown, more }, columns, region, fold) {
  const folder = button(name, () => fold(name, rows.length ? 0 : PIECE));
  folder.append(' ', h('span', { class: 'count' }, count));
  set(folder, 'aria-expanded', String(rows.length > 0));
  folder.classList.add('discloser');
  const span = String(columns.length);
  const head = h('th', { scope: 'rowgroup', role: 'rowheader', colspan: span }, folder);
  const rest = more && button(more, () => fold(name, rows.length + PIECE));
  return h(
    'tbody',
    { role: 'rowgroup' },
    h('tr', { role: 'row', class: 'kind' }, head),
    ...rows.map((row) => line(row, columns, region)),
    rest ? h('tr', { role: 'row', class: 'rest' }, h('td', { role: 'cell', colspan: span }, shown, ' ', rest)) : undefined,
  );
}

/**
 * @param {Row} row
 * @param {Table['columns']} columns
 * @param {HTMLElement} region
 */
function line({ cells, citations }, columns, region) {
  const [name, ...rest] = cells;
  return h(
    'tr',
    { role: 'row' },
    h('th', { scope: 'row', role: 'rowheader' }, name),
    ...rest.map((text, index) => {
      const column = columns[index + 1];
      const kind = column.numeric ? 'number' : undefined;
      return h('td', { role: 'cell', 'data-name': text && column.name, class: kind }, text);
    }),
    h(
      'td',
      { role: 'cell', 'data-name': columns[columns.length - 1].name },
      ...citations.map(({ number, locator }) => {
        const link = button(`[${number}]`, () => lead(region, number));
        return h('span', { class: 'cited' }, link, locator ? ` ${locator} ` : ' ');
      }),
    ),
  );
}

/**
 * Opens the panel of the sources, and goes to the one of that number.
 * @param {HTMLElement} region
 * @param {number} number
 */
function lead(region, number) {
  const root = /** @type {ShadowRoot} */ (region.getRootNode());
  /** @type {HTMLElement | null} */
  const opener = root.querySelector('[aria-controls=sources][aria-expanded=false]');
  opener?.click();
  const source = root.getElementById(`source-${number}`);
  source?.focus();
  source?.scrollIntoView(own({ block: 'nearest' }));
}
