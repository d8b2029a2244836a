// What is worked on: the tables that are open, and what was found in them.

import { get } from './elements.js';
import { complain } from './refusal.js';
import { speak } from './words.js';
import { workshop } from './workshop.js';

/** @import { Builder } from '#builder' */
/** @import { Review } from './workshop.js' */

export const work = {
  /** @type {{name: string, rows: number, columns: number}[]} */
  sheets: [],
  /** The table that is shown. */
  sheet: 0,
  /** @type {Review | undefined} */
  review: undefined,
  /** What is wrong with a cell or asked about it, by `sheet,row,column`. @type {Map<string, {text: string, lang?: string}>} */
  wrong: new Map(),
  /** Whether something was changed since the tables were brought or saved. */
  edited: false,
  /** What the tables are while they are as this page gave them. @type {'example' | 'empty' | undefined} */
  untouched: undefined,
};

/** The module, once something was done with it. @type {Builder} */
export let builder;

/** Does something with the module; what it refuses is said. @param {() => unknown | Promise<unknown>} act @param {HTMLElement} [told] where */
export async function attempt(act, told = get('data-told')) {
  try {
    builder ??= await workshop();
    await act();
    if (told.isConnected) speak(told, () => '');
    return true;
  } catch (error) {
    complain(told, error);
    return false;
  }
}

/** What is wrong with a cell of the table that is shown. @param {number} row @param {number} column */
export const wrongAt = (row, column) => work.wrong.get(`${work.sheet},${row},${column}`);

/** What is saved needs no question when the page is left. */
export const saved = () => {
  work.edited = false;
};
