import { define } from './slim.468c4e3b8ea6.mjs';
export * from './slim.468c4e3b8ea6.mjs';
define(new URL('bilateral.7763a88a53e7.wasm', import.meta.url), '', '../languages/');
