// The plugin in a real WordPress, as administrators and authors use it, opened in Chromium.
//
// Takes the repository's root; BILATERAL_DRIVER and BILATERAL_BROWSER name chromedriver and Chromium.
// WordPress comes from an npm package and runs on PHP's own server with SQLite.

import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Chromium, freePort } from '../bundlers/chromium.mjs';

const PACKAGE = '@wp-playground/wordpress-builds@0.9.19';
/** The newest that is out and the one before, as the package has them. */
const BUILDS = ['wp-6.5', 'wp-beta'];

const root = resolve(process.argv[2]);
const store = join(root, 'target/wordpress');
const run = (cwd, program, ...given) => execFileSync(program, given, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

/** The folder with the builds, fetched once. */
function builds() {
  const done = join(store, 'package');
  if (existsSync(done)) return join(done, 'src');
  const part = join(store, 'part');
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  console.log(`    fetching ${PACKAGE}`);
  // Its name alone: a list of the package's files would overflow the pipe.
  const filename = run(part, 'npm', 'pack', '--silent', PACKAGE).trim();
  run(part, 'tar', 'xzf', filename);
  renameSync(join(part, 'package'), done);
  rmSync(part, { recursive: true });
  return join(done, 'src');
}

/** A fresh WordPress of one build, with pkg/ as the plugin's folder. */
function unpack(from, build, address) {
  const folder = join(store, build);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run(folder, 'unzip', '-q', join(from, 'wordpress', `${build}.zip`));
  const inner = join(folder, 'wordpress');
  const site = existsSync(join(inner, 'wp-load.php')) ? inner : folder;
  const plugins = join(site, 'wp-content/plugins');
  mkdirSync(plugins, { recursive: true });
  run(plugins, 'unzip', '-q', join(from, 'sqlite-database-integration/sqlite-database-integration.zip'));
  const sqlite = ['sqlite-database-integration', 'sqlite-database-integration-main'].map((name) => join(plugins, name)).find(existsSync);
  const dropIn = readFileSync(join(sqlite, 'db.copy'), 'utf8')
    .replaceAll('{SQLITE_IMPLEMENTATION_FOLDER_PATH}', sqlite)
    .replaceAll('{SQLITE_PLUGIN}', 'sqlite-database-integration/load.php');
  writeFileSync(join(site, 'wp-content/db.php'), dropIn);
  // The builds bring a database that has a site in it already.
  rmSync(join(site, 'wp-content/database'), { recursive: true, force: true });
  mkdirSync(join(site, 'wp-content/database'));
  const keys = ['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'];
  const settings = {
    ...Object.fromEntries(keys.map((key) => [key, key])),
    DB_NAME: 'wordpress', DB_USER: '', DB_PASSWORD: '', DB_HOST: '', DB_CHARSET: 'utf8mb4', DB_COLLATE: '',
    WP_HOME: address, WP_SITEURL: address,
  };
  const lines = Object.entries(settings).map(([name, value]) => `define( '${name}', '${value}' );`);
  // No request leaves this machine; one that the plugin made would be refused and seen.
  const flags = ['WP_HTTP_BLOCK_EXTERNAL', 'DISABLE_WP_CRON', 'WP_DEBUG', 'WP_DEBUG_LOG'].map((name) => `define( '${name}', true );`);
  writeFileSync(join(site, 'wp-config.php'), `<?php
${[...lines, ...flags].join('\n')}
define( 'WP_DEBUG_DISPLAY', false );
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) { define( 'ABSPATH', __DIR__ . '/' ); }
require_once ABSPATH . 'wp-settings.php';
`);
  cpSync(join(root, 'pkg'), join(plugins, 'bilateral'), { recursive: true });
  return site;
}

/** What of a post matters besides its charts. */
const POST = `
  const charts = [...document.querySelectorAll('bilateral-chart')];
  return {
    hit: window.hit ?? null,
    attributes: charts.map((chart) => chart.getAttributeNames().map((name) => name + '=' + chart.getAttribute(name)).sort().join(' ')),
    pictures: charts.map((chart) => [...chart.querySelectorAll('a img')].every((image) => image.complete && image.naturalWidth > 0) && chart.querySelector('a') !== null),
    foreign: performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /bilateral/.test(name) && !name.startsWith(location.origin)),
    scripts: document.querySelectorAll('script[src*="bilateral.js"]').length,
  };`;

/** Each case's attributes as the page has them. */
const CASES = {
  shortcode: /^lang=az partners=KZ view=trade$/,
  hostile: /^(title=\S.* )?view=trade$/,
  block: /^lang=az view=trade$/,
  page: /^lang=az view=trade$/,
  figure: /^lang=az view=trade$/,
};

let failed = 0;
function test(name, wrong) {
  if (wrong.length) failed += 1;
  console.log(`test ${name} ... ${wrong.length ? `FAILED\n    ${wrong.join('\n    ')}` : 'ok'}`);
}

const from = builds();
const browser = await Chromium.open();
try {
  for (const build of BUILDS) {
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const site = unpack(from, build, address);
    const env = { ...process.env, BILATERAL_HOST_PORT: `127.0.0.1:${port}`, PHP_CLI_SERVER_WORKERS: '3' };
    const setup = join(root, 'tests/wordpress/setup.php');
    const { version, ids } = JSON.parse(execFileSync('php', [setup], { cwd: site, env, encoding: 'utf8' }));
    const server = spawn('php', ['-S', `127.0.0.1:${port}`, '-t', site], { env, stdio: 'ignore' });
    try {
      for (let tries = 0; tries < 100 && !(await fetch(address).catch(() => undefined)); tries++) await sleep(100);
      for (const [role, posts] of Object.entries(ids)) {
        for (const [name, expected] of Object.entries(CASES)) {
          const charts = await browser.charts(`${address}/?p=${posts[name]}`);
          const post = await browser.call('POST', '/execute/sync', { script: POST, args: [] });
          const found = JSON.stringify({ charts, ...post });
          const wants = {
            'one chart, drawn': charts.length === 1 && charts[0].drawn && charts[0].view === 'trade',
            'its attributes': expected.test(post.attributes[0]),
            'picture and link inside': post.pictures[0],
            'nothing foreign': post.hit === null && post.foreign.length === 0,
            'one script': post.scripts === 1,
          };
          const wrong = Object.keys(wants).filter((what) => !wants[what]).map((what) => `not so: ${what}: ${found}`);
          test(`wordpress ${version}, ${role}: ${name}`, wrong);
        }
      }
    } finally {
      server.kill();
    }
    const log = join(site, 'wp-content/debug.log');
    const notices = existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter((line) => /bilateral/.test(line)) : [];
    test(`wordpress ${version}: no notice of PHP`, notices);
  }
} finally {
  await browser.close();
}
process.exit(failed ? 1 : 0);
