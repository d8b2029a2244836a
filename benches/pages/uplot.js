// uPlot; the events are labelled rules, drawn by a hook.

import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { HEIGHT, WIDTH, mouse, run } from './clock.js';

const marks = (events) => (plot) => {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.strokeStyle = '#999';
  ctx.fillStyle = '#333';
  ctx.font = '11px sans-serif';
  events.forEach(({ at, title }, i) => {
    const x = Math.round(plot.valToPos(at / 1000, 'x', true)) + 0.5;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.fillText(title, x + 3, bbox.top + 12 + (i % 20) * 12);
  });
  ctx.restore();
};

run((place, { times, series, events }, drawn) => {
  const data = [times.map((time) => time / 1000), ...series.map(({ values }) => values)];
  const lines = series.map(({ name, color }) => ({ label: name, stroke: color }));
  const hooks = { draw: [marks(events)], ready: [drawn] };
  const plot = new uPlot({ width: WIDTH, height: HEIGHT, series: [{}, ...lines], hooks }, data, place);
  return {
    redraw: (i) => plot.setSize({ width: WIDTH, height: HEIGHT + (i % 2) }),
    hover: (i) => mouse(plot.over, 'mousemove', i),
  };
});
