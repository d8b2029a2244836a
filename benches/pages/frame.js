// What every page under the clock answers to: when its first chart stood, and how to keep it busy.
//
// A page calls `drawn()` when its chart is on the canvas, and sets `redraw` and `hover` to functions
// of a counter that do one thing each; the driver runs them frame by frame.

const frame = () => new Promise(requestAnimationFrame);

window.clock = {
  /** Milliseconds from the navigation to the frame after the first chart. */
  first: undefined,
  redraw: undefined,
  hover: undefined,
  async run(name, frames) {
    for (let i = 0; i < frames; i++) {
      window.clock[name](i);
      await frame();
    }
    await frame();
  },
};

window.drawn = async () => {
  await frame();
  window.clock.first = performance.now();
};
