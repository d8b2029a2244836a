// The element by the slim form, with its module beside this file: for pages that write no script.

import { define } from './slim.mjs';

define(new URL('bilateral.wasm', import.meta.url));
