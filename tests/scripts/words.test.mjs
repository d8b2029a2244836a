// The builder page says everything in each of its languages, and nothing that it has no words for.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { FIELDS } from '../../www/builder/fields.js';
import { said } from '../../www/builder/said.js';

const FOLDER = new URL('../../www/builder/', import.meta.url);
const read = (name) => readFileSync(new URL(name, FOLDER), 'utf8');
const table = (code) => JSON.parse(read(`words/${code}.json`));
const codes = readdirSync(new URL('words/', FOLDER)).map((name) => name.replace('.json', ''));
const english = table('en');

/** Examples of what is typed, the same in every language. */
const EXAMPLE = /^\d+$|^https?:|^Content-Security-Policy:/;
const VOID = new Set(['meta', 'input', 'link', 'br', 'img']);
const LEFT = new Set(['script', 'style', 'pre', 'code', 'noscript']);

/** What in scripts looks like a text and is none that the page says. */
const NONE = [
  /\$\{|\/\^?\(|\)\/i/, // a piece of code between two quotes
  /^(Enter|Delete|Backspace)$/, // keys
  /^(way (passes|blocked)|input, textarea|script, style, pre, .*)$|^[#.].*( input| button|:checked)$/, // classes and selectors
  /^<|<\/|="|^import 'bilateral'|^(\{\})?bilateral-chart \{/, // markup and style
  /^(https?:|data:)\S+$|^[\w{}/.-]+\.(js|json|wasm|html|csv|png|txt|zip|org)$/, // addresses and files
  /^(decimal|date-order|two-digits|growth) (comma|point|dmy|mdy|year|day|change|index|ratio)$/, // answers
  /n {2}hint: /, // the list of messages as the command line has it
];

/** The texts of a page as the page itself learns them: an element in a text is a place. */
function ofPage(html) {
  const found = new Set();
  const root = { left: false, text: '', count: 0 };
  const open = [root];
  const close = ({ left, text }) => {
    const key = text.replace(/\s+/g, ' ').trim();
    if (!left && /\p{L}/u.test(key.replace(/\{\d\}/g, ''))) found.add(key);
  };
  for (const [, end, name, attributes, text] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)([^>]*)>|([^<]+)/g)) {
    const above = open.at(-1);
    if (text !== undefined) above.text += text;
    else if (end) close(open.pop());
    else {
      above.text += `{${++above.count}}`;
      const left = above.left || LEFT.has(name) || /translate="no"/.test(attributes) || (name !== 'html' && /\slang="/.test(attributes));
      // The name of a snippet is said beside it.
      const said = /\sdata-name="([^"]*)"/.exec(attributes)?.[1];
      if (said) found.add(said);
      for (const [, value] of left ? [] : attributes.matchAll(/\s(?:aria-label|placeholder)="([^"]*)"/g)) {
        if (!EXAMPLE.test(value)) found.add(value);
      }
      if (!VOID.has(name)) open.push({ left, text: '', count: 0 });
    }
  }
  return found;
}

/** The texts in a script, with the places of templates as `{}`. */
function ofScript(script) {
  const code = script.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').replace(/^import .*$/gm, '');
  const found = [];
  for (const [, single, double, template] of code.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)) {
    const text = single ?? double ?? template.replace(/\$\{[^{}]*(\{[^{}]*\}[^{}]*)*\}/g, '{}');
    found.push(text.replace(/\\(.)/g, '$1'));
  }
  return found;
}

const page = ofPage(read('builder.html').replace('{{systems}}', read('systems.html')).replace('<!doctype html>', ''));
const scripts = new Map(readdirSync(FOLDER).filter((name) => name.endsWith('.js')).map((name) => [name, ofScript(read(name))]));

const SOURCE = new URL('../../src/', import.meta.url);
const rust = new Map(['builder/', 'import/'].flatMap((room) => readdirSync(new URL(room, SOURCE))
  .filter((name) => /\.rs$/.test(name)).map((name) => [room + name, readFileSync(new URL(room + name, SOURCE), 'utf8')])));
/** Texts of Rust, in lines that a backslash joins. */
const texts = (code) => [...code.matchAll(/: &str =\s+"((?:[^"\\]|\\[^])*)";/g)]
  .map(([, text]) => text.replace(/\\\n\s*/g, '').replace(/\\(.)/g, '$1'));
/** What words in tables mean that is told: marks of a year, what is no measure, parts of a flow. */
const meant = [...readFileSync(new URL('import/words.csv', SOURCE), 'utf8').matchAll(/^(?:mark|other|flow),([^,]+),/gm)].map(([, text]) => text);
/** What the module asks and says of tables, what it refuses, and the names of fields and measures. */
const asked = texts(rust.get('import/questions.rs'));
const empty = texts(readFileSync(new URL('reading/nothing.rs', SOURCE), 'utf8'));
const refused = [...texts(rust.get('import/refusals.rs')), ...texts(rust.get('builder/refusals.rs'))];
const told = [...asked, ...empty, ...refused, ...texts(rust.get('import/sayings.rs')), ...meant, ...[...FIELDS.keys()].filter((name) => name !== 'ignore')]
  .filter((text) => /\p{L}/u.test(text.replace(/\{\w+\}/g, '')));
const literals = new Set([...scripts.values(), told].flat());
const looksSaid = (text) => /\p{L}{2,}[\s,:.;…]+[\p{L}{“]|^[A-Z][a-z]+$/u.test(text) && !NONE.some((form) => form.test(text));
const places = (text) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join(' ');

/** The forms of a text in a language: one for each number, where it has several. */
const forms = (entry) => (typeof entry === 'string' ? [entry] : Object.values(entry));

test('each language that the page offers has a table', () => {
  const offered = [...read('builder.html').matchAll(/<option value="(\w\w)"/g)].map(([, code]) => code);
  assert.deepEqual([...new Set(offered)].sort(), [...codes].sort());
});

for (const code of codes.filter((code) => code !== 'en')) {
  const words = table(code);
  test(`${code} has every text of the page and its scripts, and no other`, () => {
    const missing = [...page].filter((text) => !(text in words));
    for (const [name, texts] of scripts) {
      missing.push(...texts.filter((text) => looksSaid(text) && !(text in words)).map((text) => `${name}: ${text}`));
    }
    missing.push(...[...FIELDS.values(), ...told, ...Object.keys(english)].filter((text) => !(text in words)));
    assert.deepEqual(missing, []);
    assert.deepEqual(Object.keys(words).filter((text) => !page.has(text) && !literals.has(text)), []);
  });
  test(`${code} has the places of the English, and a form for each number`, () => {
    const rules = new Intl.PluralRules(code).resolvedOptions();
    for (const [text, entry] of Object.entries(words)) {
      for (const form of forms(entry)) {
        assert.equal(places(form), places(text), `${text}: ${form}`);
        assert.ok(form.trim() === form && form !== '', `${text}: ${form}`);
        for (const [word] of form.matchAll(/\p{L}+/gu)) {
          assert.ok(/^\p{Script=Latin}+$/u.test(word) || (code !== 'az' && /^\p{Script=Cyrillic}+$/u.test(word)), `${word} mixes alphabets`);
        }
      }
      if (typeof entry === 'string') continue;
      assert.equal(typeof english[text], 'object', `${text}: English has one form`);
      assert.equal(rules.locale, code, 'the rules are of this language');
      assert.deepEqual(Object.keys(entry).sort(), rules.pluralCategories.slice().sort(), text);
    }
  });
}

/** What points at an option of the command line: the page has words of its own for it. */
const optional = told.filter((text) => text.includes('--'));

test('English has forms only where a number inflects, or for what speaks of the command line', () => {
  for (const [text, entry] of Object.entries(english)) {
    assert.ok(literals.has(text), `${text}: nothing says it`);
    if (optional.includes(text)) continue;
    assert.deepEqual(Object.keys(entry).sort(), ['one', 'other'], text);
    assert.equal(entry.other, text);
    assert.ok(forms(entry).every((form) => places(form) === places(text)), text);
  }
});

test('the page speaks of no option of the command line', () => {
  assert.ok(optional.length >= 5, optional.join('\n'));
  for (const code of codes) {
    const words = table(code);
    const pointing = optional.flatMap((text) => forms(words[text] ?? text)).filter((form) => /--/.test(form));
    assert.deepEqual(pointing, [], code);
  }
});

test('what is told without a script is told in each language, and nothing else in one', () => {
  const html = read('builder.html') + read('systems.html');
  const blocks = [...html.matchAll(/<(noscript|div)(?: id="packed"[^>]*)?>\n((?:<p lang="\w+">[^<]+<\/p>\n)+)<\/\1>\n/g)].map(([, , block]) => block);
  assert.equal(blocks.length, 2);
  for (const block of blocks) {
    assert.deepEqual([...block.matchAll(/lang="(\w+)"/g)].map(([, code]) => code).sort(), [...codes].sort());
  }
  const rest = blocks.reduce((left, block) => left.replace(block, ''), html);
  assert.deepEqual([...rest.matchAll(/<(?!html|option)\w+[^>]*\slang="[^>]*>/g)].map(([tag]) => tag), []);
});

test('what the module asks and says of tables is found', () => {
  assert.ok(asked.length >= 30 && asked.includes('which partner is "{text}"?'), asked.join('\n'));
  const some = ['is the {field}', 'no number', 'the decimal mark is the comma, by "{text}" in {cell}', 'a balance', 'provisional', 're-exports', 'end-year', 'no sector is mentioned', 'not JSON: {why}'];
  assert.ok(refused.length >= 40 && refused.includes('{n} MiB: the builder takes up to {max} MiB'), refused.join('\n'));
  assert.ok(told.length >= 190 && some.every((text) => told.includes(text)), told.join('\n'));
  assert.ok(told.every((text) => !text.includes('\n') && !text.includes('  ')), told.join('\n'));
  // A sentence of its own in a call would be in no list.
  const own = /\b(?:ask|infer|leave_\w+|Left|Inference::new|Refusal::new|Err|DateReading::\w+|Saying::of|said)\((?:[^;"]|"[^" ]*")*"(?!--)[^"{]* [^"]*"/g;
  const found = [...rust].flatMap(([name, code]) => (code.match(own) ?? []).map((call) => `${name}: ${call}`));
  assert.deepEqual(found, []);
});

test('what the module says is filled, texts of the tables as they stand', () => {
  const times = { form: 'times 10^{power}', values: { power: '6' } };
  const what = [{ form: 'exports', values: {} }, '{what}', times];
  assert.equal(said({ form: 'holds values of {what}', values: { what } }), 'holds values of exports, {what}, times 10^6');
  const why = { form: 'no country is known as "{text}"; did you mean {countries}?', values: { text: 'Itly', countries: [{ country: 'IT' }] } };
  assert.equal(said({ form: '{place}: {what}', values: { place: 'A1', what: why } }), 'A1: no country is known as "Itly"; did you mean IT?');
});

test('a text in a page and in a script is found', () => {
  const html = '<html lang="en"><p>Needs <code>x</code>, once.</p><p lang="en">Not</p><input placeholder="2015"><b aria-label="Name">1</b></html>';
  assert.deepEqual([...ofPage(html)], ['Needs {1}, once.', 'Name']);
  const script = "// 'None'\nsay(node, 'Is said'); f(`All ${{ of: it }} of it`, \"It's some text\", 'USD', 'on', 'a.js');";
  assert.deepEqual(ofScript(script).filter(looksSaid), ['Is said', 'All {} of it', "It's some text"]);
});
