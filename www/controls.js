// The controls: partners and view at once; measure, scale, kinds and period as options, which wait
// behind a button on a phone.

import { each, h, say, set } from './dom.js';
import { fillPartnerList, partnerList } from './partner-list.js';
import { fillSlider, slider } from './slider.js';

/** @import { Range } from './slider.js' */

/**
 * `first` ones have a button of their own; all stand in the list, with the number of known records.
 * @typedef {{code: string, name: string, color: string, shape: string, on: boolean, first: boolean,
 *   known: number}} Chip
 */
/** @typedef {{word: string, name: string, on: boolean}} Choice */

/**
 * What the view that is drawn can be asked for; a list is empty where there is nothing to choose.
 * @typedef {object} Offers
 * @property {Record<string, string>} labels
 * @property {boolean} controls
 * @property {Chip[]} chips
 * @property {Choice[]} views
 * @property {Choice[]} measures
 * @property {Choice[]} units
 * @property {Choice[]} scales
 * @property {Choice[]} compares
 * @property {Choice[]} kinds
 * @property {Range} [range]
 */

/**
 * What the controls do.
 * @typedef {object} Actions
 * @property {(code: string) => void} toggle
 * @property {(attribute: string, value: string) => void} choose
 * @property {(kind: string) => void} kind an empty one is all
 * @property {(from: number, to: number) => void} range
 * @property {() => void} reset
 * @property {() => Promise<void>} data has the browser save the whole dataset
 */

/** @typedef {ReturnType<typeof controls>} Controls */

/** @param {Actions} actions */
export function controls(actions) {
  const chips = h('div', { role: 'group', class: 'chips' });
  const partners = partnerList(actions.toggle);
  const every = discloser('partners', partners.root, 'hidden');
  const views = h('div', { role: 'group', class: 'choices' });
  const scales = h('div', { role: 'group', class: 'choices' });
  const compares = h('div', { class: 'choices compares' });
  const reset = h('button', { type: 'button', class: 'reset', hidden: true });
  reset.addEventListener('click', actions.reset);

  const measure = h('select', {});
  measure.addEventListener('change', () => actions.choose('measure', measure.value));
  const unit = h('select', {});
  unit.addEventListener('change', () => actions.choose('unit', unit.value));
  const units = h('label', { class: 'measure' }, h('span', { class: 'unseen' }), unit);
  const measures = h('label', { class: 'measure' }, h('span', { class: 'unseen' }), measure);

  const all = h('button', { type: 'button', class: 'all' });
  all.addEventListener('click', () => actions.kind(''));
  const boxes = h('div', { class: 'boxes' });
  const kinds = h('div', { id: 'kinds', role: 'group', class: 'kinds', hidden: true }, all, boxes);
  const kind = discloser('kinds', kinds, 'hidden');

  const period = slider(actions.range, reset);
  const more = h(
    'div',
    { id: 'options', class: 'more' },
    measures, units, scales, compares, kind, period.root, kinds,
  );
  const options = discloser('options', more, 'data-open');
  options.classList.add('options');
  const root = h('div', { class: 'controls', part: 'controls' }, chips, every, views, options, partners.root, more);
  return {
    actions, root, chips, every, partners, views, options, reset, more, measures, measure, units, unit, scales,
    compares, kind,
    kinds, all, boxes, period,
  };
}

/**
 * @param {Controls} controls
 * @param {Offers} offers
 */
export function fillControls(controls, offers) {
  const { actions, root, chips, views, scales, compares, measures, measure, units, unit, kind, all } = controls;
  const { labels, range } = offers;
  // Whoever has chosen a part of the period can always see all of it again.
  const isPart = Boolean(range?.changed && !range.whole);
  root.hidden = !offers.controls && !isPart;
  set(root, 'data-off', !offers.controls);
  set(chips, 'aria-label', labels.partners);
  set(views, 'aria-label', labels.view);
  set(scales, 'aria-label', labels.scale);
  each(chips, offers.chips.filter(({ first }) => first), () => chip(actions), fillChip);
  fillPartnerList(controls.partners, offers.chips, labels);
  say(controls.every, `${labels.everyone} (${offers.chips.length})`);
  controls.every.hidden = offers.chips.every(({ first }) => first);
  if (controls.every.hidden) disclose(controls.every, controls.partners.root, 'hidden', false);
  each(views, offers.views, () => choice('view', actions), fillChoice);
  each(scales, offers.scales, () => choice('scale', actions), fillChoice);
  each(compares, offers.compares, () => choice('compare', actions), fillChoice);

  say(/** @type {Element} */ (measures.firstElementChild), labels.measure);
  const fillOption = (/** @type {HTMLOptionElement} */ option, /** @type {Choice} */ { word, name, on }) => {
    option.value = word;
    option.selected = on;
    say(option, name);
  };
  each(measure, offers.measures, () => h('option'), fillOption);
  measures.hidden = offers.measures.length < 2;
  say(/** @type {Element} */ (units.firstElementChild), labels.unit);
  each(unit, offers.units, () => h('option'), fillOption);
  units.hidden = !offers.units.length;

  say(kind, labels.kinds);
  set(controls.kinds, 'aria-label', labels.kinds);
  say(all, labels.all);
  set(all, 'aria-pressed', String(offers.kinds.every(({ on }) => on)));
  each(controls.boxes, offers.kinds, () => box(actions), fillBox);
  kind.hidden = offers.kinds.length < 2;
  if (kind.hidden) disclose(kind, controls.kinds, 'hidden', false);

  controls.period.root.hidden = !range;
  if (range) fillSlider(controls.period, range, labels);
  controls.reset.hidden = range?.whole !== false;
  set(controls.more, 'data-changed', isPart);
  say(controls.reset, labels.whole);
  say(controls.options, labels.options);
  const shown = [...controls.more.children].some((child) => !(/** @type {HTMLElement} */ (child)).hidden);
  controls.options.hidden = controls.more.hidden = !shown;
}

/**
 * A button that shows and hides a region by an attribute of it.
 * @param {string} id
 * @param {HTMLElement} region
 * @param {'hidden' | 'data-open'} by
 */
function discloser(id, region, by) {
  const button = h('button', {
    type: 'button', class: 'discloser', 'aria-expanded': 'false', 'aria-controls': id,
  });
  button.addEventListener('click', () => {
    disclose(button, region, by, button.getAttribute('aria-expanded') === 'false');
  });
  return button;
}

/**
 * @param {HTMLElement} button
 * @param {HTMLElement} region
 * @param {'hidden' | 'data-open'} by
 * @param {boolean} open
 */
function disclose(button, region, by, open) {
  set(button, 'aria-expanded', String(open));
  set(region, by, open === (by === 'data-open'));
}

/** @param {Actions} actions */
function chip(actions) {
  const button = h(
    'button',
    { type: 'button', class: 'chip', part: 'partner' },
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
 * A second press on the comparison takes it back.
 * @param {string} attribute
 * @param {Actions} actions
 */
function choice(attribute, actions) {
  const button = h('button', { type: 'button', class: 'choice', part: 'choice' });
  button.addEventListener('click', () => {
    const undo = attribute === 'compare' && button.getAttribute('aria-pressed') === 'true';
    actions.choose(attribute, undo ? 'none' : button.dataset.word ?? '');
  });
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
function box(actions) {
  const input = h('input', { type: 'checkbox' });
  input.addEventListener('change', () => {
    // What the chart then shows is written back: the last one cannot be switched off.
    input.checked = !input.checked;
    actions.kind(input.value);
  });
  return h('label', {}, input, h('span'));
}

/**
 * @param {HTMLLabelElement} label
 * @param {Choice} item
 */
function fillBox(label, { word, name, on }) {
  const [input, text] = label.children;
  Object.assign(input, { value: word, checked: on });
  say(text, name);
}
