// The panels below the chart: buttons in the footer open them; what stands in one is its module's affair.

import { h, own, say, set } from './dom.js';
import { more, whole } from './loader.js';

/** @import { Widget } from '#glue' */

/**
 * What a panel may ask of the element.
 * @typedef {object} Host
 * @property {(record: string) => void} select pins a record
 * @property {(type: string, detail: object) => void} tell dispatches `bilateral-<type>`
 * @property {(sentence: string) => void} announce says it politely to those who listen
 * @property {(type: string) => Promise<void>} save has the browser save a file
 * @property {() => string} link leads to the chart as the reader has set it
 */

/**
 * Fills a region for the chart as it stands: when its panel opens, and after each change while open.
 * @callback FillPanel
 * @param {HTMLElement} region empty at first; what was put there before may be used again
 * @param {Widget} widget
 * @param {Host} host
 * @returns {void}
 */

const PANELS = /** @type {const} */ (['sources', 'table', 'download']);

/** @typedef {{name: typeof PANELS[number], button: HTMLButtonElement, region: HTMLElement}} Panel */

/** @typedef {ReturnType<typeof panels>} Panels */

/** The buttons in a row, the regions below it, and all of them by name. */
export function panels() {
  const row = h('div', { class: 'panels', part: 'doors' });
  const regions = h('div', { class: 'regions' });
  /** @type {Panel[]} */
  const all = [];
  for (const name of PANELS) {
    const button = h('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': name });
    const region = h('div', { id: name, role: 'region', class: 'region', part: name, hidden: true });
    row.append(button);
    regions.append(region);
    all.push({ name, button, region });
  }
  return { row, regions, all };
}

/**
 * Opens or closes a panel.
 * @param {Panel} panel
 * @param {boolean} open
 */
function setOpen({ button, region }, open) {
  set(button, 'aria-expanded', String(open));
  region.hidden = !open;
}

/** For whom a panel is to be filled once the module's second part is there.
 * @type {WeakMap<Panel, {widget: Widget, host: Host}>} */
const waiting = new WeakMap();

/**
 * Fills a panel. Where it fails it says so; the chart stands.
 * @param {Panel} panel
 * @param {Widget} widget
 * @param {Host} host
 */
function refresh(panel, widget, host) {
  const { name, region } = panel;
  const there = more();
  if (!there) return void fillLater(panel, widget, host);
  try {
    there[name](region, widget, host);
  } catch (error) {
    // Where the module has trapped, the chart begins afresh and fills it again.
    if (widget.save() === undefined) return;
    console.error(`bilateral-chart: ${name}:`, error);
    region.replaceChildren(String(error));
  }
}

/**
 * Fills a panel once that can be had; else the panel says why, and is tried again when it is opened
 * again.
 * @param {Panel} panel
 * @param {Widget} widget
 * @param {Host} host
 */
async function fillLater(panel, widget, host) {
  const known = waiting.get(panel);
  if (known) return void Object.assign(known, { widget, host });
  waiting.set(panel, { widget, host });
  try {
    await whole();
  } catch (error) {
    const why = /** @type {Error} */ (error).message;
    panel.region.replaceChildren(why);
    return host.announce(why);
  }
  const last = waiting.get(panel);
  waiting.delete(panel);
  if (last && !panel.region.hidden) refresh(panel, last.widget, last.host);
}

/**
 * Lets the buttons work until the signal aborts.
 * @param {Panels} panels
 * @param {() => Widget | undefined} widget
 * @param {Host} host
 * @param {AbortSignal} signal
 */
export function watchPanels(panels, widget, host, signal) {
  for (const panel of panels.all) {
    panel.button.addEventListener('click', () => {
      const now = widget();
      setOpen(panel, panel.region.hidden && now !== undefined);
      if (!more()) waiting.delete(panel);
      if (now && !panel.region.hidden) refresh(panel, now, host);
    }, own({ signal }));
  }
}

/**
 * Where the table is the view, it stands in the plot's place and needs no button.
 * @param {Panels} panels
 * @param {HTMLElement} plot
 * @param {boolean} isView
 */
export function placeTable({ all, regions }, plot, isView) {
  plot.hidden = isView;
  const panel = all.find(({ name }) => name === 'table');
  if (!panel || panel.button.hidden === isView) return;
  panel.button.hidden = isView;
  setOpen(panel, isView);
  if (!more()) waiting.delete(panel);
  if (isView) plot.after(panel.region);
  else regions.append(panel.region);
}

/**
 * What stands open is printed with the figure, a table whole and with the sources that it cites by number.
 * @param {Panels} panels
 * @param {Widget} widget
 * @param {Host} host
 */
export function printPanels({ all }, widget, host) {
  const open = all.filter(({ region }) => !region.hidden).map(({ name }) => name);
  for (const panel of all) {
    const due = open.includes(panel.name) || (panel.name === 'sources' && open.includes('table'));
    set(panel.region, 'data-printed', due);
    if (!due || panel.name === 'download' || !more()) continue;
    refresh(panel, widget, host);
    for (let more; (more = panel.region.querySelector('.references > .rest button')); ) {
      /** @type {HTMLButtonElement} */ (more).click();
    }
  }
}

/** Afterwards the panels are as the reader had them. @param {Panels} panels */
export function unprintPanels({ all }) {
  for (const { region } of all) set(region, 'data-printed', false);
}

/**
 * Brings names and open regions up to date after a layout.
 * @param {Panels} panels
 * @param {Record<string, string>} labels
 * @param {Widget} widget
 * @param {Host} host
 */
export function fillPanels(panels, labels, widget, host) {
  for (const panel of panels.all) {
    say(panel.button, labels[panel.name]);
    set(panel.region, 'aria-label', labels[panel.name]);
    if (!panel.region.hidden) refresh(panel, widget, host);
  }
}
