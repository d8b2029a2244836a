// Step 4's texts: what is chosen as snippets, each with a button that copies it.

import { h, say, set } from '../dom.js';
import { copy } from './copy.js';
import { chart, field, get, where } from './elements.js';
import { isOwnFigure, snippets } from './snippets.js';
import { judge } from './verdict.js';
import { live, speak, t } from './words.js';

/** @import { Choices } from './snippets.js' */

/** Where the files lie if this page cannot tell. */
const EXAMPLE = 'https://static.example.org/bilateral/';

/** The page form's margins above and below the chart, in CSS pixels. */
const MARGINS = 32;

/** The height of a chart that has not been drawn. */
const HEIGHT = 560;

const meta = /** @type {HTMLMetaElement} */ (document.querySelector('meta[name="generator"]'));

/** @returns {NodeListOf<HTMLElement>} */
const pres = () => document.querySelectorAll('pre[data-snippet]');

/** Whether an address is there, and is one. */
function isAddress() {
  const base = field(where, 'base');
  return base.value !== '' && base.checkValidity();
}

const isExample = () => new URL(field(where, 'base').value).hostname.endsWith('example.org');

/** The address of the files; empty where nobody knows. */
export const ownAddress = () => (isAddress() && !isExample() ? field(where, 'base').value : '');

/** All snippets, as one text. */
export const allTexts = () => [...pres()].map((pre) => `${t(pre.dataset.name ?? '')}\n\n${pre.textContent}\n`).join('\n');

/** @param {Partial<Choices>} state */
export function write(state) {
  const base = field(where, 'base');
  const valid = isAddress();
  set(base, 'aria-invalid', valid ? undefined : 'true');
  const root = chart.shadowRoot;
  const figure = root?.querySelector('figure');
  const texts = snippets(state, {
    base: valid ? base.value : EXAMPLE,
    summary: root?.getElementById('summary')?.textContent ?? '',
    headline: state.title || root?.getElementById('headline')?.textContent || t('Chart of trade and events'),
    lang: figure?.lang || document.documentElement.lang,
    height: (figure?.offsetHeight || HEIGHT) + MARGINS,
    room: figure?.offsetHeight || HEIGHT,
    integrity: field(where, 'pin').checked ? meta.dataset.integrity : undefined,
    plain: field(where, 'plain').checked,
  });
  for (const pre of pres()) say(pre, texts[/** @type {keyof typeof texts} */ (pre.dataset.snippet)]);
  get('picture-hint').hidden = !isOwnFigure(state);
  say(get('base-hint'), valid && isExample()
    ? t('This is an example: put the address of your own copy here.')
    : valid ? '' : t('A full address, such as https://static.example.org/bilateral/'));
  judge();
}

/** Copies what a node says, and tells so. @param {HTMLElement} node @param {string} name in English */
async function copied(node, name) {
  const done = await copy(node);
  speak(get('told'), () => t(done ? '{name}: copied.' : '{name}: selected. Copy it with Ctrl+C or ⌘C.', { name: t(name) }));
  return done;
}

/** @param {string} name in English @param {string} text */
export async function copyText(name, text) {
  const pre = get('copied');
  say(pre, text);
  pre.hidden = false;
  pre.hidden = await copied(pre, name);
}

/** Takes this page's own address where it has one, and gives each text its button. */
export function beginTexts() {
  field(where, 'base').value = /^https?:$/.test(location.protocol) ? new URL('.', location.href).href : EXAMPLE;
  for (const pre of pres()) {
    const name = pre.dataset.name ?? '';
    const button = h('button', { type: 'button', class: 'copy' });
    live(pre, () => set(button, 'aria-label', t('Copy: {name}', { name: t(name) })));
    speak(button, () => t('Copy'));
    button.addEventListener('click', async () => {
      const done = await copied(pre, name);
      speak(button, () => t(done ? 'Copied' : 'Selected'));
      setTimeout(() => speak(button, () => t('Copy')), 2000);
    });
    const box = h('div', { class: 'snippet' });
    pre.replaceWith(box);
    box.append(pre, button);
  }
}
