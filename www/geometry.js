// Where things are on the chart, whatever the page around it zooms, scales or turns: the one place
// that turns what events and windows say into the chart's own CSS pixels.

/** The browser's usual size of text in CSS pixels; a reader who sets another wants all text so. */
const TEXT = 16;
/** How much larger than usual text is drawn at most. */
const LARGEST = 2;

/** The narrowest and the widest that a chart is drawn, in its own pixels. */
const NARROWEST = 280;
const WIDEST = 1600;

/**
 * How much CSS `zoom` enlarges an element, all around it counted; transforms are not.
 * @param {Element} element
 */
export function zoomOf(element) {
  const { currentCSSZoom } = /** @type {{currentCSSZoom?: number}} */ (/** @type {unknown} */ (element));
  if (currentCSSZoom) return currentCSSZoom;
  let zoom = 1;
  /** @type {Element | null | undefined} */
  let node = element;
  while (node) {
    zoom *= parseFloat(getComputedStyle(node).zoom) || 1;
    node = node.assignedSlot ?? node.parentElement ?? /** @type {ShadowRoot} */ (node.getRootNode()).host;
  }
  return zoom;
}

/** The window that an element stands in now: it may have been moved to another. @param {Element} element */
export const viewOf = (element) => /** @type {Window & typeof globalThis} */ (element.ownerDocument.defaultView ?? window);

/**
 * The size of the page's text at its root, in CSS pixels; engines differ in what zoom makes of `rem`.
 * @param {Element} element
 */
export const textSize = ({ ownerDocument }) => parseFloat(getComputedStyle(ownerDocument.documentElement).fontSize) || TEXT;

/** Device pixels to one of an element's own. @param {Element} element */
export const pixelRatio = (element) => viewOf(element).devicePixelRatio * zoomOf(element);

/**
 * Where on its target an event is: engines undo transforms for it, but not zoom.
 * @param {MouseEvent} event
 */
export function spot(event) {
  const zoom = zoomOf(/** @type {Element} */ (event.target));
  return { x: event.offsetX / zoom, y: event.offsetY / zoom };
}

/**
 * The room around an element in its own pixels: its size, and how much of the window lies above
 * and below its top edge. What is turned is taken as upright.
 * @param {HTMLElement} element
 */
export function roomAround(element) {
  const { width: across, top } = element.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = element;
  // Some engines tell a rectangle in the window's pixels, others in those of the zoomed page.
  const told = across / width || 1;
  const zoom = /** @type {{currentCSSZoom?: number}} */ (/** @type {unknown} */ (element)).currentCSSZoom ? 1 : zoomOf(element);
  const above = top / told;
  return { width, height, above, below: viewOf(element).innerHeight / (told * zoom) - above };
}

/**
 * How much larger than usual a chart is drawn, as a zoom, and how wide it then is in its own pixels.
 * @param {number} room the width there is
 * @param {number} text the size of the page's text at its root, which the reader's setting decides
 */
export function fit(room, text) {
  const zoom = Math.max(1, Math.min(text / TEXT, LARGEST, room / NARROWEST));
  return { zoom, width: Math.min(Math.floor(room / zoom), WIDEST) };
}
