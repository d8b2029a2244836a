// A floor: the figure drawn on a canvas by hand, with nothing a library would bring.

import { HEIGHT, WIDTH, mouse, run } from './clock.js';

const [LEFT, TOP, RIGHT, BOTTOM] = [50, 10, 10, 30];

const canvas = (place) => {
  const made = document.createElement('canvas');
  made.width = WIDTH;
  made.height = HEIGHT;
  place.append(made);
  return made;
};

run((place, { times, series, events }, drawn) => {
  const [first, last] = [times[0], times.at(-1)];
  const most = series.reduce((most, { values }) => values.reduce((a, b) => Math.max(a, b), most), 0);
  const [plot, over] = [canvas(place), canvas(place)];
  place.style.position = 'relative';
  over.style.cssText = 'position: absolute; left: 0; top: 0';
  const x = (time) => LEFT + ((time - first) / (last - first)) * (WIDTH - LEFT - RIGHT);
  const y = (value) => plot.height - BOTTOM - (value / most) * (plot.height - TOP - BOTTOM);
  // Of many values the least and the most of each column of pixels are all that is seen.
  const columns = (pen, values) => {
    const width = WIDTH - LEFT - RIGHT;
    for (let column = 0; column < width; column++) {
      const [from, to] = [column, column + 1].map((at) => Math.floor((at / width) * values.length));
      let [least, most] = [values[from], values[from]];
      for (let i = from + 1; i < to; i++) {
        if (values[i] < least) least = values[i];
        if (values[i] > most) most = values[i];
      }
      pen.lineTo(LEFT + column, y(least));
      pen.lineTo(LEFT + column, y(most));
    }
  };
  const draw = (height) => {
    plot.height = height;
    const pen = plot.getContext('2d');
    pen.font = '11px sans-serif';
    for (let i = 0; i <= 5; i++) {
      pen.fillText(Math.round((most * i) / 5).toLocaleString('en'), 2, y((most * i) / 5));
      pen.fillText(new Date(first + ((last - first) * i) / 5).getUTCFullYear(), x(first + ((last - first) * i) / 5), height - 8);
    }
    pen.strokeStyle = '#999';
    events.forEach(({ at, title }, i) => {
      pen.beginPath();
      pen.moveTo(x(at), TOP);
      pen.lineTo(x(at), height - BOTTOM);
      pen.stroke();
      pen.fillText(title, x(at) + 3, TOP + 12 + (i % 20) * 12);
    });
    for (const { color, values } of series) {
      pen.strokeStyle = color;
      pen.beginPath();
      if (values.length > 4 * WIDTH) columns(pen, values);
      else values.forEach((value, i) => pen.lineTo(x(times[i]), y(value)));
      pen.stroke();
    }
  };
  over.addEventListener('mousemove', ({ offsetX }) => {
    const near = Math.round(((offsetX - LEFT) / (WIDTH - LEFT - RIGHT)) * (times.length - 1));
    const pen = over.getContext('2d');
    pen.clearRect(0, 0, WIDTH, HEIGHT);
    for (const { name, values } of series) {
      pen.beginPath();
      pen.arc(x(times[near]), y(values[near]), 5, 0, 7);
      pen.stroke();
      pen.fillText(`${name} ${values[near]}`, x(times[near]) + 8, y(values[near]));
    }
  });
  draw(HEIGHT);
  drawn();
  return { redraw: (i) => draw(HEIGHT + (i % 2)), hover: (i) => mouse(over, 'mousemove', i) };
});
