// Step 4: the widget, its pictures and pages as one archive.

import { h } from '../dom.js';
import { save } from './files.js';
import { part } from './parts.js';
import { Refusal, complain } from './refusal.js';
import { decimal, live, speak, t } from './words.js';
import { workshop, workshopOf } from './workshop.js';

/** @import { BilateralChart } from '../bilateral.d.ts' */
/** @typedef {{name: string, svg: string, density: number}} Picture */

/** @param {string} id */
const get = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** Offers the languages of the data. @param {string[]} languages */
export function offerLanguages(languages) {
  const row = get('pack-languages');
  const known = [...row.querySelectorAll('input')].map(({ value }) => value);
  if (known.join() === languages.join()) return;
  const name = new Map([...document.querySelectorAll('[name=lang] option')].map((one) => [/** @type {HTMLOptionElement} */ (one).value, one.textContent ?? '']));
  row.replaceChildren(...languages.map((code) => h(
    'label',
    { class: 'check' },
    h('input', { type: 'checkbox', name: 'pack', value: code, checked: true }),
    h('span', { lang: code }, name.get(code) ?? code),
  )));
}

/**
 * Makes the archive and hands it to the reader.
 * @param {BilateralChart} chart as it is chosen
 * @param {boolean} isOwn whether it shows the tables of the workshop, or else the dataset that is inside
 * @param {string} name of the package
 * @param {string} base where the files will lie; empty where nobody knows
 * @param {string} query of the chart's address
 * @param {string} snippets to copy, as a text
 */
export async function publish(chart, isOwn, name, base, query, snippets) {
  const list = get('pack-files');
  const sum = get('pack-told');
  live(list, () => list.replaceChildren());
  try {
    const builder = isOwn ? await workshop() : await workshopOf(await whole(chart));
    const boxes = [.../** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('[name=pack]'))];
    const languages = boxes.filter(({ checked }) => checked).map(({ value }) => value).join(' ');
    const publishing = builder.publish(languages, base, query);
    if (!isOwn) builder.free();
    let made = 0;
    for (let pictures = publishing.edition(); pictures !== undefined; pictures = publishing.edition()) {
      for (const picture of /** @type {Picture[]} */ (JSON.parse(pictures))) {
        publishing.add(picture.name, await drawn(picture));
      }
      made += 1;
      const n = made;
      speak(sum, () => t('{n} pictures and pages …', { n }));
    }
    publishing.add('chart.csv', await bytes(await chart.toBlob('csv')));
    publishing.add('snippets.txt', new TextEncoder().encode(snippets));
    const [archive, sizes] = publishing.finish(part);
    const files = /** @type {[string, number][]} */ (JSON.parse(sizes));
    live(list, () => list.replaceChildren(...files.map(([file, size]) => h('li', {}, h('code', {}, file), ` ${kilobytes(size)}`))));
    save(new Blob([archive], { type: 'application/zip' }), `${name}.zip`);
    speak(sum, () => t('{name}: {files}, {size}. Unpack it; bilateral.html opens from the disk.', {
      name: `${name}.zip`, files: t('{n} files', { n: files.length }), size: kilobytes(archive.length),
    }));
    return true;
  } catch (error) {
    complain(sum, error);
    return false;
  }
}

/** @param {number} size */
const kilobytes = (size) => t('{size} KB', { size: decimal(size / 1000, size < 10_000 ? 1 : 0) });

/** The dataset of a chart in all its languages, of which a file of what is shown brings the rest. @param {BilateralChart} chart */
async function whole(chart) {
  await chart.toBlob('json');
  return new TextEncoder().encode(JSON.stringify(chart.data));
}

/** @param {Blob} blob */
const bytes = async (blob) => new Uint8Array(await blob.arrayBuffer());

/** A drawing with pixels. @param {Picture} picture */
async function drawn({ svg, density }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * density);
  canvas.height = Math.round(image.naturalHeight * density);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Refusal('this browser draws no pictures');
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Refusal('this browser draws no picture of this size');
  return bytes(blob);
}
