// Where Tab goes on after it has left the page from the chart's last stop: to the page's first one.
//
// Firefox would go back to that last stop where no later one stands outside a shadow tree.

import { own } from './dom.js';

/**
 * @param {HTMLElement} box holds the whole chart
 * @param {AbortSignal} signal
 */
export function watchLeaving(box, signal) {
  let onward = false;
  box.addEventListener('keydown', ({ key, shiftKey }) => {
    onward = key === 'Tab' && !shiftKey;
  }, own({ signal }));
  box.addEventListener('focusout', ({ relatedTarget }) => {
    const selection = onward && !relatedTarget ? getSelection() : null;
    onward = false;
    // What a reader has selected stays.
    if (selection?.isCollapsed) selection.collapse(document.body, 0);
  }, own({ signal }));
}
