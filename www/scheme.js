// The reader's colours and pixel ratio, the page's accent and fonts, and a call on every change.

import { own } from './dom.js';
import { viewOf } from './geometry.js';

/** The system colours that a chart in forced colours is drawn in, in the widget's order. */
const SYSTEM = ['Canvas', 'CanvasText', 'GrayText', 'Highlight'];

const DARK = '(prefers-color-scheme: dark)';
const CONTRAST = '(prefers-contrast: more)';
const FORCED = '(forced-colors: active)';

/** Each made once a window: they are asked in every draw. @type {WeakMap<Window, Map<string, MediaQueryList>>} */
const made = new WeakMap();

/**
 * @param {Element} element
 * @param {string} query
 */
function media(element, query) {
  const view = viewOf(element);
  const known = made.get(view) ?? new Map();
  made.set(view, known);
  if (!known.has(query)) known.set(query, view.matchMedia(query));
  return known.get(query);
}

/** Whether the reader prefers dark. @param {Element} element */
export const dark = (element) => media(element, DARK).matches;

/** Whether the reader prefers more contrast. @param {Element} element */
export const contrast = (element) => media(element, CONTRAST).matches;

/**
 * The system colours as 0xRRGGBB, or nothing where colours are not forced.
 * @param {HTMLElement} probe an element whose colour may be set
 * @returns {Uint32Array | undefined}
 */
export function forced(probe) {
  if (!media(probe, FORCED).matches) return undefined;
  return new Uint32Array(SYSTEM.map((name) => resolve(probe, name) ?? 0));
}

/**
 * The page's `--bilateral-accent` as 0xRRGGBB.
 * @param {HTMLElement} probe an element whose colour may be set
 */
export function accent(probe) {
  const own = getComputedStyle(probe).getPropertyValue('--bilateral-accent');
  return own ? resolve(probe, own) : undefined;
}

/**
 * Nothing where the page's colour is none, or not of sRGB.
 * @param {HTMLElement} probe
 * @param {string} color
 */
function resolve(probe, color) {
  probe.style.color = color;
  const known = probe.style.color !== '';
  const [, red, green, blue] = getComputedStyle(probe).color.match(/^rgba?\((\d+), (\d+), (\d+)/) ?? [];
  probe.style.color = '';
  return known && red ? (+red << 16) | (+green << 8) | +blue : undefined;
}

/**
 * Calls back on every change until the signal aborts.
 * @param {Element} element
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
export function watchScheme(element, changed, signal) {
  const view = viewOf(element);
  for (const query of [DARK, FORCED, CONTRAST]) media(element, query).addEventListener('change', changed, own({ signal }));
  const watchRatio = () => {
    // A query for the ratio of now fires when it is left, and then another is due.
    view.matchMedia(`(resolution: ${view.devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        changed();
        watchRatio();
      },
      own({ signal, once: true }),
    );
  };
  watchRatio();
}
