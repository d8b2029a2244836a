// The link to a chart as a reader has set it: the page's address with what the reader chose behind
// `#bilateral-<id or place>?`, which the chart takes back when the page is opened by it.

import { set } from './dom.js';

/** What readers choose. Title, theme and the like stay the page's: no link puts words in its mouth. */
const CHOSEN = ['view', 'partners', 'measure', 'kinds', 'from', 'to', 'scale', 'compare', 'select'];

/** The address of a page that keeps the state in it. @type {(() => string) | undefined} */
let own;

/** @param {() => string} address */
export function linkBy(address) {
  own = address;
}

/** Its id, or its place among the charts of the page; in a div's shadow tree the div's. @param {Element} chart */
function name(chart) {
  const { host = chart } = /** @type {{host?: Element}} */ (chart.getRootNode());
  const all = [...document.querySelectorAll('bilateral-chart, div.bilateral-chart')];
  return encodeURIComponent(host.id || all.indexOf(host) + 1);
}

/** @param {Element} chart */
export function linkTo(chart) {
  if (own) return own();
  const query = new URLSearchParams();
  for (const attribute of CHOSEN) {
    const value = chart.getAttribute(attribute);
    if (value) query.set(attribute, value);
  }
  return `${location.href.split('#')[0]}#bilateral-${name(chart)}?${query}`;
}

/** Gives the chart what the page's address says of it, if anything. @param {Element} chart */
export function follow(chart) {
  const [, of, query] = /^#bilateral-([^?]+)\?(.*)$/.exec(location.hash) ?? [];
  if (of !== name(chart)) return;
  const chosen = new URLSearchParams(query);
  for (const attribute of CHOSEN) set(chart, attribute, chosen.get(attribute) ?? undefined);
  chart.scrollIntoView();
}
