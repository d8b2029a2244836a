// What is shown of the canvas: the rows that are drawn, but for the key where a list comes between it
// and the plot; then the key is cut out and stands below the list.

/** @import { Tree } from './tree.js' */

/**
 * @param {Tree} tree
 * @param {number} rows of device pixels that are drawn
 * @param {number} ratio device pixels to a CSS pixel
 * @param {number} [foot] where the key begins, in CSS pixels; none leaves it with the plot
 */
export function sizeCanvas({ canvas, key }, rows, ratio, foot) {
  // Whole device pixels, so that the browser does not stretch what was drawn crisp.
  const css = (/** @type {number} */ pixels) => `${pixels / ratio}px`;
  const width = css(canvas.width);
  const row = foot === undefined ? rows : Math.min(Math.round(foot * ratio), rows);
  const rest = canvas.height > row ? css(canvas.height - row) : '';
  Object.assign(canvas.style, {
    width, height: css(canvas.height), clipPath: rest && `inset(0 0 ${rest})`, marginBottom: rest && `-${rest}`,
  });
  const height = rows - row;
  if (!height && key.hidden) return;
  key.hidden = !height;
  if (key.hidden) return;
  Object.assign(key, { width: canvas.width, height });
  Object.assign(key.style, { width, height: css(height) });
  key.getContext('2d')?.drawImage(canvas, 0, -row);
}
