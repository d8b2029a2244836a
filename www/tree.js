// What stands around the canvas: headline, controls, list, footer; filled from the widget's words.

import { each, h, say, set } from './dom.js';
import { doors } from './doors.js';
import { live } from './live.js';

/**
 * The words and controls of one drawn chart, as the widget writes them.
 * @typedef {object} Parts
 * @property {string} lang
 * @property {boolean} dark
 * @property {Record<string, string>} colors by token
 * @property {string} headline
 * @property {string} subtitle
 * @property {string} summary for those who do not see the plot
 * @property {Record<string, string>} labels
 * @property {boolean} controls
 * @property {Chip[]} chips
 * @property {Choice[]} views
 * @property {Choice[]} scales
 * @property {number} height of the plot in CSS pixels
 * @property {{number: string, title: string, date: string, record: string}[]} list
 * @property {{text: string, records: string[]}[]} asides
 * @property {string} footer
 */
/** @typedef {{code: string, name: string, color: string, shape: string, on: boolean}} Chip */
/** @typedef {{word: string, name: string, on: boolean}} Choice */

/**
 * What the controls do.
 * @typedef {object} Actions
 * @property {(code: string) => void} toggle
 * @property {(attribute: string, value: string) => void} choose
 * @property {(records: string[]) => void} open
 */

/** @typedef {ReturnType<typeof plant>} Tree */

/** Makes the empty tree; it is hidden until it is filled. */
export function plant() {
  const headline = h('div', { role: 'heading', 'aria-level': '3', id: 'headline', part: 'headline' });
  const subtitle = h('p', { id: 'subtitle', part: 'subtitle' });
  const chips = h('div', { role: 'group', class: 'chips' });
  const views = h('div', { role: 'group', class: 'choices' });
  const scales = h('div', { role: 'group', class: 'choices' });
  const controls = h('div', { class: 'controls', part: 'controls' }, chips, views, scales);
  const summary = h('p', { id: 'summary', class: 'unseen' });
  const canvas = h('canvas', { role: 'img', 'aria-describedby': 'summary' });
  const plot = h('div', { class: 'plot' }, canvas);
  const list = h('ol', { class: 'list' });
  const asides = h('ul', { class: 'asides' });
  const footer = h('p', { class: 'footer', part: 'footer' });
  // Where the button that plays the chart as sound stands.
  const sound = h('div', { class: 'sound', part: 'sound' });
  const entrances = doors();
  const { region, announce } = live();
  const figure = h(
    'figure',
    { 'aria-labelledby': 'headline', 'aria-describedby': 'summary', hidden: true },
    h('figcaption', {}, headline, subtitle),
    summary,
    controls,
    plot,
    list,
    asides,
    footer,
    h('div', { class: 'foot' }, entrances.row, sound),
    entrances.regions,
    region,
  );
  const fallback = h('slot');
  return {
    figure, fallback, headline, subtitle, summary, controls, chips, views, scales, canvas, plot,
    list, asides, footer, sound, doors: entrances, announce,
  };
}

/**
 * @param {Tree} tree
 * @param {Parts} parts
 * @param {Actions} actions
 */
export function fill(tree, parts, actions) {
  set(tree.figure, 'lang', parts.lang);
  tree.figure.style.colorScheme = parts.dark ? 'dark' : 'light';
  for (const [token, color] of Object.entries(parts.colors)) {
    tree.figure.style.setProperty(`--${token}`, color);
  }
  say(tree.headline, parts.headline);
  say(tree.subtitle, parts.subtitle);
  say(tree.summary, parts.summary);
  set(tree.canvas, 'aria-label', parts.headline);

  tree.controls.hidden = !parts.controls;
  set(tree.chips, 'aria-label', parts.labels.partners);
  set(tree.views, 'aria-label', parts.labels.view);
  set(tree.scales, 'aria-label', parts.labels.scale);
  each(tree.chips, parts.chips, () => chip(actions), fillChip);
  each(tree.views, parts.views, () => choice('view', actions), fillChoice);
  each(tree.scales, parts.scales, () => choice('scale', actions), fillChoice);

  each(tree.list, parts.list, () => entry(actions), (item, { number, title, date, record }) => {
    const [mark, name, when] = /** @type {HTMLCollectionOf<HTMLElement>} */ (
      item.firstElementChild?.children
    );
    say(mark, number);
    say(name, title);
    say(when, date);
    set(/** @type {Element} */ (item.firstElementChild), 'data-record', record);
  });
  each(tree.asides, parts.asides, () => h('li'), (item, { text, records }) => {
    item.replaceChildren(records.length ? aside(text, records, actions) : text);
  });
  say(tree.footer, parts.footer);
  tree.footer.hidden = !parts.footer;
}

/** @param {Actions} actions */
function chip(actions) {
  const button = h(
    'button',
    { type: 'button', class: 'chip' },
    h('span', { class: 'marker', 'aria-hidden': 'true' }),
    h('span'),
  );
  button.addEventListener('click', () => actions.toggle(button.dataset.code ?? ''));
  return button;
}

/**
 * @param {HTMLButtonElement} button
 * @param {Chip} item
 */
function fillChip(button, { code, name, color, shape, on }) {
  const [marker, label] = /** @type {HTMLCollectionOf<HTMLElement>} */ (button.children);
  set(button, 'data-code', code);
  set(button, 'aria-pressed', String(on));
  button.style.setProperty('--partner', color);
  set(marker, 'data-shape', shape);
  say(label, name);
}

/**
 * @param {string} attribute
 * @param {Actions} actions
 */
function choice(attribute, actions) {
  const button = h('button', { type: 'button', class: 'choice' });
  button.addEventListener('click', () => actions.choose(attribute, button.dataset.word ?? ''));
  return button;
}

/**
 * @param {HTMLButtonElement} button
 * @param {Choice} item
 */
function fillChoice(button, { word, name, on }) {
  set(button, 'data-word', word);
  set(button, 'aria-pressed', String(on));
  say(button, name);
}

/** @param {Actions} actions */
function entry(actions) {
  const button = h(
    'button',
    { type: 'button' },
    h('span', { class: 'number' }),
    h('span', { class: 'title' }),
    h('span', { class: 'date' }),
  );
  button.addEventListener('click', () => actions.open([button.dataset.record ?? '']));
  return h('li', {}, button);
}

/**
 * @param {string} text
 * @param {string[]} records
 * @param {Actions} actions
 */
function aside(text, records, actions) {
  const button = h('button', { type: 'button' }, text);
  button.addEventListener('click', () => actions.open(records));
  return button;
}
