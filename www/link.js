// The link to a chart as a reader has set it, which the chart takes back when the page is opened by it:
// the page's address with what the reader chose behind `#bilateral-<id or place>?`, or in a parameter
// `bilateral-<id or place>` where the part behind the hash is the page's own.
//
// A link comes from a stranger: it sets what readers set, and the author's state can be had again.

import { set } from './dom.js';

/** What readers choose. Title, theme and the like stay the page's: no link puts words in its mouth. */
export const CHOSEN = ['view', 'partners', 'measure', 'unit', 'kinds', 'from', 'to', 'scale', 'compare', 'select'];

const DIV = 'div.bilateral-chart';
const PREFIX = 'bilateral-';
const HASH = /^#bilateral-([^?]+)\?(.*)$/;

/** The page's own route when it was opened: a parameter is for the charts of that route alone. */
const opened = globalThis.location?.hash;

/** The address of a page that keeps the state in it. @type {(() => string) | undefined} */
let own;

/** @param {() => string} address */
export function linkBy(address) {
  own = address;
}

/**
 * The charts below a node in the order of the page, in open shadow trees too; a div stands for its chart.
 * @param {Document | ShadowRoot} root
 * @returns {Iterable<Element>}
 */
function* charts(root) {
  for (const node of root.querySelectorAll('*')) {
    if (node.localName === 'bilateral-chart' || node.matches(DIV)) yield node;
    else if (node.shadowRoot) yield* charts(node.shadowRoot);
  }
}

/** Its id, if no chart before it has the same, or else its place in the page. @param {Element} chart */
function name(chart) {
  const { host } = /** @type {{host?: Element}} */ (chart.getRootNode());
  const node = host?.matches(DIV) ? host : chart;
  // One in a closed tree is the last.
  const all = [...new Set([...charts(chart.ownerDocument), node])];
  const first = all.find(({ id }) => id === node.id);
  // A number would be another's place.
  const id = first === node && !/^\d*$/.test(node.id) && node.id;
  return encodeURIComponent(id || all.indexOf(node) + 1);
}

/** Whether the author leaves nothing to choose. @param {Element} chart */
const isFixed = (chart) => chart.getAttribute('controls')?.trim() === 'off';

/** @param {Element} chart */
export function linkTo(chart) {
  if (own) return own();
  const url = new URL(location.href);
  const ours = [...url.searchParams.keys()].filter((key) => key.startsWith(PREFIX));
  for (const key of ours) url.searchParams.delete(key);
  const isOurs = HASH.test(url.hash);
  if (isFixed(chart)) {
    if (isOurs) url.hash = '';
    return url.href;
  }
  const query = new URLSearchParams();
  for (const attribute of CHOSEN) {
    const value = chart.getAttribute(attribute);
    if (value) query.set(attribute, value);
  }
  // An empty link changes nothing, and this one may differ from what the author has set.
  if (!String(query)) query.set('view', 'story');
  if (url.hash && !isOurs) url.searchParams.set(PREFIX + name(chart), String(query));
  else url.hash = `${PREFIX}${name(chart)}?${query}`;
  return url.href;
}

/** What the address says of the chart, if anything. @param {Element} chart */
function asked(chart) {
  const [, of, query] = HASH.exec(location.hash) ?? [];
  const named = name(chart);
  if (of) return of === named ? query : undefined;
  const given = location.hash === opened && new URLSearchParams(location.search).get(PREFIX + named);
  return given || undefined;
}

/** What the author had set of what a link has changed. @type {WeakMap<Element, [string, string | null][]>} */
const authors = new WeakMap();

/** Gives the chart what the page's address says of it, if anything. @param {Element} chart */
export function follow(chart) {
  if (!location.href.includes(PREFIX)) return;
  const query = asked(chart);
  if (query === undefined) return;
  chart.scrollIntoView();
  const chosen = new URLSearchParams(query);
  if (isFixed(chart) || !CHOSEN.some((attribute) => chosen.get(attribute))) return;
  /** @type {[string, string | null][]} */
  const before = authors.get(chart) ?? CHOSEN.map((attribute) => [attribute, chart.getAttribute(attribute)]);
  for (const attribute of CHOSEN) set(chart, attribute, chosen.get(attribute) ?? undefined);
  authors.set(chart, before);
}

/** What differs now from what the author set, where a link has changed it. @param {Element} chart */
function changed(chart) {
  const before = authors.get(chart) ?? [];
  return before.filter(([attribute, value]) => chart.getAttribute(attribute) !== value).map(([attribute]) => attribute);
}

/** Whether the chart is as a link has set it, and not as its author has. @param {Element} chart */
export const isLinked = (chart) => changed(chart).length > 0;

/** Whether the author's title may stand: it was written for the author's state. @param {Element} chart */
export const isTitled = (chart) => changed(chart).every((attribute) => attribute === 'select');

/** The chart as its author has set it. @param {Element} chart */
export function unfollow(chart) {
  for (const [attribute, value] of authors.get(chart) ?? []) set(chart, attribute, value ?? undefined);
  authors.delete(chart);
}

/** The page itself has set the chart: there is nothing to go back to. @param {Element} chart */
export const forget = (chart) => authors.delete(chart);
