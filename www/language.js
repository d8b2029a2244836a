// Which language the reader is to see.

/** What was said of a dataset and a language. @type {Set<string>} */
const said = new Set();

/**
 * The tags to try, best first: the element's own or the page's nearest, then the browser's.
 * @param {Element} element
 * @returns {string[]}
 */
export function languages(element) {
  return [nearest(element), ...navigator.languages].filter((tag) => tag !== '');
}

/** @param {Element} element */
function nearest(element) {
  /** @type {Element | undefined} */
  let from = element;
  while (from) {
    const tag = from.closest('[lang]')?.getAttribute('lang');
    if (tag) return tag;
    const root = from.getRootNode();
    from = /** @type {Partial<ShadowRoot>} */ (root).host;
  }
  return '';
}

/**
 * The codes of the languages that are wanted, best first.
 * @param {Element} element
 */
export const wanted = (element) => languages(element).map((tag) => tag.split(/[-_]/)[0].toLowerCase());

/**
 * The language in which a chart is shown: the first that is wanted and that its dataset has, whole;
 * else the dataset's first.
 * @param {Element} element
 * @param {string[]} offered
 * @param {string} name of the dataset
 * @param {unknown} isComing whether another may still come, so that nothing is said
 */
export function choose(element, offered, name, isComing) {
  const codes = wanted(element);
  const chosen = codes.find((code) => offered.includes(code)) ?? offered[0];
  const what = `${name} ${codes[0]}`;
  if (!isComing && nearest(element) && codes[0] !== chosen && !said.has(what)) {
    said.add(what);
    console.warn(`bilateral-chart: the dataset "${name}" has no texts in "${codes[0]}"; it has ${offered.join(', ')}, and is shown in "${chosen}"`);
  }
  return chosen;
}
