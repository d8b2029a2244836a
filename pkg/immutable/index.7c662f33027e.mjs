import { define } from './slim.b9744098505c.mjs';
export * from './slim.b9744098505c.mjs';
define(new URL('bilateral.b2ff906aa02c.wasm', import.meta.url), '', '../languages/');
