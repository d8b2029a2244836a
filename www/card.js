// The card: what is known of one mark, with its sources, beside the mark.

import { h } from './dom.js';
import { outward } from './outward.js';

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
/** The widest card beside a mark, as in the style sheet. */
const WIDEST = 320;
/** The tallest, and the tallest that covers the plot: a longer one scrolls. */
const TALLEST = { beside: 400, over: 280 };
/** What a card that stays must have in the plot to stand beside its mark. */
const LEAST = 200;

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
    h(
      'div',
      { class: 'content' },
      h('p', { class: 'title', id: 'card' }, ...outward(card.title, card.url)),
      card.context ? h('p', { class: 'context' }, card.context) : undefined,
      card.date ? h('p', { class: 'date' }, card.date) : undefined,
      value ? h('p', { class: 'value' }, value) : undefined,
      card.pinned && card.cluster && actions.zooms ? zoom : undefined,
      ...card.remarks.map((text) => h('p', { class: 'remark' }, text)),
      card.citations.length ? h('ul', { class: 'sources' }, ...card.citations.map(citation)) : undefined,
      ...card.related.map(({ heading, lines }) => related(heading, lines, actions.select)),
    ),
  );
}

/** @param {Card['citations'][number]} citation */
function citation({ name, url, locator }) {
  return h('li', {}, ...outward(name, url), locator ? h('span', { class: 'locator' }, `, ${locator}`) : undefined);
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

/** @typedef {ReturnType<typeof import('./geometry.js').roomAround>} Room how the window lies around the plot */

/**
 * Puts a card beside its mark where there is room, else below the plot; over the plot only where the
 * window is too low for both. By numbers that need no measuring of the card.
 * @param {HTMLElement} node
 * @param {Card} card
 * @param {Room} plot
 */
export function place(node, { at, pinned }, plot) {
  const room = at && heights(at.y, plot, pinned);
  const right = at && plot.width - at.x - GAP >= WIDEST;
  const left = at && at.x - GAP >= WIDEST;
  if (room && (right || left) && room.most >= (pinned ? LEAST : 0)) {
    if (right) node.style.left = `${at.x + GAP}px`;
    else node.style.right = `${plot.width - at.x + GAP}px`;
    stand(node, room, -GAP, TALLEST.beside);
  } else if (room && plot.height - at.y + TALLEST.over > plot.above + plot.below) {
    const start = Math.max(0, Math.min(at.x - WIDEST / 2, plot.width - WIDEST));
    node.style.left = `${start}px`;
    node.style.right = `${Math.max(0, plot.width - start - WIDEST)}px`;
    stand(node, room, GAP, TALLEST.over);
  } else node.classList.add('under');
}

/**
 * The room below and above a height of the plot: in the window, and for a card that stays in the plot
 * as well, as it would lie over what can be pressed.
 * @param {number} y
 * @param {Room} plot
 * @param {boolean} stays
 */
function heights(y, plot, stays) {
  const above = Math.min(plot.above + y, stays ? y : Infinity);
  const rest = plot.height - y;
  const below = Math.min(plot.below - y, stays ? rest : Infinity);
  const down = below >= WIDEST || below >= above;
  return { down, from: down ? y : rest, most: down ? below : above };
}

/**
 * Below or above a height of the plot.
 * @param {HTMLElement} node
 * @param {ReturnType<typeof heights>} room
 * @param {number} offset from there
 * @param {number} tallest
 */
function stand({ style }, { down, from, most }, offset, tallest) {
  style[down ? 'top' : 'bottom'] = `${from + offset}px`;
  style.maxHeight = `${Math.max(120, Math.min(tallest, most - offset - GAP))}px`;
}
