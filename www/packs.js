// The datasets that the scripts of a page bring, each in sections of a module that no engine reads:
// `bilateral.about` says what it is, `.base` is what its languages share, `.texts.<language>` and
// `.words.<language>` are what each adds.

import { hold, speak } from '#glue';
import { parse } from './dom.js';
import { Unable, get, there } from './unable.js';

/**
 * What a section says of the others.
 * @typedef {object} About
 * @property {string} name
 * @property {number} format
 * @property {string} sha256 of the compiled dataset
 * @property {string[]} languages the first one stands in for those that are not there
 */

/** @import { Source } from './loader.js' */
/** @typedef {Source | ((part?: 0 | 1) => Source)} Origin where a module comes from; one that takes a
 * number has its second part, too */
/** @import { More } from './loader.js' */
/** @typedef {(name: string) => Uint8Array | undefined} Sections */

/** The form of the sections that this script reads. */
const FORMAT = 1;
/** How many digits of a sum tell a version from all others. */
const DIGITS = 12;

/** In the order of their scripts. @type {Pack[]} */
const packs = [];
/** Charts that name none. @type {Set<Element>} */
const unnamed = new Set();
/** Names that no script had brought when the page was loaded. @type {Set<string>} */
const missed = new Set();
/** @type {(() => void)[]} */
let waiting = [];
let warned = false;

export class Pack {
  /** In the running module. @type {number | undefined} */ handle;
  /** @type {About | undefined} */ about;
  /** As the script says, else once it is opened. @type {string | undefined} */ name;
  /** SHA-256 of the dataset. @type {string | undefined} */ sum;
  /** @type {Sections | undefined} */ #sections;
  /** The running module's start, and the languages that it was given. @type {unknown} */ #turn;
  /** @type {Set<string>} */ #given = new Set();
  /** Languages that came from beside the module. @type {Map<string, Sections>} */ #learned = new Map();
  /** @type {Map<string, Promise<boolean>>} */ #learning = new Map();
  /** How often the script was not to be had. */ #failed = 0;

  /**
   * @param {Origin} origin
   * @param {string} label what the script says of its dataset: `name:sha256`, or nothing
   * @param {string} words the folder of further languages, as the module's folder sees it
   * @param {() => Promise<More>} [more] what the script needs with the module's second part, where it
   *   has that inside
   */
  constructor(origin, label, words, more) {
    this.origin = origin;
    this.more = more;
    this.label = label;
    this.words = words;
    [this.name, this.sum] = label ? label.split(':').map(decodeURIComponent) : [];
  }

  /** Reads what the dataset is; the sections of the running module lie in it. @param {WebAssembly.Module} [module] */
  async open(module) {
    if (this.about) return this.about;
    const sections = module ? within(module) : await fetched(this.origin);
    const about = sections('about');
    if (!about) throw new Unable('data', 'the module carries no dataset');
    /** @type {About} */
    const said = parse(new TextDecoder().decode(about));
    const age = said.format > FORMAT ? 'a newer' : 'an older';
    if (said.format !== FORMAT) {
      throw new Unable('data', `the dataset "${said.name}" is packed by ${age} version than the `
        + 'bilateral.js that came first on this page: load scripts of one version');
    }
    this.#sections = sections;
    [this.name, this.sum] = [said.name, said.sha256];
    this.about = said;
    warn();
    return said;
  }

  /** Gives it to the module that runs since `turn`. @param {unknown} turn */
  hold(turn) {
    if (this.#turn === turn) return;
    const { sha256 } = /** @type {About} */ (this.about);
    this.#given.clear();
    try {
      this.handle = hold(this.#sections?.('base') ?? new Uint8Array(), sha256);
      this.speak(/** @type {About} */ (this.about).languages[0]);
    } catch (error) {
      throw typeof error === 'string' ? new Unable('data', error) : error;
    }
    this.#turn = turn;
  }

  /** Gives the module one of its languages. @param {string} language */
  speak(language) {
    if (this.#given.has(language)) return;
    this.#given.add(language);
    const own = this.#learned.get(language) ?? this.#sections;
    const part = (/** @type {string} */ name) => own?.(`${name}.${language}`) ?? new Uint8Array();
    try {
      speak(/** @type {number} */ (this.handle), language, part('texts'), part('words'));
    } catch (error) {
      if (typeof error !== 'string' || language === this.about?.languages[0]) throw error;
      console.warn(`bilateral-chart: ${language}: ${error}`);
    }
  }

  /** Whether a language is there. @param {string} language */
  knows(language) {
    return this.#learned.has(language) || this.#sections?.(`words.${language}`) !== undefined;
  }

  /**
   * Fetches a language from beside the module, with the dataset's texts where it has some; answers
   * whether it is there.
   * @param {string} language
   */
  learn(language) {
    const learning = this.#learning.get(language) ?? this.#fetch(language);
    this.#learning.set(language, learning);
    return learning;
  }

  /** @param {string} language */
  async #fetch(language) {
    try {
      this.#learned.set(language, await this.#read(language));
      return true;
    } catch (error) {
      console.warn(`bilateral-chart: there are no words in "${language}"`, error);
      return false;
    }
  }

  /** @param {string} language @returns {Promise<Sections>} */
  async #read(language) {
    const { sha256, languages } = /** @type {About} */ (this.about);
    const read = async (/** @type {string} */ file) =>
      new Uint8Array(await (await get(await this.#beside(file))).arrayBuffer());
    if (!languages.includes(language)) {
      const words = await read(`${language}.words`);
      return (name) => name === `words.${language}` ? words : undefined;
    }
    const found = sections(await read(`${language}.wasm?${sha256.slice(0, DIGITS)}`));
    const about = found.has(`bilateral.words.${language}`) && found.get('bilateral.about');
    if (!about || parse(new TextDecoder().decode(about)).sha256 !== sha256) {
      throw new Unable('data', `languages/${language}.wasm is of another dataset than the module: load the page anew`);
    }
    return (name) => found.get(`bilateral.${name}`);
  }

  /** What a chart does not need at first. @param {string} sum which of all versions @returns {Promise<unknown>} */
  async second(sum) {
    const { origin } = this;
    return typeof origin === 'function' && origin.length
      ? origin(1)
      : get(await this.#beside(`../bilateral.more.wasm?${sum}`));
  }

  /** What the script needs with it. @param {string} sum @returns {Promise<More>} */
  async script(sum) {
    if (this.more) return this.more();
    // A browser asks for a script that failed once no second time under one address.
    const again = this.#failed ? `&${this.#failed}` : '';
    const address = String(await this.#beside(`../bilateral.more.mjs?${sum}${again}`));
    try {
      const { more } = await import(address);
      if (!more) throw new Error('empty');
      return more;
    } catch (error) {
      this.#failed++;
      throw new Unable('network', `${address} cannot be loaded`, error);
    }
  }

  /** The address of a file in the folder of languages. @param {string} file */
  async #beside(file) {
    const given = await (typeof this.origin === 'function' ? this.origin() : this.origin);
    const module = given instanceof Response ? given.url : given;
    if (typeof module === 'string' && module || module instanceof URL) {
      return new URL(this.words + file, new URL(module, document.baseURI));
    }
    if (/^\w+:/.test(this.words)) return new URL(this.words + file);
    throw new Unable('network', 'what the page gave the module as does not say what lies beside it: '
      + 'give its address, or as the third argument of define() that of the folder languages/');
  }

  /** Gives the module all of them that are there. */
  complete() {
    for (const language of this.about?.languages ?? []) if (this.knows(language)) this.speak(language);
  }

  /** Brings all of them; rejects with {@link Unable} where one cannot be had. */
  async all() {
    await Promise.all((this.about?.languages ?? []).filter((one) => !this.knows(one)).map(async (one) => {
      this.#learned.set(one, await this.#read(one));
    }));
  }

}

/**
 * Takes the dataset of a script; one that is there already is not taken twice.
 * @param {Origin} origin
 * @param {string} [label]
 * @param {string} [words]
 * @param {() => Promise<More>} [more]
 */
export function bring(origin, label = '', words = 'languages/', more) {
  if (packs.some((pack) => (label && pack.label === label) || address(pack.origin) === address(origin))) return;
  const pack = new Pack(origin, label, words, more);
  const twin = packs.find(({ name }) => name !== undefined && name === pack.name);
  if (twin) {
    console.warn(`bilateral-chart: two scripts of this page bring different datasets named "${twin.name}": `
      + 'the first is shown; give one another name in its datapackage.json');
  }
  packs.push(pack);
  for (const done of waiting.splice(0)) done();
  warn();
}

/** What tells an origin from another. @param {Origin} origin */
const address = (origin) => origin instanceof URL ? origin.href : origin;

/** The script that came first. */
export const first = () => packs[0];

/**
 * The dataset that a chart names, else that of the script which came first; settles once it is there.
 * @param {Element} chart
 * @param {(pack: Pack) => Promise<unknown>} open
 * @returns {Promise<Pack>}
 */
export async function find(chart, open) {
  const name = chart.getAttribute('dataset');
  if (name === null) {
    unnamed.add(chart);
    warn();
    return packs[0];
  }
  unnamed.delete(chart);
  for (let at = 0; ; at++) {
    while (at >= packs.length) {
      miss(chart, name);
      await new Promise((done) => waiting.push(() => done(undefined)));
    }
    const pack = packs[at];
    // A module without a label is asked.
    if (pack.name === undefined) await open(pack);
    if (pack.name === name) return pack;
  }
}

/**
 * Says once of a name that no script has brought it, when all scripts of the page had their turn; the
 * chart still waits.
 * @param {Element} chart
 * @param {string} name
 */
function miss(chart, name) {
  const tell = () => {
    const names = packs.map((pack) => pack.name);
    const isThere = names.includes(name) || names.includes(undefined);
    if (isThere || missed.has(name) || !chart.isConnected || chart.getAttribute('dataset') !== name) return;
    missed.add(name);
    console.warn(`bilateral-chart: no script of this page has brought the dataset "${name}", so what stands in its `
      + `chart stays; there is ${names.map((one) => `"${one}"`).join(', ')}`);
  };
  if (document.readyState === 'complete') tell();
  else addEventListener('load', tell, { once: true });
}

/** Forgets a chart that is gone. @param {Element} chart */
export const leave = (chart) => unnamed.delete(chart);

function warn() {
  const others = packs.filter(({ name, sum }) => name !== packs[0].name || sum !== packs[0].sum);
  // What a module without a label brings is known once it is opened.
  if (warned || !unnamed.size || !others.length || packs.some(({ name }) => name === undefined)) return;
  warned = true;
  const names = [packs[0], ...others].map(({ name }) => `"${name}"`);
  console.warn(`bilateral-chart: this page has the datasets ${names.join(' and ')}, and a chart that names `
    + `none shows the one that came first: say which with dataset="${packs[0].name}"`);
}

/** @param {WebAssembly.Module} module @returns {Sections} */
function within(module) {
  return (name) => {
    const [section] = WebAssembly.Module.customSections(module, `bilateral.${name}`);
    return section && new Uint8Array(section);
  };
}

/** The sections of a module that is not run. @param {Origin} origin @returns {Promise<Sections>} */
async function fetched(origin) {
  let given = await (typeof origin === 'function' ? origin() : origin);
  if (given instanceof WebAssembly.Module) return within(given);
  if (typeof given === 'string' || given instanceof URL) given = await get(given);
  const bytes = given instanceof Response ? await there(given).arrayBuffer() : given;
  const found = sections(ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes));
  return (name) => found.get(`bilateral.${name}`);
}

/** The custom sections of a module by their names. @param {Uint8Array} bytes */
function sections(bytes) {
  const found = new Map();
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 127) * 2 ** shift;
      if (!(byte & 128)) break;
    }
    return value;
  };
  while (at < bytes.length) {
    const id = bytes[at++];
    const length = number();
    const end = at + length;
    // One that is cut is not there.
    if (end > bytes.length) break;
    if (id === 0) {
      const letters = number();
      const name = new TextDecoder().decode(bytes.subarray(at, at + letters));
      found.set(name, bytes.slice(at + letters, end));
    }
    at = end;
  }
  return found;
}
