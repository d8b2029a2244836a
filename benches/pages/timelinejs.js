// TimelineJS with the events as slides.

const place = document.getElementById('chart');
place.style.width = '800px';
place.style.height = '480px';
const timeline = new TL.Timeline(place, {
  events: series.events.map(({ at, title }) => ({
    start_date: { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() },
    text: { headline: title },
  })),
}, { debug: false, font: null });
timeline.on('loaded', drawn);
