// The classic script: everything inside, nothing else loaded.

import { carried } from './carried.js';
import { define } from './define.js';

define(carried);
