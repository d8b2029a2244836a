// <bilateral-chart>: keeps one widget, and brings to the page what it answers.
//
// Every change marks what is stale and asks for one animation frame; the frame does the rest.

import { fillPanels, printPanels, watchPanels } from './panels.js';
import { clearFailure, showFailure } from './failure.js';
import { blob, save } from './files.js';
import { watchInput } from './input.js';
import { follow, linkTo } from './link.js';
import { Running } from './running.js';
import { accent, contrast, dark, forced, watchScheme } from './scheme.js';
import { watchSound } from './sound.js';
import { STATE, mirror, restored, saved, take } from './state.js';
import { sizeCanvas } from './canvas-size.js';
import { sheet } from './style.js';
import { fill, plant } from './tree.js';
import { watchPlace, watchPrint } from './watch.js';

/** @import { Widget } from '#glue' */
/** @import { Host } from './panels.js' */
/** @import { Parts, Tree } from './tree.js' */

/** What is stale, as the widget counts it: between the two lies 1, the focus alone. */
const NOTHING = 0;
const CHART = 2;

/** The widest chart on paper, in CSS pixels; a page of A4 shrinks it by a tenth. */
const SHEET = 800;
/** Device pixels to a CSS pixel on paper. */
const PAPER = 3;

/** By how much the canvas grows and shrinks, in CSS pixels; on paper it fits. */
const STEP = 64;

export class BilateralChart extends (globalThis.HTMLElement ?? Object) {
  static observedAttributes = [...STATE, 'lang', 'src'];

  /** @type {Tree | undefined} */ #tree;
  /** Ends all listening. @type {AbortController | undefined} */ #life;
  /** As last laid out. @type {Parts | undefined} */ #parts;
  /** The same as the widget wrote it: words that stand are not set again. */ #written = '';
  /** What the reader did since the last frame, the last act of each kind. @type {Map<string, (widget: Widget) => number>} */
  #acts = new Map();
  /** Attributes that the widget has not seen. */ #changed = new Set(BilateralChart.observedAttributes);
  /** @type {(() => void)[]} */ #waiting = [];
  /** What the panels may ask for. @type {Host} */
  #host = {
    select: (record) => this.#open(this.#widget?.select(record)),
    tell: (type, detail) => this.#tell(type, detail),
    announce: (sentence) => this.#tree?.announce(sentence),
    link: () => linkTo(this),
  };
  #running = new Running(this, {
    begin: () => {
      this.#changed = new Set(BilateralChart.observedAttributes);
      this.#font = '';
      this.#ready = false;
      this.#stale = CHART;
      this.#first();
    },
    fail: (message) => {
      if (!this.#tree) return;
      this.#tree.figure.hidden = true;
      showFailure(this.#tree.fallback, this, message);
    },
    tell: (type, detail) => this.#tell(type, detail),
  });
  #stale = NOTHING;
  #frame = 0;
  #width = 0;
  #height = 0;
  #visible = false;
  #ready = false;
  /** While the attributes are written by the element itself. */ #mirrors = false;
  #font = '';

  get #widget() {
    return this.#running.widget;
  }

  connectedCallback() {
    if (this.#life) return;
    this.#life = new AbortController();
    if (!this.#tree) follow(this);
    this.#tree ??= this.#plant();
    this.#watch(this.#tree, this.#life.signal);
    this.#running.start();
  }

  disconnectedCallback() {
    // An element that is moved comes back at once: only one that stays away is let go.
    queueMicrotask(() => this.isConnected || this.#free());
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    if (this.#mirrors) return;
    this.#changed.add(name);
    this.#need(CHART);
    if (name === 'src' && this.#life) this.#running.renew();
  }

  /**
   * Shows another dataset; rejects with all that is wrong with it.
   * @param {unknown} data
   */
  async load(data) {
    await this.#running.load(data);
    this.#need(CHART);
    await this.#drawn();
  }

  /**
   * Pins a record, or none.
   * @param {string | null} id
   */
  async select(id) {
    await this.#running.started;
    this.#did(this.#widget?.select(id === null || id === undefined ? undefined : String(id)));
    await this.#drawn();
  }

  /** The dataset in the contract's JSON form; nothing until the module runs. */
  get data() { return this.#widget && JSON.parse(this.#widget.data()); }

  /** The state as a short text, the query of a URL, for `restore`. */
  async save() { return saved(this, await this.#laid()); }

  /**
   * Goes back to a state; answers what was not taken of it, and why.
   * @param {string | Record<string, string>} state
   */
  async restore(state) {
    const widget = await this.#laid();
    const problems = this.#mirror(() => restored(this, widget, state));
    this.#changed.add('lang');
    this.#need(CHART);
    await this.#drawn();
    return problems;
  }

  /** The figure or its data as a file. @param {string} type */
  async toBlob(type) { return blob(await this.#laid(), type); }

  /** Has the browser save such a file. @param {string} type */
  async download(type) { return save(await this.#laid(), type); }

  /** Measures the element anew. */
  async resize() {
    await this.#running.started;
    this.#width = Math.floor(this.#tree?.box.clientWidth ?? 0);
    this.#need(CHART);
    await this.#drawn();
  }

  /** @returns {Tree} */
  #plant() {
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet()];
    const tree = plant({
      toggle: (code) => this.#did(this.#widget?.toggle(code)),
      choose: (attribute, value) => this.#did(this.#widget?.choose(attribute, value)),
      kind: (name) => this.#did(this.#widget?.kind(name)),
      range: (from, to) => this.#later('range', (widget) => widget.range(from, to)),
      reset: () => {
        this.#did(this.#widget?.reset());
        // Its button goes away.
        tree.plot.focus();
      },
    });
    root.append(tree.box);
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
    const element = {
      widget: () => this.#widget,
      did: this.#did.bind(this),
      later: this.#later.bind(this),
      held: () => this.#parts?.range?.held,
    };
    watchPlace(tree.box, tree.figure, place, signal);
    watchInput(tree, element, signal);
    watchScheme(() => this.#need(CHART), signal);
    watchPrint((paper) => this.#print(paper), signal);
    watchSound(tree.sound, element.widget, signal);
    watchPanels(tree.panels, element.widget, this.#host, signal);
    addEventListener('hashchange', () => follow(this), { signal });
    document.fonts.addEventListener('loadingdone', () => {
      this.#font = '';
      this.#need(CHART);
    }, { signal });
  }

  #free() {
    this.#running.stop();
    this.#life?.abort();
    this.#life = undefined;
    cancelAnimationFrame(this.#frame);
    this.#tree?.cards.show();
    this.#acts.clear();
    this.#font = '';
    this.#frame = this.#width = this.#height = 0;
    this.#visible = this.#ready = false;
    this.#settle();
  }

  /** @param {number} stale */
  #need(stale) {
    this.#stale = Math.max(this.#stale, stale);
    const idle = this.#stale === NOTHING && !this.#acts.size && this.#ready;
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
    const widget = this.#widget;
    try {
      if (widget) this.#draw(widget, /** @type {Tree} */ (this.#tree));
    } catch (error) {
      // Where the module has trapped, that was told already.
      if (widget === this.#widget) this.#running.fail(error);
    }
    this.#frame = 0;
    this.#settle();
  }

  /**
   * Keeps what the reader does until the next frame.
   * @param {string} kind
   * @param {(widget: Widget) => number} act
   */
  #later(kind, act) {
    this.#acts.set(kind, act);
    this.#need(NOTHING);
  }

  /**
   * Opens a card from elsewhere in the figure: it gets the focus, and gives it back.
   * @param {number | undefined} stale
   */
  #open(stale) {
    this.#tree?.cards.enter();
    this.#did(stale);
  }

  /** After an input: tells the page what the widget says, and draws what it says is stale. */
  #did(stale = NOTHING) {
    const events = JSON.parse(this.#widget?.events() ?? '[]');
    if (events.length) this.#mirror(() => mirror(this, this.#widget, this.#changed));
    for (const [type, detail] of events) this.#tell(type, detail);
    this.#need(stale);
  }

  /**
   * @param {Widget} widget
   * @param {Tree} tree
   * @param {boolean} [paper]
   */
  #draw(widget, tree, paper = false) {
    const acts = [...this.#acts.values()];
    this.#acts.clear();
    for (const act of acts) this.#did(act(widget));
    const stale = this.#stale;
    this.#stale = NOTHING;
    if (stale === NOTHING) return;
    const ratio = paper ? PAPER : devicePixelRatio;
    if (stale === CHART) this.#lay(widget, tree, paper);
    // A hover adds a layer; what is below it stands.
    if (stale === CHART || widget.refocus()) {
      const rows = widget.paint(tree.canvas, ratio, paper ? 1 : Math.round(STEP * ratio));
      if (widget !== this.#widget) return;
      sizeCanvas(tree, rows, ratio, this.#parts?.foot);
    }
    widget.paint_focus(tree.layer, ratio);
    if (widget !== this.#widget) return;
    tree.layer.style.width = `${tree.layer.width / ratio}px`;
    if (!this.#ready) {
      tree.figure.hidden = false;
      tree.fallback.hidden = true;
    }
    tree.cards.show(widget.card(), {
      labels: this.#parts?.labels ?? {},
      zooms: Boolean(this.#parts?.range),
      close: () => this.#did(this.#widget?.escape()),
      zoom: () => this.#did(this.#widget?.zoom_to()),
      select: (record) => this.#did(this.#widget?.select(record)),
    });
    if (this.#ready) return;
    this.#ready = true;
    clearFailure(tree.fallback);
    this.#tell('ready', {});
  }

  /** Browsers print what stands when this returns. @param {boolean} paper */
  #print(paper) {
    this.#need(CHART);
    const [widget, tree] = [this.#widget, this.#tree];
    if (!paper || !widget || !tree || this.#width === 0) return;
    this.#stale = CHART;
    this.#draw(widget, tree, true);
    printPanels(tree.panels, widget, this.#host);
  }

  /**
   * @param {Widget} widget
   * @param {Tree} tree
   * @param {boolean} paper
   */
  #lay(widget, tree, paper) {
    take(this, widget, this.#changed);
    this.#changed.clear();
    widget.scheme(dark(), paper, contrast(), accent(tree.figure), forced(tree.figure));
    const { fontFamily } = getComputedStyle(tree.figure);
    if (fontFamily !== this.#font) widget.font((this.#font = fontFamily));
    const width = paper ? Math.min(this.#width, SHEET) : this.#width;
    const written = widget.layout(width);
    /** @type {Parts} */
    const parts = written === this.#written && this.#parts ? this.#parts : JSON.parse(written);
    if (parts !== this.#parts) {
      fill(tree, parts, (records) => this.#open(this.#widget?.open(records.join(' '))));
    }
    [this.#written, this.#parts] = [written, parts];
    fillPanels(tree.panels, parts.labels, widget, this.#host);
  }

  /** The widget with a chart, whether or not it is in sight. */
  async #laid() {
    await this.#running.started;
    await this.#drawn();
    this.#width ||= Math.floor(this.#tree?.box.clientWidth ?? 0);
    if (!this.#widget || !this.#tree) throw new Error('the chart could not be drawn');
    this.#draw(this.#widget, this.#tree);
    return this.#widget;
  }

  /** @template Result @param {() => Result} write to the element's attributes */
  #mirror(write) {
    this.#mirrors = true;
    try { return write(); } finally { this.#mirrors = false; }
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
