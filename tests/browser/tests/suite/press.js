// What the suite of pressing asks of an open page; it defines `press` once.

window.press ??= (() => {
  const chart = document.querySelector('bilateral-chart');
  const root = chart.shadowRoot;
  /** Presses that a browser would answer outside the page, and files that were made. */
  let answered = 0;
  const frames = async (n) => {
    for (let i = 0; i < n; i++) await new Promise(requestAnimationFrame);
  };
  const outside = (event) => {
    if (!event.composedPath().some((node) => node.matches?.(event.type === 'click' ? 'a' : 'select'))) return;
    event.preventDefault();
    answered += 1;
  };
  addEventListener('click', outside, true);
  addEventListener('mousedown', outside, true);
  const plain = URL.createObjectURL;
  URL.createObjectURL = (...all) => {
    answered += 1;
    return plain.apply(URL, all);
  };

  const CONTROLS = 'button, select, input, a[href], summary, textarea';
  const shown = (node) => node.checkVisibility() && !node.closest('.unseen') && node.getClientRects().length > 0;
  const controls = () => [...root.querySelectorAll(CONTROLS)].filter((node) => shown(node) && !node.disabled);
  /** Where a finger goes: a box that stands in a line of text is pressed with its words. */
  const box = (node) => (node.closest('label') ?? node).getClientRects()[0];
  const centre = (node) => {
    const { left, top, width, height } = box(node);
    return [left + width / 2, top + height / 2];
  };
  const name = (node) => [node.localName, node.className || node.id || node.part, node.dataset.word
    ?? node.dataset.code ?? node.textContent.trim().slice(0, 30)].filter(Boolean).join(' ');

  /** What a finger on it would meet instead, or how small it is. */
  const blocked = (node) => {
    (node.closest('label') ?? node).scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const [x, y] = centre(node);
    const { width, height } = box(node);
    const ours = (at) => at && (node.contains(at) || node.closest('label')?.contains(at));
    const met = (dx, dy) => {
      const at = root.elementFromPoint(x + dx, y + dy);
      return ours(at) ? undefined : `meets ${at ? name(at) : 'nothing'} ${dx},${dy} from its centre ${x},${y}`;
    };
    // A link in a line of text may be as high as the line.
    const line = node.localName === 'a';
    if (!line && (width < 23.9 || height < 23.9)) return `is ${width} by ${height}`;
    return met(0, 0) ?? (line ? undefined : met(-10, 0) ?? met(10, 0) ?? met(0, -10) ?? met(0, 10));
  };

  const key = (key) => root.querySelector('.plot').dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true }));
  const open = (selector) => {
    for (const button of root.querySelectorAll(selector)) {
      if (button.ariaExpanded === 'false' && shown(button)) button.click();
    }
  };
  const card = () => root.querySelector('.card');
  /** States that move the layout; each answers whether the view has it. */
  const STATES = {
    plain: () => true,
    options: () => open('.discloser'),
    regions: () => open('[part=doors] button'),
    async card() {
      root.querySelector('.plot').focus({ preventScroll: true });
      key('ArrowRight');
      await frames(2);
      key('Enter');
    },
    async listed() {
      const item = root.querySelector('.list button, .asides button');
      item?.click();
      return Boolean(item);
    },
    async cluster() {
      root.querySelector('.plot').focus({ preventScroll: true });
      for (let step = 0; step < 80; step++) {
        key('ArrowRight');
        await frames(1);
        if (card()?.querySelectorAll('.related button').length < 2 || !card()) continue;
        key('Enter');
        await frames(2);
        if (card().querySelector('.content > .line')) return true;
        key('Escape');
      }
      return false;
    },
    compare: () => chart.setAttribute('compare', 'reporters'),
    indexed: () => chart.setAttribute('scale', 'indexed'),
    'no controls': () => {
      chart.setAttribute('controls', 'off');
      chart.setAttribute('from', '2012');
    },
    height: () => chart.setAttribute('height', '1800'),
    range: () => {
      chart.setAttribute('from', '2015-03');
      chart.setAttribute('to', '2021-08');
      open('.options');
    },
  };

  const set = async (view, width, state) => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    for (const name of chart.getAttributeNames()) if (name !== 'style') chart.removeAttribute(name);
    for (const button of root.querySelectorAll('[aria-expanded=true]')) button.click();
    Object.assign(chart.style, { display: 'block', width: `${width}px` });
    chart.setAttribute('view', view);
    await chart.resize();
    await frames(2);
    const has = await STATES[state]();
    await frames(3);
    return has !== false;
  };

  /** All that a press may change, as one text. */
  const look = () => [chart.getAttributeNames().map((name) => chart.getAttribute(name)).join(),
    answered, root.activeElement?.matches('input:not([type=range]), textarea, li') && root.activeElement.id,
    root.activeElement?.localName === 'input' && root.activeElement.type === 'search',
    root.querySelector('figure').innerHTML].join('\n');

  return {
    states: Object.keys(STATES),
    root, frames, set, card, key,
    /** Every control of a state that a finger would miss. */
    async missed(view, width, state) {
      if (!await set(view, width, state)) return [];
      const all = controls();
      if (!all.length) return state === 'no controls' ? [] : ['has no controls'];
      return all.flatMap((node) => blocked(node) === undefined ? [] : `${name(node)} ${blocked(node)}`);
    },
    /** One of its controls to press: where, and what it is called; sliders are dragged elsewhere. */
    async aim(view, width, state, seed) {
      if (!await set(view, width, state)) return null;
      // Those that are chosen already, and the last that cannot be switched off, rightly stay.
      const idle = (node) => node.type === 'range' || node.ariaPressed === 'true' && !node.closest('.compares')
        || node.closest('.boxes') && !node.closest('.boxes').querySelector(':not(:checked)');
      const all = controls().filter((node) => !idle(node));
      const node = all[seed % all.length];
      if (!node) return null;
      (node.closest('label') ?? node).scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      await frames(1);
      press.before = look();
      press.node = node;
      return [...centre(node), name(node)];
    },
    async changed() {
      // A file is made in a promise.
      for (let step = 0; step < 20 && look() === press.before; step++) await frames(2);
      if (look() !== press.before) return true;
      // What opens the very card that stands open rightly leaves it: once that is closed, it opens it.
      const { node } = press;
      if (!node.closest('.list, .asides') || !root.querySelector('.card.pinned')) return false;
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
      await frames(2);
      const closed = look();
      node.click();
      await frames(3);
      return closed !== press.before && look() !== closed;
    },
    /** Walks through the marks from the one at `start`, `step` apart: where each is, and its card. */
    async marks(view, width, start, step, most) {
      await set(view, width, 'plain');
      const spots = [];
      const plain = Element.prototype.scrollIntoView;
      let at;
      Element.prototype.scrollIntoView = function (...all) {
        plain.apply(this, all);
        if (this.className !== 'spot') return;
        const [spot, { left, top }] = [this, canvas].map((node) => node.getBoundingClientRect());
        at = [spot.left - left, spot.top - top];
      };
      const canvas = root.querySelector('canvas');
      root.querySelector('.plot').focus({ preventScroll: true });
      key('Home');
      for (let count = 0; spots.length < most && count < start + step * most; count++) {
        at = undefined;
        key('ArrowRight');
        await frames(2);
        const due = count >= start && (count - start) % step === 0;
        // Two presses in one place would be a double one, which zooms.
        const [x, y] = spots.at(-1) ?? [-99, -99];
        const apart = at && Math.hypot(at[0] - x, at[1] - y) > 8;
        if (due && apart && card()) spots.push([...at, card().querySelector('.title').textContent]);
      }
      Element.prototype.scrollIntoView = plain;
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
      await frames(2);
      // Neighbours not one after the other, for the same reason.
      return [0, 1].flatMap((odd) => spots.filter((_, index) => index % 2 === odd));
    },
    /** Brings a place of the plot into the window: where it is there. */
    async bring([x, y], share) {
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
      await frames(2);
      const canvas = root.querySelector('canvas');
      const box = canvas.getBoundingClientRect();
      // Not where the one before was, for the same reason.
      press.share = share ?? (press.share === 0.4 ? 0.6 : 0.4);
      scrollBy({ top: box.top + y - innerHeight * press.share, left: box.left + x - innerWidth * press.share, behavior: 'instant' });
      await frames(2);
      const { left, top } = canvas.getBoundingClientRect();
      const met = root.elementFromPoint(left + x, top + y);
      return [left + x, top + y, met === canvas ? '' : met ? name(met) : 'nothing'];
    },
    /** How far a place of the plot lies out of the window, and how much of its card stands in it. */
    seen([x, y]) {
      const { left, top } = root.querySelector('canvas').getBoundingClientRect();
      const out = (at, size) => Math.max(-at, at - size, 0);
      const box = card()?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
      return [
        Math.round(Math.max(out(left + x, innerWidth), out(top + y, innerHeight))),
        Math.round(Math.min(box.bottom, innerHeight) - Math.max(box.top, 0)),
      ];
    },
    /** Of the card that is open: its title, and the lines of a cluster. */
    pinned: () => [...root.querySelectorAll('.card.pinned .title, .card.pinned .related .line')]
      .map(({ textContent }) => textContent),
  };
})();
