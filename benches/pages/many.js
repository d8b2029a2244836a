// As many dated events as the driver asks for, in the form that `load()` takes.

window.many = (count) => {
  const text = (word) => ({ en: word });
  const partner = (code, name) => ({ code, name: text(name), with: text(`with ${name}`), by: text(`by ${name}`) });
  return {
    format: 'bilateral/1',
    meta: { name: 'many', title: 'Many events', version: '1.0.0', created: '2026-01-01T00:00:00Z', reporting: 'AZ', license: 'CC0-1.0' },
    sources: [{ id: 's1', kind: 'publication', publisher: 'A paper', title: 'A report', published: '2026-01-01', published_basis: 'stated', url: 'https://example.org/' }],
    partners: [partner('AZ', 'Azerbaijan'), partner('KZ', 'Kazakhstan')],
    figures: [],
    events: Array.from({ length: count }, (_, i) => ({
      id: `e${i}`,
      partner: 'KZ',
      citations: [{ source: 's1' }],
      certainty: 'stated',
      kind: ['visit', 'treaty', 'council'][i % 3],
      date: new Date(Date.UTC(1995, 0, 1 + ((i * 7919) % 11000))).toISOString().slice(0, 10),
      date_basis: 'stated',
      status: 'done',
      title: text(`Talks, round ${i}`),
    })),
    projects: [],
    sectors: [],
    people: [],
    conflicts: [],
  };
};
