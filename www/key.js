// The key below the list: it is drawn with the plot, and cut from it where a list comes between.

/**
 * @param {HTMLCanvasElement} plot as it has been drawn
 * @param {HTMLCanvasElement} key
 * @param {number | undefined} foot where the key begins, in CSS pixels; none leaves it in the plot
 * @param {number} ratio device pixels to a CSS pixel
 */
export function cut(plot, key, foot, ratio) {
  const row = Math.round((foot ?? 0) * ratio);
  const height = foot === undefined ? 0 : plot.height - row;
  key.hidden = height <= 0;
  const below = key.hidden ? '' : `${height / ratio}px`;
  plot.style.clipPath = below && `inset(0 0 ${below})`;
  plot.style.marginBottom = below && `-${below}`;
  if (key.hidden) return;
  Object.assign(key, { width: plot.width, height });
  Object.assign(key.style, { width: plot.style.width, height: below });
  key.getContext('2d')?.drawImage(plot, 0, -row);
}
