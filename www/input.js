// What pointer and keys do on the plot, as the widget's inputs.

import { watchGestures } from './gestures.js';
import { watchKeys } from './keys.js';
import { watchLeaving } from './leaving.js';
import { whole } from './loader.js';
import { watchOutside } from './outside.js';
import { watchPointer } from './watch.js';

/** @import { Widget } from '#glue' */
/** @import { Tree } from './tree.js' */
/** @import { Later, Spot } from './watch.js' */

/**
 * @param {Tree} tree
 * @param {{widget: () => Widget | undefined, did: (stale?: number) => void, later: Later,
 *   held: () => [number, number] | undefined}} element
 * @param {AbortSignal} signal
 */
export function watchInput(tree, { widget, did, later, held }, signal) {
  const escape = () => {
    if (tree.cards.stands()) did(widget()?.escape());
  };
  /** What it leads to is brought into the window. @param {number} [stale] */
  const sought = (stale) => {
    if (stale) tree.cards.seek();
    did(stale);
  };
  // Where the sentence cannot be had, the card stands.
  const speak = () => whole().then(() => tree.announce(widget()?.speak() ?? ''), () => {});
  const acts = {
    hover: (/** @type {Spot} */ { x, y, reach }) => {
      later('hover', (widget) => widget.hover(x, y, reach));
    },
    leave: () => later('hover', (widget) => widget.leave()),
    tap: (/** @type {Spot} */ { x, y, reach }) => {
      sought(widget()?.tap(x, y, reach));
      speak();
    },
    walk: (/** @type {number} */ step) => {
      sought(widget()?.walk(step));
      speak();
    },
    pin: () => sought(widget()?.pin()),
    escape,
    held,
    later,
  };
  watchGestures(tree.plot, tree.canvas, acts, signal);
  watchPointer(tree.plot, tree.canvas, acts, signal);
  watchKeys(tree.plot, acts, signal);
  watchOutside(tree.figure, tree.plot, acts.escape, signal);
  watchLeaving(tree.box, signal);
}
