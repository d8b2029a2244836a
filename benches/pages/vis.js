// vis-timeline: the events are labelled boxes.

import { Timeline } from 'vis-timeline/standalone';
import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
import { HEIGHT, WIDTH, run } from './clock.js';

run((place, { events }, drawn) => {
  const items = events.map(({ at, title }, id) => ({ id, content: title, start: at }));
  const timeline = new Timeline(place, items, { width: `${WIDTH}px`, height: `${HEIGHT}px` });
  let stands = false;
  timeline.on('changed', () => {
    if (!stands) drawn();
    stands = true;
  });
  return { redraw: (i) => timeline.setOptions({ height: `${HEIGHT + (i % 2)}px` }) };
});
