// Unpacks what the page carries, and runs the script that is in it: its hash stands in the policy, so
// nothing else could run.

import { XzReadableStream } from 'xz-decompress';

const carried = document.getElementById('carried');

/** Z85 (rfc.zeromq.org/spec/32): five letters for four bytes. @param {string} text */
function decode(text) {
  const letters = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#';
  const digits = new Uint8Array(128);
  for (let at = 0; at < letters.length; at++) digits[letters.charCodeAt(at)] = at;
  const view = new DataView(new ArrayBuffer(text.length / 5 * 4));
  for (let at = 0; at < text.length; at += 5) {
    let number = 0;
    for (let place = at; place < at + 5; place++) number = number * 85 + digits[text.charCodeAt(place)];
    view.setUint32(at / 5 * 4, number);
  }
  return view.buffer;
}

async function unpack() {
  const bytes = decode(carried?.textContent?.trim() ?? '');
  const stream = new XzReadableStream(new Blob([bytes]).stream());
  const whole = new Uint8Array(await new Response(stream).arrayBuffer());
  // The first line lists the names and sizes of what follows.
  const end = whole.indexOf(10);
  /** @type {[string, number][]} */
  const list = JSON.parse(new TextDecoder().decode(whole.subarray(0, end)));
  const parts = new Map();
  let at = end + 1;
  for (const [name, size] of list) {
    parts.set(name, whole.subarray(at, at + size));
    at += size;
  }
  return parts;
}

unpack().then((parts) => {
  /** @type {any} */ (globalThis).bilateralParts = parts;
  const script = document.createElement('script');
  script.textContent = new TextDecoder().decode(parts.get('builder.js'));
  document.body.append(script);
}, (error) => {
  const packed = document.getElementById('packed');
  if (!packed) return;
  packed.append(String(error));
  packed.hidden = false;
});
