// Why a chart cannot be drawn, in words that say how to mend it, and fetching that knows why it failed.

import { own } from './dom.js';

export class Unable extends Error {
  /**
   * @param {'csp' | 'mime' | 'network' | 'no-wasm' | 'data' | 'trap'} reason
   * @param {string} message
   * @param {unknown} [cause]
   */
  constructor(reason, message, cause) {
    super(message, { cause });
    this.reason = reason;
  }
}

/**
 * What a widget answers: nothing where the module has just trapped.
 * @template Answer
 * @param {Answer | undefined} answer
 * @returns {Answer}
 */
export function answered(answer) {
  if (answer === undefined) throw new Unable('trap', 'the module has trapped');
  return answer;
}

/**
 * An answer that is there; else rejects with {@link Unable}.
 * @param {string | URL} url
 * @param {RequestInit} [how]
 */
export async function get(url, how) {
  let forbidden = false;
  const note = () => (forbidden = true);
  document.addEventListener('securitypolicyviolation', note);
  try {
    return there(await fetch(url, how));
  } catch (error) {
    if (error instanceof Unable) throw error;
    // The policy's breach is told after the fetch has failed.
    await new Promise((done) => setTimeout(done));
    if (new URL(url, document.baseURI).protocol === 'file:') {
      const hint = 'serve the folder over HTTP, or pack the dataset into the script';
      throw new Unable('network', `browsers forbid a page to read ${url} from disk; ${hint}`, error);
    }
    throw forbidden
      ? new Unable('csp', `the page's Content-Security-Policy must allow ${url} in connect-src`, error)
      : new Unable('network', `${url} cannot be fetched; from another host it needs Access-Control-Allow-Origin: *`, error);
  } finally {
    document.removeEventListener('securitypolicyviolation', note);
  }
}

/** @param {Response} answer */
export function there(answer) {
  if (!answer.ok) throw new Unable('network', `${answer.url} answered ${answer.status}`);
  return answer;
}

/** Charts whose data comes from the page's own host, as someone else names it. @type {WeakSet<Element>} */
const bound = new WeakSet();

/** Keeps the data of a chart to the page's own host. @param {Element} chart */
export const bind = (chart) => bound.add(chart);

/** How long its text may be: the values have to keep within the same. */
const BYTES = 32 * 1024 * 1024;

/**
 * A dataset as JSON; else rejects with {@link Unable}.
 * @param {string} src
 * @param {Element} chart
 */
export async function dataset(src, chart) {
  const isBound = bound.has(chart);
  if (isBound && new URL(src, document.baseURI).origin !== self.origin) {
    throw new Unable('data', `${src} is not of this page's host`);
  }
  // A redirection to another host is refused, too.
  const answer = await get(src, isBound ? own({ mode: 'same-origin' }) : undefined);
  const text = await answer.text().catch((error) => {
    throw new Unable('network', `${src} came cut`, error);
  });
  if (text.length > BYTES) throw new Unable('data', `${src}: larger than 32 MiB\n  hint: split the dataset`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Unable('data', `${src} is not JSON`, error);
  }
}
