// The classic script: everything inside, nothing else loaded.

import { carried, label } from './carried.js';
import { define } from './define.js';

define(carried, label);
