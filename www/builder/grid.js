// The editable table: a spreadsheet's letters and numbers around somebody's own cells.

import {
  ClipboardModule, EditModule, ExportModule, FormatModule, FrozenColumnsModule, InteractionModule,
  KeybindingsModule, ResizeColumnsModule, SelectRangeModule, Tabulator,
} from 'tabulator-tables';
import { h, set } from '../dom.js';
import style from 'tabulator-tables/dist/css/tabulator_simple.min.css';

Tabulator.registerModule([
  ClipboardModule, EditModule, ExportModule, FormatModule, FrozenColumnsModule, InteractionModule,
  KeybindingsModule, ResizeColumnsModule, SelectRangeModule,
]);

/** Blank rows and columns around the cells that hold something: room to go on. */
const SPARE = { rows: 5, columns: 2 };

/** A column's letters in a spreadsheet. @param {number} column */
export function letters(column) {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/**
 * @typedef {object} Hands
 * @property {(row: number, column: number, text: string) => void} write
 * @property {(row: number, column: number, text: string) => void} paste
 * @property {(cells: [number, number, string][]) => void} clear
 * @property {(forward: boolean) => void} step takes the last change back, or makes it again
 * @property {(row: number, column: number) => string} wrong what is wrong with a cell, or nothing
 * @property {(row: number, column: number) => void} chosen
 */

export class SheetGrid {
  /** @type {any} */ #table;
  /** @type {string[][]} */ #rows = [];
  /** @type {Hands} */ #hands;
  /** @type {HTMLElement} */ #place;
  /** The chosen cell. */
  row = 0;
  column = 0;

  /** @param {HTMLElement} place @param {Hands} hands */
  constructor(place, hands) {
    this.#place = place;
    this.#hands = hands;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets];
    place.addEventListener('paste', (event) => this.#paste(event), true);
    place.addEventListener('keydown', (event) => this.#key(event), true);
  }

  /** A cell's text. @param {number} row @param {number} column */
  text(row, column) {
    return this.#rows[row]?.[column] ?? '';
  }

  /**
   * Shows other rows; the chosen cell stays where it is.
   * @param {string[][]} rows
   * @param {string} name
   */
  show(rows, name) {
    this.#rows = rows;
    const width = Math.max(3, ...rows.map((row) => row.length)) + SPARE.columns;
    const data = Array.from({ length: rows.length + SPARE.rows }, (_, at) => this.#record(at, width));
    if (this.#table && this.#table.width === width && this.#table.name === name) {
      const { grid, ready } = this.#table;
      return ready.then(() => grid.replaceData(data)).then(() => this.#choose(this.row, this.column));
    }
    [this.row, this.column] = [0, 0];
    this.#table?.grid.destroy();
    this.#place.replaceChildren();
    const host = h('div', { 'aria-label': name });
    this.#place.append(host);
    const grid = new Tabulator(host, this.#options(data, width));
    grid.on('renderComplete', () => {
      if (!grid.getRanges().length) this.#choose(this.row, this.column);
    });
    const ready = new Promise((done) => grid.on('tableBuilt', () => done(this.#tell())));
    this.#table = { grid, width, name, ready };
    grid.on('cellEdited', (/** @type {any} */ cell) => {
      const [row, column] = this.#at(cell);
      this.#hands.write(row, column, String(cell.getValue() ?? ''));
    });
    // What was edited is checked, and shown anew then.
    grid.on('cellEditCancelled', () => setTimeout(() => this.refresh()));
    grid.on('rangeChanged', (/** @type {any} */ range) => {
      const cell = range.getCells().flat()[0];
      if (!cell) return;
      [this.row, this.column] = this.#at(cell);
      this.#mark(cell);
      this.#hands.chosen(this.row, this.column);
    });
    return ready;
  }

  /** @param {number} at @param {number} width */
  #record(at, width) {
    /** @type {Record<string, string | number>} */
    const record = { id: at };
    for (let column = 0; column < width; column++) record[`c${column}`] = this.text(at, column);
    return record;
  }

  /** @param {object[]} data @param {number} width */
  #options(data, width) {
    const columns = Array.from({ length: width }, (_, at) => ({
      title: letters(at),
      field: `c${at}`,
      editor: 'input',
      minWidth: 64,
      width: this.#width(at),
      formatter: (/** @type {any} */ cell) => this.#cell(cell),
    }));
    return {
      data,
      columns,
      index: 'id',
      layout: 'fitData',
      height: Math.min(480, 34 * (data.length + 1) + 20),
      selectableRange: 1,
      selectableRangeColumns: true,
      selectableRangeRows: true,
      // It would be chosen, and focused, whenever the table is laid out anew.
      selectableRangeInitializeDefault: false,
      editTriggerEvent: 'dblclick',
      rowHeader: {
        title: '#', field: 'id', resizable: false, frozen: true, width: 52, hozAlign: 'right',
        formatter: (/** @type {any} */ cell) => document.createTextNode(String(cell.getValue() + 1)),
      },
      // Tab leads out of the table; the arrows lead through it.
      keybindings: { navNext: false, navPrev: false },
      clipboard: 'copy',
      clipboardCopyRowRange: 'range',
      clipboardCopyConfig: { rowHeaders: false, columnHeaders: false },
      clipboardCopyStyled: false,
      columnDefaults: { headerHozAlign: 'center', resizable: 'header' },
    };
  }

  /** As wide as its longest text, within bounds. @param {number} column */
  #width(column) {
    const longest = Math.max(0, ...this.#rows.slice(0, 200).map((row) => row[column]?.length ?? 0));
    return Math.min(260, Math.max(72, 24 + 8 * longest));
  }

  /** Text is only ever set as text. @param {any} cell */
  #cell(cell) {
    const [row, column] = this.#at(cell);
    const wrong = this.#hands.wrong(row, column);
    const node = cell.getElement();
    node.classList.toggle('wrong', wrong !== '');
    set(node, 'title', wrong || undefined);
    set(node, 'aria-invalid', wrong ? 'true' : undefined);
    // A row that is drawn anew has new cells.
    if (row === this.row && column === this.column) node.id = 'chosen-cell';
    // The arrows lead from cell to cell, and Tab past them.
    node.tabIndex = -1;
    return document.createTextNode(String(cell.getValue() ?? ''));
  }

  /** @param {any} cell @returns {[number, number]} */
  #at(cell) {
    return [cell.getRow().getData().id, Number(cell.getField().slice(1))];
  }

  /** What a screen reader is told of the cell that the arrows have reached. @param {any} cell */
  #mark(cell) {
    const grid = this.#place.querySelector('.tabulator');
    for (const node of this.#place.querySelectorAll('#chosen-cell')) node.removeAttribute('id');
    cell.getElement().id = 'chosen-cell';
    if (grid) set(grid, 'aria-activedescendant', 'chosen-cell');
  }

  /** What scrolls can be focused, so it is the group of the rows itself. */
  #tell() {
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (this.#place.querySelector(name));
    set(part('.tabulator'), 'aria-label', this.#table.name);
    set(part('.tabulator'), 'aria-owns', undefined);
    set(part('.tabulator-tableholder'), 'role', 'rowgroup');
    set(part('.tabulator-table'), 'role', 'presentation');
  }

  /** Leads to a cell. @param {number} row @param {number} column */
  async go(row, column) {
    const { grid, ready } = this.#table;
    await ready;
    [this.row, this.column] = [row, column];
    await grid.scrollToRow(row, 'center', false).catch(() => {});
    // Its promise is never kept where the column is in sight.
    grid.scrollToColumn(`c${column}`, 'middle', false).catch(() => {});
    this.#choose(row, column);
  }

  /** @param {number} row @param {number} column */
  #choose(row, column) {
    const { grid } = this.#table;
    const cell = grid.getRow(row)?.getCell(`c${column}`);
    if (!cell) return;
    for (const range of grid.getRanges()) range.remove();
    grid.addRange(cell, cell);
  }

  /** Shows what is wrong anew; where a cell is being edited, once it is not. */
  refresh() {
    if (this.#place.querySelector('.tabulator-editing')) return;
    for (const row of this.#table?.grid.getRows('visible') ?? []) row.reformat();
  }

  /** The rows of the chosen range: the first and how many. @returns {[number, number]} */
  range() {
    const range = this.#table?.grid.getRanges()[0];
    const rows = range?.getRows().map((/** @type {any} */ row) => row.getData().id) ?? [];
    return rows.length ? [Math.min(...rows), rows.length] : [this.row, 1];
  }

  /** Typing into a chosen cell takes the place of what it held. @param {string} text */
  #overwrite(text) {
    this.#table.grid.getRow(this.row)?.getCell(`c${this.column}`)?.edit();
    const input = /** @type {HTMLInputElement | null} */ (this.#place.querySelector('.tabulator-editing input'));
    if (input) input.value = text;
  }

  #below() {
    this.row += 1;
    this.#choose(this.row, this.column);
    this.#hands.chosen(this.row, this.column);
    /** @type {HTMLElement} */ (this.#place.querySelector('.tabulator-tableholder')).focus();
  }

  /** @param {ClipboardEvent} event */
  #paste(event) {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const text = event.clipboardData?.getData('text/plain');
    if (!text) return;
    event.preventDefault();
    event.stopPropagation();
    this.#hands.paste(this.row, this.column, text.replace(/\r\n?/g, '\n').replace(/\n$/, ''));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { key, target } = event;
    if (target instanceof HTMLInputElement) {
      // The table has taken the text when this runs.
      if (key === 'Enter') setTimeout(() => this.#below());
      return;
    }
    const held = event.ctrlKey || event.metaKey;
    const lower = key.toLowerCase();
    if (held && (lower === 'z' || lower === 'y')) {
      this.#hands.step(lower === 'y' || event.shiftKey);
    } else if ((key === 'Delete' || key === 'Backspace') && !held) {
      const cells = this.#table.grid.getRanges().flatMap((/** @type {any} */ range) => range.getCells().flat());
      this.#hands.clear(cells.map((/** @type {any} */ cell) => [...this.#at(cell), '']));
    } else if (key.length === 1 && !held && !event.altKey) {
      this.#overwrite(key);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

