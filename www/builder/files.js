// Files as people bring them: chosen, dropped, a folder, a pasted table.

import { Refusal } from './refusal.js';
import { MAX_BYTES } from './workshop.js';

/** @typedef {{name: string, bytes: Uint8Array}} Given */

/**
 * Reads files; a folder's own name is no part of theirs.
 * @param {{name: string, file: File}[]} files
 * @returns {Promise<Given[]>}
 */
async function read(files) {
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  if (bytes > MAX_BYTES) {
    throw new Refusal('{n} MiB: the builder takes up to {max} MiB', { n: Math.ceil(bytes / 2 ** 20), max: MAX_BYTES >> 20 });
  }
  return Promise.all(files.map(async ({ name, file }) => ({ name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}

/** What of a folder is a table or describes one. @param {{name: string, file: File}[]} files */
function ofFolder(files) {
  const inside = files.map(({ name, file }) => ({ name: name.split('/').slice(1).join('/'), file }));
  return inside.filter(({ name }) => /\.(csv|json)$/i.test(name) && !/(^|\/)\./.test(name));
}

/** @param {FileList | null} list */
export function chosen(list) {
  const files = [...(list ?? [])].map((file) => ({ name: file.webkitRelativePath || file.name, file }));
  return read(files.some(({ name }) => name.includes('/')) ? ofFolder(files) : files);
}

/** @param {DataTransfer} data */
export async function dropped(data) {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry !== null);
  const folder = entries.find((entry) => entry?.isDirectory);
  if (!folder) return chosen(data.files);
  /** @type {{name: string, file: File}[]} */
  const found = [];
  await walk(/** @type {FileSystemDirectoryEntry} */ (folder), '', found);
  return read(ofFolder(found));
}

/** @param {FileSystemEntry} entry @param {string} above @param {{name: string, file: File}[]} found */
async function walk(entry, above, found) {
  if (found.length > 500) return;
  const name = above + entry.name;
  if (entry.isFile) {
    const file = await new Promise((done, fail) => /** @type {FileSystemFileEntry} */ (entry).file(done, fail));
    found.push({ name, file });
    return;
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!some.length) return;
    for (const one of some) await walk(one, `${name}/`, found);
  }
}

/** @param {string} text @returns {Given[]} */
export const pasted = (text) => [{ name: 'pasted', bytes: new TextEncoder().encode(text) }];

/** Hands a file to the reader. @param {Blob} blob @param {string} name */
export function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
