// uPlot with three series, and the events as labelled rules drawn by a hook.

const marks = (plot) => {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.strokeStyle = '#999';
  ctx.fillStyle = '#333';
  ctx.font = '11px sans-serif';
  series.events.forEach(({ at, title }, i) => {
    const x = Math.round(plot.valToPos(at / 1000, 'x', true)) + 0.5;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.fillText(title, x + 3, bbox.top + 12 + (i % 20) * 12);
  });
  ctx.restore();
};

const data = [series.years, ...series.values];
const plot = new uPlot({
  width: 800,
  height: 480,
  series: [{}, ...['#b5502b', '#1b6fa8', '#3d7a3a'].map((stroke, i) => ({ label: `Series ${i}`, stroke }))],
  hooks: { draw: [marks], ready: [drawn] },
}, data, document.getElementById('chart'));

clock.redraw = (i) => plot.setSize({ width: 800, height: 480 + (i % 2) });
clock.hover = (i) => {
  const { left, top } = plot.over.getBoundingClientRect();
  plot.over.dispatchEvent(new MouseEvent('mousemove', {
    bubbles: true, clientX: left + 20 + ((i * 13) % 700), clientY: top + 100,
  }));
};
