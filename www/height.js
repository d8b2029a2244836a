// Tells the page around an iframe how high this one is: in our words, AMP's and WordPress's.

import { own } from './dom.js';

/** What WordPress puts behind `#?secret=`. */
const SECRET = /[?&]secret=(\w+)/;

/** Pixels: what WordPress gives at least. A frame that is not laid out yet has none. */
const LEAST = 200;

/** @param {HTMLElement} root its height does not depend on the window's */
export function tellHeight(root) {
  if (parent === window) return;
  /** This page's own: another page in the same frame has another. */
  const word = crypto.randomUUID?.() ?? String(Math.random());
  let told = 0;
  let frame = 0;
  /** @param {object} message */
  const post = (message) => parent.postMessage(message, '*');
  /** @param {number} value */
  const answer = (value) => {
    const secret = SECRET.exec(location.hash)?.[1];
    if (secret) post({ message: 'height', value, secret });
  };
  const tell = () => {
    frame = 0;
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (Math.abs(height - told) <= 1) return;
    told = height;
    post({ bilateral: 'height', height, word });
    post({ sentinel: 'amp', type: 'embed-size', height });
    answer(height);
  };
  const soon = () => {
    frame ||= requestAnimationFrame(tell);
  };
  new ResizeObserver(soon).observe(root);
  addEventListener('message', ({ data, source }) => {
    if (source !== parent || !data || typeof data !== 'object') return;
    const said = own(data);
    // The page around asks whether this is a chart, by the word that it was told.
    if (said.bilateral === 'chart?' && said.word === word) post({ bilateral: 'chart', height: told, word });
    if (said.message !== 'ready' && said.bilateral !== 'ready') return;
    told = 0;
    if (said.message) answer(Math.max(innerHeight, LEAST));
    soon();
  });
  // WordPress hides a frame that it does not trust until it speaks, and one that is hidden is never
  // painted: nothing above would run.
  answer(Math.max(innerHeight, LEAST));
}
