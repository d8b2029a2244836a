// What stands around the canvas: headline, controls, list, footer; filled from the widget's words.

import { cards } from './cards.js';
import { controls, fillControls } from './controls.js';
import { button, each, h, say, set } from './dom.js';
import { panels, placeTable } from './panels.js';
import { live } from './live.js';
import { saves } from './saving.js';
import { fillSound } from './sound.js';

/** @import { Actions, Offers } from './controls.js' */

/**
 * The words and controls of one drawn chart, as the widget writes them.
 * @typedef {object} Words
 * @property {string} lang
 * @property {boolean} dark
 * @property {Record<string, string>} colors by token
 * @property {string} headline
 * @property {string} subtitle
 * @property {string} summary for those who do not see the plot
 * @property {boolean} sounds
 * @property {number} [foot] where the plots end and the key begins, where a list comes between
 * @property {{number: string, title: string, date: string, record: string}[]} list
 * @property {{text: string, records: string[], choice: string[][]}[]} asides
 * @property {string} footer
 */

/** @typedef {Words & Offers} Parts */
/** Opens the card of records of a list or an aside. @typedef {(records: string[]) => void} Open */

/** @typedef {ReturnType<typeof plant>} Tree */

/**
 * Makes the empty tree; it is hidden until it is filled.
 * @param {Actions} actions
 */
export function plant(actions) {
  const headline = h('div', { role: 'heading', 'aria-level': '3', id: 'headline', part: 'headline' });
  const subtitle = h('p', { id: 'subtitle', part: 'subtitle' });
  const choices = controls(actions);
  const linked = h('p', { class: 'linked', hidden: true });
  const summary = h('p', { id: 'summary', class: 'unseen' });
  const canvas = h('canvas', { role: 'img', 'aria-describedby': 'summary' });
  const layer = h('canvas', { class: 'layer', 'aria-hidden': 'true' });
  const sheet = h('div', { class: 'sheet' }, canvas, layer);
  const keys = h('p', { id: 'keys', class: 'unseen' });
  const plot = h(
    'div',
    { role: 'group', tabindex: '0', class: 'plot', part: 'plot', 'aria-describedby': 'keys' },
    sheet,
    keys,
  );
  const list = h('ol', { class: 'list', part: 'list' });
  const key = h('canvas', { class: 'key', 'aria-hidden': 'true', hidden: true });
  const asides = h('ul', { class: 'asides' });
  // Where a language cannot be had, the door says why.
  const data = button('JSON', () => actions.data().catch((error) => say(data, error.message)));
  const footer = h('p', { class: 'footer', part: 'footer' }, h('span'), ' ', data);
  // Where the button that plays the chart as sound stands.
  const sound = h('div', { class: 'sound', part: 'sound' });
  const below = panels();
  const { region, announce } = live();
  const figure = h(
    'figure',
    { 'aria-labelledby': 'headline', 'aria-describedby': 'summary', dir: 'ltr', hidden: true },
    h('figcaption', {}, headline, subtitle),
    summary,
    linked,
    choices.root,
    plot,
    list,
    key,
    asides,
    footer,
    h('div', { class: 'foot' }, below.row, sound),
    below.regions,
    region,
  );
  const fallback = h('slot');
  // A block even where the page's style makes the element none.
  const strut = h('div', { class: 'strut' });
  const box = h('div', {}, strut, figure, fallback);
  return {
    box, strut, figure, fallback, headline, subtitle, summary, linked, controls: choices, canvas, layer, sheet, plot,
    keys, list, key, asides, footer, sound, panels: below, announce, cards: cards(plot, sheet),
  };
}

/**
 * @param {Tree} tree
 * @param {Parts} parts
 * @param {Open} open
 */
export function fill(tree, parts, open) {
  set(tree.figure, 'lang', parts.lang);
  tree.figure.style.colorScheme = parts.dark ? 'dark' : 'light';
  for (const [token, color] of Object.entries(parts.colors)) {
    tree.figure.style.setProperty(`--${token}`, color);
  }
  // More or fewer lines of them would take the slider from under the pointer.
  tree.controls.period.thumbs.free(() => {
    say(tree.headline, parts.headline);
    say(tree.subtitle, parts.subtitle);
  });
  say(tree.summary, parts.summary);
  set(tree.canvas, 'aria-label', parts.headline);

  set(tree.plot, 'aria-label', parts.headline);
  set(tree.plot, 'aria-roledescription', parts.labels.chart);
  set(tree.plot, 'data-range', Boolean(parts.range));
  say(tree.keys, parts.labels.keys);
  fillControls(tree.controls, parts);
  placeTable(tree.panels, tree.plot, parts.views.some(({ word, on }) => on && word === 'table'));

  each(tree.list, parts.list, () => entry(open), (item, { number, title, date, record }) => {
    const [mark, name, when] = /** @type {HTMLCollectionOf<HTMLElement>} */ (
      item.firstElementChild?.children
    );
    say(mark, number);
    say(name, title);
    say(when, date);
    set(/** @type {Element} */ (item.firstElementChild), 'data-record', record);
  });
  each(tree.asides, parts.asides, () => h('li'), (item, { text, records, choice }) => {
    const press = choice.length
      ? () => choice.forEach(([attribute, value]) => tree.controls.actions.choose(attribute, value))
      : records.length && (() => open(records));
    item.replaceChildren(press ? aside(text, press) : text);
  });
  fillSound(tree.sound, parts.labels, parts.sounds);
  const [sources, data] = tree.footer.children;
  say(sources, parts.footer);
  set(data, 'aria-label', `${parts.labels.data}: JSON`);
  set(data, 'hidden', saves() === false);
  tree.footer.hidden = !parts.footer;
}

/**
 * Says that a link has set what is shown, and offers what the author has.
 * @param {Tree} tree
 * @param {Record<string, string>} labels
 * @param {boolean} isLinked
 * @param {() => void} undo
 */
export function sayLinked({ linked, plot }, { linked: sentence, published }, isLinked, undo) {
  set(linked, 'hidden', !isLinked);
  if (!isLinked) return;
  say(linked.firstChild ?? linked.appendChild(new Text()), `${sentence} `);
  const back = linked.querySelector('button') ?? linked.appendChild(button('', () => {
    // Its button goes away.
    plot.focus();
    undo();
  }));
  say(back, published);
}

/** @param {Open} open */
function entry(open) {
  const button = h(
    'button',
    { type: 'button' },
    h('span', { class: 'number' }),
    h('span', { class: 'title' }),
    h('span', { class: 'date' }),
  );
  button.addEventListener('click', () => open([button.dataset.record ?? '']));
  return h('li', {}, button);
}

/**
 * @param {string} text
 * @param {() => void} press
 */
function aside(text, press) {
  const button = h('button', { type: 'button' }, text);
  button.addEventListener('click', press);
  return button;
}
