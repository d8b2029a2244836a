// A dataset of the page's, by its address.

/** @param {string} src */
export async function fetched(src) {
  const response = await fetch(src);
  if (!response.ok) throw new Error(`${src} answered ${response.status}`);
  return response.json();
}
