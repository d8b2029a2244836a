// The card that is shown, and where the focus goes with it: what is opened from a list gets it,
// and gives it back when it closes.

import { card, place } from './card.js';
import { h, own, parse } from './dom.js';
import { roomAround } from './geometry.js';

/** @import { Actions } from './card.js' */

/** @typedef {ReturnType<typeof cards>} Cards */

/**
 * @param {HTMLElement} plot where cards stand
 * @param {HTMLElement} sheet the drawing in it
 */
export function cards(plot, sheet) {
  /** @type {HTMLElement | undefined} */
  let shown;
  /** What had the focus before. @type {HTMLElement | undefined} */
  let opener;
  let sought = false;
  const active = () => {
    const root = /** @type {ShadowRoot} */ (plot.getRootNode());
    return /** @type {HTMLElement | null} */ (root.activeElement) ?? undefined;
  };
  const seek = () => {
    sought = true;
  };
  return {
    stands: () => shown !== undefined,
    /** The next card is brought into the window, with its mark. */
    seek,
    /** The next card gets the focus as well. */
    enter() {
      if (!shown?.contains(active() ?? null)) opener = active();
      seek();
    },
    /**
     * Shows a card instead of the one before, or none.
     * @param {string} [text] as the widget writes it
     * @param {Actions} [actions]
     */
    show(text, actions) {
      const content = text && parse(text);
      const into = sought && content;
      sought = false;
      if (into && content.at) reach(plot, content.at);
      // Asked before anything else is changed, so that hovering forces no layout.
      const room = content && roomAround(sheet);
      const inside = shown?.contains(active() ?? null);
      const stands = content && room && actions;
      // While the card is there: a focus that is lost with it would count as leaving the plot.
      if (inside && !stands) (opener ?? plot).focus();
      shown?.remove();
      shown = undefined;
      if (stands) {
        shown = card(content, actions);
        place(shown, content, room);
        plot.append(shown);
        if (inside || opener) shown.focus(own({ preventScroll: true }));
        if (into) bring(shown);
        // A card that is higher than the window must not take its mark out of it.
        if (into && content.at) reach(plot, content.at);
      } else opener = undefined;
    },
  };
}

/**
 * Brings a place of the plot into the window.
 * @param {HTMLElement} plot
 * @param {{x: number, y: number}} at
 */
function reach(plot, { x, y }) {
  const spot = h('span', { class: 'spot' });
  Object.assign(spot.style, { left: `${x}px`, top: `${y}px` });
  plot.append(spot);
  bring(spot);
  spot.remove();
}

/** Scrolls no farther than is needed. @param {HTMLElement} node */
function bring(node) {
  node.scrollIntoView(own({ behavior: 'instant', block: 'nearest', inline: 'nearest' }));
}
