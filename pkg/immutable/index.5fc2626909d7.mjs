import { define } from './slim.81dca733199d.mjs';
export * from './slim.81dca733199d.mjs';
define(new URL('bilateral.87ca10a56d0f.wasm', import.meta.url), '', '../languages/');
