// Chart.js with the annotation plugin: the events are labelled rules.

import { Chart, Decimation, Legend, LineController, LineElement, LinearScale, PointElement, Tooltip } from 'chart.js';
import annotation from 'chartjs-plugin-annotation';
import { HEIGHT, WIDTH, mouse, run } from './clock.js';

Chart.register(LineController, LineElement, PointElement, LinearScale, Legend, Tooltip, Decimation, annotation);

const rule = ({ at, title }, i) => ({
  type: 'line',
  xMin: Number(at),
  xMax: Number(at),
  borderColor: '#999',
  borderWidth: 1,
  label: { display: true, content: title, position: 'end', yAdjust: (i % 20) * 12, font: { size: 11 } },
});

run((place, { times, series, events, daily }, drawn) => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [WIDTH, HEIGHT];
  place.append(canvas);
  const chart = new Chart(canvas, {
    type: 'line',
    data: {
      datasets: series.map(({ name, color, values }) => ({
        label: name,
        borderColor: color,
        pointRadius: daily ? 0 : 3,
        data: values.map((y, i) => ({ x: times[i], y })),
      })),
    },
    options: {
      responsive: false,
      maintainAspectRatio: false,
      animation: false,
      parsing: false,
      normalized: true,
      interaction: { mode: 'index', intersect: false },
      scales: { x: { type: 'linear', ticks: { callback: (time) => new Date(time).getUTCFullYear() } } },
      plugins: { annotation: { annotations: events.map(rule) }, decimation: { enabled: true, algorithm: 'min-max' } },
    },
  });
  drawn();
  return {
    redraw: (i) => chart.resize(WIDTH, HEIGHT + (i % 2)),
    hover: (i) => mouse(canvas, 'mousemove', i),
  };
});
