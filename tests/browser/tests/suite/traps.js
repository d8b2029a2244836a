// Before the widget's script: each export of the module traps once when it is armed, and what is
// called is counted. `window.traps` is asked by the suite; `?armed=NAME` arms from the start.

window.traps = {
  armed: new URLSearchParams(location.search).get('armed'),
  called: new Set(),
  all: new Set(),
  sprung: 0,
  /** How large the memory was seen, in pages. */
  sizes: new Set(),
};

{
  const trapping = (name, plain) => (...values) => {
    traps.called.add(name);
    if (traps.armed === name) {
      traps.armed = null;
      traps.sprung += 1;
      throw new WebAssembly.RuntimeError(`${name} has trapped`);
    }
    const result = plain(...values);
    traps.sizes.add(probe.memory.buffer.byteLength >> 16);
    return result;
  };
  // What one part of the module gives the other has one or two letters: no script calls it.
  const wrapped = ({ exports }) => ({
    exports: Object.fromEntries(Object.entries(exports).map(([name, value]) => {
      if (typeof value !== 'function' || name.length < 3) return [name, value];
      traps.all.add(name);
      return [name, trapping(name, value)];
    })),
  });
  for (const way of ['instantiate', 'instantiateStreaming']) {
    const plain = WebAssembly[way];
    WebAssembly[way] = async (...all) => {
      const result = await plain.apply(WebAssembly, all);
      return result.instance ? { ...result, module: result.module, instance: wrapped(result.instance) } : wrapped(result);
    };
  }
}

/** What a reader and a page do with a chart, an act a name; each ends when all is drawn again. */
traps.acts = (chart) => {
  const root = chart.shadowRoot;
  const at = (selector) => root.querySelector(selector);
  const frames = async (n) => { while (n--) await new Promise(requestAnimationFrame); };
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const some = async (test) => {
    for (let turn = 0; turn < 60 && !test(); turn++) await pause(10);
  };
  const mouse = (type, x, y, more = {}) => {
    const { left, top } = at('canvas').getBoundingClientRect();
    const Kind = type.startsWith('pointer') ? PointerEvent : type === 'wheel' ? WheelEvent : MouseEvent;
    at('canvas').dispatchEvent(new Kind(type, {
      bubbles: true, cancelable: true, composed: true, pointerId: 1, pointerType: 'mouse',
      clientX: left + x, clientY: top + y, ...more,
    }));
  };
  const key = (key) => at('.plot').dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true }));
  const door = async (name) => {
    at(`[aria-controls=${name}]`).click();
    await some(() => root.getElementById(name).firstChild);
    await frames(1);
  };
  const plot = () => at('.plot').focus({ preventScroll: true });
  // A partner that neither it nor the script's words name.
  const unnamed = {
    format: 'bilateral/1', meta: { name: 'bare', reporting: 'JP', created: '9999-12-31' },
    figures: ['2001', '2002'].map((period) => (
      { partner: 'AD', measure: 'turnover', value: 3, unit: 'EUR', source: 'Diary', period })),
  };
  return {
    attribute: () => chart.setAttribute('from', '2009'),
    resize: () => chart.resize(),
    font: () => {
      chart.style.setProperty('--bilateral-font', 'serif');
      return chart.resize();
    },
    hover: async () => {
      for (let x = 40; x < 400; x += 40) {
        mouse('pointermove', x, 120);
        await frames(1);
      }
    },
    leave: () => at('.plot').dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' })),
    tap: async () => {
      mouse('click', 200, 120);
      await pause(30);
    },
    chip: () => at('.chip').click(),
    choice: () => at('.choice[aria-pressed=false]').click(),
    kind: () => {
      for (const one of root.querySelectorAll('.discloser')) if (one.ariaExpanded === 'false') one.click();
      at('.kinds input').click();
    },
    range: () => {
      const thumb = at('input[type=range], [role=slider]');
      if (thumb.localName === 'input') {
        thumb.value = Number(thumb.value) + 2;
        thumb.dispatchEvent(new Event('input', { bubbles: true }));
      } else {
        thumb.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, composed: true }));
      }
    },
    reset: () => at('.reset').click(),
    zoom: () => mouse('wheel', 200, 100, { deltaY: -120, ctrlKey: true }),
    pan: async () => {
      // There is no such pointer, which Firefox minds.
      at('canvas').setPointerCapture = () => {};
      mouse('pointerdown', 300, 100, { button: 0 });
      for (const x of [290, 280, 260]) mouse('pointermove', x, 100);
      await frames(1);
      mouse('pointerup', 260, 100);
      mouse('click', 260, 100);
    },
    walk: async () => {
      plot();
      key('ArrowRight');
      await pause(60);
    },
    pin: async () => {
      plot();
      key('ArrowRight');
      await frames(1);
      key('Enter');
    },
    escape: async () => {
      plot();
      key('ArrowRight');
      await frames(2);
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    },
    cluster: async () => {
      plot();
      for (let step = 0; step < 100; step++) {
        key('ArrowRight');
        await frames(1);
        if (root.querySelectorAll('.card .related button').length < 2) continue;
        key('Enter');
        await frames(1);
        const zoom = [...root.querySelectorAll('.card .content > .line')].at(-1);
        if (zoom) return void zoom.click();
      }
    },
    listed: () => at('.list button, .asides button')?.click(),
    select: () => chart.select('e1'),
    save: () => chart.save(),
    restore: () => chart.restore('view=events'),
    wrong: async () => {
      chart.setAttribute('measure', 'nothing');
      await some(() => probe.problems.length);
      probe.problems = probe.problems.filter((said) => !said.includes('names "nothing"'));
    },
    csv: () => chart.toBlob('csv').then((blob) => { if (!blob.size) throw new Error('an empty file'); }),
    png: () => chart.toBlob('png').then((blob) => { if (blob.size < 1000) throw new Error('no picture'); }),
    json: () => chart.toBlob('json').then((blob) => { if (blob.size < 1000) throw new Error('no data'); }),
    table: () => door('table'),
    sources: () => door('sources'),
    download: () => door('download'),
    sound: async () => {
      const button = at('.sound button');
      button.click();
      await pause(60);
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    },
    paper: async () => {
      dispatchEvent(new Event('beforeprint'));
      dispatchEvent(new Event('afterprint'));
      await frames(2);
    },
    language: async () => {
      chart.lang = 'az';
      await some(() => at('figure').lang === 'az');
    },
    load: () => chart.load(traps.data),
    unnamed: async () => {
      await chart.load(unnamed);
      await frames(2);
    },
    refused: () => chart.load({ format: 'bilateral/1', figures: [{}] }).then(() => {}, () => {}),
    data: () => void chart.data,
    remove: () => chart.remove(),
  };
};

/**
 * One chart comes, traps in an act or not, and goes; another stands beside it all the time.
 * @param {string} name of the act
 * @param {string | null} armed
 */
traps.trial = async (name, armed) => {
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const frames = async (n) => { while (n--) await new Promise(requestAnimationFrame); };
  const shown = (one) => !one.shadowRoot.querySelector('figure').hidden
    && one.shadowRoot.querySelector('figure').getBoundingClientRect().height > 50;
  const until = async (what, test) => {
    for (let turn = 0; !test(); turn++) {
      if (turn > 300) throw new Error(`hangs: ${what}`);
      await pause(10);
    }
  };
  const beside = document.querySelector('bilateral-chart');
  const chart = document.createElement('bilateral-chart');
  chart.append('Figures');
  chart.setAttribute('theme', 'dark');
  const heard = { ready: 0, reasons: [] };
  chart.addEventListener('bilateral-ready', () => { heard.ready += 1; });
  // What a page does may trap in the one that stands by.
  const life = new AbortController();
  document.addEventListener('bilateral-error', ({ detail }) => heard.reasons.push(detail.reason), life);
  // Side by side, as one out of sight is not drawn.
  beside.before(chart);
  scrollTo(0, 0);
  await until(`a chart before the act ${name}`, () => heard.ready && shown(beside));
  await frames(1);
  traps.called.clear();
  probe.problems.length = 0;
  Object.assign(traps, { armed, sprung: 0 });
  const act = async () => traps.acts(chart)[name]();
  const said = await Promise.race([act().then(() => 'done', String), pause(4000).then(() => 'hangs')]);
  await frames(2);
  if (armed && chart.isConnected) {
    const figure = chart.shadowRoot.querySelector('figure');
    const ended = () => heard.reasons.length && (heard.ready > 1 || figure.hidden);
    for (let turn = 0; turn < 100 && !ended(); turn++) await pause(10);
  }
  await frames(2);
  traps.armed = null;
  const found = {
    name, armed, said, called: [...traps.called], sprung: traps.sprung, reasons: heard.reasons,
    theme: chart.getAttribute('theme'), drawn: chart.isConnected && shown(chart),
    figure: chart.isConnected && !chart.shadowRoot.querySelector('slot').hidden,
    beside: shown(beside), problems: [...probe.problems],
  };
  life.abort();
  chart.remove();
  await frames(1);
  return found;
};
