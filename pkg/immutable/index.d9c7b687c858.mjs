import { define } from './slim.98d42c2450b5.mjs';
export * from './slim.98d42c2450b5.mjs';
define(new URL('bilateral.e482d0f37bde.wasm', import.meta.url));
