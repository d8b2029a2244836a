import { define } from './slim.b9744098505c.mjs';
export * from './slim.b9744098505c.mjs';
define(new URL('bilateral.ba918a3ac152.wasm', import.meta.url), '', '../languages/');
