// Serves a built page under the strictest policy that a chart can run under.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

/** `connect-src` is for the slim form, which fetches its module. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const KINDS = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript',
  '.wasm': 'application/wasm', '.css': 'text/css', '.png': 'image/png',
  '.json': 'application/json', '.svg': 'image/svg+xml',
};

/**
 * @param {string} folder
 * @param {string | null} policy none where the page's own scripts are inline
 */
export async function serve(folder, policy = POLICY) {
  const log = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://x').pathname;
    const name = path.slice(1) + (path.endsWith('/') ? 'index.html' : '');
    try {
      if (name.includes('..')) throw new Error('outside');
      const body = readFileSync(join(folder, name));
      response.setHeader('Content-Type', KINDS[extname(name)] ?? 'application/octet-stream');
      if (policy) response.setHeader('Content-Security-Policy', policy);
      response.writeHead(200);
      response.end(body);
      log.push(`${name} 200`);
    } catch {
      // A browser asks for the site's icon on its own.
      response.writeHead(name === 'favicon.ico' ? 204 : 404).end();
      if (name !== 'favicon.ico') log.push(`${name} 404`);
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    requests: () => log,
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}
