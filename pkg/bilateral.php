<?php
/**
 * Plugin Name: Bilateral
 * Description: Charts of trade and events between countries: a shortcode, a block, and addresses to paste.
 * Version: 1.1.0
 * Requires at least: 5.8
 * Requires PHP: 7.4
 * License: MIT OR Apache-2.0 (the code), CC BY 4.0 (the dataset in bilateral.js)
 *
 * All that it shows lies beside this file; it asks nothing of any server.
 *
 * @package bilateral
 */

namespace Bilateral;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const VERSION   = '1.1.0';
const VIEWS     = array( 'story', 'trade', 'events', 'sectors', 'table' );
const LANGUAGES = array( 'en', 'az', 'ru', 'kk', 'tg' );

/** The element's attributes: a list of the values allowed, or a pattern for all of the value. */
function rules() {
	$day = '/^\d{4}(-\d{2}(-\d{2})?)?$/D';
	return array(
		'view'     => VIEWS,
		'partners' => '/^[A-Z]{2}( [A-Z]{2})*$/D',
		'measure'  => array( 'turnover', 'exports', 'imports', 'agreements' ),
		'kinds'    => '/^[a-z-]+( [a-z-]+)*$/D',
		'from'     => $day,
		'to'       => $day,
		'scale'    => array( 'linear', 'log', 'indexed' ),
		'compare'  => array( 'reporters' ),
		'lang'     => LANGUAGES,
		'theme'    => array( 'auto', 'light', 'dark' ),
		'height'   => '/^[1-9]\d{1,3}$/D',
		'title'    => '/^[^\p{Cc}]{1,200}$/Du',
		'controls' => array( 'on', 'off' ),
		'select'   => '/^[A-Za-z0-9_-]{1,100}$/D',
	);
}

/**
 * What of `$given` the element may be told; all else is left out.
 *
 * @param mixed $given From a shortcode, a block or an address.
 * @return array<string, string>
 */
function valid( $given ) {
	$kept = array();
	foreach ( rules() as $name => $rule ) {
		$value = is_array( $given ) && isset( $given[ $name ] ) ? $given[ $name ] : '';
		if ( ! is_string( $value ) || '' === trim( $value ) ) {
			continue;
		}
		$value = trim( $value );
		if ( is_array( $rule ) ? in_array( $value, $rule, true ) : 1 === preg_match( $rule, $value ) ) {
			$kept[ $name ] = $value;
		}
	}
	return $kept;
}

/** Has the page load the chart's script, once. */
function script() {
	wp_enqueue_script( 'bilateral', plugins_url( 'bilateral.js', __FILE__ ), array(), VERSION, array( 'strategy' => 'async' ) );
}

/**
 * A chart that is written as HTML needs the script as well, where it does not bring it along.
 *
 * @param string $content Of a post.
 * @return string
 */
function written( $content ) {
	if ( false !== strpos( $content, 'bilateral-chart' ) && false === strpos( $content, 'bilateral.js' ) ) {
		script();
	}
	return $content;
}

/** A tag of a div, whatever its attributes hold. */
const DIV = '/<div\b(?:[^>"\']|"[^"]*"|\'[^\']*\')*+>/i';

/** Its attribute with the address of a dataset, outside the values of others. */
const SRC = '/("[^"]*"|\'[^\']*\')|[\s\/]data-src(?:\s*=\s*(?:"[^"]*"|\'[^\']*\'|[^\s>"\'][^\s>]*))?(?=[\s\/>])/i';

/**
 * Charts that are written as a div show this plugin's data: whoever may write one need not be one
 * who may have readers' browsers ask another host.
 *
 * @param string $content Of a post, a widget, a comment.
 * @return string
 */
function own_data( $content ) {
	if ( ! is_string( $content ) || false === stripos( $content, 'bilateral-chart' ) ) {
		return $content;
	}
	$kept = preg_replace_callback(
		DIV,
		static function ( $tag ) {
			if ( false === stripos( $tag[0], 'bilateral-chart' ) ) {
				return $tag[0];
			}
			return preg_replace( SRC, '$1', $tag[0] );
		},
		$content
	);
	return is_string( $kept ) ? $kept : '';
}

/**
 * A chart with its fallback inside: the figure's picture, and a link to its table.
 *
 * @param mixed $given As `valid` takes it.
 * @return string
 */
function chart( $given ) {
	$kept = valid( $given );
	script();
	$attributes = '';
	foreach ( $kept as $name => $value ) {
		$attributes .= ' ' . $name . '="' . esc_attr( $value ) . '"';
	}
	return '<figure class="bilateral"><bilateral-chart' . $attributes . '>' . fallback( $kept ) . '</bilateral-chart></figure>';
}

/**
 * What is seen without script, as far as its files are there.
 *
 * @param array<string, string> $kept As `valid` returns it.
 * @return string
 */
function fallback( $kept ) {
	$view   = isset( $kept['view'] ) ? $kept['view'] : VIEWS[0];
	$locale = substr( get_locale(), 0, 2 );
	$lang   = isset( $kept['lang'] ) ? $kept['lang'] : ( in_array( $locale, LANGUAGES, true ) ? $locale : LANGUAGES[0] );
	$name   = "static/$view.$lang";
	$title  = isset( $kept['title'] ) ? $kept['title'] : title( $view, $lang );
	$inside = esc_html( $title );
	if ( is_readable( __DIR__ . "/$name.png" ) ) {
		$inside = '<img src="' . esc_url( plugins_url( "$name.png", __FILE__ ) ) . '" alt="' . esc_attr( $title ) . '" loading="lazy">';
	}
	if ( ! is_readable( __DIR__ . "/$name.html" ) ) {
		return $inside;
	}
	return '<a href="' . esc_url( plugins_url( "$name.html", __FILE__ ) ) . '">' . $inside . '</a>';
}

/**
 * What the static figure is called.
 *
 * @param string $view One of VIEWS.
 * @param string $lang One of LANGUAGES.
 * @return string
 */
function title( $view, $lang ) {
	$file  = __DIR__ . "/oembed/$view.$lang.json";
	$known = is_readable( $file ) ? json_decode( (string) file_get_contents( $file ), true ) : null;
	return isset( $known['title'] ) && is_string( $known['title'] ) ? $known['title'] : 'Trade and events between countries';
}

/**
 * A pasted address of the page form or of a static figure.
 *
 * @param string[] $matches The query, the view and the language, as far as the address has them.
 * @return string
 */
function pasted( $matches ) {
	if ( ! empty( $matches[2] ) ) {
		return chart( array( 'view' => $matches[2], 'lang' => $matches[3] ) );
	}
	parse_str( html_entity_decode( isset( $matches[1] ) ? $matches[1] : '', ENT_QUOTES ), $given );
	return chart( $given );
}

/** The expression for addresses of this plugin's own files. */
function addresses() {
	$base = preg_replace( '#^https?:#', '', plugins_url( '/', __FILE__ ) );
	return '#^(?:https?:)?' . preg_quote( $base, '#' ) . '(?:bilateral\.html(?:\?([^\#]*))?|static/('
		. implode( '|', VIEWS ) . ')\.(' . implode( '|', LANGUAGES ) . ')\.html)$#D';
}

/** Charts with other data, on the host that BILATERAL_HOST names in wp-config.php, come by oEmbed. */
function trust_host() {
	if ( ! defined( 'BILATERAL_HOST' ) ) {
		return;
	}
	$host = rtrim( (string) constant( 'BILATERAL_HOST' ), '/' );
	foreach ( VIEWS as $view ) {
		foreach ( LANGUAGES as $lang ) {
			wp_oembed_add_provider( "$host/static/$view.$lang.html", "$host/oembed/$view.$lang.json" );
		}
	}
}

/** Registers all of it. */
function register() {
	add_shortcode( 'bilateral', __NAMESPACE__ . '\chart' );
	add_filter( 'the_content', __NAMESPACE__ . '\written' );
	// After blocks and shortcodes.
	foreach ( array( 'the_content', 'the_excerpt', 'widget_text', 'widget_block_content', 'term_description', 'comment_text' ) as $place ) {
		add_filter( $place, __NAMESPACE__ . '\own_data', 20 );
	}
	wp_embed_register_handler( 'bilateral', addresses(), __NAMESPACE__ . '\pasted' );
	trust_host();
	$needs = array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-server-side-render' );
	wp_register_script( 'bilateral-block', plugins_url( 'block.js', __FILE__ ), $needs, VERSION, true );
	register_block_type(
		'bilateral/chart',
		array(
			'api_version'     => 2,
			'title'           => 'Bilateral chart',
			'category'        => 'embed',
			'icon'            => 'chart-line',
			'editor_script'   => 'bilateral-block',
			'attributes'      => array_fill_keys( array_keys( rules() ), array( 'type' => 'string' ) ),
			'render_callback' => __NAMESPACE__ . '\chart',
		)
	);
}

add_action( 'init', __NAMESPACE__ . '\register' );
