// The chart as sound: pitch by value, silence where a value lacks, a click for an event; the lanes
// sound one after another.

import { own, parse } from './dom.js';

/** @typedef {{at: number, pitch: number | null, click: boolean, lane: number}} Note */

/** Seconds of a lane, and of silence after it. */
const LANE = 5;
const PAUSE = 0.7;
/** The pitch of nothing in hertz, and how many octaves above it the highest value lies. */
const LOW = 196;
const OCTAVES = 2.5;
/** Seconds of a tone at most, and of a click; clicks that are nearer are one. */
const TONE = 0.4;
const CLICK = 0.03;

/**
 * Plays what the widget has written; answers whether anything sounds.
 * @param {AudioContext} context
 * @param {string} written
 * @param {() => void} ended
 */
export function play(context, written, ended) {
  const notes = /** @type {Note[]} */ (parse(written));
  const start = context.currentTime + 0.1;
  const tones = notes.filter(({ pitch }) => pitch !== null);
  const apart = tones.map(({ at, lane }, index) => {
    const next = tones[index + 1];
    return next?.lane === lane && next.at > at ? next.at - at : 1;
  });
  const length = Math.min(TONE, Math.min(1, ...apart) * LANE * 0.9);
  let clicked = 0;
  /** @type {OscillatorNode | undefined} */
  let last;
  let end = 0;
  for (const { at, pitch, click, lane } of notes) {
    const time = start + lane * (LANE + PAUSE) + at * LANE;
    if (pitch === null && (!click || Math.abs(time - clicked) < CLICK)) continue;
    if (click) clicked = time;
    const voice = pitch === null
      ? sing(context, 'square', 1400, time, CLICK)
      : sing(context, 'triangle', LOW * 2 ** (pitch * OCTAVES), time, length);
    if (time + length > end) [last, end] = [voice, time + length];
  }
  last?.addEventListener('ended', () => context.state === 'closed' || ended());
  return notes.length > 0;
}

/**
 * One voice that fades in and out, so that it begins and ends without a crack.
 * @param {AudioContext} context
 * @param {OscillatorType} type
 * @param {number} frequency
 * @param {number} time
 * @param {number} length
 */
function sing(context, type, frequency, time, length) {
  const voice = new OscillatorNode(context, own({ type, frequency }));
  const gain = new GainNode(context, own({ gain: 0 }));
  const peak = type === 'square' ? 0.06 : 0.2;
  gain.gain.setValueAtTime(0, time);
  gain.gain.linearRampToValueAtTime(peak, time + length * 0.1);
  gain.gain.linearRampToValueAtTime(0, time + length);
  voice.connect(gain).connect(context.destination);
  voice.start(time);
  voice.stop(time + length);
  return voice;
}
