import { define } from './slim.f28aba5489be.mjs';
export * from './slim.f28aba5489be.mjs';
define(new URL('bilateral.8ade445c4f6c.wasm', import.meta.url), '', '../languages/');
