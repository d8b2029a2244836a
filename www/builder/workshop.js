// The module that opens, checks and packs somebody's tables, started when it is first wanted.

import { Builder, default as enter } from '#builder';
import { part } from './parts.js';

/** @typedef {[sheet: number, row: number, column: number]} Cell */
/** @typedef {{severity: string, place: string, at: Cell | null, what: string, hint: string}} Message */
/** What stands in a place of a sentence. @typedef {string | {country: string} | Saying | Piece[]} Piece */
/** A sentence: a text of the page with places in braces, and what stands in them. @typedef {{form: string, values: {[place: string]: Piece}}} Saying */
/** @typedef {{place: string, at: Cell | null, what: Saying, answers: [string, string][]}} Question */
/** A view with nothing to show: why, which ones have something, and all that as one text in English. @typedef {{view: string, why: string, others: string[], text: string}} EmptyView */
/** @typedef {{sheet: number, column: number, letters: string, header: string, field: string, value: boolean}} ColumnUse */
/**
 * What was found in the tables.
 * @typedef {object} Review
 * @property {ColumnUse[]} columns
 * @property {{place: string, at: Cell | null, what: Saying}[]} inferred
 * @property {Question[]} questions
 * @property {{place: string, at: Cell, text: string, why: Saying}[]} left
 * @property {number} leftMore
 * @property {number} leftCells
 * @property {Message[]} messages
 * @property {number} [messagesMore]
 * @property {EmptyView[]} empty
 * @property {{figures: number, events: number, partners: number}} [counts]
 * @property {string[]} [languages]
 * @property {number} rows
 * @property {boolean} ok
 * @property {[string, string][]} said
 * @property {string} name
 */

/** The most bytes of all files together; a package holds no more. */
export const MAX_BYTES = 32 << 20;

/** @type {Promise<Builder> | undefined} */
let started;

export function workshop() {
  started ??= start();
  return started;
}

/** One of its own, for a dataset as JSON in which nothing is wrong. @param {Uint8Array} json */
export async function workshopOf(json) {
  await workshop();
  const other = new Builder();
  other.give('dataset.json', json);
  other.open(today());
  other.review();
  return other;
}

async function start() {
  await enter({ module_or_path: part('builder.wasm') });
  return new Builder();
}

/** Today, as the reader's clock has it. */
export function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
