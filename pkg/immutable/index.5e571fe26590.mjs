import { define } from './slim.1d17c0aa4c74.mjs';
export * from './slim.1d17c0aa4c74.mjs';
define(new URL('bilateral.92df404a3f39.wasm', import.meta.url), '', '../languages/');
