import { define } from './slim.81dca733199d.mjs';
export * from './slim.81dca733199d.mjs';
define(new URL('bilateral.6fc810a08d61.wasm', import.meta.url), '', '../languages/');
