import { define } from './slim.930e52ecbc5f.mjs';
export * from './slim.930e52ecbc5f.mjs';
define(new URL('bilateral.94277fcafed6.wasm', import.meta.url));
