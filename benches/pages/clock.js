// What every page under the clock answers to.

import { figure } from './figure.js';

export const WIDTH = 800;
export const HEIGHT = 480;

const frame = () => new Promise(requestAnimationFrame);
/** A frame is painted when the first task after it begins. */
const painted = async () => {
  await frame();
  await new Promise((next) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = next;
    port2.postMessage(null);
  });
};

const asked = new URLSearchParams(location.search);
const number = (name) => (asked.has(name) ? Number(asked.get(name)) : undefined);

const { promise: ready, resolve: stand } = Promise.withResolvers();
const tasks = [];
let shift = 0;
new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) shift += entry.value;
}).observe({ type: 'layout-shift', buffered: true });

const clock = {
  /** Milliseconds from the navigation until the first charts are painted. */
  first: undefined,
  ready,
  charts: [],
  figure,
  /** Does `name` to the first chart, once in each frame. */
  async run(name, frames) {
    for (let i = 0; i < frames; i++) {
      clock.charts[0][name](i);
      await frame();
    }
    await frame();
  },
  /** What the page took until now. */
  told() {
    const files = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    return {
      first: clock.first,
      bytes: files.reduce((sum, file) => sum + file.encodedBodySize, 0),
      requests: new Set(files.map(({ name }) => name)).size,
      long: tasks.reduce((sum, { duration }) => sum + duration, 0),
      shift,
    };
  },
  /** The longest task from now on, as the answer says later. */
  longest() {
    const from = performance.now();
    return () => Math.max(0, ...tasks.filter(({ startTime }) => startTime >= from).map(({ duration }) => duration));
  },
};
window.clock = clock;

/**
 * Mounts as many charts as the address asks for. `mount` takes a place, the figure and what to call
 * when the chart stands; it answers functions of a counter, `redraw` and `hover`.
 */
export const run = (mount) => {
  const count = number('widgets') ?? 1;
  const shown = figure({ points: number('points'), partners: number('partners'), events: number('events') });
  let left = count;
  const drawn = async () => {
    left -= 1;
    if (left > 0) return;
    await painted();
    clock.first = performance.now();
    stand();
  };
  for (let i = 0; i < count; i++) {
    const place = document.createElement('div');
    place.className = 'place';
    // Some draw only what is in sight: of many charts each lies on the one before.
    if (count > 1) place.style.cssText = 'position: absolute; left: 0; top: 0';
    const below = document.createElement('p');
    below.textContent = 'What stands below a chart moves if the chart grows.';
    document.body.append(place, below);
    clock.charts.push(mount(place, shown, drawn, asked));
  }
};

/** The mouse over `target`, another place at each count. */
export const mouse = (target, kind, i) => {
  const { left, top } = target.getBoundingClientRect();
  const at = { clientX: left + 60 + ((i * 13) % (WIDTH - 120)), clientY: top + 100 };
  const Kind = kind.startsWith('pointer') ? PointerEvent : MouseEvent;
  target.dispatchEvent(new Kind(kind, { bubbles: true, composed: true, cancelable: true, pointerType: 'mouse', ...at }));
};
