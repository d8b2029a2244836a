// The package's main entry: an ES module with the wasm inside and the slim one beside it, which defines
// the element.

import { carried, label } from './carried.js';
import { more } from '#more';
import { define as register } from '#slim';

export { BilateralChart } from '#slim';

/** Registers the element, once a page; does nothing where there is none. */
export const define = () => register(carried, label, undefined, async () => more);

define();
