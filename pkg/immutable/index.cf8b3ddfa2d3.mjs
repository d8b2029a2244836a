import { define } from './slim.ed6f4fe9a046.mjs';
export * from './slim.ed6f4fe9a046.mjs';
define(new URL('bilateral.388083d143c2.wasm', import.meta.url));
