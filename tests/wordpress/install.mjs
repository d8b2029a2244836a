// A real WordPress for the suite: from an npm package, on PHP's own server with SQLite.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const PACKAGE = '@wp-playground/wordpress-builds@0.9.19';
/** The newest that is out and the one before, as the package has them. */
export const BUILDS = ['wp-6.5', 'wp-beta'];

/** The repository. */
export const root = resolve(process.argv[2]);
const store = join(root, 'target/wordpress');
const run = (cwd, program, ...given) => execFileSync(program, given, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

/** The folder with the builds, fetched once. */
export function builds() {
  const done = join(store, 'package');
  if (existsSync(done)) return done;
  const part = join(store, 'part');
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  console.log(`    fetching ${PACKAGE}`);
  // Its name alone: a list of the package's files would overflow the pipe.
  const filename = run(part, 'npm', 'pack', '--silent', PACKAGE).trim();
  run(part, 'tar', 'xzf', filename);
  renameSync(join(part, 'package'), done);
  rmSync(part, { recursive: true });
  return done;
}

/**
 * A fresh WordPress of one build, with pkg/ as the plugin's folder.
 * @param {string} from what `builds` answers
 * @param {string} build one of BUILDS
 * @param {string} address its own
 * @param {string} trusted the folder of charts that BILATERAL_HOST names
 */
export function unpack(from, build, address, trusted) {
  const folder = join(store, build);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run(folder, 'unzip', '-q', join(from, 'src/wordpress', `${build}.zip`));
  const inner = join(folder, 'wordpress');
  const site = existsSync(join(inner, 'wp-load.php')) ? inner : folder;
  // The archive leaves out what a browser loads of the editor and of the themes.
  run(folder, 'cp', '-r', `${join(from, 'public', build)}/.`, site);
  const plugins = join(site, 'wp-content/plugins');
  mkdirSync(plugins, { recursive: true });
  run(plugins, 'unzip', '-q', join(from, 'src/sqlite-database-integration/sqlite-database-integration.zip'));
  const sqlite = ['sqlite-database-integration', 'sqlite-database-integration-main'].map((name) => join(plugins, name)).find(existsSync);
  const dropIn = readFileSync(join(sqlite, 'db.copy'), 'utf8')
    .replaceAll('{SQLITE_IMPLEMENTATION_FOLDER_PATH}', sqlite)
    .replaceAll('{SQLITE_PLUGIN}', 'sqlite-database-integration/load.php');
  writeFileSync(join(site, 'wp-content/db.php'), dropIn);
  // The builds bring a database that has a site in it already.
  rmSync(join(site, 'wp-content/database'), { recursive: true, force: true });
  mkdirSync(join(site, 'wp-content/database'));
  const keys = ['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'];
  const settings = {
    ...Object.fromEntries(keys.map((key) => [key, key])),
    DB_NAME: 'wordpress', DB_USER: '', DB_PASSWORD: '', DB_HOST: '', DB_CHARSET: 'utf8mb4', DB_COLLATE: '',
    WP_HOME: address, WP_SITEURL: address, BILATERAL_HOST: trusted,
  };
  const lines = Object.entries(settings).map(([name, value]) => `define( '${name}', '${value}' );`);
  // No request leaves this machine; one that the plugin made would be refused and seen.
  const flags = ['WP_HTTP_BLOCK_EXTERNAL', 'DISABLE_WP_CRON', 'WP_DEBUG', 'WP_DEBUG_LOG'].map((name) => `define( '${name}', true );`);
  writeFileSync(join(site, 'wp-config.php'), `<?php
${[...lines, ...flags].join('\n')}
define( 'WP_DEBUG_DISPLAY', false );
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) { define( 'ABSPATH', __DIR__ . '/' ); }
require_once ABSPATH . 'wp-settings.php';
`);
  // To WordPress another host is one that is not on this machine, at one of three ports.
  mkdirSync(join(site, 'wp-content/mu-plugins'), { recursive: true });
  writeFileSync(join(site, 'wp-content/mu-plugins/near.php'), `<?php
add_filter( 'http_request_host_is_external', '__return_true' );
add_filter( 'http_allowed_safe_ports', fn( $ports ) => array_merge( $ports, array( ${new URL(trusted).port} ) ) );
`);
  cpSync(join(root, 'pkg'), join(plugins, 'bilateral'), { recursive: true });
  return site;
}
