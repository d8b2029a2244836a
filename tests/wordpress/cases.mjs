// What is written into posts, and what WordPress makes of it for whoever may use all HTML (an
// administrator) and for whoever may not (an author).

import { snippets } from '../../www/builder/snippets.js';

/**
 * @typedef {object} Seen
 * @property {string[]} kept which parts of what was written are in the post, of PARTS
 * @property {string} shows `chart`, `figure`, `link` or `nothing`
 * @property {string} plain the same in a browser that runs no script
 * @property {string} [attributes] of the chart, sorted
 * @property {string | null} [sandbox] of the frame
 */

/** What is looked for in a post, as selectors. */
export const PARTS = ['script', 'bilateral-chart', 'div.bilateral-chart', 'iframe', 'blockquote', 'a img'];

const CHOICES = { view: 'trade', partners: 'KZ', lang: 'az' };
const ATTRIBUTES = 'lang=az partners=KZ view=trade';

/** All that the plugin prints is the element with its figure, whoever wrote it. */
const printed = (/** @type {string} */ attributes) => ({
  kept: ['bilateral-chart', 'a img'], shows: 'chart', plain: 'figure', attributes,
});

/** A frame that came by oEmbed: trusted as it is, else in a sandbox and hidden until it speaks. */
const embedded = (/** @type {string | null} */ sandbox) => ({
  kept: ['iframe', 'blockquote'], shows: 'chart', plain: sandbox ? 'link' : 'figure', sandbox,
});

/**
 * @param {string} own the plugin's folder on the site
 * @param {string} trusted the folder of charts that BILATERAL_HOST names
 * @param {string} foreign the same folder under a name that WordPress was not told
 * @returns {Record<string, { content: string, administrator: Seen, author: Seen }>}
 */
export function cases(own, trusted, foreign) {
  const { script, plain, frame, image } = snippets(CHOICES, { base: own, headline: 'Trade grew', height: 600 });
  const both = (/** @type {string} */ content, /** @type {Seen} */ seen) => ({ content, administrator: seen, author: seen });
  const alone = (/** @type {string} */ address) => `Before.\n\n${address}\n\nAfter.`;
  return {
    shortcode: both('Before. [bilateral view="trade" partners="KZ" lang="az"] After.', printed(ATTRIBUTES)),
    // What an author's title had of markup is gone before the plugin sees it; an administrator's is text.
    'shortcode with hostile values': {
      content: '[bilateral view="trade" onclick="alert(1)" src="https://evil.example/" title="<script>window.hit=1</script>" partners=\'KZ" onload="window.hit=1\']',
      administrator: printed('title=<script>window.hit=1</script> view=trade'),
      author: printed('title=window.hit=1 view=trade'),
    },
    block: both('<!-- wp:bilateral/chart {"view":"trade","lang":"az"} /-->', printed('lang=az view=trade')),
    'pasted page of the plugin': both(alone(`${own}bilateral.html?lang=az&view=trade`), printed('lang=az view=trade')),
    'pasted figure of the plugin': both(alone(`${own}static/trade.az.html`), printed('lang=az view=trade')),
    'script and element': {
      content: script,
      administrator: { ...printed(ATTRIBUTES), kept: ['script', 'bilateral-chart', 'a img'] },
      author: { kept: ['a img'], shows: 'figure', plain: 'figure' },
    },
    'div, the script from the plugin': both(plain, { ...printed(ATTRIBUTES), kept: ['div.bilateral-chart', 'a img'] }),
    frame: {
      content: frame,
      administrator: { kept: ['iframe'], shows: 'chart', plain: 'figure', sandbox: null },
      author: { kept: ['a img'], shows: 'figure', plain: 'figure' },
    },
    image: both(image, { kept: ['a img'], shows: 'figure', plain: 'figure' }),
    'pasted figure of the host that the plugin knows': both(alone(`${trusted}static/trade.az.html`), embedded(null)),
    'pasted figure of an unknown host': both(alone(`${foreign}static/trade.az.html`), embedded('allow-scripts')),
    'pasted page of an unknown host': both(alone(`${foreign}bilateral.html`), embedded('allow-scripts')),
  };
}
