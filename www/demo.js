// The demo's own controls: they set attributes on every chart, as any page would.

const form = /** @type {HTMLFormElement} */ (document.getElementById('choices'));
const told = document.getElementById('told');

form.addEventListener('change', () => {
  const choices = new FormData(form);
  const [lang, theme, width] = ['lang', 'theme', 'width'].map((name) => String(choices.get(name)));
  document.body.dataset.theme = theme;
  for (const section of document.querySelectorAll('section')) {
    section.style.maxWidth = width ? `${width}px` : '';
  }
  for (const chart of document.querySelectorAll('bilateral-chart')) {
    chart.setAttribute('lang', lang);
    chart.setAttribute('theme', theme);
  }
});

for (const type of ['ready', 'select', 'change', 'error']) {
  document.addEventListener(`bilateral-${type}`, (event) => {
    const { detail } = /** @type {CustomEvent} */ (event);
    if (told) told.textContent = `bilateral-${type} ${JSON.stringify(detail)}`;
  });
}
