// What a page may hand to load(): see www/plain-data.js.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { copied } from '../../www/plain-data.js';

function plain(data) {
  const copy = copied(data);
  for (;;) {
    const { done, value } = copy.next();
    if (done) return value;
  }
}

test('plain data comes out as it went in', () => {
  const data = { format: 'bilateral/1', figures: [{ value: 1.5, reporter: null, derived: false }] };
  assert.deepEqual(plain(data), data);
  assert.notEqual(plain(data), data);
  assert.equal(plain({ created: new Date(0) }).created, '1970-01-01T00:00:00.000Z');
  assert.ok(Object.hasOwn(plain(JSON.parse('{"__proto__": 1}')), '__proto__'));
  assert.ok(Number.isNaN(plain(NaN)));
});

test('what no file could hold is refused at once, with its place', () => {
  const cycle = { figures: [{}] };
  cycle.figures[0].citations = cycle;
  const sparse = [];
  sparse.length = 3;
  const endless = [];
  endless.length = 4_000_000_000;
  const long = Array.from({ length: 40 }, () => 'x'.repeat(1 << 20));
  for (const [data, told] of [
    [undefined, 'dataset: is undefined\n'],
    [{ meta: { name: undefined } }, 'meta.name: is undefined\n'],
    [{ figures: [{ value: 10n }] }, 'figures[0].value: is a bigint\n'],
    [{ figures: [() => 1] }, 'figures[0]: is a function\n'],
    [{ figures: sparse }, 'figures[0]: is undefined\n'],
    [{ figures: endless }, 'dataset: larger than 32 MiB\n'],
    [{ figures: Array(200_001).fill(null) }, 'figures: more than 200000 rows\n'],
    [{ meta: { a: endless } }, 'dataset: larger than 32 MiB\n'],
    [{ people: long }, 'dataset: larger than 32 MiB\n'],
    [cycle, 'nested deeper than 16 levels, or within itself\n'],
  ]) {
    const start = performance.now();
    assert.throws(() => plain(data), (error) => error.message.includes(told) && error.message.includes('hint: '));
    assert.ok(performance.now() - start < 1000, told);
  }
});

test('what throws when it is read is refused by its place', () => {
  const thrower = () => {
    throw 1;
  };
  const silent = new Proxy([], { get: thrower });
  const { proxy: gone, revoke } = Proxy.revocable({}, {});
  revoke();
  for (const [place, data] of [
    ['figures', Object.defineProperty({}, 'figures', { enumerable: true, get: thrower })],
    ['figures[0].value', { figures: [{ get value() { return thrower(); } }] }],
    ['dataset', new Proxy({}, { ownKeys: thrower })],
    ['dataset', gone],
    ['figures', { figures: silent }],
    ['meta.list', { meta: { list: silent } }],
  ]) {
    assert.throws(() => plain(data), (error) => error.message.startsWith(`${place}: cannot be read\n  hint: `));
  }
});
