// TimelineJS: the events are slides.

import { Timeline } from '@knight-lab/timelinejs/src/js/timeline/Timeline';
import '@knight-lab/timelinejs/dist/css/timeline.css';
import { HEIGHT, WIDTH, run } from './clock.js';

run((place, { events }, drawn) => {
  place.style.width = `${WIDTH}px`;
  place.style.height = `${HEIGHT}px`;
  const timeline = new Timeline(place, {
    events: events.map(({ at, title }) => ({
      start_date: { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() },
      text: { headline: title },
    })),
  }, { debug: false, font: null });
  timeline.on('loaded', drawn);
  return {
    redraw: (i) => {
      place.style.height = `${HEIGHT + (i % 2)}px`;
      timeline.updateDisplay();
    },
  };
});
