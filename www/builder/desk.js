// The editable table: its cells, its tools, and the way to a cell.

import { button, h, say as write, set } from '../dom.js';
import { get } from './elements.js';
import { save } from './files.js';
import { SheetGrid, letters } from './grid.js';
import { attempt, builder, saved, work, wrongAt } from './work.js';
import { live, speak, t } from './words.js';

/** Told after each change. @type {() => void} */
let edited = () => {};
/** Opens a text as tables. @type {(text: string) => void} */
let openText = () => {};

const grid = new SheetGrid(get('grid'), {
  write: (row, column, text) => edit(() => builder.edit(work.sheet, JSON.stringify([[row, column, text]])), false),
  // A table of one's own is no part of the example that is shown, and has a head of its own.
  paste: (row, column, text) => {
    const isWhole = work.untouched === 'example' || (work.untouched && row === 0 && column === 0);
    return isWhole && text.includes('\n') ? openText(text) : edit(() => builder.paste(work.sheet, row, column, text));
  },
  clear: (cells) => edit(() => builder.edit(work.sheet, JSON.stringify(cells))),
  step: (forward) => step(forward),
  wrong: (row, column) => wrongAt(row, column)?.text ?? '',
  chosen: (row, column) => showCell(row, column),
});

const bar = /** @type {HTMLTextAreaElement} */ (get('cell-text'));

export async function showSheet() {
  work.sheets = JSON.parse(builder.sheets());
  offerSheets();
  await grid.show(JSON.parse(builder.rows(work.sheet)), work.sheets[work.sheet]?.name ?? '');
  showCell(grid.row, grid.column);
}

function offerSheets() {
  const choice = /** @type {HTMLSelectElement} */ (get('sheet'));
  choice.replaceChildren(...work.sheets.map(({ name, rows }, at) =>
    h('option', { value: String(at) }, t('{name} ({n} rows)', { name, n: rows }))));
  choice.value = String(work.sheet);
  set(/** @type {HTMLElement} */ (choice.closest('label')), 'hidden', work.sheets.length < 2);
}

/** @param {number} row @param {number} column */
function showCell(row, column) {
  write(get('cell-name'), `${work.sheets[work.sheet]?.name ?? ''} ${letters(column)}${row + 1}`);
  if (document.activeElement !== bar || bar.dataset.at !== `${row},${column}`) bar.value = grid.text(row, column);
  bar.dataset.at = `${row},${column}`;
  const wrong = wrongAt(row, column);
  write(get('cell-wrong'), wrong?.text ?? '');
  set(get('cell-wrong'), 'lang', wrong?.lang);
}

/** Shows anew what is wrong with cells. */
export function refresh() {
  grid.refresh();
  showCell(grid.row, grid.column);
}

/** @param {() => unknown} act @param {boolean} [anew] whether the rows are shown anew */
async function edit(act, anew = true) {
  if (!await attempt(act)) return;
  [work.edited, work.untouched] = [true, undefined];
  if (anew) await showSheet();
  else await grid.show(JSON.parse(builder.rows(work.sheet)), work.sheets[work.sheet].name);
  edited();
}

/** @param {boolean} forward */
const step = (forward) => edit(async () => {
  const where = builder.step(forward);
  if (where !== undefined) work.sheet = where;
});

/** Leads to a cell. @param {[number, number, number]} at */
export async function go([to, row, column]) {
  if (to !== work.sheet) {
    work.sheet = to;
    await showSheet();
  }
  await grid.go(row, column);
  showCell(row, column);
  get('desk').scrollIntoView({ block: 'nearest' });
  bar.focus();
  bar.select();
}

/**
 * @param {(text: string) => void} open opens a text as tables
 * @param {() => void} act told after each change
 */
export function beginDesk(open, act) {
  [openText, edited] = [open, act];
  bar.addEventListener('change', () => {
    const [row, column] = (bar.dataset.at ?? '0,0').split(',').map(Number);
    if (bar.value !== grid.text(row, column)) edit(() => builder.edit(work.sheet, JSON.stringify([[row, column, bar.value]])));
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
  tool('Insert row', () => edit(() => builder.insert(work.sheet, grid.range()[0], 1)));
  tool('Delete rows', () => edit(() => builder.remove(work.sheet, ...grid.range())));
  tool('Save the package', () => {
    attempt(() => {
      save(new Blob([/** @type {BlobPart} */ (builder.package())], { type: 'application/zip' }), `${work.review?.name ?? 'package'}.bilateral.zip`);
      saved();
    });
  });
  // The table hears its own keys first; a field takes its own text back.
  addEventListener('keydown', (event) => {
    const key = event.key.toLowerCase();
    const { target } = event;
    const isField = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !/checkbox|radio/.test(target.type));
    if (isField || event.defaultPrevented || !(event.ctrlKey || event.metaKey) || !['z', 'y'].includes(key)) return;
    event.preventDefault();
    step(key === 'y' || event.shiftKey);
  });
  live(get('sheet'), offerSheets);
  addEventListener('beforeunload', (event) => {
    if (work.edited) event.preventDefault();
  });
}
