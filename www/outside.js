// A press outside closes what is open: a click or tap anywhere on the page but on the plot, its card
// and what can be pressed in the figure, such as a menu that copies the chart with its card.

import { own } from './dom.js';

const PRESSED = 'button, a, input, select, textarea, label, summary';

/**
 * @param {HTMLElement} figure
 * @param {HTMLElement} plot
 * @param {() => void} close
 * @param {AbortSignal} signal
 */
export function watchOutside(figure, plot, close, signal) {
  /** @param {Event} event */
  const isOutside = (event) => {
    const path = event.composedPath();
    const at = path.indexOf(figure);
    if (at >= 0) {
      return !path.slice(0, at).some((node) => node === plot || /** @type {Element} */ (node).matches?.(PRESSED));
    }
    // From a closed tree only its host is told: the press may be anywhere inside.
    let { host } = /** @type {ShadowRoot} */ (figure.getRootNode());
    for (; host; ({ host } = /** @type {ShadowRoot} */ (host.getRootNode()))) {
      if (path[0] === host) return false;
    }
    return true;
  };
  let began = false;
  const document = figure.ownerDocument;
  document.addEventListener('pointerdown', (event) => {
    began = isOutside(event);
  }, own({ signal, capture: true }));
  // A finger that scrolls ends in a cancel, and text that is marked may end anywhere. Some browsers
  // tell clicks only of what can be clicked, so the end of a press counts.
  document.addEventListener('pointerup', (event) => {
    if (began && isOutside(event)) close();
    began = false;
  }, own({ signal, capture: true }));
}
