// The dataset that `bilateral pack` put into a module, as a section that no engine reads.

import { embed } from '#glue';

/**
 * Hands it to the module; does nothing where the module has its own alone.
 * @param {WebAssembly.Module} module
 */
export function adopt(module) {
  const [dataset] = WebAssembly.Module.customSections(module, 'dataset');
  if (dataset) embed(new Uint8Array(dataset));
}
