// Why a chart cannot be drawn, in words that say how to mend it, and fetching that knows why it failed.

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
 * An answer that is there; else rejects with {@link Unable}.
 * @param {string | URL} url
 */
export async function get(url) {
  let forbidden = false;
  const note = () => (forbidden = true);
  document.addEventListener('securitypolicyviolation', note);
  try {
    return there(await fetch(url));
  } catch (error) {
    if (error instanceof Unable) throw error;
    // The policy's breach is told after the fetch has failed.
    await new Promise((done) => setTimeout(done));
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

/**
 * A dataset as JSON; else rejects with {@link Unable}.
 * @param {string} src
 */
export async function dataset(src) {
  const text = await (await get(src)).text();
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Unable('data', `${src} is not JSON`, error);
  }
}
