// Builds a site with Hugo and one with MkDocs as the files in pkg/ say, and opens both.
//
// Takes the repository's root; BILATERAL_DRIVER and BILATERAL_BROWSER name chromedriver and Chromium.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Chromium } from '../bundlers/chromium.mjs';
import { serve } from '../bundlers/server.mjs';

const root = resolve(process.argv[2]);
const work = mkdtempSync(join(tmpdir(), 'bilateral-sites-'));
const HOSTILE = '"><script>alert(1)</script> & b';
const CHART = { drawn: true, fallback: false };

/** Writes files below `work`, and the chart's own files into the folder that the site hands out as they are. */
function sources(name, files, handedOut) {
  const folder = join(work, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const part of ['bilateral.js', 'static']) cpSync(join(root, 'pkg', part), join(folder, handedOut, 'bilateral', part), { recursive: true });
  return folder;
}

const read = (path) => readFileSync(join(root, path), 'utf8');
const run = (cwd, program, ...given) => execFileSync(program, given, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

function hugo() {
  const page = `---\ntitle: A page\n---\nBefore.

{{< bilateral view="trade" partners="KZ" lang="az" title="${HOSTILE.replace('"', '\\"')}" >}}

{{< bilateral >}}
`;
  const folder = sources('hugo', {
    'config.toml': 'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section"]\n',
    'layouts/_default/single.html': '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body>{{ .Content }}</body></html>',
    'layouts/shortcodes/bilateral.html': read('pkg/hugo/bilateral.html'),
    'content/page.md': page,
  }, 'static');
  run(folder, 'hugo', '--quiet');
  const expected = [{ view: 'trade', ...CHART }, { view: null, ...CHART }];
  const files = ['bilateral/bilateral.js 200', 'bilateral/static/story.en.png 200', 'bilateral/static/trade.az.png 200', 'page/index.html 200'];
  return { folder: join(folder, 'public'), path: 'page/', expected, files, title: HOSTILE };
}

function mkdocs() {
  const [, element] = /```html\n([\s\S]*?)```/.exec(read('pkg/mkdocs/bilateral.md'));
  const folder = sources('mkdocs', {
    'mkdocs.yml': 'site_name: A site\nplugins: []\ntheme: {name: mkdocs, highlightjs: false}\nextra_javascript: [bilateral/bilateral.js]\n',
    'docs/index.md': `# A page\n\nBefore.\n\n${element}\nAfter.\n`,
  }, 'docs');
  run(folder, 'mkdocs', 'build', '--quiet');
  // The theme's own scripts and styles are inline.
  return { folder: join(folder, 'site'), path: '', expected: [{ view: 'trade', ...CHART }], policy: null };
}

let failed = 0;
const browser = await Chromium.open();
try {
  for (const build of [hugo, mkdocs]) {
    try {
      const { folder, path, expected, files, title, policy } = build();
      const site = await serve(folder, policy === undefined ? "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self'" : policy);
      const states = await browser.charts(site.url + path);
      const found = { states, requests: site.requests().sort(), complaints: await browser.complaints() };
      const wanted = { states: expected, requests: files ?? found.requests.filter((line) => line.endsWith(' 200')), complaints: [] };
      if (!isDeepStrictEqual(found, wanted)) throw new Error(`expected ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`);
      const script = "return document.querySelector('bilateral-chart').shadowRoot.getElementById('headline').textContent;";
      const headline = await browser.call('POST', '/execute/sync', { script, args: [] });
      if (title && headline !== title) throw new Error(`the title became ${headline}`);
      await site.close();
      console.log(`test ${build.name} ... ok`);
    } catch (error) {
      failed += 1;
      console.log(`test ${build.name} ... FAILED\n    ${error.stderr ?? ''}${error.message}`);
    }
  }
} finally {
  await browser.close();
  rmSync(work, { recursive: true });
}
process.exit(failed ? 1 : 0);
