// What a page may write, as the compiler sees it; each `@ts-expect-error` must be one.

import { BilateralChart, define } from 'bilateral';
import type { Dataset, State, View } from 'bilateral';
import { BilateralChart as Slim, define as defineSlim, type Source } from 'bilateral/slim';

define();
// @ts-expect-error the main entry has its own module
define('bilateral.wasm');

const sources: Source[] = ['a.wasm', new URL('https://example.org/a.wasm'), new Uint8Array(8), fetch('a.wasm')];
for (const source of sources) defineSlim(source);
defineSlim(() => fetch('a.wasm'));
// @ts-expect-error the slim entry has none
defineSlim();
// @ts-expect-error nothing is no source
defineSlim(null);

const view: View = 'trade';
const state: State = { view, partners: 'KZ' };
const made: BilateralChart = new BilateralChart();
const same: BilateralChart = new Slim();
const found = document.querySelector('bilateral-chart');
found?.addEventListener('bilateral-error', ({ detail }) => {
  const reason: 'csp' | 'mime' | 'network' | 'no-wasm' | 'data' | 'trap' = detail.reason;
  console.log(reason, detail.message);
});
document.createElement('bilateral-chart').load({} as Dataset).then(() => made.select('x'));
// @ts-expect-error a number is no id
found?.select(7);
// @ts-expect-error there is no such view
const wrong: View = 'pie';
console.log(state, same, wrong, BilateralChart.observedAttributes.length);
