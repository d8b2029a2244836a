// What the module says, in the reader's language.

import { countryName } from './countries.js';
import { t } from './words.js';

/** @import { Piece, Saying } from './workshop.js' */

/** A sentence with its places filled. @param {Saying} saying @returns {string} */
export const said = ({ form, values }) =>
  t(form, Object.fromEntries(Object.entries(values).map(([place, piece]) => [place, filled(piece)])));

/** @param {Piece} piece @returns {string} */
function filled(piece) {
  if (typeof piece === 'string') return piece;
  if (Array.isArray(piece)) return piece.map(filled).join(', ');
  return 'country' in piece ? countryName(piece.country) : said(piece);
}
