import { define } from './slim.d8bb21c52388.mjs';
export * from './slim.d8bb21c52388.mjs';
define(new URL('bilateral.51a4a878ecf0.wasm', import.meta.url), '', '../languages/');
