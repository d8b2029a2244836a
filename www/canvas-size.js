// How much of the canvas is shown: the rows that are drawn, but for the key where a list comes between
// it and the plot; then the key is cut out and stands below the list.

/** @import { Tree } from './tree.js' */

/**
 * @param {Tree} tree
 * @param {number} rows of device pixels that are drawn
 * @param {number} ratio device pixels to a CSS pixel
 * @param {number} [foot] where the key begins, in CSS pixels; none leaves it with the plot
 */
export function sizeCanvas({ sheet, canvas, key }, rows, ratio, foot) {
  // Whole device pixels, so that the browser does not stretch what was drawn crisp.
  const css = (/** @type {number} */ pixels) => `${pixels / ratio}px`;
  const width = css(canvas.width);
  const row = foot === undefined ? rows : Math.min(Math.round(foot * ratio), rows);
  Object.assign(canvas.style, { width, height: css(canvas.height) });
  // The canvas is higher than what is drawn: its window is not.
  Object.assign(sheet.style, { width, height: css(row), aspectRatio: `${canvas.width} / ${row}` });
  const height = rows - row;
  if (!height && key.hidden) return;
  key.hidden = !height;
  if (key.hidden) return;
  Object.assign(key, { width: canvas.width, height });
  Object.assign(key.style, { width, height: css(height) });
  key.getContext('2d')?.drawImage(canvas, 0, -row);
}
