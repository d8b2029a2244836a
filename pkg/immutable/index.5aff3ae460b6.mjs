import { define } from './slim.1d17c0aa4c74.mjs';
export * from './slim.1d17c0aa4c74.mjs';
define(new URL('bilateral.6418a04038a2.wasm', import.meta.url), '', '../languages/');
