// The menu of downloads: files, and what goes to the clipboard. What is forbidden here is not shown.

import { button, h, renew } from './dom.js';
import { blob, save, saves } from './files.js';

/** @import { Widget } from '#glue' */
/** @import { Room } from './doors.js' */

/** @type {Room} */
export function download(region, widget, host) {
  /** @type {Record<string, string>} */
  const words = JSON.parse(widget.downloads());
  /**
   * @param {string} name
   * @param {() => Promise<unknown>} act
   * @param {string} [done] said after it
   */
  const doer = (name, act, done) => button(name, () => {
    act().then(() => done && tell(done), () => tell(words.refused));
  });
  const told = h('p', { class: 'told' });
  const tell = (/** @type {string} */ sentence) => {
    told.textContent = sentence;
    host.announce(sentence);
  };
  const files = (/** @type {[string, string][]} */ list) =>
    saves() ? list.map(([type, name]) => doer(name, () => save(widget, type))) : [];
  const text = (/** @type {string} */ name, /** @type {() => string} */ content) =>
    writesText() ? [doer(name, () => navigator.clipboard.writeText(content()), words.copied)] : [];
  renew(
    region,
    group(words.picture, [
      ...files([['png', 'PNG'], ['svg', 'SVG']]),
      ...(writesPictures() ? [doer(words.copyPicture, () => copyPicture(widget), words.copied)] : []),
    ]),
    group(words.data, files([['csv', 'CSV'], ['json', 'JSON']])),
    group(words.references, [
      ...files([['bibtex', 'BibTeX'], ['csl', 'CSL-JSON']]),
      ...text(words.copyReference, () => widget.export('citation') ?? ''),
    ]),
    // The page form keeps the reader's state in its address.
    group('', /^(https?|file):$/.test(location.protocol) ? text(words.copyLink, () => location.href) : []),
    told,
  );
}

/**
 * @param {string} name
 * @param {HTMLElement[]} buttons
 */
function group(name, buttons) {
  if (!buttons.length) return undefined;
  return h(
    'div',
    { role: 'group', class: 'files', 'aria-label': name || undefined },
    name ? h('span', { 'aria-hidden': 'true' }, name) : undefined,
    ...buttons,
  );
}

const writesText = () => allows() && typeof navigator.clipboard?.writeText === 'function';
const writesPictures = () =>
  allows() && typeof navigator.clipboard?.write === 'function' && typeof ClipboardItem === 'function';

/** Whether the page's policy lets a frame write to the clipboard, where the browser tells. */
function allows() {
  const policy = /** @type {any} */ (document).featurePolicy;
  return !policy?.features?.().includes('clipboard-write') || policy.allowsFeature('clipboard-write');
}

/** @param {Widget} widget */
function copyPicture(widget) {
  // The promise goes in as it is: one that is awaited first loses the reader's gesture.
  return navigator.clipboard.write([new ClipboardItem({ 'image/png': blob(widget, 'png') })]);
}
