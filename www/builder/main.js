// The builder page: what is brought and chosen becomes a chart, and texts to copy.

import az from './words/az.json';
import en from './words/en.json';
import kk from './words/kk.json';
import ru from './words/ru.json';
import tg from './words/tg.json';
import style from '#builder-style';
import { begin, openText } from './bring.js';
import { adopt, chosen, show } from './chosen.js';
import { beginDesk } from './desk.js';
import { afterRest, chart, choices, get, policy, where } from './elements.js';
import { beginFound, checkSoon } from './found.js';
import { offerMeasures } from './measures.js';
import { showOwn, showsOwn } from './own.js';
import { part } from './parts.js';
import { offerLanguages, publish } from './publish.js';
import { differing } from './snippets.js';
import { allTexts, beginTexts, copyText, ownAddress, write } from './texts.js';
import { judge } from './verdict.js';
import { saved, work } from './work.js';
import { converse, live } from './words.js';
import { define } from '../define.js';
import { more } from '../entry-more.js';

/** How long a hand may rest before what it typed is shown. */
const REST = 150;

async function makeFiles() {
  const query = new URLSearchParams(differing(chosen()));
  const isOwn = showsOwn();
  const name = isOwn ? work.review?.name : chart.data?.meta.name;
  const made = await publish(chart, isOwn, name ?? 'package', ownAddress(), String(query), allTexts());
  if (made && isOwn) saved();
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
define(
  (second) => /** @type {any} */ (part(second ? 'bilateral.more.wasm' : 'bilateral.wasm')),
  undefined, undefined, async () => more,
);
converse({ en, az, ru, kk, tg }, /** @type {HTMLSelectElement} */ (get('language')));
begin();
beginDesk(openText, checkSoon);
beginFound(showOwn, copyText);
get('pack').addEventListener('click', makeFiles);

beginTexts();
for (const form of [choices, where, policy]) form.addEventListener('submit', (event) => event.preventDefault());
choices.addEventListener('input', afterRest(show, REST));
get('widths').addEventListener('input', () => show());
where.addEventListener('input', afterRest(() => write(chosen()), REST));
policy.addEventListener('input', afterRest(judge, REST));
chart.addEventListener('bilateral-ready', () => {
  const codes = [...choices.querySelectorAll('[name=lang] option')].map((one) => /** @type {HTMLOptionElement} */ (one).value);
  if (!showsOwn()) offerLanguages(codes.filter(Boolean));
  show();
});
chart.addEventListener('bilateral-change', ({ detail }) => {
  adopt(/** @type {Record<string, string>} */ (detail));
  show();
});
live(choices, () => {
  offerMeasures();
  show();
});
