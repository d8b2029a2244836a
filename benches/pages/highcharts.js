// Highcharts with the features that Bilateral has: said aloud, exported, and a lane of events.

import Highcharts from 'highcharts/esm/highcharts.js';
import 'highcharts/esm/modules/accessibility.js';
import 'highcharts/esm/modules/exporting.js';
import 'highcharts/esm/modules/export-data.js';
import 'highcharts/esm/modules/annotations.js';
import 'highcharts/esm/modules/timeline.js';
import { HEIGHT, WIDTH, mouse, run } from './clock.js';

run((place, { times, series, events, daily }, drawn) => {
  const lines = series.map(({ name, color, values }) => ({
    type: 'line',
    name,
    color,
    marker: { enabled: !daily },
    turboThreshold: 0,
    data: values.map((value, i) => [times[i], value]),
  }));
  const lane = { type: 'timeline', yAxis: 1, showInLegend: false, data: events.map(({ at, title }) => ({ x: Number(at), name: title })) };
  const chart = Highcharts.chart(place, {
    chart: { width: WIDTH, height: HEIGHT, animation: false },
    title: { text: 'Exports by partner' },
    accessibility: { enabled: true },
    annotations: [{ labels: [{ point: { x: times.at(-1), y: series[0].values.at(-1), xAxis: 0, yAxis: 0 }, text: 'The last value' }] }],
    xAxis: { type: 'datetime' },
    yAxis: [{ height: '60%', title: { text: 'Million USD' } }, { top: '65%', height: '35%', offset: 0, visible: false }],
    plotOptions: { series: { animation: false } },
    series: [...lines, lane],
  });
  drawn();
  return {
    redraw: (i) => chart.setSize(WIDTH, HEIGHT + (i % 2), false),
    hover: (i) => mouse(chart.container, 'mousemove', i),
  };
});
