// What the script needs when the module's second part is wanted, and not before.

import { download } from './download.js';
import { blob, save, saveData } from './files.js';
import { play } from './play.js';
import { sources } from './sources.js';
import { table } from './table.js';

/** An object and no namespace: a bundler would make that by what a page may have put on every object. */
export const more = { blob, download, play, save, saveData, sources, table };
