// The page's own data as a copy of plain values: what JSON cannot hold is refused at once, and nothing
// of the page's runs while the widget reads.

/** How deep it may nest, as the reader of files has it. */
const DEPTH = 16;
/** How many bytes it may have at least, as by any other way in. */
const BYTES = 32 * 1024 * 1024;
/** How many rows a table may have, likewise. */
const ROWS = 200_000;
/** After how many rows the copy may pause. */
const STEP = 500;

/**
 * Copies step by step, each some hundred rows; returns the copy.
 * @param {unknown} data
 * @returns {Generator<undefined, unknown>} throws where it is nothing that a file could hold, and says
 *   at which place
 */
export function* copied(data) {
  /** @type {(string | number)[]} */
  const path = [];
  let left = BYTES;

  /** @param {string} what @param {string} hint @returns {never} */
  const refuse = (what, hint) => {
    const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
    throw new TypeError(`${place.replace(/^\./u, '') || 'dataset'}: ${what}\n  hint: ${hint}`);
  };

  /** @param {number} bytes */
  const spend = (bytes) => {
    left -= bytes;
    if (left < 0) {
      path.length = 0;
      refuse('larger than 32 MiB', 'split the dataset');
    }
  };

  /**
   * What the page's own code answers: accessors and proxies may throw anything.
   * @template T @param {() => T} read @returns {T}
   */
  const asked = (read) => {
    try {
      return read();
    } catch {
      return refuse('cannot be read', 'give plain values: reading it throws an error');
    }
  };

  /** @param {object} holder @param {string | number} key @returns {unknown} */
  const inside = (holder, key) => {
    path.push(key);
    const has = asked(() => Object.hasOwn(holder, key));
    const copy = plain(has ? asked(() => /** @type {Record<string, unknown>} */ (holder)[key]) : undefined);
    path.pop();
    return copy;
  };

  /** @param {unknown} value @returns {unknown} */
  const plain = (value) => {
    if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
    if (typeof value === 'string') return spend(value.length), value;
    if (value === undefined) return refuse('is undefined', 'leave it out, or give null');
    if (typeof value !== 'object') return refuse(`is a ${typeof value}`, 'give a number, a text or null');
    if (path.length === DEPTH) {
      return refuse('nested deeper than 16 levels, or within itself', 'give each record once');
    }
    if (asked(() => value instanceof Date)) return asked(() => new Date(Date.prototype.getTime.call(value)).toJSON());
    if (!asked(() => Array.isArray(value))) {
      return Object.fromEntries(asked(() => Object.keys(value)).map((key) => {
        spend(key.length);
        return [key, inside(value, key)];
      }));
    }
    // Counted before it is walked: a list of gaps is as long as it says, and as cheap to make.
    const length = asked(() => /** @type {unknown[]} */ (value).length);
    spend(length);
    const list = [];
    for (let at = 0; at < length; at++) list.push(inside(value, at));
    return list;
  };

  if (!asked(() => isObject(data))) return plain(data);
  const dataset = /** @type {Record<string, unknown>} */ (data);
  /** @type {[string, unknown][]} */
  const tables = [];
  for (const key of asked(() => Object.keys(dataset))) {
    path.push(key);
    spend(key.length);
    const table = asked(() => dataset[key]);
    if (!asked(() => Array.isArray(table))) {
      tables.push([key, plain(table)]);
      path.pop();
      continue;
    }
    const length = asked(() => /** @type {unknown[]} */ (table).length);
    spend(length);
    if (length > ROWS) refuse(`more than ${ROWS} rows`, 'split the dataset');
    const rows = [];
    for (let at = 0; at < length; at++) {
      rows.push(inside(/** @type {unknown[]} */ (table), at));
      if (at % STEP === STEP - 1) yield;
    }
    path.pop();
    tables.push([key, rows]);
  }
  return Object.fromEntries(tables);
}

/** @param {unknown} data @returns {data is Record<string, unknown>} */
export const isObject = (data) =>
  typeof data === 'object' && data !== null && !Array.isArray(data) && !(data instanceof Date);
