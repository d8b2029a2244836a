import { define } from './slim.959c6172013f.mjs';
export * from './slim.959c6172013f.mjs';
define(new URL('bilateral.f65c50ec9f0a.wasm', import.meta.url));
