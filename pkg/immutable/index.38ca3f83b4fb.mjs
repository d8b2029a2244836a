import { define } from './slim.17e7e775c626.mjs';
export * from './slim.17e7e775c626.mjs';
define(new URL('bilateral.40f2502d7a39.wasm', import.meta.url), '', '../languages/');
