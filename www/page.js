// The page form: URL parameters are the element's attributes, under the same names, and the reader's
// changes come back into the address.

import { carried } from './carried.js';
import { define } from './define.js';
import { h } from './dom.js';
import { BilateralChart } from './element.js';
import { failureWords } from './failure.js';
import { tellHeight } from './height.js';
import { linkBy } from './link.js';

const PAGE = `
html { background: Canvas; background: light-dark(#fff, #14181d); }
body { margin: 0; padding: 16px; max-width: 1120px; margin-inline: auto; }
img { max-width: 100%; height: auto; }
`;

const known = BilateralChart.observedAttributes;
/** Characters; no value that means something is longer. */
const LONGEST = 2000;

const page = document.documentElement;
const parameters = new URLSearchParams(location.search);

/** @param {Element} chart */
function read(chart) {
  for (const [name, value] of parameters) {
    const why = known.includes(name)
      ? value.length > LONGEST && `is longer than ${LONGEST} characters`
      : 'is not a parameter';
    if (why) console.warn(`bilateral: ${name.slice(0, 40)} ${why}`);
    else chart.setAttribute(name, value);
  }
  page.removeAttribute('lang');
}

/** Once drawn: what the page is called, in which language, on which ground. @param {Element} chart */
function name({ shadowRoot }) {
  const figure = shadowRoot?.querySelector('figure');
  if (!figure) return;
  page.lang = figure.lang;
  page.style.colorScheme = figure.style.colorScheme;
  document.title = shadowRoot?.getElementById('headline')?.textContent || document.title;
}

/** Writes what differs from the default into the address. @param {Element} chart */
function write(chart) {
  for (const name of known) {
    const value = chart.getAttribute(name);
    if (value === null) parameters.delete(name);
    else parameters.set(name, value);
  }
  try {
    history.replaceState(null, '', `?${parameters}${location.hash}`);
  } catch {
    // A page from disk or of no origin keeps its address.
  }
}

/**
 * The static figure beside this file, where the chart cannot be.
 * @param {Element} chart
 * @param {string} message
 */
function figure(chart, message) {
  const word = (/** @type {string} */ name, /** @type {string} */ usual) =>
    /^\w+$/.exec(chart.getAttribute(name) ?? '')?.[0] ?? usual;
  const file = `static/${word('view', 'story')}.${word('lang', 'en')}`;
  const image = h('img', { src: `${file}.svg`, alt: document.title });
  image.addEventListener('error', () => link.replaceWith(failureWords(chart, message)));
  const link = h('a', { href: `${file}.html` }, image);
  chart.replaceChildren(link);
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(PAGE);
document.adoptedStyleSheets = [sheet];
const chart = document.querySelector('bilateral-chart');
if (chart) {
  read(chart);
  // From disk the address may have stayed as it was.
  linkBy(() => [location.href.split(/[?#]/)[0], String(parameters)].filter(Boolean).join('?'));
  chart.addEventListener('bilateral-ready', () => name(chart));
  for (const type of ['change', 'select']) {
    chart.addEventListener(`bilateral-${type}`, () => {
      write(chart);
      // The chart is drawn in the frame.
      requestAnimationFrame(() => setTimeout(() => name(chart)));
    });
  }
  chart.addEventListener('bilateral-error', (event) => {
    figure(chart, /** @type {CustomEvent} */ (event).detail.message);
  });
  tellHeight(document.body);
}
define(carried);
