import { define } from './slim.468c4e3b8ea6.mjs';
export * from './slim.468c4e3b8ea6.mjs';
define(new URL('bilateral.e45e424fa5bc.wasm', import.meta.url), '', '../languages/');
