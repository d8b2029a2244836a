//! The answer of an oEmbed endpoint, as a file: what a CMS shows for a pasted address.

use serde_json::{Map, Value, json};

use super::edition::Edition;
use super::html::escape;

/// CSS pixels; consumers scale to their own.
const WIDTH: u32 = 640;
/// What WordPress clamps to.
const HEIGHTS: std::ops::RangeInclusive<u32> = 200..=1000;
/// Room for the controls, which a picture does not have.
const CONTROLS: u32 = 120;
/// Seconds.
const CACHE: u32 = 86_400;

/// oEmbed 1.0 of type `rich`: the page form in an iframe, and a link for whoever strips that.
///
/// `height` is that of the figure at 640 pixels; the iframe reports its own once it runs.
pub(super) fn oembed(edition: &Edition, height: u32) -> String {
    let base = edition.base;
    let title = edition.title;
    let height = (height + CONTROLS).clamp(*HEIGHTS.start(), *HEIGHTS.end());
    let name = edition.name();
    let html = format!(
        "<blockquote><a href=\"{}\">{}</a></blockquote>\
         <iframe src=\"{}\" width=\"{WIDTH}\" height=\"{height}\" title=\"{}\" frameborder=\"0\" \
         scrolling=\"no\"></iframe>",
        escape(&base.of(&format!("static/{name}.html"))),
        escape(title),
        escape(&base.of(&edition.page())),
        escape(title),
    );
    let mut answer = Map::new();
    for (key, value) in [
        ("version", json!("1.0")),
        ("type", json!("rich")),
        ("title", json!(title)),
        ("provider_name", json!("Bilateral")),
        ("cache_age", json!(CACHE)),
        ("html", json!(html)),
        ("width", json!(WIDTH)),
        ("height", json!(height)),
        ("thumbnail_url", json!(base.of(&edition.card()))),
        ("thumbnail_width", json!(1200)),
        ("thumbnail_height", json!(630)),
    ] {
        answer.insert(key.to_owned(), value);
    }
    if base.is_absolute() {
        answer.insert("provider_url".to_owned(), json!(base.of("")));
    }
    format!("{:#}\n", Value::Object(answer))
}
