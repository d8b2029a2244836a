// Watches the element from outside: its size, whether it is near the window, the pointer, printing.
//
// All of it ends when the signal aborts.

/** How near to a mark a pointer must be, in CSS pixels. */
const REACH = { mouse: 20, touch: 28 };

/** How far outside the window a chart is drawn already. */
const MARGIN = '200px';

/**
 * @param {Element} box
 * @param {Element} figure
 * @param {{width: (width: number) => void, height: (height: number) => void,
 *   sight: (visible: boolean) => void}} tell
 * @param {AbortSignal} signal
 */
export function watchPlace(box, figure, tell, signal) {
  const size = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      if (target === figure) tell.height(Math.ceil(contentRect.height));
      else tell.width(Math.floor(contentRect.width));
    }
  });
  size.observe(box);
  size.observe(figure);
  const sight = new IntersectionObserver(
    (entries) => tell.sight(entries[entries.length - 1].isIntersecting),
    { rootMargin: MARGIN },
  );
  sight.observe(box);
  signal.addEventListener('abort', () => {
    size.disconnect();
    sight.disconnect();
  });
}

/** @import { Widget } from '#glue' */

/** A place on the canvas in CSS pixels. @typedef {{x: number, y: number, reach: number}} Spot */

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
  const spot = ({ offsetX, offsetY }) => ({
    x: offsetX,
    y: offsetY,
    reach: touched ? REACH.touch : REACH.mouse,
  });
  plot.addEventListener('pointermove', (event) => {
    touched = event.pointerType === 'touch';
    if (event.target === canvas && !touched) tell.hover(spot(event));
  }, { signal });
  plot.addEventListener('pointerdown', (event) => {
    touched = event.pointerType === 'touch';
  }, { signal });
  plot.addEventListener('pointerleave', () => touched || tell.leave(), { signal });
  canvas.addEventListener('click', (event) => tell.tap(spot(event)), { signal });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') tell.escape();
  }, { signal });
}

/**
 * @param {(paper: boolean) => void} tell
 * @param {AbortSignal} signal
 */
export function watchPrint(tell, signal) {
  addEventListener('beforeprint', () => tell(true), { signal });
  addEventListener('afterprint', () => tell(false), { signal });
}
