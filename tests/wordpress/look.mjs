// What a reader sees of a post: the chart, its figure, a link, or nothing.

import { PARTS } from './cases.mjs';

/** Of a window: whether a chart has ink and is shown, and what else there is to see. */
const WINDOW = `
  const [root] = arguments;
  const seen = (node) => {
    const { width, height } = node.getBoundingClientRect();
    return width > 10 && height > 10 && node.checkVisibility();
  };
  const inked = (canvas) => {
    if (!canvas?.width || !canvas.height) return false;
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const pixels = new Uint32Array(data.buffer);
    return pixels.some((pixel) => pixel !== pixels[0]);
  };
  const post = document.querySelector(root) ?? document.body;
  const holders = [...post.querySelectorAll('bilateral-chart, div.bilateral-chart')];
  const charts = holders.map((holder) => (holder.localName === 'div' ? holder.shadowRoot?.firstElementChild : holder));
  const drawn = charts.length > 0 && charts.every((chart) => {
    const figure = chart?.shadowRoot?.querySelector('figure');
    return figure && seen(figure) && inked(figure.querySelector('canvas'));
  });
  (holders[0] ?? post.querySelector('iframe'))?.scrollIntoView();
  const pictures = [...post.querySelectorAll('a[href*="static/"] img, a[href*="bilateral.html"] img')];
  const figure = pictures.length > 0 && pictures.every((image) => image.complete && image.naturalWidth > 10 && seen(image));
  const link = [...post.querySelectorAll('a[href*="static/"], a[href*="bilateral.html"]')].some(seen);`;

const POST = `${WINDOW}
  const frame = post.querySelector('iframe');
  const attributes = charts[0]?.getAttributeNames().filter((name) => name !== 'style').map((name) => name + '=' + charts[0].getAttribute(name)).sort().join(' ');
  const asked = performance.getEntriesByType('resource').filter(({ initiatorType }) => initiatorType !== 'iframe');
  const foreign = asked.map(({ name }) => name).filter((name) => /bilateral/.test(name) && !name.startsWith(location.origin));
  return {
    kept: arguments[1].filter((part) => post.querySelector(part)),
    shows: drawn ? (figure ? 'chart and figure' : 'chart') : figure ? 'figure' : link ? 'link' : 'nothing',
    attributes: attributes ?? null,
    wrong: [window.hit === undefined ? [] : 'ran', foreign, document.querySelectorAll('script[src*="bilateral.js"]').length > 1 ? 'scripts' : []].flat(),
    frame: frame && {
      sandbox: frame.getAttribute('sandbox'),
      secret: frame.src.includes('#?secret=') && frame.dataset.secret !== undefined,
      seen: seen(frame) && !frame.style.clip,
      height: frame.getBoundingClientRect().height,
    },
  };`;

const FRAME = `${WINDOW}
  return { shows: drawn ? 'chart' : figure ? 'figure' : 'nothing', height: document.body.getBoundingClientRect().height };`;

/** WordPress lets a frame be so high. */
const MOST = 1000;

/**
 * What is seen of the post at hand, in the form of \`Seen\`; anything out of order stands beside it.
 * @param {Chromium} browser
 * @param {boolean} plain whether it runs no script; then only what is seen is told
 */
export async function look(browser, plain) {
  const run = (script, ...args) => browser.call('POST', '/execute/sync', { script, args });
  await browser.call('POST', '/frame', { id: null });
  const post = await run(POST, '.entry-content', PARTS);
  let { shows } = post;
  let height;
  if (post.frame?.seen) {
    await browser.call('POST', '/frame', { id: 0 });
    const inner = await run(FRAME, 'body');
    if (inner.shows !== 'nothing') ({ shows } = inner);
    ({ height } = inner);
  }
  if (plain) return { shows };
  const found = { kept: post.kept, shows };
  if (post.attributes !== null) found.attributes = post.attributes;
  if (post.frame) {
    found.sandbox = post.frame.sandbox;
    const fits = Math.abs(post.frame.height - Math.min(MOST, height)) <= 2;
    // A page around it that knows neither WordPress's words nor ours leaves the height as it was given.
    if (post.frame.sandbox !== null && !fits) found.height = [post.frame.height, height];
    if (post.frame.secret !== (post.frame.sandbox !== null)) found.secret = post.frame.secret;
  }
  if (post.wrong.length) found.wrong = post.wrong;
  return found;
}
