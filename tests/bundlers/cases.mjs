// How each bundler and framework is told to build: by nothing but its own defaults.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import * as esbuild from 'esbuild';
import { rollup } from 'rollup';
import { compile } from 'svelte/compiler';
import * as vite from 'vite';
import webpack from 'webpack';

const CHART = '<bilateral-chart view="trade"><p class="fallback">The figures</p></bilateral-chart>';
const page = (script, body = CHART) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A page</title></head>
<body>${body}<script type="module" src="${script}"></script></body></html>
`;

const WHOLE = "import 'bilateral';\n";
/** For bundlers that know no addresses of files: the page's own folder has the module. */
const BESIDE = "import { define } from 'bilateral/slim';\ndefine(new URL('bilateral.wasm', document.baseURI));\n";
const VITE = "import { define } from 'bilateral/slim';\nimport address from 'bilateral/bilateral.wasm?url';\ndefine(address);\n";
const WEBPACK = "import { define } from 'bilateral/slim';\ndefine(new URL('bilateral/bilateral.wasm', import.meta.url));\n";

/**
 * The bytes that importing `from` and using nothing of it leaves.
 * @param {string} work
 * @param {string} from
 */
export async function unused(work, from) {
  const stdin = { contents: `import { define } from '${from}';\n`, resolveDir: work };
  const { outputFiles } = await esbuild.build({ stdin, bundle: true, write: false, format: 'esm', logLevel: 'silent' });
  return outputFiles[0].contents.length;
}

/** @param {{here: string, work: string, fromReadme: (language: string) => string}} places */
export function cases({ here, work, fromReadme }) {
  const wasm = join(here, 'node_modules/bilateral/bilateral.wasm');

  /** A folder with the sources of one case. */
  function sources(name, files) {
    const folder = join(work, name.replaceAll(' ', '-'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return folder;
  }

  /** The folder that a page is served from; the slim form's module lies in it. */
  function site(folder, slim, script = 'main.js', body = CHART) {
    const dist = join(folder, 'dist');
    mkdirSync(dist, { recursive: true });
    writeFileSync(join(dist, 'index.html'), page(script, body));
    if (slim) cpSync(wasm, join(dist, 'bilateral.wasm'));
    return { folder: dist };
  }

  const viteFolder = (name, source) => sources(name, { 'index.html': page('/src/index.js'), 'src/index.js': source });
  const viteOptions = (root) => ({ root, configFile: false, logLevel: 'error' });

  async function viteBuild(name, source) {
    const root = viteFolder(name, source);
    await vite.build(viteOptions(root));
    return { folder: join(root, 'dist') };
  }

  async function viteDev(name, source) {
    const root = viteFolder(name, source);
    const server = await vite.createServer({ ...viteOptions(root), cacheDir: join(root, '.vite'), server: { host: '127.0.0.1', port: 0 } });
    await server.listen();
    return { url: server.resolvedUrls.local[0], close: () => server.close() };
  }

  async function webpackBuild(name, source) {
    const folder = sources(name, { 'src/index.js': source });
    await new Promise((done, failed) => {
      const compiler = webpack({ mode: 'production', context: folder, output: { path: join(folder, 'dist') }, performance: { hints: false } }, (error, stats) => {
        const problems = error ? [error] : stats.toJson({ errors: true, warnings: true });
        const told = error ? [error.message] : [...problems.errors, ...problems.warnings].map(({ message }) => message);
        compiler.close(() => (told.length ? failed(new Error(told.join('\n'))) : done()));
      });
    });
    return site(folder, false);
  }

  async function esbuildBuild(name, source, { slim = false, file = 'src/index.js', body = CHART, ...options } = {}) {
    const folder = sources(name, { [file]: source });
    const { warnings } = await esbuild.build({
      entryPoints: [join(folder, file)], outfile: join(folder, 'dist/main.js'), bundle: true, minify: true, format: 'esm',
      logLevel: 'silent', define: { 'process.env.NODE_ENV': '"production"' }, ...options,
    });
    if (warnings.length) throw new Error(warnings.map(({ text }) => text).join('\n'));
    return site(folder, slim, 'main.js', body);
  }

  async function rollupBuild(name, source, slim) {
    const folder = sources(name, { 'src/index.js': source });
    const told = [];
    const bundle = await rollup({ input: join(folder, 'src/index.js'), plugins: [nodeResolve()], onwarn: (warning) => told.push(warning.message) });
    await bundle.write({ file: join(folder, 'dist/main.js'), format: 'es' });
    await bundle.close();
    if (told.length) throw new Error(told.join('\n'));
    return site(folder, slim);
  }

  const react = `import { createRoot, hydrateRoot } from 'react-dom/client';\nimport { Chart } from './chart';
hydrateRoot(document.getElementById('app')!, <Chart view="trade"><p className="fallback">The figures</p></Chart>);\n`;

  async function reactBuild() {
    const folder = sources('react', { 'src/chart.tsx': fromReadme('tsx') });
    const server = `import { renderToString } from 'react-dom/server';\nimport { Chart } from './chart';
export const html = renderToString(<Chart view="trade"><p className="fallback">The figures</p></Chart>);\n`;
    writeFileSync(join(folder, 'src/server.tsx'), server);
    const rendered = join(folder, 'server.mjs');
    await esbuild.build({
      entryPoints: [join(folder, 'src/server.tsx')], outfile: rendered, bundle: true, platform: 'node', format: 'esm', packages: 'external',
      jsx: 'automatic', logLevel: 'silent',
    });
    const { html } = await import(rendered);
    if (html !== CHART) throw new Error(`the server rendered ${html}`);
    return esbuildBuild('react', react, { file: 'src/index.tsx', jsx: 'automatic', body: `<div id="app">${html}</div>` });
  }

  function vueBuild() {
    const source = `import { createApp, h } from 'vue';\nimport { Chart } from './chart';
createApp(() => h(Chart, { view: 'trade' }, () => h('p', { class: 'fallback' }, 'The figures'))).mount('#app');\n`;
    sources('vue', { 'src/chart.ts': fromReadme('ts') });
    const define = { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false', 'process.env.NODE_ENV': '"production"' };
    return esbuildBuild('vue', source, { file: 'src/index.ts', define, body: '<div id="app"></div>' });
  }

  function svelteBuild() {
    const app = `<script>\nimport Chart from './Chart.svelte';\n</script>\n<Chart view="trade"><p class="fallback">The figures</p></Chart>\n`;
    sources('svelte', { 'src/Chart.svelte': fromReadme('svelte'), 'src/App.svelte': app });
    const plugin = {
      name: 'svelte',
      setup: (build) => build.onLoad({ filter: /\.svelte$/ }, ({ path }) => {
        const { js, warnings } = compile(readFileSync(path, 'utf8'), { filename: path, generate: 'client' });
        return { contents: js.code, warnings: warnings.map(({ message }) => ({ text: message })) };
      }),
    };
    const source = "import { mount } from 'svelte';\nimport App from './App.svelte';\nmount(App, { target: document.getElementById('app') });\n";
    return esbuildBuild('svelte', source, { plugins: [plugin], conditions: ['svelte', 'browser'], body: '<div id="app"></div>' });
  }

  return [
    { name: 'esbuild', build: () => esbuildBuild('esbuild', WHOLE) },
    { name: 'esbuild slim', build: () => esbuildBuild('esbuild slim', BESIDE, { slim: true }) },
    { name: 'rollup', build: () => rollupBuild('rollup', WHOLE, false) },
    { name: 'rollup slim', build: () => rollupBuild('rollup slim', BESIDE, true) },
    { name: 'webpack', build: () => webpackBuild('webpack', WHOLE) },
    { name: 'webpack slim', build: () => webpackBuild('webpack slim', WEBPACK) },
    { name: 'vite', build: () => viteBuild('vite', WHOLE) },
    { name: 'vite slim', build: () => viteBuild('vite slim', VITE) },
    { name: 'vite dev', build: () => viteDev('vite dev', WHOLE) },
    { name: 'vite dev slim', build: () => viteDev('vite dev slim', VITE) },
    { name: 'react, rendered by a server and hydrated', build: reactBuild },
    { name: 'vue', build: vueBuild },
    { name: 'svelte', build: svelteBuild },
  ];
}
