// The menu of downloads: files, and what goes to the clipboard. What cannot be saved or copied from
// here is shown, for the reader to take by hand.

import { button, h, parse, renew, set } from './dom.js';
import { blob, drawn } from './files.js';
import { saves } from './saving.js';

/** @import { Widget } from '#glue' */
/** @import { FillPanel } from './panels.js' */

/** For which widget and state a menu is: what it shows stays until they change.
 * @type {WeakMap<HTMLElement, [Widget, string]>} */
const menus = new WeakMap();

/** @type {FillPanel} */
export function download(region, widget, host) {
  const [known, state] = menus.get(region) ?? [];
  if (known === widget && state === widget.save()) return;
  menus.set(region, [widget, widget.save()]);
  /** @type {Record<string, string>} */
  const words = parse(widget.downloads());
  const shown = h('div', { class: 'shown' });
  const told = h('p', { class: 'told' });
  const tell = (/** @type {string} */ sentence) => {
    told.textContent = sentence;
    host.announce(sentence);
  };
  /**
   * @param {string} name
   * @param {() => Promise<string | void>} act answers what is said after it
   */
  const doer = (name, act) => {
    const node = button(name, () => {
      shown.replaceChildren();
      act().then(
        (said) => said && tell(said),
        (error) => tell(error.reason ? error.message : words.refused),
      ).then(() => {
        if (!shown.firstChild) node.focus();
      });
    });
    return node;
  };
  const show = (/** @type {string} */ name, /** @type {string} */ text) => {
    const field = h('textarea', { readonly: true, rows: '3', 'aria-label': name });
    field.value = text;
    shown.replaceChildren(field);
    field.focus();
    field.select();
  };
  const files = (/** @type {[string, string][]} */ list) => saves() === false ? [] : list.map(([type, name]) =>
    doer(name, async () => {
      await host.save(type);
      if (saves()) return;
      const text = widget.export(type);
      if (text === undefined) shown.replaceChildren(named(drawn(widget), name));
      else show(name, text);
      return words.unsaved;
    }));
  const text = (/** @type {string} */ name, /** @type {() => string} */ content) =>
    doer(name, async () => {
      const text = content();
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        show(name, text);
        if (!document.execCommand('copy')) return words.selected;
        shown.replaceChildren();
      }
      return words.copied;
    });
  renew(
    region,
    group(words.picture, [
      ...files([['png', 'PNG'], ['svg', 'SVG']]),
      ...(writesPictures() ? [doer(words.copyPicture, () => copyPicture(widget).then(() => words.copied))] : []),
    ]),
    group(words.data, files([['csv', 'CSV'], ['json', 'JSON']])),
    group(words.references, [
      ...files([['bibtex', 'BibTeX'], ['csl', 'CSL-JSON']]),
      text(words.copyReference, () => widget.export('citation') ?? ''),
    ]),
    group('', /^(https?|file):$/.test(location.protocol) ? [text(words.copyLink, host.link)] : []),
    shown,
    told,
  );
}

/**
 * @param {HTMLElement} picture
 * @param {string} name
 */
function named(picture, name) {
  set(picture, 'role', 'img');
  set(picture, 'aria-label', name);
  return picture;
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
