// The table of the records behind the chart: the buttons in its headers sort it, its citations lead
// to the sources.

import { button, h, own, parse, renew } from './dom.js';

/** @import { FillPanel } from './panels.js' */

/** As the widget writes it.
 * @typedef {object} Table
 * @property {string} caption
 * @property {{name: string, of: number, numeric: boolean,
 *   sort: 'none' | 'ascending' | 'descending'}[]} columns the first names the record, the last cites
 * @property {{record: string, cells: string[],
 *   citations: {number: number, locator?: string}[]}[]} rows
 * @property {string} [shown] where there are more rows
 * @property {string} [more]
 */

/** Rows at first, and by each press for more: ten thousand at once would stop the page. */
const PIECE = 200;

/** What the reader has chosen in each region.
 * @type {WeakMap<HTMLElement, {by?: number, descending: boolean, most: number}>} */
const choices = new WeakMap();

/** @type {FillPanel} */
export function table(region, widget, host) {
  const choice = choices.get(region) ?? { descending: false, most: PIECE };
  choices.set(region, choice);
  /** @type {Table | null} */
  const content = parse(widget.table(choice.by, choice.descending, choice.most));
  if (!content) return;
  const again = () => table(region, widget, host);
  const heads = content.columns.map(({ name, of, numeric, sort }) => {
    const sorter = button(name, () => {
      choice.descending = choice.by === of && !choice.descending;
      choice.by = of;
      again();
    });
    const kind = numeric ? 'number' : undefined;
    return h('th', { scope: 'col', role: 'columnheader', 'aria-sort': sort, class: kind }, sorter);
  });
  const more = button(content.more ?? '', () => {
    choice.most += PIECE;
    again();
  });
  renew(
    region,
    // The roles hold where the style sheet makes cards of the rows.
    h(
      'table',
      { role: 'table' },
      h('caption', {}, content.caption),
      h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, ...heads)),
      h('tbody', { role: 'rowgroup' }, ...content.rows.map((row) => line(row, content.columns, region))),
    ),
    content.more ? h('p', { class: 'rest' }, content.shown, ' ', more) : undefined,
  );
}

/**
 * @param {Table['rows'][number]} row
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
