// What the builder says of a page's content security policies.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, policies } from '../../www/builder/csp.js';

const BASE = 'https://static.example.org/bilateral/';
const PAGE = 'https://www.example.com/article';
const WASM = "'wasm-unsafe-eval'";

/** The lines to write, by way. */
function lines(text, base = BASE, page = PAGE) {
  const { script, frame, image } = check(text, base, page);
  const of = ({ missing }) => missing.map(({ line, text }) => line ?? text);
  return { script: of(script), frame: of(frame), image: of(image) };
}

const script = (...all) => lines(...all).script;

test('a policy that names host and WebAssembly lets all pass', () => {
  const text = `default-src 'none'; script-src https://static.example.org ${WASM}; img-src https:; frame-src https://static.example.org`;
  assert.deepEqual(lines(text), { script: [], frame: [], image: [] });
});

test('a page without a directive for it is open', () => {
  assert.deepEqual(lines("font-src 'self'"), { script: [], frame: [], image: [] });
});

test('default-src stands in, and is not itself widened', () => {
  assert.deepEqual(lines("default-src 'self'"), {
    script: [
      'script-src does not allow https://static.example.org.',
      `script-src 'self' https://static.example.org ${WASM}`,
    ],
    frame: ["frame-src 'self' https://static.example.org"],
    image: ["img-src 'self' https://static.example.org"],
  });
});

test("'none' gives way to what is added", () => {
  assert.deepEqual(lines("img-src 'none'").image, ['img-src https://static.example.org']);
});

test('host without WebAssembly, and the reverse', () => {
  assert.deepEqual(script('script-src https://static.example.org'), [`script-src https://static.example.org ${WASM}`]);
  assert.deepEqual(script(`script-src 'self' ${WASM}`), [`script-src 'self' ${WASM} https://static.example.org`]);
  assert.deepEqual(script("script-src https: 'unsafe-eval'"), []);
});

test('script-src-elem answers for the host, script-src for WebAssembly', () => {
  assert.deepEqual(script("script-src 'self'; script-src-elem https://static.example.org"), [`script-src 'self' ${WASM}`]);
  assert.deepEqual(script(`script-src ${WASM}; script-src-elem 'self'`), ["script-src-elem 'self' https://static.example.org"]);
});

test('child-src stands in for frame-src before default-src', () => {
  assert.deepEqual(lines("default-src *; child-src 'self'").frame, ["child-src 'self' https://static.example.org"]);
  assert.deepEqual(lines("child-src 'none'; frame-src *").frame, []);
});

test('a nonce is an alternative to the host', () => {
  const { script } = check(`script-src 'nonce-abc' ${WASM}`, BASE, PAGE);
  assert.equal(script.missing.length, 1);
  assert.match(script.missing[0].text, /nonce on the script tag would do as well/);
  assert.equal(script.missing[0].line, `script-src 'nonce-abc' ${WASM} https://static.example.org`);
});

test("'strict-dynamic' with a nonce or a hash ignores hosts", () => {
  const strict = (source) => check(`script-src 'strict-dynamic' ${source} https: ${WASM}`, BASE, PAGE).script.missing;
  assert.match(strict("'nonce-abc'")[0].text, /give the script tag the nonce/);
  assert.equal(strict("'nonce-abc'")[0].line, undefined);
  assert.match(strict("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='")[0].text, /load bilateral.js from a script/);
  assert.equal(strict("'nonce-abc'").length, 1);
  assert.deepEqual(check(`script-src 'strict-dynamic' https: ${WASM}`, BASE, PAGE).script.missing, []);
});

test('a hash alone allows no file of another host', () => {
  assert.equal(script(`script-src 'sha256-abc=' ${WASM}`).length, 1);
});

test("'self' is the chart's host only if the page is on it", () => {
  const own = `script-src 'self' ${WASM}`;
  assert.deepEqual(script(own, 'https://www.example.com/charts/', PAGE), []);
  assert.equal(script(own, BASE, PAGE).length, 1);
  assert.deepEqual(check(own, 'https://www.example.com/charts/').script.missing.length, 1);
  assert.deepEqual(script(own, 'https://www.example.com/charts/', 'http://www.example.com/'), []);
});

test('hosts match by scheme, subdomain, port and path', () => {
  const allows = (source, base = BASE, page = PAGE) => script(`script-src ${source} ${WASM}`, base, page).length === 0;
  assert.ok(allows('*'));
  assert.ok(allows('https:'));
  assert.ok(allows('HTTPS://STATIC.EXAMPLE.ORG'));
  assert.ok(allows('http://static.example.org'));
  assert.ok(allows('static.example.org'));
  assert.ok(allows('*.example.org'));
  assert.ok(!allows('example.org'));
  assert.ok(!allows('*.static.example.org'));
  assert.ok(!allows('data:'));
  assert.ok(!allows('https://static.example.org.evil.example'));
  assert.ok(allows('https://static.example.org/bilateral/'));
  assert.ok(allows('https://static.example.org/bilateral/bilateral.js'));
  assert.ok(!allows('https://static.example.org/bilateral'));
  assert.ok(!allows('https://static.example.org/other/'));
  assert.ok(allows('https://static.example.org:443'));
  assert.ok(!allows('https://static.example.org:8443'));
  assert.ok(allows('https://static.example.org:*', 'https://static.example.org:8443/b'));
  assert.ok(!allows('https://static.example.org', 'https://static.example.org:8443/b'));
  assert.ok(!allows('https://static.example.org', 'http://static.example.org/', 'http://www.example.com/'));
});

test('several policies must all allow it', () => {
  const text = `Content-Security-Policy: script-src https: ${WASM}\nContent-Security-Policy: script-src 'self'`;
  assert.equal(policies(text).length, 2);
  assert.equal(script(text).length, 2);
  assert.equal(policies(`script-src https: ${WASM}, img-src 'self'`).length, 2);
  assert.equal(lines(`script-src https: ${WASM}, img-src 'self'`).image.length, 1);
});

test('a report-only policy blocks nothing and is told', () => {
  const report = check("Content-Security-Policy-Report-Only: default-src 'none'", BASE, PAGE);
  assert.deepEqual(report.script.missing, []);
  assert.deepEqual(report.notes, ['A report-only policy would report the chart, but does not block it.']);
  const fine = check("Content-Security-Policy-Report-Only: font-src 'none'", BASE, PAGE);
  assert.deepEqual(fine.notes, ['A report-only policy has nothing against the chart.']);
});

test('headers, configurations and meta elements are read', () => {
  const value = "default-src 'self'; img-src *";
  const directives = (text) => policies(text).map(({ directives }) => [...directives.keys()].join());
  const expected = ['default-src,img-src'];
  assert.deepEqual(directives(value), expected);
  assert.deepEqual(directives(`HTTP/2 200\r\nserver: x\r\ncontent-security-policy: ${value}\r\ndate: y`), expected);
  assert.deepEqual(directives("Content-Security-Policy: default-src 'self';\n  img-src *"), expected);
  assert.deepEqual(directives(`add_header Content-Security-Policy "${value}" always;`), expected);
  assert.deepEqual(directives(`Header set Content-Security-Policy "${value}"`), expected);
  assert.deepEqual(directives(`<meta charset=utf-8><meta http-equiv="Content-Security-Policy" content="${value}">`), expected);
  assert.deepEqual(directives("<meta http-equiv='content-security-policy' content='default-src &#39;self&#39;; img-src *'>"), expected);
  assert.deepEqual(directives('<meta http-equiv="Content-Security-Policy-Report-Only" content="img-src *">'), []);
  assert.deepEqual(policies('server: nginx\ndate: today'), []);
});

test('the first of two directives counts, and oddities are told', () => {
  const { notes } = check("script-src: 'self'; img-src *; IMG-SRC 'none'; style-src self", BASE, PAGE);
  assert.deepEqual(notes, [
    'script-src: is not a directive that browsers know: it is ignored.',
    'img-src stands twice: only the first counts.',
    "self in style-src needs quotes: 'self'.",
  ]);
  assert.deepEqual(lines("img-src *; img-src 'none'").image, []);
});

test('a sandbox must allow scripts', () => {
  assert.deepEqual(lines('sandbox allow-forms').script, ['sandbox allow-forms allow-scripts']);
  assert.deepEqual(lines('sandbox allow-scripts').script, []);
});

test('a chart over http cannot stand in a page over https', () => {
  const { script, image } = check('script-src *', 'http://static.example.org/', PAGE);
  assert.match(script.missing[0].text, /serve the chart over https/);
  assert.equal(image.missing.length, 1);
});

test('the picture that stands in is asked for, and does not block the chart', () => {
  const { script } = check(`script-src https: ${WASM}; img-src 'self'`, BASE, PAGE);
  assert.deepEqual(script.missing, []);
  assert.equal(script.better[0].line, "img-src 'self' https://static.example.org");
});
