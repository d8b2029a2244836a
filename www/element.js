// <bilateral-chart>: keeps one widget, and brings to the page what it answers.
//
// Every change marks what is stale and asks for one animation frame; the frame does the rest.

import { own, parse } from './dom.js';
import { Drawing } from './drawing.js';
import { showFailure } from './failure.js';
import { viewOf } from './geometry.js';
import { watchInput } from './input.js';
import { watchLife } from './life.js';
import { follow, linkTo, unfollow } from './link.js';
import { allLanguages, whole } from './loader.js';
import { bring } from './packs.js';
import { printPanels, unprintPanels, watchPanels } from './panels.js';
import { Running } from './running.js';
import { watchScheme } from './scheme.js';
import { watchSound } from './sound.js';
import { STATE, mirror, problems, restored, saved, take, unspoken } from './state.js';
import { sheet } from './style.js';
import { plant } from './tree.js';
import { watchPlace } from './watch.js';

/** @import { Widget } from '#glue' */
/** @import { Host } from './panels.js' */
/** @import { Tree } from './tree.js' */

/** What is stale, as the widget counts it: between the two lies 1, the focus alone. */
const NOTHING = 0;
const CHART = 2;

export class BilateralChart extends (globalThis.HTMLElement ?? Object) {
  /** Takes the dataset of another script of the page. */ static bring = bring;
  static observedAttributes = [...STATE, 'lang', 'src', 'dataset'];

  /** @type {Tree | undefined} */ #tree;
  /** Ends all listening. @type {AbortController | undefined} */ #life;
  /** @type {Drawing | undefined} */ #drawing;
  /** What the reader did since the last frame, the last act of each kind. @type {Map<string, (widget: Widget) => number>} */
  #acts = new Map();
  /** @type {(() => void)[]} */ #waiting = [];
  /** What the panels may ask for. @type {Host} */
  #host = {
    select: (record) => this.#open(this.#widget?.select(record)),
    tell: (type, detail) => this.#tell(type, detail),
    announce: (sentence) => this.#tree?.announce(sentence),
    save: (type) => this.download(type),
    link: () => linkTo(this),
  };
  #running = new Running(this, {
    begin: () => {
      if (this.#drawing) this.#drawing.changed = new Set(BilateralChart.observedAttributes);
      this.#tree?.announce('');
      this.#anew(true);
    },
    speak: () => {
      this.#drawing?.changed.add('lang');
      this.#need(CHART, true);
      return this.#drawn();
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
  /** How high the figure is, and what is open below it, in the chart's pixels. @type {[number, number]} */ #figure = [0, 0];
  /** As the page was last told. */ #height = 0;
  #visible = false;
  /** While the attributes are written by the element itself. */ #mirrors = false;

  get #widget() { return this.#running.widget; }

  connectedCallback() {
    if (this.#life) return this.#language();
    this.#life = new AbortController();
    if (!this.#tree) follow(this);
    const tree = (this.#tree ??= this.#plant());
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    // A document that adopts a tree takes its sheets away.
    if (!root.adoptedStyleSheets.length) root.adoptedStyleSheets = [sheet(this)];
    this.#watch(tree, this.#life.signal);
    this.#running.start();
  }

  /** In another document, perhaps of another window, all listening begins anew. */
  adoptedCallback() {
    if (this.#life) this.#free();
  }

  disconnectedCallback() {
    // An element that is moved comes back at once: only one that stays away is let go.
    queueMicrotask(() => this.isConnected || this.#free());
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    if (this.#mirrors) return;
    this.#drawing?.changed.add(name);
    this.#need(CHART);
    if (!this.#life || !['src', 'dataset'].includes(name)) return;
    // Until the one that it names is there, it shows none.
    if (name === 'dataset' && this.#tree) this.#tree.figure.hidden = !(this.#tree.fallback.hidden = false);
    this.#running.renew();
  }

  /**
   * Shows another dataset; rejects with all that is wrong with it.
   * @param {unknown} data
   */
  async load(data) {
    await this.#running.load(data);
    this.#tree?.announce('');
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
  get data() { return JSON.parse(this.#widget?.data() ?? 'null') ?? undefined; }

  /** The state as a short text, the query of a URL, for `restore`. */
  async save() { return saved(this, await this.#laid()); }

  /**
   * Goes back to a state; answers what was not taken of it, and why.
   * @param {string | Record<string, string>} state
   */
  async restore(state) {
    const widget = await this.#laid();
    const query = typeof state === 'string' ? state : String(new URLSearchParams(state));
    const isTaken = this.#mirror(() => restored(this, widget, query));
    // The table stands in the plot's place; where it cannot be had, its region says why.
    if (this.getAttribute('view') === 'table') await whole().catch(() => {});
    this.#drawing?.changed.add('lang');
    this.#need(CHART);
    await this.#drawn();
    return [...isTaken ? [] : await problems(widget, query), ...unspoken(this, widget)];
  }

  /** The figure or its data as a file. @param {string} type */
  async toBlob(type) {
    const [{ blob }, widget] = await this.#filed(type);
    return blob(widget, type);
  }

  /** Has the browser save such a file. @param {string} type */
  async download(type) {
    const [{ save }, widget] = await this.#filed(type);
    return save(widget, type);
  }

  /** Measures the element anew. */
  async resize() {
    await this.#running.started;
    this.#drawing?.measure();
    this.#need(CHART);
    await this.#drawn();
  }

  /** @returns {Tree} */
  #plant() {
    const root = this.attachShadow(own({ mode: 'open' }));
    const tree = plant({
      toggle: (code) => this.#did(this.#widget?.toggle(code)),
      choose: (attribute, value) => this.#did(this.#widget?.choose(attribute, value)),
      kind: (name) => this.#did(this.#widget?.kind(name)),
      data: async () => {
        const [{ saveData }, widget] = await this.#filed('json');
        saveData(widget);
      },
      range: (from, to) => this.#later('range', (widget) => widget.range(from, to)),
      reset: () => {
        this.#did(this.#widget?.reset());
        // Its button goes away.
        tree.plot.focus();
      },
    });
    root.append(tree.box);
    this.#drawing = new Drawing(this, tree, {
      host: this.#host,
      language: () => this.#running.language(),
      open: (records) => this.#open(this.#widget?.open(records.join(' '))),
      published: () => unfollow(this),
      card: {
        close: () => this.#did(this.#widget?.escape()),
        zoom: () => this.#did(this.#widget?.zoom_to()),
        select: (record) => this.#did(this.#widget?.select(record)),
      },
    });
    this.#drawing.changed = new Set(BilateralChart.observedAttributes);
    return tree;
  }

  /**
   * @param {Tree} tree
   * @param {AbortSignal} signal
   */
  #watch(tree, signal) {
    const drawing = /** @type {Drawing} */ (this.#drawing);
    const place = {
      room: (/** @type {number} */ width) => {
        if (drawing.setRoom(width)) this.#need(CHART);
      },
      pixels: () => drawing.isBlurred && this.#need(CHART),
      height: (/** @type {number} */ own, /** @type {number} */ below) => {
        this.#figure = [own, below];
        this.#sized();
      },
      sight: (/** @type {boolean} */ visible) => {
        this.#visible = visible;
        this.#first();
      },
    };
    const life = {
      lost: () => this.#lost(),
      restored: () => this.#anew(),
      language: () => this.#language(),
      text: () => drawing.setRoom() && this.#need(CHART),
      address: () => follow(this),
      print: (/** @type {boolean} */ paper) => this.#print(paper),
    };
    const element = {
      widget: () => this.#widget,
      did: this.#did.bind(this),
      later: this.#later.bind(this),
      held: () => drawing.parts?.range?.held,
    };
    watchPlace(tree, place, signal);
    watchInput(tree, element, signal);
    watchLife(this, tree.figure, life, signal);
    watchScheme(this, () => this.#need(CHART), signal);
    watchSound(tree.sound, element.widget, signal);
    watchPanels(tree.panels, element.widget, this.#host, signal);
  }

  #free() {
    this.#running.stop();
    this.#life?.abort();
    this.#life = undefined;
    cancelAnimationFrame(this.#frame);
    this.#drawing?.end();
    this.#acts.clear();
    this.#frame = this.#height = 0;
    this.#visible = false;
    this.#settle();
  }

  /**
   * @param {number} stale
   * @param {boolean} [told] of another dataset or in another language, so that what stands out of sight
   *   must not tell the former
   */
  #need(stale, told) {
    this.#stale = Math.max(this.#stale, stale);
    const due = this.#visible || told && this.#tree?.figure.hidden === false;
    const idle = this.#stale === NOTHING && !this.#acts.size && this.#drawing?.ready;
    if (idle || this.#frame || !this.#widget || !due || !this.#drawing?.hasRoom) return;
    this.#frame = viewOf(this).requestAnimationFrame(() => this.#now());
  }

  /** The first chart does not wait for a frame; later ones do. @param {boolean} [told] */
  #first(told) {
    this.#need(NOTHING, told);
    if (!this.#frame || this.#drawing?.ready) return;
    cancelAnimationFrame(this.#frame);
    this.#now();
  }

  #now() {
    const widget = this.#widget;
    try {
      if (widget) this.#draw(widget);
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
    if (stale) this.#tree?.cards.enter();
    this.#did(stale);
  }

  /** After an input: tells the page what the widget says, and draws what it says is stale. */
  #did(stale = NOTHING) {
    const events = parse(this.#widget?.events() ?? '[]');
    if (events.length) this.#mirror(() => mirror(this, this.#widget, this.#drawing?.changed));
    for (const [type, detail] of events) this.#tell(type, detail);
    this.#need(stale);
  }

  /**
   * @param {Widget} widget
   * @param {boolean} [paper]
   */
  #draw(widget, paper = false) {
    const acts = [...this.#acts.values()];
    this.#acts.clear();
    for (const act of acts) this.#did(act(widget));
    const stale = this.#stale;
    this.#stale = NOTHING;
    const drawing = this.#drawing;
    if (stale === NOTHING || !drawing) return;
    if (drawing.draw(widget, { all: stale === CHART, paper })) this.#tell('ready', {});
    // Observers are silent where a plot could not be lower.
    if (drawing.isTrying) viewOf(this).requestAnimationFrame(() => this.#sized());
  }

  /** Tells the page how high the figure is, or draws again what is not as high as it is to be. */
  #sized() {
    const height = this.#drawing?.setHeight(...this.#figure);
    if (height === undefined) this.#need(CHART);
    if (!height || height === this.#height) return;
    this.#height = height;
    this.#tell('height', { height });
  }

  /** Browsers print what stands when this returns. @param {boolean} paper */
  #print(paper) {
    this.#need(CHART);
    const [widget, tree] = [this.#widget, this.#tree];
    if (!paper && tree) unprintPanels(tree.panels);
    // One that was never in sight may not have been measured.
    if (paper) this.#drawing?.measure();
    if (!paper || !widget || !tree || !this.#drawing?.hasRoom) return;
    this.#stale = CHART;
    this.#draw(widget, true);
    printPanels(tree.panels, widget, this.#host);
  }

  /** All is drawn again, as if nothing had been. @param {boolean} [told] */
  #anew(told) {
    this.#drawing?.forget();
    this.#stale = CHART;
    this.#first(told);
  }

  /** The browser has lost what is drawn: what the page has inside stands in until it is restored. */
  #lost() {
    if (!this.#tree || this.#tree.figure.hidden) return;
    this.#drawing?.forget();
    this.#tree.figure.hidden = true;
    showFailure(this.#tree.fallback, this, 'the browser has lost the drawing, and restores it soon');
  }

  /** Follows the page's language, where it asks for another than before. */
  #language() {
    const before = this.#widget?.attribute('lang');
    if (this.#widget) take(this, this.#widget, new Set(['lang']), () => this.#running.language());
    if (this.#widget?.attribute('lang') !== before) this.#need(CHART, true);
  }

  /** The widget with a chart, whether or not it is in sight. */
  async #laid() {
    await this.#running.started;
    await this.#drawn();
    if (!this.#drawing?.hasRoom) this.#drawing?.measure();
    if (!this.#widget) throw new Error('the chart could not be drawn');
    this.#draw(this.#widget);
    return this.#widget;
  }

  /** What makes files, and of what: the dataset in all languages where it goes along. @param {string} type
   * @returns {Promise<[import('./loader.js').More, Widget]>} */
  async #filed(type) {
    const more = await whole();
    const widget = await this.#laid();
    if (type === 'json') await allLanguages(widget);
    return [more, widget];
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

  #settle() { for (const done of this.#waiting.splice(0)) done(); }

  /** @param {string} type @param {object} detail */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(`bilateral-${type}`, own({ detail, bubbles: true, composed: true })));
  }
}
