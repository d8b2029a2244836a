// Files of a chart: made in the page, saved by the browser, never sent.

import { h, own } from './dom.js';

/** @import { Widget } from '#glue' */

/** The words of the contract and their files. */
const TYPES = /** @type {const} */ ({
  png: ['image/png', 'png'],
  svg: ['image/svg+xml', 'svg'],
  csv: ['text/csv', 'csv'],
  json: ['application/json', 'json'],
  bibtex: ['application/x-bibtex', 'bib'],
  csl: ['application/vnd.citationstyles.csl+json', 'csl.json'],
});

/** Pixels of a picture to a CSS pixel. */
const RATIO = 2;

/**
 * @param {Widget} widget that has been laid out
 * @param {string} type
 * @returns {Promise<Blob>} rejects for a type that is not known, or where the browser makes no picture
 */
export async function blob(widget, type) {
  if (!Object.hasOwn(TYPES, type)) {
    throw new TypeError(`"${type}" is not a type of file: give ${Object.keys(TYPES).join(', ')}`);
  }
  const [mime] = TYPES[/** @type {keyof typeof TYPES} */ (type)];
  const content = type === 'png' ? await picture(widget) : widget.export(type);
  return new Blob([whole(content)], own({ type: mime }));
}

/** What goes into a file: nothing does where the module has just trapped. @template Content @param {Content} content */
function whole(content) {
  if (content === undefined) throw new Error('the module has trapped');
  return /** @type {NonNullable<Content>} */ (content);
}

/** The figure with its words. @param {Widget} widget */
export function drawn(widget) {
  const canvas = h('canvas');
  widget.figure(canvas, RATIO);
  return canvas;
}

/** @param {Widget} widget */
async function picture(widget) {
  const canvas = drawn(widget);
  /** @type {Blob | null} */
  const file = await new Promise((done) => canvas.toBlob(done, 'image/png'));
  if (!file) throw new Error('the browser made no picture of this size');
  return /** @type {BlobPart} */ (widget.png(new Uint8Array(await file.arrayBuffer())));
}

/**
 * Has the browser save a file.
 * @param {Widget} widget
 * @param {string} type
 */
export async function save(widget, type) {
  const file = await blob(widget, type);
  const [, ending] = TYPES[/** @type {keyof typeof TYPES} */ (type)];
  const partners = widget.attribute('partners')?.toLowerCase().split(' ') ?? [];
  keep(file, [['bilateral', widget.attribute('view') ?? 'story', ...partners].join('-'), ending].join('.'));
}

/** Has the browser save the whole dataset. @param {Widget} widget */
export function saveData(widget) {
  const [type, ending] = TYPES.json;
  keep(new Blob([whole(widget.data())], own({ type })), `bilateral-data.${ending}`);
}

/**
 * @param {Blob} file
 * @param {string} download its name
 */
function keep(file, download) {
  const href = URL.createObjectURL(file);
  h('a', { href, download }).click();
  // Browsers read the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
