import { define } from './slim.d2d8a4039f41.mjs';
export * from './slim.d2d8a4039f41.mjs';
define(new URL('bilateral.aaf7e11bb6e0.wasm', import.meta.url), '', '../languages/');
