// The package's main entry: an ES module with everything inside, which defines the element.

import { carried } from './carried.js';
import { define as register } from './define.js';

export { BilateralChart } from './element.js';

/** Has been called when this is imported where there is a page. */
export const define = (source = carried) => register(source);

define();
