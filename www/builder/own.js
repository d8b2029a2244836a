// The reader's own data in the chart, where nothing is wrong with it.

import { chart, get } from './elements.js';
import { show } from './chosen.js';
import { learnMeasures, offerMeasures } from './measures.js';
import { offerLanguages } from './publish.js';
import { speak, t } from './words.js';

/** @import { Review } from './workshop.js' */

/** Whether the chart shows the reader's own data. */
let isOwn = false;

export const showsOwn = () => isOwn;

/** @param {string | undefined} json the dataset, where nothing is wrong @param {Review} review */
export async function showOwn(json, { ok, languages = [] }) {
  get('stale').hidden = ok;
  speak(get('stale'), () => t(isOwn ? 'The chart shows the data as it was before the faults that step 2 lists.'
    : 'The chart shows the dataset that is inside, until steps 1 and 2 leave nothing open.'));
  /** @type {HTMLButtonElement} */ (get('pack')).disabled = !ok;
  if (json === undefined) return;
  const data = JSON.parse(json);
  await customElements.whenDefined('bilateral-chart');
  await chart.load(data);
  isOwn = true;
  // Out of sight it is not drawn until somebody asks for what it shows.
  await chart.save().catch(() => {});
  offerLanguages(languages);
  learnMeasures(data.figures);
  offerMeasures();
  show();
}
