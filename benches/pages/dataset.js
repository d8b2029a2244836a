// The figure as a dataset of Bilateral's.

const day = (time) => new Date(time).toISOString().slice(0, 10);

export const dataset = ({ daily, times, series, events }) => ({
  format: 'bilateral/1',
  meta: { name: 'figure', title: 'The figure that all draw', created: '2026-01-01', reporting: 'FR', default_source: 'An office' },
  figures: series.flatMap(({ code, values }) => values.map((value, i) => ({
    partner: code,
    measure: 'exports',
    value: value * 1_000_000,
    unit: 'USD',
    period: day(times[i]).slice(0, daily ? 10 : 4),
    reporter: 'FR',
  }))),
  events: events.map(({ at, title, partner, kind }) => ({
    partner, kind, date: day(at), title: { en: title },
  })),
});
