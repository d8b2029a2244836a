// Steps 1 and 2: somebody's tables are opened, what was guessed is shown, what is wrong is mended.

import { button, h, say as write, set } from '../dom.js';
import { columns, countryNames, facts, inferred, left, messages, questions } from './asked.js';
import { chosen, dropped, pasted, save } from './files.js';
import { SheetGrid, letters } from './grid.js';
import { live, speak, t } from './words.js';
import { complain, today, workshop } from './workshop.js';

/** @import { Builder } from '#builder' */
/** @import { Review } from './workshop.js' */

/** How long a hand may rest before what it wrote is checked. */
const REST = 300;

/** @param {string} id */
const get = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @type {Builder} */ let builder;
/** @type {{name: string, rows: number, columns: number}[]} */ let sheets = [];
/** The table that is shown. */ let sheet = 0;
/** @type {Review | undefined} */ let review;
/** @type {Map<string, string>} */ let wrong = new Map();
/** @type {string[]} */ let fields = [];
let unsaved = false;
/** Whether something was changed since the tables were brought or saved. */
let edited = false;
/** Whether the tables are an example, or empty, and as they came. */
let untouched = false;
/** @type {(json: string | undefined, review: Review) => void} */ let changed = () => {};

const grid = new SheetGrid(get('grid'), {
  write: (row, column, text) => edit(() => builder.edit(sheet, JSON.stringify([[row, column, text]])), false),
  // A table of one's own is no part of the example that is shown.
  paste: (row, column, text) => (untouched && text.includes('\n') ? openFiles(async () => pasted(text))
    : edit(() => builder.paste(sheet, row, column, text))),
  clear: (cells) => edit(() => builder.edit(sheet, JSON.stringify(cells))),
  step: (forward) => step(forward),
  wrong: (row, column) => wrong.get(`${sheet},${row},${column}`) ?? '',
  chosen: (row, column) => showCell(row, column),
});

const bar = /** @type {HTMLTextAreaElement} */ (get('cell-text'));

/** Does something with the module; what it refuses is said. @param {() => unknown | Promise<unknown>} act */
async function attempt(act) {
  try {
    builder ??= await workshop();
    await act();
    speak(get('data-told'), () => '');
    return true;
  } catch (error) {
    complain(get('data-told'), error);
    return false;
  }
}

/** @param {() => unknown | Promise<unknown>} give @param {boolean} [begun] whether with something of this page's own */
async function open(give, begun = false) {
  if (edited && !confirm(t('The table on this page has changes that are not saved. Put another in its place?'))) return;
  speak(get('data-told'), () => t('Reading …'));
  const done = await attempt(async () => {
    await give();
    if (!fields.length) {
      const [countries, own, measures] = JSON.parse(builder.known());
      fields = [...own, ...measures];
      for (const [code, name] of countries) countryNames.set(code, name);
      get('countries').replaceChildren(...countries.map((/** @type {string[]} */ [code, name]) => h('option', { value: name }, code)));
    }
  });
  if (!done) return;
  // The values come first, whatever else a package has.
  sheet = Math.max(0, JSON.parse(builder.sheets()).findIndex((/** @type {{name: string}} */ { name }) => name === 'figures.csv'));
  [unsaved, edited, untouched] = [true, false, begun];
  for (const id of ['desk', 'check-desk']) get(id).hidden = false;
  get('check-none').hidden = true;
  await showSheet();
  check();
}

/** @param {() => Promise<{name: string, bytes: Uint8Array}[]>} files */
const openFiles = (files) => open(async () => {
  for (const { name, bytes } of await files()) builder.give(name, bytes);
  builder.open(today());
});

async function showSheet() {
  sheets = JSON.parse(builder.sheets());
  offerSheets();
  await grid.show(JSON.parse(builder.rows(sheet)), sheets[sheet]?.name ?? '');
  showCell(grid.row, grid.column);
}

function offerSheets() {
  const choice = /** @type {HTMLSelectElement} */ (get('sheet'));
  choice.replaceChildren(...sheets.map(({ name, rows }, at) =>
    h('option', { value: String(at) }, t('{name} ({n} rows)', { name, n: rows }))));
  choice.value = String(sheet);
  set(/** @type {HTMLElement} */ (choice.closest('label')), 'hidden', sheets.length < 2);
}

/** @param {number} row @param {number} column */
function showCell(row, column) {
  write(get('cell-name'), `${sheets[sheet]?.name ?? ''} ${letters(column)}${row + 1}`);
  if (document.activeElement !== bar || bar.dataset.at !== `${row},${column}`) bar.value = grid.text(row, column);
  bar.dataset.at = `${row},${column}`;
  write(get('cell-wrong'), wrong.get(`${sheet},${row},${column}`) ?? '');
}

/** @param {() => unknown} act @param {boolean} [anew] whether the rows are shown anew */
async function edit(act, anew = true) {
  if (!await attempt(act)) return;
  [unsaved, edited, untouched] = [true, true, false];
  if (anew) await showSheet();
  else await grid.show(JSON.parse(builder.rows(sheet)), sheets[sheet].name);
  checkSoon();
}

/** @param {boolean} forward */
const step = (forward) => edit(async () => {
  const where = builder.step(forward);
  if (where !== undefined) sheet = where;
});

/** @param {string} option @param {string} value */
async function say(option, value) {
  if (!await attempt(() => builder.say(option, value))) return;
  [unsaved, edited] = [true, true];
  await check();
  // What was answered is gone, and the focus with it.
  if (document.activeElement === document.body) {
    const next = /** @type {HTMLElement | null} */ (document.querySelector('#questions .row input')
      ?? document.querySelector('#questions .row button'));
    (next ?? get('data-sum')).focus({ preventScroll: true });
  }
}

/** @param {[number, number, number]} at */
async function go([to, row, column]) {
  if (to !== sheet) {
    sheet = to;
    await showSheet();
  }
  await grid.go(row, column);
  showCell(row, column);
  get('desk').scrollIntoView({ block: 'nearest' });
  bar.focus();
  bar.select();
}

let timer = 0;
function checkSoon() {
  clearTimeout(timer);
  timer = window.setTimeout(check, REST);
}

function check() {
  clearTimeout(timer);
  return attempt(() => {
    review = /** @type {Review} */ (JSON.parse(builder.review()));
    wrong = new Map(review.messages.filter(({ at }) => at).map((one) => [String(one.at), `${one.what}; ${one.hint}`]));
    for (const { at, what } of review.questions) if (at) wrong.set(String(at), what);
    show(review);
    grid.refresh();
    showCell(grid.row, grid.column);
    changed(review.ok ? builder.data() : undefined, review);
  });
}

/** @param {string} id @param {Node[]} nodes */
function list(id, nodes) {
  const node = get(id);
  const held = document.activeElement instanceof HTMLElement && node.contains(document.activeElement)
    ? document.activeElement.getAttribute('aria-label') : null;
  node.replaceChildren(...nodes);
  if (held) /** @type {HTMLElement | null} */ (node.querySelector(`[aria-label="${CSS.escape(held)}"]`))?.focus();
  const block = node.closest('[data-block]');
  if (block) set(block, 'hidden', !nodes.length);
}

/** @param {Review} found */
function show(found) {
  const { counts } = found;
  list('questions', questions(found.questions, say, go));
  list('facts', facts(found, say));
  list('columns', columns(found, sheet, fields, say));
  list('inferred', inferred(found, go));
  list('left', left(found, go));
  list('messages', messages(found, go));
  const faults = found.messages.filter(({ severity }) => severity === 'error').length;
  const summary = found.questions.length ? t('{n} questions to answer first, in step 1.', { n: found.questions.length })
    : !found.rows ? t('No row was found yet: say in step 1 what the columns hold, or fill the table.')
      : faults ? t('{n} faults: press a place to mend it.', { n: faults })
        : t('Nothing wrong: {values}, {events}, {countries}.', {
          values: t('{n} values', { n: counts?.figures ?? 0 }),
          events: t('{n} events', { n: counts?.events ?? 0 }),
          countries: t('{n} countries', { n: counts?.partners ?? 0 }),
        });
  write(get('check-sum'), summary);
  write(get('data-sum'), summary);
}

/** Shows what was found in another language; what was typed and refused stays. */
function retell() {
  if (!review) return;
  const inputs = () => /** @type {NodeListOf<HTMLInputElement>} */ (get('desk').querySelectorAll('[data-option]'));
  const typed = [...inputs()].map(({ value }) => value);
  show(review);
  offerSheets();
  inputs().forEach((input, at) => { input.value = typed[at]; });
}

/** The messages as a text to copy. */
function messagesAsText() {
  if (!review) return '';
  const lines = review.messages.map(({ place, severity, what, hint }) =>
    `${place}: ${severity === 'error' ? '' : `${severity}: `}${what}\n  hint: ${hint}`);
  return [...lines, ...review.empty].join('\n');
}

/** What is saved needs no question when the page is left. */
export const saved = () => {
  unsaved = edited = false;
};

/**
 * @param {(json: string | undefined, review: Review) => void} act told the dataset, where nothing is
 *   wrong, after each change
 * @param {(name: string, text: string) => void} copyText
 */
export function begin(act, copyText) {
  changed = act;
  const input = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (get(id));
  for (const id of ['files', 'folder']) {
    input(id).addEventListener('change', () => {
      const { files } = input(id);
      openFiles(() => chosen(files)).then(() => { input(id).value = ''; });
    });
  }
  get('example').addEventListener('click', () => open(() => builder.begin(true, today()), true));
  get('empty').addEventListener('click', () => open(() => builder.begin(false, today()), true));
  document.addEventListener('paste', (event) => {
    const { target } = event;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const files = event.clipboardData?.files;
    const elsewhere = target instanceof HTMLElement && target.matches('input, textarea')
      && !['radio', 'checkbox'].includes(/** @type {HTMLInputElement} */ (target).type) && target.id !== 'paste';
    if (elsewhere || !(files?.length || text.includes('\t') || text.includes('\n'))) return;
    event.preventDefault();
    if (files?.length && !text) openFiles(() => chosen(files));
    else openFiles(async () => pasted(text));
  });
  get('paste').addEventListener('input', () => {
    const box = /** @type {HTMLTextAreaElement} */ (get('paste'));
    if (/[\t\n;,].*\n./.test(box.value)) openFiles(async () => pasted(box.value)).then(() => { box.value = ''; });
  });
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    const { dataTransfer } = event;
    if (dataTransfer) openFiles(() => dropped(dataTransfer));
  });
  desk(copyText);
}

/** @param {(name: string, text: string) => void} copyText */
function desk(copyText) {
  get('sheet').addEventListener('change', () => {
    sheet = Number(/** @type {HTMLSelectElement} */ (get('sheet')).value);
    showSheet().then(() => review && show(review));
  });
  bar.addEventListener('change', () => {
    const [row, column] = (bar.dataset.at ?? '0,0').split(',').map(Number);
    if (bar.value !== grid.text(row, column)) edit(() => builder.edit(sheet, JSON.stringify([[row, column, bar.value]])));
  });
  bar.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    bar.dispatchEvent(new Event('change'));
  });
  const tools = get('tools');
  const tool = (/** @type {string} */ name, /** @type {() => void} */ act) => {
    const node = button('', act);
    speak(node, () => t(name));
    tools.append(node);
  };
  tool('Undo', () => step(false));
  tool('Redo', () => step(true));
  tool('Insert row', () => edit(() => builder.insert(sheet, grid.range()[0], 1)));
  tool('Delete rows', () => edit(() => builder.remove(sheet, ...grid.range())));
  tool('Save the package', () => {
    attempt(() => {
      save(new Blob([/** @type {BlobPart} */ (builder.package())], { type: 'application/zip' }), `${review?.name ?? 'package'}.bilateral.zip`);
      saved();
    });
  });
  live(retell, retell);
  get('copy-messages').addEventListener('click', () => copyText('Messages', messagesAsText()));
  addEventListener('beforeunload', (event) => {
    if (unsaved) event.preventDefault();
  });
}
