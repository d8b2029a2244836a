// The classic script: everything inside, nothing else loaded.

import { carried, label } from './carried.js';
import { define } from './define.js';
import { more } from './entry-more.js';

define(carried, label, undefined, async () => more);
