// The keyboard on the plot: one tab stop, from which arrows walk through the marks.

import { own } from './dom.js';

/** In the order in which the widget counts steps. */
const STEPS = [
  'ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageDown', 'PageUp',
];

/**
 * @param {HTMLElement} plot
 * @param {{walk: (step: number) => void, pin: () => void, leave: () => void}} tell
 * @param {AbortSignal} signal
 */
export function watchKeys(plot, tell, signal) {
  plot.addEventListener('keydown', (event) => {
    // Keys in the card are the card's, and those with modifiers the browser's.
    const { key, target, ctrlKey, altKey, metaKey, shiftKey } = event;
    if (target !== plot || ctrlKey || altKey || metaKey || shiftKey) return;
    const step = STEPS.indexOf(key);
    if (step >= 0) tell.walk(step);
    else if (key === 'Enter' || key === ' ') tell.pin();
    else return;
    event.preventDefault();
  }, own({ signal }));
  plot.addEventListener('focusout', ({ relatedTarget }) => {
    if (!plot.contains(/** @type {Node | null} */ (relatedTarget))) tell.leave();
  }, own({ signal }));
}
