<?php
/**
 * Installs WordPress in the folder that it is run in, with the plugin, and writes one post a case and
 * role. Takes the cases' contents as JSON on standard input; prints the posts' ids as JSON.
 *
 * @package bilateral
 */

// phpcs:disable -- not part of the plugin.
declare( strict_types = 1 );
error_reporting( E_ALL & ~E_DEPRECATED );
$_SERVER['HTTP_HOST']   = getenv( 'BILATERAL_HOST_PORT' );
$_SERVER['REQUEST_URI'] = '/';
define( 'WP_INSTALLING', true );

/** No mail is sent from a test. */
function wp_mail() {
	return true;
}

ob_start();
require getcwd() . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
wp_install( 'A site', 'admin', 'admin@example.org', false, '', 'secret' );
$failed = activate_plugin( 'bilateral/bilateral.php' );
if ( is_wp_error( $failed ) ) {
	fwrite( STDERR, $failed->get_error_message() . "\n" );
	exit( 1 );
}
// What the plugin would have registered had it been there when this process began.
Bilateral\register();

$cases = json_decode( stream_get_contents( STDIN ), true, 8, JSON_THROW_ON_ERROR );
$ids   = array();
foreach ( array( 'administrator', 'author' ) as $role ) {
	$user = wp_insert_user( array( 'user_login' => $role, 'user_pass' => 'secret', 'role' => $role, 'user_email' => "$role@example.org" ) );
	wp_set_current_user( $user );
	kses_init();
	foreach ( $cases as $name => $content ) {
		$id = wp_insert_post( wp_slash( array( 'post_title' => $name, 'post_content' => $content, 'post_status' => 'publish', 'post_author' => $user ) ), true );
		if ( is_wp_error( $id ) ) {
			fwrite( STDERR, $id->get_error_message() . "\n" );
			exit( 1 );
		}
		$ids[ $role ][ $name ] = $id;
	}
}
ob_end_clean();
echo json_encode( array( 'version' => $GLOBALS['wp_version'], 'ids' => $ids ) );
