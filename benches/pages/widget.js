// The element at the size of its rivals; the address names the view.

const chart = document.createElement('bilateral-chart');
chart.setAttribute('view', new URLSearchParams(location.search).get('view') ?? 'story');
chart.setAttribute('height', '480');
chart.style.width = '800px';
chart.addEventListener('bilateral-ready', drawn);
document.getElementById('place').append(chart);

clock.redraw = (i) => chart.setAttribute('height', String(480 + (i % 2)));
clock.hover = (i) => {
  const canvas = chart.shadowRoot.querySelector('canvas');
  const { left, top } = canvas.getBoundingClientRect();
  canvas.dispatchEvent(new PointerEvent('pointermove', {
    bubbles: true, composed: true, pointerType: 'mouse',
    clientX: left + 20 + ((i * 13) % 700), clientY: top + 100,
  }));
};
