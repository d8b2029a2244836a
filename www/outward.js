// Links out of the page, in a tab of their own: what a dataset calls them is beside where they lead.

import { h } from './dom.js';

/**
 * The text where there is no web address; else a link, and its host in letters that no other host can
 * have, unless the text names it.
 * @param {string} text
 * @param {string} [url]
 * @returns {(string | HTMLElement)[]}
 */
export function outward(text, url) {
  const host = hostOf(url);
  if (!url || !host) return [text];
  const link = h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, text);
  const names = text.split(/[^\w.-]+/).includes(host);
  return names ? [link] : [link, h('span', { class: 'host' }, ` (${host})`)];
}

/** @param {string} [url] */
function hostOf(url) {
  if (!url || !/^https?:\/\//.test(url)) return undefined;
  try {
    return new URL(url).hostname.replace(/^www\.|\.$/g, '');
  } catch {
    return undefined;
  }
}
