import { define } from './slim.81dca733199d.mjs';
export * from './slim.81dca733199d.mjs';
define(new URL('bilateral.1461e52effe7.wasm', import.meta.url), '', '../languages/');
