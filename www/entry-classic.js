// The classic script: everything inside, nothing else loaded.

import { define } from './define.js';

define();
