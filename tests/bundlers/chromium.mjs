// One Chromium, driven over WebDriver by nothing but fetch.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds that a chart may take to stand on a busy machine. */
const PATIENCE = 60_000;

/**
 * Every chart of the page: its view, whether it has ink, whether its fallback still shows. One
 * outside the window is not drawn before a reader comes near, so the next is scrolled to.
 */
const CHARTS = `
  const inked = (canvas) => {
    if (!canvas?.width || !canvas.height) return false;
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const pixels = new Uint32Array(data.buffer);
    return pixels.some((pixel) => pixel !== pixels[0]);
  };
  const charts = [...document.querySelectorAll('bilateral-chart')];
  const stands = (chart) => chart.shadowRoot?.querySelector('figure')?.hidden === false;
  charts.find((chart) => !stands(chart))?.scrollIntoView();
  const all = charts.every(stands);
  return charts.map((chart) => ({
    view: chart.getAttribute('view'),
    drawn: all && inked(chart.shadowRoot.querySelector('canvas')),
    fallback: chart.querySelector('.fallback')?.checkVisibility() ?? false,
  }));`;

export class Chromium {
  static async open() {
    const browser = new Chromium();
    const port = await freePort();
    browser.profile = mkdtempSync(join(tmpdir(), 'bilateral-bundlers-'));
    browser.driver = spawn(process.env.BILATERAL_DRIVER ?? 'chromedriver', [`--port=${port}`], { stdio: 'ignore' });
    browser.base = `http://127.0.0.1:${port}`;
    for (const start = Date.now(); ;) {
      try {
        await browser.call('GET', '/status');
        break;
      } catch (error) {
        if (Date.now() - start > PATIENCE) throw error;
        await sleep(50);
      }
    }
    const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync', `--user-data-dir=${browser.profile}`];
    const options = { args, binary: process.env.BILATERAL_BROWSER };
    const capabilities = { alwaysMatch: { browserName: 'chrome', 'goog:chromeOptions': options, 'goog:loggingPrefs': { browser: 'ALL' } } };
    const { sessionId } = await browser.call('POST', '/session', { capabilities });
    browser.base += `/session/${sessionId}`;
    return browser;
  }

  async call(method, path, body) {
    const answer = await fetch(this.base + path, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(value.message);
    return value;
  }

  /** What stands at an address once its charts are drawn, or when patience ends. */
  async charts(url) {
    await this.call('POST', '/url', { url });
    const run = () => this.call('POST', '/execute/sync', { script: CHARTS, args: [] });
    for (const start = Date.now(); ;) {
      const states = await run();
      const stand = states.length > 0 && states.every(({ drawn }) => drawn);
      if (stand || Date.now() - start > PATIENCE) return states;
      await sleep(100);
    }
  }

  /** Warnings and errors since the last call; a browser asks for the site's icon on its own. */
  async complaints() {
    const entries = await this.call('POST', '/se/log', { type: 'browser' });
    const told = entries.filter(({ level }) => ['WARNING', 'SEVERE'].includes(level)).map(({ message }) => message);
    return told.filter((message) => !message.includes('/favicon.ico '));
  }

  async close() {
    await this.call('DELETE', '').catch(() => {});
    this.driver.kill();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** A port of this machine that nothing listens on. */
export function freePort() {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
