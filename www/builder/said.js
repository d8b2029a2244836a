// What the module says of the tables, in the reader's language.

import { t } from './words.js';

/** @import { Piece, Saying } from './workshop.js' */

/** A sentence with its places filled. @param {Saying} saying @returns {string} */
export const said = ({ form, values }) =>
  t(form, Object.fromEntries(Object.entries(values).map(([place, piece]) => [place, filled(piece)])));

/** @param {Piece} piece @returns {string} */
function filled(piece) {
  if (typeof piece === 'string') return piece;
  return Array.isArray(piece) ? piece.map(filled).join(', ') : said(piece);
}
