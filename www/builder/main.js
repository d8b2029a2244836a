// The builder page: what is chosen becomes attributes of the chart and texts to copy.

import { h, say, set } from '../dom.js';
import az from './words/az.json';
import en from './words/en.json';
import kk from './words/kk.json';
import ru from './words/ru.json';
import tg from './words/tg.json';
import { copy } from './copy.js';
import style from './builder.css';
import { check } from './csp.js';
import { begin, saved } from './data.js';
import { part } from './parts.js';
import { offerLanguages, publish } from './publish.js';
import { differing, snippets } from './snippets.js';
import { converse, live, speak, t } from './words.js';
import { define } from '../define.js';
import { more } from '../entry-more.js';

/** @import { BilateralChart } from '../bilateral.d.ts' */
/** @import { Choices } from './snippets.js' */
/** @import { Finding, Verdict } from './csp.js' */

/** Where the files lie if this page cannot tell. */
const EXAMPLE = 'https://static.example.org/bilateral/';

/** The page form's margins above and below the chart, in CSS pixels. */
const MARGINS = 32;

/** The height of a chart that has not been drawn. */
const HEIGHT = 560;

/** How long a hand may rest before what it typed is shown. */
const REST = 150;

/** What the measures are called that any dataset may have. */
const MEASURES = new Map([
  ['', 'By the data'], ['turnover', 'Turnover'], ['exports', 'Exports'], ['imports', 'Imports'],
  ['agreements', 'Agreements'], ['documents', 'Documents'],
]);

/** @param {string} id */
const get = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const chart = /** @type {BilateralChart} */ (get('chart'));
const choices = /** @type {HTMLFormElement} */ (get('choices'));
const where = /** @type {HTMLFormElement} */ (get('place'));
const policy = /** @type {HTMLFormElement} */ (get('policy'));
const meta = /** @type {HTMLMetaElement} */ (document.querySelector('meta[name="generator"]'));

/** @param {HTMLFormElement} form @param {string} name */
const field = (form, name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));

/** @returns {HTMLInputElement[]} */
const partnerBoxes = () => [...get('partners').querySelectorAll('input')];

/** What the form says; a value that is not one yet is left out. @returns {Partial<Choices>} */
function chosen() {
  /** @type {Record<string, string>} */
  const found = {};
  for (const name of ['view', 'measure', 'scale', 'compare', 'from', 'to', 'lang', 'theme', 'height', 'title']) {
    const one = field(choices, name);
    const input = one instanceof HTMLElement && !(one instanceof HTMLSelectElement) ? one : undefined;
    const wrong = input ? !input.checkValidity() : false;
    if (input) set(input, 'aria-invalid', wrong ? 'true' : undefined);
    if (!wrong && !(one instanceof HTMLElement && one.closest('[hidden]'))) found[name] = one.value;
  }
  const boxes = partnerBoxes();
  const on = boxes.filter((box) => box.checked);
  if (on.length < boxes.length) found.partners = on.map((box) => box.value).join(' ');
  found.controls = field(choices, 'controls').checked ? 'on' : 'off';
  return found;
}

/** Lets the form say what the chart's own buttons have changed. @param {Record<string, string>} state */
function adopt(state) {
  for (const name of ['view', 'measure', 'scale', 'compare', 'from', 'to']) {
    const one = field(choices, name);
    const first = one instanceof HTMLSelectElement ? one.options[0].value : '';
    one.value = state[name] ?? (name === 'view' ? 'story' : first);
  }
  const codes = state.partners?.split(' ');
  for (const box of partnerBoxes()) box.checked = codes?.includes(box.value) ?? true;
}

let drawing = 0;
let packageName = 'package';
/** Whether the chart shows the reader's own data. */
let isOwn = false;
let measures = ['turnover', 'exports', 'imports', 'agreements'];

async function show() {
  const view = field(choices, 'view').value;
  for (const label of choices.querySelectorAll('[data-views]')) {
    set(label, 'hidden', !label.getAttribute('data-views')?.split(' ').includes(view));
  }
  set(get('range-hint'), 'hidden', view === 'sectors');
  const state = chosen();
  const written = new Map(differing(state));
  for (const name of ['view', 'partners', 'measure', 'scale', 'compare', 'from', 'to', 'lang', 'theme', 'height', 'title', 'controls']) {
    set(chart, name, written.get(name));
  }
  const width = /** @type {HTMLInputElement | null} */ (document.querySelector('#widths :checked'))?.value;
  chart.style.width = width ? `${width}px` : '';
  write(state);
  // Only the last of many quick changes needs the headline and the height that follow from it.
  const turn = ++drawing;
  await customElements.whenDefined('bilateral-chart');
  await chart.resize();
  // Out of sight it is not drawn until somebody asks for what it shows.
  await chart.save().catch(() => {});
  if (turn !== drawing) return;
  namePartners();
  write(state);
}

/** @param {Partial<Choices>} state */
function write(state) {
  const base = field(where, 'base');
  const valid = base.value !== '' && base.checkValidity();
  set(base, 'aria-invalid', valid ? undefined : 'true');
  const root = chart.shadowRoot;
  const figure = root?.querySelector('figure');
  const texts = snippets(state, {
    base: valid ? base.value : EXAMPLE,
    headline: state.title || root?.getElementById('headline')?.textContent || t('Chart of trade and events'),
    lang: figure?.lang || document.documentElement.lang,
    height: (figure?.offsetHeight || HEIGHT) + MARGINS,
    integrity: field(where, 'pin').checked ? meta.dataset.integrity : undefined,
    plain: field(where, 'plain').checked,
  });
  for (const pre of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('pre[data-snippet]'))) {
    say(pre, texts[/** @type {keyof typeof texts} */ (pre.dataset.snippet)]);
  }
  const example = valid && new URL(base.value).hostname.endsWith('example.org');
  say(get('base-hint'), example
    ? t('This is an example: put the address of your own copy here.')
    : valid ? '' : t('A full address, such as https://static.example.org/bilateral/'));
  judge();
}

function judge() {
  const text = field(policy, 'text').value.trim();
  const base = field(where, 'base').value;
  const to = get('verdict');
  if (!text) return to.replaceChildren();
  const report = check(text, base, field(policy, 'page').value.trim() || undefined);
  if (!report.count) return to.replaceChildren(h('p', {}, t('There is no policy in this text.')));
  to.replaceChildren(
    way('Script and element', report.script),
    way('Frame, and address to paste', report.frame),
    way('Picture and link', report.image),
    ...report.notes.map((note) => h('p', { class: 'note' }, note)),
  );
}

/** @param {string} name @param {Verdict} verdict */
function way(name, { missing, better }) {
  const ok = missing.length === 0;
  return h(
    'div',
    { class: ok ? 'way passes' : 'way blocked' },
    h('h3', {}, h('span', { class: 'sign', 'aria-hidden': 'true' }, ok ? '✓' : '✕'), t(ok ? '{name}: allowed' : '{name}: blocked', { name: t(name) })),
    ...findings(missing, 'Write'),
    ...findings(better, 'For the picture that stands in until the chart is drawn, write'),
  );
}

/** @param {Finding[]} list @param {string} lead */
function findings(list, lead) {
  return list.map(({ text, line }) =>
    h('p', {}, `${text} `, ...(line ? [`${t(lead)} `, h('code', {}, line)] : [])));
}

/** Shows the reader's own data, where nothing is wrong with it. @type {Parameters<typeof begin>[0]} */
async function showOwn(json, { ok, languages = [], name }) {
  packageName = name;
  get('stale').hidden = ok;
  speak(get('stale'), () => t(isOwn ? 'The chart shows the data as it was before the faults that step 2 lists.'
    : 'The chart shows the dataset that is inside, until steps 1 and 2 leave nothing open.'));
  /** @type {HTMLButtonElement} */ (get('pack')).disabled = !ok;
  if (json === undefined) return;
  const data = JSON.parse(json);
  await customElements.whenDefined('bilateral-chart');
  await chart.load(data);
  isOwn = true;
  // Out of sight it is not drawn until somebody asks for what it shows.
  await chart.save().catch(() => {});
  offerLanguages(languages);
  measures = [...new Set(/** @type {{measure: string}[]} */ (data.figures).map(({ measure }) => measure))].filter((one) => one !== 'growth');
  offerMeasures();
  get('partners').querySelector('.row')?.replaceChildren();
  offerPartners();
  show();
}

/** Offers the measures; a package's own are called as it calls them. */
function offerMeasures() {
  const choice = /** @type {HTMLSelectElement} */ (/** @type {unknown} */ (field(choices, 'measure')));
  const title = (/** @type {string} */ text) => text[0].toUpperCase() + text.slice(1).replace(/[-_]/g, ' ');
  const { value } = choice;
  choice.replaceChildren(...['', ...measures].map((one) => h('option', { value: one }, t(MEASURES.get(one) ?? '') || title(one))));
  if (measures.includes(value)) choice.value = value;
}

/** Copies what a node says, and tells so. @param {HTMLElement} node @param {string} name in English */
async function copied(node, name) {
  const done = await copy(node);
  speak(get('told'), () => t(done ? '{name}: copied.' : '{name}: selected. Copy it with Ctrl+C or ⌘C.', { name: t(name) }));
  return done;
}

/** @param {string} name in English @param {string} text */
async function copyText(name, text) {
  const pre = get('copied');
  say(pre, text);
  pre.hidden = false;
  pre.hidden = await copied(pre, name);
}

async function makeFiles() {
  const base = field(where, 'base');
  const own = base.value !== '' && base.checkValidity() && !new URL(base.value).hostname.endsWith('example.org');
  const all = [...document.querySelectorAll('pre[data-snippet]')].map((pre) =>
    `${t(/** @type {HTMLElement} */ (pre).dataset.name ?? '')}\n\n${pre.textContent}\n`);
  const query = new URLSearchParams(differing(chosen()));
  if (await publish(chart, packageName, own ? base.value : '', String(query), all.join('\n'))) saved();
}

function addCopyButtons() {
  for (const pre of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('pre[data-snippet]'))) {
    const name = pre.dataset.name ?? '';
    const button = h('button', { type: 'button', class: 'copy' });
    live(pre, () => set(button, 'aria-label', t('Copy: {name}', { name: t(name) })));
    speak(button, () => t('Copy'));
    button.addEventListener('click', async () => {
      const done = await copied(pre, name);
      speak(button, () => t(done ? 'Copied' : 'Selected'));
      setTimeout(() => speak(button, () => t('Copy')), 2000);
    });
    const box = h('div', { class: 'snippet' });
    pre.replaceWith(box);
    box.append(pre, button);
  }
}

/** Offers the partners of the dataset, under the names that the chart gives them. */
function offerPartners() {
  const box = get('partners');
  const chips = chart.shadowRoot?.querySelectorAll('.chip') ?? [];
  if (partnerBoxes().length || chips.length < 2) return;
  const row = /** @type {HTMLElement} */ (box.querySelector('.row'));
  for (const chip of /** @type {Iterable<HTMLElement>} */ (chips)) {
    const input = h('input', { type: 'checkbox', name: 'partner', value: chip.dataset.code, checked: true });
    row.append(h('label', { class: 'check' }, input, h('span', {}, chip.textContent ?? '')));
  }
  box.hidden = false;
}

/** The chart's language names them. */
function namePartners() {
  const root = chart.shadowRoot;
  const row = get('partners').querySelector('.row');
  if (row) set(row, 'lang', root?.querySelector('figure')?.lang);
  for (const box of partnerBoxes()) {
    const chip = root?.querySelector(`.chip[data-code="${CSS.escape(box.value)}"]`);
    if (chip) say(/** @type {Element} */ (box.nextElementSibling), chip.textContent ?? '');
  }
}

/** @param {() => void} act */
function afterRest(act) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(act, REST);
  };
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
define(
  (second) => /** @type {any} */ (part(second ? 'bilateral.more.wasm' : 'bilateral.wasm')),
  undefined, undefined, async () => more,
);
converse({ en, az, ru, kk, tg }, /** @type {HTMLSelectElement} */ (get('language')));
begin(showOwn, copyText);
get('pack').addEventListener('click', makeFiles);

field(where, 'base').value = /^https?:$/.test(location.protocol) ? new URL('.', location.href).href : EXAMPLE;
addCopyButtons();
for (const form of [choices, where, policy]) form.addEventListener('submit', (event) => event.preventDefault());
choices.addEventListener('input', afterRest(show));
get('widths').addEventListener('input', () => show());
where.addEventListener('input', afterRest(() => write(chosen())));
policy.addEventListener('input', afterRest(judge));
chart.addEventListener('bilateral-ready', () => {
  offerPartners();
  show();
});
chart.addEventListener('bilateral-change', ({ detail }) => {
  adopt(/** @type {Record<string, string>} */ (detail));
  show();
});
live(choices, () => {
  offerMeasures();
  show();
});
