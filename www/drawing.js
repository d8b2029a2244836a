// One chart on the page: how much room it has, and what was laid out and inked in it.

import { parse } from './dom.js';
import { sizeCanvas } from './canvas-size.js';
import { clearFailure } from './failure.js';
import { fit, pixelRatio, textSize } from './geometry.js';
import { GivenHeight } from './given-height.js';
import { isLinked, isTitled } from './link.js';
import { fillPanels } from './panels.js';
import { accent, contrast, dark, forced } from './scheme.js';
import { take } from './state.js';
import { fill, sayLinked } from './tree.js';

/** @import { Widget } from '#glue' */
/** @import { Actions as CardActions } from './card.js' */
/** @import { Host } from './panels.js' */
/** @import { Parts, Tree } from './tree.js' */

/** The widest chart on paper, in CSS pixels; a page of A4 shrinks it by a tenth. */
const SHEET = 800;
/** Device pixels to a CSS pixel on paper. */
const PAPER = 3;

/** By how much the canvas grows and shrinks, in CSS pixels; on paper it fits. */
const STEP = 64;
/** Above and below in the figure, as in the style sheet. */
const PADDING = 16;

/**
 * What a drawing asks of its element.
 * @typedef {object} Asks
 * @property {Host} host
 * @property {() => string} language of the chart
 * @property {(records: string[]) => void} open the card of records of a list or an aside
 * @property {() => void} published what the author has set instead of what a link has
 * @property {Omit<CardActions, 'labels' | 'zooms'>} card
 */

export class Drawing {
  /** Whether a chart stands. */ ready = false;
  /** As last laid out. @type {Parts | undefined} */ parts;
  /** Attributes that the widget has not seen. @type {Set<string>} */ changed = new Set();
  /** The same as the widget wrote it: words that stand are not set again. */ #written = '';
  #font = '';
  #titled = true;
  /** How wide the room is, and how large the page's text. */ #room = 0;
  #text = 0;
  /** Device pixels to one of the chart's, as last drawn on the screen. */ #ratio = 0;
  #height = new GivenHeight();
  #element;
  #tree;
  #asks;

  /**
   * @param {HTMLElement} element
   * @param {Tree} tree
   * @param {Asks} asks
   */
  constructor(element, tree, asks) {
    this.#element = element;
    this.#tree = tree;
    this.#asks = asks;
  }

  /** Whether there is room to draw in. */
  get hasRoom() {
    return this.#room > 0;
  }

  /** Takes how wide the room is; answers whether it or the page's text has changed. @param {number} [width] */
  setRoom(width = this.#room) {
    const text = textSize(this.#tree.strut);
    const same = width === this.#room && text === this.#text;
    [this.#room, this.#text] = [width, text];
    return !same;
  }

  /** Asks the page how wide the room is; observers tell it later. */
  measure() {
    this.setRoom(this.#tree.strut.offsetWidth);
  }

  /** Whether the device's pixels are others than were drawn for. */
  get isBlurred() {
    return this.ready && pixelRatio(this.#tree.canvas) !== this.#ratio;
  }

  /** Whether the plot was drawn again for a height, which may be no other for it. */
  get isTrying() {
    return this.#height.isTrying;
  }

  /**
   * Takes how high the figure stands, and what the reader has opened below it, in its own pixels;
   * answers how high it is on the page, or nothing where it has to be drawn again to be as high as
   * the author asks.
   * @param {number} height
   * @param {number} below
   */
  setHeight(height, below) {
    const { zoom } = fit(this.#room, this.#text);
    if (this.ready && this.#height.misses(height + PADDING - below, zoom)) return undefined;
    return Math.ceil(height * zoom);
  }

  /** The widget or the canvases are others, and know nothing. */
  forget() {
    this.#font = '';
    this.ready = false;
  }

  /** Fonts have to be measured anew. */
  forgetFonts() {
    this.#font = '';
  }

  /** There is no chart any more. */
  end() {
    this.forget();
    this.#room = 0;
    this.#tree.cards.show();
  }

  /**
   * Draws all of the chart, or moves what is in focus.
   * @param {Widget} widget
   * @param {{all: boolean, paper: boolean}} how
   * @returns {boolean} whether the first chart stands now
   */
  draw(widget, { all, paper }) {
    const { figure, fallback, cards } = this.#tree;
    if (all) this.#take(widget, paper);
    if (all && !this.#lay(widget, paper)) return false;
    if (!this.#ink(widget, all, paper)) return false;
    if (!this.ready) {
      figure.hidden = false;
      fallback.hidden = true;
    }
    cards.show(widget.card(), {
      ...this.#asks.card, labels: this.parts?.labels ?? {}, zooms: Boolean(this.parts?.range),
    });
    if (this.ready) return false;
    clearFailure(fallback);
    return (this.ready = true);
  }

  /**
   * Gives the widget what it has not seen of the page.
   * @param {Widget} widget
   * @param {boolean} paper
   */
  #take(widget, paper) {
    const { figure } = this.#tree;
    // Whether the author's title may stand depends on all else.
    const titled = isTitled(this.#element);
    if (titled !== this.#titled) this.changed.add('title');
    this.#titled = titled;
    take(this.#element, widget, this.changed, this.#asks.language);
    this.changed.clear();
    widget.scheme(dark(figure), paper, contrast(figure), accent(figure), forced(figure));
    const { fontFamily } = getComputedStyle(figure);
    if (fontFamily !== this.#font) widget.font((this.#font = fontFamily));
  }

  /**
   * @param {Widget} widget
   * @param {boolean} paper
   * @returns {boolean} whether the widget did not trap
   */
  #lay(widget, paper) {
    const { figure, panels } = this.#tree;
    const { zoom, width } = paper ? fit(Math.min(this.#room, SHEET), 0) : fit(this.#room, this.#text);
    figure.style.zoom = zoom > 1 ? String(zoom) : '';
    const plot = this.#height.plot(widget.attribute('height'), zoom);
    this.#tree.box.style.minHeight = this.#height.asked ? `${this.#height.asked}px` : '';
    const written = widget.layout(width, paper ? undefined : plot);
    if (written === undefined) return false;
    /** @type {Parts} */
    const parts = written === this.#written && this.parts ? this.parts : parse(written);
    if (parts !== this.parts) fill(this.#tree, parts, this.#asks.open);
    sayLinked(this.#tree, parts.labels, isLinked(this.#element), this.#asks.published);
    [this.#written, this.parts] = [written, parts];
    fillPanels(panels, parts.labels, widget, this.#asks.host);
    return true;
  }

  /**
   * @param {Widget} widget
   * @param {boolean} all
   * @param {boolean} paper
   * @returns {boolean} whether the widget did not trap
   */
  #ink(widget, all, paper) {
    const { canvas, layer } = this.#tree;
    const ratio = paper ? PAPER : (this.#ratio = pixelRatio(canvas));
    // A hover adds a layer; what is below it stands.
    if (all || widget.refocus()) {
      const rows = widget.paint(canvas, ratio, paper ? 1 : Math.round(STEP * ratio));
      if (rows === undefined) return false;
      sizeCanvas(this.#tree, rows, ratio, this.parts?.foot);
    }
    widget.paint_focus(layer, ratio);
    const width = `${layer.width / ratio}px`;
    if (layer.style.width !== width) layer.style.width = width;
    return true;
  }
}
