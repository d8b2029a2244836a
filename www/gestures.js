// Hands on the time axis: a drag pans, a pinch, the wheel or a double-click zooms.
//
// Vertical swipes and the plain wheel stay with the page.

import { own, set } from './dom.js';
import { spot } from './geometry.js';

/** @import { Later } from './watch.js' */

/** How far a pointer goes before it drags, in CSS pixels. */
const SLOP = 5;
/** From which scale on a page counts as enlarged by fingers. */
const ENLARGED = 1.05;
/** How much a pixel of the wheel zooms, as an exponent. */
const WHEEL = 0.002;
/** Pixels to a unit of `deltaMode`: pixels, lines, pages. */
const UNITS = [1, 16, 400];

/**
 * @param {HTMLElement} plot holds the canvas and the card
 * @param {HTMLCanvasElement} canvas
 * @param {{held: () => [number, number] | undefined, later: Later, leave: () => void}} tell
 *   `held` is the range that is drawn, if the view has a time axis
 * @param {AbortSignal} signal
 */
export function watchGestures(plot, canvas, tell, signal) {
  /** Where each pointer is on the canvas. @type {Map<number, number>} */
  const pointers = new Map();
  /** @type {[number, number] | undefined} */
  let held;
  let [start, gap, wheel] = [0, 0, 0];
  let dragging = false;

  const between = () => {
    const [one, other = one] = pointers.values();
    return { middle: (one + other) / 2, apart: Math.abs(one - other) };
  };
  // A finger more or less begins anew from what is drawn now.
  const grip = () => {
    if (!pointers.size) return;
    held = tell.held();
    ({ middle: start, apart: gap } = between());
  };
  const pinch = () => tell.later('zoom', (widget) => {
    const { middle, apart } = between();
    const factor = gap / Math.max(apart, 1);
    gap = apart;
    return widget.zoom(factor, middle);
  });

  canvas.addEventListener('pointerdown', (event) => {
    const { pointerId, pointerType, button } = event;
    // A page that two fingers have enlarged is theirs to move.
    if (button || plot.hasAttribute('data-enlarged')) return;
    if (pointerType === 'mouse') pointers.clear();
    if (!pointers.size) dragging = false;
    pointers.set(pointerId, spot(event).x);
    grip();
  }, own({ signal }));

  plot.addEventListener('pointermove', (event) => {
    const { pointerId } = event;
    if (event.target !== canvas || !pointers.has(pointerId) || !held) return;
    const { x } = spot(event);
    pointers.set(pointerId, x);
    const pinching = pointers.size > 1;
    if (!dragging && !pinching && Math.abs(x - start) < SLOP) return;
    if (!dragging) {
      dragging = true;
      canvas.setPointerCapture(pointerId);
      tell.leave();
    }
    // Nothing is hovered meanwhile.
    event.stopPropagation();
    if (pinching) {
      pinch();
    } else {
      const [from, to] = held;
      tell.later('pan', (widget) => widget.pan(from, to, x - start));
    }
  }, own({ signal, capture: true }));

  for (const type of /** @type {const} */ (['pointerup', 'pointercancel'])) {
    plot.addEventListener(type, ({ pointerId }) => {
      if (pointers.delete(pointerId)) grip();
    }, own({ signal }));
  }

  // The click that ends a drag is none.
  plot.addEventListener('click', (event) => {
    if (dragging) event.stopPropagation();
    dragging = false;
  }, own({ signal, capture: true }));

  canvas.addEventListener('wheel', (event) => {
    const meant = event.ctrlKey || event.metaKey || plot.matches(':focus-visible');
    if (!meant || !tell.held()) return;
    event.preventDefault();
    const { x } = spot(event);
    wheel += event.deltaY * UNITS[event.deltaMode];
    tell.later('zoom', (widget) => {
      const factor = Math.exp(wheel * WHEEL);
      wheel = 0;
      return widget.zoom(factor, x);
    });
  }, own({ signal, passive: false }));

  canvas.addEventListener('dblclick', (event) => {
    const { x } = spot(event);
    if (tell.held()) tell.later('zoom', (widget) => widget.zoom(event.shiftKey ? 2 : 0.5, x));
  }, own({ signal }));

  const enlarged = () => set(plot, 'data-enlarged', (visualViewport?.scale ?? 1) > ENLARGED);
  visualViewport?.addEventListener('resize', enlarged, own({ signal }));
  enlarged();
}
