// Installs pkg/ as npm would, builds a page with each bundler and framework, and opens it.
//
// Runs in a folder with the packages of package-lock.json installed. Takes the repository's root;
// BILATERAL_DRIVER and BILATERAL_BROWSER name chromedriver and Chromium.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { cases, unused } from './cases.mjs';
import { Chromium } from './chromium.mjs';
import { serve } from './server.mjs';

const root = resolve(process.argv[2]);
const here = process.cwd();
const node = (...given) => execFileSync(process.execPath, given, { cwd: here, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
const npm = (...given) => execFileSync('npm', given, { cwd: here, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

/** Names of cases to run; none for all. */
const wanted = process.argv.slice(3);

let failed = 0;
async function test(name, work) {
  if (wanted.length && !wanted.some((part) => name.includes(part))) return;
  const start = Date.now();
  try {
    await work();
    console.log(`test ${name} ... ok (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed += 1;
    console.log(`test ${name} ... FAILED\n    ${error.stdout ?? ''}${error.message ?? error}`);
  }
}

function expect(found, expected, what) {
  if (isDeepStrictEqual(found, expected)) return;
  throw new Error(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
}

/** The first block of code in the README that has a language. */
function fromReadme(language) {
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  const block = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(text);
  if (!block) throw new Error(`README.md shows no ${language}`);
  return block[1];
}

const work = join(here, 'work');
rmSync(work, { recursive: true, force: true });
mkdirSync(work);
const [packed] = JSON.parse(npm('pack', '--json', '--loglevel=error', '--pack-destination', work, join(root, 'pkg')));
npm('install', '--no-save', '--offline', '--ignore-scripts', '--loglevel=error', join(work, packed.filename));

await test('what npm packs', () => {
  const names = new Set(packed.files.map(({ path }) => path));
  for (const name of ['index.mjs', 'slim.mjs', 'slim-element.mjs', 'bilateral.wasm', 'bilateral.d.ts', 'slim.d.ts', 'LICENSE-MIT', 'LICENSE-APACHE', 'THIRD-PARTY.md', 'README.md']) {
    expect(names.has(name), true, name);
  }
  expect([...names].filter((name) => /^(wordpress|hugo|mkdocs|builder|build\.json)/.test(name)), [], 'not for npm');
  const manifest = JSON.parse(readFileSync(join(here, 'node_modules/bilateral/package.json'), 'utf8'));
  const version = /^version = "(.*)"$/m.exec(readFileSync(join(root, 'Cargo.toml'), 'utf8'));
  expect(manifest.version, version?.[1], 'the version');
  const files = (value) => (typeof value === 'string' ? [value] : Object.values(value).flatMap(files));
  const missing = files(manifest.exports).map((name) => name.slice(2)).filter((name) => !name.includes('*') && !names.has(name));
  expect(missing, [], 'exports without a file');
});

await test('imports without a page', () => {
  for (const entry of ['bilateral', 'bilateral/slim']) {
    const script = `const before = Object.keys(globalThis).length;
      const { define, BilateralChart } = await import('${entry}');
      define('nowhere.wasm');
      console.log(typeof BilateralChart, Object.keys(globalThis).length - before, process.getActiveResourcesInfo().includes('TCPSocketWrap'));`;
    expect(node('--input-type=module', '-e', script).trim(), 'function 0 false', entry);
  }
});

await test('types, as a bundler and as Node resolve them', () => {
  for (const [name, language] of [['chart.tsx', 'tsx'], ['chart-vue.ts', 'ts']]) writeFileSync(join(work, name), fromReadme(language));
  cpSync(join(here, 'app/typed.mts'), join(work, 'typed.mts'));
  const tsc = join(root, 'www/node_modules/typescript/bin/tsc');
  const shared = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--lib', 'es2023,dom,dom.iterable', '--types', ''];
  for (const [module, resolution] of [['es2022', 'bundler'], ['nodenext', 'nodenext']]) {
    node(tsc, ...shared, '--jsx', 'react-jsx', '--module', module, '--moduleResolution', resolution, join(work, 'typed.mts'));
  }
  node(tsc, ...shared, '--jsx', 'react-jsx', '--module', 'es2022', '--moduleResolution', 'bundler', join(work, 'chart.tsx'), join(work, 'chart-vue.ts'));
});

await test('an import that is not used leaves what it does by itself', async () => {
  expect(await unused(work, 'bilateral/slim'), 0, 'the slim entry');
  expect((await unused(work, 'bilateral')) > 100_000, true, 'the main entry, which defines the element');
});

const browser = await Chromium.open();
try {
  for (const { name, build } of cases({ here, work, fromReadme })) {
    await test(name, async () => {
      const { folder, url, close } = await build();
      const site = url ? { url, close, requests: () => [] } : await serve(folder);
      try {
        expect(await browser.charts(site.url), [{ view: 'trade', drawn: true, fallback: false }], 'the chart');
        expect(site.requests().filter((line) => line.endsWith(' 404')), [], 'missing files');
        expect(await browser.complaints(), [], 'the console');
      } finally {
        await site.close();
      }
    });
  }
} finally {
  await browser.close();
}
console.log(failed ? `${failed} failed` : 'all passed');
process.exit(failed ? 1 : 0);
