// The footer's doors: buttons that open a region below; what stands in one is its module's affair.

import { h, say, set } from './dom.js';
import { download } from './download.js';
import { sources } from './sources.js';
import { table } from './table.js';

/** @import { Widget } from '#glue' */

/**
 * What a room may ask of the element.
 * @typedef {object} Host
 * @property {(record: string) => void} select pins a record
 * @property {(type: string, detail: object) => void} tell dispatches `bilateral-<type>`
 * @property {(sentence: string) => void} announce says it politely to those who listen
 * @property {() => string} link leads to the chart as the reader has set it
 */

/**
 * Fills a region for the chart as it stands: when its door opens, and after each change while open.
 * @callback Room
 * @param {HTMLElement} region empty at first; what was put there before may be used again
 * @param {Widget} widget
 * @param {Host} host
 * @returns {void}
 */

/** @type {Record<string, Room>} */
const ROOMS = { sources, table, download };

/** @typedef {{name: string, button: HTMLButtonElement, region: HTMLElement, room: Room}} Door */

/** @typedef {ReturnType<typeof doors>} Doors */

/** The buttons in a row, the regions below it, and all of them by name. */
export function doors() {
  const row = h('div', { class: 'doors', part: 'doors' });
  const regions = h('div', { class: 'regions' });
  /** @type {Door[]} */
  const all = [];
  for (const [name, room] of Object.entries(ROOMS)) {
    const button = h('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': name });
    const region = h('div', { id: name, role: 'region', class: 'region', part: name, hidden: true });
    row.append(button);
    regions.append(region);
    all.push({ name, button, region, room });
  }
  return { row, regions, all };
}

/**
 * Opens or closes a door.
 * @param {Door} door
 * @param {boolean} open
 */
function swing({ button, region }, open) {
  set(button, 'aria-expanded', String(open));
  region.hidden = !open;
}

/**
 * Fills a room. Where it fails it says so; the chart stands.
 * @param {Door} door
 * @param {Widget} widget
 * @param {Host} host
 */
function enter({ name, region, room }, widget, host) {
  try {
    room(region, widget, host);
  } catch (error) {
    console.error(`bilateral-chart: ${name}:`, error);
    region.replaceChildren(String(error));
  }
}

/**
 * Lets the buttons work until the signal aborts.
 * @param {Doors} doors
 * @param {() => Widget | undefined} widget
 * @param {Host} host
 * @param {AbortSignal} signal
 */
export function watchDoors(doors, widget, host, signal) {
  for (const door of doors.all) {
    door.button.addEventListener('click', () => {
      const now = widget();
      swing(door, door.region.hidden && now !== undefined);
      if (now && !door.region.hidden) enter(door, now, host);
    }, { signal });
  }
}

/**
 * Where the table is the view, it stands in the plot's place and needs no door.
 * @param {Doors} doors
 * @param {HTMLElement} plot
 * @param {boolean} isView
 */
export function seat({ all, regions }, plot, isView) {
  plot.hidden = isView;
  const door = all.find(({ name }) => name === 'table');
  if (!door || door.button.hidden === isView) return;
  door.button.hidden = isView;
  swing(door, isView);
  if (isView) plot.after(door.region);
  else regions.append(door.region);
}

/** The rooms that are printed, whether or not they stand open. */
const PAPER = ['sources', 'table'];

/**
 * Fills for paper what is not open; the style sheet shows it there.
 * @param {Doors} doors
 * @param {Widget} widget
 * @param {Host} host
 */
export function printDoors(doors, widget, host) {
  for (const door of doors.all) {
    if (!PAPER.includes(door.name)) continue;
    enter(door, widget, host);
    // The table cites sources by their numbers: each of them is printed.
    for (let more; (more = door.region.querySelector('.references > .rest button')); ) {
      /** @type {HTMLButtonElement} */ (more).click();
    }
  }
}

/**
 * Brings names and open regions up to date after a layout.
 * @param {Doors} doors
 * @param {Record<string, string>} labels
 * @param {Widget} widget
 * @param {Host} host
 */
export function fillDoors(doors, labels, widget, host) {
  for (const door of doors.all) {
    say(door.button, labels[door.name]);
    set(door.region, 'aria-label', labels[door.name]);
    if (!door.region.hidden) enter(door, widget, host);
  }
}
