// A height that the author asks for is that of all that is seen, controls and footer included: the plot
// gets what the words leave. They are measured once they stand, and the plot is drawn again.

/** How often a plot is drawn again until all is as high as asked: words may move with it. */
const TRIES = 2;

export class GivenHeight {
  /** In the page's pixels; 0 where none is asked for. */ asked = 0;
  /** What the plot gets, in its own pixels. @type {number | undefined} */ #plot;
  #tries = 0;
  #again = false;
  /** Whether what stands is a further try. */ isTrying = false;
  #told = '';

  /**
   * What the plot of the next drawing gets; nothing where that is not asked for.
   * @param {string | undefined} height the attribute
   * @param {number} zoom
   */
  plot(height, zoom) {
    const asked = Number(height ?? 0);
    // What the words take stays the same.
    const taken = this.asked && this.#plot !== undefined ? this.asked / zoom - this.#plot : 0;
    if (asked !== this.asked) this.#plot = asked ? Math.max(1, asked / zoom - taken) : undefined;
    this.asked = asked;
    this.isTrying = this.#again;
    this.#tries = this.#again ? this.#tries - 1 : TRIES;
    this.#again = false;
    return this.#plot;
  }

  /**
   * Whether what stands is not as high as asked, and may be when drawn again; says what never can be.
   * @param {number} height of all, in the chart's own pixels
   * @param {number} zoom
   */
  misses(height, zoom) {
    // What stands is what is to be drawn again already.
    if (this.#again) return true;
    const spare = this.asked / zoom - height;
    if (!this.asked || this.#plot === undefined || Math.abs(spare) < 1) return false;
    const plot = Math.max(1, this.#plot + spare);
    this.#again = this.#tries > 0 && plot !== this.#plot;
    if (this.#again) this.#plot = plot;
    else if (spare < 0) this.#say(Math.ceil(height * zoom));
    return this.#again;
  }

  /** @param {number} least */
  #say(least) {
    const why = `height="${this.asked}" is too small: all of this chart takes ${least} pixels`;
    if (why !== this.#told) console.warn(`bilateral-chart: ${(this.#told = why)}`);
  }
}
