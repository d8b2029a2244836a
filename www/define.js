// Registers the element, once a page, however often the script is included.

import { watchDivForm } from './div-form.js';
import { BilateralChart } from './element.js';
import { watchFrames } from './frames.js';
import { from } from './loader.js';

/**
 * Does nothing where there is no page, as in a server-side render; of several scripts of a page,
 * of whatever versions, the first one serves all charts.
 * @param {import('./loader.js').Source | (() => import('./loader.js').Source)} source where the
 *   module comes from; nothing is fetched before the first chart starts
 */
export function define(source) {
  from(source);
  if (!globalThis.customElements || customElements.get('bilateral-chart')) return;
  customElements.define('bilateral-chart', BilateralChart);
  watchDivForm(BilateralChart.observedAttributes);
  watchFrames();
}
