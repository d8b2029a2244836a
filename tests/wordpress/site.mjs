// The plugin, and what administrators and authors write by hand, in a real WordPress opened in Chromium.
//
// Takes the repository's root; BILATERAL_DRIVER and BILATERAL_BROWSER name chromedriver and Chromium.

import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { Chromium, freePort } from '../bundlers/chromium.mjs';
import { serve } from '../bundlers/server.mjs';
import { cases } from './cases.mjs';
import { written } from './editor.mjs';
import { BUILDS, builds, root, unpack } from './install.mjs';
import { look } from './look.mjs';

let failed = 0;
function test(name, wrong) {
  if (wrong.length) failed += 1;
  console.log(`test ${name} ... ${wrong.length ? `FAILED\n    ${wrong.join('\n    ')}` : 'ok'}`);
}

/** What each way showed to whom, in the order of the columns of the README's table. */
const table = {};
function note(name, who, shows) {
  table[name] ??= { administrator: [], author: [], 'without script': [] };
  if (!table[name][who].includes(shows)) table[name][who].push(shows);
}

/** For the table of the README, which `hosts` makes. */
function keep() {
  const { sources } = JSON.parse(readFileSync(join(root, 'pkg/build.json'), 'utf8'));
  mkdirSync(join(root, 'target/hosts'), { recursive: true });
  writeFileSync(join(root, 'target/hosts/wordpress.json'), `${JSON.stringify({ sources, table }, null, 2)}\n`);
}

/** Charts on another host, with addresses of its own, as whoever hosts them packs them. */
async function otherHost() {
  const folder = join(root, 'target/wordpress/host');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const host = await serve(folder, null);
  const pack = ['run', '--quiet', '--locked', '--bin', 'bilateral', '--', 'pack', 'data', '-o', join(folder, 'charts'), '--base', `${host.url}charts/`];
  execFileSync('cargo', pack, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  return host;
}

/** The snippets name the figure of the chart as chosen, which the builder makes: the view's stands for it. */
function chosenFiles(folder) {
  for (const kind of ['png', 'html']) copyFileSync(join(folder, `trade.az.${kind}`), join(folder, `chart.az.${kind}`));
}

/** Waits until a post is as wanted, or patience ends; answers what is seen, and what differs. */
async function differences(browser, url, wanted, plain) {
  await browser.call('POST', '/goog/cdp/execute', { cmd: 'Emulation.setScriptExecutionDisabled', params: { value: plain } });
  await browser.call('POST', '/url', { url });
  let found;
  for (let tries = 0; tries < 150; tries++) {
    found = await look(browser, plain);
    if (isDeepStrictEqual(found, wanted)) return { shows: found.shows, wrong: [] };
    await sleep(200);
  }
  return { shows: found.shows, wrong: [`wanted ${JSON.stringify(wanted)}`, `found  ${JSON.stringify(found)}`] };
}

const from = builds();
const host = await otherHost();
const browser = await Chromium.open();
try {
  for (const build of BUILDS) {
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const trusted = `${host.url}charts/`;
    const site = unpack(from, build, address, trusted);
    chosenFiles(join(site, 'wp-content/plugins/bilateral/static'));
    const env = { ...process.env, BILATERAL_HOST_PORT: `127.0.0.1:${port}`, PHP_CLI_SERVER_WORKERS: '3' };
    const all = cases(`${address}/wp-content/plugins/bilateral/`, trusted, trusted.replace('127.0.0.1', 'localhost'));
    const input = JSON.stringify(Object.fromEntries(Object.entries(all).map(([name, { content }]) => [name, content])));
    const setup = join(root, 'tests/wordpress/setup.php');
    const { version, ids } = JSON.parse(execFileSync('php', [setup], { cwd: site, env, input, encoding: 'utf8' }));
    // Its workers outlive it, so all of them are one group, which ends together.
    const server = spawn('php', ['-S', `127.0.0.1:${port}`, '-t', site], { env, stdio: 'ignore', detached: true });
    try {
      for (let tries = 0; tries < 100 && !(await fetch(address).catch(() => undefined)); tries++) await sleep(100);
      for (const [name, by] of Object.entries(all)) {
        for (const role of ['administrator', 'author']) {
          const url = `${address}/?p=${ids[role][name]}`;
          const { plain, ...wanted } = by[role];
          const live = await differences(browser, url, wanted, false);
          test(`wordpress ${version}, ${role}: ${name}`, live.wrong);
          note(name, role, live.shows);
          const still = await differences(browser, url, { shows: plain }, true);
          test(`wordpress ${version}, ${role}: ${name}, no script`, still.wrong);
          note(name, 'without script', still.shows);
        }
      }
      await browser.call('POST', '/goog/cdp/execute', { cmd: 'Emulation.setScriptExecutionDisabled', params: { value: false } });
      test(`wordpress ${version}: the block in the editor`, await written(browser, address));
    } finally {
      process.kill(-server.pid);
    }
    const log = join(site, 'wp-content/debug.log');
    const notices = existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter((line) => /bilateral/.test(line)) : [];
    test(`wordpress ${version}: no notice of PHP`, notices);
  }
  keep();
} finally {
  await browser.close();
  await host.close();
}
process.exit(failed ? 1 : 0);
