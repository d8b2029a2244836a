// The block in WordPress's own editor, as an administrator uses it: found, set, seen, saved, opened again.

import { setTimeout as sleep } from 'node:timers/promises';

/** In the page, once the editor stands: inserts the block and saves the post. */
const INSERT = `
  const done = arguments[arguments.length - 1];
  const { data, blocks } = wp;
  (async () => {
    const offered = data.select('core/block-editor').getInserterItems().some(({ name }) => name === 'bilateral/chart');
    const block = blocks.createBlock('bilateral/chart', { lang: 'az' });
    data.dispatch('core/block-editor').insertBlocks(block);
    data.dispatch('core/block-editor').selectBlock(block.clientId);
    data.dispatch('core/edit-post').openGeneralSidebar('edit-post/block');
    return offered;
  })().then(done, (error) => done(String(error)));`;

/** Chooses a view in the sidebar, as a hand does; what is chosen before the editor listens is lost. */
const CHOOSE = `
  if (wp.data.select('core/block-editor').getSelectedBlock()?.attributes.view === 'trade') return true;
  const select = [...document.querySelectorAll('.block-editor-block-inspector select')]
    .find((one) => [...one.options].some(({ value }) => value === 'trade'));
  if (!select) return false;
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(select, 'trade');
  select.dispatchEvent(new Event('change', { bubbles: true }));
  return false;`;

/** Whether the editor shows the figure of a view; else what it shows. @param {string} view */
const preview = (view) => `
  const canvas = document.querySelector('iframe[name="editor-canvas"]')?.contentDocument ?? document;
  const image = canvas.querySelector('[data-type="bilateral/chart"] img');
  const seen = image?.complete && image.naturalWidth > 10 && image.src.endsWith('/static/${view}.az.png');
  return seen || (canvas.querySelector('[data-type="bilateral/chart"]') ?? canvas.body).innerHTML.slice(0, 600);`;

const SAVE = `
  const done = arguments[arguments.length - 1];
  const { data } = wp;
  data.dispatch('core/editor').editPost({ title: 'A post', status: 'publish' });
  data.dispatch('core/editor').savePost().then(() => {
    const post = data.select('core/editor').getCurrentPost();
    done({ id: post.id, status: post.status, content: data.select('core/editor').getEditedPostContent() });
  }, (error) => done({ error: String(error) }));`;

const STANDS = "return typeof wp === 'object' && wp.data?.select('core/editor')?.getCurrentPostId?.() > 0 && wp.blocks.getBlockType('bilateral/chart') !== undefined;";
const VALID = "return wp.data.select('core/block-editor').getBlocks().map(({ name, isValid, attributes }) => [name, isValid, attributes.view, attributes.lang]);";
const LOGIN = `
  document.getElementById('user_login').value = 'administrator';
  document.getElementById('user_pass').value = 'secret';
  document.getElementById('wp-submit').click();`;

const CONTENT = '<!-- wp:bilateral/chart {"view":"trade","lang":"az"} /-->';

/**
 * Writes a post with the block; answers what was not as it should be.
 * @param {Chromium} browser
 * @param {string} address of the site
 * @returns {Promise<string[]>}
 */
export async function written(browser, address) {
  const go = (path) => browser.call('POST', '/url', { url: address + path });
  const run = (script) => browser.call('POST', '/execute/sync', { script, args: [] });
  const later = (script) => browser.call('POST', '/execute/async', { script, args: [] });
  const until = async (what, script, accept = (value) => value === true) => {
    let found;
    for (let tries = 0; tries < 150; tries++) {
      found = await run(script);
      if (accept(found)) return;
      await sleep(200);
    }
    throw new Error(`not so: ${what}: ${JSON.stringify(found)}`);
  };
  try {
    await go('/wp-login.php');
    await run(LOGIN);
    await until('logged in', "return location.pathname.startsWith('/wp-admin');");
    await go('/wp-admin/post-new.php');
    await until('the editor stands and knows the block', STANDS);
    const offered = await later(INSERT);
    if (offered !== true) throw new Error(`the inserter does not offer the block: ${offered}`);
    // The editor forgets what is chosen while its first preview is on the way.
    await until('the preview is the default figure', preview('story'));
    await until('the sidebar has a choice of views', CHOOSE);
    await until('the preview is the chosen figure', preview('trade'));
    const saved = await later(SAVE);
    if (saved.content !== CONTENT || saved.status !== 'publish') throw new Error(`saved ${JSON.stringify(saved)}`);
    await go(`/wp-admin/post.php?post=${saved.id}&action=edit`);
    await until('the editor takes what it saved', VALID, (found) => JSON.stringify(found) === '[["bilateral/chart",true,"trade","az"]]');
    // Whoever leaves the editor may be asked.
    await browser.call('POST', '/execute/sync', { script: 'window.onbeforeunload = null;', args: [] });
    const [chart] = await browser.charts(`${address}/?p=${saved.id}`);
    if (!chart?.drawn || chart.view !== 'trade') throw new Error(`the post shows ${JSON.stringify(chart)}`);
    return [];
  } catch (error) {
    return [error.message];
  }
}
