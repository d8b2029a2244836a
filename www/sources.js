// The panel of sources: what each one is, which records cite it, what disagrees, and the versions of
// the data.

import { button, h, own, parse } from './dom.js';
import { outward } from './outward.js';

/** @import { FillPanel, Host } from './panels.js' */

/** @typedef {{record: string, text: string, certainty: string}} Line */

/** As the widget writes them.
 * @typedef {object} Sources
 * @property {{publisher: string, title?: string, date?: string, file?: string, url?: string,
 *   count: string, records: (Line & {paragraph?: string, evidence?: string, url?: string})[]}[]} sources
 * @property {string} disagreements heading
 * @property {{note: string, records: Line[]}[]} conflicts
 * @property {string} versions heading
 * @property {{version: string, date: string, note: string}[]} log
 * @property {string} more
 */

/** Items of a list at first, and by each press for more. */
const PIECE = 100;

/** What each region shows: what the reader has opened in it stays open while that stands.
 * @type {WeakMap<HTMLElement, string>} */
const shown = new WeakMap();

/** @type {FillPanel} */
export function sources(region, widget, host) {
  const written = widget.sources();
  if (shown.get(region) === written) return;
  shown.set(region, written);
  /** @type {Sources | null} */
  const content = parse(written);
  if (!content) return;
  const { conflicts, log, more } = content;
  const headline = /** @type {ShadowRoot} */ (region.getRootNode()).getElementById('headline');
  const level = Number(headline?.getAttribute('aria-level')) + 1;
  region.replaceChildren(
    pieces(h('ol', { class: 'references' }), content.sources, more, (source, index) => one(source, index, more, host)),
    ...section(level, content.disagreements, conflicts, ({ note, records }) =>
      h('li', {}, note, h('ul', {}, ...records.map((record) => h('li', {}, ...said(record, host)))))),
    ...section(level, content.versions, log, ({ version, date, note }) => h('li', {}, `${version}, ${date}: ${note}`)),
  );
}

/**
 * @param {Sources['sources'][number]} source
 * @param {number} index
 * @param {string} more
 * @param {Host} host
 */
function one({ publisher, title, date, file, url, count, records }, index, more, host) {
  const name = [publisher, title].filter(Boolean).join(', ');
  const list = h('ul');
  const details = h('details', {}, h('summary', {}, count), list);
  // Filled when it is opened: some sources have thousands of records.
  details.addEventListener('toggle', () => {
    pieces(list, records, more, ({ paragraph, evidence, url, ...record }) => {
      const place = [paragraph, evidence].filter(Boolean).join(': ');
      return h('li', {}, ...said(record, host), place ? h('span', { class: 'locator' }, ' ', ...outward(place, url)) : undefined);
    });
  }, own({ once: true }));
  return h(
    'li',
    { id: `source-${index + 1}`, tabindex: '-1' },
    ...outward(name, url),
    [date, file].filter(Boolean).map((part) => `, ${part}`).join(''),
    details,
  );
}

/**
 * @param {Line} line
 * @param {Host} host
 */
function said({ record, text, certainty }, host) {
  return [button(text, () => host.select(record)), h('span', { class: 'certainty' }, ` ${certainty}`)];
}

/**
 * A heading and a list; nothing where the list is empty.
 * @template Item
 * @param {number} level
 * @param {string} heading
 * @param {Item[]} items
 * @param {(item: Item) => HTMLElement} make
 */
function section(level, heading, items, make) {
  const title = h('div', { role: 'heading', 'aria-level': String(level), class: 'heading' }, heading);
  return items.length ? [title, h('ul', {}, ...items.map(make))] : [];
}

/**
 * A list that grows by a button at its end.
 * @template Item
 * @template {HTMLElement} List
 * @param {List} list
 * @param {Item[]} items
 * @param {string} more
 * @param {(item: Item, index: number) => HTMLElement} make
 */
function pieces(list, items, more, make) {
  let made = 0;
  const grow = () => {
    const next = items.slice(made, made + PIECE).map((item, index) => make(item, made + index));
    made += next.length;
    const last = made < items.length ? [h('li', { class: 'rest' }, button(more, grow))] : [];
    list.querySelector(':scope > .rest')?.remove();
    list.append(...next, ...last);
  };
  grow();
  return list;
}
