// The card that is shown, and where the focus goes with it: what is opened from a list gets it,
// and gives it back when it closes.

import { parse } from './dom.js';
import { card, place } from './card.js';
import { roomAround } from './geometry.js';

/** @import { Actions } from './card.js' */

/** @typedef {ReturnType<typeof cards>} Cards */

/** @param {HTMLElement} plot where cards stand */
export function cards(plot) {
  /** @type {HTMLElement | undefined} */
  let shown;
  /** What had the focus before. @type {HTMLElement | undefined} */
  let opener;
  const active = () => {
    const root = /** @type {ShadowRoot} */ (plot.getRootNode());
    return /** @type {HTMLElement | null} */ (root.activeElement) ?? undefined;
  };
  return {
    stands: () => shown !== undefined,
    /** The next card gets the focus. */
    enter() {
      if (!shown?.contains(active() ?? null)) opener = active();
    },
    /**
     * Shows a card instead of the one before, or none.
     * @param {string} [text] as the widget writes it
     * @param {Actions} [actions]
     */
    show(text, actions) {
      // Asked before anything is changed, so that hovering forces no layout.
      const room = text && roomAround(plot);
      const inside = shown?.contains(active() ?? null);
      shown?.remove();
      shown = undefined;
      if (text && room && actions) {
        const content = parse(text);
        shown = card(content, actions);
        place(shown, content.at, room);
        plot.append(shown);
        if (inside || opener) shown.focus();
      } else {
        if (inside) (opener ?? plot).focus();
        opener = undefined;
      }
    },
  };
}
