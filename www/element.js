// <bilateral-chart>: keeps one widget, and brings to the page what it answers.
//
// Every change marks what is stale and asks for one animation frame; the frame does the rest.

import { card, place } from './card.js';
import { h } from './dom.js';
import { fillDoors, watchDoors } from './doors.js';
import { languages } from './language.js';
import { Unable, start } from './loader.js';
import { dark, forced, watchScheme } from './scheme.js';
import { sheet } from './style.js';
import { fill, plant } from './tree.js';
import { watchPlace, watchPointer } from './watch.js';

/** @import { Widget } from '#glue' */
/** @import { Host } from './doors.js' */
/** @import { Tree } from './tree.js' */
/** @import { Spot } from './watch.js' */

/** The attributes that the widget understands. */
const STATE = [
  'view', 'partners', 'measure', 'kinds', 'from', 'to', 'scale', 'compare', 'theme', 'height',
  'title', 'controls', 'select',
];

/** What is stale, as the widget counts it: between the two lies 1, the focus alone. */
const NOTHING = 0;
const CHART = 2;

export class BilateralChart extends (globalThis.HTMLElement ?? Object) {
  static observedAttributes = [...STATE, 'lang', 'src'];

  /** @type {Tree | undefined} */ #tree;
  /** @type {Widget | undefined} */ #widget;
  /** Ends all listening. @type {AbortController | undefined} */ #life;
  /** @type {Promise<void>} */ #started = Promise.resolve();
  /** @type {HTMLElement | undefined} */ #card;
  /** Where the pointer went since the last frame. @type {Spot | undefined} */ #spot;
  /** Attributes that the widget has not seen. */ #changed = new Set(BilateralChart.observedAttributes);
  /** @type {(() => void)[]} */ #waiting = [];
  /** What the rooms behind the footer's doors may ask for. @type {Host} */
  #host = {
    select: (record) => this.#did(this.#widget?.select(record)),
    tell: (type, detail) => this.#tell(type, detail),
    announce: (sentence) => this.#tree?.announce(sentence),
  };
  #stale = NOTHING;
  #frame = 0;
  #width = 0;
  #height = 0;
  #visible = false;
  #ready = false;
  #close = '';

  connectedCallback() {
    if (this.#life) return;
    this.#life = new AbortController();
    this.#tree ??= this.#plant();
    this.#watch(this.#tree, this.#life.signal);
    this.#started = this.#start(this.#life.signal);
  }

  disconnectedCallback() {
    // An element that is moved comes back at once: only one that stays away is let go.
    queueMicrotask(() => this.isConnected || this.#free());
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    this.#changed.add(name);
    this.#need(CHART);
  }

  /**
   * Shows another dataset; rejects with all that is wrong with it.
   * @param {unknown} data
   */
  async load(data) {
    await this.#started;
    try {
      // Through JSON, so that nothing of the page's runs while the widget reads.
      this.#widget?.load(JSON.parse(JSON.stringify(data)));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#tell('error', { reason: 'data', message });
      throw new Error(message);
    }
    this.#need(CHART);
    await this.#drawn();
  }

  /**
   * Pins a record, or none.
   * @param {string | null} id
   */
  async select(id) {
    await this.#started;
    this.#did(this.#widget?.select(id ?? undefined));
    await this.#drawn();
  }

  /** Measures the element anew. */
  async resize() {
    await this.#started;
    this.#width = Math.floor(this.clientWidth);
    this.#need(CHART);
    await this.#drawn();
  }

  /** @returns {Tree} */
  #plant() {
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet()];
    const tree = plant();
    root.append(tree.figure, tree.fallback);
    return tree;
  }

  /**
   * @param {Tree} tree
   * @param {AbortSignal} signal
   */
  #watch(tree, signal) {
    const place = {
      width: (/** @type {number} */ width) => {
        if (width === this.#width) return;
        this.#width = width;
        this.#need(CHART);
      },
      height: (/** @type {number} */ height) => {
        if (height === this.#height || height === 0) return;
        this.#height = height;
        this.#tell('height', { height });
      },
      sight: (/** @type {boolean} */ visible) => {
        this.#visible = visible;
        this.#first();
      },
    };
    const pointer = {
      hover: (/** @type {Spot} */ spot) => {
        this.#spot = spot;
        this.#need(NOTHING);
      },
      tap: (/** @type {Spot} */ { x, y, reach }) => this.#did(this.#widget?.tap(x, y, reach)),
      leave: () => {
        this.#spot = undefined;
        this.#did(this.#widget?.leave());
      },
      escape: () => this.#card && this.#did(this.#widget?.escape()),
    };
    watchPlace(this, tree.figure, place, signal);
    watchPointer(tree.plot, tree.canvas, pointer, signal);
    watchScheme(() => this.#need(CHART), signal);
    watchDoors(tree.doors, () => this.#widget, this.#host, signal);
  }

  /** @param {AbortSignal} signal */
  async #start(signal) {
    try {
      const Widget = await start();
      if (signal.aborted) return;
      this.#widget = new Widget(h('canvas', { width: '1', height: '1' }));
      this.#stale = CHART;
      this.#first();
    } catch (error) {
      this.#fail(error);
    }
  }

  #free() {
    this.#life?.abort();
    this.#life = undefined;
    cancelAnimationFrame(this.#frame);
    this.#widget?.free();
    this.#widget = undefined;
    this.#card?.remove();
    this.#card = this.#spot = undefined;
    this.#changed = new Set(BilateralChart.observedAttributes);
    this.#frame = this.#width = this.#height = 0;
    this.#visible = this.#ready = false;
    this.#settle();
  }

  /** @param {number} stale */
  #need(stale) {
    this.#stale = Math.max(this.#stale, stale);
    const idle = this.#stale === NOTHING && !this.#spot && this.#ready;
    if (idle || this.#frame || !this.#widget || !this.#visible || this.#width === 0) return;
    this.#frame = requestAnimationFrame(() => this.#now());
  }

  /** The first chart does not wait for a frame; later ones do. */
  #first() {
    this.#need(NOTHING);
    if (!this.#frame || this.#ready) return;
    cancelAnimationFrame(this.#frame);
    this.#now();
  }

  #now() {
    try {
      this.#draw(/** @type {Widget} */ (this.#widget), /** @type {Tree} */ (this.#tree));
    } catch (error) {
      this.#fail(error);
    }
    this.#frame = 0;
    this.#settle();
  }

  /** After an input: tells the page what the widget says, and draws what it says is stale. */
  #did(stale = NOTHING) {
    for (const [type, detail] of JSON.parse(this.#widget?.events() ?? '[]')) this.#tell(type, detail);
    this.#need(stale);
  }

  /**
   * @param {Widget} widget
   * @param {Tree} tree
   */
  #draw(widget, tree) {
    if (this.#spot) {
      const { x, y, reach } = this.#spot;
      this.#spot = undefined;
      this.#did(widget.hover(x, y, reach));
    }
    const stale = this.#stale;
    this.#stale = NOTHING;
    if (stale === NOTHING) return;
    if (stale === CHART) this.#lay(widget, tree);
    else widget.refocus();
    widget.paint(tree.canvas, devicePixelRatio);
    // Whole device pixels, so that the browser does not stretch what was drawn crisp.
    tree.canvas.style.width = `${tree.canvas.width / devicePixelRatio}px`;
    tree.canvas.style.height = `${tree.canvas.height / devicePixelRatio}px`;
    tree.figure.hidden = false;
    tree.fallback.hidden = true;
    this.#show(widget, tree);
    if (this.#ready) return;
    this.#ready = true;
    this.#tell('ready', {});
  }

  /**
   * @param {Widget} widget
   * @param {Tree} tree
   */
  #lay(widget, tree) {
    for (const name of this.#changed) this.#set(widget, name);
    this.#changed.clear();
    widget.scheme(dark(), forced(tree.figure));
    const parts = JSON.parse(widget.layout(this.#width));
    this.#close = parts.labels.close;
    fill(tree, parts, {
      toggle: (code) => this.#did(this.#widget?.toggle(code)),
      choose: (attribute, value) => this.#did(this.#widget?.choose(attribute, value)),
      open: (records) => this.#did(this.#widget?.open(records.join(' '))),
    });
    fillDoors(tree.doors, parts.labels, widget, this.#host);
  }

  /**
   * @param {Widget} widget
   * @param {Tree} tree
   */
  #show(widget, tree) {
    const text = widget.card();
    // Asked before anything is changed, so that hovering forces no layout.
    const plot = text && tree.plot.getBoundingClientRect();
    this.#card?.remove();
    this.#card = undefined;
    if (!text || !plot) return;
    const content = JSON.parse(text);
    this.#card = card(content, {
      close: this.#close,
      onClose: () => this.#did(this.#widget?.escape()),
      onSelect: (record) => this.#did(this.#widget?.select(record)),
    });
    place(this.#card, content.at, plot);
    tree.plot.append(this.#card);
  }

  /**
   * @param {Widget} widget
   * @param {string} name
   */
  #set(widget, name) {
    const value = this.getAttribute(name) ?? undefined;
    if (name === 'src') {
      if (value) this.#fetch(value);
    } else if (name === 'lang') {
      languages(this).find((tag) => widget.set('lang', tag) === undefined);
    } else {
      const problem = widget.set(name, value);
      if (problem) console.warn(`bilateral-chart: ${problem}`);
    }
  }

  /** @param {string} src */
  async #fetch(src) {
    let data;
    try {
      const response = await fetch(src);
      if (!response.ok) throw new Error(`${src} answered ${response.status}`);
      data = await response.json();
    } catch (error) {
      this.#tell('error', { reason: 'network', message: String(error) });
      return;
    }
    // What is wrong with the data has been told already.
    await this.load(data).catch(() => {});
  }

  /** Shows again what the page had inside the element, and says why. @param {unknown} error */
  #fail(error) {
    const reason = error instanceof Unable ? error.reason : 'trap';
    // A module that has trapped is not to be entered again, so its widget is dropped, not freed.
    this.#widget = undefined;
    if (this.#tree) {
      this.#tree.figure.hidden = true;
      this.#tree.fallback.hidden = false;
    }
    console.warn(`bilateral-chart: ${reason}:`, error);
    this.#tell('error', { reason, message: String(error) });
  }

  /** @returns {Promise<void>} settles with the pending frame, or at once where none is due */
  #drawn() {
    return this.#frame ? new Promise((done) => this.#waiting.push(done)) : Promise.resolve();
  }

  #settle() {
    for (const done of this.#waiting.splice(0)) done();
  }

  /**
   * @param {string} type
   * @param {object} detail
   */
  #tell(type, detail) {
    this.dispatchEvent(
      new CustomEvent(`bilateral-${type}`, { detail, bubbles: true, composed: true }),
    );
  }
}
