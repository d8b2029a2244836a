// The page form: URL parameters are the element's attributes, under the same names, and the reader's
// changes come back into the address.

import { carried, label } from './carried.js';
import { more } from './entry-more.js';
import { bind } from './unable.js';
import { define } from './define.js';
import { h, set } from './dom.js';
import { BilateralChart } from './element.js';
import { failureWords } from './failure.js';
import { tellHeight } from './height.js';
import { wanted } from './language.js';
import { CHOSEN, linkBy } from './link.js';

const PAGE = `
html { background: Canvas; background: light-dark(#fff, #14181d); }
body { margin: 0; padding: 16px; max-width: 1120px; margin-inline: auto; }
img { max-width: 100%; height: auto; }
`;

// The page has one dataset, its own.
const known = BilateralChart.observedAttributes.filter((name) => name !== 'dataset');
/** Characters; no value that means something is longer. */
const LONGEST = 2000;

/** Milliseconds within which a range that moves on is one choice. */
const MOMENT = 1000;

const page = document.documentElement;
const isFramed = parent !== window;
let parameters = new URLSearchParams(location.search);
/** What stands on the element in the file. @type {Map<string, string | null>} */
const packed = new Map();

/**
 * Why a parameter is not taken. On its own the page is whoever's the link is, so words and data are
 * not taken from it, nor choices that the packer has fixed.
 * @param {Element} chart
 * @param {string} name
 * @param {string} value
 */
function refusal(chart, name, value) {
  if (!known.includes(name)) return 'is not a parameter';
  if (value.length > LONGEST) return `is longer than ${LONGEST} characters`;
  if (name === 'title' && !isFramed) return 'is taken in a frame only';
  if (name === 'src' && !isBeside(chart, value)) {
    return 'is taken where the element of this page has data-src="folder", and from that folder only';
  }
  if (CHOSEN.includes(name) && packed.get('controls')?.trim() === 'off') return 'is fixed by controls="off"';
  return '';
}

/**
 * Whether the packer lets addresses name a dataset, and it lies in the page's own folder.
 * @param {Element} chart
 * @param {string} src
 */
function isBeside(chart, src) {
  if (chart.getAttribute('data-src') !== 'folder') return false;
  try {
    const { href } = new URL(src, location.href);
    // A server may read an encoded slash as one.
    return href.startsWith(new URL('.', location.href).href) && !/%2f|%5c/i.test(href);
  } catch {
    return false;
  }
}

/** Gives the chart what the address says, and else what stands in the file. @param {Element} chart */
function read(chart) {
  /** @type {Map<string, string>} */
  const taken = new Map();
  for (const [name, value] of parameters) {
    const why = refusal(chart, name, value);
    if (why) console.warn(`bilateral: ${name.slice(0, 40)} ${why}`);
    else if (!taken.has(name)) taken.set(name, value);
  }
  for (const name of known) set(chart, name, taken.get(name) ?? packed.get(name) ?? undefined);
}

/** Once drawn: what the page is called, in which language, on which ground. @param {Element} chart */
function name({ shadowRoot }) {
  const figure = shadowRoot?.querySelector('figure');
  if (!figure) return;
  page.lang = figure.lang;
  page.style.colorScheme = figure.style.colorScheme;
  const headline = shadowRoot?.getElementById('headline');
  if (!headline) return;
  // Here the chart is all that there is.
  set(headline, 'aria-level', '1');
  document.title = headline.textContent || document.title;
}

/** The same once what has changed is drawn, in the next frame. @param {Element} chart */
const soon = (chart) => requestAnimationFrame(() => setTimeout(() => name(chart)));

/** What moves on under a hand, and when it last did. */
const RANGE = ['from', 'to'];
let moved = -MOMENT;

/**
 * Writes what differs from the default into the address, a choice as a step that Back undoes; in a
 * frame the steps are the page's around it.
 * @param {Element} chart
 * @param {boolean} isChoice
 */
function write(chart, isChoice) {
  const changed = known.filter((name) => chart.getAttribute(name) !== parameters.get(name));
  for (const name of changed) {
    const value = chart.getAttribute(name);
    if (value === null) parameters.delete(name);
    else parameters.set(name, value);
  }
  const isMoving = changed.every((name) => RANGE.includes(name));
  const goesOn = isMoving && performance.now() - moved < MOMENT;
  if (isMoving) moved = performance.now();
  const step = isChoice && changed.length && !goesOn && !isFramed ? 'pushState' : 'replaceState';
  try {
    history[step](null, '', `?${parameters}${location.hash}`);
  } catch {
    // A page from disk or of no origin keeps its address.
  }
}

/**
 * The static figure beside this file, where the chart cannot be: of the view and in the language that
 * are wanted, else the one for readers without scripts.
 * @param {Element} chart
 * @param {string} message
 */
function figure(chart, message) {
  const own = /static\/([\w.]+)\.svg/.exec(chart.textContent ?? '')?.[1];
  const view = /^\w+$/.exec(chart.getAttribute('view') ?? '')?.[0] ?? 'story';
  const files = [`${view}.${wanted(chart)[0]}`, own];
  const image = h('img', { alt: document.title });
  const link = h('a', {}, image);
  const next = () => {
    const file = files.shift();
    if (!file) return link.replaceWith(failureWords(chart, message));
    set(image, 'src', `static/${file}.svg`);
    set(link, 'href', `static/${file}.html`);
  };
  image.addEventListener('error', next);
  next();
  chart.replaceChildren(link);
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(PAGE);
document.adoptedStyleSheets = [sheet];
const chart = document.querySelector('bilateral-chart');
if (chart) {
  for (const name of known) packed.set(name, chart.getAttribute(name));
  read(chart);
  page.removeAttribute('lang');
  // From disk the address may have stayed as it was.
  linkBy(() => [location.href.split(/[?#]/)[0], String(parameters)].filter(Boolean).join('?'));
  chart.addEventListener('bilateral-ready', () => name(chart));
  addEventListener('popstate', () => {
    parameters = new URLSearchParams(location.search);
    read(chart);
    soon(chart);
  });
  for (const type of ['change', 'select']) {
    chart.addEventListener(`bilateral-${type}`, () => {
      write(chart, type === 'change');
      soon(chart);
    });
  }
  chart.addEventListener('bilateral-error', (event) => {
    figure(chart, /** @type {CustomEvent} */ (event).detail.message);
  });
  bind(chart);
  tellHeight(document.body);
}
define(carried, label, undefined, async () => more);
