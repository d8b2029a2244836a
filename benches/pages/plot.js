// Observable Plot: rules and texts for the events, a tip under the pointer. It redraws by drawing anew.

import * as Plot from '@observablehq/plot';
import { HEIGHT, WIDTH, mouse, run } from './clock.js';

run((place, { times, series, events }, drawn) => {
  const values = series.flatMap(({ name, values }) => values.map((value, i) => ({ name, value, at: new Date(times[i]) })));
  const channels = { x: 'at', y: 'value', stroke: 'name' };
  const picture = (height) => Plot.plot({
    width: WIDTH,
    height,
    color: { legend: true, domain: series.map(({ name }) => name), range: series.map(({ color }) => color) },
    marks: [
      Plot.ruleX(events, { x: 'at', stroke: '#999' }),
      Plot.text(events, { x: 'at', text: 'title', frameAnchor: 'top', textAnchor: 'start', dx: 3, dy: (_, i) => (i % 20) * 12 }),
      Plot.lineY(values, channels),
      Plot.tip(values, Plot.pointerX(channels)),
    ],
  });
  place.append(picture(HEIGHT));
  drawn();
  return {
    redraw: (i) => place.replaceChildren(picture(HEIGHT + (i % 2))),
    hover: (i) => mouse(place.querySelector('svg:last-of-type'), 'pointermove', i),
  };
});
