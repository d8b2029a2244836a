import { define } from './slim.d466f91ee9ef.mjs';
export * from './slim.d466f91ee9ef.mjs';
define(new URL('bilateral.acfc0e6eb96d.wasm', import.meta.url));
