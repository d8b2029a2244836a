// The element; the address names the view. Its script is a file of its own, beside this one.

import { HEIGHT, WIDTH, mouse, run } from './clock.js';
import { dataset } from './dataset.js';

window.dataset = dataset;

// What the module holds, as the budget of its memory wants to know.
const { instantiate, instantiateStreaming } = WebAssembly;
const seen = (made) => {
  const { exports } = made.instance ?? made;
  window.memory ??= exports.memory;
  return made;
};
WebAssembly.instantiate = async (...all) => seen(await instantiate.apply(WebAssembly, all));
WebAssembly.instantiateStreaming = async (...all) => seen(await instantiateStreaming.apply(WebAssembly, all));

run((place, figure, drawn, asked) => {
  const chart = document.createElement('bilateral-chart');
  chart.setAttribute('view', asked.get('view') ?? 'story');
  chart.setAttribute('height', String(HEIGHT));
  // Of many partners it shows those that fit, unless it is told.
  if (asked.has('partners')) chart.setAttribute('partners', figure.series.map(({ code }) => code).join(' '));
  chart.style.width = `${WIDTH}px`;
  // The figure as it is lies in the script; another is loaded.
  const other = ['points', 'partners', 'events'].some((name) => asked.has(name));
  chart.addEventListener('bilateral-ready', async () => {
    if (other) await chart.load(dataset(figure));
    drawn();
  }, { once: true });
  place.append(chart);
  return {
    redraw: (i) => chart.setAttribute('height', String(HEIGHT + (i % 2))),
    hover: (i) => mouse(chart.shadowRoot.querySelector('canvas'), 'pointermove', i),
  };
});
