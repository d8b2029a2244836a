// A floor: a page of the same clock with no chart at all.

import { run } from './clock.js';

run((place, figure, drawn) => {
  drawn();
  return { redraw() {}, hover() {} };
});
