// Copies a text, also where the clipboard is out of reach: then it is selected for the reader.

/**
 * @param {HTMLElement} node its text is copied
 * @returns {Promise<boolean>} whether the clipboard has it; if not, it is selected
 */
export async function copy(node) {
  try {
    await navigator.clipboard.writeText(node.textContent ?? '');
    return true;
  } catch {
    getSelection()?.selectAllChildren(node);
    return document.execCommand('copy');
  }
}
