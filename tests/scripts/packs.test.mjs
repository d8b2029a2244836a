// Which dataset a chart waits for: see www/packs.js.

import assert from 'node:assert/strict';
import { register } from 'node:module';
import { test } from 'node:test';

// The module itself is not run here.
const glue = 'data:text/javascript,export const hold = () => 0, speak = () => 0;';
const hooks = `export const resolve = (name, context, next) =>
  name === '#glue' ? { url: ${JSON.stringify(glue)}, shortCircuit: true } : next(name, context);`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);

let loaded = () => {};
globalThis.document = { readyState: 'loading', baseURI: 'https://example.org/' };
globalThis.addEventListener = (type, then) => {
  assert.equal(type, 'load');
  const before = loaded;
  loaded = () => (before(), then());
};
const { bring, find } = await import('../../www/packs.js');

const chart = (dataset) => ({ isConnected: true, getAttribute: () => dataset });
const turn = () => new Promise((done) => setTimeout(done));

test('a dataset that no script brings is told once, when the page is loaded', async (context) => {
  const warn = context.mock.method(console, 'warn', () => {});
  bring('https://example.org/one.wasm', 'one:00');
  find(chart('nope'));
  find(chart('late'));
  const gone = chart('gone');
  find(gone);
  gone.isConnected = false;
  await turn();
  assert.equal(warn.mock.callCount(), 0, 'scripts may follow');
  bring('https://example.org/late.wasm', 'late:01');
  await turn();
  globalThis.document.readyState = 'complete';
  loaded();
  const told = () => warn.mock.calls.map((call) => call.arguments[0]);
  assert.equal(told().length, 1, told().join('\n'));
  assert.match(told()[0], /dataset "nope".* there is "one", "late"$/u);
  find(chart('nope'));
  await turn();
  assert.equal(told().length, 1, 'and no more');
  find(chart('other'));
  await turn();
  assert.match(told()[1], /dataset "other"/u);
});

test('a chart still waits for what comes after the page was loaded', async (context) => {
  context.mock.method(console, 'warn', () => {});
  const found = find(chart('later'));
  await turn();
  bring('https://example.org/later.wasm', 'later:02');
  assert.equal((await found).name, 'later');
});
