// The page form: URL parameters are the element's attributes, under the same names.

import { define } from './define.js';
import { BilateralChart } from './element.js';

const PAGE = `
html, body { margin: 0; background: Canvas; }
body { padding: 16px; max-width: 1120px; margin-inline: auto; }
`;

const known = BilateralChart.observedAttributes;

/** @param {Element} chart */
function read(chart) {
  const parameters = new URLSearchParams(location.search);
  for (const [name, value] of parameters) {
    if (known.includes(name)) chart.setAttribute(name, value);
    else console.warn(`bilateral: ${name} is not a parameter`);
  }
  const lang = parameters.get('lang');
  if (lang) document.documentElement.lang = lang;
  else document.documentElement.removeAttribute('lang');
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(PAGE);
document.adoptedStyleSheets = [sheet];
const chart = document.querySelector('bilateral-chart');
if (chart) {
  read(chart);
  chart.addEventListener('bilateral-ready', () => {
    const root = chart.shadowRoot;
    document.title = root?.getElementById('headline')?.textContent || document.title;
  });
}
define();
