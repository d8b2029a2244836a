// Notes what is drawn on canvases, where every text is as wide as the document's `data-widths` say:
// { regular: { "A": 0.64, … }, bold: { … } }, in em, of characters that are not 1 wide.
//
// One line a call, in sixteenths of a pixel but for text; a ground drawn from the corner begins anew.

window.recorded = [];

{
  const canvas = CanvasRenderingContext2D.prototype;
  const plain = { ...Object.getOwnPropertyDescriptors(canvas) };
  const STEPS = 16;
  /** @type {WeakMap<CanvasRenderingContext2D, {points: string[], arc?: string}>} */
  const paths = new WeakMap();
  let widths;

  const steps = (/** @type {number[]} */ lengths, scale) => lengths.map((length) => length * scale * STEPS);
  const patch = (name, note) => {
    const call = plain[name].value;
    canvas[name] = function (...all) {
      note.apply(this, all);
      return call.apply(this, all);
    };
  };
  const scale = (context) => context.getTransform().a;

  canvas.measureText = function (text) {
    widths ??= JSON.parse(document.documentElement.dataset.widths);
    const size = Number(/([\d.]+)px/.exec(this.font)[1]);
    const table = /bold|[6-9]00/.test(this.font) ? widths.bold : widths.regular;
    let em = 0;
    for (const character of text) em += table[character] ?? 1;
    return { width: em * size, actualBoundingBoxAscent: 0 };
  };
  patch('fillRect', function (x, y, width, height) {
    if (x === 0 && y === 0) window.recorded = [];
    recorded.push(`rect ${steps([x, y, width, height], scale(this)).join(' ')} ${this.fillStyle}`);
  });
  patch('beginPath', function () {
    paths.set(this, { points: [] });
  });
  for (const name of ['moveTo', 'lineTo']) {
    patch(name, function (x, y) {
      paths.get(this).points.push(steps([x, y], scale(this)).join(','));
    });
  }
  patch('arc', function (x, y, radius) {
    paths.get(this).arc = steps([x, y, radius], scale(this)).join(' ');
  });
  patch('fill', function () {
    const { arc, points } = paths.get(this);
    recorded.push(arc ? `disc ${arc} ${this.fillStyle}` : `fill ${points.join(' ')} ${this.fillStyle}`);
  });
  patch('stroke', function () {
    const { arc, points } = paths.get(this);
    const [width] = steps([this.lineWidth], scale(this));
    recorded.push(`${arc ? `ring ${arc}` : `stroke ${points.join(' ')}`} ${width} ${this.strokeStyle}`);
  });
  patch('fillText', function (text, x, y) {
    const { a, e, f } = this.getTransform();
    const size = Number(/([\d.]+)px/.exec(this.font)[1]);
    const weight = /bold|[6-9]00/.test(this.font) ? 'bold' : 'regular';
    const at = `${e + x * a} ${f + y * a}`;
    recorded.push(`text ${at} ${this.textAlign} ${size} ${weight} ${this.fillStyle} ${text}`);
  });
}
