import { define } from './slim.09540a107538.mjs';
export * from './slim.09540a107538.mjs';
define(new URL('bilateral.71d3a48d73c3.wasm', import.meta.url), '', '../languages/');
