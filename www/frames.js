// Gives an iframe with a chart the height that the chart asks for.
//
// A frame is sized once it has said that it is a chart: its page sends a word of its own with its
// height, is asked whether it is a chart by that word, and answers with it. From where it comes says
// nothing, as the origin of a sandbox is "null". Any other frame is left alone.

import { own } from './dom.js';

/** Pixels: a page that asks for less or more is not believed. */
const LEAST = 100;
const MOST = 10000;
/** Milliseconds between two heights of a frame, and in which a window may say so many things. */
const PAUSE = 250;
const SECOND = 1000;
const SAYINGS = 30;
/** Characters of a word. */
const LONGEST = 64;

/**
 * What is known of a window that has spoken.
 * @typedef {object} Speaker
 * @property {number} since the beginning of the second in which its sayings are counted
 * @property {number} sayings
 * @property {string} [asked] the word by which it was asked whether it is a chart
 * @property {string} [word] the one by which it is
 * @property {HTMLIFrameElement} [frame]
 * @property {number} [height] that it has got, or will get after a pause
 */

/** @type {WeakMap<object, Speaker>} */
const speakers = new WeakMap();

export function watchFrames() {
  addEventListener('message', (event) => {
    const { source } = event;
    // Before its data is read, which takes the longer the more there is.
    if (!source || !isHeard(source)) return;
    const { data } = event;
    if (data && typeof data === 'object') hear(/** @type {Window} */ (source), own(data));
  });
  // One that stood before this script has said all that it had to say.
  for (const { contentWindow } of frames(document)) contentWindow?.postMessage({ bilateral: 'ready' }, '*');
}

/** Whether a window has not yet said too much. @param {object} source */
function isHeard(source) {
  const now = performance.now();
  /** @type {Speaker} */
  const speaker = speakers.get(source) ?? own({ since: now, sayings: 0 });
  speakers.set(source, speaker);
  if (now - speaker.since > SECOND) Object.assign(speaker, { since: now, sayings: 0 });
  return ++speaker.sayings <= SAYINGS;
}

/**
 * @param {Window} source
 * @param {{bilateral?: unknown, height?: unknown, word?: unknown}} said
 */
function hear(source, { bilateral, height, word }) {
  const isChart = bilateral === 'chart';
  if ((!isChart && bilateral !== 'height') || typeof word !== 'string' || word.length > LONGEST) return;
  if (typeof height !== 'number' || !Number.isFinite(height)) return;
  const speaker = /** @type {Speaker} */ (speakers.get(source));
  // Of a page that is newly loaded into the frame, the word is another.
  if (isChart && speaker.asked === word) speaker.word = word;
  if (speaker.word !== word) {
    if (isChart || !frameOf(source, speaker)) return;
    speaker.asked = word;
    source.postMessage({ bilateral: 'chart?', word }, '*');
    return;
  }
  const isPausing = speaker.height !== undefined;
  speaker.height = Math.min(Math.max(height, LEAST), MOST);
  if (!isPausing) give(source, speaker);
}

/**
 * Gives the frame its height now, and after a pause the one that was asked for meanwhile.
 * @param {Window} source
 * @param {Speaker} speaker
 */
function give(source, speaker) {
  const { height } = speaker;
  const frame = frameOf(source, speaker);
  if (frame) frame.style.height = `${height}px`;
  setTimeout(() => {
    if (speaker.height !== height) return give(source, speaker);
    speaker.height = undefined;
  }, PAUSE);
}

/**
 * The frame of a window, if it stands in this page, be it in a shadow tree.
 * @param {Window} source
 * @param {Speaker} speaker
 */
function frameOf(source, speaker) {
  if (source.parent !== window) return undefined;
  if (!speaker.frame?.isConnected || speaker.frame.contentWindow !== source) {
    speaker.frame = [...frames(document)].find(({ contentWindow }) => contentWindow === source);
  }
  return speaker.frame;
}

/**
 * @param {Document | ShadowRoot} root
 * @returns {Iterable<HTMLIFrameElement>}
 */
function* frames(root) {
  for (const node of root.querySelectorAll('*')) {
    if (node.localName === 'iframe') yield /** @type {HTMLIFrameElement} */ (node);
    if (node.shadowRoot) yield* frames(node.shadowRoot);
  }
}
