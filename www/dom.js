// Small makers of DOM nodes; text is only ever set as text.

/**
 * Ours alone: what scripts of the page have put on `Object.prototype` is no option and no fact of ours.
 * @template const Value
 * @param {Value} value
 * @returns {Value}
 */
export const own = (value) => Object.assign(Object.create(null), value);

/** What the widget has written. @param {string} text */
export const parse = (text) =>
  JSON.parse(text, (_, value) => (value && typeof value === 'object' && !Array.isArray(value) ? own(value) : value));

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | boolean | undefined>} [attributes] true sets an empty attribute
 * @param {...(Node | string | undefined)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(node, name, value);
  for (const child of children) if (child !== undefined) node.append(child);
  return node;
}

/**
 * Sets or removes an attribute, and leaves one alone that has the value already.
 * @param {Element} node
 * @param {string} name
 * @param {string | boolean | undefined} value
 */
export function set(node, name, value) {
  const text = value === true ? '' : value;
  if (text === undefined || text === false) node.removeAttribute(name);
  else if (node.getAttribute(name) !== text) node.setAttribute(name, text);
}

/**
 * @param {Node} node
 * @param {string} text
 */
export function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Makes one child for each item and reuses the children that are there, so that focus stays.
 * @template Item
 * @template {HTMLElement} Child
 * @param {HTMLElement} parent
 * @param {Item[]} items
 * @param {(index: number) => Child} make
 * @param {(child: Child, item: Item) => void} fill
 */
export function each(parent, items, make, fill) {
  while (parent.children.length > items.length) parent.lastElementChild?.remove();
  items.forEach((item, index) => {
    const child = /** @type {Child} */ (parent.children[index] ?? parent.appendChild(make(index)));
    fill(child, item);
  });
  parent.hidden = items.length === 0;
}

/**
 * Puts children in place of those that are there; the focus stays on the button in the same place.
 * @param {HTMLElement} region
 * @param {...(Node | undefined)} children
 */
export function renew(region, ...children) {
  const root = /** @type {ShadowRoot | Document} */ (region.getRootNode());
  const buttons = () => [...region.querySelectorAll('button')];
  const held = buttons().findIndex((button) => button === root.activeElement);
  region.replaceChildren(...children.filter((child) => child !== undefined));
  if (held >= 0) buttons()[held]?.focus();
}

/** A button with a name. @param {string} name @param {() => void} act */
export function button(name, act) {
  const node = h('button', { type: 'button' }, name);
  node.addEventListener('click', act);
  return node;
}
