// What happens to a chart that stands: the browser loses and restores what is drawn, freezes the page
// or brings it back, the page changes its language, its fonts, its address, or is printed.
//
// All of it ends when the signal aborts.

import { own } from './dom.js';
import { viewOf } from './geometry.js';

/**
 * @typedef {object} Life
 * @property {() => void} lost nothing can be drawn until it is restored
 * @property {() => void} restored all has to be drawn anew, on canvases that may have forgotten all
 * @property {() => void} language of the page may have changed
 * @property {() => void} text of the page may have another size: WebKit tells it to no observer of sizes
 * @property {() => void} address of the page has changed
 * @property {(paper: boolean) => void} print what is drawn when this returns, or no more
 */

/**
 * @param {HTMLElement} element
 * @param {HTMLElement} figure holds the canvases
 * @param {Life} tell
 * @param {AbortSignal} signal
 */
export function watchLife(element, figure, tell, signal) {
  const view = viewOf(element);
  // They do not bubble, but whatever is above hears them first.
  figure.addEventListener('contextlost', tell.lost, own({ signal, capture: true }));
  figure.addEventListener('contextrestored', tell.restored, own({ signal, capture: true }));
  view.document.fonts.addEventListener('loadingdone', tell.restored, own({ signal }));
  view.document.addEventListener('resume', tell.restored, own({ signal }));
  view.addEventListener('pageshow', ({ persisted }) => persisted && tell.restored(), own({ signal }));
  view.addEventListener('hashchange', tell.address, own({ signal }));
  view.addEventListener('beforeprint', () => tell.print(true), own({ signal }));
  view.addEventListener('afterprint', () => tell.print(false), own({ signal }));

  const languages = new view.MutationObserver(tell.language);
  /** @type {Node | undefined} */
  let root = element.getRootNode();
  for (; root; root = /** @type {ShadowRoot} */ (root).host?.getRootNode()) {
    languages.observe(root, own({ subtree: true, attributeFilter: ['lang'] }));
  }
  const text = new view.MutationObserver(tell.text);
  text.observe(view.document.documentElement, own({ attributeFilter: ['class', 'style'] }));
  signal.addEventListener('abort', () => {
    languages.disconnect();
    text.disconnect();
  });
}
