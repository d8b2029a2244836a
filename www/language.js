// Which language the reader is to see.

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
