// Whether a page's policy lets the chart through, and what would mend it.

import { h } from '../dom.js';
import { check } from './csp.js';
import { field, get, policy, where } from './elements.js';
import { t } from './words.js';

/** @import { Finding, Verdict } from './csp.js' */

export function judge() {
  const text = field(policy, 'text').value.trim();
  const base = field(where, 'base').value;
  const to = get('verdict');
  if (!text) return to.replaceChildren();
  const report = check(text, base, field(policy, 'page').value.trim() || undefined);
  if (!report.count) return to.replaceChildren(h('p', {}, t('There is no policy in this text.')));
  to.replaceChildren(
    way('Script and element', report.script),
    way('Frame, and address to paste', report.frame),
    way('Picture and link', report.image),
    ...report.notes.map((note) => h('p', { class: 'note' }, note)),
  );
}

/** @param {string} name @param {Verdict} verdict */
function way(name, { missing, better }) {
  const ok = missing.length === 0;
  return h(
    'div',
    { class: ok ? 'way passes' : 'way blocked' },
    h('h3', {}, h('span', { class: 'sign', 'aria-hidden': 'true' }, ok ? '✓' : '✕'), t(ok ? '{name}: allowed' : '{name}: blocked', { name: t(name) })),
    ...findings(missing, 'Write'),
    ...findings(better, 'For the picture that stands in until the chart is drawn, write'),
  );
}

/** @param {Finding[]} list @param {string} lead */
function findings(list, lead) {
  return list.map(({ text, line }) =>
    h('p', {}, `${text} `, ...(line ? [`${t(lead)} `, h('code', {}, line)] : [])));
}
