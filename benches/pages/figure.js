// The figure that every chart here draws: values by partner over time, and dated events.

const DAY = 86_400_000;
const CODES = ['DE', 'IT', 'ES', 'NO', 'SE', 'FI', 'DK', 'PL', 'CZ', 'AT', 'CH', 'BE', 'NL', 'PT', 'IE', 'GR'];
const NAMES = new Intl.DisplayNames('en', { type: 'region' });
const COLORS = ['#b5502b', '#1b6fa8', '#3d7a3a', '#7a3a78', '#8a6d1d', '#1d8a84', '#555555', '#a83232'];

/** Up to a hundred values of a partner are years, more are days; the last is of 2024 in any case. */
export const figure = ({ points = 90, partners = 3, events = 30 } = {}) => {
  const each = Math.floor(points / partners);
  const daily = each > 100;
  const time = (i) => (daily ? Date.UTC(2024, 11, 31) - (each - 1 - i) * DAY : Date.UTC(2025 - each + i, 0, 1));
  const times = Array.from({ length: each }, (_, i) => time(i));
  const [first, last] = [times[0], Date.UTC(2024, 11, 31)];
  return {
    daily,
    times,
    series: CODES.slice(0, partners).map((code, n) => ({
      code,
      name: NAMES.of(code),
      color: COLORS[n % COLORS.length],
      values: times.map((_, i) => Math.round(1000 * (3 + n + Math.sin(i * (n + 3)) + i / each))),
    })),
    events: Array.from({ length: events }, (_, i) => ({
      at: new Date(first + Math.floor(((i + 0.5) / events) * ((last - first) / DAY)) * DAY),
      title: `Visit and talks, number ${i + 1}`,
      partner: CODES[i % partners],
      kind: ['visit', 'treaty', 'council'][i % 3],
    })),
  };
};
