// The block in the editor: choices in the sidebar, the server's figure as preview. No build step.

(({ blocks, blockEditor, components, element, serverSideRender }) => {
  const h = element.createElement;
  const choices = {
    view: ['story', 'trade', 'events', 'sectors', 'table'],
    measure: ['turnover', 'exports', 'imports', 'agreements'],
    scale: ['linear', 'log', 'indexed'],
    compare: ['', 'reporters'],
    lang: ['', 'en', 'az', 'ru', 'kk', 'tg'],
    theme: ['auto', 'light', 'dark'],
    controls: ['on', 'off'],
  };
  const texts = ['partners', 'from', 'to', 'height', 'title'];

  const edit = ({ attributes, setAttributes }) => {
    const field = (name) => ({
      key: name,
      label: name,
      value: attributes[name] ?? choices[name]?.[0] ?? '',
      onChange: (value) => setAttributes({ [name]: value || undefined }),
    });
    const selects = Object.entries(choices).map(([name, values]) =>
      h(components.SelectControl, { ...field(name), options: values.map((value) => ({ value, label: value || '—' })) }));
    const inputs = texts.map((name) => h(components.TextControl, field(name)));
    return h(
      'div',
      blockEditor.useBlockProps(),
      h(blockEditor.InspectorControls, {}, h(components.PanelBody, { title: 'Chart' }, ...selects, ...inputs)),
      h(components.Disabled, {}, h(serverSideRender, { block: 'bilateral/chart', attributes })),
    );
  };

  blocks.registerBlockType('bilateral/chart', {
    apiVersion: 2, title: 'Bilateral chart', category: 'embed', icon: 'chart-line', edit, save: () => null,
  });
})(window.wp);
