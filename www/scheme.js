// The reader's colours and pixel ratio, and a call whenever they change.

/** The system colours that a chart in forced colours is drawn in, in the widget's order. */
const SYSTEM = ['Canvas', 'CanvasText', 'GrayText', 'Highlight'];

/** Whether the reader prefers dark. */
export const dark = () => matchMedia('(prefers-color-scheme: dark)').matches;

/**
 * The system colours as 0xRRGGBB, or nothing where colours are not forced.
 * @param {HTMLElement} probe an element whose colour may be set
 * @returns {Uint32Array | undefined}
 */
export function forced(probe) {
  if (!matchMedia('(forced-colors: active)').matches) return undefined;
  const style = getComputedStyle(probe);
  const colors = SYSTEM.map((name) => {
    probe.style.color = name;
    const [red = 0, green = 0, blue = 0] = style.color.match(/[\d.]+/g)?.map(Number) ?? [];
    return (red << 16) | (green << 8) | blue;
  });
  probe.style.color = '';
  return new Uint32Array(colors);
}

/**
 * Calls back on every change until the signal aborts.
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
export function watchScheme(changed, signal) {
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    matchMedia(query).addEventListener('change', changed, { signal });
  }
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
