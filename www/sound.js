// The button that plays the chart as sound: it begins with a press and ends with another, Escape, or a
// hidden page.

import { h, own, say } from './dom.js';
import { whole } from './loader.js';

/** @import { Widget } from '#glue' */

/**
 * Plants the button.
 * @param {HTMLElement} slot
 * @param {() => Widget | undefined} widget
 * @param {AbortSignal} signal
 */
export function watchSound(slot, widget, signal) {
  /** @type {AudioContext | undefined} */
  let playing;
  const button = h('button', { type: 'button' });
  slot.replaceChildren(button);
  const stop = () => {
    void playing?.close();
    playing = undefined;
    say(button, slot.dataset.play ?? '');
  };
  button.addEventListener('click', async () => {
    if (playing) return stop();
    // A browser lets sound begin only in the press itself.
    const context = (playing = new AudioContext());
    say(button, slot.dataset.stop ?? '');
    let more;
    try {
      more = await whole();
    } catch (error) {
      stop();
      // The chart stays, and the door says why.
      return say(button, String(/** @type {Error} */ (error).message));
    }
    if (playing !== context) return;
    if (!more.play(context, widget()?.sound() ?? '[]', stop)) stop();
  });
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && stop(), own({ signal }));
  document.addEventListener('visibilitychange', () => document.hidden && stop(), own({ signal }));
  signal.addEventListener('abort', stop);
}

/**
 * Names the button; where nothing sounds there is none.
 * @param {HTMLElement} slot
 * @param {Record<string, string>} labels
 * @param {boolean} sounds
 */
export function fillSound(slot, { play, stop }, sounds) {
  const button = /** @type {Element} */ (slot.firstElementChild);
  const idle = button.textContent !== slot.dataset.stop;
  slot.hidden = !sounds || !('AudioContext' in window);
  Object.assign(slot.dataset, { play, stop });
  say(button, idle ? play : stop);
}
