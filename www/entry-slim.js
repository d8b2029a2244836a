// The package's slim entry: an ES module without the wasm, which defines nothing by itself.

export { define } from './define.js';
export { BilateralChart } from './element.js';
