// The card: what is known of one mark, with its sources, beside the mark.

import { h } from './dom.js';

/**
 * @typedef {object} Card
 * @property {string} title
 * @property {string} [url] of an event
 * @property {string} [context]
 * @property {string} [date]
 * @property {string} [value]
 * @property {string} [reporter]
 * @property {string[]} remarks certainty, reason, note
 * @property {{name: string, url?: string, locator?: string}[]} citations
 * @property {{heading: string, lines: {text: string, record: string}[]}[]} related
 * @property {{x: number, y: number}} [at] the mark, in the plot's CSS pixels
 * @property {boolean} pinned
 * @property {boolean} cluster whether it lists several marks of one place
 */

/** Pixels between a mark and its card; less than a pointer's reach. */
const GAP = 14;
/** The widest card, as in the style sheet. */
const WIDEST = 320;
/** The tallest beside its mark, and where it covers the plot: a longer one scrolls. */
const TALLEST = { beside: 400, over: 280 };

/**
 * @typedef {object} Actions
 * @property {Record<string, string>} labels
 * @property {boolean} zooms whether the view has a time axis
 * @property {() => void} close
 * @property {() => void} zoom
 * @property {(record: string) => void} select
 */

/**
 * @param {Card} card
 * @param {Actions} actions
 */
export function card(card, actions) {
  const { labels } = actions;
  const close = h('button', { type: 'button', class: 'close', 'aria-label': labels.close }, '×');
  close.addEventListener('click', actions.close);
  const zoom = h('button', { type: 'button', class: 'line' }, labels.zoom);
  zoom.addEventListener('click', actions.zoom);
  const value = [card.value, card.reporter].filter(Boolean).join(', ');
  return h(
    'div',
    {
      class: card.pinned ? 'card pinned' : 'card', part: 'card', role: 'group', tabindex: '-1',
      'aria-labelledby': 'card',
    },
    card.pinned ? close : undefined,
    h('p', { class: 'title', id: 'card' }, linked(card.title, card.url)),
    card.context ? h('p', { class: 'context' }, card.context) : undefined,
    card.date ? h('p', { class: 'date' }, card.date) : undefined,
    value ? h('p', { class: 'value' }, value) : undefined,
    card.pinned && card.cluster && actions.zooms ? zoom : undefined,
    ...card.remarks.map((text) => h('p', { class: 'remark' }, text)),
    card.citations.length ? h('ul', { class: 'sources' }, ...card.citations.map(citation)) : undefined,
    ...card.related.map(({ heading, lines }) => related(heading, lines, actions.select)),
  );
}

/**
 * @param {string} text
 * @param {string} [url]
 */
function linked(text, url) {
  if (!url || !/^https?:/.test(url)) return text;
  return h('a', { href: url, target: '_blank', rel: 'noopener' }, text);
}

/** @param {Card['citations'][number]} citation */
function citation({ name, url, locator }) {
  return h('li', {}, linked(name, url), locator ? h('span', { class: 'locator' }, `, ${locator}`) : undefined);
}

/**
 * @param {string} heading
 * @param {{text: string, record: string}[]} lines
 * @param {(record: string) => void} select
 */
function related(heading, lines, select) {
  const items = lines.map(({ text, record }) => {
    if (!record) return h('li', {}, text);
    const button = h('button', { type: 'button', class: 'line' }, text);
    button.addEventListener('click', () => select(record));
    return h('li', {}, button);
  });
  return h('div', { class: 'related' }, heading ? h('p', {}, heading) : undefined, h('ul', {}, ...items));
}

/**
 * Puts a card beside its mark where there is room, by numbers that need no measuring of the card.
 * @param {HTMLElement} node
 * @param {{x: number, y: number} | undefined} at
 * @param {ReturnType<typeof import('./geometry.js').roomAround>} plot
 */
export function place(node, at, plot) {
  const { x, y } = at ?? { x: plot.width / 2, y: 0 };
  const style = node.style;
  const right = plot.width - x - GAP >= WIDEST;
  const left = x - GAP >= WIDEST;
  const beside = right || left;
  if (right) style.left = `${x + GAP}px`;
  else if (left) style.right = `${plot.width - x + GAP}px`;
  else {
    const start = Math.max(0, Math.min(x - WIDEST / 2, plot.width - WIDEST));
    style.left = `${start}px`;
    style.right = `${Math.max(0, plot.width - start - WIDEST)}px`;
  }
  const offset = beside ? -GAP : GAP;
  const tallest = beside ? TALLEST.beside : TALLEST.over;
  /** @param {number} room */
  const limit = (room) => `${Math.max(120, Math.min(tallest, room - offset - GAP))}px`;
  const below = plot.below - y;
  const above = plot.above + y;
  if (below >= WIDEST || below >= above) {
    style.top = `${y + offset}px`;
    style.maxHeight = limit(below);
  } else {
    style.bottom = `${plot.height - y + offset}px`;
    style.maxHeight = limit(above);
  }
}
