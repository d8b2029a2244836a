import { define } from './slim.8e4f080b7b33.mjs';
export * from './slim.8e4f080b7b33.mjs';
define(new URL('bilateral.4d2191ffd8c7.wasm', import.meta.url));
