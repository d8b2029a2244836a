// Tells the page around an iframe how high this one is: in our words, AMP's and WordPress's.

/** What WordPress puts behind `#?secret=`. */
const SECRET = /[?&]secret=(\w+)/;

/** Pixels: what WordPress gives at least. A frame that is not laid out yet has none. */
const LEAST = 200;

/** @param {HTMLElement} root its height does not depend on the window's */
export function tellHeight(root) {
  if (parent === window) return;
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
    post({ bilateral: 'height', height });
    post({ sentinel: 'amp', type: 'embed-size', height });
    answer(height);
  };
  const soon = () => {
    frame ||= requestAnimationFrame(tell);
  };
  new ResizeObserver(soon).observe(root);
  addEventListener('message', ({ data, source }) => {
    if (source !== parent || data?.message !== 'ready') return;
    told = 0;
    answer(Math.max(innerHeight, LEAST));
    soon();
  });
  // WordPress hides a frame that it does not trust until it speaks, and one that is hidden is never
  // painted: nothing above would run.
  answer(Math.max(innerHeight, LEAST));
}
