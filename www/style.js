// The style sheet of the shadow tree, one for all elements of a page.

import { viewOf } from './geometry.js';
import CSS from '#style';

/** @type {WeakMap<Window, CSSStyleSheet>} */
const sheets = new WeakMap();

/** The sheet, one for all elements of a page. @param {Element} element */
export function sheet(element) {
  const view = viewOf(element);
  let shared = sheets.get(view);
  if (!shared) {
    sheets.set(view, (shared = new view.CSSStyleSheet()));
    shared.replaceSync(CSS);
  }
  return shared;
}
