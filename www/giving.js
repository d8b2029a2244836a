// The page's own data on its way into the module: in pieces, between which the page lives. Who gives
// other data meanwhile is not kept waiting.

import { whole } from './loader.js';
import { copied, isObject } from './plain-data.js';

/** @import { Widget } from '#glue' */

/** Milliseconds after which the page has its turn. */
const TURN = 30;
/** How many rows are handed over at once. */
const ROWS = 500;

/** What goes on until the page is to have its turn, and then waits for it. */
function pace() {
  let began = performance.now();
  return {
    isOver: () => performance.now() - began > TURN,
    /** A task of its own; hidden pages put timers off. */
    async turn() {
      const { port1, port2 } = new MessageChannel();
      await new Promise((done) => {
        port1.onmessage = done;
        port2.postMessage(0);
      });
      port1.close();
      began = performance.now();
    },
  };
}

/**
 * A copy of plain values; throws where the data is nothing that a file could hold, at once where its
 * beginning is.
 * @param {unknown} data
 * @param {() => boolean} isStale whether nobody waits for it any longer
 */
export async function taken(data, isStale) {
  const copy = copied(data);
  const { isOver, turn } = pace();
  for (;;) {
    const { done, value } = copy.next();
    if (done) return value;
    if (isOver()) await turn();
    if (isStale()) return undefined;
  }
}

/**
 * Gives a widget such a copy; answers whether it has taken it. Throws all that is wrong with it.
 * @param {Widget} widget
 * @param {unknown} data
 * @param {() => boolean} isStale
 */
export async function give(widget, data, isStale) {
  // The check is in the second part.
  await whole();
  if (isStale()) return false;
  const { isOver, turn } = pace();
  /** @type {[string, unknown][]} */
  const parts = isObject(data) ? Object.entries(data) : [];
  const head = parts.map(([name, part]) => [name, Array.isArray(part) ? [] : part]);
  widget.begin(isObject(data) ? Object.fromEntries(head) : data);
  for (const [name, part] of parts) {
    const rows = Array.isArray(part) ? part : [];
    for (let at = 0; at < rows.length; at += ROWS) {
      widget.rows(name, at, rows.slice(at, at + ROWS));
      if (isOver()) await turn();
      if (isStale()) return false;
    }
  }
  // A widget whose module has trapped answers nothing.
  for (;;) {
    const isShown = widget.check();
    if (isShown !== false) return isShown === true;
    if (isOver()) await turn();
    if (isStale()) return false;
  }
}
