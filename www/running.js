// The widget of one element from its start to its failure: it waits for the page's dataset, and
// begins again once when the module has trapped.

import { h } from './dom.js';
import { choose, wanted } from './language.js';
import { open, start } from './loader.js';
import { find, first, leave } from './packs.js';
import { plain } from './plain-data.js';
import { Unable, dataset } from './unable.js';

/** @import { Widget } from '#glue' */
/** @import { About, Pack } from './packs.js' */

/**
 * What the element does.
 * @typedef {object} On
 * @property {() => void} begin draws anew: the widget is another, and knows no attribute
 * @property {() => void} speak another language can be had
 * @property {(message: string) => void} fail shows what stands in for the chart
 * @property {(type: string, detail: object) => void} tell
 */

export class Running {
  /** @type {Widget | undefined} */ widget;
  /** Settles with the widget or with the failure. */ started = Promise.resolve();
  /** The page's own dataset. @type {unknown} */ #data;
  /** Whether no script has brought the dataset that the chart names. */ #waits = false;
  /** The script's. @type {Pack | undefined} */ #pack;
  /** Counts the starts: one that is overtaken ends. */ #turn = 0;
  /** Whether the module has trapped in this widget. */ #trapped = false;
  #why = '';
  #chart;
  #on;

  /**
   * @param {Element} chart
   * @param {On} on
   */
  constructor(chart, on) {
    this.#chart = chart;
    this.#on = on;
  }

  start() {
    this.stop();
    this.started = this.#run(this.#turn);
  }

  /** Starts with the dataset that the element names now. */
  renew() {
    this.#data = undefined;
    this.start();
  }

  stop() {
    this.#turn++;
    leave(this.#chart);
    this.widget?.free();
    this.widget = undefined;
  }

  /** The language in which the chart is shown; the module has it then. */
  language() {
    const pack = /** @type {Pack} */ (this.#pack);
    const { languages, name } = /** @type {About} */ (pack.about);
    const own = this.widget?.languages();
    const missing = this.#missing(own, pack);
    if (missing) pack.learn(missing).then((there) => there && this.#on.speak());
    const offered = own ? own.split(' ').filter((code) => pack.knows(code)) : languages;
    const chosen = choose(this.#chart, offered.length ? offered : languages, own ? 'that the page gives' : name);
    pack.speak(chosen);
    return chosen;
  }

  /**
   * The language that is wanted of the page's own dataset and that no script has words in.
   * @param {string | undefined} own
   * @param {Pack} pack
   */
  #missing(own, pack) {
    const code = own && wanted(this.#chart).find((code) => own.split(' ').includes(code));
    return code && !pack.knows(code) ? code : undefined;
  }

  async #find() {
    this.#waits = true;
    const pack = await find(this.#chart, async (pack) => {
      await pack.open(pack === first() ? (await start()).module : undefined);
    });
    this.#waits = false;
    return pack;
  }

  /** @param {number} turn */
  async #run(turn) {
    try {
      const src = this.#chart.getAttribute('src');
      const data = this.#data ?? (src ? await dataset(src, this.#chart) : undefined);
      if (turn !== this.#turn) return;
      const lost = (/** @type {unknown} */ error) => turn === this.#turn && this.#lost(error);
      // What the page gives is told in the words of the script that came first.
      const pack = data === undefined ? await this.#find() : first();
      if (turn !== this.#turn) return;
      const widget = await open(pack, h('canvas', { width: '1', height: '1' }), lost);
      try {
        if (turn === this.#turn && data !== undefined) widget.load(data);
      } catch (error) {
        widget.free();
        throw new Unable('data', text(error));
      }
      const missing = turn === this.#turn && this.#missing(widget.languages(), pack);
      if (missing) await pack.learn(missing);
      if (turn !== this.#turn) return void widget.free();
      this.#data = data;
      this.widget = widget;
      this.#pack = pack;
      this.#on.begin();
    } catch (error) {
      if (turn === this.#turn) this.fail(error);
    }
  }

  /**
   * Shows another dataset; rejects with all that is wrong with it.
   * @param {unknown} data
   */
  async load(data) {
    if (this.#waits) {
      this.#waits = false;
      this.#data = JSON.parse(JSON.stringify(data));
      this.start();
    }
    await this.started;
    const widget = this.widget;
    try {
      const own = plain(data);
      widget?.load(own);
      // Where the module has trapped meanwhile, the data is not tried again.
      if (widget === this.widget) this.#data = own;
    } catch (error) {
      this.#on.tell('error', { reason: 'data', message: text(error) });
      throw new Error(text(error));
    }
    if (!widget) this.start();
    await this.started;
    if (!this.widget || (widget && widget !== this.widget)) throw new Error(this.#why);
    this.#on.speak();
  }

  /** The module has trapped: in this widget where there is an error, else in another. @param {unknown} error */
  #lost(error) {
    if (error && this.#trapped) return this.fail(error);
    if (error) this.#report(error);
    this.#trapped ||= error !== undefined;
    this.start();
  }

  /** Gives up, and says why. @param {unknown} error */
  fail(error) {
    this.stop();
    this.#report(error);
    this.#on.fail(this.#why);
  }

  /** @param {unknown} error */
  #report(error) {
    const reason = error instanceof Unable ? error.reason : 'trap';
    this.#why = text(error);
    console.warn(`bilateral-chart: ${reason}: ${this.#why}`, error);
    this.#on.tell('error', { reason, message: this.#why });
  }
}

/** @param {unknown} error */
function text(error) {
  return error instanceof Error ? error.message : String(error);
}
