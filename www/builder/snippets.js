// The texts to copy, from what was chosen. Each is markup without inline code or style.

import { t } from './words.js';

/** The values that are not written, since the element takes them by itself. */
const DEFAULTS = {
  view: 'story', partners: '', measure: '', from: '', to: '', scale: 'linear', compare: '',
  lang: '', theme: 'auto', height: '', title: '', controls: 'on',
};

/** @typedef {typeof DEFAULTS} Choices each is the value of the attribute of the same name */

/**
 * @typedef {object} Place
 * @property {string} base the folder of the chart's files, a URL
 * @property {string} headline what the chart says
 * @property {string} [summary] the chart in a few sentences, for whoever sees no chart
 * @property {number} height of the chart, in CSS pixels
 * @property {number} [room] what the chart takes of a page; else its height
 * @property {string} [lang] the language in which the chart is seen, where none is chosen
 * @property {string} [integrity] pins the script to one version
 * @property {boolean} [plain] a `<div>` instead of the element, where unknown tags are stripped
 */

/** @param {Partial<Choices>} choices @returns {[string, string][]} what differs from the defaults */
export function differing(choices) {
  const names = /** @type {(keyof Choices)[]} */ (Object.keys(DEFAULTS));
  const pairs = names.map((name) => /** @type {[keyof Choices, string]} */ ([name, (choices[name] ?? '').trim()]));
  return pairs.filter(([name, value]) => value !== '' && value !== DEFAULTS[name]);
}

/** @param {string} text */
export function escaped(text) {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (char) => entities[/** @type {keyof typeof entities} */ (char)]);
}

/** @param {[string, string][]} pairs */
const attributes = (pairs) => pairs.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');

/** @param {string} base @param {string} file */
export function address(base, file) {
  return `${base.trim().replace(/\/*$/, '/')}${file}`;
}

/**
 * The page form with the choices in its query. It takes a title in a frame only.
 * @param {Partial<Choices>} choices
 * @param {string} base
 * @param {boolean} [framed]
 */
export function pageAddress(choices, base, framed) {
  const taken = differing(choices).filter(([name]) => framed || name !== 'title');
  const query = taken.map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/%20/g, '+')}`);
  return address(base, 'bilateral.html') + (query.length ? `?${query.join('&')}` : '');
}

/** @param {Partial<Choices>} choices @param {Place} place */
const language = (choices, place) => choices.lang || place.lang || 'en';

/** What the static figure of a view as it comes may be told. */
const COMMON = ['view', 'lang', 'theme', 'controls', 'height'];

/** Whether the figure is one that the published files have for the chart as it was chosen alone. @param {Partial<Choices>} choices */
export const isOwnFigure = (choices) => differing(choices).some(([name]) => !COMMON.includes(name));

/** The static figure's name. @param {Partial<Choices>} choices @param {Place} place */
function figure(choices, place) {
  const stem = isOwnFigure(choices) ? 'chart' : choices.view || DEFAULTS.view;
  return `static/${stem}.${language(choices, place)}`;
}

/** @param {Partial<Choices>} choices @param {Place} place @param {string} link where the picture leads */
function picture(choices, place, link) {
  const image = attributes([['src', address(place.base, `${figure(choices, place)}.png`)], ['alt', place.summary || place.headline], ['width', '640']]);
  return `<a href="${escaped(link)}"><img${image}></a>`;
}

/** @param {Partial<Choices>} choices @param {Place} place */
const table = (choices, place) => address(place.base, `${figure(choices, place)}.html`);

/** @param {Partial<Choices>} choices @param {Place} place */
function tableLink(choices, place) {
  const text = t('The figures as a table', {}, language(choices, place));
  return `<a href="${escaped(table(choices, place))}">${escaped(text)}</a>`;
}

/** The element alone, with its fallback inside. @param {Partial<Choices>} choices @param {Place} place */
export function element(choices, place) {
  const pairs = differing(choices);
  const [open, tag] = place.plain
    ? [`div class="bilateral-chart"${attributes(pairs.map(([name, value]) => [`data-${name}`, value]))}`, 'div']
    : [`bilateral-chart${attributes(pairs)}`, 'bilateral-chart'];
  const inside = picture(choices, place, table(choices, place));
  return `<${open}>\n  ${inside}\n</${tag}>`;
}

/** @param {Place} place */
export function script({ base, integrity }) {
  const pinned = attributes(integrity ? [['integrity', integrity], ['crossorigin', 'anonymous']] : []);
  // Optimisers that reorder scripts read this attribute only where it stands before the address.
  return `<script async data-cfasync="false" src="${escaped(address(base, 'bilateral.js'))}"${pinned}></script>`;
}

/**
 * The slim form: what a first chart needs, asked for at once. It brings less than the script, from a
 * server alone.
 * @param {Partial<Choices>} choices @param {Place} place
 */
export function light(choices, place) {
  /** @param {string} file */
  const at = (file) => escaped(address(place.base, file));
  return `<link rel="modulepreload" href="${at('slim.mjs')}">
<link rel="preload" href="${at('bilateral.wasm')}" as="fetch" type="application/wasm" crossorigin>
<script type="module" src="${at('slim-element.mjs')}"></script>
${element(choices, place)}`;
}

/**
 * Browsers show nothing of what a frame holds; systems that strip the frame's tags leave it.
 * @param {Partial<Choices>} choices @param {Place} place
 */
export function frame(choices, place) {
  const { base, headline, height } = place;
  const pairs = /** @type {[string, string][]} */ ([
    ['src', pageAddress(choices, base, true)], ['title', headline], ['width', '100%'],
    ['height', String(Math.ceil(height))], ['frameborder', '0'], ['loading', 'lazy'],
  ]);
  const inside = picture(choices, place, table(choices, place));
  return `<iframe${attributes(pairs)}>${inside}</iframe>\n<p>${tableLink(choices, place)}</p>`;
}

/** @param {Partial<Choices>} choices @param {Place} place */
export function image(choices, place) {
  const link = pageAddress(choices, place.base);
  const text = t('The interactive chart', {}, language(choices, place));
  return `<p>${picture(choices, place, link)}</p>\n<p><a href="${escaped(link)}">${escaped(text)}</a> · ${tableLink(choices, place)}</p>`;
}

/** A shortcode in the form of WordPress. @param {Partial<Choices>} choices */
export function wordpress(choices) {
  return `[bilateral${shortcode(choices)}]`;
}

/** A shortcode in the form of Hugo. @param {Partial<Choices>} choices */
export function hugo(choices) {
  return `{{< bilateral${shortcode(choices)} >}}`;
}

/** Values of shortcodes know no entities, so what would end them is left out. @param {Partial<Choices>} choices */
function shortcode(choices) {
  return differing(choices).map(([name, value]) => ` ${name}="${value.replace(/["<>[\]{}\\]/g, '')}"`).join('');
}

/** @param {Partial<Choices>} choices @param {Place} place */
export function snippets(choices, place) {
  return {
    script: `${script(place)}\n${element(choices, place)}`,
    light: light(choices, place),
    frame: frame(choices, place),
    oembed: table(choices, place),
    image: image(choices, place),
    element: element(choices, { ...place, plain: false }),
    plain: element(choices, { ...place, plain: true }),
    tag: script(place),
    wordpress: wordpress(choices),
    hugo: hugo(choices),
    room: `${place.plain ? '.' : ''}bilateral-chart { display: block; min-height: ${Math.ceil(place.room ?? place.height)}px }`,
    jsx: `import 'bilateral';\n\n<bilateral-chart${attributes(differing(choices))}></bilateral-chart>`,
  };
}
