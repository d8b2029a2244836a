// vis-timeline with the events as labelled boxes.

const items = series.events.map(({ at, title }, id) => ({ id, content: title, start: at }));
const timeline = new vis.Timeline(document.getElementById('chart'), items, { width: '800px', height: '480px' });
let stands = false;
timeline.on('changed', () => {
  if (stands) return;
  stands = true;
  drawn();
});
