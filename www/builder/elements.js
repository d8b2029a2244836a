// The page's own elements and fields, by their names.

/** @import { BilateralChart } from '../bilateral.d.ts' */

/** @param {string} id */
export const get = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

export const chart = /** @type {BilateralChart} */ (get('chart'));
export const choices = /** @type {HTMLFormElement} */ (get('choices'));
export const where = /** @type {HTMLFormElement} */ (get('place'));
export const policy = /** @type {HTMLFormElement} */ (get('policy'));

/** @param {HTMLFormElement} form @param {string} name */
export const field = (form, name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));

/** Acts once a hand rests. @param {() => void} act @param {number} rest in milliseconds */
export function afterRest(act, rest) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(act, rest);
  };
}
