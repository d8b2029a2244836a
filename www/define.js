// Registers the element, once a page, however often the script is included.

import { BilateralChart } from './element.js';

export function define() {
  if (!customElements.get('bilateral-chart')) {
    customElements.define('bilateral-chart', BilateralChart);
  }
}
