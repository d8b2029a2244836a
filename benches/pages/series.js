// Three series of 30 years and 30 events: the same load for every chart that takes arrays.

window.series = {
  years: Array.from({ length: 30 }, (_, i) => Date.UTC(1995 + i, 0, 1) / 1000),
  values: [3, 5, 7].map((seed) =>
    Array.from({ length: 30 }, (_, i) => Math.round(1000 * (1 + i * seed + 9 * Math.sin(i * seed))) / 10),
  ),
  events: Array.from({ length: 30 }, (_, i) => ({
    at: new Date(Date.UTC(1995 + i, (i * 7) % 12, 1 + ((i * 11) % 27))),
    title: `Visit and talks, number ${i + 1}`,
  })),
};
