// The page form: URL parameters are the element's attributes, under the same names.

import { carried } from './carried.js';
import { define } from './define.js';
import { BilateralChart } from './element.js';

const PAGE = `
html { background: Canvas; background: light-dark(#fff, #14181d); }
body { margin: 0; padding: 16px; max-width: 1120px; margin-inline: auto; }
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
  const theme = parameters.get('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.style.colorScheme = theme;
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(PAGE);
document.adoptedStyleSheets = [sheet];
const chart = document.querySelector('bilateral-chart');
if (chart) {
  read(chart);
  chart.addEventListener('bilateral-ready', () => {
    document.title = chart.shadowRoot?.getElementById('headline')?.textContent || document.title;
  });
}
define(carried);
