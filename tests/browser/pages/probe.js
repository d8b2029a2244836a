// Before all else on a page: notes what goes wrong, what is told, and the widget's memory.

window.probe = { problems: [], told: [], modules: 0, memory: undefined };

for (const level of ['error', 'warn']) {
  const plain = console[level];
  console[level] = (...words) => {
    probe.problems.push(`console.${level}: ${words.join(' ')}`);
    plain.apply(console, words);
  };
}
addEventListener('error', (event) => probe.problems.push(`error: ${event.message}`), true);
addEventListener('unhandledrejection', (event) => probe.problems.push(`rejected: ${event.reason}`));
addEventListener('securitypolicyviolation', (event) => {
  probe.problems.push(`policy: ${event.effectiveDirective} ${event.blockedURI}`);
});
for (const type of ['ready', 'select', 'change', 'error', 'height']) {
  addEventListener(`bilateral-${type}`, ({ detail }) => probe.told.push([type, detail]));
}

for (const way of ['instantiate', 'instantiateStreaming']) {
  const plain = WebAssembly[way];
  WebAssembly[way] = async (...all) => {
    const result = await plain.apply(WebAssembly, all);
    const memory = (result.instance ?? result).exports.memory;
    if (memory) {
      probe.modules += 1;
      probe.memory = memory;
    }
    return result;
  };
}
