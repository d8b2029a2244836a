// Step 1: somebody's tables are chosen, dropped or pasted, and opened.

import { showSheet } from './desk.js';
import { get } from './elements.js';
import { chosen, dropped, pasted } from './files.js';
import { check } from './found.js';
import { attempt, builder, work } from './work.js';
import { speak, t } from './words.js';
import { today } from './workshop.js';

/** @import { Given } from './files.js' */

/** @param {() => unknown | Promise<unknown>} give @param {'example' | 'empty'} [begun] with something of this page's own */
async function open(give, begun) {
  if (work.edited && !confirm(t('The table on this page has changes that are not saved. Put another in its place?'))) return;
  speak(get('data-told'), () => t('Reading …'));
  if (!await attempt(give)) return;
  // The values come first, whatever else a package has.
  work.sheet = Math.max(0, JSON.parse(builder.sheets()).findIndex((/** @type {{name: string}} */ { name }) => name === 'figures.csv'));
  [work.edited, work.untouched] = [false, begun];
  for (const id of ['desk', 'check-desk']) get(id).hidden = false;
  get('check-none').hidden = true;
  await showSheet();
  check();
}

/** @param {() => Promise<Given[]>} files */
const openFiles = (files) => open(async () => {
  for (const { name, bytes } of await files()) builder.give(name, bytes);
  builder.open(today());
});

/** @param {string} text */
export const openText = (text) => openFiles(async () => pasted(text));

/** @param {ClipboardEvent} event */
function paste(event) {
  const { target } = event;
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const files = event.clipboardData?.files;
  const elsewhere = target instanceof HTMLElement && target.matches('input, textarea')
    && !['radio', 'checkbox'].includes(/** @type {HTMLInputElement} */ (target).type) && target.id !== 'paste';
  if (elsewhere || !(files?.length || text.includes('\t') || text.includes('\n'))) return;
  event.preventDefault();
  if (files?.length && !text) openFiles(() => chosen(files));
  else openText(text);
}

/** All ways in. */
export function begin() {
  for (const id of ['files', 'folder']) {
    const input = /** @type {HTMLInputElement} */ (get(id));
    input.addEventListener('change', () => {
      openFiles(() => chosen(input.files)).then(() => { input.value = ''; });
    });
  }
  get('example').addEventListener('click', () => open(() => builder.begin(true, today()), 'example'));
  get('empty').addEventListener('click', () => open(() => builder.begin(false, today()), 'empty'));
  document.addEventListener('paste', paste);
  const box = /** @type {HTMLTextAreaElement} */ (get('paste'));
  box.addEventListener('input', () => {
    if (/[\t\n;,].*\n./.test(box.value)) openText(box.value).then(() => { box.value = ''; });
  });
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    const { dataTransfer } = event;
    if (dataTransfer) openFiles(() => dropped(dataTransfer));
  });
}
