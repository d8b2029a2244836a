// Mounts, loads, presses and removes by a seed: the same seed does the same again.

/** Milliseconds in which an act ends: less than the driver waits for a round. */
const PATIENCE = 15_000;

/** @param {number} seed @param {object} other a dataset of the page's */
function makeSoak(seed, other) {
  let state = (Math.imul(seed, 0x9e3779b1) | 1) >>> 0;
  const below = (end) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % end;
  };
  const pick = (list) => list[below(list.length)];
  const charts = [];
  const frame = () => new Promise(requestAnimationFrame);
  const words = {
    view: ['story', 'trade', 'events', 'sectors', 'table', 'none'],
    partners: ['KZ', 'RU TJ', 'XX', ''],
    scale: ['linear', 'log', 'indexed'],
    compare: ['', 'reporters'],
    from: ['2010', '2020-12-31', '9999', 'x'],
    to: ['2015', '2021-01-01', '0001', ''],
    lang: ['az', 'ru', 'kk', 'tg', 'en', 'xx'],
    theme: ['dark', 'light', 'auto'],
    title: ['', 'A title that is not short at all, so that it takes more lines than one'],
    controls: ['on', 'off'],
    height: ['', '300', '-1'],
  };
  const keys = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'Enter', 'Escape'];

  const acts = {
    async mount() {
      if (charts.length > 3) return acts.remove();
      const chart = document.createElement('bilateral-chart');
      chart.setAttribute('view', pick(words.view));
      chart.style.width = `${280 + below(800)}px`;
      let ready = false;
      chart.addEventListener('bilateral-ready', () => ready = true, { once: true });
      document.body.prepend(chart);
      charts.push(chart);
      // Another chart that shows what was chosen in it may scroll, and out of sight none is drawn.
      while (!ready && chart.isConnected) {
        scrollTo(0, 0);
        await frame();
      }
    },
    async remove() {
      if (charts.length) charts.splice(below(charts.length), 1)[0].remove();
    },
    async move(chart) {
      document.body.append(chart);
    },
    async load(chart) {
      if (below(3)) await chart.load(other);
      else await chart.load({ format: 'bilateral/1', figures: [{}] }).then(() => { throw new Error('bad data'); }, () => {});
    },
    async set(chart) {
      const name = pick(Object.keys(words));
      const value = pick(words[name]);
      if (value) chart.setAttribute(name, value);
      else chart.removeAttribute(name);
    },
    async press(chart) {
      // What saves files or sounds is left to its own suites.
      const buttons = [...chart.shadowRoot.querySelectorAll('button:not([disabled]), summary')]
        .filter((node) => !node.closest('#download') && !node.closest('.sound') && node.getClientRects().length);
      if (buttons.length) pick(buttons).click();
    },
    async point(chart) {
      const canvas = chart.shadowRoot.querySelector('canvas');
      const { left, top, width, height } = canvas.getBoundingClientRect();
      const place = { bubbles: true, composed: true, clientX: left + below(width + 1), clientY: top + below(height + 1),
        pointerId: 1, pointerType: 'mouse' };
      for (const type of pick([['pointermove'], ['pointermove', 'pointerdown', 'pointerup', 'click'], ['pointerleave']])) {
        canvas.dispatchEvent(type === 'click' ? new MouseEvent(type, place) : new PointerEvent(type, place));
      }
    },
    async key(chart) {
      const canvas = chart.shadowRoot.querySelector('canvas');
      canvas.dispatchEvent(new KeyboardEvent('keydown', { key: pick(keys), bubbles: true, composed: true, cancelable: true }));
    },
    async size(chart) {
      chart.style.width = `${280 + below(1400)}px`;
    },
    async choose(chart) {
      const { figures, events } = chart.data;
      await chart.select(pick([...figures, ...events])?.id ?? 'none');
    },
    async state(chart) {
      await chart.restore(await chart.save());
    },
  };
  const names = Object.keys(acts);

  /** What stands in the page, for whoever looks for the reason. */
  const stands = () => charts.map((chart) => {
    const { top, width, height } = chart.getBoundingClientRect();
    const told = [...chart.attributes].map(({ name, value }) => `${name}=${value}`).join(' ');
    return `${told}: ${width} x ${height} at ${top}, ${chart.shadowRoot?.querySelectorAll('canvas').length} canvases`;
  }).join('\n') + `\n${document.visibilityState}, ${innerWidth} x ${innerHeight}, at ${scrollY} of ${document.body.scrollHeight}`;

  return {
    charts,
    /** So many acts; answers the last of them where one failed. @param {number} steps */
    async run(steps) {
      const done = [];
      for (let i = 0; i < steps; i++) {
        const chart = charts.length ? pick(charts) : undefined;
        const name = chart ? pick(names) : 'mount';
        done.push(name);
        try {
          let clock;
          const late = new Promise((_, fail) => clock = setTimeout(fail, PATIENCE, new Error('hangs')));
          await Promise.race([acts[name](chart).then(frame), late]);
          clearTimeout(clock);
        } catch (error) {
          // An engine's stack may lack the message.
          return `${done.slice(-5).join(', ')}: ${error?.message ?? error}\n${error?.stack}\n${stands()}`;
        }
        const failed = probe.told.find(([type, detail]) => type === 'error' && detail.reason !== 'data');
        // What is not taken of an attribute is said, and is no fault.
        const problems = probe.problems.filter((text) => !text.startsWith('console.warn: bilateral-chart: '));
        if (failed || problems.length) {
          return `${done.slice(-5).join(', ')}: ${JSON.stringify(failed ?? problems)}`;
        }
        probe.told.length = 0;
        probe.problems.length = 0;
      }
      return '';
    },
    async clear() {
      for (const chart of charts.splice(0)) chart.remove();
      await frame();
      await frame();
      return [document.querySelectorAll('*').length, probe.memory.buffer.byteLength];
    },
  };
}
