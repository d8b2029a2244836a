// Reads a page's content security policies and says what a chart still needs of them.
//
// Matching is that of Content Security Policy Level 3; nothing here touches the page.

import { t } from './words.js';

/** @typedef {{reportOnly: boolean, directives: Map<string, string[]>, odd: string[]}} Policy */
/** @typedef {{text: string, line?: string}} Finding what is missing, and the directive that mends it */
/** @typedef {{missing: Finding[], better: Finding[]}} Verdict what blocks, and what would be nicer */
/** @typedef {{script: Verdict, frame: Verdict, image: Verdict, notes: string[], count: number}} Report */

const KNOWN = new Set([
  'base-uri', 'block-all-mixed-content', 'child-src', 'connect-src', 'default-src', 'fenced-frame-src',
  'font-src', 'form-action', 'frame-ancestors', 'frame-src', 'img-src', 'manifest-src', 'media-src',
  'object-src', 'plugin-types', 'prefetch-src', 'referrer', 'reflected-xss', 'report-to', 'report-uri',
  'require-sri-for', 'require-trusted-types-for', 'sandbox', 'script-src', 'script-src-attr',
  'script-src-elem', 'style-src', 'style-src-attr', 'style-src-elem', 'trusted-types',
  'upgrade-insecure-requests', 'webrtc', 'worker-src',
]);
const KEYWORDS = new Set([
  'self', 'none', 'unsafe-inline', 'unsafe-eval', 'wasm-unsafe-eval', 'strict-dynamic',
  'unsafe-hashes', 'report-sample',
]);
/** A report-only policy in a page's head is ignored by browsers. */
const HEADER = /content-security-policy(?!-report)/i;
const PORTS = { 'http:': '80', 'https:': '443' };

/**
 * The policies in a pasted text: a bare policy, response headers, a server's configuration, or
 * `<meta>` elements.
 * @param {string} text
 * @returns {Policy[]}
 */
export function policies(text) {
  return values(text).flatMap(([reportOnly, value]) =>
    value.split(',').map((one) => policy(reportOnly, one)).filter(({ directives }) => directives.size > 0));
}

/** @param {string} text @returns {[boolean, string][]} */
function values(text) {
  const metas = text.match(/<meta\b[^>]*>/gi);
  if (metas) {
    return metas.filter((meta) => HEADER.test(meta)).map((meta) => {
      const content = /content\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(meta);
      return [false, unescaped(content?.[1] ?? content?.[2] ?? '')];
    });
  }
  /** @type {[boolean, string][]} */
  const found = [];
  const bare = [];
  let open = false;
  for (const line of text.split(/\r?\n/)) {
    const configured = /content-security-policy(-report-only)?["']?\s+"([^"]*)"/i.exec(line);
    const header = /^\s*content-security-policy(-report-only)?\s*:(.*)$/i.exec(line);
    if (configured || header) {
      const [, reportOnly, value] = /** @type {RegExpExecArray} */ (configured ?? header);
      found.push([Boolean(reportOnly), value]);
      open = !configured;
    } else if (/^(HTTP\/\S+\s|[\w-]+:(\s|$))/.test(line) && !KNOWN.has(line.split(':')[0].toLowerCase())) {
      open = false;
    } else if (open) found[found.length - 1][1] += ` ${line}`;
    else bare.push(line);
  }
  return found.length ? found : [[false, bare.join(' ')]];
}

/** @param {string} text */
function unescaped(text) {
  return text.replace(/&#0*39;|&apos;|&#x27;/gi, "'").replace(/&quot;/g, '"').replace(/&amp;/g, '&');
}

/** @param {boolean} reportOnly @param {string} text @returns {Policy} */
function policy(reportOnly, text) {
  const directives = new Map();
  const odd = [];
  for (const part of text.split(';')) {
    const [word, ...sources] = part.trim().split(/\s+/);
    if (!word) continue;
    const name = word.toLowerCase();
    if (!KNOWN.has(name)) odd.push(t('{word} is not a directive that browsers know: it is ignored.', { word }));
    else if (directives.has(name)) odd.push(t('{name} stands twice: only the first counts.', { name }));
    else directives.set(name, sources);
    for (const source of sources) {
      if (KEYWORDS.has(source.toLowerCase())) odd.push(t("{source} in {name} needs quotes: '{source}'.", { source, name }));
    }
  }
  return { reportOnly, directives, odd };
}

/**
 * What the four ways of embedding still need of the policies in `text`.
 * @param {string} text as {@link policies} takes it
 * @param {string} base the folder of the chart's files, a full URL
 * @param {string} [page] the page's own URL, which tells whether 'self' is the chart's host
 * @returns {Report}
 */
export function check(text, base, page) {
  const where = { base: url(base) ?? new URL('https://chart.invalid/'), page: page ? url(page) : undefined };
  const all = policies(text);
  /** @type {Report} */
  const report = { script: verdict(), frame: verdict(), image: verdict(), notes: [], count: all.length };
  for (const each of all) {
    report.notes.push(...each.odd);
    if (each.reportOnly) {
      const told = { script: verdict(), frame: verdict(), image: verdict() };
      judge(each, where, told);
      const would = [told.script, told.frame, told.image].some(({ missing }) => missing.length > 0);
      report.notes.push(t(would
        ? 'A report-only policy would report the chart, but does not block it.'
        : 'A report-only policy has nothing against the chart.'));
    } else judge(each, where, report);
  }
  if (where.page?.protocol === 'https:' && where.base.protocol === 'http:') {
    const mixed = { text: t('The page is served over https and the chart over http: serve the chart over https.') };
    for (const way of [report.script, report.frame, report.image]) way.missing.unshift(mixed);
  }
  return report;
}

/** @returns {Verdict} */
const verdict = () => ({ missing: [], better: [] });

/** @param {string} text */
function url(text) {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** @typedef {{base: URL, page?: URL}} Where */

/**
 * @param {Policy} policy
 * @param {Where} where
 * @param {{script: Verdict, frame: Verdict, image: Verdict}} to
 */
function judge({ directives }, where, to) {
  const sandbox = directives.get('sandbox');
  if (sandbox && !sandbox.some((word) => word.toLowerCase() === 'allow-scripts')) {
    const text = t('The page is sandboxed without scripts.');
    to.script.missing.push({ text, line: ['sandbox', ...sandbox, 'allow-scripts'].join(' ') });
    to.frame.missing.push({ text, line: ['sandbox', ...sandbox, 'allow-scripts'].join(' ') });
  }
  judgeScript(directives, where, to.script);
  const image = need(directives, ['img-src', 'default-src'], 'static/story.en.png', where, 'The picture is not allowed by {name}.');
  to.image.missing.push(...image);
  to.script.better.push(...image);
  to.frame.missing.push(
    ...need(directives, ['frame-src', 'child-src', 'default-src'], 'bilateral.html', where, 'The frame is not allowed by {name}.'));
}

/**
 * @param {Map<string, string[]>} directives
 * @param {Where} where
 * @param {Verdict} to
 */
function judgeScript(directives, where, to) {
  const element = directive(directives, ['script-src-elem', 'script-src', 'default-src']);
  const engine = directive(directives, ['script-src', 'default-src']);
  const host = where.base.origin;
  const add = new Map();
  if (element && !matches(element.sources, 'bilateral.js', where)) {
    const has = (/** @type {RegExp} */ form) => element.sources.some((source) => form.test(source));
    const nonce = has(/^'nonce-/i);
    if (has(/^'strict-dynamic'$/i) && (nonce || has(/^'sha(256|384|512)-/i))) {
      to.missing.push({
        text: t(nonce
          ? "'strict-dynamic' ignores hosts: give the script tag the nonce that your server puts on the page's own scripts (nonce=\"…\")."
          : "'strict-dynamic' ignores hosts: load bilateral.js from a script that the page trusts already, or add a nonce to the policy and to the script tag."),
      });
    } else {
      add.set(element.name, { ...element, with: [host] });
      to.missing.push({
        text: t(nonce
          ? '{name} does not allow {host}; the nonce on the script tag would do as well.'
          : '{name} does not allow {host}.', { name: element.name, host }),
        line: mended(element, [host]),
      });
    }
  }
  const evaluates = (/** @type {string} */ source) => /^'(wasm-)?unsafe-eval'$/i.test(source);
  if (engine && !engine.sources.some(evaluates)) {
    const both = add.get(engine.name)?.with ?? [];
    const found = { text: t('{name} does not allow WebAssembly.', { name: engine.name }), line: mended(engine, [...both, "'wasm-unsafe-eval'"]) };
    // One directive mends both, so it is written once.
    if (both.length) delete to.missing[to.missing.length - 1].line;
    to.missing.push(found);
  }
}

/**
 * @param {Map<string, string[]>} directives
 * @param {string[]} names
 * @param {string} file
 * @param {Where} where
 * @param {string} what is said, in English
 * @returns {Finding[]}
 */
function need(directives, names, file, where, what) {
  const found = directive(directives, names);
  if (!found || matches(found.sources, file, where)) return [];
  return [{ text: t(what, { name: found.from }), line: mended(found, [where.base.origin]) }];
}

/** @typedef {{name: string, from: string, sources: string[]}} Directive under the name to write it */

/**
 * The first directive of `names` that is set. What is inherited from default-src is to be written
 * under a name of its own, so that nothing else is opened with it.
 * @param {Map<string, string[]>} directives
 * @param {string[]} names
 * @returns {Directive | undefined}
 */
function directive(directives, names) {
  const from = names.find((name) => directives.has(name));
  if (!from) return undefined;
  const own = names.find((name) => name !== 'script-src-elem') ?? from;
  const name = from === 'default-src' ? own : from;
  return { name, from, sources: directives.get(from) ?? [] };
}

/** @param {Directive} directive @param {string[]} more */
function mended({ name, sources }, more) {
  const kept = sources.filter((source) => source.toLowerCase() !== "'none'");
  return [name, ...kept, ...more].join(' ');
}

/**
 * Whether a source list allows a file of the chart.
 * @param {string[]} sources
 * @param {string} file
 * @param {Where} where
 */
function matches(sources, file, { base, page }) {
  const target = new URL(file, base.href.endsWith('/') ? base : `${base.href}/`);
  const strict = sources.some((source) => /^'strict-dynamic'$/i.test(source))
    && sources.some((source) => /^'(nonce-|sha(256|384|512)-)/i.test(source)) && file.endsWith('.js');
  return !strict && sources.some((source) => allows(source, target, page));
}

/** @param {string} source @param {URL} target @param {URL | undefined} page */
function allows(source, target, page) {
  const scheme = page?.protocol ?? 'https:';
  if (source === '*') return /^https?:$/.test(target.protocol) || target.protocol === scheme;
  if (/^'self'$/i.test(source)) return Boolean(page) && sameOrigin(/** @type {URL} */ (page), target);
  if (source.startsWith("'")) return false;
  if (/^[a-z][a-z0-9+.-]*:$/i.test(source)) return schemeAllows(source.toLowerCase(), target.protocol);
  const parts = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[^/:*]+)(?::(\d+|\*))?(\/[^?#]*)?$/i.exec(source);
  if (!parts) return false;
  const [, given, host, port, path] = parts;
  return schemeAllows(given ? `${given.toLowerCase()}:` : scheme, target.protocol)
    && hostAllows(host.toLowerCase(), target.hostname)
    && portAllows(port, target)
    && pathAllows(path, target.pathname);
}

/** The page's own host; a step from http to https is let pass. @param {URL} page @param {URL} target */
function sameOrigin(page, target) {
  const upgrade = page.protocol === 'http:' && target.protocol === 'https:' && !page.port && !target.port;
  return page.origin === target.origin || (upgrade && page.hostname === target.hostname);
}

/** @param {string} source @param {string} target */
const schemeAllows = (source, target) => source === target || (source === 'http:' && target === 'https:');

/** @param {string} source @param {string} target */
function hostAllows(source, target) {
  if (source === '*') return true;
  return source.startsWith('*.') ? target.endsWith(source.slice(1)) : source === target;
}

/** @param {string | undefined} source @param {URL} target */
function portAllows(source, target) {
  const standard = PORTS[/** @type {keyof typeof PORTS} */ (target.protocol)] ?? '';
  const port = target.port || standard;
  if (source === '*') return true;
  if (!source) return port === standard;
  return source === port || (source === '80' && port === '443');
}

/** @param {string | undefined} source @param {string} target */
function pathAllows(source, target) {
  if (!source || source === '/') return true;
  const path = decodeURIComponent(source);
  return path.endsWith('/') ? target.startsWith(path) : target === path;
}
