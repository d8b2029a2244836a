// The reader's colours and pixel ratio, the page's accent and fonts, and a call on every change.

/** The system colours that a chart in forced colours is drawn in, in the widget's order. */
const SYSTEM = ['Canvas', 'CanvasText', 'GrayText', 'Highlight'];

const DARK = '(prefers-color-scheme: dark)';
const CONTRAST = '(prefers-contrast: more)';
const FORCED = '(forced-colors: active)';

/** Each made once: they are asked in every draw. @type {Record<string, MediaQueryList>} */
const made = {};

/** @param {string} query */
const media = (query) => (made[query] ??= matchMedia(query));

/** Whether the reader prefers dark. */
export const dark = () => media(DARK).matches;

/** Whether the reader prefers more contrast. */
export const contrast = () => media(CONTRAST).matches;

/**
 * The system colours as 0xRRGGBB, or nothing where colours are not forced.
 * @param {HTMLElement} probe an element whose colour may be set
 * @returns {Uint32Array | undefined}
 */
export function forced(probe) {
  if (!media(FORCED).matches) return undefined;
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
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
export function watchScheme(changed, signal) {
  for (const query of [DARK, FORCED, CONTRAST]) media(query).addEventListener('change', changed, { signal });
  const watchRatio = () => {
    // A query for the ratio of now fires when it is left, and then another is due.
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        changed();
        watchRatio();
      },
      { signal, once: true },
    );
  };
  watchRatio();
}
