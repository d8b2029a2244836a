// Opens pages in frames of this one, all of them at once, and says how each one ended.

function makeFaults() {
  /** Milliseconds after which a page hangs. */
  const PATIENCE = 20_000;
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  const until = async (what, test) => {
    const start = performance.now();
    while (!test()) {
      if (performance.now() - start > PATIENCE) throw new Error(`hangs: ${what}`);
      await wait(10);
    }
  };
  const stands = (node) => Boolean(node) && node.getBoundingClientRect().height > 10;
  const inked = (canvas) => {
    if (!canvas?.width || !canvas.height) return false;
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return new Uint32Array(data.buffer).some((pixel, _, all) => pixel !== all[0]);
  };
  const told = (page, one) => page.probe.told.filter(([type]) => type === one).map(([, detail]) => detail);
  const chartOf = (page) => page.document.querySelector('bilateral-chart');

  const seen = (page) => {
    const chart = chartOf(page);
    const figure = chart?.shadowRoot?.querySelector('figure');
    const drawn = stands(figure) && !figure.hidden && inked(figure.querySelector('canvas'));
    return {
      drawn,
      figure: stands(page.document.getElementById('fallback')),
      lang: figure?.lang ?? '',
      errors: told(page, 'error'),
      ready: told(page, 'ready').length,
      problems: [...page.probe.problems],
    };
  };
  const has = (page, ends) => {
    if (ends === 'at once') return true;
    if (ends === 'load') return page.document.readyState === 'complete';
    return told(page, 'ready').length + told(page, 'error').length > 0;
  };
  const frame = (path) => {
    const node = document.createElement('iframe');
    node.style.cssText = 'position: absolute; inset: 0; width: 640px; height: 700px; border: 0';
    node.src = path;
    document.body.append(node);
    return node;
  };
  const acts = (page, act) => Promise.race([
    page.eval(`(async () => {
      const chart = document.querySelector('bilateral-chart');
      const frames = async (n) => { while (n--) await new Promise(requestAnimationFrame); };
      const until = async (test) => { while (!test()) await new Promise((done) => setTimeout(done, 10)); };
      const pause = (ms) => new Promise((done) => setTimeout(done, ms));
      const said = (work) => work.then(() => 'done', ({ message }) => message);
      const release = (path) => fetch('/release/' + path);
      const waits = async (path) => {
        while (await (await fetch('/waits/' + path)).text() !== 'true') await pause(10);
      };
      const charts = [...document.querySelectorAll('bilateral-chart')];
      const shown = (one) => one.shadowRoot && !one.shadowRoot.querySelector('figure').hidden
        && one.shadowRoot.querySelector('figure').getBoundingClientRect().height > 50;
      ${act}
    })()`),
    wait(PATIENCE).then(() => { throw new Error('hangs: the act'); }),
  ]);

  /** @param {{path: string, ends: string, act?: string}} how */
  const begin = ({ path, ends, act }) => {
    const start = performance.now();
    const node = frame(path);
    const page = node.contentWindow;
    const opened = until('a page', () => page.probe && chartOf(page) && page.document.readyState !== 'loading');
    const all = (async () => {
      await opened;
      await until('a chart or an error', () => has(page, ends));
      return act && acts(page, act);
    })();
    all.catch(() => {});
    return {
      meanwhile: async () => {
        await opened;
        return seen(page);
      },
      end: async () => {
        try {
          const did = await all;
          await wait(60);
          return { ...seen(page), did, took: Math.round(performance.now() - start) };
        } catch (error) {
          return { hangs: String(error), ...(page.probe ? seen(page) : {}) };
        } finally {
          node.remove();
        }
      },
    };
  };

  let held = [];
  return {
    run: async (all) => Promise.all(all.map(begin).map(({ end }) => end())),
    hold: (all) => { held = all.map(begin); },
    meanwhile: () => Promise.all(held.map((one) => one.meanwhile())),
    end: () => Promise.all(held.splice(0).map(({ end }) => end())),
  };
}
