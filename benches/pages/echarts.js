// ECharts, of which only what this figure needs is taken: the events are labelled mark lines.

import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { HEIGHT, WIDTH, mouse, run } from './clock.js';

use([LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

run((place, { times, series, events, daily }, drawn) => {
  const chart = init(place, null, { width: WIDTH, height: HEIGHT });
  const rules = events.map(({ at, title }) => ({ xAxis: Number(at), label: { formatter: title } }));
  const once = () => {
    chart.off('finished', once);
    drawn();
  };
  chart.on('finished', once);
  chart.setOption({
    animation: false,
    legend: {},
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'time' },
    yAxis: { type: 'value' },
    series: series.map(({ name, color, values }, n) => ({
      type: 'line',
      name,
      color,
      showSymbol: !daily,
      sampling: daily ? 'minmax' : undefined,
      data: values.map((value, i) => [times[i], value]),
      markLine: n === 0 ? { symbol: 'none', animation: false, data: rules } : undefined,
    })),
  });
  return {
    redraw: (i) => chart.resize({ width: WIDTH, height: HEIGHT + (i % 2) }),
    hover: (i) => mouse(place.querySelector('canvas'), 'mousemove', i),
  };
});
