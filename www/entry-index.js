// The package's main entry: an ES module with everything inside, which defines the element.

import { carried, label } from './carried.js';
import { define as register } from './define.js';

export { BilateralChart } from './element.js';

/** Registers the element, once a page; does nothing where there is none. */
export const define = () => register(carried, label);

define();
