// Gives an iframe with a chart the height that the chart asks for.

/** Pixels: a page that asks for less or more is not believed. */
const LEAST = 100;
const MOST = 10000;

export function watchFrames() {
  addEventListener('message', ({ data, source }) => {
    const height = data?.bilateral === 'height' && data.height;
    if (!Number.isFinite(height) || !source) return;
    // The origin is "null" in a sandbox, so only the window tells whose message it is.
    for (const frame of document.getElementsByTagName('iframe')) {
      if (frame.contentWindow !== source) continue;
      frame.style.height = `${Math.min(Math.max(height, LEAST), MOST)}px`;
    }
  });
}
