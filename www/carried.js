// The module that the bundle carries inside: gzip in base64, so that no second file is loaded.

import packed from '#packed';

/** The module's bytes. */
export async function carried() {
  const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
