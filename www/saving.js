// Whether files can be saved from here.

/** Whether the browser saves files from here; none where no page can know it. */
export function saves() {
  try {
    const sandbox = window.frameElement?.getAttribute('sandbox');
    if (typeof sandbox === 'string') return sandbox.split(/\s+/).includes('allow-downloads');
  } catch {
    // A frame of another origin tells nothing, and is no sandbox for that.
  }
  // A sandbox without an origin does not tell what it allows. Files have none either.
  return self.origin !== 'null' || (location.protocol === 'file:' && self === top) || undefined;
}
