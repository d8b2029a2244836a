// The pointer on the slider's thumbs: what is grabbed stays under it, and a press without a move
// changes nothing. The browser's own way is not taken: each centres a thumb under the pointer.

import { own } from './dom.js';

/** Half a thumb in CSS pixels, as in the style sheet. */
const HALF = 12;

/** @typedef {ReturnType<typeof thumbs>} Thumbs */

/**
 * A press takes the nearer thumb; of two in one place the one that has to move. A press on the line
 * brings the thumb there when it is let go.
 * @param {HTMLElement} track
 * @param {HTMLInputElement} from its left thumb
 * @param {HTMLInputElement} to
 * @param {() => void} tell that a value has changed
 */
export function thumbs(track, from, to, tell) {
  /** @type {{id: number, thumb?: HTMLInputElement, isGrabbed: boolean, offset: number, x: number,
   *   left: number, length: number, before: string[], now: string[]} | undefined} */
  let held;
  /** What waits until it is let go. @type {(() => void) | undefined} */
  let waiting;
  const release = () => {
    held = undefined;
    waiting?.();
    waiting = undefined;
  };
  const property = (/** @type {HTMLInputElement} */ thumb) => thumb === from ? '--from' : '--to';
  const settle = (/** @type {HTMLInputElement} */ thumb) => {
    track.style.setProperty(property(thumb), String(share(thumb)));
  };

  /** @param {HTMLInputElement} thumb @param {number} clientX */
  const move = (thumb, clientX) => {
    if (!held) return;
    const [least, most] = thumb === from ? [0, share(to)] : [share(from), 1];
    const at = (clientX - held.offset - held.left) / (held.length || 1);
    const place = Math.min(Math.max(at, least), most);
    // Where the pointer is, not where the month is, until it is let go.
    track.style.setProperty(property(thumb), String(place));
    const value = String(Math.round(+thumb.min + place * (+thumb.max - +thumb.min)));
    if (value === thumb.value) return;
    thumb.value = value;
    held.now = [from.value, to.value];
    tell();
  };

  track.addEventListener('pointerdown', ({ button, pointerId, clientX }) => {
    if (button || held) return;
    const box = track.getBoundingClientRect();
    // The page around may be enlarged.
    const half = HALF * box.width / (track.offsetWidth || 1);
    const [left, length] = [box.left + half, box.width - 2 * half];
    const gap = (/** @type {HTMLInputElement} */ thumb) => clientX - left - length * share(thumb);
    const nearer = Math.abs(gap(from)) < Math.abs(gap(to)) ? from : to;
    const isGrabbed = Math.abs(gap(nearer)) <= half;
    const offset = isGrabbed ? gap(nearer) : 0;
    const thumb = from.value === to.value ? undefined : nearer;
    const before = [from.value, to.value];
    held = { id: pointerId, thumb, isGrabbed, offset, x: clientX, left, length, before, now: before };
    track.setPointerCapture(pointerId);
    nearer.focus(own({ preventScroll: true }));
  });
  track.addEventListener('pointermove', ({ pointerId, clientX }) => {
    if (held?.id !== pointerId || clientX === held.x) return;
    held.thumb ??= clientX < held.x ? from : to;
    move(held.thumb, clientX);
  });
  track.addEventListener('pointerup', ({ pointerId, clientX }) => {
    if (held?.id !== pointerId) return;
    const thumb = held.thumb ?? (clientX < held.left + held.length * share(from) ? from : to);
    if (!held.isGrabbed) move(thumb, clientX);
    release();
    settle(thumb);
  });
  track.addEventListener('pointercancel', ({ pointerId }) => {
    if (held?.id !== pointerId) return;
    const changed = [from, to].some((thumb, index) => thumb.value !== held?.before[index]);
    [from.value, to.value] = held.before;
    release();
    if (changed) tell();
  });
  // Neither the browser's own drag and focus nor, from a thumb, its scrolling.
  track.addEventListener('mousedown', (event) => event.preventDefault());
  for (const thumb of [from, to]) {
    thumb.addEventListener('touchstart', (event) => event.preventDefault(), own({ passive: false }));
  }
  // A finger beside a thumb counts for the browser as one at an end of the thumb's own width.
  track.addEventListener('input', (event) => {
    if (!held) return;
    event.stopImmediatePropagation();
    [from.value, to.value] = held.now;
  }, own({ capture: true }));
  return {
    /** Does now what would move the slider on the page, or once it is let go. @param {() => void} act */
    free(act) {
      if (held) waiting = act;
      else act();
    },
    /** Brings the thumbs to their values, but for the one that is held. */
    settle() {
      for (const thumb of [from, to]) if (thumb !== held?.thumb) settle(thumb);
    },
  };
}

/** How far along the track a thumb's value is, from 0 to 1. @param {HTMLInputElement} thumb */
export function share({ min, max, value }) {
  return (+value - +min) / (+max - +min || 1);
}
