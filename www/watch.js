// Watches the element from outside: its size, whether it is near the window, the pointer.
//
// All of it ends when the signal aborts.

import { own } from './dom.js';
import { spot, viewOf } from './geometry.js';

/** How near to a mark a pointer must be, in CSS pixels. */
const REACH = { mouse: 20, touch: 28 };

/** How far outside the window a chart is drawn already. */
const MARGIN = '200px';

/**
 * @param {import('./tree.js').Tree} tree
 * @param {{room: (width: number) => void, height: (height: number, below: number) => void,
 *   pixels: () => void, sight: (visible: boolean) => void}} tell `room` is told how wide it is, again
 *   where the page's text has another size; `height` how high the figure is, and what is open below it; `pixels` that the device's may have changed
 * @param {AbortSignal} signal
 */
export function watchPlace({ box, strut, figure, panels: { regions } }, tell, signal) {
  const view = viewOf(box);
  let [height, below] = [0, 0];
  const size = new view.ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      if (target === figure) height = contentRect.height;
      else if (target === regions) below = contentRect.height;
      else if (target === box) tell.pixels();
      else tell.room(contentRect.width);
    }
    tell.height(height, below);
  });
  size.observe(strut);
  size.observe(figure);
  size.observe(regions);
  try {
    size.observe(box, own({ box: 'device-pixel-content-box' }));
  } catch {
    // WebKit has no such box.
  }
  const sight = new view.IntersectionObserver(
    (entries) => tell.sight(entries[entries.length - 1].isIntersecting),
    own({ rootMargin: MARGIN }),
  );
  sight.observe(box);
  signal.addEventListener('abort', () => {
    size.disconnect();
    sight.disconnect();
  });
}

/** @import { Widget } from '#glue' */

/** A place on the canvas in its own pixels. @typedef {{x: number, y: number, reach: number}} Spot */

/**
 * Has the last act of its kind done in the next frame; an act answers what it makes stale.
 * @typedef {(kind: string, act: (widget: Widget) => number) => void} Later
 */

/**
 * @param {HTMLElement} plot holds the canvas and the card
 * @param {HTMLCanvasElement} canvas
 * @param {{hover: (spot: Spot) => void, tap: (spot: Spot) => void, leave: () => void,
 *   escape: () => void}} tell
 * @param {AbortSignal} signal
 */
export function watchPointer(plot, canvas, tell, signal) {
  let touched = false;
  /** @param {MouseEvent} event @returns {Spot} */
  const near = (event) => ({ ...spot(event), reach: touched ? REACH.touch : REACH.mouse });
  plot.addEventListener('pointermove', (event) => {
    touched = event.pointerType === 'touch';
    if (event.target === canvas && !touched) tell.hover(near(event));
  }, own({ signal }));
  plot.addEventListener('pointerdown', (event) => {
    touched = event.pointerType === 'touch';
  }, own({ signal }));
  plot.addEventListener('pointerleave', () => touched || tell.leave(), own({ signal }));
  canvas.addEventListener('click', (event) => tell.tap(near(event)), own({ signal }));
  plot.ownerDocument.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') tell.escape();
  }, own({ signal }));
}
