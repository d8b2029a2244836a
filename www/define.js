// Registers the element, once a page, however often scripts are included; a later one brings only its
// dataset.

import { watchDivForm } from './div-form.js';
import { BilateralChart } from './element.js';
import { watchFrames } from './frames.js';
import { bring } from './packs.js';

const NAME = 'bilateral-chart';

/**
 * Does nothing where there is no page, as in a server-side render; of several scripts of a page the
 * first one serves all charts, those of the others' datasets too.
 * @param {import('./packs.js').Origin} origin where the module comes from; nothing is fetched before
 *   the first chart starts
 * @param {string} [label] what the script says of its dataset, see `Pack`
 * @param {string} [words] where further languages lie, see `Pack`
 * @param {() => Promise<import('./loader.js').More>} [more] what the script has inside of what comes
 *   later, see `Pack`
 */
export function define(origin, label, words, more) {
  if (!globalThis.customElements) return;
  const known = /** @type {{bring?: typeof bring} | undefined} */ (customElements.get(NAME));
  if (known && known !== BilateralChart) {
    if (known.bring) return known.bring(origin, label, words, more);
    return console.warn(`bilateral-chart: an older bilateral.js came first on this page and shows its own `
      + 'dataset in every chart: load a script of this version before it');
  }
  bring(origin, label, words, more);
  if (known) return;
  customElements.define(NAME, BilateralChart);
  watchDivForm(BilateralChart.observedAttributes);
  watchFrames();
}
