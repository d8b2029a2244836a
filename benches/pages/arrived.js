// A floor: Bilateral's own files have come and its module is compiled, and nothing is drawn.

import { run } from './clock.js';

run((place, figure, drawn, asked) => {
  const slim = [
    () => import('./packed/slim.mjs'),
    () => WebAssembly.compileStreaming(fetch('packed/bilateral.wasm')),
  ];
  const script = () => new Promise((arrived) => {
    const element = document.createElement('script');
    element.src = 'packed/bilateral.js';
    element.onload = arrived;
    document.head.append(element);
  });
  Promise.all(asked.has('slim') ? slim.map((file) => file()) : [script()]).then(drawn);
  return {};
});
