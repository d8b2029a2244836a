// <div class="bilateral-chart" data-view="…">: a chart wherever a page's own tags are stripped.
//
// The chart stands in the div's shadow tree, so that nothing of the page is changed: what is in the
// div is the chart's fallback, its `data-` attributes are the chart's attributes.

import { h, own, set } from './dom.js';
import { bind } from './unable.js';

const NAME = 'bilateral-chart';

/**
 * Makes the divs of the page charts, those that come later too.
 * @param {string[]} attributes
 */
export function watchDivForm(attributes) {
  const found = document.getElementsByClassName(NAME);
  /** @type {WeakMap<Element, Element>} */
  const charts = new WeakMap();

  /**
   * @param {Element} div
   * @param {string[]} names
   */
  const follow = (div, names) => {
    const chart = charts.get(div);
    for (const name of chart ? names : []) {
      set(/** @type {Element} */ (chart), name, div.getAttribute(`data-${name}`) ?? undefined);
    }
  };
  const look = () => {
    for (const div of found) {
      if (div.localName !== 'div' || div.shadowRoot || div.querySelector(NAME)) continue;
      const chart = h(NAME, {}, h('slot'));
      // Whoever writes a div need not be one who may write a script.
      bind(chart);
      charts.set(div, chart);
      follow(div, attributes);
      div.attachShadow(own({ mode: 'open' })).append(chart);
    }
  };
  new MutationObserver((records) => {
    for (const { target, attributeName } of records) {
      const name = attributeName?.replace('data-', '') ?? '';
      if (attributes.includes(name)) follow(/** @type {Element} */ (target), [name]);
    }
    look();
  }).observe(document, own({
    subtree: true,
    childList: true,
    attributeFilter: ['class', ...attributes.map((name) => `data-${name}`)],
  }));
  look();
}
