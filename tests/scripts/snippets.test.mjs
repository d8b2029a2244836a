// The texts that the builder offers to copy.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differing, pageAddress, snippets } from '../../www/builder/snippets.js';

const BASE = 'https://static.example.org/bilateral';
const PLACE = { base: BASE, headline: 'Trade grew', height: 560.4 };
const HOSTILE = `"><script>alert(1)</script><img onerror=x> {{</ a >}} [b] & 'c'`;

/** A file of the chart's, by its name. */
const at = (name) => `${BASE}/${name}`;

test('only what differs from the default is written', () => {
  assert.deepEqual(differing({ view: 'story', theme: 'auto', lang: ' ', controls: 'on', partners: 'KZ' }), [['partners', 'KZ']]);
  assert.equal(pageAddress({ view: 'story' }, BASE), at('bilateral.html'));
  const titled = { view: 'trade', partners: 'TJ KZ', title: 'a&b=c' };
  assert.equal(pageAddress(titled, `${BASE}/`, true), at('bilateral.html?view=trade&partners=TJ+KZ&title=a%26b%3Dc'));
  assert.equal(pageAddress(titled, BASE), at('bilateral.html?view=trade&partners=TJ+KZ'), 'a page that is no frame takes no title');
});

test('the four snippets', () => {
  const { script, frame, oembed, image } = snippets({ view: 'trade', partners: 'KZ', lang: 'az' }, { ...PLACE, summary: 'Trade grew. One value.' });
  assert.equal(script, `<script async data-cfasync="false" src="${at('bilateral.js')}"></script>
<bilateral-chart view="trade" partners="KZ" lang="az">
  <a href="${at('static/chart.az.html')}"><img src="${at('static/chart.az.png')}" alt="Trade grew. One value." width="640"></a>
</bilateral-chart>`);
  assert.equal(frame, `<iframe src="${at('bilateral.html?view=trade&amp;partners=KZ&amp;lang=az')}" title="Trade grew" width="100%" height="561" frameborder="0" loading="lazy"><a href="${at('static/chart.az.html')}"><img src="${at('static/chart.az.png')}" alt="Trade grew. One value." width="640"></a></iframe>
<p><a href="${at('static/chart.az.html')}">The figures as a table</a></p>`);
  assert.equal(oembed, at('static/chart.az.html'));
  assert.equal(image, `<p><a href="${at('bilateral.html?view=trade&amp;partners=KZ&amp;lang=az')}"><img src="${at('static/chart.az.png')}" alt="Trade grew. One value." width="640"></a></p>
<p><a href="${at('bilateral.html?view=trade&amp;partners=KZ&amp;lang=az')}">The interactive chart</a> · <a href="${at('static/chart.az.html')}">The figures as a table</a></p>`);
});

test('a view as it comes has its own figure, a choice that of the chart as chosen', () => {
  const picture = (choices) => /src="[^"]*(static\/[^"]*)"/.exec(snippets(choices, PLACE).image)?.[1];
  assert.equal(picture({}), 'static/story.en.png');
  assert.equal(picture({ view: 'events', lang: 'ru', controls: 'off', height: '400' }), 'static/events.ru.png');
  for (const choice of [{ partners: 'KZ' }, { from: '2020' }, { scale: 'log' }, { measure: 'imports' }, { title: 'A title' }]) {
    assert.equal(picture(choice), 'static/chart.en.png', JSON.stringify(choice));
  }
});

test('the slim form is asked for at once', () => {
  assert.equal(snippets({ view: 'trade' }, PLACE).light, `<link rel="modulepreload" href="${at('slim.mjs')}">
<link rel="preload" href="${at('bilateral.wasm')}" as="fetch" type="application/wasm" crossorigin>
<script type="module" src="${at('slim-element.mjs')}"></script>
<bilateral-chart view="trade">
  <a href="${at('static/trade.en.html')}"><img src="${at('static/trade.en.png')}" alt="Trade grew" width="640"></a>
</bilateral-chart>`);
});

test('the page keeps as much room as the chart takes', () => {
  assert.equal(snippets({}, { ...PLACE, room: 612.2 }).room, 'bilateral-chart { display: block; min-height: 613px }');
  assert.match(snippets({}, { ...PLACE, plain: true }).room, /^\.bilateral-chart \{/);
});

test('a div carries the choices as data', () => {
  const { script } = snippets({ view: 'events' }, { ...PLACE, plain: true });
  assert.match(script, /<div class="bilateral-chart" data-view="events">\n.*\n<\/div>$/);
});

test('a pinned script names its integrity and asks without credentials', () => {
  const { script } = snippets({}, { ...PLACE, integrity: 'sha384-abc' });
  assert.match(script, /bilateral\.js" integrity="sha384-abc" crossorigin="anonymous"><\/script>/);
});

test('a hostile title stays text in every snippet', () => {
  const all = snippets({ title: HOSTILE }, { ...PLACE, headline: HOSTILE });
  for (const [name, text] of Object.entries(all)) {
    const tags = [...text.matchAll(/<\/?([a-z-]+)/g)].map(([, tag]) => tag);
    const own = ['script', 'bilateral-chart', 'div', 'a', 'img', 'p', 'iframe', 'link', 'bilateral'];
    assert.deepEqual(tags.filter((tag) => !own.includes(tag)), [], name);
    assert.ok(!text.includes('<script>') && !text.includes('<img onerror'), `${name}: ${text}`);
    assert.ok(!/\s(style|on\w+)="/.test(text), `${name}: ${text}`);
  }
  assert.equal(all.wordpress, `[bilateral title="scriptalert(1)/scriptimg onerror=x / a  b & 'c'"]`);
  assert.equal(all.hugo, `{{< bilateral title="scriptalert(1)/scriptimg onerror=x / a  b & 'c'" >}}`);
});
