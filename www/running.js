// The widget of one element from its start to its failure: it waits for the page's dataset, and
// begins again once when the module has trapped.

import { h } from './dom.js';
import { give, taken } from './giving.js';
import { choose, wanted } from './language.js';
import { open, start, whole } from './loader.js';
import { find, first, leave } from './packs.js';
import { Unable, dataset } from './unable.js';

/** @import { Widget } from '#glue' */
/** @import { About, Pack } from './packs.js' */

/**
 * What the element does.
 * @typedef {object} On
 * @property {() => void} begin draws anew: the widget is another, and knows no attribute
 * @property {() => Promise<void>} speak draws anew, as another language or dataset can be had; settles
 *   once that is drawn
 * @property {(message: string) => void} fail shows what stands in for the chart
 * @property {(type: string, detail: object) => void} tell
 */

export class Running {
  /** @type {Widget | undefined} */ widget;
  /** Settles with the widget or with the failure. */ started = Promise.resolve();
  /** The page's own dataset. @type {unknown} */ #data;
  /** The script's. @type {Pack | undefined} */ #pack;
  /** Counts the starts: one that is overtaken ends. */ #turn = 0;
  /** Counts what the page gives, likewise. */ #given = 0;
  /** Of what it gave last. @type {Promise<void>} */ #last = Promise.resolve();
  /** Whether the module has trapped in this widget. */ #trapped = false;
  /** The language that is shown. */ #spoken = '';
  /** Languages that could not be had. @type {Set<string>} */ #lacks = new Set();
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
    const isComing = missing && !this.#lacks.has(missing);
    if (isComing) {
      pack.learn(missing).then((there) => {
        if (!there) this.#without(missing);
        this.#on.speak();
      });
    }
    const offered = (own ? own.split(' ') : languages).filter((code) => pack.knows(code));
    // What is told now stands until the other language is there.
    const chosen = isComing && this.#spoken && offered.includes(this.#spoken)
      ? this.#spoken
      : choose(this.#chart, offered.length ? offered : languages.filter((code) => pack.knows(code)), own ? 'that the page gives' : name, isComing);
    return (this.#spoken = chosen);
  }

  /**
   * The language that is wanted of a dataset and that is not there.
   * @param {string | undefined} own the languages of the page's own dataset
   * @param {Pack} pack
   */
  #missing(own, pack) {
    const languages = own ? own.split(' ') : pack.about?.languages ?? [];
    const code = wanted(this.#chart).find((code) => languages.includes(code));
    return code && !pack.knows(code) ? code : undefined;
  }

  /** A language cannot be had: the chart stays in another. @param {string} language */
  #without(language) {
    if (this.#lacks.has(language)) return;
    this.#lacks.add(language);
    this.#on.tell('error', { reason: 'network', message: `the texts in "${language}" cannot be had` });
  }

  async #find() {
    return find(this.#chart, async (pack) => {
      await pack.open(pack === first() ? (await start()).module : undefined);
    });
  }

  /** @param {number} turn */
  async #run(turn) {
    try {
      const isStale = () => turn !== this.#turn;
      const data = this.#data ?? await this.#fetched(isStale);
      if (isStale()) return;
      const lost = (/** @type {unknown} */ error) => turn === this.#turn && this.#lost(error);
      // What the page gives is told in the words of the script that came first.
      const pack = data === undefined ? await this.#find() : first();
      if (turn !== this.#turn) return;
      const widget = await open(pack, h('canvas', { width: '1', height: '1' }), lost);
      try {
        if (turn === this.#turn && data !== undefined) await give(widget, data, isStale);
        // The table stands in the plot's place: it is wanted at once.
        else if (this.#chart.getAttribute('view') === 'table') await whole().catch(() => {});
      } catch (error) {
        widget.free();
        throw error instanceof Unable ? error : new Unable('data', text(error));
      }
      const missing = turn === this.#turn && this.#missing(widget.languages(), pack);
      if (missing && !await pack.learn(missing)) this.#without(missing);
      if (turn !== this.#turn) return void widget.free();
      this.#data = data;
      this.widget = widget;
      this.#pack = pack;
      this.#on.begin();
    } catch (error) {
      if (turn !== this.#turn) return;
      if (error instanceof Unable) this.fail(error);
      else await this.#lost(error);
    }
  }

  /**
   * What `src` names, if anything.
   * @param {() => boolean} isStale
   */
  async #fetched(isStale) {
    const src = this.#chart.getAttribute('src');
    if (!src) return undefined;
    const data = await dataset(src, this.#chart);
    try {
      return await taken(data, isStale);
    } catch (error) {
      throw new Unable('data', text(error));
    }
  }

  /**
   * Shows another dataset; rejects with all that is wrong with it. One that is overtaken by another
   * settles as that one does.
   * @param {unknown} data
   */
  load(data) {
    this.#last = this.#load(data, ++this.#given);
    return this.#last;
  }

  /**
   * @param {unknown} data
   * @param {number} given
   * @returns {Promise<void>}
   */
  async #load(data, given) {
    const isStale = () => given !== this.#given;
    const own = await this.#refused(taken(data, isStale));
    if (isStale()) return this.#last;
    const widget = this.widget;
    if (widget) {
      // What the chart before has lost is not counted against it.
      this.#trapped = false;
      const isTaken = await this.#refused(give(widget, own, () => isStale() || widget !== this.widget));
      if (isTaken && !isStale()) await this.#on.speak();
      if (isStale()) return this.#last;
      // Where the module has trapped meanwhile, in drawing too, the data is not tried again.
      if (isTaken && widget === this.widget) this.#data = own;
    } else {
      this.#data = own;
      this.start();
    }
    await this.started;
    if (isStale()) return this.#last;
    if (!this.widget || (widget && widget !== this.widget)) throw new Error(this.#why);
  }

  /**
   * Tells the page why its data is not taken.
   * @template Result
   * @param {Promise<Result>} work
   */
  async #refused(work) {
    try {
      return await work;
    } catch (error) {
      this.#on.tell('error', { reason: error instanceof Unable ? error.reason : 'data', message: text(error) });
      throw new Error(text(error));
    }
  }

  /** The module has trapped: in this widget where there is an error, else in another. @param {unknown} error */
  #lost(error) {
    if (error && this.#trapped) return this.fail(error);
    if (error) this.#report(error);
    this.#trapped ||= error !== undefined;
    this.start();
    return this.started;
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
