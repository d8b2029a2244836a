// `node benches/build.mjs FOLDER PROGRAM`: every page under the clock with all that it loads, and each
// file compressed beside itself as a server would have it. PROGRAM is `bilateral`, which packs the figure.
//
// A rival's page is one script and one style sheet, tree-shaken by esbuild, as a newsroom ships them.

import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { readdir, readFile, writeFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { constants, brotliCompressSync } from 'node:zlib';
import { dataset } from './pages/dataset.js';
import { figure } from './pages/figure.js';

const here = (path) => new URL(path, import.meta.url).pathname;
const [folder, program] = process.argv.slice(2);

/** The pages, and what the head of each has besides its own script and style sheet. */
const SCRIPT = '<script async src="packed/bilateral.js"></script>\n';
const PRELOADS = `<link rel="modulepreload" href="packed/slim.mjs">
<link rel="preload" href="packed/bilateral.wasm" as="fetch" type="application/wasm" crossorigin>
`;
const SLIM = `<script type="module">
import { define } from './packed/slim.mjs';
define(new URL('packed/bilateral.wasm', location.href));
</script>
`;
const PAGES = {
  bilateral: { head: SCRIPT },
  slim: { own: 'bilateral', head: PRELOADS + SLIM },
  // The same without preloading: what the two lines in the head are worth.
  late: { own: 'bilateral', head: SLIM },
  arrived: { head: '' },
  'arrived-slim': { own: 'arrived', head: PRELOADS },
};
for (const name of ['uplot', 'chartjs', 'echarts', 'highcharts', 'plot', 'timelinejs', 'vis', 'hand', 'blank']) PAGES[name] = { head: '' };

const html = (name, { own = name, head }, sheets) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${name}</title>
<style>.place { width: 800px; min-height: 480px }</style>
${sheets.includes(`${own}.css`) ? `<link rel="stylesheet" href="${own}.css">\n` : ''}${head}</head>
<body>
<script src="${own}.js"></script>
</body>
</html>
`;

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await build({
  entryPoints: [...new Set(Object.entries(PAGES).map(([name, { own = name }]) => here(`pages/${own}.js`)))],
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  outdir: folder,
  external: ['./packed/*'],
  loader: Object.fromEntries(['png', 'gif', 'svg', 'woff', 'woff2', 'ttf', 'eot'].map((kind) => [`.${kind}`, 'file'])),
  logLevel: 'error',
});
const made = await readdir(folder);
for (const [name, page] of Object.entries(PAGES)) await writeFile(join(folder, `${name}.html`), html(name, page, made));

const bilateral = (...all) => execFileSync(program, all, { stdio: ['ignore', 'ignore', 'inherit'] });
const [table, pack, packed] = ['figure.json', 'package', 'packed'].map((name) => join(folder, name));
await writeFile(table, JSON.stringify(dataset(figure())));
bilateral('import', table, '-o', pack);
bilateral('pack', pack, '-o', packed, '--lang', 'en', '--from', here('../pkg'));

const LOADED = /\.(html|css|js|mjs|wasm)$/;
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
for (const place of [folder, packed]) {
  for (const name of (await readdir(place)).filter((name) => LOADED.test(name))) {
    const file = join(place, name);
    await writeFile(`${file}.br`, brotliCompressSync(await readFile(file), quality));
  }
}
