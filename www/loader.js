// From a source to one running module, shared by all elements of a page; afresh after a trap. What a
// first chart does not need is a second part of it, which comes when it is first wanted.

import { Widget, enter, imports, join } from '#glue';
import { first } from './packs.js';
import { Unable, get, there } from './unable.js';

/** @import { Pack } from './packs.js' */

/**
 * What the module starts from: an address, an answer, bytes or a compiled module.
 * @typedef {string | URL | Response | BufferSource | WebAssembly.Module
 *   | Promise<Response | BufferSource | WebAssembly.Module>} Source
 */

/** The smallest module there is: an engine or a policy that refuses it refuses all. */
const EMPTY = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** Kept for a fresh start. @type {WebAssembly.Module | undefined} */
let compiled;

/** @type {Promise<WebAssembly.Module> | undefined} */
let started;

/** What the second part is compiled to, kept likewise. @type {WebAssembly.Module | undefined} */
let second;

/** The running module's exports, which its second part takes. @type {WebAssembly.Exports} */
let exported;

/** What the script needs with the second part. @typedef {typeof import('./entry-more.js').more} More */

/** The second part on its way to the module that runs since `turn`.
 * @type {{turn: unknown, there?: More, way: Promise<More>} | undefined} */
let joined;

/** Which dataset a widget shows. @type {WeakMap<object, Pack>} */
const shown = new WeakMap();

/** What is told to whom when the module has trapped. @typedef {(error?: unknown) => void} Lost */

/** The widgets of the running module. @type {Map<Widget, Lost>} */
let living = new Map();

/**
 * The module, once it runs, and its start, which another follows when it has trapped; rejects with
 * {@link Unable}.
 */
export async function start() {
  started ??= run();
  const turn = started;
  try {
    return { turn, module: await turn };
  } catch (error) {
    if (started === turn) started = undefined;
    throw error;
  }
}

/**
 * A widget, once the module runs; rejects with {@link Unable}.
 * @param {Pack} pack the dataset that it shows
 * @param {HTMLCanvasElement} ruler
 * @param {Lost} lost called once the module has trapped, with the error where it was in this
 *   widget; the widget answers nothing from then on
 * @returns {Promise<Widget>}
 */
export async function open(pack, ruler, lost) {
  const { turn, module } = await start();
  await pack.open(pack === first() ? module : undefined);
  if (started !== turn) return open(pack, ruler, lost);
  const widget = begun(pack, turn, ruler);
  living.set(widget, lost);
  const opened = new Proxy(widget, {
    get: (_, name) =>
      // A promise asks what it is given whether it has a `then`.
      name in widget ? (/** @type {unknown[]} */ ...all) => call(widget, String(name), all, pack) : undefined,
  });
  shown.set(opened, pack);
  return opened;
}

/**
 * @param {Pack} pack
 * @param {unknown} turn
 * @param {HTMLCanvasElement} ruler
 */
function begun(pack, turn, ruler) {
  try {
    pack.hold(turn);
    return new Widget(ruler, /** @type {number} */ (pack.handle));
  } catch (error) {
    if (isTrap(error)) drop();
    throw error;
  }
}

/** What a first chart does not need, where it is there. */
export const more = () => joined?.turn === started ? joined?.there : undefined;

/**
 * Brings the second part; rejects with {@link Unable}, and is tried again when it is asked for again.
 * @returns {Promise<More>}
 */
export async function whole() {
  const { turn, module } = await start();
  let own = joined;
  if (own?.turn !== turn) {
    own = joined = { turn, there: undefined, way: bring(module, turn) };
    own.way.catch(() => {
      if (joined === own) joined = undefined;
    });
  }
  const there = await own.way;
  // The module may have trapped meanwhile.
  if (turn !== started) return whole();
  return (own.there = there);
}

/** Brings all languages of a widget's dataset; rejects with {@link Unable}. @param {Widget} widget */
export const allLanguages = async (widget) => shown.get(widget)?.all();

/**
 * @param {WebAssembly.Module} module
 * @param {unknown} turn
 * @returns {Promise<More>}
 */
async function bring(module, turn) {
  const name = (/** @type {WebAssembly.Module} */ of) =>
    new TextDecoder().decode(WebAssembly.Module.customSections(of, 'bilateral-cut')[0]);
  // Asked for together.
  const script = first().script(name(module));
  script.catch(() => {});
  second ??= await compile(await first().second(name(module)));
  if (name(second) !== name(module)) {
    second = undefined;
    throw new Unable('network', 'bilateral.more.wasm is of another version than bilateral.wasm: load the page anew');
  }
  const instance = await WebAssembly.instantiate(second, { ...imports(), f: exported });
  const there = await script;
  if (turn === started) join(instance.exports);
  return there;
}

/**
 * @param {any} widget
 * @param {string} name
 * @param {any[]} all
 * @param {Pack} pack
 */
function call(widget, name, all, pack) {
  if (!living.has(widget)) return undefined;
  if (name === 'free') living.delete(widget);
  try {
    // These hand out all languages, and this is the first to ask in another.
    if (['data', 'export', 'problems'].includes(name)) pack.complete();
    if (name === 'unnamed') pack.speak(all[0]);
    return widget[name](...all);
  } catch (error) {
    if (!isTrap(error)) throw error;
    drop(error, widget);
    return undefined;
  }
}

/** What the module itself refuses is a text or a plain error; all else leaves it broken.
 * @param {any} error */
const isTrap = (error) =>
  typeof error !== 'string' && error.constructor !== Error && !(error instanceof Unable);

/** Lets all widgets begin afresh. @param {unknown} [error] @param {unknown} [widget] which has trapped */
function drop(error, widget) {
  const lost = living;
  living = new Map();
  started = undefined;
  for (const [other, tell] of lost) {
    // Or the finaliser would free it in the next module.
    /** @type {any} */ (other).__destroy_into_raw();
    tell(other === widget ? error : undefined);
  }
}

async function run() {
  if (typeof WebAssembly !== 'object') {
    throw new Unable('no-wasm', 'this browser or its settings switch WebAssembly off');
  }
  // Asked for first, so that it comes while the policy is tried.
  const given = ask();
  given.catch(() => {});
  try {
    // WebKit compiles under a policy that then forbids the instance, so only this one tells.
    await WebAssembly.instantiate(EMPTY);
  } catch (error) {
    throw new Unable(
      'csp',
      "the page's Content-Security-Policy must allow WebAssembly: add 'wasm-unsafe-eval' to script-src",
      error,
    );
  }
  try {
    const { module, instance } = await instantiate(await given);
    compiled = module;
    exported = instance.exports;
    enter(instance, module);
    return module;
  } catch (error) {
    throw error instanceof Unable ? error : new Unable('trap', 'the module did not start', error);
  }
}

async function ask() {
  const { origin } = first();
  const input = compiled ?? (await (typeof origin === 'function' ? origin() : origin));
  return typeof input === 'string' || input instanceof URL ? get(input) : input;
}

/**
 * @param {any} answer what {@link ask} answers
 * @returns {Promise<WebAssembly.WebAssemblyInstantiatedSource>}
 */
async function instantiate(answer) {
  if (answer instanceof WebAssembly.Module) {
    return { module: answer, instance: await WebAssembly.instantiate(answer, imports()) };
  }
  if (!(answer instanceof Response)) return WebAssembly.instantiate(answer, imports());
  return served(answer, (given) => given instanceof Response
    ? WebAssembly.instantiateStreaming(given, imports())
    : WebAssembly.instantiate(given, imports()));
}

/** @param {any} answer as {@link instantiate} takes it @returns {Promise<WebAssembly.Module>} */
async function compile(answer) {
  if (answer instanceof WebAssembly.Module) return answer;
  if (!(answer instanceof Response)) return WebAssembly.compile(answer);
  return served(answer, (given) => given instanceof Response
    ? WebAssembly.compileStreaming(given)
    : WebAssembly.compile(given));
}

/**
 * Takes an answer as it comes, or whole where the host calls it something else.
 * @template Result
 * @param {Response} answer
 * @param {(given: Response | ArrayBuffer) => Promise<Result>} take
 * @returns {Promise<Result>}
 */
async function served(answer, take) {
  const type = there(answer).headers.get('content-type');
  const isNamed = type === 'application/wasm';
  const advice = `${answer.url} must be served with Content-Type: application/wasm, not ${type}`;
  try {
    const taken = await take(isNamed ? answer : await answer.arrayBuffer());
    if (!isNamed) console.warn(`bilateral-chart: mime: ${advice}; it took longer to start`);
    return taken;
  } catch (error) {
    // There is no room for its memory.
    if (error instanceof RangeError) throw error;
    throw isNamed ? new Unable('network', `${answer.url} came damaged`, error) : new Unable('mime', advice, error);
  }
}
