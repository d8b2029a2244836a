<?php
/**
 * What the plugin prints and registers, with small stand-ins for WordPress. Takes the plugin's file.
 *
 * @package bilateral
 */

// phpcs:disable -- stand-ins carry the names of what they stand in for.
declare( strict_types = 1 );
error_reporting( E_ALL );
set_error_handler( function ( $level, $message, $file, $line ) {
	throw new ErrorException( $message, 0, $level, $file, $line );
} );

define( 'ABSPATH', __DIR__ );
define( 'BILATERAL_HOST', 'https://other.example.org/charts/' );
$seen   = array( 'scripts' => array(), 'shortcodes' => array(), 'handlers' => array(), 'blocks' => array(), 'providers' => array(), 'actions' => array() );
$locale = 'az';

function esc_attr( $text ) { return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8', false ); }
function esc_html( $text ) { return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8', false ); }
function esc_url( $text ) { return str_replace( array( '&', "'" ), array( '&#038;', '&#039;' ), preg_replace( '/[^a-z0-9-~+_.?#=!&;,\/:%@$|*\'()\[\]]/i', '', $text ) ); }
function plugins_url( $path, $file ) { return 'https://site.example.org/wp-content/plugins/bilateral/' . ltrim( $path, '/' ); }
function get_locale() { return $GLOBALS['locale']; }
function add_action( $hook, $callback ) { $GLOBALS['seen']['actions'][ $hook ] = $callback; }
function add_filter( $hook, $callback, $priority = 10 ) { $GLOBALS['seen']['filters'][ $hook ][ $priority ] = $callback; }
function add_shortcode( $name, $callback ) { $GLOBALS['seen']['shortcodes'][ $name ] = $callback; }
function wp_embed_register_handler( $id, $regex, $callback ) { $GLOBALS['seen']['handlers'][ $id ] = array( $regex, $callback ); }
function wp_oembed_add_provider( $format, $provider, $regex = false ) { $GLOBALS['seen']['providers'][ $format ] = $provider; }
function wp_register_script( $handle, $url, $needs, $version, $args ) { $GLOBALS['seen']['scripts'][ $handle ] = $url; }
function wp_enqueue_script( $handle, $url, $needs, $version, $args ) { $GLOBALS['seen']['scripts'][ $handle ] = $url; }
function register_block_type( $name, $arguments ) { $GLOBALS['seen']['blocks'][ $name ] = $arguments; }

// The plugin looks for its figures beside itself, so it is run from a folder that has some.
$folder = sys_get_temp_dir() . '/bilateral-plugin-' . getmypid();
mkdir( "$folder/static", 0777, true );
mkdir( "$folder/oembed" );
copy( $argv[1], "$folder/bilateral.php" );
foreach ( array( 'story.az', 'trade.en' ) as $name ) {
	touch( "$folder/static/$name.png" );
	touch( "$folder/static/$name.html" );
}
file_put_contents( "$folder/oembed/trade.en.json", json_encode( array( 'title' => 'Trade "grew" & <b>fell</b>' ) ) );
require "$folder/bilateral.php";
$seen['actions']['init']();

$failed = 0;
function same( string $what, $expected, $found ) {
	if ( $expected !== $found ) {
		$GLOBALS['failed']++;
		echo "FAILED: $what\n  expected ", var_export( $expected, true ), "\n  found    ", var_export( $found, true ), "\n";
	}
}
function absent( string $what, string $needle, string $found ) {
	same( "$what: no `$needle`", false, stripos( $found, $needle ) );
}

$shortcode = $seen['shortcodes']['bilateral'];
$base      = 'https://site.example.org/wp-content/plugins/bilateral/';
$picture   = fn( $name, $alt ) => "<a href=\"{$base}static/$name.html\"><img src=\"{$base}static/$name.png\" alt=\"$alt\" loading=\"lazy\"></a>";
$figure    = fn( $attributes, $inside ) => "<figure class=\"bilateral\"><bilateral-chart$attributes>$inside</bilateral-chart></figure>";

// Without attributes WordPress hands over an empty text.
same( 'the default', $figure( '', $picture( 'story.az', 'Trade and events between countries' ) ), $shortcode( '' ) );
same( 'the script is the local one', "{$base}bilateral.js", $seen['scripts']['bilateral'] );
same(
	'what was chosen, and the name of the figure from its own file',
	$figure( ' view="trade" partners="TJ KZ" lang="en"', $picture( 'trade.en', 'Trade &quot;grew&quot; &amp; &lt;b&gt;fell&lt;/b&gt;' ) ),
	$shortcode( array( 'view' => 'trade', 'partners' => 'TJ KZ', 'lang' => 'en' ) )
);
$locale = 'de_DE';
same( 'a language without a figure leaves its name', $figure( '', 'Trade and events between countries' ), $shortcode( array() ) );
same(
	'a hostile title is text without a picture too',
	$figure( ' title="&lt;b&gt;"', '&lt;b&gt;' ),
	$shortcode( array( 'title' => '<b>' ) )
);
$locale = 'az';

$attacks = array(
	'"><script>alert(1)</script>',
	"' onmouseover='alert(1)",
	'story" onload="alert(1)',
	"story\nx",
	'../../../wp-config',
	'javascript:alert(1)',
	"\xc3\x28",
	array( 'story' ),
	7,
	null,
);
foreach ( $attacks as $attack ) {
	foreach ( array_merge( array_keys( Bilateral\rules() ), array( 'src', 'onclick', 'style', 'class', 0 ) ) as $name ) {
		if ( 'title' === $name ) {
			continue;
		}
		$found = $shortcode( array( $name => $attack ) );
		same( "attack on $name", $figure( '', $picture( 'story.az', 'Trade and events between countries' ) ), $found );
	}
	$found = $shortcode( array( 'title' => $attack ) );
	absent( 'title', '<script', $found );
	absent( 'title', "' onmouseover", $found );
	absent( 'title', '" onload', $found );
}
$quoted = '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;';
same( 'a hostile title is text', $figure( " title=\"$quoted\"", $picture( 'story.az', $quoted ) ), $shortcode( array( 'title' => $attacks[0] ) ) );

$written = $seen['filters']['the_content'][10];
foreach ( array(
	'<div class="bilateral-chart" data-view="trade"></div>'                          => true,
	'<script async src="/bilateral.js"></script><bilateral-chart></bilateral-chart>' => false,
	'A post.'                                                                        => false,
) as $content => $loads ) {
	$seen['scripts'] = array();
	same( "unchanged: $content", $content, $written( $content ) );
	same( "loads the script: $content", $loads, isset( $seen['scripts']['bilateral'] ) );
}
foreach ( array( 'the_content', 'comment_text', 'widget_block_content' ) as $place ) {
	$own = $seen['filters'][ $place ][20];
	foreach ( array(
		'<div class="bilateral-chart" data-src="https://evil.example/x.json" data-view="trade">x</div>' => '<div class="bilateral-chart" data-view="trade">x</div>',
		"<p>a</p><DIV data-view='trade' DATA-SRC = 'x>y'\nclass='a bilateral-chart b'></DIV>"       => "<p>a</p><DIV data-view='trade'\nclass='a bilateral-chart b'></DIV>",
		'<div class=bilateral-chart data-src=//evil.example/x.json></div>'                             => '<div class=bilateral-chart></div>',
		'<div/data-src="x"/class="bilateral-chart"></div>'                                             => '<div/class="bilateral-chart"></div>',
		'<div class="bilateral-chart" data-src data-title=" data-src=5 "></div>'                       => '<div class="bilateral-chart" data-title=" data-src=5 "></div>',
		'<div class="bilateral-chart" data-src="a" data-src="b"></div>'                                => '<div class="bilateral-chart"></div>',
		'<div class="lazy" data-src="x.png"></div><div class="bilateral-chart"></div>'                 => '<div class="lazy" data-src="x.png"></div><div class="bilateral-chart"></div>',
		'<div class="bilateral-chart"><img data-src="x.png"></div>'                                    => '<div class="bilateral-chart"><img data-src="x.png"></div>',
		'A post.'                                                                                      => 'A post.',
	) as $content => $kept ) {
		same( "in $place: $content", $kept, $own( $content ) );
	}
}
$shortcode( '' );
$seen['scripts']['bilateral-block'] = "{$base}block.js";

list( $regex, $handler ) = $seen['handlers']['bilateral'];
$paste = function ( $url ) use ( $regex, $handler ) {
	return preg_match( $regex, $url, $matches ) ? $handler( $matches, array(), $url, array() ) : null;
};
$trade = $figure( ' view="trade" lang="en"', $picture( 'trade.en', 'Trade &quot;grew&quot; &amp; &lt;b&gt;fell&lt;/b&gt;' ) );
same( 'a pasted page', $trade, $paste( "{$base}bilateral.html?lang=en&amp;view=trade" ) );
same( 'a pasted page over http', $trade, $paste( str_replace( 'https:', 'http:', $base ) . 'bilateral.html?lang=en&view=trade' ) );
same( 'a pasted figure', $trade, $paste( "{$base}static/trade.en.html" ) );
same( 'a hostile query', $shortcode( '' ), $paste( "{$base}bilateral.html?view[]=trade&lang=%22%3E%3Cscript%3E&onclick=x" ) );
foreach ( array( 'https://evil.example/bilateral.html', "{$base}bilateral.html.evil", "{$base}static/trade.de.html", "{$base}static/../trade.en.html", "x{$base}bilateral.html", "{$base}bilateral.html\n" ) as $url ) {
	same( "not ours: $url", null, $paste( $url ) );
}

same( 'providers', 25, count( $seen['providers'] ) );
same( 'a provider', 'https://other.example.org/charts/oembed/trade.az.json', $seen['providers']['https://other.example.org/charts/static/trade.az.html'] );
$block = $seen['blocks']['bilateral/chart'];
same( 'the block draws what the shortcode draws', $shortcode( array( 'view' => 'trade', 'lang' => 'en' ) ), $block['render_callback']( array( 'view' => 'trade', 'lang' => 'en' ), '', null ) );
same( 'the block has the attributes of the element', array_keys( Bilateral\rules() ), array_keys( $block['attributes'] ) );
same( 'the block has its script', "{$base}block.js", $seen['scripts'][ $block['editor_script'] ] );

array_map( 'unlink', array_filter( array_merge( glob( "$folder/*/*" ), glob( "$folder/*" ) ), 'is_file' ) );
array_map( 'rmdir', glob( "$folder/*" ) );
rmdir( $folder );
echo $failed ? "$failed failed\n" : "ok\n";
exit( $failed ? 1 : 0 );
